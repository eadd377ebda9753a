import Foundation
import Logging
import Records
package import Routing
import ShownText
package import Time
import Wording

extension Switchboard {
    /// An absence that was entered, durable and in force.
    package struct Entered: Sendable {
        package let absence: Absence
        package let agent: Agent
        package let consequences: AbsenceConsequences
        package let generation: UInt64
    }

    /// An agent who is back.
    package struct Returned: Sendable {
        package let agent: AgentID
        /// His name; the id of one whom the directory does not have.
        package let agentName: String
        /// The absences that were ended.
        package let ended: [Absence]
        /// When others keep the agent away all the same, in the time of those that were ended.
        package let away: Away?
        package let generation: UInt64
    }

    /// Longer leave is a slip of the pen, and every day of it is looked at.
    static let longestLeave = Milliseconds.days(732)

    /// The most bytes that a note may have.
    package static let noteLimit = 500

    /// Reports an agent sick from now on. Never refused for the gaps it opens; a sickness in force is replaced.
    package func reportSick(
        agent: String?, until end: Instant?, note: String?, by requester: Requester
    ) async throws(RosterRefusal) -> Entered {
        try await change { () throws(RosterRefusal) in
            let agent = try allowed(agent, requester)
            return try await enter(.sickness, agent, from: now(), until: end, note, by: requester, override: true)
        }
    }

    /// Takes an agent off the phone for a while from now on; a pause in force is replaced.
    package func pause(
        agent: String?, for length: Milliseconds, note: String?, by requester: Requester
    ) async throws(RosterRefusal) -> Entered {
        try await change { () throws(RosterRefusal) in
            let agent = try allowed(agent, requester)
            guard length >= .minutes(1), length <= .days(1) else { throw .pauseOutOfRange }
            let start = now()
            return try await enter(
                .pause, agent, from: start, until: start.advanced(by: length), note, by: requester, override: true)
        }
    }

    /// Plans leave. Refused when it leaves a client without anybody, unless a manager overrides.
    ///
    /// - Parameter kind: One that is planned.
    package func planLeave(
        _ kind: Absence.Kind = .leave, agent: String?, from start: Instant, until end: Instant, note: String?,
        override: Bool, by requester: Requester
    ) async throws(RosterRefusal) -> Entered {
        try await change { () throws(RosterRefusal) in
            let agent = try allowed(agent, requester)
            guard !override || requester.isManager else { throw .notAllowed(.leaveGaps) }
            guard end.since(start) <= Self.longestLeave else { throw .leaveTooLong }
            return try await enter(kind, agent, from: start, until: end, note, by: requester, override: override)
        }
    }

    /// Ends every absence of an agent that is in force; leave to come stays.
    package func comeBack(agent: String?, by requester: Requester) async throws(RosterRefusal) -> Returned {
        try await change { () throws(RosterRefusal) in
            let agent = try allowed(agent, requester)
            let instant = now()
            let current = table.roster.absences.filter {
                $0.agent == agent.id && $0.interval?.contains(instant) == true
            }
            guard !current.isEmpty else { throw .notAbsent(agent) }
            return try await end(current, of: agent.id, at: instant, by: requester)
        }
    }

    /// Cancels one absence, or ends it when it has begun.
    package func cancel(_ id: Int64, by requester: Requester) async throws(RosterRefusal) -> Returned {
        try await change { () throws(RosterRefusal) in
            let instant = now()
            guard requester.maySeeRoster(table) else { throw .notAllowed(.changeAvailability) }
            let found = table.roster.absences.first { $0.id == id && $0.interval?.end ?? .earliest > instant }
            guard let absence = found else { throw await noLonger(id, requester) }
            let agent = table.agent(absence.agent)?.agent
            guard agent.map(requester.mayChange) ?? requester.isManager else {
                throw .notAllowed(agent == nil ? .manageOrphans : .changeAvailability)
            }
            return try await end([absence], of: absence.agent, at: instant, by: requester)
        }
    }

    private func end(
        _ absences: [Absence], of agent: AgentID, at instant: Instant, by requester: Requester
    ) async throws(RosterRefusal) -> Returned {
        let generation = try await write(
            RosterWriting(by: requester.user, at: instant, absences.map { .end($0.id) })
        ).generation
        lastEnding = max(lastEnding, instant)
        let name = table.agent(agent)?.agent.name ?? agent.description
        for absence in absences {
            logger.report(
                .absenceEnded, "Absence \(absence.id) of \(name) ended by \(requester.user)",
                requester.fields.merging(
                    ["agent": "\(agent)", "absence": "\(absence.id)", "generation": "\(generation)"]
                ) { own, _ in own })
        }
        let away = absences.lazy.compactMap { absence -> Away? in
            let rest = Interval(from: max(absence.start, instant), until: absence.end ?? .latest)
            return rest.flatMap { self.table.away(agent, during: $0, from: instant) }
        }.first
        return Returned(agent: agent, agentName: name, ended: absences, away: away, generation: generation)
    }

