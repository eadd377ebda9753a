package import Time

/// What is kept of a decided call, as far as it takes to decide it again.
package struct RecordedCall: Sendable, Equatable {
    /// The ledger's number.
    package let row: Int64
    package let callID: String
    /// The decision's id, as it is written.
    package let decision: String
    package let noted: Instant
    /// Nil once the number has been forgotten.
    package let caller: Party?
    /// Nil in records of an earlier majord.
    package let called: PhoneNumber?
    package let client: ClientID?
    /// The contact's name.
    package let contact: String?
    package let action: Decision.Action
    package let reason: Decision.Reason
    package let targets: [Target]
    package let candidates: [CallRecord.Considered]

    package init(
        row: Int64, callID: String, decision: String, noted: Instant, caller: Party?, called: PhoneNumber?,
        client: ClientID?, contact: String?, action: Decision.Action, reason: Decision.Reason, targets: [Target],
        candidates: [CallRecord.Considered]
    ) {
        self.row = row
        self.callID = callID
        self.decision = decision
        self.noted = noted
        self.caller = caller
        self.called = called
        self.client = client
        self.contact = contact
        self.action = action
        self.reason = reason
        self.targets = targets
        self.candidates = candidates
    }

    /// What agents did with other calls at that moment, as far as it mattered then: the roster does not know it.
    var busy: BusyAgents {
        var busy = BusyAgents()
        for candidate in candidates {
            if candidate.hindrance == .busy { busy.add(candidate.agent) }
            if candidate.role == .callback, let number = caller?.number {
                busy.callBack(to: number, BusyAgents.CallBack(agent: candidate.agent, until: .latest))
            }
            guard !candidate.behind.isEmpty else { continue }
            if candidate.behind.contains(.wrapUp),
                let wrapUp = BusyAgents.WrapUp(after: noted, of: nil, for: .minutes(1))
            {
                busy.wrapUp(candidate.agent, wrapUp)
            }
            if candidate.behind.contains(.unreachable) { busy.note(candidate.agent, unreachableUntil: .latest) }
        }
        return busy
    }

    /// Whether somebody came first for who called, which nobody can find out again without the number.
    var isPersonal: Bool {
        candidates.contains { $0.role == .callback || $0.role == .holder }
    }

    /// Where another decision sends the call.
    package func compared(with other: Decision) -> Comparison {
        guard action == other.action else { return .first }
        let phones = zip(targets, other.targets)
        func isAnother(_ one: Target, _ other: Target) -> Bool {
            // Who sat at a phone is not known of all targets in records of an earlier majord.
            one.phone != other.phone || one.agent != nil && one.agent != other.agent
        }
        if let (one, two) = phones.first(where: { _ in true }), isAnother(one, two) { return .first }
        return targets.count != other.targets.count || phones.contains(where: isAnother) ? .later : .same
    }

    package enum Comparison: Sendable {
        case same
        /// It goes elsewhere only where the first phone does not answer.
        case later
        /// It goes elsewhere at once.
        case first
    }
}
