package import Routing
package import Time

/// What is to be opened: a case before the ledger has given it a number.
package struct NewCase: Sendable, Equatable {
    package let client: ClientID
    package let holder: AgentID
    package let kind: Case.Kind
    package let reference: String?
    package let contact: String?
    package let caller: PhoneNumber?

    package init(
        client: ClientID, holder: AgentID, kind: Case.Kind, reference: String? = nil, contact: String? = nil,
        caller: PhoneNumber? = nil
    ) {
        self.client = client
        self.holder = holder
        self.kind = kind
        self.reference = reference
        self.contact = contact
        self.caller = caller
    }

    /// The case that it is once it has a number.
    package func numbered(_ id: Int64, by user: String, at instant: Instant) -> Case {
        Case(
            id: id, client: client, holder: holder, kind: kind, reference: reference, contact: contact, caller: caller,
            openedBy: user, openedAt: instant, touched: instant)
    }
}