    /// Why an absence cannot be cancelled any more; what became of it is told to those who might have cancelled it.
    private func noLonger(_ id: Int64, _ requester: Requester) async -> RosterRefusal {
        let ended = try? await consult { roster throws(LedgerError) in try roster.endedAbsence(id) }
        guard let ended = ended.flatMap(\.self) else { return .unknownAbsence(id) }
        let agent = table.agent(ended.absence.agent)?.agent
        guard agent.map(requester.mayChange) ?? requester.isManager else { return .unknownAbsence(id) }
        return .absenceOver(ended, agentName: agent?.name ?? ended.absence.agent.description)
    }

    private func enter(
        _ kind: Absence.Kind, _ agent: Agent, from start: Instant, until end: Instant?, _ note: String?,
        by requester: Requester, override: Bool
    ) async throws(RosterRefusal) -> Entered {
        let instant = now()
        if let end, end <= start { throw .endsBeforeStart(start: start, end: end) }
        if let end, end <= instant { throw .endsInThePast(end: end) }
        if let note {
            guard note.utf8.count <= Self.noteLimit else { throw .noteTooLong(limit: Self.noteLimit) }
            guard note.isShowable else { throw .noteNotShowable }
        }
        let before = table
        let replaced =
            kind.isPlanned
            ? []
            : before.roster.absences.filter {
                $0.agent == agent.id && $0.kind == kind && $0.interval?.contains(instant) == true
            }
        let new = NewAbsence(agent: agent.id, kind: kind, start: start, end: end, note: note)
        if !override {
            let planned = consequences(of: new, by: requester.user, at: instant, before: before)
            if !planned.opened.isEmpty { throw .opensGaps(planned) }
        }
        let (numbers, generation) = try await write(
            RosterWriting(by: requester.user, at: instant, replaced.map { .end($0.id) } + [.enter(new)]))
        if !replaced.isEmpty { lastEnding = max(lastEnding, instant) }
        let absence = new.numbered(numbers.first ?? 0, by: requester.user, at: instant)
        let entered = Entered(
            absence: absence, agent: agent,
            consequences: table.consequences(of: absence, before: before, from: instant),
            generation: generation)
        report(entered, by: requester)
        return entered
    }

    /// What an absence would change, were it entered.
    private func consequences(
        of new: NewAbsence, by user: String, at instant: Instant, before: RoutingTable
    ) -> AbsenceConsequences {
        let absence = new.numbered(0, by: user, at: instant)
        var roster = before.roster
        roster.absences.append(absence)
        return RoutingTable(before, roster: roster, generation: before.generation)
            .consequences(of: absence, before: before, from: instant)
    }

    /// Compiles and publishes the table with another roster; what was over long ago is left out.
    func publish(_ roster: Roster, at instant: Instant) -> UInt64 {
        var roster = roster
        roster.trim(at: instant, keeping: Self.endedInRoster)
        let old = desk.current.value
        let table = RoutingTable(old.table, roster: roster, generation: old.table.generation + 1)
        publish(Published(table: table, numbers: old.numbers))
        return table.generation
    }

    func allowed(_ name: String?, _ requester: Requester) throws(RosterRefusal) -> Agent {
        guard let name else {
            guard let own = table.agent(ofUser: requester.user) else { throw .notAnAgent(user: requester.user) }
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
    func report(_ entered: Entered, by requester: Requester) {
        let clock = table.clock
        let absence = entered.absence
        func until(_ end: Instant?) -> String {
            end.map { "until \(clock.rfc3339($0))" } ?? TimeWords(now: clock.local(now())).untilFurtherNotice
        }
        let away = entered.consequences.away
        let all =
            away?.interval.end == absence.interval?.end ? "" : "; with others away \(until(away?.end))"
        logger.report(
            .absenceEntered,
            "\(entered.agent.name) is away from \(clock.rfc3339(absence.start))\(absence.end.map { " \(until($0))" } ?? "")\(all)",
            requester.fields.merging(
                ["agent": "\(absence.agent)", "absence": "\(absence.id)", "generation": "\(entered.generation)"]
            ) { own, _ in own })
        for gap in entered.consequences.opened {
            let first = gap.times.intervals.first.map { " from \(clock.rfc3339($0.start))" } ?? ""
            logger.report(
                .uncovered, "\(gap.client.client.name) is left without an agent\(first)",
                [
                    "client": "\(gap.client.client.id)", "agent": "\(absence.agent)",
                    "generation": "\(entered.generation)",
                ])
        }
    }
}
