import Routing
import TestSupport
import Testing
import Time

@Suite struct CoverageTests {
    private static let week = interval("2026-03-02 00:00", "2026-03-09 00:00")

    private static func coverage(
        of id: String, over interval: Interval = week, _ absences: [Absence] = []
    ) throws -> Coverage {
        let table = try RoutingTable(
            directory: RoutingTableDecideTests.directory(), roster: Roster(absences: absences), generation: 1)
        let entry = try #require(table.clients.first { $0.client.id == ClientID(id) })
        return table.coverage(of: entry, over: interval)
    }

    @Test("without absences both cover the service hours and there is no gap")
    func complete() throws {
        let coverage = try Self.coverage(of: "noord")
        #expect(coverage.service.intervals.count == 5)
        #expect(coverage[.primary] == coverage.service)
        #expect(coverage.both == coverage.service)
        #expect(coverage.gaps.isEmpty)
    }

    @Test("a gap is when both are away in service hours")
    func gap() throws {
        let coverage = try Self.coverage(
            of: "noord",
            [
                absence(1, "anna", from: at("2026-03-02 16:00"), until: at("2026-03-04 09:00")),
                absence(2, "bram", from: at("2026-03-03 12:00"), until: at("2026-03-05 00:00")),
            ])
        #expect(
            coverage.gaps
                == Timeline([
                    interval("2026-03-03 12:00", "2026-03-03 18:00"), interval("2026-03-04 08:00", "2026-03-04 09:00"),
                ]))
        #expect(coverage.both.intervals.first == interval("2026-03-02 08:00", "2026-03-02 16:00"))
    }

    @Test("an agent's own hours bound his part")
    func ownHours() throws {
        let coverage = try Self.coverage(of: "west")
        #expect(coverage.service == Timeline([Self.week]))
        #expect(coverage[.primary].intervals.map(\.start) == ["02", "03", "04"].map { at("2026-03-\($0) 09:00") })
        #expect(coverage[.backup] == Timeline([Self.week]))
    }

    @Test("outside the agreement's term there is no service, hence no gap")
    func term() throws {
        let newYear = interval("2026-12-28 00:00", "2027-01-04 00:00")
        let sickness = absence(1, "anna", .sickness, from: at("2026-12-01 09:00"), until: nil)
        let other = absence(2, "bram", .sickness, from: at("2026-12-01 09:00"), until: nil)
        let coverage = try Self.coverage(of: "zuid", over: newYear, [sickness, other])
        #expect(coverage.gaps == Timeline([interval("2026-12-28 00:00", "2027-01-01 00:00")]))
    }

    @Test("covered is when calls are dialled, a gap is when they are uncovered", arguments: 0..<12)
    func agreement(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let seasons = [
            interval("2026-03-20 00:00", "2026-04-12 00:00"), interval("2026-10-15 00:00", "2026-11-05 00:00"),
            interval("2025-12-20 00:00", "2026-01-15 00:00"), interval("2026-12-15 00:00", "2027-01-10 00:00"),
        ]
        let season = seasons[Int(seed % 4)]
        let absences = random.absences(12, of: ["anna", "bram", "cato"], in: season)
        let table = try RoutingTable(
            directory: RoutingTableDecideTests.directory(), roster: Roster(absences: absences), generation: 1)
        let callers = ["noord": "31505550100", "zuid": "31205550100", "west": "31105550100"]
        for entry in table.clients {
            let coverage = table.coverage(of: entry, over: season)
            let timelines = [coverage.service, coverage[.primary], coverage[.backup], coverage.gaps, coverage.both]
            let edges = timelines.flatMap { $0.intervals.flatMap { [$0.start, $0.end] } }
            var instants = edges + edges.map { $0.advanced(by: Milliseconds(-1)) }
            instants += (0..<300).map { _ in random.instant(in: season) }
            for instant in instants where season.contains(instant) {
                let decision = table.decide(call(from: callers[entry.client.id.description] ?? ""), at: instant)
                let roles = decision.targets.map(\.role)
                let isServed = ![.cause(.closed), .cause(.agreementNotStarted), .cause(.agreementEnded)].contains(
                    decision.reason)
                try #require(coverage.service.contains(instant) == isServed)
                try #require(coverage[.primary].contains(instant) == roles.contains(.primary))
                try #require(coverage[.backup].contains(instant) == roles.contains(.backup))
                try #require(coverage.gaps.contains(instant) == (decision.reason == .cause(.uncovered)))
                try #require(coverage.both.contains(instant) == (roles == [.primary, .backup, nil]))
            }
        }
    }
}
