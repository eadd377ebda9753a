// Times in tests, written as people write them.
package import Foundation
package import Time

package let amsterdam = zone("Europe/Amsterdam")

package func zone(_ name: String) -> TimeZone {
    guard let zone = TimeZone(identifier: name) else { preconditionFailure("no zone \(name)") }
    return zone
}

/// The instant at which Foundation's calendar shows `2026-03-02 09:00` or `2026-03-02 09:00:00.001`.
package func at(_ text: String, in zone: TimeZone = amsterdam) -> Instant {
    let parts = text.split { !$0.isNumber }.compactMap { Int($0) } + [0, 0, 0, 0]
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let date = calendar.date(
        from: DateComponents(
            year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4], second: parts[5]))
    guard let date else { preconditionFailure("no time \(text)") }
    return Instant(clamping: Int64(date.timeIntervalSince1970) * 1_000 + Int64(parts[6]))
}

package func utc(_ text: String) -> Instant {
    at(text, in: zone("UTC"))
}

package func interval(_ from: String, _ until: String) -> Interval {
    guard let interval = Interval(from: at(from), until: at(until)) else { preconditionFailure("empty interval") }
    return interval
}

/// `2026-12-24`
package func day(_ text: String) -> CalendarDay {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard let day = CalendarDay(year: parts[0], month: parts[1], day: parts[2]) else {
        preconditionFailure("no day \(text)")
    }
    return day
}

/// `08:00`
package func time(_ text: some StringProtocol) -> LocalTime {
    let parts = text.split(separator: ":").compactMap { Int($0) }
    guard let time = LocalTime(hour: parts[0], minute: parts[1]) else { preconditionFailure("no time \(text)") }
    return time
}

/// `08:00-12:00` on each of the days.
package func hours(_ days: [Weekday], _ ranges: String...) -> WeeklyHours {
    var hours = WeeklyHours()
    for day in days {
        hours[day] = ranges.compactMap { range in
            let ends = range.split(separator: "-").map { time($0) }
            return WeeklyHours.Range(from: ends[0], until: ends[1])
        }
    }
    return hours
}

extension ServiceClock {
    /// A whole day: 23, 24 or 25 hours.
    package func wholeDay(_ day: CalendarDay) -> Interval? {
        Interval(from: instant(day, .startOfDay), until: instant(day.advanced(by: 1), .startOfDay))
    }
}

extension [Weekday] {
    package static let workdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
}

extension SeededGenerator {
    package mutating func instant(in interval: Interval) -> Instant {
        Instant(
            clamping: .random(in: interval.start.milliseconds..<interval.end.milliseconds, using: &self))
    }
}
