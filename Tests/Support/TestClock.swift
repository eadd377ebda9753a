import Synchronization
package import Time

/// A clock that a test sets.
package final class TestClock: Sendable {
    private let instant: Mutex<Instant>

    package init(_ instant: Instant) {
        self.instant = Mutex(instant)
    }

    package var now: Instant { instant.withLock { $0 } }

    package func advance(by duration: Milliseconds) {
        instant.withLock { $0 = $0.advanced(by: duration) }
    }

    package func set(_ now: Instant) {
        instant.withLock { $0 = now }
    }
}
