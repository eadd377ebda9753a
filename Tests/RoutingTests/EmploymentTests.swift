import TestSupport
import Testing
import Time

@testable import Routing

@Suite("Employment") struct EmploymentTests {
    /// anna until 30 April, bram from 1 April on, cato for ever.
    private static let directory = {
        func employed(_ agent: Agent, from: String? = nil, until: String? = nil) -> Agent {
            Agent(
                id: agent.id, name: agent.name, phone: agent.phone,
                employment: Employment(from: from.map { day($0) }, until: until.map { day($0) }))
        }
        return office(
            agents: [
                employed(agent("anna", "2101"), until: "2026-04-30"),
                employed(agent("bram", "2102"), from: "2026-04-01"),
                agent("cato", "2103"), employed(agent("dirk", "2104"), from: "2026-05-01", until: "2026-04-01"),
            ],
            clients: [
                client("noord", "anna", "bram", level: "always", numbers: ["31505550100"]),
                client("zuid", "dirk", "cato", level: "always", numbers: ["31205550100"]),
            ])
    }()

    @Test(
        "an agent gets calls from the first day's first millisecond to the last day's last",
        arguments: [
            ("2026-03-31 23:59:59.999", "primary", "2101:20,2907:0"),
            ("2026-04-01 00:00", "primary", "2101:20,2102:20,2907:0"),
            ("2026-04-30 23:59:59.999", "primary", "2101:20,2102:20,2907:0"),
            ("2026-05-01 00:00", "backup", "2102:20,2907:0"),
        ])
    func dialled(time: String, reason: String, targets: String) throws {
        let decision = try table(Self.directory).decide(call(from: "31505550100"), at: at(time))
        #expect(decision.reason.word == reason)
        #expect(decision.dialled == targets)
    }

    @Test("whoever is not employed was passed over for that, until he is; leave and calls do not count meanwhile")
    func hindrance() throws {
        var busy = BusyAgents.nobody
        busy.add(AgentID("bram"))
        let table = try table(
            Self.directory, absence(1, "bram", from: at("2026-03-01 00:00"), until: at("2026-06-01 00:00")))
        let before = table.decide(call(from: "31505550100"), at: at("2026-03-31 12:00"), busy: busy).candidates
        #expect(before.map(\.hindrance) == [nil, .notEmployed])
        #expect(before.last?.until == at("2026-04-01 00:00"))
        let after = table.decide(call(from: "31505550100"), at: at("2026-05-01 12:00"), busy: busy)
        #expect(after.candidates.map(\.hindrance) == [.notEmployed, .absent])
        #expect(after.candidates.first?.until == nil)
        #expect(after.reason == .cause(.uncovered))
        let anna = try #require(table.agent(AgentID("anna")))
        #expect(anna.availability(at: at("2026-05-01 12:00")) == .notEmployed(from: nil))
    }

    @Test("days the wrong way round employ nobody")
    func never() throws {
        let decision = try table(Self.directory).decide(call(from: "31205550100"), at: at("2026-04-15 12:00"))
        #expect(decision.dialled == "2103:20,2907:0")
    }

    @Test("coverage and decisions agree a millisecond either side of each boundary", arguments: 0..<4)
    func agreement(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let spring = interval("2026-03-25 00:00", "2026-05-07 00:00")
        let absences = random.absences(10, of: ["anna", "bram", "cato"], in: spring)
        let table = try RoutingTable(directory: Self.directory, roster: Roster(absences: absences), generation: 1)
        let callers = ["noord": "31505550100", "zuid": "31205550100"]
        for entry in table.clients {
            let coverage = table.coverage(of: entry, over: spring)
            let edges = [coverage[.primary], coverage[.backup], coverage.gaps].flatMap {
                $0.intervals.flatMap { [$0.start, $0.end] }
            }
            for instant in edges + [at("2026-04-01 00:00"), at("2026-05-01 00:00")] {
                for moment in [instant.advanced(by: Milliseconds(-1)), instant] where spring.contains(moment) {
                    let decision = table.decide(call(from: callers[entry.client.id.description] ?? ""), at: moment)
                    let roles = decision.targets.map(\.role)
                    #expect(coverage[.primary].contains(moment) == roles.contains(.primary))
                    #expect(coverage[.backup].contains(moment) == roles.contains(.backup))
                    #expect(coverage.gaps.contains(moment) == (decision.reason == .cause(.uncovered)))
                }
            }
        }
    }
}
