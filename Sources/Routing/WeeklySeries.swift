package import Time

/// Hours of the week that come back, such as every Friday afternoon or every other Monday.
///
/// There is no horizon: it is a rule. A day on which the clocks change is as long as it is.
package struct WeeklySeries: Hashable, Sendable {
    /// What became of one occurrence.
    package struct Exception: Hashable, Sendable {
        /// The day on which it would have been.
        package let day: CalendarDay
        /// When it was ended; nil: it does not happen.
        package let end: Instant?

        package init(day: CalendarDay, end: Instant?) {
            self.day = day
            self.end = end
        }
    }

    /// On the wall clock; the last one ends at midnight at the latest.
    package let hours: WeeklyHours
    /// Every so many weeks, counted from the Monday of the week in which `firstDay` is: 1 to 52.
    package let weeks: Int
    /// The day in whose week it happens first.
    package let firstDay: CalendarDay
    /// In order of days, each once.
    package private(set) var exceptions: [Exception]

    package init(hours: WeeklyHours, weeks: Int = 1, firstDay: CalendarDay, exceptions: [Exception] = []) {
        self.hours = hours
        self.weeks = min(max(weeks, 1), 52)
        self.firstDay = firstDay
        self.exceptions = exceptions.sorted { $0.day < $1.day }
    }

    /// Whether it happens on a day, exceptions apart.
    package func falls(on day: CalendarDay) -> Bool {
        guard !hours[day.weekday].isEmpty else { return false }
        return (Self.week(day) - Self.week(firstDay)).isMultiple(of: weeks)
    }

    /// The same series, and one day on which it does not happen, or ends early.
    ///
    /// - Parameter end: When it ends that day; nil: it does not happen.
    package func excepting(_ day: CalendarDay, end: Instant? = nil) -> WeeklySeries {
        let kept = exceptions.filter { $0.day != day }
        return WeeklySeries(
            hours: hours, weeks: weeks, firstDay: firstDay, exceptions: kept + [Exception(day: day, end: end)])
    }

    /// The stretches of one day.
    package func occurrences(on day: CalendarDay, _ clock: ServiceClock) -> [Interval] {
        guard falls(on: day) else { return [] }
        let exception = exceptions.first { $0.day == day }
        if let exception, exception.end == nil { return [] }
        return hours[day.weekday].compactMap { range in
            let end =
                range.until == .endOfDay
                ? clock.instant(day.advanced(by: 1), .startOfDay) : clock.instant(day, range.until)
            return Interval(from: clock.instant(day, range.from), until: min(end, exception?.end ?? .latest))
        }
    }

    /// The first day on which some of it lies after an instant, exceptions apart.
    package func firstDay(from instant: Instant, _ clock: ServiceClock) -> CalendarDay {
        let rule = WeeklySeries(hours: hours, weeks: weeks, firstDay: firstDay)
        return rule.occurrence(from: instant, clock).map { clock.day(of: $0.start) } ?? firstDay
    }

    func occurrence(at instant: Instant, _ clock: ServiceClock) -> Interval? {
        occurrences(on: clock.day(of: instant), clock).first { $0.contains(instant) }
    }

    /// The first that ends after an instant, looked for over two years.
    func occurrence(from instant: Instant, _ clock: ServiceClock) -> Interval? {
        let first = clock.day(of: instant)
        for offset in 0...731 {
            let found = occurrences(on: first.advanced(by: offset), clock).first { $0.end > instant }
            if let found { return found }
        }
        return nil
    }

    func timeline(over stretch: Interval, _ clock: ServiceClock) -> Timeline {
        let first = clock.day(of: stretch.start)
        // Where the clock goes back over midnight, a later instant can lie on an earlier day.
        let last = max(first, clock.day(of: stretch.end))
        let days = first.daysSince1970...last.daysSince1970
        return Timeline(days.flatMap { occurrences(on: CalendarDay(daysSince1970: $0), clock) })
            .intersection(Timeline(stretch))
    }

    /// Weeks since the Monday before 1970-01-01.
    private static func week(_ day: CalendarDay) -> Int {
        let shifted = day.daysSince1970 + 3
        return shifted >= 0 ? shifted / 7 : (shifted - 6) / 7
    }
}
