import Synchronization

/// What a listener counts, at one moment.
package struct VarlinkFigures: Equatable, Sendable {
    /// Connections that are open now.
    package var current = 0
    /// Accepted since the start, those refused included.
    package var total = 0
    /// Closed at once, or to make room for another, because there were too many.
    package var refused = 0
    /// Closed for a message that could not be understood.
    package var badMessages = 0
    /// Closed because they sent nothing or did not take their replies.
    package var timedOut = 0
}

/// A listener's counters: written by the listener, read by everybody.
package final class VarlinkCounters: Sendable {
    private let state = Mutex(VarlinkFigures())

    package init() {}

    package var figures: VarlinkFigures { state.withLock { $0 } }

    func noteOpened() {
        state.withLock { figures in
            figures.current += 1
            figures.total += 1
        }
    }

    func noteClosed() {
        state.withLock { $0.current -= 1 }
    }

    func note(_ event: VarlinkEvent) {
        state.withLock { figures in
            switch event {
            case .refused:
                figures.total += 1
                figures.refused += 1
            case .dropped(_, .badMessage): figures.badMessages += 1
            case .dropped(_, .madeRoom): figures.refused += 1
            case .dropped(_, .unfinished), .dropped(_, .idle), .dropped(_, .slow): figures.timedOut += 1
            }
        }
    }
}
