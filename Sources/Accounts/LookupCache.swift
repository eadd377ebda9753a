import Foundation
import Synchronization

/// Answers of something that may hang: asked on threads of its own, remembered for a while, and never waited for longer than a deadline.
///
/// Questions under way are not asked twice. While one hangs its last answer holds.
final class LookupCache<Key: Hashable & Sendable, Value: Sendable & Equatable>: Sendable {
    private struct Entry {
        var known = Known<Value>.unknown
        /// When the name service said so; nil before its first answer.
        var learned: ContinuousClock.Instant?
        /// When the question under way was asked; nil when none is.
        var asked: ContinuousClock.Instant?
        var waiters: [Int: @Sendable () -> Void] = [:]
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        var queue: [Key] = []
        var threads = 0
        var lastWaiter = 0
    }

    private let limits: LookupLimits
    private let look: @Sendable (Key) -> Known<Value>
    private let state = Mutex(State())

    /// - Parameter look: Blocks for as long as it likes.
    init(limits: LookupLimits, look: @escaping @Sendable (Key) -> Known<Value>) {
        self.limits = limits
        self.look = look
    }

    /// What is known of `key`, where nothing has to be asked; nil where it has.
    func remembered(_ key: Key) -> Known<Value>? {
        let now = ContinuousClock.now
        return state.withLock { state in
            state.entries[key].flatMap { isFresh($0, at: now) ? $0.known : nil }
        }
    }

    private func isFresh(_ entry: Entry, at now: ContinuousClock.Instant, evenMissing: Bool = true) -> Bool {
        guard evenMissing || entry.known != .missing else { return false }
        let lifetime = entry.known.value == nil ? limits.missingLifetime : limits.lifetime
        return entry.learned.map { now - $0 < lifetime } ?? false
    }

    /// What is known of `key`, after waiting for no longer than `limits.patience` since the question was asked.
    ///
    /// - Parameter evenMissing: Whether that there is none is remembered as well; else it is asked about again.
    func known(_ key: Key, evenMissing: Bool = true) async -> Known<Value> {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let waiter = wait(for: key, evenMissing: evenMissing) { continuation.resume() }
            guard let waiter else { return continuation.resume() }
            Task {
                try? await Task.sleep(until: waiter.deadline, clock: .continuous)
                self.release(waiter.number, of: key)
            }
        }
        return state.withLock { $0.entries[key]?.known ?? .unknown }
    }

    /// Whether a question has been without an answer for longer than it is waited for.
    var isHanging: Bool {
        let latest = ContinuousClock.now - limits.patience
        return state.withLock { $0.entries.values.contains { $0.asked.map { $0 < latest } ?? false } }
    }

    /// What is known of each key, after waiting for all together for no longer than `time`. Blocks its thread.
    func known(_ keys: Set<Key>, within time: Duration) -> [Key: Known<Value>] {
        let answers = DispatchGroup()
        var waiters: [(key: Key, number: Int)] = []
        for key in keys {
            answers.enter()
            if let waiter = wait(for: key, then: { answers.leave() }) {
                waiters.append((key, waiter.number))
            } else {
                answers.leave()
            }
        }
        _ = answers.wait(timeout: .now() + .milliseconds(Int(time / .milliseconds(1))))
        for waiter in waiters { release(waiter.number, of: waiter.key) }
        return state.withLock { state in
            Dictionary(keys.map { ($0, state.entries[$0]?.known ?? .unknown) }) { first, _ in first }
        }
    }

    /// Asks where what is known is too old.
    ///
    /// - Returns: Nil when there is nothing to wait for; `then` is not called in that case.
    private func wait(
        for key: Key, evenMissing: Bool = true, then: @escaping @Sendable () -> Void
    ) -> (number: Int, deadline: ContinuousClock.Instant)? {
        let now = ContinuousClock.now
        let (waiter, needsThread) = state.withLock {
            state -> ((number: Int, deadline: ContinuousClock.Instant)?, Bool) in
            if state.entries[key] == nil, state.entries.count >= limits.capacity {
                state.entries = state.entries.filter { $0.value.asked != nil }
                guard state.entries.count < limits.capacity else { return (nil, false) }
            }
            var entry = state.entries[key] ?? Entry()
            defer { state.entries[key] = entry }
            if isFresh(entry, at: now, evenMissing: evenMissing) { return (nil, false) }
            var needsThread = false
            if entry.asked == nil {
                entry.asked = now
                state.queue.append(key)
                needsThread = state.threads < limits.threads
                if needsThread { state.threads += 1 }
            }
            let deadline = (entry.asked ?? now) + limits.patience
            guard now < deadline else { return (nil, needsThread) }
            state.lastWaiter += 1
            entry.waiters[state.lastWaiter] = then
            return ((state.lastWaiter, deadline), needsThread)
        }
        if needsThread { startThread() }
        return waiter
    }

    /// Lets one go on who has waited long enough.
    private func release(_ waiter: Int, of key: Key) {
        state.withLock { $0.entries[key]?.waiters.removeValue(forKey: waiter) }?()
    }

    private func startThread() {
        let thread = Thread {
            while let key = self.nextQuestion() { self.learn(self.look(key), of: key) }
        }
        thread.name = "accounts"
        thread.start()
    }

    private func nextQuestion() -> Key? {
        state.withLock { state in
            guard !state.queue.isEmpty else {
                state.threads -= 1
                return nil
            }
            return state.queue.removeFirst()
        }
    }

    private func learn(_ known: Known<Value>, of key: Key) {
        let waiters = state.withLock { state in
            var entry = state.entries[key] ?? Entry()
            entry.asked = nil
            // A failure does not change what was known, and is not asked about again at once.
            if known != .unknown || entry.learned == nil { entry.known = known }
            entry.learned = .now
            defer { entry.waiters = [:]; state.entries[key] = entry }
            return entry.waiters
        }
        for waiter in waiters.values { waiter() }
    }
}

/// How long and how much is asked and remembered.
package struct LookupLimits: Sendable {
    /// How long an answer is waited for.
    package var patience: Duration = .seconds(1)
    /// How long an account that was found, and one that was not, is not asked about again.
    package var lifetime: Duration = .seconds(60)
    package var missingLifetime: Duration = .seconds(2)
    /// Questions under way at one time: one that hangs is not to hold up the others.
    package var threads = 4
    /// Accounts that are remembered at the most.
    package var capacity = 10_000

    package init() {}
}
