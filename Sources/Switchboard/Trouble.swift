/// Something that is not as it should be.
package struct Trouble: Sendable, Equatable {
    /// What it concerns; raw values are the words of the control interface.
    package enum Kind: String, CaseIterable, Sendable {
        /// A directory of before is in force.
        case directory
        /// The last reload was refused.
        case reload
        case ledger, socket, journal
        /// Another process has the ledger locked.
        case locked
        /// A damaged ledger was set aside, and nobody has looked at it.
        case setAside = "set-aside"
        /// The ledger is damaged.
        case damaged
        /// What was forgotten may be in the ledger's log yet.
        case overwriting
        /// The name service does not answer.
        case names
        /// An agent's calendar is stale.
        case calendar
        // What waits for a manager.
        case orphans, deputyships, requests, sickness, cases
        /// Calls wait to be called back.
        case missed
        /// No PBX has asked for long, where they used to.
        case pbx
        /// Another site has other files, or is away.
        case sites
    }

    package let kind: Kind
    /// A sentence.
    package let text: String

    package init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}
