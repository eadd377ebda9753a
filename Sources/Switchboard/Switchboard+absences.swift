import Logging
import Records
package import Routing
package import Time
import Wording

extension Switchboard {
    /// An absence that was entered or changed, durable and in force; or leave that was asked for.
    package struct Entered: Sendable {
        package let absence: Absence
        package let agent: Agent
        package let consequences: AbsenceConsequences
        package let generation: UInt64
        /// How it was before it was changed.
        package var before: Absence?
        /// Others of the agent's that it has taken the place of, as they were.
        package var replaced: [Absence] = []
        /// Who stands in, entered with it.
        package var deputyships: [Deputyship] = []
        /// Whether the deputy who was named closes gaps; nil: none was named.
        package var needsDeputy: Bool?
        /// Whether it would have been refused without the override; nil: nobody asked for one.
        package var needsOverride: Bool?
        /// Leave that a manager has to decide; it is not in force.
        package var isRequest = false
        /// A sickness that was reported again, and is the one that was there.
        package var goesOn = false
        /// The agent's requests that wait for some of the same time.
        package var overlapping: [Int64] = []
        /// Whether it is kept on this machine until the database is back; it has no number of the records yet.
        package var isWaiting = false
        /// Who still stands in for the agent when he is there again.
        package var left: [Deputyship] = []
    }

    /// An agent who is back.
    package struct Returned: Sendable {
        package let agent: AgentID
        /// His name; the id of one whom the directory does not have.
        package let agentName: String
        /// The absences that were ended, or of which one occurrence was.
        package let ended: [Absence]
        /// When others keep the agent away all the same, in the time of those that were ended.
        package let away: Away?
        /// Who still stands in for the agent when he is there again.
        package let left: [Deputyship]
        package let generation: UInt64
        /// Whether that is kept on this machine until the database is back.
        package var isWaiting = false
    }

    /// What lasts longer is planned.
    static let longestPause = Milliseconds.days(1)

    /// Longer leave is a slip of the pen, and every day of it is looked at.
    static let longestLeave = Milliseconds.days(732)

    /// The most characters that a note may have, counted as browsers count them (UTF-16 code units).
    package static let noteLimit = 500

    /// Takes an agent off the phone for a while from now on; a pause in force is replaced.
    package func pause(
        agent: String?, for length: Milliseconds, note: String?, by requester: Requester
    ) async throws(RosterRefusal) -> Entered {
        try await change { () throws(RosterRefusal) in
            let agent = try allowed(agent, requester)
            guard length >= .minutes(1), length <= Self.longestPause else { throw .pauseOutOfRange }
            let start = now()
            let end = start.advanced(by: length)
            return try await enter(
                .pause, agent, from: start, until: end, note,
                wish: KeptWish(
                    .pause(until: end, note: note), of: agent.id, by: requester.user, at: start, knowing: table.roster),
                by: requester)
        }
    }

    /// Ends every absence of an agent that is in force; leave to come stays, as do later occurrences of a series.
    package func comeBack(agent: String?, by requester: Requester) async throws(RosterRefusal) -> Returned {
        try await change { () throws(RosterRefusal) in
            let agent = try allowed(agent, requester)
            let (instant, clock) = (now(), table.clock)
            let current = table.roster.absences.of(agent.id).compactMap { absence -> (Absence, Interval)? in
                absence.occurrence(at: instant, clock).map { (absence, $0) }
            }
            guard !current.isEmpty else { throw .notAbsent(agent) }
            let steps =
                current.map { absence, occurrence in
                    absence.excepting(clock.day(of: occurrence.start), from: instant, clock).map { .except($0) }
                        ?? .end(absence.id)
                } as [RosterWriting.Step]
            return try await end(
                current, steps, of: agent.id,
                wish: KeptWish(
                    .back, of: agent.id, by: requester.user, at: instant, knowing: table.roster),
                at: instant, by: requester)
        }
    }

