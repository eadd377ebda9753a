package import Time

/// The time that a report is about, and when it is made.
package struct ReportPeriod: Hashable, Sendable {
    /// A report is of so long a time at the most.
    package static let longest = Milliseconds.days(732)

    /// What was asked for.
    package let interval: Interval
    /// Where it is one month of the service's calendar.
    package let month: CalendarMonth?
    package let made: Instant
    /// From when on something is known of it, where that is later than its start: nothing was kept before, or it is forgotten.
    package let knownFrom: Instant?
    private let recordsFrom: Instant?
    /// What of it is known and over: nothing else counts. Nil where it has not begun, or nothing is known of it.
    package let past: Interval?

    /// - Parameter recordsFrom: When the records that are kept begin; nil: with nothing.
    package init(_ interval: Interval, made: Instant, recordsFrom: Instant? = nil, _ clock: ServiceClock) {
        self.interval = interval
        self.made = made
        self.recordsFrom = recordsFrom
        knownFrom = recordsFrom.flatMap { $0 > interval.start ? $0 : nil }
        past = Interval(from: knownFrom ?? interval.start, until: min(interval.end, made))
        let month = CalendarMonth(of: clock.day(of: interval.start))
        self.month = month.interval(clock) == interval ? month : nil
    }

    /// Whether all of it is over.
    package var isComplete: Bool { interval.end <= made }

    /// The twelve months of which the last is that of the period's last moment, with their bounds; without those of which nothing is known.
    package func months(_ clock: ServiceClock) -> [(month: CalendarMonth, interval: Interval)] {
        var month = CalendarMonth(of: clock.day(of: interval.end.advanced(by: Milliseconds(-1))))
        var months: [(month: CalendarMonth, interval: Interval)] = []
        for _ in 0..<12 {
            if let interval = month.interval(clock), recordsFrom.map({ interval.end > $0 }) ?? true {
                months.insert((month, interval), at: 0)
            }
            month = month.previous
        }
        return months
    }

    /// The days of which some of it is part.
    package func days(_ clock: ServiceClock) -> ClosedRange<CalendarDay> {
        let first = clock.day(of: interval.start)
        return first...max(first, clock.day(of: interval.end.advanced(by: Milliseconds(-1))))
    }
}
