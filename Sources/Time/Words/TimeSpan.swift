/// A length of time as people say it: whole days, calendar months, or minutes on the clock.
package enum TimeSpan: Equatable, Sendable {
    case days(Int)
    case months(Int)
    case minutes(Int)

    /// The day that lies so far after another; the last one of its month where that is shorter. Minutes are none.
    func day(after day: CalendarDay) -> CalendarDay {
        switch self {
        case .days(let count): return day.advanced(by: count)
        case .minutes: return day
        case .months(let count):
            let (year, month, number) = day.date
            let months = year * 12 + month - 1 + count
            let (newYear, newMonth) = (months / 12, months % 12 + 1)
            let last = CalendarDay.length(ofMonth: newMonth, year: newYear)
            return CalendarDay(year: newYear, month: newMonth, day: min(number, last)) ?? day
        }
    }

    /// The same length backwards.
    var negated: TimeSpan { times(-1) }

    /// So many of it.
    func times(_ factor: Int) -> TimeSpan {
        switch self {
        case .days(let count): .days(count * factor)
        case .months(let count): .months(count * factor)
        case .minutes(let count): .minutes(count * factor)
        }
    }
}
