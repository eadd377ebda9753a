package import Records
package import Routing
package import Time

extension CallRecords {
    /// Every call's record, the newest first.
    package func allCalls(limit: Int = .max) throws(LedgerError) -> [CallRecord] {
        try calls(
            toTakeUp: TakeUp(decided: .earliest, ended: .earliest, held: .earliest), from: .earliest, until: .latest,
            withHeld: false, limit: limit)
    }
}

extension Extension {
    package static func of(_ digits: String) -> Extension {
        guard let phone = Extension(digits) else { preconditionFailure("no extension \(digits)") }
        return phone
    }
}

extension Target {
    package static let overflow = Target(.overflow, phone: .of("2000"), ring: 0)

    package static func of(_ digits: String, _ role: Role, _ agent: AgentID?) -> Target {
        Target(.candidate(agent, role), phone: .of(digits), ring: 20)
    }
}

extension Party {
    package static var noord: Party {
        guard let number = PhoneNumber("31505550100") else { preconditionFailure("no number") }
        return .number(number)
    }
}

extension CallRecord.Decided {
    package static func example(
        caller: Party = .noord, action: Decision.Action = .dial, reason: Decision.Reason = .role(.primary),
        targets: [Target] = [
            .of("2101", .primary, AgentID("joke")), .of("2102", .backup, AgentID("mark")), .overflow,
        ], candidates: [CallRecord.Considered] = [], client: String? = "noord", contact: String? = nil,
        opens: Instant? = nil, generation: UInt64 = 3, called: PhoneNumber? = nil
    ) -> CallRecord.Decided {
        CallRecord.Decided(
            id: DecisionID(number: 1 << 60), caller: caller, client: client.map { ClientID($0) }, contact: contact,
            action: action, reason: reason, targets: targets, candidates: candidates, opens: opens,
            generation: generation, called: called)
    }
}
