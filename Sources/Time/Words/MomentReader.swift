/// Tells what people mean by days and times: the one reader for all who type them, with the clock and the present as it is given.
///
/// Of days without a year and days of the week one must be chosen. Leave takes the first that is not over, or one that began within
/// ``nearPast`` when the leave is still running. Being back takes the first that is still to come. Looking back takes the last one within
/// ``nearPast``, else the nearer of the last one and the next.
package struct MomentReader: Sendable {
    /// How long ago something may have begun for a date without a year to mean that: as long as majord remembers who was away.
    package static let nearPast = 31
    /// What is longer, or had to roll into another year and is farther away, is asked back.
    package static let unasked = Milliseconds.days(90)

    package let clock: ServiceClock
    package let now: Instant
    /// Where morning ends and afternoon begins.
    package let noon: LocalTime

    package init(clock: ServiceClock, now: Instant, noon: LocalTime = .noon) {
        self.clock = clock
        self.now = now
        self.noon = noon
    }

    package var today: CalendarDay { clock.day(of: now) }

    /// A moment, and what is to be said of how it was read.
    package struct Understood: Equatable, Sendable {
        package let instant: Instant
        package let remarks: [Remark]
        /// To be answered with yes before anything is done.
        package let question: Question?
    }

    /// A beginning and an end, and what is to be said of how they were read.
    package struct UnderstoodPeriod: Equatable, Sendable {
        /// Never before now: what has been stays as it was.
        package let start: Instant
        /// The first instant after it.
        package let end: Instant
        package let remarks: [Remark]
        package let question: Question?
    }

    /// A day, and what is to be said of how it was read.
    package struct UnderstoodDay: Equatable, Sendable {
        package let day: CalendarDay
        package let remarks: [Remark]
    }

    /// When somebody is back: a day without a time is the day on which he is; a length counts from now.
    ///
    /// - Parameter start: When he will be away, where that is to come: a length counts from there, a time is of that day, and days of the week
    ///   and dates without a year are the first ones after it.
    package func back(_ words: [String], from start: Instant? = nil) throws(MomentError) -> Understood {
        let moment = try single(words)
        guard moment.seconds == 0 else { throw .byTheMinute(moment.text) }
        let begin = max(start ?? now, now)
        let (instant, rolled) = begin > now ? try end(moment, after: begin) : try next(moment)
        guard instant > now else { throw .passed(moment.text, clock.local(instant)) }
        guard instant > begin else {
            let (first, last) = (clock.local(begin), clock.local(instant))
            throw instant == begin ? .noLength(first) : .endsBeforeStart(start: first, end: last)
        }
        let isFar = instant.since(begin) > Self.unasked
        let day = clock.day(of: instant)
        return Understood(
            instant: instant, remarks: (rolled ? [remark(moment, day)] : []) + clockRemarks(moment, instant),
            question: isFar ? Question.lasts(days: days(from: begin, until: instant)) : nil)
    }

    /// The end of what begins later; whether it is in another week or year than one may think.
    private func end(_ moment: Moment, after start: Instant) throws(MomentError) -> (instant: Instant, rolled: Bool) {
        let begins = clock.local(start)
        if let length = moment.length {
            if case .minutes(let minutes) = length { return (start.advanced(by: .minutes(minutes)), false) }
            return (instant(length.day(after: begins.day), begins.time), false)
        }
        guard let day = moment.day, day.isChosen else {
            return moment.day == nil && moment.time != nil
                ? (instant(begins.day, moment.time), false) : (try next(moment).instant, false)
        }
        let nearest = try first(day, moment, onOrAfter: begins.day) { _ in true }
        let found = try first(day, moment, onOrAfter: begins.day) { instant($0, moment.time) > start }
        let isAnotherYear = isAnotherYear(moment, found) && found.date.year != begins.day.date.year
        return (instant(found, moment.time), found != nearest || isAnotherYear)
    }

    /// A moment to ask about that has more likely been: a day without a time is its beginning.
    package func lookingBack(_ words: [String]) throws(MomentError) -> Understood {
        let moment = try single(words) { moment, number, year throws(MomentError) in
            try monday(ofWeek: number, year, moment, onOrBefore: today)
        }
        let instant = try lookingBack(moment)
        return understood(moment, instant, isYearSaid: true)
    }

    /// The beginning of a time that is looked back on, or its end: as `lookingBack`, and of a week by its number its Monday.
    package func bound(_ words: [String]) throws(MomentError) -> Understood {
        guard let week = try week(words) else { return try lookingBack(words) }
        return Understood(instant: instant(week, nil), remarks: [], question: nil)
    }

    /// The Monday of a week that was named by its number, and has begun; nil where something else was named.
    private func week(_ words: [String]) throws(MomentError) -> CalendarDay? {
        let moments = try read(words)
        guard moments.count == 1, case .calendarWeek(let number, let year) = moments[0].day else { return nil }
        return try monday(ofWeek: number, year, moments[0], onOrBefore: today)
    }

    private func lookingBack(_ moment: Moment) throws(MomentError) -> Instant {
        guard let day = moment.day, day.isChosen else { return try next(moment, lengths: -1).instant }
        // A date with its day of the week is in some years only.
        let days = try matching(day, moment)
        let past = days.last { instant($0, moment.time) <= now }
        let next = days.first { instant($0, moment.time) > now }
        switch (past.map { instant($0, moment.time) }, next.map { instant($0, moment.time) }) {
        case (let past?, let next?):
            let isNear = today.daysSince1970 - clock.day(of: past).daysSince1970 <= Self.nearPast
            return isNear || now.since(past) <= next.since(now) ? past : next
        case (let one?, nil), (nil, let one?): return one
        case (nil, nil): throw .noSuchDate(moment.text)
        }
    }

    /// A moment to ask about that is more likely to come: a day without a time is its beginning, today's included.
    package func lookingAhead(_ words: [String]) throws(MomentError) -> Understood {
        let moment = try single(words)
        return understood(moment, try lookingAhead(moment))
    }

    private func lookingAhead(_ moment: Moment) throws(MomentError) -> Instant {
        guard let day = moment.day, day.isChosen, moment.time == nil else { return try next(moment).instant }
        return instant(try first(day, moment, onOrAfter: today) { _ in true }, nil)
    }

    /// Since when something is, or is looked at: never after now. A day without a time is its beginning, today's included; a length
    /// counts back from now.
    package func since(_ words: [String]) throws(MomentError) -> Understood {
        if let week = try week(words) {
            guard week <= today else { throw .notYet(words.joined(separator: " "), clock.local(instant(week, nil))) }
            return Understood(instant: instant(week, nil), remarks: [], question: nil)
        }
        let moment = try single(words)
        let since: Instant
        if let day = moment.day, day.isChosen {
            guard let last = try matching(day, moment).last(where: { instant($0, moment.time) <= now }) else {
                throw .noSuchDate(moment.text)
            }
            since = instant(last, moment.time)
        } else {
            since = try next(moment, lengths: -1).instant
        }
        guard since.advanced(by: .seconds(moment.seconds)) <= now else {
            throw .notYet(moment.text, clock.local(since))
        }
        return understood(moment, since)
    }

    /// What is asked about needs no answer before.
    ///
    /// - Parameter isYearSaid: Whether it is told that a date is in another year.
    private func understood(_ moment: Moment, _ instant: Instant, isYearSaid: Bool = false) -> Understood {
        let day = clock.day(of: instant)
        let year = isYearSaid && isAnotherYear(moment, day) ? [remark(moment, day)] : []
        return Understood(
            instant: instant.advanced(by: .seconds(moment.seconds)), remarks: year + clockRemarks(moment, instant),
            question: nil)
    }

    /// What is to be said where the clock shows the time that was named never, or twice, that day.
    func clockRemarks(_ moment: Moment, _ instant: Instant) -> [Remark] {
        guard let time = moment.time, time != .endOfDay else { return [] }
        let there = clock.local(instant)
        return switch clock.showing(there.day, time) {
        case .once: []
        case .never: [.skipped(moment.text, there)]
        case .twice: [.doubled(moment.text, there)]
        }
    }

    /// A day without a time: of several the first that is not before today.
    package func day(_ words: [String]) throws(MomentError) -> UnderstoodDay {
        let moment = try single(words)
        guard let day = moment.day else { throw .missing }
        guard moment.time == nil else { throw .dayOnly(moment.text) }
        if let fixed = try fixed(day, moment) { return UnderstoodDay(day: fixed, remarks: []) }
        let first = try first(day, moment, onOrAfter: today) { _ in true }
        return UnderstoodDay(day: first, remarks: isAnotherYear(moment, first) ? [remark(moment, first)] : [])
    }

    /// - Parameter monday: That of a week by its number, of which one moment is to be named; nil: of the next one.
    private func single(
        _ words: [String], monday: ((Moment, Int, Int?) throws(MomentError) -> CalendarDay)? = nil
    ) throws(MomentError) -> Moment {
        let moments = try read(words)
        guard let moment = moments.first else { throw .missing }
        guard moments.count == 1 else { throw .tooMany }
        if case .calendarWeek(let number, let year) = moment.day {
            let next = { (moment: Moment, number: Int, year: Int?) throws(MomentError) in
                try self.monday(ofWeek: number, year, moment, onOrAfter: self.today)
            }
            throw .wholeWeek(moment.text, try (monday ?? next)(moment, number, year))
        }
        return moment
    }

    /// Moments whose years have four digits.
    func read(_ words: [String]) throws(MomentError) -> [Moment] {
        var moments = try Moment.read(words, noon: noon)
        for index in moments.indices { moments[index] = try dated(moments[index]) }
        return moments
    }

    /// The first such moment after now, where there are several; whether it is not the first one in sight.
    ///
    /// - Parameter lengths: 1 where a length counts from now on, -1 where it counts back.
    private func next(_ moment: Moment, lengths: Int = 1) throws(MomentError) -> (instant: Instant, rolled: Bool) {
        if let exact = moment.exact { return (exact, false) }
        if let minutes = moment.minutesAhead { return (now.advanced(by: .minutes(minutes)), false) }
        if let length = moment.length {
            let span = lengths < 0 && !moment.isAhead ? length.negated : length
            if case .minutes(let minutes) = span { return (now.advanced(by: .minutes(minutes)), false) }
            return (instant(span.day(after: today), nil), false)
        }
        guard let day = moment.day else { return (instant(today, moment.time), false) }
        if let fixed = try fixed(day, moment) { return (instant(fixed, moment.time), false) }
        let nearest = try first(day, moment, onOrAfter: today) { _ in true }
        let found = try first(day, moment, onOrAfter: today) { instant($0, moment.time) > now }
        return (instant(found, moment.time), found != nearest || isAnotherYear(moment, found))
    }

    func isAnotherYear(_ moment: Moment, _ day: CalendarDay) -> Bool {
        switch moment.day {
        case .date(_, _, nil, _), .calendarWeek(_, year: nil): day.date.year != today.date.year
        default: false
        }
    }

    func remark(_ moment: Moment, _ day: CalendarDay) -> Remark {
        switch moment.day {
        case .weekday, .week: .anotherWeek(moment.text, day)
        default: .anotherYear(moment.text, day)
        }
    }
}
