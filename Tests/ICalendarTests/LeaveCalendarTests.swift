import TestSupport
import Testing
import Time

@testable import ICalendar

@Suite("Leave in a calendar")
struct LeaveCalendarTests {
    struct Row: Sendable {
        let event: [String]
        let leave: [String]
        let others: [String]

        init(_ event: String..., leave: String..., others: String...) {
            (self.event, self.leave, self.others) = (event, leave, others)
        }
    }

    private static let week = ["DTSTART;VALUE=DATE:20270201", "DTEND;VALUE=DATE:20270206"]
    private static let afternoon = ["DTSTART;TZID=Europe/Amsterdam:20270201T130000", "DURATION:PT4H"]
    private static let days = "2027-02-01 to 2027-02-05"
    private static let hours = "2027-02-01T13:00:00+01:00 to 2027-02-01T17:00:00+01:00"

    /// What an event is marked with, whether an all-day one and one of four hours count, and so with `--all`; where not, why.
    @Test(
        "all-day events and those out of office count, with --all every one that takes up time",
        arguments: [
            ([], nil, "meeting", nil),
            (["TRANSP:OPAQUE"], nil, "meeting", nil),
            (["TRANSP:TRANSPARENT"], "free", "free", "free"),
            (["transp:transparent"], "free", "free", "free"),
            (["STATUS:CONFIRMED"], nil, "meeting", nil),
            (["STATUS:TENTATIVE"], "tentative", "tentative", nil),
            (["X-MICROSOFT-CDO-BUSYSTATUS:BUSY"], nil, "meeting", nil),
            (["X-MICROSOFT-CDO-BUSYSTATUS:OOF"], nil, nil, nil),
            (["X-MICROSOFT-CDO-BUSYSTATUS:oof "], nil, nil, nil),
            (["X-MICROSOFT-CDO-BUSYSTATUS:OUTOFOFFICE"], nil, nil, nil),
            (["X-MICROSOFT-CDO-BUSYSTATUS:"], nil, "meeting", nil),
            (["X-MICROSOFT-CDO-BUSYSTATUS:FREE"], "free", "free", "free"),
            (["X-MICROSOFT-CDO-BUSYSTATUS:FREE", "TRANSP:OPAQUE"], "free", "free", "free"),
            (["X-MICROSOFT-CDO-BUSYSTATUS:OOF", "TRANSP:TRANSPARENT"], "free", "free", "free"),
            (["X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE"], "tentative", "tentative", nil),
            (["X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE"], "elsewhere", "elsewhere", nil),
            (["X-MICROSOFT-CDO-INTENDEDSTATUS:OOF"], nil, nil, nil),
            // What the organizer wishes is not what he himself said.
            (["X-MICROSOFT-CDO-INTENDEDSTATUS:OOF", "X-MICROSOFT-CDO-BUSYSTATUS:BUSY"], nil, "meeting", nil),
            (["X-NEXTCLOUD-OUT-OF-OFFICE:12"], nil, nil, nil),
            (["X-GOOGLE-EVENT-TYPE:outOfOffice"], nil, nil, nil),
            (["X-GOOGLE-EVENT-TYPE:focusTime"], nil, "meeting", nil),
            (["X-GOOGLE-EVENT-TYPE", "STATUS:CONFIRMED"], nil, "meeting", nil),
        ] as [([String], String?, String?, String?)])
    func counts(marks: [String], allDay: String?, part: String?, all: String?) {
        let start = " 2027-02-01T00:00:00+01:00"
        let later = " 2027-02-01T13:00:00+01:00"
        let whole = LeaveText.read(Self.week + marks)
        #expect(whole.leave.map(LeaveText.when) == (allDay == nil ? [Self.days] : []))
        #expect(whole.others.map(LeaveText.line) == (allDay.map { [$0 + start] } ?? []))
        let some = LeaveText.read(Self.afternoon + marks)
        #expect(some.leave.map(LeaveText.when) == (part == nil ? [Self.hours] : []))
        #expect(some.others.map(LeaveText.line) == (part.map { [$0 + later] } ?? []))
        let every = LeaveText.read(Self.afternoon + marks, all: true)
        #expect(every.leave.map(LeaveText.when) == (all == nil ? [Self.hours] : []))
        #expect(every.others.map(LeaveText.line) == (all.map { [$0 + later] } ?? []))
        for reading in [whole, some, every] { #expect(reading.errors.isEmpty) }
    }

    @Test("what is cancelled never counts, and is only counted")
    func cancelled() {
        let reading = LeaveText.read(Self.week + ["STATUS:CANCELLED"], Self.afternoon, all: true)
        #expect(reading.leave.map(LeaveText.when) == [Self.hours])
        #expect((reading.events, reading.cancelled) == (2, 1))
        #expect(reading.others.isEmpty)
    }

    @Test(
        "whole days go from midnight to midnight here, wherever they were written",
        arguments: [
            // As days.
            (["DTSTART;VALUE=DATE:20270201"], "2027-02-01"),
            (["DTSTART;VALUE=DATE:20270201", "DTEND;VALUE=DATE:20270203"], "2027-02-01 to 2027-02-02"),
            // Clocks change that night: 23 hours, and 25.
            (["DTSTART;VALUE=DATE:20270328"], "2027-03-28"),
            (["DTSTART:20271030T220000Z", "DTEND:20271031T230000Z"], "2027-10-31"),
            // As midnights here, in every spelling.
            (["DTSTART:20270201T000000", "DTEND:20270202T000000"], "2027-02-01"),
            (["DTSTART;TZID=Europe/Amsterdam:20270327T000000", "DURATION:P2D"], "2027-03-27 to 2027-03-28"),
            (["DTSTART:20270131T230000Z", "DTEND:20270202T230000Z"], "2027-02-01 to 2027-02-02"),
            (["DTSTART:20270201T000000", "DTEND:20270201T235900"], "2027-02-01"),
            (["DTSTART:20270201T000000", "DTEND:20270203T235959"], "2027-02-01 to 2027-02-03"),
            // As midnights of another zone: the dates of that place.
            (
                ["DTSTART;TZID=America/New_York:20270201T000000", "DTEND;TZID=America/New_York:20270203T000000"],
                "2027-02-01 to 2027-02-02"
            ),
            (["DTSTART;TZID=Asia/Tokyo:20270201T000000", "DURATION:P1D"], "2027-02-01"),
            (["DTSTART;TZID=Tokyo Standard Time:20270201T000000", "DURATION:PT24H"], "2027-02-01"),
            (["DTSTART:20270201T000000Z", "DTEND:20270203T000000Z"], "2027-02-01 to 2027-02-02"),
            // Says that it is all-day, and its midnights are those of a place that nobody names.
            (
                ["DTSTART:20270201T050000Z", "DTEND:20270202T050000Z", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"],
                "2027-02-01"
            ),
            (
                ["DTSTART:20270131T150000Z", "DTEND:20270202T150000Z", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"],
                "2027-02-01 to 2027-02-02"
            ),
            (
                ["DTSTART:20270702T230000Z", "DTEND:20270703T230000Z", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"],
                "2027-07-03"
            ),
            (
                ["DTSTART:20270201T080000Z", "DTEND:20270201T160000Z", "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE"],
                "2027-02-01"
            ),
        ])
    func wholeDays(event: [String], days: String) throws {
        let reading = LeaveText.read(event)
        #expect(reading.leave.map(LeaveText.when) == [days])
        let range = try #require(reading.leave.first?.days)
        #expect(reading.leave.first?.interval.start == LeaveText.clock.instant(range.lowerBound, .startOfDay))
        #expect(reading.leave.first?.interval.end == LeaveText.clock.instant(range.upperBound, .startOfDay))
        #expect(reading.others.isEmpty)
        #expect(reading.findings.isEmpty)
    }

    @Test(
        "hours are no whole days",
        arguments: [
            ["DTSTART:20270201T010000", "DTEND:20270202T010000"],
            ["DTSTART:20270201T000000", "DTEND:20270201T120000"],
            ["DTSTART:20270201T120000", "DTEND:20270202T000000"],
            ["DTSTART:20270201T000000Z", "DTEND:20270201T230000Z"],
            ["DTSTART:20270201T080000", "DTEND:20270205T170000", "X-MICROSOFT-CDO-ALLDAYEVENT:FALSE"],
        ])
    func hours(event: [String]) {
        let reading = LeaveText.read(event)
        #expect(reading.leave.isEmpty)
        #expect(reading.others.map(\.reason) == [.meeting])
        // Out of office they count to the second.
        let away = LeaveText.read(event + ["X-MICROSOFT-CDO-BUSYSTATUS:OOF"])
        #expect(away.leave.map(\.days) == [nil])
    }

    @Test(
        "values of several kinds mean the same days as in a calendar of holidays",
        arguments: [
            // As Outlook writes the last occurrence's day.
            (
                ["DTSTART;VALUE=DATE:20271020", "RRULE:FREQ=YEARLY;UNTIL=20271019T220000Z;BYMONTHDAY=20;BYMONTH=10"],
                ["2027-10-20"]
            ),
            (
                ["DTSTART;VALUE=DATE:20270426", "RRULE:FREQ=DAILY;COUNT=4", "EXDATE:20270427T220000Z"],
                ["2027-04-26", "2027-04-27", "2027-04-29"]
            ),
            (["DTSTART;VALUE=DATE:20270426", "RDATE:20270429T220000Z"], ["2027-04-26", "2027-04-30"]),
            (["DTSTART;VALUE=DATE:20270426", "DTEND:20270427T220000Z"], ["2027-04-26 to 2027-04-27"]),
            // In London's days by Windows' name, with a day more by another zone.
            (
                [
                    "DTSTART;TZID=GMT Standard Time:20270714T000000", "DTEND;TZID=GMT Standard Time:20270715T000000",
                    "RDATE;TZID=America/New_York:20270715T190000",
                ], ["2027-07-14", "2027-07-16"]
            ),
        ])
    func mixed(event: [String], days: [String]) {
        let reading = LeaveText.read(event)
        #expect(reading.leave.map(LeaveText.when) == days)
        #expect(reading.errors.isEmpty)
    }

    @Test("what is over is passed over, what goes on counts from its start")
    func over() {
        #expect(LeaveText.read(["DTSTART;VALUE=DATE:20261125"]).leave.isEmpty)
        #expect(LeaveText.read(["DTSTART;VALUE=DATE:20261125"]).events == 1)
        #expect(LeaveText.read(["DTSTART:20261126T080000Z", "DTEND:20261126T090000Z"]).others.isEmpty)
        let going = LeaveText.read(["DTSTART;VALUE=DATE:20260901", "DTEND;VALUE=DATE:20261127"])
        #expect(going.leave.map(LeaveText.when) == ["2026-09-01 to 2026-11-26"])
    }

    @Test("an event that takes no time is no leave", arguments: [false, true])
    func momentary(all: Bool) {
        let reading = LeaveText.read(["DTSTART:20270201T090000", "X-MICROSOFT-CDO-BUSYSTATUS:OOF"], all: all)
        #expect(reading.leave.isEmpty)
        #expect(reading.others.map(LeaveText.line) == ["momentary 2027-02-01T09:00:00+01:00"])
    }

    @Test("a series is spread out two years ahead, without what was taken away, and each occurrence keeps its place")
    func series() {
        let friday = [
            "DTSTART;TZID=Europe/Amsterdam:20261002T130000", "DURATION:PT4H", "X-MICROSOFT-CDO-BUSYSTATUS:OOF",
        ]
        let reading = LeaveText.read(
            friday + ["RRULE:FREQ=WEEKLY", "EXDATE;TZID=Europe/Amsterdam:20261204T130000"],
            // Moved to Thursday.
            [
                "RECURRENCE-ID;TZID=Europe/Amsterdam:20261211T130000", "X-MICROSOFT-CDO-BUSYSTATUS:OOF",
                "DTSTART;TZID=Europe/Amsterdam:20261210T090000", "DURATION:PT3H",
            ],
            // A meeting by now.
            [
                "RECURRENCE-ID;TZID=Europe/Amsterdam:20261218T130000", "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
                "DTSTART;TZID=Europe/Amsterdam:20261218T130000", "DURATION:PT4H",
            ])
        #expect(
            reading.leave.prefix(3).map(LeaveText.line) == [
                "2026-11-27T13:00:00+01:00 to 2026-11-27T17:00:00+01:00 of 1/20261127T120000Z",
                "2026-12-10T09:00:00+01:00 to 2026-12-10T12:00:00+01:00 of 1/20261211T120000Z",
                "2026-12-25T13:00:00+01:00 to 2026-12-25T17:00:00+01:00 of 1/20261225T120000Z",
            ])
        #expect(reading.others.map(LeaveText.line) == ["meeting 2026-12-18T13:00:00+01:00"])
        // 2026-11-27 to 2028-11-24 are 105 Fridays; two of them are none.
        #expect(reading.leave.count == 103)
        #expect(
            reading.leave.last.map(LeaveText.line)
                == "2028-11-24T13:00:00+01:00 to 2028-11-24T17:00:00+01:00 of 1/20281124T120000Z")
    }

    @Test(
        "an occurrence is the same one however its series writes it",
        arguments: [
            "RECURRENCE-ID;VALUE=DATE:20270208", "RECURRENCE-ID:20270207T230000Z", "RECURRENCE-ID:20270208T000000",
            "RECURRENCE-ID;TZID=W. Europe Standard Time:20270208T000000",
        ])
    func samePlace(id: String) {
        let series = ["DTSTART;VALUE=DATE:20270201", "RRULE:FREQ=WEEKLY;COUNT=3"]
        let reading = LeaveText.read(series, [id, "DTSTART;VALUE=DATE:20270209", "DTEND;VALUE=DATE:20270211"])
        #expect(
            reading.leave.map(LeaveText.line) == [
                "2027-02-01 of 1/20270201", "2027-02-09 to 2027-02-10 of 1/20270208", "2027-02-15 of 1/20270215",
            ])
    }

    @Test("an occurrence whose series is not in the file has its place all the same")
    func alone() {
        let reading = LeaveText.read(["RECURRENCE-ID;VALUE=DATE:20270208", "DTSTART;VALUE=DATE:20270209"])
        #expect(reading.leave.map(LeaveText.line) == ["2027-02-09 of 1/20270208"])
    }

    @Test("all later occurrences that are moved keep their places")
    func andFuture() {
        let reading = LeaveText.read(
            ["DTSTART;VALUE=DATE:20270201", "RRULE:FREQ=WEEKLY;COUNT=4"],
            ["RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270215", "DTSTART;VALUE=DATE:20270216"])
        #expect(
            reading.leave.map(LeaveText.line) == [
                "2027-02-01 of 1/20270201", "2027-02-08 of 1/20270208", "2027-02-16 of 1/20270215",
                "2027-02-23 of 1/20270222",
            ])
    }

