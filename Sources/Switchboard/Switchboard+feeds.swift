package import Records
import Routing
import Time

/// Calendars that programs outside fetch by a key, since they cannot log in.
extension Switchboard {
    package enum FeedWish: Sendable {
        case look
        /// Another key: the old one opens nothing any more.
        case renew
        case end
    }

    package enum FeedRefusal: Error, Sendable {
        case notAllowed(Right)
        case notAnAgent
        case unknownAgent(String)
        case ledger(LedgerError)
    }

    /// The key of somebody's calendar, or everybody's; nil where there is none.
    ///
    /// - Parameters:
    ///   - name: Whose; nil: the requester's own.
    ///   - isDesk: Everybody's.
    package nonisolated func feed(
        of name: String?, isDesk: Bool, _ wish: FeedWish, by requester: Requester
    ) async throws(FeedRefusal) -> Feed? {
        let owner = try feedOwner(name, isDesk, wish, requester)
        let (records, instant, key) = (ledger.feeds, now(), Self.feedKey())
        return try await feedWork { () throws(LedgerError) in
            switch wish {
            case .look: return try records.feeds().first { $0.owner == owner }
            case .renew:
                try records.setKey(key, of: owner, at: instant)
                return Feed(owner: owner, key: key, made: instant)
            case .end:
                try records.setKey(nil, of: owner, at: instant)
                return nil
            }
        }
    }

    /// Whose calendar a key opens; nil: nobody's.
    package nonisolated func feed(withKey key: String) async throws(FeedRefusal) -> Feed.Owner? {
        let records = ledger.feeds
        let feeds = try await feedWork { () throws(LedgerError) in try records.feeds() }
        // All are looked at, so that the time tells nothing.
        return feeds.reduce(nil) { found, feed in Self.isSame(feed.key, key) ? feed.owner : found }
    }

    private nonisolated func feedOwner(
        _ name: String?, _ isDesk: Bool, _ wish: FeedWish, _ requester: Requester
    ) throws(FeedRefusal) -> Feed.Owner {
        let table = table
        let own = requester.agent(in: table)?.agent
        if isDesk {
            guard requester.isManager || own != nil && wish == .look else { throw .notAllowed(.manageFeeds) }
            return .desk
        }
        guard let name else {
            guard let own else { throw requester.isManager ? .notAnAgent : .notAllowed(.manageFeeds) }
            return .agent(own.id)
        }
        guard requester.isManager || own?.id == AgentID(name) else { throw .notAllowed(.manageFeeds) }
        guard table.agent(AgentID(name)) != nil else { throw .unknownAgent(name) }
        return .agent(AgentID(name))
    }

    private nonisolated func feedWork<Value: Sendable>(
        _ work: @escaping @Sendable () throws(LedgerError) -> Value
    ) async throws(FeedRefusal) -> Value {
        let result = await BackgroundThread.run("majord-feeds") {
            Result { () throws(LedgerError) in try work() }
        }
        do throws(LedgerError) {
            return try result.get()
        } catch {
            throw .ledger(error)
        }
    }

    /// 128 bits that nobody can guess, in hexadecimal digits.
    private static func feedKey() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let digits = String(generator.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        let (first, second) = (Array(one.utf8), Array(other.utf8))
        guard first.count == second.count else { return false }
        return zip(first, second).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
