import Synchronization

/// What a listener counts, at one moment.
package struct ConnectionFigures: Equatable, Sendable {
    /// Open now.
    package var current = 0
    /// Accepted since the start, those closed at once included.
    package var total = 0
    /// Closed because there were too many, in all or of one user or address: the newest, or those that made room for it.
    package var refused = 0
    /// Closed because what they sent could not be understood.
    package var protocolErrors = 0
    /// Closed because they were idle, stopped midway, or did not take their replies.
    package var timedOut = 0
    /// Questions that were dropped unanswered because they had waited longer than `PBXLimits.answer`, and those behind them.
    package var requestsLate = 0
    /// Questions that were dropped undecided because the peer had gone.
    package var requestsGone = 0

    package init(
        current: Int = 0, total: Int = 0, refused: Int = 0, protocolErrors: Int = 0, timedOut: Int = 0,
        requestsLate: Int = 0, requestsGone: Int = 0
    ) {
        self.current = current
        self.total = total
        self.refused = refused
        self.protocolErrors = protocolErrors
        self.timedOut = timedOut
        self.requestsLate = requestsLate
        self.requestsGone = requestsGone
    }
}

/// Why a question is dropped unanswered.
enum RequestDrop {
    /// It has waited longer than `PBXLimits.answer`.
    case late
    /// The peer has gone.
    case gone
}

/// A listener's counters: written by its loop, read by everybody.
package final class ConnectionCounters: Sendable {
    private let current = Atomic<Int>(0)
    private let total = Atomic<Int>(0)
    private let refused = Atomic<Int>(0)
    private let protocolErrors = Atomic<Int>(0)
    private let timedOut = Atomic<Int>(0)
    private let requestsLate = Atomic<Int>(0)
    private let requestsGone = Atomic<Int>(0)

    init() {}

    package var figures: ConnectionFigures {
        ConnectionFigures(
            current: current.load(ordering: .relaxed), total: total.load(ordering: .relaxed),
            refused: refused.load(ordering: .relaxed), protocolErrors: protocolErrors.load(ordering: .relaxed),
            timedOut: timedOut.load(ordering: .relaxed), requestsLate: requestsLate.load(ordering: .relaxed),
            requestsGone: requestsGone.load(ordering: .relaxed))
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

    /// One that was open was closed to make room for another.
    func noteMadeRoom() { refused.wrappingAdd(1, ordering: .relaxed) }

    func noteProtocolError() { protocolErrors.wrappingAdd(1, ordering: .relaxed) }

    func noteTimedOut() { timedOut.wrappingAdd(1, ordering: .relaxed) }

    func noteDropped(_ drop: RequestDrop) {
        switch drop {
        case .late: requestsLate.wrappingAdd(1, ordering: .relaxed)
        case .gone: requestsGone.wrappingAdd(1, ordering: .relaxed)
        }
    }
}
