package import Routing
package import Time

/// Something that happens to a call, for those who watch calls.
package struct WatchedCall: Sendable {
    package enum What: String, Sendable {
        /// The call was sent to the agent first.
        case coming
        case ringing, answered, ended
    }

    package let what: What
    package let callID: String
    package let instant: Instant
    /// Whose phone it is about; for an ended call the agents among its targets are asked instead.
    package let agent: AgentID?
    package let decision: Decision?
    package let caller: Party?

    /// Nil for decisions that send the call to no agent, and for reports that had been overtaken or say nothing new.
    init?(_ note: CallNote) {
        switch note {
        case .decided(let call):
            guard let first = call.routed.decision.targets.first?.agent else { return nil }
            what = .coming
            callID = call.request.callID
            instant = call.instant
            agent = first
            decision = call.routed.decision
            caller = call.call.caller
        case .freed: return nil
        case .event(let call):
            switch call.effect {
            case .rings: what = .ringing
            case .answers: what = .answered
            case .ends: what = .ended
            case .letsGo, .staysUp, .nothing, .late: return nil
            }
            callID = call.event.callID
            instant = call.instant
            agent = call.agent
            decision = call.routed?.decision
            caller = nil
        }
    }

    /// Whether the call comes, or came, to this agent's phone.
    package func concerns(_ id: AgentID) -> Bool {
        if let agent { return agent == id }
        return what == .ended && decision?.targets.contains { $0.agent == id } == true
    }
}