    /// Cancels one absence, or ends it when it has begun; of a series, what is to come of it, or what is on one day.
    ///
    /// - Parameter day: Which occurrence; nil: all.
    package func cancel(
        _ id: Int64, on day: CalendarDay? = nil, by requester: Requester
    ) async throws(RosterRefusal) -> Returned {
        try await change { () throws(RosterRefusal) in
            let instant = now()
            let (absence, agent) = try await changeable(id, at: instant, requester)
            let rest = Interval(from: max(absence.start, instant), until: absence.end ?? .latest)
            guard let day else {
                let ended = rest.map { [(absence, $0)] } ?? []
                return try await end(ended, [.end(id)], of: absence.agent, at: instant, by: requester)
            }
            let clock = table.clock
            guard let series = absence.series else { throw .notSeries(absence, agentName: agent?.name) }
            let left = series.occurrences(on: day, clock).compactMap { rest?.intersection($0) }
            guard let first = left.first, let excepted = absence.excepting(day, from: instant, clock) else {
                throw .noOccurrence(absence, on: day, next: absence.occurrence(from: instant, clock))
            }
            return try await end([(absence, first)], [.except(excepted)], of: absence.agent, at: instant, by: requester)
        }
    }

    /// An absence in force or to come that the requester may change, and its agent where the directory has him.
    func changeable(
        _ id: Int64, at instant: Instant, _ requester: Requester
    ) async throws(RosterRefusal) -> (Absence, Agent?) {
        guard requester.maySeeRoster(table) else { throw .notAllowed(.changeAvailability) }
        let found = table.roster.absences.numbered(id)
        guard let absence = found, absence.interval?.end ?? .earliest > instant else {
            throw await noLonger(id, requester)
        }
        let agent = table.agent(absence.agent)?.agent
        guard agent.map(requester.mayChange) ?? requester.isManager else {
            throw .notAllowed(agent == nil ? .manageOrphans : .changeAvailability)
        }
        return (absence, agent)
    }

    /// - Parameters:
    ///   - absences: Each with the time in which it would have kept the agent away.
    ///   - steps: What makes an end to each.
    private func end(
        _ absences: [(Absence, Interval)], _ steps: [RosterWriting.Step], of agent: AgentID, wish: KeptWish? = nil,
        at instant: Instant, by requester: Requester
    ) async throws(RosterRefusal) -> Returned {
        let before = table
        let made = try await write(RosterWriting(by: requester.user, at: instant, steps, wish: wish))
        let generation = made.generation
        lastEnding = max(lastEnding, instant)
        let name = table.agent(agent)?.agent.name ?? agent.description
        for (absence, _) in absences {
            logger.report(
                .absenceEnded, "Absence \(absence.id) of \(name) ended by \(requester.user)",
                requester.fields.merging(
                    ["agent": "\(agent)", "absence": "\(absence.id)", "generation": "\(generation)"]
                ) { own, _ in own })
        }
        let away = absences.lazy.compactMap { absence, interval -> Away? in
            let rest = Interval(from: max(interval.start, instant), until: interval.end)
            return rest.flatMap { self.table.away(insteadOf: absence, during: $0, from: instant) }
        }.first
        return Returned(
            agent: agent, agentName: name, ended: absences.map(\.0), away: away,
            left: table.leftDeputyships(of: agent, since: before, from: instant), generation: generation,
            isWaiting: made.isWaiting)
    }

    /// Why an absence cannot be changed any more; what became of it is told to those who might have changed it.
    func noLonger(_ id: Int64, _ requester: Requester) async -> RosterRefusal {
        let ended = try? await consult { roster throws(LedgerError) in try roster.endedAbsence(id) }
        guard let ended = ended.flatMap(\.self) else { return .unknownAbsence(id) }
        let agent = table.agent(ended.absence.agent)?.agent
        guard agent.map(requester.mayChange) ?? requester.isManager else { return .unknownAbsence(id) }
        return .absenceOver(ended, agentName: agent?.name ?? ended.absence.agent.description)
    }

    /// Enters what is a fact, and never refused; one of its kind that is in force is replaced.
    func enter(
        _ kind: Absence.Kind, _ agent: Agent, from start: Instant, until end: Instant?, _ note: String?,
        wish: KeptWish? = nil, by requester: Requester
    ) async throws(RosterRefusal) -> Entered {
        let instant = now()
        let new = NewAbsence(agent: agent.id, kind: kind, start: start, end: end, note: note)
        try check(new.numbered(0, by: requester.user, at: instant), at: instant)
        let replaced = table.roster.absences.of(agent.id).filter {
            $0.kind == kind && $0.interval?.contains(instant) == true
        }
        return try await enter(new, of: agent, replacing: replaced, wish: wish, at: instant, by: requester)
    }

