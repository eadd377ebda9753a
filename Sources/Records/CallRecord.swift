import Routing
package import Time

/// A change of one call's record. Each call has one record, found by its id.
package struct CallRecord: Sendable, Equatable {
    /// What was decided, in the words of the protocols.
    package struct Decided: Sendable, Equatable {
        package let decision: String
        /// E.164, or the word for what it was instead.
        package let caller: String
        package let client: String?
        package let contact: String?
        package let action: String
        package let reason: String
        package let targets: String
        package let generation: UInt64

        package init(
            decision: String, caller: String, client: String?, contact: String?, action: String, reason: String,
            targets: String, generation: UInt64
        ) {
            self.decision = decision
            self.caller = caller
            self.client = client
            self.contact = contact
            self.action = action
            self.reason = reason
            self.targets = targets
            self.generation = generation
        }
    }

    package enum Change: Sendable, Equatable {
        case decided(Decided)
        case rang(phone: String)
        /// - Parameters:
        ///   - agent: Whose phone it is; nil for the overflow's.
        ///   - hasCredit: Whether the call counts as answered here.
        ///   - holds: Whether the call is here from now on.
        case answered(phone: String, agent: String?, hasCredit: Bool, holds: Bool)
        case released(phone: String)
        /// A person has freed the agent who had the call.
        case freed
        /// A report of a call that is over, or that somebody else has, of which nothing but that is recorded.
        case overtaken
        case ended(status: String)
    }

    package let callID: String
    package let instant: Instant
    package let change: Change
    /// What was reported too late, such as `ANSWERED 2101`.
    package let late: String?

    package init(callID: String, instant: Instant, change: Change, late: String? = nil) {
        self.callID = callID
        self.instant = instant
        self.change = change
        self.late = late
    }
}

/// How far a call had come, as its record has it.
package struct RecordedProgress: Sendable, Equatable {
    /// The phones of the call's decision, and then those that were heard of, in the order of their turns.
    package let phones: [String]
    /// The phones that rang, in the order in which that was reported first.
    package let rang: [String]
    package let answeredBy: String?
    /// Who gave the call away.
    package let released: [String]
    /// The phone that has the call.
    package let heldAt: String?
    package let ended: Instant?

    package init(
        phones: [String] = [], rang: [String], answeredBy: String?, released: [String], heldAt: String?, ended: Instant?
    ) {
        self.phones = phones
        self.rang = rang
        self.answeredBy = answeredBy
        self.released = released
        self.heldAt = heldAt
        self.ended = ended
    }
}
