import Routing
import Time

/// A series of absences as columns, for people who read the ledger and for strict readers: hours such as `mon 09:00-12:00; fri 13:00-18:00`,
/// exceptions such as `2026-12-25; 2027-01-08 until 1799413200000`. Only what this writes is read.
enum SeriesText {
    /// Which part is none that is written.
    struct Unreadable: Error {
        let column: String
        let value: String
    }

    private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    static func hours(_ hours: WeeklyHours) -> String {
        Weekday.allCases.flatMap { day in
            hours[day].map { "\(days[day.rawValue]) \($0.from)-\($0.until)" }
        }.joined(separator: "; ")
    }

    /// Nil: each happens.
    static func exceptions(_ exceptions: [WeeklySeries.Exception]) -> String? {
        guard !exceptions.isEmpty else { return nil }
        return exceptions.map { exception in
            "\(exception.day)" + (exception.end.map { " until \($0.milliseconds)" } ?? "")
        }.joined(separator: "; ")
    }

    static func series(
        hours text: String, weeks: Int?, firstDay: String?, exceptions: String?
    ) throws(Unreadable) -> WeeklySeries {
        guard let hours = readHours(text) else { throw Unreadable(column: "hours", value: text.debugDescription) }
        guard let weeks, (1...52).contains(weeks) else {
            throw Unreadable(column: "weeks", value: weeks.map { "\($0)" } ?? "NULL")
        }
        guard let firstDay, let day = CalendarDay(text: firstDay) else {
            throw Unreadable(column: "first_day", value: firstDay?.debugDescription ?? "NULL")
        }
        guard let read = exceptions.map(readExceptions) ?? [] else {
            throw Unreadable(column: "exceptions", value: exceptions?.debugDescription ?? "")
        }
        return WeeklySeries(hours: hours, weeks: weeks, firstDay: day, exceptions: read)
    }

    private static func readHours(_ text: String) -> WeeklyHours? {
        var hours = WeeklyHours()
        for part in text.split(separator: "; ", omittingEmptySubsequences: false) {
            let words = part.split(separator: " ", omittingEmptySubsequences: false)
            guard words.count == 2, let place = days.firstIndex(of: String(words[0])) else { return nil }
            let times = words[1].split(separator: "-", omittingEmptySubsequences: false).map(readTime)
            guard times.count == 2, let from = times[0], let until = times[1],
                let range = WeeklyHours.Range(from: from, until: until)
            else { return nil }
            hours[Weekday.allCases[place]].append(range)
        }
        return self.hours(hours) == text ? hours : nil
    }

    private static func readTime(_ text: Substring) -> LocalTime? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1] else { return nil }
        return LocalTime(hour: hour, minute: minute)
    }

    private static func readExceptions(_ text: String) -> [WeeklySeries.Exception]? {
        var exceptions: [WeeklySeries.Exception] = []
        for part in text.split(separator: "; ", omittingEmptySubsequences: false) {
            let halves = part.split(separator: " until ", omittingEmptySubsequences: false)
            guard let day = halves.first.flatMap({ CalendarDay(text: $0) }) else { return nil }
            if let last = exceptions.last, last.day >= day { return nil }
            let end = halves.dropFirst().first.flatMap { Int64($0) }.map(Instant.init(clamping:))
            exceptions.append(WeeklySeries.Exception(day: day, end: end))
        }
        return self.exceptions(exceptions) == text ? exceptions : nil
    }
}
