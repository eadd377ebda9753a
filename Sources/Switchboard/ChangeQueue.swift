/// Whose turn it is to change what is in force: one command at a time, in the order in which they came.
///
/// A command checks against what is committed, writes, compiles and publishes. It may wait in between, for a ledger that is slow, and
/// nothing else changes meanwhile.
struct ChangeQueue {
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Returns: Whether it is the asker's turn; he has to wait otherwise.
    mutating func take() -> Bool {
        guard !isTaken else { return false }
        isTaken = true
        return true
    }

    /// How many wait.
    var count: Int { waiting.count }

    mutating func wait(_ turn: CheckedContinuation<Void, Never>) {
        waiting.append(turn)
    }

    /// Ends a turn.
    ///
    /// - Returns: Whose turn it is then.
    mutating func pass() -> CheckedContinuation<Void, Never>? {
        guard !waiting.isEmpty else {
            isTaken = false
            return nil
        }
        return waiting.removeFirst()
    }
}
