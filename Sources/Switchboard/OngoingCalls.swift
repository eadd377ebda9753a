import Records
package import Routing
package import Time

/// The agents whom calls keep busy: one a call, as `CallProgress` says.
///
/// A phone that rings keeps its agent busy for its ring time and some seconds; one that was answered until the call is reported over,
/// or for as long as a call may last at the most.
package struct OngoingCalls: Sendable {
    /// More calls at one time are not followed: no team of agents has so many.
    package static let capacity = 10_000
    /// What a PBX may take beyond the ring time to report what became of it.
    static let ringMargin = Milliseconds.seconds(10)
    /// What a clock that goes back less than this adds to a call is nothing.
    static let clockTolerance = Milliseconds.minutes(1)

    /// A call that an agent's phone rings for, or that he has answered.
    package struct Call: Sendable, Equatable {
        package let callID: String
        /// When the phone began to ring, or was answered.
        package let since: Instant
        package let isAnswered: Bool
        /// Whether it is another site's, which alone knows its id.
        package var isElsewhere: Bool
        /// Whose call it is, where that is known.
        package var client: ClientID?

        package init(callID: String, since: Instant, isAnswered: Bool, isElsewhere: Bool = false) {
            self.callID = callID
            self.since = since
            self.isAnswered = isAnswered
            self.isElsewhere = isElsewhere
        }
    }

    struct Holding: Sendable {
        let agent: AgentID
        var since: Instant
        var until: Instant
        let isAnswered: Bool
    }

    private(set) var calls: [String: Holding] = [:]
    /// The calls of other sites, by site and call.
    var elsewhere: [String: [CallMark: Holding]] = [:]
    /// The agents who are busy with these calls.
    package internal(set) var busy = BusyAgents.nobody
    /// What came to be known here of agents and passes by itself, for other sites; nil where there are none.
    var news: NewsForSites?
    /// No holding ends before this.
    var earliestEnd = Instant.latest
    /// No holding began after this.
    private var latestStart = Instant.earliest

    package init() {}

    package var count: Int { calls.count }

    /// An agent's phone rings for a call, and nobody else's does.
    package mutating func ringing(_ callID: String, _ agent: AgentID, ring: Milliseconds, at instant: Instant) {
        let until = instant.advanced(by: ring).advanced(by: Self.ringMargin)
        hold(callID, Holding(agent: agent, since: instant, until: until, isAnswered: false))
    }

    /// An agent has a call, and nobody else does.
    package mutating func answered(_ callID: String, _ agent: AgentID, at instant: Instant, until end: Instant) {
        hold(callID, Holding(agent: agent, since: instant, until: end, isAnswered: true))
    }

    /// A call is still up: from now on its agent is let go at this instant, unless it is told of again. One who was let go before is held anew.
    ///
    /// - Parameter agent: Whose phone the call is at: he is held where nobody is.
    package mutating func stillUp(_ callID: String, _ agent: AgentID?, at instant: Instant, until end: Instant) {
        guard calls[callID]?.isAnswered == true else {
            if let agent { answered(callID, agent, at: instant, until: end) }
            return
        }
        calls[callID]?.until = end
        earliestEnd = min(earliestEnd, end)
    }

    /// The calls of each agent who has some, the oldest first.
    package var byAgent: [AgentID: [Call]] {
        var found: [AgentID: [Call]] = [:]
        for (callID, holding) in calls {
            found[holding.agent, default: []].append(
                Call(callID: callID, since: holding.since, isAnswered: holding.isAnswered))
        }
        for holding in elsewhere.values.lazy.flatMap(\.values) {
            found[holding.agent, default: []].append(
                Call(callID: "", since: holding.since, isAnswered: holding.isAnswered, isElsewhere: true))
        }
        return found.mapValues { $0.sorted { ($0.since, $0.callID) < ($1.since, $1.callID) } }
    }

    /// Who has answered a call, and has it yet.
    func whoAnswered(_ callID: String) -> AgentID? {
        calls[callID].flatMap { $0.isAnswered ? $0.agent : nil }
    }

    /// Nobody is held for a call any more.
    ///
    /// - Parameter wrapUp: What follows for whoever was on the call.
    package mutating func release(_ callID: String, wrapUp: BusyAgents.WrapUp? = nil) {
        guard let holding = calls.removeValue(forKey: callID) else { return }
        busy.remove(holding.agent)
        if let wrapUp, holding.isAnswered { wrapsUp(holding.agent, wrapUp) }
    }

    /// An agent has just been on a call.
    package mutating func wrapsUp(_ agent: AgentID, _ wrapUp: BusyAgents.WrapUp) {
        busy.wrapUp(agent, wrapUp)
        news?.note(.wrapsUp(agent, wrapUp))
        earliestEnd = min(earliestEnd, wrapUp.until)
        latestStart = max(latestStart, wrapUp.since)
    }

    /// Somebody has dialled a client's number.
    package mutating func callBack(to number: PhoneNumber, _ callBack: BusyAgents.CallBack) {
        busy.callBack(to: number, callBack)
        news?.note(.calledBack(number, callBack))
        earliestEnd = min(earliestEnd, callBack.until)
    }

    /// A number is to be forgotten.
    package mutating func forgetCallBack(to number: PhoneNumber) {
        busy.forgetCallBack(to: number)
        news?.forget(number)
    }

    /// A phone cannot be reached until then; nil: it can.
    package mutating func note(_ agent: AgentID, unreachableUntil end: Instant?) {
        busy.note(agent, unreachableUntil: end)
        news?.note(.phone(agent, unreachableUntil: end))
        if let end { earliestEnd = min(earliestEnd, end) }
    }

    /// A phone does not ring for a call any more; whoever has the call still does.
    ///
    /// - Parameter agent: Whose phone it is, itself nil for one that is no agent's; nil where it is the one that rings, whosever that is.
    /// - Returns: Whether somebody is let go by that.
    @discardableResult
    package mutating func stopRinging(_ callID: String, of agent: AgentID?? = nil) -> Bool {
        guard let holding = calls[callID], !holding.isAnswered else { return false }
        if let agent, agent != holding.agent { return false }
        release(callID)
        return true
    }

    /// Lets go what has lasted too long.
    package mutating func expire(at instant: Instant) {
        if instant.advanced(by: Self.clockTolerance) < latestStart { beginAnew(at: instant) }
        guard instant >= earliestEnd else { return }
        earliestEnd = busy.forgetPassing(at: instant)
        news?.forgetPassing(at: instant)
        for (site, calls) in elsewhere {
            for (call, holding) in calls {
                if holding.until <= instant {
                    release(call, of: site)
                } else {
                    earliestEnd = min(earliestEnd, holding.until)
                }
            }
        }
        for (callID, holding) in calls {
            if holding.until <= instant {
                release(callID)
            } else {
                earliestEnd = min(earliestEnd, holding.until)
            }
        }
    }

    /// The clock went back: what would begin in the future begins now, and lasts no longer than it may.
    private mutating func beginAnew(at instant: Instant) {
        latestStart = instant
        earliestEnd = .latest
        busy.forgetWrapUps()
        for (callID, holding) in calls {
            if holding.since > instant {
                calls[callID]?.since = instant
                calls[callID]?.until = instant.advanced(by: holding.until.since(holding.since))
            }
            if let until = calls[callID]?.until { earliestEnd = min(earliestEnd, until) }
        }
        for until in elsewhere.values.lazy.flatMap(\.values).map(\.until) { earliestEnd = min(earliestEnd, until) }
    }

    /// Holds an agent for a call, and nobody else.
    mutating func hold(_ callID: String, _ new: Holding) {
        guard calls.count < Self.capacity || calls[callID] != nil else { return }
        release(callID)
        calls[callID] = new
        busy.add(new.agent)
        earliestEnd = min(earliestEnd, new.until)
        latestStart = max(latestStart, new.since)
    }
}
