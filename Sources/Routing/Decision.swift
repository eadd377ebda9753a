package import Time

/// The answer for one call.
package struct Decision: Sendable {
    package enum Action: String, Sendable {
        /// Dial the targets in order.
        case dial
        /// None of the candidates can take the call: dial the overflow's target.
        case overflow
        /// No Major Accounts call: go on with the ordinary dial plan.
        case pass
    }

    package let answer: Answer
    /// Those who were considered, in order, with why each was passed over; empty where the call did not come so far.
    package let candidates: Candidates

    /// What the PBX is told, which is all that a question asked again needs.
    ///
    /// A class, so that to pass it on or remember it is one reference; calls with the same answer share one (`KnownAnswers`).
    package final class Answer: Sendable {
        package let action: Action
        package let reason: Reason
        package let targets: [Target]
        package let client: ClientEntry?
        /// The position among the client's contacts of the one whose mobile number the call came from.
        let contactIndex: Int32?
        package let opens: Instant?
        package let generation: UInt64
        /// The case for which the first target comes first; nil where none does so.
        package let pinned: CaseFile?
        /// The client's primary, whose call it would be; nil where nobody is dialled.
        let primary: AgentEntry?
        /// Of texts for people.
        package let language: Language

        init(
            action: Action, reason: Reason, targets: [Target], client: ClientEntry?, contactIndex: Int32?,
            opens: Instant?, generation: UInt64, pinned: CaseFile? = nil, primary: AgentEntry? = nil,
            language: Language
        ) {
            self.action = action
            self.reason = reason
            self.targets = targets
            self.client = client
            self.contactIndex = contactIndex
            self.opens = opens
            self.generation = generation
            self.pinned = pinned
            self.primary = primary
            self.language = language
        }

        /// Whose call it would be, when another gets it: the primary. Nil where the first target is he, and where nobody is dialled.
        package var insteadOf: AgentEntry? { targets.first.flatMap { insteadOf(at: $0) } }

        /// Whose call it would be, for the agent who is reached at this target; nil for the overflow.
        package func insteadOf(at target: Target) -> AgentEntry? {
            guard let agent = target.agent, let primary, primary.agent.id != agent else { return nil }
            return primary
        }

        /// Whose call it would be, for every agent among the targets; nil where the primary is one of them.
        package var insteadOfAtAll: AgentEntry? {
            var found: AgentEntry?
            for target in targets where target.agent != nil {
                guard let primary = insteadOf(at: target) else { return nil }
                found = primary
            }
            return found
        }

        /// The contact whose mobile number the call came from.
        package var contact: Contact? {
            guard let contactIndex, let client else { return nil }
            return client.client.contacts[Int(contactIndex)]
        }

        /// His name alone, and his function: a copy of the whole contact costs more than both.
        package var contactName: String? {
            guard let contactIndex, let client else { return nil }
            return client.client.contacts[Int(contactIndex)].name
        }

        package var contactFunction: String? {
            guard let contactIndex, let client else { return nil }
            return client.client.contacts[Int(contactIndex)].function
        }

        /// The same answer with other targets left to try.
        ///
        /// - Parameter primary: Whose call it would be; nil where nobody is left.
        func with(
            targets: [Target], action: Action, reason: Reason, primary: AgentEntry? = nil
        ) -> Answer {
            Answer(
                action: action, reason: reason, targets: targets, client: client, contactIndex: contactIndex,
                opens: opens, generation: generation, pinned: targets.first == self.targets.first ? pinned : nil,
                primary: primary, language: language)
        }
    }

    package var action: Action { answer.action }
    package var reason: Reason { answer.reason }
    /// In the order in which to dial; empty only for `pass`.
    package var targets: [Target] { answer.targets }
    /// The client whose call it is, when the caller's number told.
    package var client: ClientEntry? { answer.client }
    /// For `closed`: when service opens again; nil where it does not within two years or the agreement's term.
    package var opens: Instant? { answer.opens }
    /// The routing table's generation that decided.
    package var generation: UInt64 { answer.generation }

    package init(_ answer: Answer, candidates: Candidates = Candidates()) {
        self.answer = answer
        self.candidates = candidates
    }

    /// The contact whose mobile number the call came from.
    package var contact: Contact? { answer.contact }
}
