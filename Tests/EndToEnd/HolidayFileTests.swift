import Foundation
import Testing

extension EndToEnd {
    /// Holiday files come from the internet: whatever they hold, the last good directory stays in force.
    @Suite("Holiday files", .serialized)
    struct HolidayFileTests {
        private static let today = {
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = TimeZone(identifier: "Europe/Amsterdam") ?? .gmt
            let date = calendar.dateComponents([.year, .month, .day], from: Date())
            return String(format: "%04d%02d%02d", date.year ?? 0, date.month ?? 0, date.day ?? 0)
        }()

        private static func calendar(_ lines: String...) -> String {
            (["BEGIN:VCALENDAR"] + lines + ["END:VCALENDAR", ""]).joined(separator: "\r\n")
        }

        private static func event(_ lines: String...) -> String {
            (["BEGIN:VEVENT"] + lines + ["END:VEVENT"]).joined(separator: "\r\n")
        }

        private static let good = calendar(event("DTSTART;VALUE=DATE:\(today)", "DURATION:P3D", "LOCATION:"))

        private static let files: [(name: String, text: String, finding: String)] = [
            (
                "nested", "BEGIN:VCALENDAR\n" + String(repeating: "BEGIN:VTODO\n", count: 20_000),
                "holidays.ics:17: error: is the 17th component inside another"
            ),
            (
                "zone",
                calendar(
                    "BEGIN:VTIMEZONE", "TZID:X", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000",
                    "TZOFFSETTO:+0100", "RRULE:FREQ=SECONDLY", "END:STANDARD", "END:VTIMEZONE",
                    event("DTSTART;TZID=X:20270426T100000", "DURATION:PT1H")),
                "holidays.ics:8: error: event: RRULE `FREQ=SECONDLY` repeats neither"
            ),
            (
                "rules",
                calendar(
                    String(
                        repeating: event("DTSTART:20000101", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30") + "\r\n",
                        count: 2_000)),
                "take more work than all of them together may"
            ),
            ("page", "<!DOCTYPE html>\n<html>Sign in</html>\n", "holidays.ics:1: error: is no iCalendar file"),
            ("empty", "", "holidays.ics:1: error: is no iCalendar file"),
            ("cut", String(good.dropLast(20)), "the file was cut short"),
        ]

        @Test(
            "a bad file changes nothing, at a reload and at a start",
            arguments: ["nested", "zone", "rules", "page", "empty", "cut"])
        func badFile(name: String) throws {
            let bad = try #require(Self.files.first { $0.name == name })
            let directory = Office.directory.replacing(
                "    hours: {mon-sun:", with: "    holidays: holidays.ics\n    hours: {mon-sun:")
            let office = try Office(directory: directory)
            let file = office.folder.appending(path: "holidays.ics")
            try Data(Self.good.utf8).write(to: file)
            try office.open()
            #expect(try office.route("+31505550100")["reason"] == "closed")

            try Data(bad.text.utf8).write(to: file)
            let reload = try office.majorctl("reload")
            #expect(reload.status != 0)
            #expect((reload.output + reload.errors).contains(bad.finding), "\(reload.output)\(reload.errors)")
            #expect(try office.route("+31505550100")["reason"] == "closed")

            office.majord?.signal(SIGTERM)
            _ = try office.majord?.ended()
            // Waits at most 20 seconds for it; it takes well under one.
            try office.open()
            #expect(try office.route("+31505550100")["reason"] == "closed")
            #expect(office.log.contains(bad.finding), "\(office.log)")

            try Data(Self.good.replacing("DTSTART;VALUE=DATE:\(Self.today)", with: "DTSTART;VALUE=DATE:20200101").utf8)
                .write(to: file)
            #expect(try office.majorctl("reload").status == 0)
            #expect(try office.route("+31505550100")["reason"] == "primary")
        }
    }
}
