import Foundation
import ICalendar
import Testing
import Time

/// Reads calendars on a clock in Amsterdam, and writes down what they mean.
enum Occurrences {
    static let window = CalendarDay(daysSince1970: 10_957)...CalendarDay(daysSince1970: 47_481)

    static func clock() throws -> ServiceClock {
        ServiceClock(try #require(TimeZone(identifier: "Europe/Amsterdam")))
    }

    static func calendar(_ events: [[String]], before: [String] = []) -> String {
        let all = events.flatMap { ["BEGIN:VEVENT"] + $0 + ["END:VEVENT"] }
        return (["BEGIN:VCALENDAR"] + before + all + ["END:VCALENDAR", ""]).joined(separator: "\r\n")
    }

    /// Occurrences such as `2027-04-26` (one day), `2027-04-26 to 2027-04-28` (the last day included) or
    /// `2027-04-26T18:00:00+02:00 to 2027-04-26T19:00:00+02:00`, and findings such as `3: error: …`.
    static func read(_ text: String) throws -> (occurrences: [String], findings: [String]) {
        let clock = try clock()
        let (events, findings) = CalendarReader(clock: clock, window: window).read(text)
        let all = events.flatMap(\.occurrences).map { occurrence in
            switch occurrence {
            case .days(let days):
                days.count == 1 ? "\(days.lowerBound)" : "\(days.lowerBound) to \(days.upperBound.advanced(by: -1))"
            case .time(let start, let end): "\(clock.rfc3339(start)) to \(clock.rfc3339(end))"
            }
        }
        return (
            all.sorted(), findings.map { "\($0.line): \($0.severity == .error ? "error" : "warning"): \($0.text)" }
        )
    }

    static func read(event: String...) throws -> (occurrences: [String], findings: [String]) {
        try read(calendar([event]))
    }
}

extension Range<CalendarDay> {
    var count: Int { upperBound.daysSince1970 - lowerBound.daysSince1970 }
}
