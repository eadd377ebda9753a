package import Routing
package import Time

/// What an agent, or somebody for him, has said of his being there, as it is kept on this machine while the database is away: a fact that is taken all
/// the same, and counts from its own time.
package struct KeptWish: Sendable, Equatable {
    package enum What: Sendable, Equatable {
        case sick(from: Instant, until: Instant?, note: String?)
        case pause(until: Instant, note: String?)
        case back
    }

    /// Grows with each of a site; 0 for one that is not kept.
    package var number: Int64 = 0
    package let at: Instant
    /// Who said so, as the history has it.
    package let user: String
    package let agent: AgentID
    package let what: What

    package init(_ what: What, of agent: AgentID, by user: String, at instant: Instant) {
        (self.what, self.agent, self.user) = (what, agent, user)
        at = instant
    }

    /// The note of a sickness that is reported once more, or for the first time.
    ///
    /// - Parameter said: Nil: the one before stays; empty: none.
    package static func note(_ said: String?, before: String? = nil) -> String? {
        guard let said else { return before }
        return said.isEmpty ? nil : said
    }
}

/// Records of calls that are on this machine, and not in the database yet.
package struct WaitingRecords: Sendable, Equatable {
    package var count = 0
    package var oldest: Instant?
    /// Whether what is taken is on this machine's disk at once.
    package var isKept: Bool

    package init(count: Int = 0, oldest: Instant? = nil, isKept: Bool = false) {
        (self.count, self.oldest, self.isKept) = (count, oldest, isKept)
    }
}
