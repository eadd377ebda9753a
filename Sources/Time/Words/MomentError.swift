/// Why a text is no moment, or no period of time.
package enum MomentError: Error, Equatable {
    case unreadable(String)
    /// It means one time to some people, and another to others.
    case ambiguous(String, LocalTime, LocalTime)
    case noSuchDate(String)
    /// A week by a number that its year does not have; how many it has.
    case noSuchWeek(String, weeks: Int, year: Int)
    /// The date is not on the day of the week that was named with it.
    case otherWeekday(String, CalendarDay)
    /// No day or time where one is needed.
    case missing
    /// A beginning with a time and no end.
    case missingEnd
    /// A beginning that was said to be one, and no end.
    case openEnd(String)
    /// It was said to have no end, and needs one.
    case endless(String)
    /// A number that may be a day of the month or an hour.
    case dayOrHour(String)
    /// A time with seconds, where minutes count.
    case byTheMinute(String)
    /// A date of which either the first or the last two digits may be the year.
    case yearUnclear(String, CalendarDay, CalendarDay)
    /// All of a week, from this Monday on, where one moment is meant.
    case wholeWeek(String, CalendarDay)
    /// A holiday that is on another date each year.
    case movable(String)
    case tooMany
    /// It comes back every week, where one day or stretch of time is meant.
    case comesBack(String)
    /// It is to come back otherwise than every one to 52 weeks.
    case rhythm(String)
    /// A time where a day alone is meant.
    case dayOnly(String)
    /// Days that were named together and do not follow each other.
    case apart(String, String)
    case endsBeforeStart(start: LocalDateTime, end: LocalDateTime)
    /// Hours of a day that end before they begin.
    case hoursBackwards(from: LocalTime, until: LocalTime)
    /// It ends when it begins.
    case noLength(LocalDateTime)
    /// All of it is past.
    case over(end: LocalDateTime)
    /// Somebody is to be back at a moment that is past.
    case passed(String, LocalDateTime)
    /// What has been is meant, and this is still to come.
    case notYet(String, LocalDateTime)
    /// A series none of whose days lie between its first and its last day.
    case neverFalls([Weekday], from: CalendarDay, through: CalendarDay)

    /// Whether the text was understood, and what it asks for makes no sense.
    package var isRefusal: Bool {
        switch self {
        case .endsBeforeStart, .hoursBackwards, .noLength, .over, .passed, .notYet, .neverFalls: true
        case .unreadable, .ambiguous, .noSuchDate, .noSuchWeek, .otherWeekday, .missing, .missingEnd, .openEnd,
            .endless, .dayOrHour,
            .rhythm, .byTheMinute, .yearUnclear, .wholeWeek, .movable,
            .tooMany, .comesBack, .dayOnly,
            .apart:
            false
        }
    }
}
