import Synchronization

/// A place for work of which one is done at a time.
final class OneAtATime: Sendable {
    private let isTaken = Mutex(false)

    /// Whether the work may begin; then its end is to be told.
    func begin() -> Bool {
        isTaken.withLock { isTaken in
            defer { isTaken = true }
            return !isTaken
        }
    }

    func end() { isTaken.withLock { $0 = false } }
}
