extension MomentReader {
    /// Hours that come back, and what is to be said of how they were read.
    package struct UnderstoodSeries: Equatable, Sendable {
        package let hours: WeeklyHours
        /// Every so many weeks, counted from the week of `firstDay`: 1 to 52.
        package let weeks: Int
        /// The day in whose week it happens first; where it began before, that may be past.
        package let firstDay: CalendarDay
        /// From when it comes back; never before now.
        package let start: Instant
        /// Whether the start was named; one that was not is now.
        package let isStartNamed: Bool
        /// From when it comes back no more; nil: it goes on.
        package let end: Instant?
        /// The first day on which it is still to come, or goes on.
        package let next: CalendarDay
        package let remarks: [Remark]
        package let question: Question?
    }

    /// What leave can be.
    package enum Planned: Equatable, Sendable {
        case period(UnderstoodPeriod)
        case series(UnderstoodSeries)
    }

    /// One stretch of time, as ``leave(_:)`` reads it, or hours that come back: `every friday afternoon`.
    package func planned(_ words: [String]) throws(MomentError) -> Planned {
        let tokens = try TokenReader.read(words)
        guard SeriesParser.isSeries(tokens) else { return .period(try leave(words)) }
        return .series(try series(try SeriesParser(tokens, noon: noon)))
    }

    private func series(_ written: SeriesParser) throws(MomentError) -> UnderstoodSeries {
        var read = written
        if let first = read.first { read.first = try dated(first) }
        if let last = read.last { read.last = try dated(last) }
        var remarks: [Remark] = []
        var anchor = today
        var isFar = false
        if let first = read.first, let day = first.day {
            anchor = try begin(day, first)
            if anchor < today { remarks.append(.began(anchor)) }
            if anchor > today, isAnotherYear(first, anchor) {
                remarks.append(remark(first, anchor))
                isFar = instant(anchor, nil).since(now) > Self.unasked
            }
        }
        let start = max(instant(anchor, nil), now)
        let end = try end(read, anchor)
        if let end {
            guard end > instant(anchor, nil) else {
                throw .endsBeforeStart(start: clock.local(instant(anchor, nil)), end: clock.local(end))
            }
            guard end > now else { throw .over(end: clock.local(end)) }
            let lastDay = clock.day(of: read.last?.isReturn == true ? end : end.advanced(by: Milliseconds(-1)))
            if case .date(_, _, nil, _) = read.last?.day, let last = read.last, lastDay.date.year != today.date.year,
                lastDay.date.year != anchor.date.year
            {
                remarks.append(.anotherYear(last.text, lastDay))
            }
        }
        // Without a beginning it counts from the first one that is not over; with one, from the first one after it.
        let firstDay = (0...7).map(anchor.advanced).first { day in
            read.first == nil
                ? closing(of: day, read.hours).map { $0 > now } ?? false : !read.hours[day.weekday].isEmpty
        }
        guard let firstDay, let next = next(read, firstDay, start: start, end: end) else {
            throw neverFalls(read, anchor, end)
        }
        let question: Question? =
            isFar
            ? .begins(days: days(from: now, until: instant(anchor, nil)))
            : end == nil && !read.isWithoutEnd ? .goesOn : nil
        return UnderstoodSeries(
            hours: read.hours, weeks: read.weeks, firstDay: firstDay, start: start,
            isStartNamed: read.first != nil, end: end, next: next,
            remarks: remarks, question: question)
    }

    /// The day from which on it comes back: one that has been within ``nearPast`` began then.
    private func begin(_ day: Moment.Day, _ moment: Moment) throws(MomentError) -> CalendarDay {
        if let fixed = try fixed(day, moment) { return fixed }
        if case .date = day,
            let begun = try last(
                day, moment, onOrBefore: today,
                where: {
                    today.daysSince1970 - $0.daysSince1970 <= Self.nearPast
                })
        {
            return begun
        }
        return try first(day, moment, onOrAfter: today) { _ in true }
    }

    private func end(_ read: SeriesParser, _ anchor: CalendarDay) throws(MomentError) -> Instant? {
        if let length = read.length {
            if case .minutes = length { throw .missing }
            return instant(length.day(after: anchor), nil)
        }
        guard let last = read.last, let day = last.day else { return nil }
        if case .week(_, nil) = day, !last.isReturn, let monday = try fixed(day, last) {
            return instant(monday.advanced(by: 7), nil)
        }
        if case .calendarWeek(let number, let year) = day {
            let monday = try monday(ofWeek: number, year, last, onOrAfter: anchor)
            return instant(last.isReturn ? monday : monday.advanced(by: 7), nil)
        }
        if let fixed = try fixed(day, last) { return closing(fixed, last) }
        return closing(try first(day, last, onOrAfter: anchor) { _ in true }, last)
    }

    /// When the last hours of a day are over; nil where there are none.
    private func closing(of day: CalendarDay, _ hours: WeeklyHours) -> Instant? {
        hours[day.weekday].last.map { range in
            range.until == .endOfDay ? instant(day.advanced(by: 1), nil) : instant(day, range.until)
        }
    }

    /// The first day on which some of it lies between the start and the end.
    private func next(_ read: SeriesParser, _ firstDay: CalendarDay, start: Instant, end: Instant?) -> CalendarDay? {
        let monday = firstDay.advanced(by: -firstDay.weekday.rawValue)
        let behind = max(0, (clock.day(of: start).daysSince1970 - monday.daysSince1970) / 7 / read.weeks)
        for round in 0...1 {
            for offset in 0..<7 {
                let day = monday.advanced(by: (behind + round) * read.weeks * 7 + offset)
                guard day >= firstDay, let close = closing(of: day, read.hours), close > start,
                    let open = read.hours[day.weekday].first
                else { continue }
                if let end, instant(day, open.from) >= end { return nil }
                return day
            }
        }
        return nil
    }

    private func neverFalls(_ read: SeriesParser, _ anchor: CalendarDay, _ end: Instant?) -> MomentError {
        let days = Weekday.allCases.filter { !read.hours[$0].isEmpty }
        let last = end.map { clock.day(of: $0.advanced(by: Milliseconds(-1))) } ?? anchor
        return .neverFalls(days, from: max(anchor, today), through: last)
    }
}
