extension Decision {
    /// Why the call goes where it goes.
    package enum Reason: Hashable, Sendable {
        /// To an agent, in this role.
        case role(Role)
        /// To the overflow's target of this cause.
        case cause(Overflow.Cause)
        /// No exclusive number was called.
        case notExclusive
        /// The next target is asked for of a call that is not known (any more).
        case unknownCall
        /// Every target of the call has been tried, or the caller has gone.
        case exhausted
    }
}

extension Decision.Reason: CaseIterable {
    package static let allCases: [Decision.Reason] =
        Role.allCases.map(Self.role) + [.notExclusive]
        // Nobody's answer is found out by dialling, and decides no call.
        + Overflow.Cause.allCases.filter { $0 != .noAnswer }.map(Self.cause) + [.unknownCall, .exhausted]

    /// The reason's word in the protocols and the call's record.
    package var word: String {
        switch self {
        case .role(let role): role.rawValue
        case .cause(let cause): cause.rawValue
        case .notExclusive: "not-exclusive"
        case .unknownCall: "unknown-call"
        case .exhausted: "exhausted"
        }
    }

    /// Reads a reason's word; nil for anything else.
    package init?(word: String) {
        guard let reason = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = reason
    }
}
