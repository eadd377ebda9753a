extension MomentReader {
    /// A beginning and an end; one day alone is that whole day, and a last day is included.
    ///
    /// As an end, a time alone is one of the first day, the same day's word means the same day, `tomorrow` is seen from today, and a day
    /// of the week or a date without a year is the first one after the beginning. A part of a day ends with it. A length counts from the
    /// beginning, and from now where there is none.
    package func leave(_ words: [String]) throws(MomentError) -> UnderstoodPeriod {
        try period(try read(words))
    }

    private func period(_ read: [Moment]) throws(MomentError) -> UnderstoodPeriod {
        var moments = read
        if let precise = read.first(where: { $0.seconds != 0 }) { throw .byTheMinute(precise.text) }
        // `3 days from monday`
        if moments.count == 2, moments[0].length != nil, moments[1].length == nil { moments.swapAt(0, 1) }
        // An end alone is one of leave that begins now.
        if moments.count == 1, moments[0].isEnd || moments[0].length != nil {
            moments.insert(Moment(exact: now, text: ""), at: 0)
        }
        guard moments.count <= 2, moments[0].length == nil else { throw .tooMany }
        // `from monday` is not monday alone, nor is `from monday afternoon` that afternoon.
        if moments.count == 1, let only = moments.first, only.isBeginning, only.day != nil,
            only.time == nil || only.partEnd != nil
        {
            throw .openEnd(only.text)
        }
        if let end = moments[moments.count - 1].partEnd, !moments[moments.count - 1].isReturn {
            if moments.count == 1 { moments.append(Moment(text: moments[0].text)) }
            moments[1].time = end
        }
        var first = moments[0]
        guard moments.count == 2 || (first.day != nil && first.time == nil) else { throw .missingEnd }
        let last = moments[moments.count - 1]
        first.day = first.day.map { datedAs(last, $0) }
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

    /// The year of the end is the beginning's, too, or the one before: `1 december t/m 14 december 2027`.
    private func datedAs(_ last: Moment, _ day: Moment.Day) -> Moment.Day {
        guard case .date(let number, let month, nil, let weekday) = day,
            case .date(let lastNumber, let lastMonth, let year?, _) = last.day
        else { return day }
        let isSame = (month, number) <= (lastMonth, lastNumber)
        return .date(day: number, month: month, year: isSame ? year : year - 1, weekday)
    }

    /// When it can begin, in the order of likelihood: what has begun is meant when it is not over.
    private func starts(_ moment: Moment) throws(MomentError) -> [Instant] {
        if let exact = moment.exact { return [exact] }
        if let minutes = moment.minutesAhead { return [now.advanced(by: .minutes(minutes))] }
        guard let day = moment.day else { return [instant(today, moment.time)] }
        if case .week(0, nil) = day { return [instant(today, nil)] }
        if case .calendarWeek(let number, let year) = day {
            let monday = try monday(ofWeek: number, year, moment, onOrAfter: today)
            return [instant(monday.advanced(by: 6) < today ? monday : max(monday, today), nil)]
        }
        if let fixed = try fixed(day, moment) { return [instant(fixed, moment.time)] }
        let reach = if case .weekday = day { 0 } else { Self.nearPast }
        let begun = try last(day, moment, onOrBefore: today) {
            instant($0, moment.time) <= now && today.daysSince1970 - $0.daysSince1970 <= reach
        }.map { instant($0, moment.time) }
        do {
            let next = try first(day, moment, onOrAfter: today) { instant($0, moment.time) > now }
            return [begun, instant(next, moment.time)].compactMap(\.self)
        } catch {
            guard let begun else { throw error }
            return [begun]
        }
    }

    private func end(_ moment: Moment, _ first: Moment, after start: Instant) throws(MomentError) -> Instant {
        let end: Instant
        if let exact = moment.exact {
            end = exact
        } else if let minutes = moment.minutesAhead {
            end = now.advanced(by: .minutes(minutes))
        } else if let length = moment.length {
            end = try self.end(length, first, start)
        } else {
            end = closing(try lastDay(moment, first, after: start), moment)
        }
        guard end != start else { throw .noLength(clock.local(start)) }
        guard end > start else { throw .endsBeforeStart(start: clock.local(start), end: clock.local(end)) }
        return end
    }

    private func end(_ length: TimeSpan, _ first: Moment, _ start: Instant) throws(MomentError) -> Instant {
        if case .minutes(let minutes) = length {
            guard first.time != nil || first.day == nil else { throw .missing }
            return start.advanced(by: .minutes(minutes))
        }
        return instant(length.day(after: clock.day(of: start)), first.time)
    }

    private func lastDay(_ moment: Moment, _ first: Moment, after start: Instant) throws(MomentError) -> CalendarDay {
        let firstDay = clock.day(of: start)
        guard let day = moment.day else { return firstDay }
        if case .week(_, nil) = day, !moment.isReturn, let monday = try fixed(day, moment) {
            return monday.advanced(by: 6)
        }
        if case .calendarWeek(let number, let year) = day {
            let monday = try monday(ofWeek: number, year, moment, onOrAfter: firstDay)
            return moment.isReturn ? monday : monday.advanced(by: 6)
        }
        guard day != first.day else { return firstDay }
        let lastDay =
            if let fixed = try fixed(day, moment) {
                fixed
            } else {
                try self.first(day, moment, onOrAfter: firstDay) { closing($0, moment) >= start }
            }
        guard moment.isAlso else { return lastDay }
        let isNext = lastDay == firstDay.advanced(by: 1) && moment.time == nil && first.time == nil
        guard isNext else { throw .apart(first.text, moment.text) }
        return lastDay
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
                case .week(_, let weekday): weekday != nil && !first.namesWeek
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
            case .week(_, .some) where !last.namesWeek && lastDay.daysSince1970 - firstDay.daysSince1970 >= 7:
                remarks.append(.anotherWeek(last.text, lastDay))
            case .calendarWeek(_, year: nil)
            where lastDay.date.year != firstDay.date.year && lastDay.date.year != today.date.year:
                remarks.append(.anotherYear(last.text, lastDay))
            case .date(_, _, nil, _)
            where lastDay.date.year != firstDay.date.year && lastDay.date.year != today.date.year:
                remarks.append(.anotherYear(last.text, lastDay))
            default: break
            }
        }
        if isBack { remarks.append(.back(lastDay)) }
        remarks += clockRemarks(first, start) + clockRemarks(last, end)
        let length = days(from: start, until: end)
        let isLong = end.since(max(start, now)) > Self.unasked
        let isFar = rolled && start.since(now) > Self.unasked
        let question: Question? =
            isLong ? .lasts(days: length) : isFar ? .begins(days: days(from: now, until: start)) : nil
        return UnderstoodPeriod(start: max(start, now), end: end, remarks: remarks, question: question)
    }

    /// A day without a time counts to its end; one on which somebody is back does not count.
    func closing(_ day: CalendarDay, _ moment: Moment) -> Instant {
        if moment.isReturn { return clock.instant(day, moment.time ?? .startOfDay) }
        return moment.time.map { clock.instant(day, $0) } ?? clock.instant(day.advanced(by: 1), .startOfDay)
    }
}
