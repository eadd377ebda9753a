package import Numbering
package import Routing
import Synchronization

/// Where calls are decided: the way from a request to its decision, without I/O, waiting or logging.
package final class Desk: Sendable {
    package let current: CurrentTable
    package let notes: CallNotes
    private let now: @Sendable () -> Instant
    private let memory: Mutex<Memory>

    private struct Memory: Sendable {
        var recent = RecentCalls()
        var ongoing = OngoingCalls()
        var lastID: UInt64 = 0
    }

    package init(_ published: Published, notes: CallNotes, now: @escaping @Sendable () -> Instant) {
        current = CurrentTable(published)
        memory = Mutex(Memory())
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
            return (memory.ongoing.busy, memory.ongoing.byAgent)
        }
    }

    /// Decides a call that a PBX asks about, and has it recorded once.
    ///
    /// The same call asked again within some minutes gets the same decision.
    package func route(_ request: RouteRequest) -> Result<RoutedCall, RouteRefusal> {
        let instant = now()
        let key = RecentCalls.Key(request.callID)
        let (known, isRecorded, busy) = memory.withLock { memory in
            memory.ongoing.expire(at: instant)
            let known = memory.recent.routed(request, key, at: instant)
            return (known, known == nil && memory.recent.isRecorded(key, at: instant), memory.ongoing.busy)
        }
        if let known { return .success(known) }
        let published = current.value
        let call: Call
        switch Self.read(request, with: published.numbers) {
        case .success(let read): call = read
        case .failure(let refusal): return .failure(refusal)
        }
        if isRecorded, published.table.isExclusive(call.called),
            let known = memory.withLock({ $0.recent.recorded(key, caller: call.caller, at: instant) })
        {
            return .success(known)
        }
        let decision = published.table.decide(call, at: instant, busy: busy)
        let routed = memory.withLock { memory in
            let routed = RoutedCall(id: Self.nextID(after: &memory.lastID, at: instant), decision: decision)
            memory.recent.remember(request, key, routed, at: instant)
            return routed
        }
        notes.append(
            .decided(DecidedCall(request: request, call: call, routed: routed, instant: instant, table: published)))
        return .success(routed)
    }

    /// The next target of a call after one that did not answer: the same decision, without those who cannot take it any more.
    package func next(_ callID: String, _ status: DialStatus) -> RoutedCall {
        let instant = now()
        let table = current.value.table
        return memory.withLock { memory in
            memory.ongoing.expire(at: instant)
            memory.ongoing.release(callID)
            guard let (known, tried) = memory.recent.routed(callID, at: instant) else {
                return RoutedCall(id: Self.nextID(after: &memory.lastID, at: instant), decision: table.unknownCall)
            }
            let next = table.next(
                after: tried, of: known.decision, status: status, at: instant, busy: memory.ongoing.busy)
            let all = known.decision.targets
            let position = next.targets.first.flatMap { first in all.dropFirst(tried).firstIndex(of: first) }
            memory.recent.note(tried: position.map { $0 + 1 } ?? all.count, of: callID)
            return RoutedCall(id: known.id, decision: next)
        }
    }

    /// Takes what became of a call. `accepted` is told once it is in the ledger, or kept for it.
    package func report(_ event: CallEvent, accepted: @escaping @Sendable () -> Void) {
        let instant = now()
        let published = current.value
        let agent = Self.agent(event, in: published.table)
        let routed = memory.withLock { memory in
            memory.ongoing.expire(at: instant)
            let known = memory.recent.routed(event.callID, at: instant)?.call
            switch event.kind {
            case .ringing:
                let ring = published.table.directory.ring
                if let agent { memory.ongoing.ringing(event.callID, agent, ring: ring, at: instant) }
            case .answered:
                let end = instant.advanced(by: published.table.directory.maxCall)
                if let agent {
                    memory.ongoing.answered(event.callID, agent, at: instant, until: end)
                } else {
                    memory.ongoing.release(event.callID)
                }
            case .ended: memory.ongoing.release(event.callID)
            }
            return known
        }
        notes.append(
            .event(
                ReportedCall(
                    event: event, agent: agent, routed: routed, instant: instant, table: published, accepted: accepted))
        )
    }

    /// Takes up calls that were answered before the daemon was started and are not over.
    package func resume(_ calls: [(callID: String, agent: AgentID, answered: Instant)]) {
        let maxCall = current.value.table.directory.maxCall
        memory.withLock { memory in
            for call in calls {
                memory.ongoing.answered(
                    call.callID, call.agent, at: call.answered, until: call.answered.advanced(by: maxCall))
            }
        }
    }

    /// Takes up calls that were decided before the daemon was started: asked about again, they get the same decision, and its next target.
    package func remember(_ calls: [RecordedCall]) {
        let latest = Self.firstID(at: now().advanced(by: .hours(1)))
        memory.withLock { memory in
            for call in calls {
                memory.recent.remember(call)
                // An id of the future, such as a clock that was wrong gives, must not be followed by others for ever.
                if call.routed.id <= latest { memory.lastID = max(memory.lastID, call.routed.id.number) }
            }
        }
    }

    /// Reads both numbers of a request.
    package static func read(_ request: RouteRequest, with numbers: NumberReader) -> Result<Call, RouteRefusal> {
        let called: Party
        do {
            called = try numbers.party(request.called)
        } catch {
            return .failure(.calledTooLong)
        }
        do {
            return .success(Call(caller: try numbers.party(request.caller), called: called))
        } catch {
            return .failure(.callerTooLong)
        }
    }

    /// Whose phone an event is about; nil for the overflow's.
    private static func agent(_ event: CallEvent, in table: RoutingTable) -> AgentID? {
        switch event.kind {
        case .ringing(let phone), .answered(let phone): table.agent(at: phone)?.agent.id
        case .ended: nil
        }
    }

    /// Ids grow with time, so that they stay unique over restarts: milliseconds in the upper bits, a count in the lower 20.
    private static func nextID(after last: inout UInt64, at instant: Instant) -> DecisionID {
        last = max(last &+ 1, firstID(at: instant).number)
        return DecisionID(number: last)
    }

    private static func firstID(at instant: Instant) -> DecisionID {
        DecisionID(number: UInt64(max(instant.milliseconds, 0)) << 20)
    }
}
