import Time

/// Spreads a rule out into its days, or its times on a wall clock, within a bounded number of steps.
struct RecurrenceExpansion {
    let rule: RecurrenceRule
    /// DTSTART, as the results are: days since 1970-01-01, or seconds since then on the wall.
    let first: Int
    let isAllDay: Bool
    /// What is wanted, in the same count; a rule without COUNT is not looked at before.
    let range: ClosedRange<Int>
    /// Whether a result lies after UNTIL.
    let isOver: (Int) -> Bool
    /// For findings.
    let line: Int

    private var unit: Int { isAllDay ? 1 : 86_400 }

    /// Sorted, without doubles, none before DTSTART. DTSTART itself is among them only where the rule means it.
    ///
    /// - Parameter counted: How many of COUNT have gone already.
    func results(_ budget: inout ReadingBudget) throws(Unusable) -> [Int] {
        let firstDay = first.flooredQuotient(by: unit)
        let lastDay = min(range.upperBound.flooredQuotient(by: unit) + 1, Self.lastDay)
        let days = RecurrenceDays(rule, first: firstDay)
        let times = try times(&budget)
        var results: [Int] = []
        var left = Int.max
        if let count = rule.count { left = try meansFirst(&budget) ? count : count - 1 }
        var steps = 0
        var period = Period(rule, firstDay: firstDay)
        if rule.count == nil { period.skip(toDay: range.lowerBound.flooredQuotient(by: unit) - 366) }
        while left > 0, period.start <= lastDay {
            var looked = 1
            let found = period.days(days, &looked)
            let size = rule.positions.isEmpty ? found.count * times.count : rule.positions.count
            looked += size
            steps += looked
            guard steps <= ReadingBudget.stepsOfRule else {
                throw Unusable(
                    line, "RRULE takes more steps than a rule may; begin it later, or write its days one by one")
            }
            try budget.take(looked, line: line)
            for result in chosen(found, times) where result >= first && left > 0 {
                if isOver(result) { return results }
                left -= 1
                guard range.contains(result) else { continue }
                results.append(result)
            }
            period.advance()
        }
        return results
    }

    /// The end of the year 9999.
    private static let lastDay = 2_932_896

    /// Seconds of the day.
    private func times(_ budget: inout ReadingBudget) throws(Unusable) -> [Int] {
        if isAllDay { return [0] }
        let start = first.flooredRemainder(by: 86_400)
        let hours = rule.hours.isEmpty ? [start / 3_600] : rule.hours
        let minutes = rule.minutes.isEmpty ? [start / 60 % 60] : rule.minutes
        // A leap second is the one before it.
        let seconds = rule.seconds.isEmpty ? [start % 60] : Set(rule.seconds.map { min($0, 59) }).sorted()
        try budget.take(hours.count * minutes.count * seconds.count, line: line)
        return hours.flatMap { hour in
            minutes.flatMap { minute in seconds.map { hour * 3_600 + minute * 60 + $0 } }
        }
    }

    /// What BYSETPOS leaves of a period's results.
    private func chosen(_ days: [Int], _ times: [Int]) -> [Int] {
        let count = days.count * times.count
        func result(_ index: Int) -> Int { days[index / times.count] * unit + times[index % times.count] }
        if rule.positions.isEmpty { return (0..<count).map(result) }
        let indices = rule.positions.map { $0 > 0 ? $0 - 1 : count + $0 }.filter { (0..<count).contains($0) }
        return Set(indices).sorted().map(result)
    }

    /// Whether DTSTART is one of the rule's own results; it counts as the first of COUNT in any case (section 3.8.5.3).
    func meansFirst(_ budget: inout ReadingBudget) throws(Unusable) -> Bool {
        let firstDay = first.flooredQuotient(by: unit)
        let times = try times(&budget)
        var looked = rule.positions.count
        let found = Period(rule, firstDay: firstDay).days(RecurrenceDays(rule, first: firstDay), &looked)
        try budget.take(looked, line: line)
        if rule.positions.isEmpty { return found.contains(firstDay) && times.contains(first - firstDay * unit) }
        return chosen(found, times).contains(first)
    }
}

/// One year, month, week or day of a rule, and how to get to the next.
struct Period {
    private let rule: RecurrenceRule
    /// A year, a month counted from the year 0, the first day of a week, or a day.
    private var position: Int
    private var stride: Int

    init(_ rule: RecurrenceRule, firstDay: Int) {
        self.rule = rule
        let date = CalendarDay(daysSince1970: firstDay).date
        switch rule.frequency {
        case .yearly: position = date.year
        case .monthly: position = date.year * 12 + date.month - 1
        case .weekly: position = firstDay - (RecurrenceDays.weekday(firstDay) - rule.weekStart + 7) % 7
        case .daily: position = firstDay
        }
        stride = rule.interval * (rule.frequency == .weekly ? 7 : 1)
    }

    /// The first of its days.
    var start: Int {
        switch rule.frequency {
        // A numbered week can begin in the year before.
        case .yearly: day(year: position, month: 1) - (rule.weeks.isEmpty ? 0 : 7)
        case .monthly: day(year: position / 12, month: position % 12 + 1)
        case .weekly, .daily: position
        }
    }

    mutating func advance() { position += stride }

    /// Goes to the last period that begins no later than a day, or stays.
    mutating func skip(toDay day: Int) {
        let date = CalendarDay(daysSince1970: day).date
        let target =
            switch rule.frequency {
            case .yearly: date.year - 1
            case .monthly: date.year * 12 + date.month - 1
            case .weekly, .daily: day
            }
        if target > position { position += (target - position) / stride * stride }
    }

    func days(_ days: RecurrenceDays, _ looked: inout Int) -> [Int] {
        switch rule.frequency {
        case .yearly: days.days(ofYear: position, &looked)
        case .monthly: days.days(ofMonth: position % 12 + 1, year: position / 12, &looked)
        case .weekly: days.days(ofWeek: position, &looked)
        case .daily: days.isMeant(position) ? [position] : []
        }
    }

    /// Past the year 9999: a day that nobody waits for.
    private func day(year: Int, month: Int) -> Int {
        CalendarDay.daysSince1970(year: year, month: month, day: 1) ?? .max - 7
    }
}
