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
    /// Whose phones cannot be reached, as a PBX has told, and until when that counts.
    private var unreachable: [AgentID: Instant] = [:]
    private var callBacks: [PhoneNumber: CallBack] = [:]

    /// Who dialled a client's number lately, and until when a call from it goes to him first.
    package struct CallBack: Sendable, Equatable {
        package let agent: AgentID
        /// When he dialled it.
        package let since: Instant
        package let until: Instant

        package init(agent: AgentID, since: Instant = .earliest, until: Instant) {
            (self.agent, self.since, self.until) = (agent, since, until)
        }
    }

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

    /// What an agent wraps up.
    package func wrapUp(of agent: AgentID) -> WrapUp? { wrapUps[agent] }

    /// An agent has been on a call; of several the last counts.
    package mutating func wrapUp(_ agent: AgentID, _ wrapUp: WrapUp) {
        wrapUps[agent] = wrapUp
    }

    /// Forgets that of which the time is over.
    ///
    /// - Returns: When the next of it is; `.latest` where there is none.
    package mutating func forgetPassing(at instant: Instant) -> Instant {
        if !wrapUps.isEmpty { wrapUps = wrapUps.filter { instant < $0.value.until } }
        if !unreachable.isEmpty { unreachable = unreachable.filter { instant < $0.value } }
        if !callBacks.isEmpty { callBacks = callBacks.filter { instant < $0.value.until } }
        let ends = [
            wrapUps.values.lazy.map(\.until).min(), unreachable.values.min(), callBacks.values.lazy.map(\.until).min(),
        ]
        return ends.compactMap(\.self).min() ?? .latest
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

// Phones that cannot be reached.
extension BusyAgents {
    /// Whether anybody's phone cannot be reached.
    var isAnyPhoneUnreachable: Bool { !unreachable.isEmpty }

    /// An agent's phone cannot be reached: until then he comes last; nil: it can be reached again.
    package mutating func note(_ agent: AgentID, unreachableUntil end: Instant?) {
        unreachable[agent] = end
    }

    /// Until when an agent's phone counts as one that cannot be reached; nil where it does not.
    package func unreachableUntil(_ agent: AgentID, at instant: Instant) -> Instant? {
        guard !unreachable.isEmpty, let end = unreachable[agent], instant < end else { return nil }
        return end
    }

    func isUnreachable(_ agent: AgentID, at instant: Instant) -> Bool {
        unreachableUntil(agent, at: instant) != nil
    }
}

// Who has called back.
extension BusyAgents {
    /// How many numbers are remembered: more than a team dials in two days.
    package static let callBackCapacity = 20_000

    /// Somebody has dialled a client's number; of several who have, the last one counts.
    package mutating func callBack(to number: PhoneNumber, _ callBack: CallBack) {
        guard callBacks.count < Self.callBackCapacity || callBacks[number] != nil else { return }
        callBacks[number] = callBack
    }

    /// Who dialled a number last.
    package func lastCallBack(to number: PhoneNumber) -> CallBack? { callBacks[number] }

    /// Nobody has dialled a number.
    package mutating func forgetCallBack(to number: PhoneNumber) {
        callBacks[number] = nil
    }

    /// Who dialled a number lately.
    func callBack(to number: PhoneNumber?, at instant: Instant) -> AgentID? {
        guard !callBacks.isEmpty, let number, let callBack = callBacks[number], instant < callBack.until else {
            return nil
        }
        return callBack.agent
    }
}
