import Numbering
package import Routing
import Synchronization
package import Time

/// What agents dial themselves, and whose phones cannot be reached.
extension Desk {
    /// How long a phone counts as one that cannot be reached after its PBX has said so.
    package static let unreachableMemory = Milliseconds.minutes(5)
    /// The same after one attempt to reach it.
    package static let failedAttemptMemory = Milliseconds.minutes(1)
    /// How long ago an agent may have dialled whoever calls him back: service may be closed for weeks, as over the summer.
    static let callBackMemory = Milliseconds.days(31)
    /// How many calls to others than clients are known, so that what is reported of them is passed over.
    static let ignoredCapacity = 4_096

    /// Takes notice of who waits to be called back.
    func note(missed calls: [MissedCall]) {
        let callers = calls.compactMap { call in
            call.caller.map { ($0, Served(client: call.client, contact: call.contact, caller: $0)) }
        }
        memory.withLock { $0.missed = Dictionary(callers) { _, last in last } }
    }

    /// Whose number an agent has dialled: the directory's, or that of a caller who waits to be called back.
    private func owner(of number: PhoneNumber, in table: RoutingTable) -> (client: ClientEntry, contact: String?)? {
        if let owner = table.owner(of: number) { return (owner.client, owner.contact) }
        guard let missed = memory.withLock({ $0.missed[number] }), let client = table.client(missed.client) else {
            return nil
        }
        return (client, missed.contact)
    }

    /// Takes notice that an agent has dialled a number. One that is no client's is not kept, nor what is reported of its call, but for callers who
    /// wait to be called back.
    func reportCalled(
        _ event: CallEvent, _ phone: Extension, _ number: String, _ published: Published, at instant: Instant,
        accepted: @escaping @Sendable () -> Void
    ) {
        let (table, present) = (published.table, now())
        let caller = table.agent(at: phone)?.agent.id
        guard let agent = caller, case .number(let number)? = try? published.numbers.party(number),
            let owner = owner(of: number, in: table)
        else {
            let isNew = memory.withLock { memory in
                guard memory.ignore(event.callID) else { return false }
                // Nothing is kept of it but that he had no client's call since.
                if let caller {
                    memory.lastCalls.note(
                        caller, RecentCalls.Key(event.callID), .failure(.nobodys), at: instant, now: present)
                }
                return true
            }
            guard isNew else { return accepted() }
            // What is told of the call after a restart is passed over, too.
            return notes.append(
                CallNote(callID: event.callID, at: instant, .passedOver, table: table, recorded: accepted))
        }
        let dialled = CallRecord.Dialled(
            agent: agent, number: number, client: owner.client.client.id, contact: owner.contact)
        let end = table.callBackEnd(of: agent, to: owner.client, at: instant)
        let report = memory.withLock { memory in
            memory.dialled(dialled, event, phone, callBackUntil: end, table, at: instant, now: present)
        }
        tellBusy?()
        notes.append(
            CallNote(callID: event.callID, at: instant, .dialled(dialled, report), table: table, recorded: accepted))
    }

    /// Takes notice that a phone can or cannot be reached.
    package func note(_ report: PhoneReport) {
        let (instant, table) = (now(), current.value.table)
        guard let agent = table.agent(at: report.phone)?.agent.id else { return }
        let end = instant.advanced(by: Self.unreachableMemory).advanced(by: Milliseconds(-report.ago.count))
        let isNew = memory.withLock { memory in
            memory.note(agent, unreachableUntil: report.isReachable || end <= instant ? nil : end, at: instant)
        }
        tellBusy?()
        if isNew { notes.append(CallNote(callID: "", at: instant, .unreachable(agent, report.phone), table: table)) }
    }

    /// Takes up which calls of agents to others than clients came before the daemon was started.
    package func takeUpPassedOver(_ calls: [CallMark]) {
        memory.withLock { $0.ignoredBefore = Set(calls) }
    }

    /// Takes up what agents dialled before the daemon was started, the oldest first: a call back goes to them.
    package func takeUpDialled(_ calls: [CallRecord]) {
        let (instant, table) = (now(), current.value.table)
        memory.withLock { memory in
            for (number, back) in calls.compactMap({ $0.callBack(in: table, at: instant) }) {
                memory.ongoing.callBack(to: number, back)
            }
        }
    }
}

extension Desk.Memory {
    fileprivate mutating func dialled(
        _ dialled: CallRecord.Dialled, _ event: CallEvent, _ phone: Extension, callBackUntil end: Instant?,
        _ table: RoutingTable, at instant: Instant, now present: Instant
    ) -> CallRecord.Report {
        let (key, served) = (RecentCalls.Key(event.callID), Served(dialled))
        // Told again, it is not dialled again.
        if followed.served(key) == nil {
            lastCalls.note(dialled.agent, key, .success(served), at: instant, now: present)
        }
        if let end, let number = dialled.number {
            ongoing.callBack(to: number, BusyAgents.CallBack(agent: dialled.agent, since: instant, until: end))
        }
        let (effect, _) = followed.take(
            event.kind, of: key, targets: CollectionOfOne(phone), served: served,
            maxCall: table.directory.settings.maxCall, at: instant)
        if case .rings = effect {
            ongoing.ringing(event.callID, dialled.agent, ring: table.directory.settings.ring, at: instant)
        }
        return CallRecord.Report(event.kind, effect, agent: dialled.agent)
    }

    /// - Returns: Whether the phone counts as one that cannot be reached from now on, and did not before.
    mutating func note(_ agent: AgentID, unreachableUntil end: Instant?, at instant: Instant) -> Bool {
        ongoing.expire(at: instant)
        let isNew = end != nil && ongoing.busy.unreachableUntil(agent, at: instant) == nil
        ongoing.note(agent, unreachableUntil: end)
        return isNew
    }

    /// A phone could not be reached for a call: it counts as one that cannot be for a moment.
    ///
    /// - Parameter phone: Nil: the one that was given for the call last.
    /// - Returns: Whose phone it is, where that is new.
    mutating func noteFailed(
        _ phone: Extension?, of key: RecentCalls.Key, _ table: RoutingTable, at instant: Instant
    ) -> (AgentID, Extension)? {
        let given = recent.routed(key, at: instant).flatMap { call, turns in
            let targets = call.decision.targets
            return turns.given < targets.count ? targets[turns.given].phone : nil
        }
        guard let phone = phone ?? given, let agent = table.agent(at: phone)?.agent.id else { return nil }
        let end = instant.advanced(by: Desk.failedAttemptMemory)
        if let known = ongoing.busy.unreachableUntil(agent, at: instant), known > end { return nil }
        return note(agent, unreachableUntil: end, at: instant) ? (agent, phone) : nil
    }

    /// - Returns: Whether that is new.
    mutating func ignore(_ callID: String) -> Bool {
        let key = RecentCalls.Key(callID)
        guard !callID.isEmpty, !followed.isKnown(key), ignored.insert(key).inserted else { return false }
        ignoredOrder.append(key)
        if ignoredOrder.count > Desk.ignoredCapacity { ignored.remove(ignoredOrder.removeFirst()) }
        return true
    }

    func isIgnored(_ callID: String) -> Bool {
        guard !ignored.isEmpty || !ignoredBefore.isEmpty else { return false }
        let key = RecentCalls.Key(callID)
        guard ignored.contains(key) || ignoredBefore.contains(CallMark(callID)) else { return false }
        // An id that was asked about, or dialled a client with, since is another call's.
        return !recent.isKnown(key) && !followed.isKnown(key)
    }
}
