package import Routing
import Synchronization

/// A decision as it is recorded.
package struct DecidedCall: Sendable {
    package let request: RouteRequest
    package let call: Call
    package let routed: RoutedCall
    package let instant: Instant
    /// The table that decided, for the names that belong to it.
    package let table: Published
}

/// Decisions on their way to the journal: taken off the way of a call, bounded, counted.
package final class DecisionQueue: Sendable {
    /// More than this many waiting decisions are counted and dropped: the journal must never cost a caller his answer.
    package static let capacity = 16_384

    /// What has been decided since the start.
    package struct Counts: Sendable, Equatable {
        package var decisions: [Decision.Reason: Int] = [:]
        /// Decisions that did not reach the journal.
        package var dropped = 0
    }

    private struct State: Sendable {
        var waiting: [DecidedCall] = []
        var counts = Counts()
    }

    private let state = Mutex(State())
    private let wakeUps: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation

    package init() {
        (wakeUps, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    package var counts: Counts { state.withLock(\.counts) }

    /// Never waits.
    package func append(_ call: DecidedCall) {
        let wasEmpty = state.withLock { state in
            state.counts.decisions[call.routed.decision.reason, default: 0] += 1
            guard state.waiting.count < Self.capacity else {
                state.counts.dropped += 1
                return false
            }
            state.waiting.append(call)
            return state.waiting.count == 1
        }
        if wasEmpty { wake.yield() }
    }

    /// Hands over what has come in, batch by batch in order, until the queue is finished and empty.
    package func forEachBatch(_ body: ([DecidedCall]) -> Void) async {
        for await _ in wakeUps {
            drain(body)
        }
        drain(body)
    }

    /// Lets `forEachBatch` end once all is handed over.
    package func finish() {
        wake.finish()
    }

    private func drain(_ body: ([DecidedCall]) -> Void) {
        let batch = state.withLock { state in
            defer { state.waiting.removeAll(keepingCapacity: false) }
            return state.waiting
        }
        if !batch.isEmpty { body(batch) }
    }
}
