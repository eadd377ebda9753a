// Which day is meant.
extension MomentReader {
    /// The day that needs no choice; nil for days of the week and dates without a year.
    func fixed(_ day: Moment.Day, _ moment: Moment) throws(MomentError) -> CalendarDay? {
        switch day {
        case .fromToday(let days): return today.advanced(by: days)
        case .nextWeek(let weekday): return nextWeek(weekday)
        case .weekday, .date(_, _, nil): return nil
        case .date(let day, let month, let year?):
            guard let date = CalendarDay(year: year, month: month, day: day) else { throw .noSuchDate(moment.text) }
            return date
        }
    }

    /// The first of the days that `day` can mean which is not before `reference`, and fits.
    func first(
        _ day: Moment.Day, _ moment: Moment, onOrAfter reference: CalendarDay, where fits: (CalendarDay) -> Bool
    ) throws(MomentError) -> CalendarDay {
        for candidate in candidates(day, around: reference) where candidate >= reference && fits(candidate) {
            return candidate
        }
        throw .noSuchDate(moment.text)
    }

    /// The last of the days that `day` can mean which is not after `reference`, and fits.
    func last(
        _ day: Moment.Day, _ moment: Moment, onOrBefore reference: CalendarDay, where fits: (CalendarDay) -> Bool
    ) throws(MomentError) -> CalendarDay? {
        let all = candidates(day, around: reference)
        guard !all.isEmpty else { throw .noSuchDate(moment.text) }
        return all.last { $0 <= reference && fits($0) }
    }

    /// Days that can be meant, in order: of a week before and two after, or of some years.
    private func candidates(_ day: Moment.Day, around reference: CalendarDay) -> [CalendarDay] {
        switch day {
        case .fromToday(let days): return [today.advanced(by: days)]
        case .nextWeek(let weekday): return [nextWeek(weekday)]
        case .weekday(let weekday):
            let ahead = (weekday.rawValue - reference.weekday.rawValue + 7) % 7
            return [-7, 0, 7, 14].map { reference.advanced(by: ahead + $0) }
        case .date(let day, let month, let year):
            // 29 February comes within eight years.
            let years = year.map { $0...$0 } ?? (reference.date.year - 1)...(reference.date.year + 9)
            return years.compactMap { CalendarDay(year: $0, month: month, day: day) }
        }
    }

    private func nextWeek(_ weekday: Weekday) -> CalendarDay {
        today.advanced(by: 7 - today.weekday.rawValue + weekday.rawValue)
    }

    func instant(_ day: CalendarDay, _ time: LocalTime?) -> Instant {
        clock.instant(day, time ?? .startOfDay)
    }

    /// How many days lie between two instants, the last one counted.
    func days(from start: Instant, until end: Instant) -> Int {
        let last = clock.local(end)
        let days = last.day.daysSince1970 - clock.day(of: start).daysSince1970
        return last.time == .startOfDay ? days : days + 1
    }
}
