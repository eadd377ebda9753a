package import Routing

/// The calls whose ringing and answering a PBX has reported, and the agents they keep busy.
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

        package init(callID: String, since: Instant, isAnswered: Bool) {
            self.callID = callID
            self.since = since
            self.isAnswered = isAnswered
        }
    }

    private struct Holding: Sendable {
        let agent: AgentID
        let since: Instant
        let until: Instant
        let isAnswered: Bool
    }

    private var calls: [String: [Holding]] = [:]
    /// The agents who are busy with these calls.
    package private(set) var busy = BusyAgents.nobody
    /// No holding ends before this.
    private var earliestEnd = Instant.latest
    /// No holding began after this.
    private var latestStart = Instant.earliest

    package init() {}

    package var count: Int { calls.count }

    /// An agent's phone rings.
    package mutating func ringing(_ callID: String, _ agent: AgentID, ring: Milliseconds, at instant: Instant) {
        // A report that was late, or came twice, does not make an answered call ring again.
        guard calls[callID]?.contains(where: \.isAnswered) != true else { return }
        let until = instant.advanced(by: ring).advanced(by: Self.ringMargin)
        hold(callID, Holding(agent: agent, since: instant, until: until, isAnswered: false))
    }

    /// An agent has answered: no other phone rings for the call any more.
    package mutating func answered(_ callID: String, _ agent: AgentID, at instant: Instant, until end: Instant) {
        hold(callID, Holding(agent: agent, since: instant, until: end, isAnswered: true))
    }

    /// The calls of each agent who has some, the oldest first.
    package var byAgent: [AgentID: [Call]] {
        var found: [AgentID: [Call]] = [:]
        for (callID, holdings) in calls {
            for holding in holdings {
                found[holding.agent, default: []].append(
                    Call(callID: callID, since: holding.since, isAnswered: holding.isAnswered))
            }
        }
        return found.mapValues { $0.sorted { ($0.since, $0.callID) < ($1.since, $1.callID) } }
    }

    /// The call is over, or goes on to somebody who is no agent.
    package mutating func release(_ callID: String) {
        for holding in calls.removeValue(forKey: callID) ?? [] { busy.remove(holding.agent) }
    }

    /// Lets go what has lasted too long.
    package mutating func expire(at instant: Instant) {
        if instant.advanced(by: Self.clockTolerance) < latestStart { beginAnew(at: instant) }
        guard instant >= earliestEnd else { return }
        earliestEnd = .latest
        for (callID, holdings) in calls {
            for holding in holdings where holding.until <= instant { busy.remove(holding.agent) }
            let left = holdings.filter { $0.until > instant }
            calls[callID] = left.isEmpty ? nil : left
            for holding in left { earliestEnd = min(earliestEnd, holding.until) }
        }
    }

    /// The clock went back: what would begin in the future begins now, and lasts no longer than it may.
    private mutating func beginAnew(at instant: Instant) {
        latestStart = instant
        earliestEnd = .latest
        for (callID, holdings) in calls {
            let mended = holdings.map { holding in
                guard holding.since > instant else { return holding }
                return Holding(
                    agent: holding.agent, since: instant,
                    until: instant.advanced(by: holding.until.since(holding.since)), isAnswered: holding.isAnswered)
            }
            calls[callID] = mended
            for holding in mended { earliestEnd = min(earliestEnd, holding.until) }
        }
    }

    /// Holds an agent for a call; one who has answered is the only one.
    private mutating func hold(_ callID: String, _ new: Holding) {
        guard calls.count < Self.capacity || calls[callID] != nil else { return }
        let old = calls[callID] ?? []
        let kept = old.filter { !new.isAnswered && $0.agent != new.agent }
        for holding in old where new.isAnswered || holding.agent == new.agent { busy.remove(holding.agent) }
        // Reported again, it is no other call.
        let same = old.first { $0.agent == new.agent && $0.isAnswered == new.isAnswered }
        let since = min(same?.since ?? new.since, new.since)
        calls[callID] = kept + [Holding(agent: new.agent, since: since, until: new.until, isAnswered: new.isAnswered)]
        busy.add(new.agent)
        earliestEnd = min(earliestEnd, new.until)
        latestStart = max(latestStart, since)
    }
}
