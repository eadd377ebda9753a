import Dispatch
import Synchronization

/// Stops whoever comes to it until it is opened.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let waiting = Atomic<Int>(0)

    /// How many wait.
    var waiters: Int { waiting.load(ordering: .acquiring) }

    func wait() {
        waiting.add(1, ordering: .acquiringAndReleasing)
        semaphore.wait()
        waiting.subtract(1, ordering: .acquiringAndReleasing)
    }

    /// Lets one through.
    func open() {
        semaphore.signal()
    }
}
