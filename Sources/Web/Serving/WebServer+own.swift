import MajorAPI
import Wording

/// The pages of one's own and of managers.
extension WebServer {
    /// - Parameter notice: What came of something that was entered.
    func me(_ visit: Visit, notice: Notice?) async throws(AskingError) -> PageAnswer {
        guard let agent = visit.visitor.agent else {
            return mistake(visit.visitor.lacking ?? .agentsOnly, visit.context)
        }
        let facts = try await office.ask(for: visit.visitor.reader) { line throws(AskingError) in
            let who = try line.ask(DirectoryAPI.ListAgents(agent: agent))
            guard let own = who.agents.first else { throw .otherVersion }
            let everybody = try line.ask(RosterAPI.ListAbsences(waiting: true))
            return MeFacts(
                agent: own, now: who.now, timeZone: who.timeZone,
                absences: everybody.absences.filter { $0.agent == agent },
                requests: try line.ask(RosterAPI.ListRequests()).requests.filter { $0.absence.agent == agent },
                missed: try line.ask(CallsAPI.ListMissed(mine: true)).missed,
                cases: try line.ask(CasesAPI.List(agent: agent)).cases,
                coverage: try line.gather(ReportsAPI.Coverage(weeks: 8, agent: agent, details: true)),
                away: everybody.absences, waiting: everybody.waiting ?? [],
                feed: try line.ask(CalendarAPI.FeedAddress()),
                isPBXSilent: try line.ask(RosterAPI.Status()).isPBXSilent)
        }
        let view = MeView(context: visit.context, templates: templates)
        return PageAnswer(
            page: .me, body: view.body(facts, notice), loaded: facts.now.clock, live: "page=me")
    }

    func manage(_ visit: Visit, notice: Notice?) async throws(AskingError) -> PageAnswer {
        guard visit.visitor.isManager else {
            return mistake(visit.visitor.lacking ?? .managersOnly, visit.context)
        }
        let whom = visit.query["whom"]
        let (facts, gap) = try await office.ask(for: visit.visitor.reader) { line throws(AskingError) in
            let gap = try whom.map { client throws(AskingError) -> DeputyForm.Gap in
                DeputyForm.Gap(client, try line.coverage(ReportsAPI.Coverage(weeks: 8, client: client, details: true)))
            }
            let agents = try line.ask(DirectoryAPI.ListAgents())
            let requests = try line.ask(RosterAPI.ListRequests()).requests
            let facts = ManageFacts(
                now: agents.now, timeZone: agents.timeZone, agents: agents.agents,
                clients: try line.ask(DirectoryAPI.ListClients()).clients,
                requests: requests, opens: try Self.opens(requests, line),
                absences: try line.ask(RosterAPI.ListAbsences()).absences,
                unknown: try line.ask(NumbersAPI.Unknown()).callers, learned: try line.ask(NumbersAPI.List()).numbers,
                deputies: try line.ask(RosterAPI.ListDeputies()).deputyships,
                capacity: try line.ask(ReportsAPI.Capacity()),
                feed: try line.ask(CalendarAPI.FeedAddress(desk: true)))
            return (facts, gap)
        }
        let view = ManageView(context: visit.context, templates: templates)
        return PageAnswer(
            page: .manage, body: view.body(facts, notice, gap: gap), loaded: facts.now.clock)
    }

    /// So many requests are looked at; a page with more is read from the top.
    private static let mostLookedAt = 20

    /// What requests that wait would leave open now, by their numbers.
    private static func opens(
        _ requests: [RosterAPI.Request], _ line: DaemonLine
    ) throws(AskingError) -> [String: RosterAPI.OpensGaps] {
        var opens: [String: RosterAPI.OpensGaps] = [:]
        for request in requests.filter({ $0.state == .waiting }).prefix(mostLookedAt) {
            let asked = request.absence
            do throws(AskingError) {
                _ = try line.ask(
                    RosterAPI.PlanLeave(
                        agent: asked.agent, from: asked.from, until: asked.until, series: asked.series, dryRun: true))
            } catch {
                guard case .refused(let refused) = error else { throw error }
                if case .opensGaps(let told) = RosterAPI.Failure(refused) { opens[asked.id] = told }
            }
        }
        return opens
    }
}
