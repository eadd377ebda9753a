import Routing
import Time

/// How leave that is to be entered lies to what the same agent has already.
struct Overlaps {
    /// One that makes it a duplicate: he is away for all of it.
    let covering: Absence?
    /// Those that lie inside of it, so that it takes their place.
    let inside: [Absence]

    /// - Parameter others: The agent's other absences, in force or to come.
    init(_ new: Absence, _ others: [Absence], at instant: Instant) {
        let planned = others.filter { $0.kind == new.kind && $0.interval.map { $0.end > instant } ?? false }
        let start = max(new.start, instant)
        let covering = planned.first { other in
            if let series = other.series {
                guard series.exceptions.isEmpty, series.isSameRule(as: new.series) else { return false }
            }
            return max(other.start, instant) <= start && other.end ?? .latest >= new.end ?? .latest
        }
        self.covering = covering
        inside = planned.filter { other in
            // What a calendar says is the calendar's to change.
            guard other.origin == nil, other.id != covering?.id else { return false }
            guard new.series == nil || new.series?.isSameRule(as: other.series) == true else { return false }
            return start <= max(other.start, instant) && new.end ?? .latest >= other.end ?? .latest
        }
    }
}

extension WeeklySeries {
    /// Whether both happen at the same hours of the same weeks, exceptions apart.
    fileprivate func isSameRule(as other: WeeklySeries?) -> Bool {
        guard let other, hours == other.hours, weeks == other.weeks else { return false }
        return (0..<7 * weeks).allSatisfy { offset in
            let day = firstDay.advanced(by: offset)
            return falls(on: day) == other.falls(on: day)
        }
    }
}
