/// Weekly hours with the days and times on which they do not hold, ready to be asked about any instant.
///
/// There is no horizon: the week is a rule, so a daemon that runs for years needs no new schedule.
package final class Schedule: Sendable {
    package let clock: ServiceClock
    package let hours: WeeklyHours
    /// Days on which nothing holds, sorted.
    private let closedDays: [CalendarDay]
    /// Parts of days on which nothing holds.
    private let closures: Timeline

    package init(
        clock: ServiceClock, hours: WeeklyHours, closedDays: some Sequence<CalendarDay> = [CalendarDay](),
        closures: Timeline = .never
    ) {
        self.clock = clock
        self.hours = hours
        self.closedDays = Set(closedDays).sorted()
        self.closures = closures
    }

    package func contains(_ instant: Instant) -> Bool {
        let day = clock.day(of: instant)
        guard !isClosed(day) else { return false }
        for range in hours[day.weekday] where interval(range, on: day)?.contains(instant) == true {
            return !closures.contains(instant)
        }
        return false
    }

    /// The first instant not before `instant` at which the schedule holds, looked for over two years; nil where there is none.
    package func next(from instant: Instant) -> Instant? {
        guard !hours.isEmpty else { return nil }
        let day = clock.day(of: instant)
        for offset in 0...731 {
            let open = intervals(on: day.advanced(by: offset)).subtracting(closures)
            if let first = open.intervals.first(where: { $0.end > instant }) {
                return max(first.start, instant)
            }
        }
        return nil
    }

    /// Every instant of the interval at which the schedule holds.
    package func timeline(over interval: Interval) -> Timeline {
        let first = clock.day(of: interval.start)
        // Where the clock goes back over midnight, a later instant can lie on an earlier day.
        let last = max(first, clock.day(of: interval.end))
        var open: [Interval] = []
        for day in first.daysSince1970...last.daysSince1970 {
            open += intervals(on: CalendarDay(daysSince1970: day)).intervals
        }
        return Timeline(open).intersection(Timeline(CollectionOfOne(interval))).subtracting(closures)
    }

    /// Whether the whole day is closed, whatever the week says.
    package func isClosed(_ day: CalendarDay) -> Bool {
        var low = 0
        var high = closedDays.count
        while low < high {
            let middle = (low + high) / 2
            if closedDays[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low < closedDays.count && closedDays[low] == day
    }

    private func intervals(on day: CalendarDay) -> Timeline {
        isClosed(day) ? .never : Timeline(hours[day.weekday].compactMap { interval($0, on: day) })
    }

    private func interval(_ range: WeeklyHours.Range, on day: CalendarDay) -> Interval? {
        // Midnight at the end of a day is the next day's start, which the clock may show at another offset.
        let end =
            range.until == .endOfDay
            ? clock.instant(day.advanced(by: 1), .startOfDay) : clock.instant(day, range.until)
        return Interval(from: clock.instant(day, range.from), until: end)
    }
}
