extension MomentReader {
    /// A beginning and an end; one day alone is that whole day, and a last day is included.
    ///
    /// As an end, a time alone is one of the first day, the same day's word means the same day, `tomorrow` is seen from today, and a day
    /// of the week or a date without a year is the first one after the beginning. A part of a day ends with it.
    package func leave(_ words: [String]) throws(MomentError) -> UnderstoodPeriod {
        var moments = try Moment.read(words)
        // An end alone is one of leave that begins now.
        if moments.count == 1, moments[0].isEnd { moments.insert(Moment(exact: now, text: ""), at: 0) }
        guard moments.count <= 2 else { throw .tooMany }
        let first = moments[0]
        if let part = moments[moments.count - 1].part {
            if moments.count == 1 { moments.append(Moment(text: first.text)) }
            moments[1].time = part.end
        }
        guard moments.count == 2 || (first.time == nil && first.exact == nil) else { throw .missingEnd }
        let last = moments[moments.count - 1]
        let starts = try starts(first)
        var past: Instant?
        for start in starts {
            let end: Instant
            do {
                end = try self.end(last, first, after: start)
            } catch {
                guard let past else { throw error }
                throw .over(end: clock.local(past))
            }
            if end > now { return understood(first, start, last, end) }
            past = end
        }
        throw .over(end: clock.local(past ?? now))
    }

    /// When it can begin, in the order of likelihood: what has begun is meant when it is not over.
    private func starts(_ moment: Moment) throws(MomentError) -> [Instant] {
        if let exact = moment.exact { return [exact] }
        guard let day = moment.day else { return [instant(today, moment.time)] }
        if let fixed = try fixed(day, moment) { return [instant(fixed, moment.time)] }
        let reach = if case .weekday = day { 0 } else { Self.nearPast }
        let begun = try last(day, moment, onOrBefore: today) {
            instant($0, moment.time) <= now && today.daysSince1970 - $0.daysSince1970 <= reach
        }
        let next = try first(day, moment, onOrAfter: today) { instant($0, moment.time) > now }
        return [begun, next].compactMap(\.self).map { instant($0, moment.time) }
    }

    private func end(_ moment: Moment, _ first: Moment, after start: Instant) throws(MomentError) -> Instant {
        let end: Instant
        if let exact = moment.exact {
            end = exact
        } else {
            end = closing(try lastDay(moment, first, after: start), moment)
        }
        guard end != start else { throw .noLength(clock.local(start)) }
        guard end > start else { throw .endsBeforeStart(start: clock.local(start), end: clock.local(end)) }
        return end
    }

    private func lastDay(_ moment: Moment, _ first: Moment, after start: Instant) throws(MomentError) -> CalendarDay {
        let firstDay = clock.day(of: start)
        guard let day = moment.day, day != first.day else { return firstDay }
        if let fixed = try fixed(day, moment) { return fixed }
        return try self.first(day, moment, onOrAfter: firstDay) { closing($0, moment) >= start }
    }

    private func understood(_ first: Moment, _ start: Instant, _ last: Moment, _ end: Instant) -> UnderstoodPeriod {
        var remarks: [Remark] = []
        let firstDay = clock.day(of: start)
        let isBack = last.isReturn && last.time == nil && last.day != nil
        let lastDay = clock.day(of: isBack ? end : end.advanced(by: Milliseconds(-1)))
        var rolled = false
        if start > now {
            let isLater =
                switch first.day {
                case .weekday(let weekday): weekday == today.weekday && firstDay > today
                // `next friday` may mean the nearest one to some; `next week friday` does not.
                case .nextWeek: !first.text.contains("week")
                default: isAnotherYear(first, firstDay)
                }
            if isLater { remarks.append(remark(first, firstDay)) }
            rolled = isAnotherYear(first, firstDay)
        } else if firstDay < today {
            remarks.append(.began(firstDay))
        }
        if last.day != first.day {
            switch last.day {
            case .weekday(let weekday) where weekday.rawValue <= firstDay.weekday.rawValue && lastDay > firstDay:
                remarks.append(.anotherWeek(last.text, lastDay))
            case .date(_, _, nil) where lastDay.date.year != firstDay.date.year && lastDay.date.year != today.date.year:
                remarks.append(.anotherYear(last.text, lastDay))
            default: break
            }
        }
        if isBack { remarks.append(.back(lastDay)) }
        let length = days(from: start, until: end)
        let isLong = end.since(max(start, now)) > Self.unasked
        let isFar = rolled && start.since(now) > Self.unasked
        let question: Question? =
            isLong ? .lasts(days: length) : isFar ? .begins(days: days(from: now, until: start)) : nil
        return UnderstoodPeriod(start: max(start, now), end: end, remarks: remarks, question: question)
    }

    /// A day without a time counts to its end; one on which somebody is back does not count.
    private func closing(_ day: CalendarDay, _ moment: Moment) -> Instant {
        if moment.isReturn { return clock.instant(day, moment.time ?? .startOfDay) }
        return moment.time.map { clock.instant(day, $0) } ?? clock.instant(day.advanced(by: 1), .startOfDay)
    }
}
