package import Time

/// Days in which a third agent stands in for one member of a client's pair, or of all pairs of that member: an overlay, which leaves hours
/// and absences of everybody as they are.
package struct Deputyship: Hashable, Sendable {
    /// For whom somebody stands in.
    package enum Post: Hashable, Sendable {
        /// For an agent: with every client in whose pair he is at the time, or with one of them. Where he loses the post, it ends; where he is
        /// himself a deputy, it follows.
        case agent(AgentID, client: ClientID?)
        /// For whoever is in a client's pair.
        case client(ClientID)
    }

    /// The ledger's number; deputyships are counted by themselves.
    package let id: Int64
    package let deputy: AgentID
    package let post: Post
    package let start: Instant
    /// The first instant after it.
    package let end: Instant
    package let enteredBy: String
    package let enteredAt: Instant
    package let note: String?

    package init(
        id: Int64, deputy: AgentID, post: Post, start: Instant, end: Instant, enteredBy: String, enteredAt: Instant,
        note: String? = nil
    ) {
        self.id = id
        self.deputy = deputy
        self.post = post
        self.start = start
        self.end = end
        self.enteredBy = enteredBy
        self.enteredAt = enteredAt
        self.note = note
    }

    /// The deputyship with an end at this instant, or at its start when it has not begun; one that is over stays as it is.
    package func ended(at instant: Instant) -> Deputyship {
        Deputyship(
            id: id, deputy: deputy, post: post, start: start, end: min(end, max(start, instant)),
            enteredBy: enteredBy, enteredAt: enteredAt, note: note)
    }

    /// Nil where it was cancelled before it began.
    package var interval: Interval? { Interval(from: start, until: end) }

    /// For which agent; nil: for either of the client's pair.
    package var member: AgentID? { if case .agent(let agent, _) = post { agent } else { nil } }

    /// With which client; nil: with all of the agent's.
    package var client: ClientID? {
        switch post {
        case .agent(_, let client): client
        case .client(let client): client
        }
    }
}
