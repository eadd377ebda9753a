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

    package let action: Action
    package let reason: Reason
    /// In the order in which to dial; empty only for `pass`.
    package let targets: [Target]
    /// Those who were considered, in order, with why each was passed over; empty where the call did not come so far.
    package let candidates: Candidates
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
            action: action, reason: reason, targets: targets, candidates: candidates, client: client,
            contactIndex: contactIndex, opens: opens, generation: generation)
    }
}
