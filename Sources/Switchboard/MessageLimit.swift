package import Logging
import Routing
import Synchronization
package import Time

/// Lets some messages a minute through for each Unix user and counts the others: nobody is to fill the journal, which would drop what
/// matters with the rest (journald.conf(5), RateLimitBurst=).
package final class MessageLimit: Sendable {
    /// How many messages a minute are let through for one user.
    package static let burst = 10
    /// Users who are remembered at the most; then all are forgotten, but for how much of them was left out.
    private static let users = 1_000

    private struct Minute: Sendable {
        let start: Instant
        var passed = 1
        var leftOut = 0

        /// Also where the clock was put back.
        func isOver(at instant: Instant) -> Bool {
            instant >= start.advanced(by: .minutes(1)) || instant < start
        }
    }

    private struct State: Sendable {
        var minutes: [UInt32: Minute] = [:]
        /// Of users who were forgotten.
        var leftOut = 0
    }

    private let state = Mutex(State())
    private let message: JournalMessage
    private let what: String

    /// - Parameters:
    ///   - message: What those are that it lets through.
    ///   - what: The same in words, for the message that counts the others: `Refused requests`.
    package init(_ message: JournalMessage, _ what: String) {
        self.message = message
        self.what = what
    }

    /// - Returns: Nil when the message is not to be logged; else how many were left out since the last one.
    package func pass(_ user: UInt32, at instant: Instant) -> Int? {
        state.withLock { state in
            if state.minutes.count >= Self.users, state.minutes[user] == nil {
                state.leftOut += state.minutes.values.reduce(0) { $0 + $1.leftOut }
                state.minutes = [:]
            }
            guard let minute = state.minutes[user], !minute.isOver(at: instant) else {
                return state.minutes.updateValue(Minute(start: instant), forKey: user)?.leftOut ?? 0
            }
            guard minute.passed < Self.burst else {
                state.minutes[user]?.leftOut += 1
                return nil
            }
            state.minutes[user]?.passed += 1
            return 0
        }
    }

    /// What was left out in minutes that are over and has not been told, a sentence for each user. To be looked at every few seconds.
    package func untold(at instant: Instant) -> [(user: UInt32?, text: String)] {
        let (users, others) = state.withLock { state in
            let over = state.minutes.filter { $0.value.isOver(at: instant) }
            for user in over.keys { state.minutes[user] = nil }
            let others = state.leftOut
            state.leftOut = 0
            return (over.filter { $0.value.leftOut > 0 }.sorted { $0.key < $1.key }, others)
        }
        let texts: [(UInt32?, String)] = users.map { user, minute in
            // Peers whom the kernel does not name are counted together.
            let whose = user == .max ? "of unknown users" : "of uid \(user)"
            return (user, "\(what): and \(minute.leftOut) more \(whose) in the minute before")
        }
        return texts + (others > 0 ? [(nil, "\(what): and \(others) more of several users in the minute before")] : [])
    }

    /// Tells the journal what `untold` finds.
    package func tellLeftOut(_ logger: Logger, at instant: Instant) {
        for (user, text) in untold(at: instant) {
            logger.report(message, text, user.map { ["uid": "\($0)"] } ?? [:])
        }
    }

    /// `" (and 17 more since the last message)"`, or nothing.
    package static func addition(_ leftOut: Int) -> String {
        leftOut > 0 ? " (and \(leftOut) more since the last message)" : ""
    }
}
