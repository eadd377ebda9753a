package import Routing
import Synchronization
package import Time

/// Where calls are decided: the way from a request to its decision, without I/O, waiting or logging.
package final class Desk: Sendable {
    package let current: CurrentTable
    package let notes: CallNotes
    let now: @Sendable () -> Instant
    let memory: Mutex<Memory>
    /// The number of this site among several; nil where there are none.
    let site: UInt64?
    /// Tells that calls keep others busy than before; nil where nobody else wants to know.
    let tellBusy: (@Sendable () -> Void)?

    struct Memory: Sendable {
        var recent = RecentCalls()
        /// Of the table in force.
        var answers: KnownAnswers? = KnownAnswers()
        var ongoing = OngoingCalls()
        var followed = FollowedCalls()
        var lastID: UInt64 = 0
        var lastCalls = LastCalls()
        /// Who waits to be called back, also from a number that the directory does not have; of two clients' missed calls the last counts.
        var missed: [PhoneNumber: Served] = [:]
        /// Calls that agents made to others than clients, in the order in which they did.
        var ignored: Set<RecentCalls.Key> = []
        var ignoredOrder: [RecentCalls.Key] = []
        /// The same of before the daemon was started.
        var ignoredBefore: Set<CallMark> = []
    }

    package init(
        _ published: Published, notes: CallNotes, site: UInt64? = nil, tellBusy: (@Sendable () -> Void)? = nil,
        now: @escaping @Sendable () -> Instant
    ) {
        self.site = site
        self.tellBusy = tellBusy
        current = CurrentTable(published)
        var memory = Memory()
        if tellBusy != nil { memory.ongoing.news = NewsForSites() }
        self.memory = Mutex(memory)
        self.notes = notes
        self.now = now
    }

    /// The agents who are busy with calls at the moment.
    package var busy: BusyAgents {
        let instant = now()
        return memory.withLock { memory in
            memory.ongoing.expire(at: instant)
            return memory.ongoing.busy
        }
    }

    /// The agents who are busy, and with which calls.
    package var ongoing: (busy: BusyAgents, calls: [AgentID: [OngoingCalls.Call]]) {
        let instant = now()
        return memory.withLock { memory in
            memory.ongoing.expire(at: instant)
            var calls = memory.ongoing.byAgent
            for (agent, own) in calls { calls[agent] = own.map { memory.named($0, at: instant) } }
            return (memory.ongoing.busy, calls)
        }
    }

    /// The next target of a call after one that did not answer: the same decision, without those who cannot take it any more.
    ///
    /// - Parameter phone: The one that was tried; asked again after it, the answer is the same. Nil, or one that is none of the call's
    ///   targets: the one that was given last.
    package func next(_ callID: String, _ status: DialStatus, after phone: Extension? = nil) -> RoutedCall {
        let instant = now()
        let table = current.value.table
        let key = RecentCalls.Key(callID)
        let (routed, isLetGo, unreachable) = memory.withLock { memory in
            memory.ongoing.expire(at: instant)
            let failed = status == .unavailable ? memory.noteFailed(phone, of: key, table, at: instant) : nil
            // Asked again about one that was tried before, it says nothing of the one who rings now.
            let whose = phone.map { table.agent(at: $0)?.agent.id }
            let isLetGo = memory.ongoing.stopRinging(callID, of: whose)
            guard let (known, given) = memory.recent.routed(key, at: instant) else {
                let id = Self.nextID(after: &memory.lastID, of: site, at: instant)
                return (RoutedCall(id: id, decision: table.unknownCall), isLetGo, failed)
            }
            var turns = given
            let all = known.decision.targets
            let named = phone.flatMap { phone in all.lastIndex { $0.phone == phone } }
            let tried = min((named ?? turns.given) + 1, all.count)
            let isAskedAgain = named != nil && turns.isAskedAgain(after: tried)
            let next = table.next(
                after: tried, given: isAskedAgain ? turns.given : nil, of: known.decision, status: status, at: instant,
                busy: memory.ongoing.busy)
            if !isAskedAgain {
                let position = next.targets.first.flatMap { first in all.dropFirst(tried).firstIndex(of: first) }
                turns.give(position ?? all.count, after: tried)
                memory.recent.note(turns, of: key)
            }
            return (RoutedCall(id: known.id, decision: next), isLetGo, failed)
        }
        if let (agent, phone) = unreachable {
            notes.append(CallNote(callID: callID, at: instant, .unreachable(agent, phone), table: table))
            tellBusy?()
        }
        // His phone does not ring after a restart either.
        if isLetGo {
            notes.append(CallNote(callID: callID, at: instant, .freed, table: table))
            tellBusy?()
        }
        return routed
    }

    /// Ids grow with time, so that they stay unique over restarts: milliseconds in the upper bits, a count in the lower 20. Where there are several
    /// sites, the last six bits are the site's number.
    static func nextID(after last: inout UInt64, of site: UInt64? = nil, at instant: Instant) -> DecisionID {
        last = max(last &+ 1, firstID(at: instant).number)
        if let site { last &+= (site &- last) & 63 }
        return DecisionID(number: last)
    }

    static func firstID(at instant: Instant) -> DecisionID { DecisionID(first: instant) }
}

extension Desk.Memory {
    /// A call with its client, where that is known: as it was decided, or else as it is followed.
    fileprivate func named(_ call: OngoingCalls.Call, at instant: Instant) -> OngoingCalls.Call {
        guard !call.isElsewhere else { return call }
        let key = RecentCalls.Key(call.callID)
        var named = call
        named.client = served(key, at: instant)?.client
        return named
    }
}
