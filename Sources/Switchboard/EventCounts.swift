package import Monitoring
import Records
import Routing
import Synchronization

/// How many events of each kind the list has got since the start, whoever appended them.
package final class EventCounts: Sendable {
    private struct State: Sendable {
        var after: Int64
        var counts: [Event.Kind: Int] = [:]
    }

    private static let batch = 1_000
    private let state: Mutex<State>

    /// - Parameter number: That of the last event before the start.
    init(after number: Int64) {
        state = Mutex(State(after: number))
    }

    /// Counts those that have come. To be called now and then, on a thread that may wait for the ledger; what cannot be read is counted next time.
    func take(_ records: any EventRecords) {
        while true {
            let after = state.withLock(\.after)
            guard let events = try? records.events(EventQuery(after: after, limit: Self.batch)),
                let last = events.last?.number
            else { return }
            state.withLock { state in
                state.after = last
                for event in events { state.counts[event.kind, default: 0] += 1 }
            }
            guard events.count == Self.batch else { return }
        }
    }

    package var metrics: [Metric] {
        let counts = state.withLock(\.counts)
        let kinds = Event.Kind.allCases.map { ($0.rawValue, counts[$0] ?? 0) }
        return [
            .counters(
                "majord_events", "What happened that is worth telling somebody, by kind.", by: "kind",
                Dictionary(kinds, uniquingKeysWith: +))
        ]
    }
}
