import Synchronization

/// What a listener counts, at one moment.
package struct ConnectionFigures: Equatable, Sendable {
    /// Open now.
    package var current = 0
    /// Accepted since the start, those closed at once included.
    package var total = 0
    /// Closed at once because there were too many.
    package var refused = 0
    /// Closed because what they sent could not be understood.
    package var protocolErrors = 0
    /// Closed because they were idle, stopped midway, or did not take their replies.
    package var timedOut = 0
}

/// A listener's counters: written by its loop, read by everybody.
package final class ConnectionCounters: Sendable {
    private let current = Atomic<Int>(0)
    private let total = Atomic<Int>(0)
    private let refused = Atomic<Int>(0)
    private let protocolErrors = Atomic<Int>(0)
    private let timedOut = Atomic<Int>(0)

    init() {}

    package var figures: ConnectionFigures {
        ConnectionFigures(
            current: current.load(ordering: .relaxed), total: total.load(ordering: .relaxed),
            refused: refused.load(ordering: .relaxed), protocolErrors: protocolErrors.load(ordering: .relaxed),
            timedOut: timedOut.load(ordering: .relaxed))
    }

    func noteOpened() {
        current.wrappingAdd(1, ordering: .relaxed)
        total.wrappingAdd(1, ordering: .relaxed)
    }

    func noteClosed() { current.wrappingSubtract(1, ordering: .relaxed) }

    func noteRefused() {
        total.wrappingAdd(1, ordering: .relaxed)
        refused.wrappingAdd(1, ordering: .relaxed)
    }

    func noteProtocolError() { protocolErrors.wrappingAdd(1, ordering: .relaxed) }

    func noteTimedOut() { timedOut.wrappingAdd(1, ordering: .relaxed) }
}
