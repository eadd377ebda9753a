import Foundation
import Routing
import Testing

@testable import majorctl

@Suite("Moment")
struct MomentTests {
    let clock: ServiceClock

    init() throws {
        clock = ServiceClock(try #require(TimeZone(identifier: "Europe/Amsterdam")))
    }

    /// Wednesday 23 December 2026, 10:15.
    private func now() throws -> Instant {
        let day = try #require(CalendarDay(year: 2026, month: 12, day: 23))
        return clock.instant(day, try #require(LocalTime(hour: 10, minute: 15)))
    }

    @Test(
        "people's words mean these starts and ends",
        arguments: [
            ("today", "2026-12-23T00:00:00+01:00", "2026-12-24T00:00:00+01:00"),
            ("tomorrow", "2026-12-24T00:00:00+01:00", "2026-12-25T00:00:00+01:00"),
            ("Tomorrow 09:00", "2026-12-24T09:00:00+01:00", "2026-12-24T09:00:00+01:00"),
            ("17:30", "2026-12-23T17:30:00+01:00", "2026-12-23T17:30:00+01:00"),
            ("9:05", "2026-12-23T09:05:00+01:00", "2026-12-23T09:05:00+01:00"),
            ("24:00", "2026-12-24T00:00:00+01:00", "2026-12-24T00:00:00+01:00"),
            ("24-12", "2026-12-24T00:00:00+01:00", "2026-12-25T00:00:00+01:00"),
            ("4-1", "2027-01-04T00:00:00+01:00", "2027-01-05T00:00:00+01:00"),
            ("4/1 09:00", "2027-01-04T09:00:00+01:00", "2027-01-04T09:00:00+01:00"),
            ("1-8", "2027-08-01T00:00:00+02:00", "2027-08-02T00:00:00+02:00"),
            ("29-2", "2028-02-29T00:00:00+01:00", "2028-03-01T00:00:00+01:00"),
            ("24-12-2027", "2027-12-24T00:00:00+01:00", "2027-12-25T00:00:00+01:00"),
            ("2027-03-28", "2027-03-28T00:00:00+01:00", "2027-03-29T00:00:00+02:00"),
            ("monday", "2026-12-28T00:00:00+01:00", "2026-12-29T00:00:00+01:00"),
            ("mon 09:00", "2026-12-28T09:00:00+01:00", "2026-12-28T09:00:00+01:00"),
            ("wednesday 11:00", "2026-12-23T11:00:00+01:00", "2026-12-23T11:00:00+01:00"),
            ("wednesday 10:00", "2026-12-30T10:00:00+01:00", "2026-12-30T10:00:00+01:00"),
            ("2026-12-24T09:00:00+01:00", "2026-12-24T09:00:00+01:00", "2026-12-24T09:00:00+01:00"),
        ])
    func words(text: String, start: String, end: String) throws {
        let moments = try Moment.read([text])
        try #require(moments.count == 1)
        #expect(clock.rfc3339(try moments[0].start(clock, from: try now())) == start)
        #expect(clock.rfc3339(try moments[0].end(clock, from: try now())) == end)
    }

    @Test(
        "what is no moment is named",
        arguments: ["soon", "25:00", "12:60", "1-2-3-4", "monday-9", "-", "32", "2026-12-24T09:00:00"])
    func unreadable(text: String) {
        #expect(throws: MomentError.unreadable(text.lowercased())) { try Moment.read([text]) }
    }

    @Test("dates that do not exist are refused", arguments: ["31-2", "30-2-2027", "0-1", "1-13"])
    func noSuchDate(text: String) throws {
        let moment = try #require(try Moment.read([text]).first)
        #expect(throws: MomentError.noSuchDate(text)) { try moment.start(clock, from: try now()) }
    }

    @Test(
        "a period is two moments, quoted or not, or one whole day",
        arguments: [
            (["tomorrow"], "2026-12-24T00:00:00+01:00", "2026-12-25T00:00:00+01:00"),
            (["24-12", "4-1"], "2026-12-24T00:00:00+01:00", "2027-01-05T00:00:00+01:00"),
            (["monday", "09:00", "monday", "12:00"], "2026-12-28T09:00:00+01:00", "2026-12-28T12:00:00+01:00"),
            (["monday 09:00", "tuesday"], "2026-12-28T09:00:00+01:00", "2026-12-30T00:00:00+01:00"),
            (["14:00", "16:00"], "2026-12-23T14:00:00+01:00", "2026-12-23T16:00:00+01:00"),
            (["monday 09:00", "12:00"], "2026-12-28T09:00:00+01:00", "2026-12-28T12:00:00+01:00"),
        ])
    func periods(words: [String], start: String, end: String) throws {
        let period = try Leave.period(words, clock, try now())
        #expect(clock.rfc3339(period.start) == start)
        #expect(clock.rfc3339(period.end) == end)
    }

    @Test("a period needs an end when it begins at a time, and no third moment")
    func wrongPeriods() throws {
        #expect(throws: MomentError.missing) { try Leave.period(["monday 09:00"], clock, try now()) }
        #expect(throws: MomentError.missing) { try Leave.period([], clock, try now()) }
        #expect(throws: MomentError.tooMany) {
            try Leave.period(["monday", "tuesday", "friday"], clock, try now())
        }
    }
}

@Suite("PauseLength")
struct PauseLengthTests {
    @Test(
        "lengths of time",
        arguments: [
            ("45m", 2_700), ("2h", 7_200), ("1h30m", 5_400), ("1H", 3_600), ("999m", 59_940), ("45", nil), ("", nil),
            ("h", nil), ("30m1h", nil), ("1h2h", nil), ("1d", nil), ("-5m", nil), ("9999m", nil), ("1h30", nil),
        ])
    func lengths(text: String, seconds: Int?) {
        #expect(PauseLength(argument: text)?.seconds == seconds)
    }
}