    @Test("events with one UID are told apart, doubles are one, and without a UID the time identifies")
    func identities() {
        let text = Occurrences.calendar([
            ["UID:a", "DTSTART;VALUE=DATE:20270301"], ["UID:a", "DTSTART;VALUE=DATE:20270201"],
            ["UID:a", "DTSTART;VALUE=DATE:20270201"], ["DTSTART;VALUE=DATE:20270401"],
        ])
        #expect(
            LeaveText.read(text).leave.map(LeaveText.line) == [
                "2027-02-01 of a", "2027-03-01 of a #2", "2027-04-01 of /20270331T220000Z/20270401T220000Z",
            ])
    }

    @Test(
        "a text that is no calendar is an error that says what it is",
        arguments: [
            ("", "it is empty"), (" \r\n\r\n", "it is empty"),
            ("<!DOCTYPE html>\n<html><body>Sign in</body></html>\n", "it begins with `<!DOCTYPE html>`"),
            ("{\"error\": \"token expired\"}", "it begins with `{\"error\": \"token expired\"}`"),
            ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n", "the file was cut short"),
            (Occurrences.calendar([["DTSTART;TZID=Nowhere/Land:20270201T000000"]]), "no time zone `Nowhere/Land`"),
            (Occurrences.calendar([["UID:1"]]), "has no start"),
        ])
    func unreadable(text: String, error: String) {
        let reading = LeaveText.read(text)
        #expect(reading.errors.count == 1)
        #expect(reading.errors.first?.text.contains(error) == true)
    }

    @Test("findings name an event by its line, never by its title")
    func titles() {
        let reading = LeaveText.read(
            ["SUMMARY:Ziekenhuis", "DTSTART;VALUE=DATE:20270201", "RRULE:FREQ=NEVER"],
            ["SUMMARY:Ziekenhuis", "DTSTART;VALUE=DATE:20270201", "EXDATE;VALUE=DATE:20270203"])
        #expect(reading.findings.count == 2)
        #expect(reading.findings.allSatisfy { !$0.text.contains("Ziekenhuis") })
    }

    @Test("a calendar with too much leave is an error, not a part of it")
    func tooMuch() {
        let often = [
            "DTSTART:20261126T000000", "DURATION:PT1M", "RRULE:FREQ=DAILY;BYHOUR=8,9,10,11,12,13,14;BYMINUTE=30",
        ]
        let reading = LeaveText.read(often, all: true)
        #expect(reading.errors.map(\.line) == [2])
        #expect(LeaveText.read(String(repeating: " ", count: LeaveCalendar.limit + 1)).errors.count == 1)
    }
}
