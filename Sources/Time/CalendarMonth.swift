/// A month of the calendar.
package struct CalendarMonth: Hashable, Comparable, Sendable {
    package let firstDay: CalendarDay

    /// The month that a day is in.
    package init(of day: CalendarDay) {
        firstDay = day.advanced(by: 1 - day.date.day)
    }

    /// Reads `2026-11`; nil for anything else.
    package init?(text: String) {
        guard text.utf8.count == 7, let day = CalendarDay(text: "\(text)-01") else { return nil }
        firstDay = day
    }

    package var next: CalendarMonth { CalendarMonth(of: firstDay.advanced(by: 31)) }
    package var previous: CalendarMonth { CalendarMonth(of: firstDay.advanced(by: -1)) }

    /// From the midnight with which it begins to that of the next month; nil beyond the years that majord knows.
    package func interval(_ clock: ServiceClock) -> Interval? {
        Interval(from: clock.instant(firstDay, .startOfDay), until: clock.instant(next.firstDay, .startOfDay))
    }

    package static func < (one: CalendarMonth, other: CalendarMonth) -> Bool { one.firstDay < other.firstDay }
}

extension CalendarMonth: CustomStringConvertible {
    /// `2026-11`
    package var description: String { String(firstDay.description.prefix(7)) }
}
