import Records
package import Routing
package import Time

/// Something about a call, as the desk hands it over to be recorded and told: of fixed size, so that a decision is noted without an allocation.
package struct CallNote: Sendable {
    package enum What: Sendable {
        /// The call was decided, as `routed` says, after these were considered.
        case decided(Call, Candidates)
        case reported(CallRecord.Report)
        /// An agent dialled a client's number.
        case dialled(CallRecord.Dialled, CallRecord.Report)
        /// A phone of an agent cannot be reached any more.
        case unreachable(AgentID, Extension)
        /// The call keeps its agent no more: a person has freed him, or his phone was tried and the next is asked for.
        case freed
        /// An agent dialled a number that is no client's.
        case passedOver
    }

    private let id: NotedText
    package let instant: Instant
    package let what: What
    /// The call's decision, when it is remembered.
    package let routed: RoutedCall?
    /// The table that decided or was in force, for the names that belong to it.
    package let table: RoutingTable
    /// To be told once this is in the ledger, or kept for it; nil where nobody waits.
    package let recorded: (@Sendable () -> Void)?

    package init(
        callID: String, at instant: Instant, _ what: What, _ routed: RoutedCall? = nil, table: RoutingTable,
        recorded: (@Sendable () -> Void)? = nil
    ) {
        id = NotedText(callID)
        self.instant = instant
        self.what = what
        self.routed = routed
        self.table = table
        self.recorded = recorded
    }

    /// A call that was decided.
    ///
    /// - Parameter callID: Empty for one that has none of its own.
    init(
        decided call: Call, _ candidates: Candidates, _ routed: RoutedCall, callID: Span<UInt8>, at instant: Instant,
        table: RoutingTable
    ) {
        id = NotedText(callID)
        self.instant = instant
        what = .decided(call, candidates)
        self.routed = routed
        self.table = table
        recorded = nil
    }

    package var callID: String { id.text }
}

extension CallNote {
    /// Calls to other numbers than the exclusive ones leave no record: they are none of ours. Neither does what is known.
    var isRecorded: Bool {
        switch what {
        case .decided: routed?.decision.reason != .notExclusive
        case .reported(let report): report.isRecorded
        case .freed, .dialled, .passedOver: true
        case .unreachable: false
        }
    }

    /// What the call's record becomes by it; nil where that stays as it is.
    package var change: CallRecord.Change? {
        guard isRecorded else { return nil }
        switch what {
        case .decided(let call, _):
            guard let routed, let decision else { return nil }
            return change(.decided(CallRecord.Decided(decision, id: routed.id, of: call, in: table)))
        case .reported(let report): return change(.reported(report))
        case .dialled(let dialled, let report): return change(.dialled(dialled, report))
        case .unreachable: return nil
        case .freed: return change(.freed)
        case .passedOver: return change(.passedOver)
        }
    }

    /// What is worth telling of it, beside what its record tells.
    var event: NewEvent? {
        guard case .unreachable(let agent, let phone) = what else { return nil }
        return NewEvent(.phoneUnreachable, at: instant, Event.About(agent: agent, detail: "\(phone)"))
    }

    /// What was decided; nil where this is no decision.
    var decision: Decision? {
        guard case .decided(_, let candidates) = what, let routed else { return nil }
        return Decision(routed.decision, candidates: candidates)
    }

    private func change(_ what: CallRecord.Change.What) -> CallRecord.Change {
        CallRecord.Change(callID: callID, instant: instant, what: what)
    }
}

extension CallNote {
    /// What those who watch calls are shown.
    package enum Shown: String, Sendable {
        /// The call was sent to the agent first.
        case coming
        case ringing, answered, ended
    }

    /// Nil for decisions that send the call to no agent, and for reports that had been overtaken or say nothing new.
    package var shown: Shown? {
        switch what {
        case .decided: agent == nil ? nil : .coming
        case .freed, .dialled, .unreachable, .passedOver: nil
        case .reported(let report):
            switch report.effect {
            case .rings: .ringing
            case .answers: .answered
            case .ends: .ended
            case .letsGo, .staysUp, .nothing, .late: nil
            }
        }
    }

    /// Whose phone it is about; for an ended call the agents among its targets are asked instead.
    package var agent: AgentID? {
        switch what {
        case .decided: routed?.decision.targets.first?.agent
        case .reported(let report): report.agent
        case .dialled(let dialled, _): dialled.agent
        case .unreachable(let agent, _): agent
        case .freed, .passedOver: nil
        }
    }

    /// Told with the decision.
    package var caller: Party? {
        if case .decided(let call, _) = what { call.caller } else { nil }
    }

    /// Whether the call comes, or came, to this agent's phone.
    package func concerns(_ id: AgentID) -> Bool {
        if let agent { return agent == id }
        return shown == .ended && routed?.decision.targets.contains { $0.agent == id } == true
    }
}
