package import Time

/// One event of a calendar with everything that it means.
package struct CalendarEvent: Sendable {
    package enum Status: String, Sendable {
        case confirmed = "CONFIRMED"
        case tentative = "TENTATIVE"
        case cancelled = "CANCELLED"
    }

    /// When it takes place once.
    package enum Occurrence: Hashable, Sendable {
        /// Whole days of the calendar, wherever one is.
        case days(Range<CalendarDay>)
        /// From an instant until another, which is the same for an event that takes no time.
        case time(from: Instant, until: Instant)
    }

    /// An occurrence's place in its series, whatever has become of it since: what RECURRENCE-ID means, however it is written.
    package enum Place: Hashable, Sendable {
        case day(CalendarDay)
        case time(Instant)
    }

    /// What identifies it over all versions of a calendar, with `recurrenceID` where it changes an occurrence of another event.
    package let uid: String?
    /// The occurrence of the series that it changes, as the file writes it (RECURRENCE-ID).
    package let recurrenceID: String?
    package let summary: String?
    /// Nil where the file does not say.
    package let status: Status?
    /// Whether it takes up somebody's time (TRANSP). Public holidays often do not.
    package let isOpaque: Bool
    /// Microsoft's word for it, in capitals: `OOF` is out of office.
    package let busyStatus: String?
    /// Whether the program that wrote it means that somebody is out of office.
    package let isOutOfOffice: Bool
    package let isAllDay: Bool
    /// Whether it says that it is all-day although it has times (X-MICROSOFT-CDO-ALLDAYEVENT).
    package let isMarkedAllDay: Bool
    /// On whose wall its times are written; nil where it has days.
    package let zone: ServiceClock?
    /// Where it begins in the file.
    package let line: Int
    /// In order, without doubles; none of a cancelled event. Those that a later event of the file changes are that event's.
    package let occurrences: [Occurrence]
    /// For each occurrence its place in its series; nil for one that is of none.
    package let places: [Place?]
}
