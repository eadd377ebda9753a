import ICalendar
import TestSupport
import Time

/// Reads agents' calendars in Amsterdam on 2026-11-26 at 10:00, and writes down what they say.
enum LeaveText {
    static let now = at("2026-11-26 10:00")
    static let clock = ServiceClock(amsterdam)

    static func read(_ text: String, all: Bool = false, now: Instant = LeaveText.now) -> LeaveReading {
        LeaveCalendar(clock: clock, now: now, all: all).read(text)
    }

    static func read(_ events: [String]..., all: Bool = false) -> LeaveReading {
        read(Occurrences.calendar(events.map { ["UID:1"] + $0 }), all: all)
    }

    /// `2027-02-01 to 2027-02-02` (both days included), or `2027-02-01T13:00:00+01:00 to 2027-02-01T17:00:00+01:00`.
    static func when(_ leave: CalendarLeave) -> String {
        guard let days = leave.days else {
            return "\(clock.rfc3339(leave.interval.start)) to \(clock.rfc3339(leave.interval.end))"
        }
        return days.count == 1 ? "\(days.lowerBound)" : "\(days.lowerBound) to \(days.upperBound.advanced(by: -1))"
    }

    /// The time and what identifies it: `2027-02-01 of 1`, `2027-02-08 of 1/20270208`.
    static func line(_ leave: CalendarLeave) -> String {
        "\(when(leave)) of \(leave.identity.uid)\(leave.identity.recurrence.map { "/\($0)" } ?? "")"
    }

    /// `meeting 2027-02-01T13:00:00+01:00`, with how many there are where it is more than one: `meeting 2027-…, 12`.
    static func line(_ other: OtherEvent) -> String {
        "\(other.reason) \(clock.rfc3339(other.start))\(other.count == 1 ? "" : ", \(other.count)")"
    }
}
