// Which day is meant.
extension MomentReader {
    /// The day that needs no choice, of a week its Monday; nil for days of the week and dates without a year.
    func fixed(_ day: Moment.Day, _ moment: Moment) throws(MomentError) -> CalendarDay? {
        switch day {
        case .fromToday(let days): return today.advanced(by: days)
        case .monthsFromToday(let months): return TimeSpan.months(months).day(after: today)
        case .coming(let weekday): return today.advanced(by: (weekday.rawValue - today.weekday.rawValue + 6) % 7 + 1)
        case .previous(let weekday):
            return today.advanced(by: -((today.weekday.rawValue - weekday.rawValue + 6) % 7 + 1))
        case .weeksAfter(let weeks, let weekday):
            return today.advanced(by: (weekday.rawValue - today.weekday.rawValue + 7) % 7 + 7 * weeks)
        case .week(let weeks, let weekday):
            return today.advanced(by: 7 * weeks - today.weekday.rawValue + (weekday ?? .monday).rawValue)
        case .calendarWeek(let number, let year): return try monday(ofWeek: number, year, moment, onOrAfter: today)
        case .weekday, .date(_, _, nil, _): return nil
        case .date(let day, let month, let year?, let weekday):
            guard let date = CalendarDay(year: year, month: month, day: day) else { throw .noSuchDate(moment.text) }
            guard weekday == nil || weekday == date.weekday else { throw .otherWeekday(moment.text, date) }
            return date
        }
    }

    /// The first of the days that `day` can mean which is not before `reference`, and fits.
    func first(
        _ day: Moment.Day, _ moment: Moment, onOrAfter reference: CalendarDay, where fits: (CalendarDay) -> Bool
    ) throws(MomentError) -> CalendarDay {
        for candidate in candidates(day, around: reference) where candidate >= reference && fits(candidate) {
            guard agrees(candidate, day) else { throw .otherWeekday(moment.text, candidate) }
            return candidate
        }
        throw .noSuchDate(moment.text)
    }

    /// The last of the days that `day` can mean which is not after `reference`, and fits; nil where that is another day of the week than
    /// the one named with it.
    func last(
        _ day: Moment.Day, _ moment: Moment, onOrBefore reference: CalendarDay, where fits: (CalendarDay) -> Bool
    ) throws(MomentError) -> CalendarDay? {
        let all = candidates(day, around: reference)
        guard !all.isEmpty else { throw .noSuchDate(moment.text) }
        return all.last { $0 <= reference && fits($0) }.flatMap { agrees($0, day) ? $0 : nil }
    }

    /// All days that `day` can mean, in order, whose day of the week is the one that was named with it.
    func matching(_ day: Moment.Day, _ moment: Moment) throws(MomentError) -> [CalendarDay] {
        let all = candidates(day, around: today)
        guard let first = all.last(where: { $0 <= today }) ?? all.first else { throw .noSuchDate(moment.text) }
        let matching = all.filter { agrees($0, day) }
        guard !matching.isEmpty else { throw .otherWeekday(moment.text, first) }
        return matching
    }

    /// Whether a date is on the day of the week that was named with it.
    private func agrees(_ date: CalendarDay, _ day: Moment.Day) -> Bool {
        if case .date(_, _, _, let weekday?) = day { date.weekday == weekday } else { true }
    }

    /// Days that can be meant, in order: of a week before and two after, or of some years.
    private func candidates(_ day: Moment.Day, around reference: CalendarDay) -> [CalendarDay] {
        switch day {
        case .weekday(let weekday):
            let ahead = (weekday.rawValue - reference.weekday.rawValue + 7) % 7
            return [-7, 0, 7, 14].map { reference.advanced(by: ahead + $0) }
        case .date(let day, let month, let year, _):
            // 29 February comes within eight years.
            let years = year.map { $0...$0 } ?? (reference.date.year - 9)...(reference.date.year + 9)
            return years.compactMap { CalendarDay(year: $0, month: month, day: day) }
        case .fromToday, .monthsFromToday, .coming, .previous, .weeksAfter, .week, .calendarWeek: return []
        }
    }

    /// The Monday of a week by its number: of the first year in which that week is not over on a day, where none was named.
    func monday(
        ofWeek number: Int, _ year: Int?, _ moment: Moment, onOrAfter day: CalendarDay
    ) throws(MomentError) -> CalendarDay {
        // Week 53 comes within seven years.
        for candidate in year.map({ $0...$0 }) ?? (day.date.year - 1)...(day.date.year + 8) {
            guard let monday = CalendarDay(year: candidate, week: number) else { continue }
            if year != nil || monday.advanced(by: 6) >= day { return monday }
        }
        let named = year ?? day.date.year
        throw .noSuchWeek(moment.text, weeks: CalendarDay(year: named, week: 53) == nil ? 52 : 53, year: named)
    }

    /// The Monday of the last week with its number that has begun on a day, where no year was named.
    func monday(
        ofWeek number: Int, _ year: Int?, _ moment: Moment, onOrBefore day: CalendarDay
    ) throws(MomentError) -> CalendarDay {
        if year == nil {
            for candidate in (0...8).map({ day.date.year + 1 - $0 }) {
                guard let monday = CalendarDay(year: candidate, week: number), monday <= day else { continue }
                return monday
            }
        }
        return try monday(ofWeek: number, year, moment, onOrAfter: day)
    }

    /// A moment whose year has four digits: of two it is one of this century, behind the day. Where it may stand before the month and is nearer
    /// then, nobody can tell.
    func dated(_ moment: Moment) throws(MomentError) -> Moment {
        guard case .date(let day, let month, let short?, let weekday) = moment.day, short < 100 else { return moment }
        let date = CalendarDay(year: 2_000 + short, month: month, day: day)
        let other = CalendarDay(year: 2_000 + day, month: month, day: short)
        guard let date else { throw .noSuchDate(moment.text) }
        func distance(_ day: CalendarDay) -> Int { abs(day.daysSince1970 - today.daysSince1970) }
        if let other, distance(other) < distance(date) { throw .yearUnclear(moment.text, date, other) }
        var dated = moment
        dated.day = .date(day: day, month: month, year: 2_000 + short, weekday)
        return dated
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
