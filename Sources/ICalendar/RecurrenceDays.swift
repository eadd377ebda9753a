import Time

/// The days that a rule means within one of its periods: a year, a month, a week or a day.
///
/// The table of RFC 5545, section 3.3.10: what a part expands and what it limits at each frequency.
struct RecurrenceDays {
    private let rule: RecurrenceRule
    /// DTSTART's day, from which comes what the rule does not say.
    private let first: Int
    private let firstDate: (year: Int, month: Int, day: Int)
    private let months: Set<Int>
    private let monthDays: Set<Int>
    private let yearDays: Set<Int>
    private let weekdays: Set<RecurrenceRule.Day>

    init(_ rule: RecurrenceRule, first: Int) {
        self.rule = rule
        self.first = first
        firstDate = CalendarDay(daysSince1970: first).date
        months = Set(rule.months)
        monthDays = Set(rule.monthDays)
        yearDays = Set(rule.yearDays)
        weekdays = Set(rule.days)
    }

    /// Sorted, without doubles; `looked` counts the days that were looked at.
    func days(ofYear year: Int, _ looked: inout Int) -> [Int] {
        guard let start = CalendarDay.daysSince1970(year: year, month: 1, day: 1) else { return [] }
        let length = CalendarDay.length(ofMonth: 2, year: year) + 337
        var candidates: [Int] = []
        if !rule.weeks.isEmpty {
            candidates = days(ofWeeksIn: year).filter { isOfYearDays($0) && isOfMonthDays($0) && isOfMonths($0) }
            looked += rule.weeks.count * 7
        } else if !rule.yearDays.isEmpty {
            candidates = rule.yearDays.map { $0 > 0 ? start + $0 - 1 : start + length + $0 }
                .filter {
                    (start..<start + length).contains($0) && isOfMonths($0) && isOfMonthDays($0)
                        && isOfDays($0, byYear: byYear)
                }
            looked += rule.yearDays.count
        } else if !rule.monthDays.isEmpty || !rule.months.isEmpty || rule.days.isEmpty {
            var inMonths = rule.months
            if inMonths.isEmpty { inMonths = rule.monthDays.isEmpty ? [firstDate.month] : Array(1...12) }
            return inMonths.flatMap { days(ofMonth: $0, year: year, &looked) }
        } else {
            candidates = days(of: rule.days, from: start, length: length, &looked)
        }
        return sorted(candidates)
    }

    func days(ofMonth month: Int, year: Int, _ looked: inout Int) -> [Int] {
        guard months.isEmpty || months.contains(month),
            let start = CalendarDay.daysSince1970(year: year, month: month, day: 1)
        else { return [] }
        let length = CalendarDay.length(ofMonth: month, year: year)
        if !rule.monthDays.isEmpty || rule.days.isEmpty {
            let wanted = rule.monthDays.isEmpty ? [firstDate.day] : rule.monthDays
            looked += wanted.count
            return sorted(
                wanted.map { $0 > 0 ? start + $0 - 1 : start + length + $0 }
                    .filter { (start..<start + length).contains($0) && isOfDays($0, byYear: byYear) })
        }
        return sorted(days(of: rule.days, from: start, length: length, &looked))
    }

    /// - Parameter start: The day on which the week begins.
    func days(ofWeek start: Int, _ looked: inout Int) -> [Int] {
        let wanted = rule.days.isEmpty ? [Self.weekday(first)] : rule.days.map(\.weekday)
        looked += wanted.count
        return sorted(wanted.map { start + ($0 - rule.weekStart + 7) % 7 }.filter(isOfMonths))
    }

    func isMeant(_ day: Int) -> Bool {
        isOfMonths(day) && isOfMonthDays(day) && isOfDays(day, byYear: false)
    }

    /// 0 is Monday.
    static func weekday(_ day: Int) -> Int { (day + 3).flooredRemainder(by: 7) }

    /// Whether counted weekdays are counted within the year.
    private var byYear: Bool { rule.frequency == .yearly && rule.months.isEmpty }

    /// The days of the numbered weeks: the first is the one with at least four days of the year.
    private func days(ofWeeksIn year: Int) -> [Int] {
        func firstWeek(_ year: Int) -> Int {
            // The week with 4 January.
            let day = (CalendarDay.daysSince1970(year: min(max(year, 1), 9999), month: 1, day: 4) ?? 0)
            return day - (Self.weekday(day) - rule.weekStart + 7) % 7
        }
        let start = firstWeek(year)
        let count = (firstWeek(year + 1) - start) / 7
        let wanted = rule.days.isEmpty ? [Self.weekday(first)] : rule.days.map(\.weekday)
        return rule.weeks.flatMap { number -> [Int] in
            let week = number > 0 ? number : count + 1 + number
            guard (1...max(count, 1)).contains(week) else { return [] }
            return wanted.map { start + (week - 1) * 7 + ($0 - rule.weekStart + 7) % 7 }
        }
    }

    /// The days of a month or a year that the weekdays mean.
    private func days(of wanted: [RecurrenceRule.Day], from start: Int, length: Int, _ looked: inout Int) -> [Int] {
        var result: [Int] = []
        for day in wanted {
            let first = start + (day.weekday - Self.weekday(start) + 7) % 7
            let count = (start + length - 1 - first) / 7 + 1
            looked += day.ordinal == 0 ? count : 1
            if day.ordinal == 0 {
                result += (0..<count).map { first + $0 * 7 }
            } else {
                let index = day.ordinal > 0 ? day.ordinal - 1 : count + day.ordinal
                if (0..<count).contains(index) { result.append(first + index * 7) }
            }
        }
        return result
    }

    private func isOfMonths(_ day: Int) -> Bool {
        months.isEmpty || months.contains(CalendarDay(daysSince1970: day).date.month)
    }

    private func isOfMonthDays(_ day: Int) -> Bool {
        if monthDays.isEmpty { return true }
        let date = CalendarDay(daysSince1970: day).date
        return monthDays.contains(date.day)
            || monthDays.contains(date.day - CalendarDay.length(ofMonth: date.month, year: date.year) - 1)
    }

    private func isOfYearDays(_ day: Int) -> Bool {
        if yearDays.isEmpty { return true }
        let year = CalendarDay(daysSince1970: day).date.year
        guard let start = CalendarDay.daysSince1970(year: year, month: 1, day: 1) else { return false }
        return yearDays.contains(day - start + 1)
            || yearDays.contains(day - start - CalendarDay.length(ofMonth: 2, year: year) - 337)
    }

    private func isOfDays(_ day: Int, byYear: Bool) -> Bool {
        if weekdays.isEmpty { return true }
        let weekday = Self.weekday(day)
        if weekdays.contains(RecurrenceRule.Day(ordinal: 0, weekday: weekday)) { return true }
        let date = CalendarDay(daysSince1970: day).date
        var position = date.day - 1
        var length = CalendarDay.length(ofMonth: date.month, year: date.year)
        if byYear {
            position = day - (CalendarDay.daysSince1970(year: date.year, month: 1, day: 1) ?? day)
            length = CalendarDay.length(ofMonth: 2, year: date.year) + 337
        }
        return weekdays.contains(RecurrenceRule.Day(ordinal: position / 7 + 1, weekday: weekday))
            || weekdays.contains(RecurrenceRule.Day(ordinal: -((length - 1 - position) / 7) - 1, weekday: weekday))
    }

    private func sorted(_ days: [Int]) -> [Int] {
        var result: [Int] = []
        for day in days.sorted() where day != result.last { result.append(day) }
        return result
    }
}
