import Foundation
import ICalendar
import Routing
import Testing
import Time

@testable import DirectoryFiles

@Suite("Holidays")
struct HolidayCalendarTests {
    private func read(_ text: String) throws -> (holidays: Holidays, lines: [String]) {
        let clock = ServiceClock(try #require(TimeZone(identifier: "Europe/Amsterdam")))
        let findings = Findings()
        var budget = ReadingBudget()
        let holidays = HolidayCalendar(file: "h.ics", clock: clock, findings).read(text, &budget)
        return (holidays, findings.all.map(\.description))
    }

    private func calendar(_ lines: String...) -> String {
        let event = ["BEGIN:VEVENT", "UID:1", "SUMMARY:Feest"] + lines + ["END:VEVENT"]
        return (["BEGIN:VCALENDAR", "VERSION:2.0"] + event + ["END:VCALENDAR", ""]).joined(separator: "\r\n")
    }

    @Test("a day has the name of its event; of two the first")
    func names() throws {
        let christmas = calendar("DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20261227")
        let other = "BEGIN:VEVENT\r\nUID:2\r\nDTSTART;VALUE=DATE:20261226\r\nSUMMARY:Later\r\nEND:VEVENT\r\n"
        let (holidays, findings) = try read(
            christmas.replacing("END:VCALENDAR", with: "\(other)END:VCALENDAR"))
        #expect(findings == [])
        let named = holidays.names.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        #expect(named == ["2026-12-25 Feest", "2026-12-26 Feest"])
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

    @Test("what is no calendar is a finding with its line")
    func malformed() throws {
        let whole = calendar("DTSTART;VALUE=DATE:20261225")
        let none = "is no iCalendar file from BEGIN:VCALENDAR to END:VCALENDAR"
        #expect(try read("").lines == ["h.ics:1: error: \(none): it is empty"])
        #expect(try read("\n\n").lines == ["h.ics:1: error: \(none): it is empty"])
        #expect(try read("hello").lines == ["h.ics:1: error: \(none): it begins with `hello`"])
        #expect(
            try read("<!DOCTYPE html>\n<html></html>").lines
                == ["h.ics:1: error: \(none): it begins with `<!DOCTYPE html>`"])
        #expect(
            try read("BEGIN:VCALENDAR").lines
                == ["h.ics:1: error: BEGIN:VCALENDAR has no END:VCALENDAR: the file was cut short"])
        #expect(
            try read(whole.replacing("END:VEVENT\r\nEND:VCALENDAR\r\n", with: "")).lines
                == ["h.ics:3: error: BEGIN:VEVENT has no END:VEVENT: the file was cut short"])
        #expect(try read(whole + "\0").lines == ["h.ics:9: error: \(none): there is a NUL byte in this line"])
        #expect(
            try read("BEGIN:VCALENDAR\nEND:VCALENDAR\n").lines
                == ["h.ics: error: holds no event; fill it, or leave `holidays` out"])
    }

    @Test("what is wrong with an event names it and its line", .timeLimit(.minutes(5)))
    func events() throws {
        func line(_ lines: String...) throws -> [String] {
            let event = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "SUMMARY:Feest"] + lines + ["END:VEVENT", "END:VCALENDAR"]
            return try read(event.joined(separator: "\n")).lines
        }
        #expect(try line() == ["h.ics:2: error: event `Feest`: has no start (DTSTART)"])
        #expect(
            try line("DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20261201")
                == ["h.ics:5: error: event `Feest`: does not end after its start"])
        let endless = "takes no time: give it an end (DTEND) after its start, or write it as a whole day"
        #expect(try line("DTSTART:20261225T100000") == ["h.ics:2: error: event `Feest` \(endless)"])
        #expect(
            try line("DTSTART;VALUE=DATE:20261225", "RRULE:FREQ=SECONDLY")
                == [
                    "h.ics:5: error: event `Feest`: RRULE `FREQ=SECONDLY` repeats neither daily, weekly, monthly nor yearly"
                ])
        let unknown =
            "no time zone `Mars/Olympus` is known, and the file has none of that name (VTIMEZONE); "
            + "write one such as Europe/Amsterdam"
        #expect(
            try line("DTSTART;TZID=Mars/Olympus:20261225T100000", "DURATION:PT1H")
                == ["h.ics:4: error: event `Feest`: \(unknown)"])
        let manyDays = ["DTSTART;VALUE=DATE:20000101", "DTEND;VALUE=DATE:20990101", "RRULE:FREQ=DAILY"]
        #expect(
            try line(manyDays[0], manyDays[1], manyDays[2])
                == ["h.ics:2: error: event `Feest` lasts too many days; the file's events may take 100000 together"])
    }

    @Test("a holiday of Google and Apple closes, though it takes up nobody's time")
    func transparent() throws {
        let (holidays, lines) = try read(calendar("DTSTART;VALUE=DATE:20261225", "TRANSP:TRANSPARENT"))
        #expect(lines == [])
        #expect(holidays.days.map(\.description) == ["2026-12-25"])
    }

    @Test("a file in another encoding is read; its names alone suffer")
    func encoding() throws {
        let folder = try TestFolder()
        try folder.replace("    hours:", with: "    holidays: feest.ics\n    hours:", in: "majord.yaml")
        let before = Data("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261124\nSUMMARY:Caf".utf8)
        let after = Data("\nEND:VEVENT\nEND:VCALENDAR\n".utf8)
        try (before + Data([0xE9]) + after).write(to: URL(filePath: folder.path + "/feest.ics"))
        let (directory, lines) = folder.read()
        #expect(lines == [])
        #expect(directory?.settings.levels.first?.closedDays.map(\.description) == ["2026-11-24"])
    }

    @Test("levels that share a file are told of its mistakes once, with the file's own lines")
    func shared() throws {
        let folder = try TestFolder()
        try folder.replace("    hours:", with: "    holidays: feest.ics\n    hours:", in: "majord.yaml")
        try folder.write("feest.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:1\nEND:VEVENT\nEND:VCALENDAR\n")
        let text = "write 20270426, 20270426T130000 or 20270426T110000Z"
        #expect(
            folder.read().lines == [
                "feest.ics:3: error: event: DTSTART `1` is no date or time of the years 1 to 9999; \(text)"
            ])
        #expect(folder.read().directory == nil)
    }

    @Test("ways to write the same file's name are one file")
    func sameFile() throws {
        let folder = try TestFolder()
        try folder.write("feest.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:1\nEND:VEVENT\nEND:VCALENDAR\n")
        let hours = "    hours: {mon-fri: \"08:00-18:00\"}\n"
        let names = ["feest.ics", "./feest.ics", "\(folder.path)/feest.ics", ".//./feest.ics"]
        let levels = names.enumerated().map { "  level\($0):\n\(hours)    holidays: \($1)\n" }.joined()
        try folder.replace("levels:\n", with: "levels:\n\(levels)", in: "majord.yaml")
        #expect(folder.read().lines.filter { $0.contains("feest.ics:3") }.count == 1)
    }

    @Test(
        "all holiday files of a directory have one budget, and each that is not read is told of",
        .timeLimit(.minutes(2)))
    func budget() throws {
        let folder = try TestFolder()
        let event = "BEGIN:VEVENT\nDTSTART:20000101\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\nEND:VEVENT\n"
        let text = "BEGIN:VCALENDAR\n\(String(repeating: event, count: 15))END:VCALENDAR\n"
        let hours = "    hours: {mon-fri: \"08:00-18:00\"}\n"
        let names = ["a.ics", "b.ics", "c.ics", "d.ics"]
        for name in names { try folder.write(name, text) }
        let levels = names.enumerated().map { "  level\($0):\n\(hours)    holidays: \($1)\n" }.joined()
        try folder.replace("levels:\n", with: "levels:\n\(levels)", in: "majord.yaml")
        let errors = folder.read().lines.filter { $0.contains(": error:") && $0.contains(".ics") }
        #expect(errors.allSatisfy { $0.contains("more work than all of them together may") })
        #expect(errors.map { String($0.prefix(5)) } == ["b.ics", "c.ics", "d.ics"], "\(errors)")
    }

    @Test("a holiday file that is not there is a finding where it is named")
    func missing() throws {
        let folder = try TestFolder()
        try folder.replace("    hours:", with: "    holidays: feest.ics\n    hours:", in: "majord.yaml")
        #expect(folder.read().lines == ["majord.yaml:8:15: error: `feest.ics` does not exist"])
    }
}
