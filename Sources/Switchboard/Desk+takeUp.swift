package import Routing
import Synchronization
import Time

extension Desk {
    /// Takes up calls as they were when the daemon before this one ended, the newest first: asked about again, they get the same decision
    /// and its next target; what is over stays over; and agents are held by the calls that they have, or that ring at their phones.
    ///
    /// What has been asked and reported since comes first.
    package func takeUp(_ records: [CallRecord]) {
        let instant = now()
        let table = current.value.table
        let latestID = Self.firstID(at: instant.advanced(by: .hours(1)))
        let lastNoted = records.map(\.lastNoted).max() ?? .earliest
        memory.withLock { memory in
            for record in records {
                memory.takeUp(record, with: table, latestID, lastNoted: min(lastNoted, instant), at: instant)
            }
        }
    }
}

extension Desk.Memory {
    /// - Parameters:
    ///   - latestID: The greatest id that a decision of before can have.
    ///   - lastNoted: When the daemon before this one was still there.
    fileprivate mutating func takeUp(
        _ record: CallRecord, with table: RoutingTable, _ latestID: DecisionID, lastNoted: Instant, at instant: Instant
    ) {
        let key = RecentCalls.Key(record.callID)
        // The id was used again: this is the call before.
        guard !recent.isKnown(key) else { return }
        if record.noted.advanced(by: RecentCalls.memory) > instant, let routed = table.takeUp(record) {
            recent.takeUp(record, routed)
            // An id of the future, such as a clock that was wrong gives, must not be followed by others for ever.
            if routed.id <= latestID { lastID = max(lastID, routed.id.number) }
        }
        let served = record.decided.flatMap(Served.init) ?? record.dialled.map(Served.init)
        for (agent, last) in record.had {
            lastCalls.takeUp(agent, key, LastCalls.Whose(served), at: last)
        }
        guard !followed.isKnown(key), let progress = CallProgress(record) else { return }
        let maxCall = table.directory.settings.maxCall
        followed.takeUp(
            key, progress, served: served,
            until: instant.advanced(by: maxCall).advanced(by: FollowedCalls.memory))
        for (agent, wrapUp) in record.wrapUps(for: table.directory.settings.wrapUp, at: instant)
        where !ongoing.busy.isWrappingUp(agent) {
            ongoing.wrapsUp(agent, wrapUp)
        }
        guard !progress.isOver,
            let holding = OngoingCalls.Holding(record, in: table, lastNoted: lastNoted, at: instant)
        else { return }
        ongoing.hold(record.callID, holding)
    }
}

extension CallRecord {
    /// Whoever had the call until a moment ago comes behind the other of the pair; who had it last is the first.
    func wrapUps(for length: Milliseconds, at instant: Instant) -> [(agent: AgentID, BusyAgents.WrapUp)] {
        course.endedTurns.reversed().compactMap { turn in
            guard let agent = turn.agent,
                let wrapUp = BusyAgents.WrapUp(after: turn.until, of: client, for: length), instant < wrapUp.until
            else { return nil }
            return (agent, wrapUp)
        }
    }

    /// To whom a call from a number goes since he dialled it.
    func callBack(in table: RoutingTable, at instant: Instant) -> (to: PhoneNumber, BusyAgents.CallBack)? {
        guard let dialled, let number = dialled.number, let client = table.client(dialled.client),
            let end = table.callBackEnd(of: dialled.agent, to: client, at: noted), instant < end
        else { return nil }
        return (number, BusyAgents.CallBack(agent: dialled.agent, since: noted, until: end))
    }
}

extension OngoingCalls.Holding {
    /// Whom a call keeps busy, as its record tells; nil where it is nobody.
    ///
    /// - Parameter lastNoted: When whoever takes reports of the call was still there.
    init?(_ record: CallRecord, in table: RoutingTable, lastNoted: Instant, at instant: Instant) {
        guard let holding = record.course.holding, let agent = holding.agent else { return nil }
        var until: Instant
        if holding.isAnswered {
            until = holding.since.advanced(by: table.directory.settings.maxCall)
            if let lastUp = record.course.lastUp {
                // While nobody was there to be told, nobody could tell that the call is still up.
                let told = lastUp.advanced(by: Desk.upMemory) > lastNoted ? instant : lastUp
                until = told.advanced(by: Desk.upMemory)
            }
        } else {
            let target = record.decided?.targets.first { $0.phone == holding.phone }
            let ring = target.map { Milliseconds.seconds($0.ring) } ?? table.directory.settings.ring
            until = holding.since.advanced(by: ring).advanced(by: OngoingCalls.ringMargin)
        }
        // Whoever was let go since the call was told to be up last is held when it is told of again.
        guard until > instant else { return nil }
        self.init(agent: agent, since: holding.since, until: until, isAnswered: holding.isAnswered)
    }
}

extension CallRecord {
    /// The agents who had the call or dialled it, each with a moment at which he is known to have had it: the last one is among them.
    fileprivate var had: [(AgentID, Instant)] {
        let holder = course.holding.flatMap { $0.isAnswered ? ($0.agent, $0.since) : nil }
        let answer = course.answer.map { ($0.agent, $0.instant) }
        let turns = course.endedTurns.map { ($0.agent, $0.until) } + [answer, holder].compactMap(\.self)
        return turns.compactMap { agent, instant in agent.map { ($0, instant) } }
            + (dialled.map { [($0.agent, noted)] } ?? [])
    }
}
