package import Routing
package import Time

/// By which keys programs outside fetch calendars. The methods block, and are durable, as those of `RosterRecords`.
package protocol FeedRecords: Sendable {
    /// All there are.
    func feeds() throws(LedgerError) -> [Feed]

    /// Puts a key in the place of the one that there was.
    ///
    /// - Parameter key: Nil: there is none any more.
    func setKey(_ key: String?, of owner: Feed.Owner, at instant: Instant) throws(LedgerError)
}

/// A calendar that is fetched by whoever has its key.
package struct Feed: Sendable, Equatable {
    /// Whose it is.
    package enum Owner: Sendable, Hashable {
        case agent(AgentID)
        /// Everybody's.
        case desk
    }

    package let owner: Owner
    package let key: String
    package let made: Instant

    package init(owner: Owner, key: String, made: Instant) {
        self.owner = owner
        self.key = key
        self.made = made
    }
}
