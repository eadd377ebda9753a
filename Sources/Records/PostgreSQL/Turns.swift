import Foundation
import Synchronization

/// Whose turn it is with something that one at a time has: in the order in which they came, but those for whom somebody waits before all others.
/// (Of a mutex whoever has just had it is the likeliest to get it again, and others may never.)
final class Turns: Sendable {
    private struct State {
        var isTaken = false
        var urgent: [DispatchSemaphore] = []
        var others: [DispatchSemaphore] = []
    }

    private let state = Mutex(State())

    /// - Parameter isUrgent: Whether somebody waits for it. One at a time may be, so that the others have their turns in between.
    func callAsFunction<Value>(isUrgent: Bool = false, _ body: () throws(LedgerError) -> Value) throws(LedgerError)
        -> Value
    {
        take(isUrgent: isUrgent)
        defer { pass() }
        return try body()
    }

    /// As that, unless somebody has it.
    ///
    /// - Returns: Nil where somebody has.
    func ifFree<Value>(_ body: () -> Value) -> Value? {
        let isFree = state.withLock { state in
            defer { state.isTaken = true }
            return !state.isTaken
        }
        guard isFree else { return nil }
        defer { pass() }
        return body()
    }

    /// How many wait for theirs.
    var waiting: Int { state.withLock { $0.urgent.count + $0.others.count } }

    private func take(isUrgent: Bool) {
        let turn = state.withLock { state -> DispatchSemaphore? in
            guard state.isTaken else {
                state.isTaken = true
                return nil
            }
            let turn = DispatchSemaphore(value: 0)
            if isUrgent { state.urgent.append(turn) } else { state.others.append(turn) }
            return turn
        }
        turn?.wait()
    }

    private func pass() {
        state.withLock { state in
            if !state.urgent.isEmpty {
                state.urgent.removeFirst().signal()
            } else if !state.others.isEmpty {
                state.others.removeFirst().signal()
            } else {
                state.isTaken = false
            }
        }
    }
}
