package import Routing

/// Why an agent's calendar was not taken. Nothing was changed.
package enum CalendarRefusal: Error, Sendable {
    case roster(RosterRefusal)
    /// It has no event at all, while so many absences that it brought are to come.
    case noEvents(expected: Int)
    /// The absence with this number, which is to follow the calendar again, is none that the calendar brought.
    case notOfCalendar(Int64)
    /// A sentence.
    case invalid(String)
    /// The agent's entry names no calendar.
    case noCalendar(Agent)
}
