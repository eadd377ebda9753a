package import Time

/// The days on which an agent is employed.
package struct Employment: Hashable, Sendable {
    /// The first day; nil: since ever.
    package let from: CalendarDay?
    /// The last day, included; nil: for ever.
    package let until: CalendarDay?

    package init(from: CalendarDay? = nil, until: CalendarDay? = nil) {
        self.from = from
        self.until = until
    }

    /// From the first day's midnight to that after the last; nil for days the wrong way round, which no good directory has.
    func interval(_ clock: ServiceClock) -> Interval? {
        Interval(
            from: from.map { clock.instant($0, .startOfDay) } ?? .earliest,
            until: until.map { clock.instant($0.advanced(by: 1), .startOfDay) } ?? .latest)
    }
}
