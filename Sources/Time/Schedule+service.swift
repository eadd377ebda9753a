/// Service time: what passes while a schedule holds.
extension Schedule {
    /// How far service time is looked for.
    private static let horizon = Milliseconds.days(732)
    private static let step = Milliseconds.days(31)

    /// The instant at which so much service time has passed since another; nil where that takes over two years.
    package func instant(after length: Milliseconds, from start: Instant) -> Instant? {
        guard length > Milliseconds(0) else { return next(from: start) }
        var left = length
        var from = start
        while from.since(start) <= Self.horizon, let opens = next(from: from),
            let interval = Interval(from: opens, until: opens.advanced(by: Self.step))
        {
            for open in timeline(over: interval).intervals {
                let served = open.end.since(open.start)
                guard served < left else { return open.start.advanced(by: left) }
                left = Milliseconds(left.count - served.count)
            }
            from = interval.end
        }
        return nil
    }

    /// How much service time there is in an interval.
    package func service(in interval: Interval) -> Milliseconds {
        timeline(over: interval).length
    }

    /// The end of the first day after the one of an instant on which there is service; nil where there is none within two years.
    package func endOfNextDay(after instant: Instant) -> Instant? {
        let tomorrow = clock.day(of: instant).advanced(by: 1)
        guard let opens = next(from: clock.instant(tomorrow, .startOfDay)) else { return nil }
        return clock.instant(clock.day(of: opens).advanced(by: 1), .startOfDay)
    }
}
