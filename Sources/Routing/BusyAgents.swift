package import Time

/// What agents do with calls at the moment: who is on a Major Accounts call, or whose phone rings for one; and who has just been on one.
package struct BusyAgents: Sendable, Equatable {
    package static let nobody = BusyAgents()

    /// The time after a call in which its agent comes behind the other of the pair, but for the client he has just spoken with.
    package struct WrapUp: Sendable, Equatable {
        /// When the call ended.
        package let since: Instant
        package let until: Instant
        /// Nil where it is not known whose call it was.
        package let client: ClientID?

        /// Nil where the service has no such time.
        package init?(after end: Instant, of client: ClientID?, for length: Milliseconds) {
            guard length > Milliseconds(0) else { return nil }
            since = end
            until = end.advanced(by: length)
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

    /// Whether anybody has just been on a call.
    var isAnybodyWrappingUp: Bool { !wrapUps.isEmpty }

    package func isWrappingUp(_ agent: AgentID) -> Bool {
        wrapUps[agent] != nil
    }

    /// An agent has been on a call; of several the last counts.
    package mutating func wrapUp(_ agent: AgentID, _ wrapUp: WrapUp) {
        wrapUps[agent] = wrapUp
    }

    /// Forgets those whose time is over.
    ///
    /// - Returns: When the next one's is; `.latest` where there is none.
    package mutating func forgetWrapUps(at instant: Instant) -> Instant {
        if !wrapUps.isEmpty { wrapUps = wrapUps.filter { instant < $0.value.until } }
        return wrapUps.values.lazy.map(\.until).min() ?? .latest
    }

    /// Forgets all, as when the clock was set back: nobody knows how long it was.
    package mutating func forgetWrapUps() {
        wrapUps = [:]
    }

    /// Until when an agent comes behind the other of a client's pair; nil where he does not.
    func wrapsUp(_ agent: AgentID, for client: ClientID, at instant: Instant) -> Instant? {
        guard !wrapUps.isEmpty, let wrapUp = wrapUps[agent], instant < wrapUp.until, wrapUp.client != client else {
            return nil
        }
        return wrapUp.until
    }
}
