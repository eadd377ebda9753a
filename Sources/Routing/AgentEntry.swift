package import Time

/// An agent with his availability compiled.
package final class AgentEntry: Sendable {
    package let agent: Agent
    /// The agent's own hours; nil: those of the client's level.
    let hours: Schedule?
    /// When he is employed; nil: never.
    let employed: Interval?
    /// One by one, in order of their starts, for explaining.
    package let absences: [Absence]
    /// Those of one stretch of time together, for deciding.
    private let absent: Timeline
    /// Those that come back.
    private let series: [Absence]
    private let clock: ServiceClock

    init(agent: Agent, hours: Schedule?, absences: [Absence], clock: ServiceClock) {
        self.agent = agent
        self.hours = hours
        self.absences = absences
        self.clock = clock
        employed = agent.employment.interval(clock)
        absent = Timeline(absences.filter { $0.series == nil }.compactMap(\.interval))
        series = absences.filter { $0.series != nil && $0.interval != nil }
    }

    /// How far the end of absences that follow each other without a break is looked for; what lasts longer has no end that anybody plans with.
    private static let lookAhead = Milliseconds.days(732)

    /// When the agent is back from whatever keeps him away at an instant, `.latest` where that is not known; nil where he is not away.
    func absenceEnd(at instant: Instant) -> Instant? {
        guard !series.isEmpty else { return absent.interval(at: instant)?.end }
        var end = instant
        while end < .latest, end.since(instant) <= Self.lookAhead {
            let next =
                absent.interval(at: end)?.end
                ?? series.lazy.compactMap { $0.occurrence(at: end, self.clock)?.end }.max()
            guard let next else { break }
            end = next
        }
        return end == instant ? nil : end
    }

    /// When the agent is away, of a stretch of time.
    func absences(over interval: Interval) -> Timeline {
        series.reduce(absent.intersection(Timeline(interval))) {
            $0.union($1.timeline(over: interval, clock))
        }
    }

    /// Why the agent cannot take a call at an instant, and until when (`.latest` where that is not known); nil where he can: the one rule
    /// that decisions, explanations and coverage share.
    func hindrance(at instant: Instant) -> (cause: Candidate.Hindrance, until: Instant)? {
        guard let employed, employed.contains(instant) else {
            return (.notEmployed, employed.map { instant < $0.start ? $0.start : .latest } ?? .latest)
        }
        if let end = absenceEnd(at: instant) { return (.absent, end) }
        if let hours, !hours.contains(instant) { return (.outsideHours, hours.next(from: instant) ?? .latest) }
        return nil
    }

    /// When he who is there at an instant leaves next, where he does within eight days; nil, too, where he is not there.
    package func leaves(after instant: Instant) -> Instant? {
        guard let stretch = Interval(from: instant, until: instant.advanced(by: .days(8))),
            let there = timeline(over: stretch).interval(at: instant), there.end < stretch.end
        else { return nil }
        return there.end
    }

    /// The same rule with the absence that it is.
    package func availability(at instant: Instant) -> Availability {
        guard let (cause, end) = hindrance(at: instant) else { return .available }
        return availability(cause, until: end == .latest ? nil : end, at: instant)
    }

    /// A hindrance with the absence that it is.
    func availability(_ hindrance: Candidate.Hindrance, until end: Instant?, at instant: Instant) -> Availability {
        switch hindrance {
        case .busy: return .busy
        case .outsideHours: return .outsideHours(next: end)
        case .notEmployed: return .notEmployed(from: end)
        case .absent:
            // Of several, the one that lasts longest is named.
            let current = absences.compactMap { absence in
                absence.occurrence(at: instant, clock).map { (absence, $0.end) }
            }
            return current.max { $0.1 < $1.1 }.map { .absent($0.0, until: end) } ?? .available
        }
    }

    /// When he is employed, of a stretch of time; nil: never.
    package func employed(during interval: Interval) -> Interval? {
        employed.flatMap { $0.intersection(interval) }
    }

    /// Whether he has no hours of his own, nothing planned, and is employed without an end in sight.
    var isAlwaysThere: Bool {
        hours == nil && absences.isEmpty && employed == Interval(from: .earliest, until: .latest)
    }

    /// Whether he is there at all of some times, which lie in a stretch of time: the same rule, without finding out when he is.
    func isThere(during times: Timeline, over stretch: Interval) -> Bool {
        guard let first = times.intervals.first, let last = times.intervals.last else { return true }
        guard let employed, employed.start <= first.start, last.end <= employed.end,
            absent.intersection(times).isEmpty
        else { return false }
        guard series.isEmpty || absences(over: stretch).intersection(times).isEmpty else { return false }
        return hours.map { times.subtracting($0.timeline(over: stretch)).isEmpty } ?? true
    }

    /// The same rule over an interval.
    func timeline(over interval: Interval) -> Timeline {
        guard let employed,
            let interval = Interval(from: max(interval.start, employed.start), until: min(interval.end, employed.end))
        else { return .never }
        let working = hours?.timeline(over: interval) ?? Timeline(interval)
        return working.subtracting(absences(over: interval))
    }
}
