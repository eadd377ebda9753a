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

/// What a PBX reported of a call, as it is recorded.
package struct ReportedCall: Sendable {
    package let event: CallEvent
    /// Whose phone it is about.
    package let agent: AgentID?
    /// The call's decision, when it is remembered.
    package let routed: RoutedCall?
    package let instant: Instant
    package let table: Published
    /// To be told once the event is in the ledger, or kept for it.
    package let accepted: @Sendable () -> Void
}

/// Something about a call that is to be recorded.
package enum CallNote: Sendable {
    case decided(DecidedCall)
    case event(ReportedCall)
}

/// Decisions and events on their way to the ledger and the journal: taken off the way of a call, bounded, counted.
package final class CallNotes: Sendable {
    /// More than this many waiting notes are counted and dropped: recording must never cost a caller his answer.
    package static let capacity = 100_000

    /// What has been noted since the start.
    package struct Counts: Sendable, Equatable {
        package var decisions: [Decision.Reason: Int] = [:]
        /// Notes that could not be kept.
        package var dropped = 0
    }

    private struct State: Sendable {
        var waiting: [CallNote] = []
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
    package func append(_ note: CallNote) {
        let (wasEmpty, isDropped) = state.withLock { state in
            if case .decided(let call) = note { state.counts.decisions[call.routed.decision.reason, default: 0] += 1 }
            guard state.waiting.count < Self.capacity else {
                state.counts.dropped += 1
                return (false, true)
            }
            state.waiting.append(note)
            return (state.waiting.count == 1, false)
        }
        if isDropped, case .event(let call) = note { call.accepted() }
        if wasEmpty { wake.yield() }
    }

    /// Counts notes that were taken off here and could not be kept elsewhere.
    package func noteDropped(_ count: Int) {
        state.withLock { $0.counts.dropped += count }
    }

    /// Has the reader of batches look again, though nothing has come in.
    package func nudge() {
        wake.yield()
    }

    /// Hands over what has come in, batch by batch in order, until the notes are finished and empty.
    package func forEachBatch(_ body: ([CallNote]) async -> Void) async {
        for await _ in wakeUps {
            await body(drain())
        }
        await body(drain())
    }

    /// Lets `forEachBatch` end once all is handed over.
    package func finish() {
        wake.finish()
    }

    private func drain() -> [CallNote] {
        state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
    }
}
