package import Time

/// What agents do with calls at the moment: who is on a Major Accounts call, or whose phone rings for one; and who has just been on one.
package struct BusyAgents: Sendable, Equatable {
    package static let nobody = BusyAgents()

    /// The time after a call in which its agent comes behind the other of the pair, but for the client he has just spoken with.
    package struct WrapUp: Sendable, Equatable {
        package let until: Instant
        /// Nil where it is not known whose call it was.
        package let client: ClientID?

        package init(until: Instant, client: ClientID?) {
            self.until = until
            self.client = client
        }
    }

    private var calls: [AgentID: Int] = [:]
    private var wrapUps: [AgentID: WrapUp] = [:]

    package init() {}

    /// How many agents are busy.
    package var count: Int { calls.count }

    package func contains(_ agent: AgentID) -> Bool {
        !calls.isEmpty && calls[agent] != nil
    }

    /// One call more for an agent.
    package mutating func add(_ agent: AgentID) {
        calls[agent, default: 0] += 1
    }

    /// One call less.
    package mutating func remove(_ agent: AgentID) {
        guard let count = calls[agent] else { return }
        calls[agent] = count > 1 ? count - 1 : nil
    }

    /// Nil where no agent has just been on a call.
    package var wrappingUp: [AgentID: WrapUp]? { wrapUps.isEmpty ? nil : wrapUps }

    /// An agent has been on a call; of several the last counts.
    package mutating func wrapUp(_ agent: AgentID, _ wrapUp: WrapUp?) {
        wrapUps[agent] = wrapUp
    }

    /// Until when an agent comes behind the other of a client's pair; nil where he does not.
    func wrapsUp(_ agent: AgentID, for client: ClientID, at instant: Instant) -> Instant? {
        guard !wrapUps.isEmpty, let wrapUp = wrapUps[agent], instant < wrapUp.until, wrapUp.client != client else {
            return nil
        }
        return wrapUp.until
    }
}
