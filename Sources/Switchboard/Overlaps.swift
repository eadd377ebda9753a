import Routing
import Time

/// How leave that is to be entered lies to what the same agent has already.
struct Overlaps {
    /// One that makes it a duplicate: he is away for all of it.
    let covering: Absence?
    /// Those that lie inside of it, so that it takes their place.
    let inside: [Absence]

    /// - Parameter others: The agent's other absences, in force or to come.
    init(_ new: Absence, _ others: [Absence], at instant: Instant, _ clock: ServiceClock) {
        let planned = others.filter { $0.kind == new.kind && $0.interval.map { $0.end > instant } ?? false }
        let covering = planned.first { new.lies(within: $0, from: instant, clock) }
        self.covering = covering
        inside = planned.filter { other in
            // What a calendar says is the calendar's to change.
            other.origin == nil && other.id != covering?.id && other.lies(within: new, from: instant, clock)
        }
    }
}

extension Absence {
    /// Of a series so much is compared.
    private static let compared = Milliseconds.days(732)

    /// Whether what is left of it at an instant is a part of another, hours that come back included.
    fileprivate func lies(within other: Absence, from instant: Instant, _ clock: ServiceClock) -> Bool {
        let (start, end) = (max(self.start, instant), self.end ?? .latest)
        guard end <= other.end ?? .latest else { return false }
        guard series != nil || other.series != nil else { return max(other.start, instant) <= start }
        guard let rest = Interval(from: start, until: min(end, start.advanced(by: Self.compared))) else { return false }
        let times = timeline(over: rest, clock)
        return !times.isEmpty && times.subtracting(other.timeline(over: rest, clock)).isEmpty
    }

    /// Whether both keep their agent away at some time after an instant.
    func overlaps(_ other: Absence, from instant: Instant, _ clock: ServiceClock) -> Bool {
        let start = max(start, other.start, instant)
        let end = min(self.end ?? .latest, other.end ?? .latest, start.advanced(by: Self.compared))
        guard let both = Interval(from: start, until: end) else { return false }
        return !timeline(over: both, clock).intersection(other.timeline(over: both, clock)).isEmpty
    }
}
