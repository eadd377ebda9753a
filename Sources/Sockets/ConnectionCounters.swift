import Synchronization

/// What a listener counts, at one moment.
package struct ConnectionFigures: Equatable, Sendable {
    /// Open now.
    package var current: Int
    /// Accepted since the start, those closed at once included.
    package var total: Int
    /// Closed because there were too many, in all or of one user or address: the newest, or those that made room for it.
    package var refused: Int
    /// Closed because what they sent could not be understood.
    package var protocolErrors: Int
    /// Closed because they were idle, stopped midway, or did not take their replies.
    package var timedOut: Int

    package init(current: Int = 0, total: Int = 0, refused: Int = 0, protocolErrors: Int = 0, timedOut: Int = 0) {
        self.current = current
        self.total = total
        self.refused = refused
        self.protocolErrors = protocolErrors
        self.timedOut = timedOut
    }
}

/// A listener's counters: written by it, read by everybody.
package final class ConnectionCounters: Sendable {
    private let current = Atomic<Int>(0)
    private let total = Atomic<Int>(0)
    private let refused = Atomic<Int>(0)
    private let protocolErrors = Atomic<Int>(0)
    private let timedOut = Atomic<Int>(0)

    package init() {}

    package var figures: ConnectionFigures {
        ConnectionFigures(
            current: current.load(ordering: .relaxed), total: total.load(ordering: .relaxed),
            refused: refused.load(ordering: .relaxed), protocolErrors: protocolErrors.load(ordering: .relaxed),
            timedOut: timedOut.load(ordering: .relaxed))
    }

    package func noteOpened() {
        current.wrappingAdd(1, ordering: .relaxed)
        total.wrappingAdd(1, ordering: .relaxed)
    }

    package func noteClosed() { current.wrappingSubtract(1, ordering: .relaxed) }

    /// One that came was closed at once.
    package func noteRefused() {
        total.wrappingAdd(1, ordering: .relaxed)
        refused.wrappingAdd(1, ordering: .relaxed)
    }

    /// One that was open was closed to make room for another.
    package func noteMadeRoom() { refused.wrappingAdd(1, ordering: .relaxed) }

    package func noteProtocolError() { protocolErrors.wrappingAdd(1, ordering: .relaxed) }

    package func noteTimedOut() { timedOut.wrappingAdd(1, ordering: .relaxed) }
}
