package import Time

/// One line of the roster's history: who changed what, when, and why.
package struct RosterChange: Hashable, Sendable {
    /// What was done; the words that are kept.
    package enum Deed: String, CaseIterable, Sendable {
        case entered, changed, ended, cancelled
        /// One occurrence of a series was cancelled or ended.
        case excepted
        /// An orphan or a case, to another agent.
        case given
        case requested, approved, declined, withdrawn
        case imported
        case learned, refused, removed
        /// Of a request that nobody decided before it began. It is not kept, but told by the clock.
        case lapsed
        /// Of a case; `given` to another agent it is, too.
        case opened, noted, closed
        /// A number or a person, everywhere, before the time was over.
        case forgotten
    }

    /// What it was done to.
    package enum Subject: Hashable, Sendable {
        case absence(Int64)
        case deputyship(Int64)
        case number(PhoneNumber)
        case file(Int64)
        /// A number or a person that is forgotten, by what stands in its place.
        case forgotten(String)
    }

    /// The ledger's number of the line; 0 for what the clock tells.
    package let id: Int64
    package let at: Instant
    /// The user, or as the ledger keeps a desk phone.
    package let by: String
    package let deed: Deed
    package let subject: Subject
    /// Whose absence, who stands in, or who holds the case; nil for numbers.
    package let agent: AgentID?
    package let client: ClientID?
    /// Why the guard was overridden (empty: without a reason), or a request declined; what was noted of a case.
    package let why: String?
    /// How the absence or deputyship was before, as JSON; nil where nothing was.
    package let before: String?
    /// How it is since; nil where nothing is.
    package let after: String?

    package init(
        id: Int64, at: Instant, by: String, deed: Deed, subject: Subject, agent: AgentID? = nil,
        client: ClientID? = nil, why: String? = nil, before: String? = nil, after: String? = nil
    ) {
        self.id = id
        self.at = at
        self.by = by
        self.deed = deed
        self.subject = subject
        self.agent = agent
        self.client = client
        self.why = why
        self.before = before
        self.after = after
    }
}
