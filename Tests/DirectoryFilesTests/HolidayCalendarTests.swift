import Foundation
import Routing
import Testing

@testable import DirectoryFiles

@Suite("Holidays")
struct HolidayCalendarTests {
    private func read(_ text: String) throws -> (holidays: Holidays, lines: [String]) {
        let clock = ServiceClock(try #require(TimeZone(identifier: "Europe/Amsterdam")))
        let findings = Findings()
        let holidays = HolidayCalendar(file: "h.ics", clock: clock, findings).read(text)
        return (holidays, findings.all.map(\.description))
    }

    private func calendar(_ lines: String...) -> String {
        let event = ["BEGIN:VEVENT", "UID:1", "SUMMARY:Feest"] + lines + ["END:VEVENT"]
        return (["BEGIN:VCALENDAR", "VERSION:2.0"] + event + ["END:VCALENDAR", ""]).joined(separator: "\r\n")
    }

    @Test(
        "all-day events are days",
        arguments: [
            (["DTSTART;VALUE=DATE:20261225"], ["2026-12-25"]),
            (["DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20261226"], ["2026-12-25"]),
            (["DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20261225"], ["2026-12-25"]),
            (["DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20261227"], ["2026-12-25", "2026-12-26"]),
            (["DTSTART;VALUE=DATE:20261231", "DURATION:P2D"], ["2026-12-31", "2027-01-01"]),
            (["DTSTART;VALUE=DATE:20261225", "RRULE:FREQ=YEARLY;COUNT=2"], ["2026-12-25", "2027-12-25"]),
            (
                ["DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY;UNTIL=20281231", "EXDATE;VALUE=DATE:20270101"],
                ["2026-01-01", "2028-01-01"]
            ),
            (
                ["DTSTART;VALUE=DATE:20260405", "RDATE;VALUE=DATE:20270328,20280416"],
                ["2026-04-05", "2027-03-28", "2028-04-16"]
            ),
            (["DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY;COUNT=2"], ["2024-02-29", "2028-02-29"]),
            (["DTSTART;VALUE=DATE:20261225", "STATUS:CANCELLED"], []),
        ] as [([String], [String])])
    func days(lines: [String], expected: [String]) throws {
        let text = (["BEGIN:VCALENDAR", "BEGIN:VEVENT"] + lines + ["END:VEVENT", "END:VCALENDAR"]).joined(
            separator: "\r\n")
        let (holidays, findings) = try read(text)
        #expect(findings == [])
        #expect(holidays.days.sorted().map(\.description) == expected)
        #expect(holidays.closures.isEmpty)
    }

    @Test("a rule without an end goes on until 2099")
    func endless() throws {
        let (holidays, lines) = try read(calendar("DTSTART;VALUE=DATE:19900101", "RRULE:FREQ=YEARLY"))
        #expect(lines == [])
        let days = holidays.days.sorted().map(\.description)
        #expect(days.count == 100)
        #expect(days.first == "2000-01-01")
        #expect(days.last == "2099-01-01")
    }

    @Test(
        "events with times are closures on the service's clock",
        arguments: [
            (
                ["DTSTART:20261231T160000", "DTEND:20270101T000000"],
                ["2026-12-31T16:00:00+01:00 2027-01-01T00:00:00+01:00"]
            ),
            (["DTSTART:20260701T100000Z", "DURATION:PT90M"], ["2026-07-01T12:00:00+02:00 2026-07-01T13:30:00+02:00"]),
            (
                ["DTSTART;TZID=Europe/London:20260701T100000", "DTEND;TZID=Europe/London:20260701T110000"],
                ["2026-07-01T11:00:00+02:00 2026-07-01T12:00:00+02:00"]
            ),
            (
                ["DTSTART:20261024T120000", "DTEND:20261024T130000", "RRULE:FREQ=DAILY;COUNT=2"],
                [
                    "2026-10-24T12:00:00+02:00 2026-10-24T13:00:00+02:00",
                    "2026-10-25T12:00:00+01:00 2026-10-25T13:00:00+01:00",
                ]
            ),
            (
                [
                    "DTSTART;TZID=Europe/London:20261024T120000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3",
                    "EXDATE;TZID=Europe/London:20261025T120000",
                ],
                [
                    "2026-10-24T13:00:00+02:00 2026-10-24T14:00:00+02:00",
                    "2026-10-26T13:00:00+01:00 2026-10-26T14:00:00+01:00",
                ]
            ),
        ] as [([String], [String])])
    func closures(lines: [String], expected: [String]) throws {
        let text = (["BEGIN:VCALENDAR", "BEGIN:VEVENT"] + lines + ["END:VEVENT", "END:VCALENDAR"]).joined(
            separator: "\n")
        let (holidays, findings) = try read(text)
        #expect(findings == [])
        #expect(holidays.days.isEmpty)
        let clock = ServiceClock(try #require(TimeZone(identifier: "Europe/Amsterdam")))
        #expect(holidays.closures.intervals.map { "\(clock.rfc3339($0.start)) \(clock.rfc3339($0.end))" } == expected)
    }

    @Test("what is no calendar is a finding")
    func malformed() throws {
        let whole = calendar("DTSTART;VALUE=DATE:20261225")
        for text in ["", "hello", "BEGIN:VCALENDAR", String(whole.dropLast(20)), whole + "\0", "<html></html>"] {
            #expect(
                try read(text).lines == ["h.ics: error: is no iCalendar file from BEGIN:VCALENDAR to END:VCALENDAR"])
        }
    }

    @Test("what is wrong with an event names it", .timeLimit(.minutes(1)))
    func events() throws {
        func line(_ lines: String...) throws -> [String] {
            let event = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "SUMMARY:Feest"] + lines + ["END:VEVENT", "END:VCALENDAR"]
            return try read(event.joined(separator: "\n")).lines
        }
        #expect(try line() == ["h.ics: error: event `Feest` has no start (DTSTART) between the years 1900 and 2199"])
        #expect(
            try line("DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20261201")
                == ["h.ics: error: event `Feest` does not end after its start"])
        #expect(try line("DTSTART:20261225T100000") == ["h.ics: error: event `Feest` does not end after its start"])
        #expect(
            try line("DTSTART;VALUE=DATE:20261225", "RRULE:FREQ=SECONDLY")
                == ["h.ics: error: event `Feest` repeats (RRULE) neither daily, weekly, monthly nor yearly"])
        #expect(try line("DTSTART;VALUE=DATE:20261301").count >= 1)
        #expect(try line("DTSTART;VALUE=DATE:20261225", "RRULE:FREQ=SOMETIMES").count >= 1)
        let manyDays = ["DTSTART;VALUE=DATE:20000101", "DTEND;VALUE=DATE:20990101", "RRULE:FREQ=DAILY"]
        #expect(try line(manyDays[0], manyDays[1], manyDays[2]) == ["h.ics: error: event `Feest` lasts too many days"])
    }

    @Test("a holiday file that is not there is a finding where it is named")
    func missing() throws {
        let folder = try TestFolder()
        try folder.replace("    hours:", with: "    holidays: feest.ics\n    hours:", in: "majord.yaml")
        #expect(folder.read().lines == ["majord.yaml:8:15: error: `feest.ics` does not exist"])
    }
}
