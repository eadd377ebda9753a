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
            // While it was nobody's, others may have been granted the same days.
            let looked = looked(at: absence, deputy: nil, at: instant)
            let opens = absence.kind.isPlanned && !looked.consequences.opened.isEmpty
            if opens, override == nil { throw .opensGaps(looked.consequences, of: agent) }
            var entered = try await write(
                RosterWriting(
                    by: requester.user, at: instant, why: opens ? override?.kept : nil, [.give(id, to: agent.id)]),
                of: agent
            ) { _ in absence }.entered()
            entered.needsOverride = override == nil ? nil : opens
            report(entered, by: requester)
            return entered
        }
    }
}
