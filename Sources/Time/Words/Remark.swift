/// What is to be said of how a moment was read: what a person may not have meant.
package enum Remark: Equatable, Sendable {
    /// A date without a year that is one of another year.
    case anotherYear(String, CalendarDay)
    /// A day of the week that is not the nearest one.
    case anotherWeek(String, CalendarDay)
    /// It began on an earlier day.
    case began(CalendarDay)
    /// The day on which somebody is back, which was named as the end.
    case back(CalendarDay)
    /// A time that the clock skips that day, and the moment that counts: when it is set forward.
    case skipped(String, LocalDateTime)
    /// A time that the clock shows twice that day, as it is set back; the first of the two counts.
    case doubled(String, LocalDateTime)
}

/// Why what was understood is asked back before it is done.
package enum Question: Equatable, Sendable {
    /// It would last so many days.
    case lasts(days: Int)
    /// It would begin in so many days.
    case begins(days: Int)
    /// It comes back without an end, which nobody has said.
    case goesOn
}
