package import Time

/// An incident or request of a client that an agent works on until it is closed; while it is open, its holder comes first for the client's
/// calls.
package struct Case: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case incident, request
    }

    /// The ledger's number; cases are counted by themselves.
    package let id: Int64
    package let client: ClientID
    /// Who works on it.
    package var holder: AgentID
    package let kind: Kind
    /// The ticket's name in another system; one open case at the most has it.
    package let reference: String?
    /// The name of the contact whose case it is; nil: anybody's at the client.
    package let contact: String?
    /// Who called about it.
    package let caller: PhoneNumber?
    package let openedBy: String
    package let openedAt: Instant
    /// When somebody has opened, taken, given or noted it last.
    package var touched: Instant

    package init(
        id: Int64, client: ClientID, holder: AgentID, kind: Kind, reference: String? = nil, contact: String? = nil,
        caller: PhoneNumber? = nil, openedBy: String, openedAt: Instant, touched: Instant
    ) {
        self.id = id
        self.client = client
        self.holder = holder
        self.kind = kind
        self.reference = reference
        self.contact = contact
        self.caller = caller
        self.openedBy = openedBy
        self.openedAt = openedAt
        self.touched = touched
    }

    /// As people call it: the ticket's name, or else its number (`#12`).
    package var name: String { reference ?? CaseName.numbered(id) }
}

extension Case {
    /// Until when its holder comes first: a case that nobody touches for so long stays open, and pins nobody.
    package func pinned(for pin: Milliseconds) -> Instant {
        touched.advanced(by: pin)
    }
}
