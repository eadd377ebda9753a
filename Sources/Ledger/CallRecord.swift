package import Routing

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
        case answered(phone: String, agent: String?)
        case ended(status: String)
    }

    package let callID: String
    package let instant: Instant
    package let change: Change

    package init(callID: String, instant: Instant, change: Change) {
        self.callID = callID
        self.instant = instant
        self.change = change
    }
}
