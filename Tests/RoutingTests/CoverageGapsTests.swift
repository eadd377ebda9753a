import TestSupport
import Testing
import Time

@testable import Routing

@Suite("Gaps as they are counted")
struct CoverageGapsTests {
    private static let monday = at("2026-03-02 00:00")

    private static func table(_ absences: [Absence]) throws -> RoutingTable {
        try RoutingTable(
            directory: RoutingTableDecideTests.directory(), roster: Roster(absences: absences), generation: 1)
    }

    /// anna and bram are noord's, in service Monday to Friday, 8:00 to 18:00.
    private static let rosters: [([Absence], Int)] = [
        ([], 0),
        // Both for eight days: nights and the weekend part nothing.
        (
            [
                absence(1, "anna", from: at("2026-03-03 12:00"), until: at("2026-03-11 09:00")),
                absence(2, "bram", from: at("2026-03-03 12:00"), until: at("2026-03-11 09:00")),
            ], 1
        ),
        // One is back on one of the days.
        (
            [
                absence(1, "anna", from: at("2026-03-03 12:00"), until: at("2026-03-11 09:00")),
                absence(2, "bram", from: at("2026-03-03 12:00"), until: at("2026-03-05 00:00")),
                absence(3, "bram", from: at("2026-03-06 00:00"), until: at("2026-03-11 09:00")),
            ], 2
        ),
        // On two afternoons: the morning between them has somebody.
        (
            [
                absence(1, "anna", from: at("2026-03-03 12:00"), until: at("2026-03-03 18:00")),
                absence(2, "anna", from: at("2026-03-04 12:00"), until: at("2026-03-04 18:00")),
                absence(3, "bram", from: at("2026-03-03 00:00"), until: at("2026-03-06 00:00")),
            ], 2
        ),
    ]

    @Test("clients, check and answers count the gaps that coverage and the digest count", arguments: 0..<4)
    func same(number: Int) throws {
        let (absences, count) = Self.rosters[number]
        let table = try Self.table(absences)
        let entry = try #require(table.client(ClientID("noord")))
        let period = ForecastPeriod(from: Self.monday, weeks: 3, table.clock)
        var reader = ForecastReader(table, over: period)
        let told = table.coverage(of: entry, over: try #require(period.interval)).gapStretches
        #expect(told == reader.forecast(of: entry).gaps.map(\.interval))
        #expect(told.count == count)
        let checked = table.newGaps(since: nil, at: Self.monday)
        #expect(checked.first?.stretches ?? [] == told)
        // The digest tells those at the same hours of following days together.
        let runs = table.digest(at: Self.monday).gaps.filter { $0.client.client.id == ClientID("noord") }.map(\.run)
        #expect(runs.map(\.count).reduce(0, +) == told.count)
        #expect(runs.first?.first == told.first)
    }

    @Test("what a change opens is not joined over a gap that was there before")
    func opened() throws {
        // bram alone, and nobody on the 4th.
        let before = try Self.table([
            absence(1, "anna", from: at("2026-03-03 00:00"), until: at("2026-03-06 00:00")),
            absence(2, "bram", from: at("2026-03-04 00:00"), until: at("2026-03-05 00:00")),
        ])
        let after = try Self.table([
            absence(1, "anna", from: at("2026-03-03 00:00"), until: at("2026-03-06 00:00")),
            absence(2, "bram", from: at("2026-03-03 00:00"), until: at("2026-03-06 00:00")),
        ])
        let week = interval("2026-03-02 00:00", "2026-03-09 00:00")
        let clients = [try #require(after.client(ClientID("noord")))]
        let gap = try #require(after.opened(since: before, for: clients, over: week, by: nil).first)
        #expect(
            gap.stretches == [
                interval("2026-03-03 08:00", "2026-03-03 18:00"), interval("2026-03-05 08:00", "2026-03-05 18:00"),
            ])
    }
}