    /// Writes an absence with what belongs to it, and tells of it.
    ///
    /// - Parameter looked: What the guard has said of just that, with nothing changed since.
    func enter(
        _ new: NewAbsence, of agent: Agent, replacing replaced: [Absence], _ deputyships: [NewDeputyship] = [],
        looked: GuardedLeave? = nil, why: String? = nil, wish: KeptWish? = nil, at instant: Instant,
        by requester: Requester
    ) async throws(RosterRefusal) -> Entered {
        let before = table
        let steps = replaced.map { RosterWriting.Step.end($0.id) } + [.enter(new)] + deputyships.map { .depute($0) }
        // What the guard has found holds where it has taken nothing for granted; a deputy's place in the order comes with his number.
        let known =
            replaced.isEmpty && deputyships.isEmpty && !before.isReserved(from: agent.id, at: instant)
            ? looked?.consequences : nil
        let written = try await write(
            RosterWriting(by: requester.user, at: instant, why: why, steps, wish: wish), of: agent, deputyships,
            known: known
        ) { new.numbered($0.first ?? 0, by: requester.user, at: instant) }
        if !replaced.isEmpty { lastEnding = max(lastEnding, instant) }
        let entered = written.entered(replaced: replaced)
        report(entered, by: requester)
        return entered
    }

    /// - Throws: What is wrong with the times or the note of an absence that is to be.
    func check(_ absence: Absence, at instant: Instant) throws(RosterRefusal) {
        if let end = absence.end {
            if end <= absence.start { throw .endsBeforeStart(start: absence.start, end: end) }
            if end <= instant { throw .endsInThePast(end: end) }
        }
        try check(note: absence.note)
        if absence.kind == .pause {
            // A pause passes no guard, so it becomes no leave by being changed.
            guard let end = absence.end, end.since(absence.start) <= Self.longestPause else { throw .pauseOutOfRange }
        }
        guard absence.kind.isPlanned else { return }
        guard let series = absence.series else {
            guard let end = absence.end else { throw .leaveWithoutEnd }
            guard end.since(absence.start) <= Self.longestLeave else { throw .leaveTooLong }
            return
        }
        guard absence.occurrence(from: instant, table.clock) != nil else {
            let clock = table.clock
            let first = clock.day(of: max(absence.start, instant))
            let last = absence.end.map { clock.day(of: $0.advanced(by: Milliseconds(-1))) }
            throw .neverHappens(series, from: first, through: last ?? first.advanced(by: 731))
        }
    }

    func allowed(_ name: String?, _ requester: Requester) throws(RosterRefusal) -> Agent {
        guard let name else {
            guard let own = requester.agent(in: table) else { throw .notAnAgent(user: requester.user) }
            return own.agent
        }
        guard let entry = table.agent(AgentID(name)) else {
            guard requester.maySeeRoster(table) else { throw .notAllowed(.changeAvailability) }
            throw .unknownAgent(name, known: table.agents.map(\.agent.id.description))
        }
        guard requester.mayChange(entry.agent) else { throw .notAllowed(.changeAvailability) }
        return entry.agent
    }

    /// The journal leaves the house: it has the absence's number, and neither its kind nor its note.
    func report(_ entered: Entered, as message: JournalMessage = .absenceEntered, by requester: Requester) {
        let clock = table.clock
        let absence = entered.absence
        func until(_ end: Instant?) -> String {
            end.map { "until \(clock.rfc3339($0))" } ?? TimeWords(now: clock.local(now())).untilFurtherNotice
        }
        let away = entered.consequences.away
        let isAll = absence.series != nil || away?.interval.end == absence.interval?.end
        let all = isAll ? "" : "; with others away \(until(away?.end))"
        let times = absence.series == nil ? "" : "at times "
        logger.report(
            message,
            "\(entered.agent.name) is away \(times)from \(clock.rfc3339(absence.start))\(absence.end.map { " \(until($0))" } ?? "")\(all)",
            requester.fields.merging(
                ["agent": "\(absence.agent)", "absence": "\(absence.id)", "generation": "\(entered.generation)"]
            ) { own, _ in own })
        for deputyship in entered.deputyships {
            report(deputyship, .deputyEntered, "stands in", entered.generation, by: requester)
        }
        reportUncovered(entered.consequences.opened, agent: absence.agent, entered.generation)
    }

    func reportUncovered(_ gaps: [ClientGap], agent: AgentID, _ generation: UInt64) {
        for gap in gaps {
            let first = gap.times.intervals.first.map { " from \(table.clock.rfc3339($0.start))" } ?? ""
            logger.report(
                .uncovered, "\(gap.client.client.name) is left without an agent\(first)",
                ["client": "\(gap.client.client.id)", "agent": "\(agent)", "generation": "\(generation)"])
        }
    }
}
