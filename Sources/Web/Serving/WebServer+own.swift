import MajorAPI
import Wording

/// The pages of one's own and of managers.
extension WebServer {
    /// - Parameter notice: What came of something that was entered.
    func me(_ visit: Visit, notice: Notice?) async throws(AskingError) -> PageAnswer {
        guard let agent = visit.visitor.agent else { return mistake(.notYours, visit.context, status: 403) }
        let facts = try await office.ask(for: visit.visitor.reader) { line throws(AskingError) in
            let who = try line.ask(DirectoryAPI.ListAgents(agent: agent))
            guard let own = who.agents.first else { throw .otherVersion }
            return MeFacts(
                agent: own, now: who.now, timeZone: who.timeZone,
                absences: try line.ask(RosterAPI.ListAbsences(agent: agent)).absences,
                requests: try line.ask(RosterAPI.ListRequests()).requests.filter { $0.absence.agent == agent },
                missed: try line.ask(CallsAPI.ListMissed(mine: true)).missed,
                cases: try line.ask(CasesAPI.List(agent: agent)).cases,
                coverage: try line.gather(ReportsAPI.Coverage(weeks: 8, agent: agent, details: true)))
        }
        let view = MeView(context: visit.context, templates: templates)
        return PageAnswer(
            page: .me, body: view.body(facts, notice), loaded: facts.now.clock, live: "page=me")
    }

    func manage(_ visit: Visit, notice: Notice?) async throws(AskingError) -> PageAnswer {
        guard visit.visitor.isManager else { return mistake(.notYours, visit.context, status: 403) }
        let facts = try await office.ask(for: visit.visitor.reader) { line throws(AskingError) in
            let agents = try line.ask(DirectoryAPI.ListAgents())
            return ManageFacts(
                now: agents.now, timeZone: agents.timeZone, agents: agents.agents,
                clients: try line.ask(DirectoryAPI.ListClients()).clients,
                requests: try line.ask(RosterAPI.ListRequests()).requests,
                absences: try line.ask(RosterAPI.ListAbsences()).absences,
                unknown: try line.ask(NumbersAPI.Unknown()).callers, learned: try line.ask(NumbersAPI.List()).numbers,
                deputies: try line.ask(RosterAPI.ListDeputies()).deputyships,
                capacity: try line.ask(ReportsAPI.Capacity()))
        }
        let view = ManageView(context: visit.context, templates: templates)
        return PageAnswer(
            page: .manage, body: view.body(facts, notice), loaded: facts.now.clock)
    }
}
