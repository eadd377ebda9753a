/// Where calls go that the pair cannot take: one target per cause.
package struct Overflow: Hashable, Sendable {
    /// Why a call goes to the overflow.
    package enum Cause: String, CaseIterable, Sendable {
        case unknownCaller = "unknown-caller"
        case anonymous
        case `internal`
        case agreementNotStarted = "agreement-not-started"
        case agreementEnded = "agreement-ended"
        case closed
        case uncovered
        case noAnswer = "no-answer"
        /// Somebody of the pair is there, and all who are there are on the phone.
        case busy
        /// The number is one client's own, and another client calls it.
        case otherClient = "other-client"
        /// A manager has refused the caller's number.
        case refused
    }

    /// The target of every cause that has none of its own.
    package let fallback: Extension
    private let targets: [Cause: Extension]

    package init(fallback: Extension, targets: [Cause: Extension] = [:]) {
        self.fallback = fallback
        self.targets = targets
    }

    package subscript(cause: Cause) -> Extension {
        targets[cause] ?? fallback
    }
}
