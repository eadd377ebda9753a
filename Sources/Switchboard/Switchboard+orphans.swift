import Records
import Routing
import Time

extension Switchboard {
    /// Gives an absence whose agent the directory does not have to another agent, such as the same one under a new id. Never refused for the
    /// gaps it opens: it tells of somebody who is away.
    package func give(_ id: Int64, to name: String, by requester: Requester) async throws(RosterRefusal) -> Entered {
        try await change { () throws(RosterRefusal) in
            guard requester.isManager else { throw .notAllowed(.manageOrphans) }
            let (instant, before, user) = (now(), table, requester.user)
            guard let orphan = before.roster.absences.first(where: { $0.id == id && $0.end ?? .latest > instant })
            else { throw .unknownAbsence(id) }
            if let owner = before.agent(orphan.agent)?.agent { throw .notOrphaned(id, of: owner) }
            guard let agent = before.agent(AgentID(name))?.agent else {
                throw .unknownAgent(name, known: before.agents.map(\.agent.id.description))
            }
            try await write { roster throws(LedgerError) in try roster.give(id, to: agent.id, by: user, at: instant) }
            let absence = orphan.given(to: agent.id)
            var roster = before.roster
            roster.replace(absence)
            let generation = publish(roster, at: instant)
            let entered = Entered(
                absence: absence, agent: agent,
                consequences: table.consequences(of: absence, before: before, from: instant), generation: generation)
            report(entered, by: requester)
            return entered
        }
    }
}
