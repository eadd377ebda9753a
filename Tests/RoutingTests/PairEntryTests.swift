import TestSupport
import Testing
import Time

@testable import Routing

@Suite("Pairs over time") struct PairEntryTests {
    /// `noord` goes from anna and bram to bram and cato in the night to 1 April, a Wednesday.
    private static let directory = office(
        agents: [agent("anna", "2101"), agent("bram", "2102"), agent("cato", "2103")],
        clients: [
            Client(
                id: ClientID("noord"), name: "Noord", size: .small, schools: 20,
                pair: Pair(primary: AgentID("anna"), backup: AgentID("bram")),
                handovers: [
                    Handover(
                        from: day("2026-04-01"), pair: Pair(primary: AgentID("bram"), backup: AgentID("cato"))),
                    Handover(
                        from: day("2026-06-01"), pair: Pair(primary: AgentID("cato"), backup: AgentID("anna"))),
                ], ring: .seconds(35),
                agreement: Agreement(title: "2026", start: day("2026-01-01"), end: nil, level: "always"),
                numbers: [written("31505550100")])
        ])

    @Test(
        "the pair at the instant of the call is dialled, without a reload, for as long as the client says",
        arguments: [
            ("2026-03-31 23:59:59.999", "2101:35,2102:35,2907:0"), ("2026-04-01 00:00", "2102:35,2103:35,2907:0"),
            ("2026-05-31 23:59:59.999", "2102:35,2103:35,2907:0"), ("2026-06-01 00:00", "2103:35,2101:35,2907:0"),
            ("2090-01-01 00:00", "2103:35,2101:35,2907:0"),
        ])
    func dialled(time: String, targets: String) throws {
        #expect(try table(Self.directory).decide(call(from: "31505550100"), at: at(time)).dialled == targets)
    }

    @Test("coverage is that of whoever has the post, to the millisecond of the handover")
    func coverage() throws {
        let table = try table(Self.directory, absence(1, "anna", .sickness, from: at("2026-03-01 00:00"), until: nil))
        let entry = try #require(table.clients.first)
        let coverage = table.coverage(of: entry, over: interval("2026-03-30 00:00", "2026-04-03 00:00"))
        #expect(coverage[.primary] == Timeline([interval("2026-04-01 00:00", "2026-04-03 00:00")]))
        #expect(coverage[.backup] == Timeline([interval("2026-03-30 00:00", "2026-04-03 00:00")]))
        #expect(coverage.gaps.isEmpty)
    }

    @Test("coverage and decisions agree a millisecond either side of each handover", arguments: 0..<6)
    func agreement(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let spring = interval("2026-03-25 00:00", "2026-06-07 00:00")
        let absences = random.absences(12, of: ["anna", "bram", "cato"], in: spring)
        let table = try RoutingTable(directory: Self.directory, roster: Roster(absences: absences), generation: 1)
        let entry = try #require(table.clients.first)
        let coverage = table.coverage(of: entry, over: spring)
        let edges = [coverage[.primary], coverage[.backup], coverage.gaps].flatMap {
            $0.intervals.flatMap { [$0.start, $0.end] }
        }
        let handovers = [at("2026-04-01 00:00"), at("2026-06-01 00:00")]
        for instant in edges + handovers where spring.contains(instant) {
            for moment in [instant.advanced(by: Milliseconds(-1)), instant] where spring.contains(moment) {
                let decision = table.decide(call(from: "31505550100"), at: moment)
                try #require(coverage.gaps.contains(moment) == (decision.reason == .cause(.uncovered)))
                let roles = decision.targets.compactMap(\.role)
                for role in Role.allCases { try #require(coverage[role].contains(moment) == roles.contains(role)) }
            }
        }
    }

    @Test("an agent's clients are those of the pairs to come as well")
    func clients() throws {
        let table = try table(Self.directory)
        #expect(table.clients(of: AgentID("cato")).map(\.client.id.description) == ["noord"])
    }

    @Test("a pair to come of an agent who is not there is refused")
    func unknown() {
        var directory = Self.directory
        directory.agents.removeLast()
        #expect(throws: CompileError.unknownAgent(AgentID("cato"), of: ClientID("noord"))) { try table(directory) }
    }

    @Test("one and the same person in both posts rings once")
    func same() throws {
        let directory = office(clients: [client("noord", "anna", "anna", level: "always", numbers: ["31505550100"])])
        let decision = try table(directory).decide(call(from: "31505550100"), at: at("2026-03-02 10:00"))
        #expect(decision.dialled == "2101:20,2907:0")
    }
}
