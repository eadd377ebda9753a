/// Weekly hours with the days and times on which they do not hold, ready to be asked about any instant.
///
/// There is no horizon: the week is a rule, so a daemon that runs for years needs no new schedule.
package final class Schedule: Sendable {
    package let clock: ServiceClock
    package let hours: WeeklyHours
    /// Days on which nothing holds, as days since 1970-01-01: sorted stretches that do not touch, so that asking takes a binary search
    /// however many days there are.
    private let closedDays: [Range<Int>]
    /// Parts of days on which nothing holds.
    private let closures: Timeline

    package init(
        clock: ServiceClock, hours: WeeklyHours, closedDays: some Sequence<CalendarDay> = [CalendarDay](),
        closures: Timeline = .never
    ) {
        self.clock = clock
        self.hours = hours
        var stretches: [Range<Int>] = []
        for day in closedDays.map(\.daysSince1970).sorted() {
            if let last = stretches.last, day <= last.upperBound {
                stretches[stretches.count - 1] = last.lowerBound..<max(last.upperBound, day + 1)
            } else {
                stretches.append(day..<day + 1)
            }
        }
        self.closedDays = stretches
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
        var looks = 0
        return next(from: instant, looks: &looks)
    }

    /// Counts the days and closures that it looks at.
    func next(from instant: Instant, looks: inout Int) -> Instant? {
        guard !hours.isEmpty else { return nil }
        var day = clock.day(of: instant).daysSince1970
        let last = day + 731
        while day <= last {
            looks += 1
            if let closed = closedDays(on: CalendarDay(daysSince1970: day)) {
                day = closed.upperBound
                continue
            }
            var following = day + 1
            for range in hours[CalendarDay(daysSince1970: day).weekday] {
                guard let open = interval(range, on: CalendarDay(daysSince1970: day)), open.end > instant else {
                    continue
                }
                var start = max(open.start, instant)
                // After a closure service is open: they do not touch.
                if let closure = closures.interval(at: start) {
                    looks += 1
                    start = closure.end
                    // Where the clock goes back over midnight, the day before goes on.
                    following = max(following, clock.day(of: start).daysSince1970 - 1)
                }
                if start < open.end { return start }
            }
            day = following
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
        return Timeline(open).intersection(Timeline(interval)).subtracting(closures)
    }

    /// Whether the whole day is closed, whatever the week says.
    package func isClosed(_ day: CalendarDay) -> Bool {
        closedDays(on: day) != nil
    }

    /// The closed days around a day.
    private func closedDays(on day: CalendarDay) -> Range<Int>? {
        var low = 0
        var high = closedDays.count
        while low < high {
            let middle = (low + high) / 2
            if closedDays[middle].upperBound <= day.daysSince1970 { low = middle + 1 } else { high = middle }
        }
        guard low < closedDays.count, closedDays[low].contains(day.daysSince1970) else { return nil }
        return closedDays[low]
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
