package import Routing
import Synchronization
package import Time

/// What becomes of calls.
extension Desk {
    /// How long after the last report that a call is still up its agent is let go.
    package static let upMemory = Milliseconds.minutes(5)

    /// Takes what became of a call. `accepted` is told once it is in the ledger, or kept for it; at once where nothing is to be kept.
    package func report(_ event: CallEvent, accepted: @escaping @Sendable () -> Void) {
        let present = now()
        // What waited for being told was so before.
        let instant = present.advanced(by: Milliseconds(-event.ago.count))
        let published = current.value
        let table = published.table
        if case .called(let phone, let number) = event.kind {
            return reportCalled(event, phone, number, published, at: instant, accepted: accepted)
        }
        let taken = memory.withLock { memory in
            memory.isIgnored(event.callID) ? nil : memory.take(event, with: table, at: instant, now: present)
        }
        guard let (routed, report, isFollowed) = taken else { return accepted() }
        tellBusy?()
        // That a call is still up is told every few minutes, and nobody waits for its record.
        let isUp = event.kind == .up
        if isUp { accepted() }
        guard !isUp || isFollowed else { return }
        notes.append(
            CallNote(
                callID: event.callID, at: instant, .reported(report), routed, table: table,
                recorded: isUp ? nil : accepted))
    }

    /// Lets an agent go from all calls that keep him busy, whatever was reported of them, and whatever is reported again.
    ///
    /// - Parameters:
    ///   - marks: From which alone; nil: from all.
    ///   - recorded: Told once that is in the ledger, or kept for it; not where there is no call.
    /// - Returns: The calls, the oldest first; those of other sites are theirs.
    package func free(
        _ agent: AgentID, only marks: Set<CallMark>? = nil, recorded: @escaping @Sendable () -> Void = {}
    ) -> [OngoingCalls.Call] {
        let instant = now()
        let calls = memory.withLock { memory in
            memory.ongoing.expire(at: instant)
            let calls = (memory.ongoing.byAgent[agent] ?? []).filter { call in
                !call.isElsewhere && marks.map { $0.contains(CallMark(call.callID)) } ?? true
            }
            for call in calls {
                memory.ongoing.release(call.callID)
                memory.followed.free(RecentCalls.Key(call.callID))
            }
            return calls
        }
        if !calls.isEmpty { tellBusy?() }
        // Notes keep their order: with the last one all are recorded.
        let table = current.value.table
        for (place, call) in calls.enumerated() {
            let told = place == calls.count - 1 ? recorded : nil
            notes.append(CallNote(callID: call.callID, at: instant, .freed, table: table, recorded: told))
        }
        return calls
    }
}

extension Desk.Memory {
    /// - Returns: The call's decision where it is remembered, what was reported and followed, and whether a report that the call is up says
    ///   something of a call that is followed.
    fileprivate mutating func take(
        _ event: CallEvent, with table: RoutingTable, at instant: Instant, now present: Instant
    ) -> (RoutedCall?, CallRecord.Report, isFollowed: Bool) {
        ongoing.expire(at: present)
        let key = RecentCalls.Key(event.callID)
        let routed = recent.routed(key, at: instant)?.call
        let targets = routed?.decision.targets ?? []
        let served = served(key, at: instant)
        let holder = ongoing.whoAnswered(event.callID)
        let maxCall = table.directory.settings.maxCall
        let (effect, isKeptUp) = followed.take(
            event.kind, of: key, targets: targets.lazy.map(\.phone), served: served, maxCall: maxCall,
            at: instant)
        // Also what follows is about the phone of the report.
        let target = event.kind.phone.flatMap { phone in targets.first { $0.phone == phone } }
        let agent = target?.agent ?? event.kind.phone.flatMap { table.agent(at: $0)?.agent.id }
        switch effect {
        case .rings:
            hold(event.callID, agent) { calls, agent in
                let ring = target.map { Milliseconds.seconds($0.ring) }
                calls.ringing(event.callID, agent, ring: ring ?? table.directory.settings.ring, at: instant)
            }
        case .answers:
            if let agent { lastCalls.note(agent, key, LastCalls.Whose(served), at: instant, now: present) }
            let until = instant.advanced(by: isKeptUp ? Desk.upMemory : maxCall)
            hold(event.callID, agent) { calls, agent in
                calls.answered(event.callID, agent, at: instant, until: until)
            }
        case .staysUp(let phone):
            let whose = targets.first { $0.phone == phone }?.agent ?? table.agent(at: phone)?.agent.id
            ongoing.stillUp(event.callID, whose, at: instant, until: instant.advanced(by: Desk.upMemory))
        case .letsGo, .ends:
            ongoing.release(
                event.callID,
                wrapUp: BusyAgents.WrapUp(
                    after: instant, of: served?.client, for: table.directory.settings.wrapUp))
        case .late(hasCredit: true):
            if let agent { lastCalls.note(agent, key, LastCalls.Whose(served), at: instant, now: present) }
        case .nothing, .late: break
        }
        if let holder, ongoing.whoAnswered(event.callID) != holder {
            lastCalls.note(holder, key, LastCalls.Whose(served), at: instant, now: present)
        }
        let report = CallRecord.Report(event.kind, effect, agent: agent, part: target?.part)
        return (routed, report, isKeptUp && !report.isLate)
    }

    /// Holds whose phone it is; nobody where it is no agent's.
    private mutating func hold(
        _ callID: String, _ agent: AgentID?, _ body: (inout OngoingCalls, AgentID) -> Void
    ) {
        if let agent { body(&ongoing, agent) } else { ongoing.release(callID) }
    }
}
