import Synchronization

/// The places for messages that are longer than most peers may send: so many are taken in and answered at one time, whoever comes later waits
/// in turn. So what is kept for all peers together is bounded.
final class LongMessages: Sendable {
    private struct State {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    /// - Parameter places: At least one.
    init(places: Int) {
        state = Mutex(State(free: max(1, places)))
    }

    var waitingCount: Int { state.withLock { $0.waiting.count } }

    /// Waits for a place. Whoever gets one gives it back.
    func take() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.free == 0 else {
                    state.free -= 1
                    return true
                }
                state.waiting.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }

    func giveBack() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.free += 1
            return nil
        }
        next?.resume()
    }
}
