import Records
import Routing
import Time

extension Switchboard {
    /// Gives an absence whose agent the directory does not have to another agent, such as the same one under a new id. Never refused for the
    /// gaps it opens: it tells of somebody who is away.
    package func give(
        _ id: Int64, to name: String, override: Override? = nil, by requester: Requester
    ) async throws(RosterRefusal) -> Entered {
        try await change { () throws(RosterRefusal) in
            guard requester.isManager else { throw .notAllowed(.manageOrphans) }
            try check(override, requester)
            let (instant, before) = (now(), table)
            let found = before.roster.absences.numbered(id)
            guard let orphan = found, orphan.interval?.end ?? .earliest > instant else {
                throw await noLonger(id, requester)
            }
            if let owner = before.agent(orphan.agent)?.agent { throw .notOrphaned(id, of: owner) }
            guard let agent = before.agent(AgentID(name))?.agent else {
                throw .unknownAgent(name, known: before.agents.map(\.agent.id.description))
            }
            let absence = orphan.given(to: agent.id)
            let along = given(standIns: [orphan], to: agent.id, at: instant)
            let deputyships = along.map(\.new)
            // While it was nobody's, others may have been granted the same days.
            let looked = before.guarded(
                absence, with: deputyships.map { $0.numbered(-1, by: requester.user, at: instant) }, at: instant)
            // Leave of a calendar is a fact, as sickness is.
            let opens = absence.kind.isPlanned && absence.origin == nil && !looked.opened.isEmpty
            if opens, override == nil { throw .opensGaps(looked, of: agent) }
            let ended: [RosterWriting.Step] = along.map { .endDeputyship($0.old) }
            let named: [RosterWriting.Step] = deputyships.map { .depute($0) }
            let steps = [.give(id, to: agent.id)] + ended + named
            var entered = try await write(
                RosterWriting(by: requester.user, at: instant, why: opens ? override?.kept : nil, steps), of: agent,
                deputyships
            ) { _ in absence }.entered()
            entered.needsOverride = override == nil ? nil : opens
            report(entered, by: requester)
            return entered
        }
    }

    /// Whoever was to stand in during absences that are given to another agent does so for him: in the past he stood in for the one before.
    ///
    /// - Returns: The number of each deputyship that ends, and the one that takes its place.
    func given(
        standIns absences: [Absence], to agent: AgentID, at instant: Instant
    ) -> [(old: Int64, new: NewDeputyship)] {
        var seen: Set<Int64> = []
        let standing = absences.flatMap { table.roster.standIns(during: $0, at: instant) }
        return standing.filter { $0.deputy != agent && seen.insert($0.id).inserted }.map {
            let new = NewDeputyship(
                deputy: $0.deputy, post: .agent(agent, client: $0.client), start: max($0.start, instant), end: $0.end,
                note: $0.note)
            return (old: $0.id, new: new)
        }
    }
}
