package import Routing
import Synchronization
package import Time

/// The clients who will have nobody at times in the weeks to come, found once for each table and hour: whoever watches the status asks every two
/// seconds.
package final class GapsAhead: Sendable {
    private struct Found: Sendable {
        let generation: UInt64
        let at: Instant
        let gaps: [(client: ClientEntry, gaps: [Interval])]
    }

    private let found = Mutex(Found?.none)

    init() {}

    /// Each client once, with the gaps that are not over; the client whose first gap is the soonest comes first.
    package func gaps(_ table: RoutingTable, at instant: Instant) async -> [(client: ClientEntry, gaps: [Interval])] {
        let all = await all(table, at: instant)
        return all.compactMap { entry, gaps in
            let left = gaps.compactMap { Interval(from: max($0.start, instant), until: $0.end) }
            return left.isEmpty ? nil : (entry, left)
        }
    }

    private func all(_ table: RoutingTable, at instant: Instant) async -> [(client: ClientEntry, gaps: [Interval])] {
        let known = found.withLock(\.self)
        if let known, known.generation == table.generation, known.at <= instant, instant.since(known.at) < .hours(1) {
            return known.gaps
        }
        guard let ahead = Interval(from: instant, until: instant.advanced(by: RoutingTable.outlook)) else { return [] }
        let gaps = await BackgroundThread.run("majord-gaps") { table.gapStretches(over: ahead) }
        found.withLock { $0 = Found(generation: table.generation, at: instant, gaps: gaps) }
        return gaps
    }
}
