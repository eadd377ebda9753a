package import Time

/// Everything that is kept of one call: what was decided, and what became of it.
///
/// It is what stands in the ledger, what is taken up after a restart, and what those who look at a call are told. A change of it is a
/// `Change`; nothing else is ever written.
package struct CallRecord: Sendable, Equatable {
    /// The PBX's name for the call; the same id may come again for another call, which has a record of its own.
    package let callID: String
    /// When the call was asked about, or else first reported of.
    package let noted: Instant
    /// Nil for a call that was reported without having been asked about.
    package let decided: Decided?
    /// Nil but for a call that an agent dialled.
    package var dialled: Dialled?
    package var course: Course

    package init(
        callID: String, noted: Instant, decided: Decided? = nil, dialled: Dialled? = nil, course: Course = Course()
    ) {
        self.callID = callID
        self.noted = noted
        self.decided = decided
        self.dialled = dialled
        self.course = course
    }

    /// The record of a call of which this is the first that is known.
    package init(beginningWith change: Change) {
        var decided: Decided?
        if case .decided(let decision) = change.what { decided = decision }
        self.init(callID: change.callID, noted: change.instant, decided: decided)
        take(change)
    }
}

extension CallRecord {
    /// What was decided, from which the decision comes back as it was.
    package struct Decided: Sendable, Equatable {
        package let id: DecisionID
        /// Nil once the number has been forgotten.
        package let caller: Party?
        /// The client's block that the number was in, as `NumberBlock` describes it, once the number has been forgotten.
        package var block: String?
        /// What stands in the number's place, where it was forgotten by itself: the same in all records of it.
        package var token: String?
        /// The exclusive number that was called. Nil in records of an earlier majord.
        package let called: PhoneNumber?
        package let client: ClientID?
        /// The contact's name.
        package let contact: String?
        package let action: Decision.Action
        package let reason: Decision.Reason
        /// In the order in which to dial. Who sat at a phone is not known of each in records of an earlier majord.
        package let targets: [Target]
        /// Those who were considered, in order; empty where the call did not come so far, and in records of an earlier majord.
        package let candidates: [Considered]
        /// For `closed`: when service opens again.
        package let opens: Instant?
        /// The routing table's generation that decided.
        package let generation: UInt64

        package init(
            id: DecisionID, caller: Party?, client: ClientID?, contact: String?, action: Decision.Action,
            reason: Decision.Reason, targets: [Target], candidates: [Considered], opens: Instant?, generation: UInt64,
            called: PhoneNumber? = nil
        ) {
            self.id = id
            self.caller = caller
            self.called = called
            self.client = client
            self.contact = contact
            self.action = action
            self.reason = reason
            self.targets = targets
            self.candidates = candidates
            self.opens = opens
            self.generation = generation
        }

        /// - Parameter table: The one that decided.
        package init(_ decision: Decision, id: DecisionID, of call: Call, in table: RoutingTable) {
            self.init(
                id: id, caller: call.caller, client: decision.client?.client.id, contact: decision.contact?.name,
                action: decision.action, reason: decision.reason, targets: decision.targets,
                candidates: Considered.list(of: decision, in: table), opens: decision.opens,
                generation: decision.generation, called: call.called.number)
        }
    }

    /// Who dialled a client's number.
    package struct Dialled: Sendable, Equatable {
        package let agent: AgentID
        /// Nil once it was forgotten.
        package let number: PhoneNumber?
        /// What stands in the number's place, where it was forgotten by itself.
        package var token: String?
        package let client: ClientID
        package let contact: String?

        package init(agent: AgentID, number: PhoneNumber?, client: ClientID, contact: String?) {
            self.agent = agent
            self.number = number
            self.client = client
            self.contact = contact
        }
    }

    /// A candidate, by his id.
    package struct Considered: Sendable, Equatable {
        package let agent: AgentID
        package let role: Role
        /// Why he was passed over; nil for one who could take the call.
        package let hindrance: Candidate.Hindrance?
        /// When the hindrance is over; nil where that was not known.
        package let until: Instant?
        /// Why one who could take the call came behind others who could.
        package let behind: Candidate.Behind

        package init(
            agent: AgentID, role: Role, hindrance: Candidate.Hindrance?, until: Instant?, behind: Candidate.Behind = []
        ) {
            self.agent = agent
            self.role = role
            self.hindrance = hindrance
            self.until = until
            self.behind = behind
        }

        /// Those who were considered for a call, in order.
        ///
        /// - Parameter table: The one that decided.
        package static func list(of decision: Decision, in table: RoutingTable) -> [Considered] {
            decision.candidates.map { candidate in
                Considered(
                    agent: table.agent(candidate).id, role: candidate.role, hindrance: candidate.hindrance,
                    until: candidate.until, behind: candidate.behind)
            }
        }
    }
}
