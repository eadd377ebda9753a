import Routing
import Synchronization

/// Lets some messages a minute through for each Unix user and counts the others: nobody is to fill the journal, which would drop what
/// matters with the rest (journald.conf(5), RateLimitBurst=).
final class MessageLimit: Sendable {
    /// How many messages a minute are let through for one user.
    static let burst = 10
    /// Users who are remembered at the most; then all are forgotten.
    private static let users = 1_000

    private struct Minute: Sendable {
        let start: Instant
        var passed = 1
        var leftOut = 0
    }

    private let minutes = Mutex<[UInt32: Minute]>([:])

    /// - Returns: Nil when the message is not to be logged; else how many were left out since the last one.
    func pass(_ user: UInt32, at instant: Instant) -> Int? {
        minutes.withLock { minutes in
            if minutes.count >= Self.users, minutes[user] == nil { minutes = [:] }
            guard let minute = minutes[user], instant < minute.start.advanced(by: .minutes(1)), instant >= minute.start
            else {
                return minutes.updateValue(Minute(start: instant), forKey: user)?.leftOut ?? 0
            }
            guard minute.passed < Self.burst else {
                minutes[user]?.leftOut += 1
                return nil
            }
            minutes[user]?.passed += 1
            return 0
        }
    }

    /// `" (and 17 more since the last message)"`, or nothing.
    static func addition(_ leftOut: Int) -> String {
        leftOut > 0 ? " (and \(leftOut) more since the last message)" : ""
    }
}
