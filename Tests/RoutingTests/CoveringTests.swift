import Routing
import TestSupport
import Testing
import Time

@Suite struct CoveringTests {
    private static let week = interval("2026-03-02 00:00", "2026-03-09 00:00")

    private static func table(_ absences: [Absence], _ deputyships: [Deputyship] = []) throws -> RoutingTable {
        try RoutingTable(
            directory: RoutingTableDecideTests.directory(),
            roster: Roster(absences: absences, deputyships: deputyships), generation: 1)
    }

    private static func text(_ covering: Covering) -> String {
        let clock = ServiceClock(amsterdam)
        func time(_ instant: Instant) -> String {
            let local = clock.local(instant)
            return "\(local.day) \(local.time)"
        }
        let who = covering.agent.map { "\($0.id) \(covering.role?.rawValue ?? "")" } ?? "nobody"
        return "\(time(covering.interval.start)) to \(time(covering.interval.end)) \(who)"
    }

    @Test("stretches with the same agent are one, also over nights")
    func whole() throws {
        let table = try Self.table([])
        let noord = try #require(table.client(ClientID("noord")))
        #expect(
            table.coverings(of: noord, over: Self.week).map(Self.text)
                == ["2026-03-02 08:00 to 2026-03-06 18:00 anna primary"])
    }

    @Test("an absence is told with who covers each client, and when nobody does")
    func away() throws {
        let table = try Self.table([
            absence(1, "anna", from: at("2026-03-03 00:00"), until: at("2026-03-05 00:00")),
            absence(2, "bram", from: at("2026-03-04 12:00"), until: at("2026-03-06 00:00")),
        ])
        let anna = try #require(table.agent(AgentID("anna")))
        let calendar = table.calendar(of: [anna], over: Self.week).told
        #expect(calendar.map(\.interval) == [interval("2026-03-03 00:00", "2026-03-05 00:00")])
        let noord = try #require(calendar.first?.clients.first { $0.client.client.id == ClientID("noord") })
        #expect(
            noord.coverings.map(Self.text) == [
                "2026-03-03 08:00 to 2026-03-04 12:00 bram backup", "2026-03-04 12:00 to 2026-03-04 18:00 nobody",
            ])
        // Bram's own absence begins later; the gap is told with both.
        let both = table.calendar(of: Array(table.agents), over: Self.week).told
        #expect(both.map(\.agent.id.description) == ["anna", "bram"])
        let his = try #require(both.last?.clients.first { $0.client.client.id == ClientID("noord") })
        #expect(his.coverings.map(Self.text) == ["2026-03-04 12:00 to 2026-03-04 18:00 nobody"])
    }

    @Test("an absence is told from its start to its end, whatever is looked at; one without an end has none")
    func longer() throws {
        let table = try Self.table([
            absence(1, "anna", from: at("2026-02-20 00:00"), until: at("2026-03-20 00:00")),
            absence(2, "bram", .sickness, from: at("2026-03-01 09:00"), until: nil),
            absence(3, "cato", from: at("2026-01-01 00:00"), until: at("2026-03-02 00:00")),
        ])
        #expect(
            table.calendar(of: Array(table.agents), over: Self.week).told.map(\.interval) == [
                interval("2026-02-20 00:00", "2026-03-20 00:00"),
                Interval(from: at("2026-03-01 09:00"), until: .latest),
            ])
    }

    @Test("of very many the later ones are counted alone")
    func limit() throws {
        let table = try Self.table([
            absence(1, "anna", from: at("2026-03-04 00:00"), until: at("2026-03-05 00:00")),
            absence(2, "bram", from: at("2026-03-03 00:00"), until: at("2026-03-05 00:00")),
        ])
        let calendar = table.calendar(of: Array(table.agents), over: Self.week, limit: 1)
        #expect(calendar.told.map(\.agent.id.description) == ["bram"])
        #expect(calendar.more == 1)
    }

    @Test("the calendar says of every instant what a call would find", arguments: 0..<12)
    func agreement(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let seasons = [
            interval("2026-03-20 00:00", "2026-04-12 00:00"), interval("2026-10-15 00:00", "2026-11-05 00:00"),
            interval("2025-12-20 00:00", "2026-01-15 00:00"), interval("2026-12-15 00:00", "2027-01-10 00:00"),
        ]
        let season = seasons[Int(seed % 4)]
        let absences = random.absences(12, of: ["anna", "bram", "cato"], in: season)
        let deputyships = (0..<4).compactMap { id -> Deputyship? in
            let start = random.instant(in: season)
            let names = ["anna", "bram", "cato"].shuffled(using: &random)
            return Deputyship(
                id: Int64(id), deputy: AgentID(names[0]), post: .agent(AgentID(names[1]), client: nil), start: start,
                end: start.advanced(by: .days(5)), enteredBy: "els", enteredAt: start)
        }
        let table = try Self.table(absences, deputyships)
        let callers = ["noord": "31505550100", "zuid": "31205550100", "west": "31105550100"]
        for entry in table.clients {
            let coverings = table.coverings(of: entry, over: season)
            let edges = coverings.flatMap { [$0.interval.start, $0.interval.end] }
            var instants = edges + edges.map { $0.advanced(by: Milliseconds(-1)) }
            instants += (0..<300).map { _ in random.instant(in: season) }
            for instant in instants where season.contains(instant) {
                let decision = table.decide(call(from: callers[entry.client.id.description] ?? ""), at: instant)
                let told = coverings.first { $0.interval.contains(instant) }
                switch decision.reason {
                case .cause(.uncovered):
                    try #require(told != nil)
                    try #require(told?.agent == nil)
                case .cause: continue
                default: try #require(told?.agent?.phone == decision.targets.first?.phone)
                }
            }
        }
    }
}
