package import Routing
package import Time

/// What is to be entered: an absence before the ledger has given it a number.
package struct NewAbsence: Sendable, Equatable {
    package let agent: AgentID
    package let kind: Absence.Kind
    package let start: Instant
    package let end: Instant?
    package let note: String?

    package init(agent: AgentID, kind: Absence.Kind, start: Instant, end: Instant?, note: String? = nil) {
        self.agent = agent
        self.kind = kind
        self.start = start
        self.end = end
        self.note = note
    }
}
