package import Time

/// The answer for one call.
package struct Decision: Sendable {
    package enum Action: String, Sendable {
        /// Dial the targets in order.
        case dial
        /// The pair cannot take the call: dial the overflow's target.
        case overflow
        /// No Major Accounts call: go on with the ordinary dial plan.
        case pass
    }

    /// Why the call goes where it goes; the words of the protocols.
    package enum Reason: String, CaseIterable, Sendable {
        case primary, backup
        case notExclusive = "not-exclusive"
        case anonymous
        case `internal`
        case unknownCaller = "unknown-caller"
        case agreementNotStarted = "agreement-not-started"
        case agreementEnded = "agreement-ended"
        case closed, uncovered
        /// The next target is asked for of a call that is not known (any more).
        case unknownCall = "unknown-call"
        /// Every target of the call has been tried, or the caller has gone.
        case exhausted
        /// Somebody of the pair is there, and all who are there are on the phone.
        case busy
    }

    package let action: Action
    package let reason: Reason
    /// In the order in which to dial; empty only for `pass`.
    package let targets: [Target]
    /// The client whose call it is, when the caller's number told.
    package let client: ClientEntry?
    /// The position among the client's contacts of the one whose mobile number the call came from.
    let contactIndex: Int32?
    /// For `closed`: when service opens again; nil where it does not within two years or the agreement's term.
    package let opens: Instant?
    /// The routing table's generation that decided.
    package let generation: UInt64

    /// The contact whose mobile number the call came from.
    package var contact: Contact? {
        guard let contactIndex, let client else { return nil }
        return client.client.contacts[Int(contactIndex)]
    }

    /// The same decision with other targets left to try.
    package func with(targets: [Target], action: Action, reason: Reason) -> Decision {
        Decision(
            action: action, reason: reason, targets: targets, client: client, contactIndex: contactIndex, opens: opens,
            generation: generation)
    }
}

/// One phone to dial.
package struct Target: Sendable, Equatable {
    package enum Role: String, Sendable {
        case primary, backup, overflow
    }

    package let role: Role
    package let phone: Extension
    /// Who sits there; nil for the overflow.
    package let agent: AgentID?
    /// Seconds to ring before the next target; 0 for as long as the PBX likes.
    package let ring: Int
}
