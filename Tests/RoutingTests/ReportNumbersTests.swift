import Routing
import TestSupport
import Testing
import Time

@Suite("Numbers of reports")
struct ReportNumbersTests {
    @Test(
        "a percentage has one decimal, halves up, and there is none of nothing",
        arguments: [
            (38, 42, 905), (0, 7, 0), (7, 7, 1_000), (1, 3, 333), (2, 3, 667), (1, 8, 125), (1, 2_000, 1),
            (1, 2_001, 0), (0, 0, nil),
        ])
    func percent(count: Int, of: Int, tenths: Int?) {
        #expect(Share(count, of: of).tenthsOfPercent == tenths)
    }

    @Test(
        "a target is reached by counts, not by what was rounded",
        arguments: [
            (9, 10, true), (38, 42, true), (37, 42, false), (8_999, 10_000, false), (89_996, 100_000, false),
            (0, 0, nil),
        ])
    func target(count: Int, of: Int, isReached: Bool?) {
        #expect(Share(count, of: of).reaches(90) == isReached)
    }

    @Test(
        "a spread is by the nearest rank",
        arguments: [
            ([], []), ([7], [7, 7, 7]), ([3, 1], [1, 3, 3]), (Array(1...10), [5, 8, 10]),
            (Array(1...20), [10, 16, 19]), (Array(1...21), [11, 17, 20]), ([5, 5, 5, 9], [5, 9, 9]),
        ] as [([Int64], [Int64])])
    func spread(lengths: [Int64], expected: [Int64]) {
        let spread = Spread(lengths.reversed())
        #expect([spread.median, spread.p80, spread.p95].compactMap(\.?.count) == expected)
        #expect(spread.count == lengths.count)
    }

    @Test("a month is as long as it is, and the twelve of a period end with its last moment's")
    func months() throws {
        let clock = ServiceClock(amsterdam)
        let october = try #require(CalendarMonth(text: "2026-10")?.interval(clock))
        #expect(october == interval("2026-10-01 00:00", "2026-11-01 00:00"))
        #expect(october.end.since(october.start) == .hours(745))
        let period = ReportPeriod(october, made: at("2026-10-12 09:30"), clock)
        #expect(period.month == CalendarMonth(text: "2026-10"))
        #expect(!period.isComplete)
        #expect(period.past == interval("2026-10-01 00:00", "2026-10-12 09:30"))
        #expect(period.months(clock).map { "\($0.month)" }.first == "2025-11")
        #expect(period.months(clock).map { "\($0.month)" }.last == "2026-10")
        let days = ReportPeriod(interval("2026-10-01 00:00", "2026-10-31 23:00"), made: october.end, clock)
        #expect(days.month == nil)
        #expect(ReportPeriod(october, made: october.start, clock).past == nil)
    }

    @Test("nothing is told of the time before the records begin")
    func records() throws {
        let clock = ServiceClock(amsterdam)
        let october = try #require(CalendarMonth(text: "2026-10")?.interval(clock))
        func period(_ begin: String) -> ReportPeriod {
            ReportPeriod(october, made: at("2026-12-01 00:00"), recordsFrom: at(begin), clock)
        }
        let whole = period("2026-08-20 12:00")
        #expect(whole.past == october && whole.knownFrom == nil)
        #expect(whole.months(clock).map { "\($0.month)" } == ["2026-08", "2026-09", "2026-10"])
        let part = period("2026-10-05 08:00")
        #expect(part.past == interval("2026-10-05 08:00", "2026-11-01 00:00"))
        #expect(part.knownFrom == at("2026-10-05 08:00") && part.months(clock).count == 1)
        #expect(period("2026-11-01 00:00").past == nil)
    }
}
