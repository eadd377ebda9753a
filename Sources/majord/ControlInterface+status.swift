import MajorAPI
import Routing
import Switchboard
import Varlink

extension ControlInterface {
    /// One answer, or one at once and one after every change for a caller who wants more.
    @Sendable func status(_ context: VarlinkContext) async throws(VarlinkError) -> StatusMessage {
        let requester = await groups.requester(context.peer)
        guard context.wantsMore else { return await status(for: requester) }
        for await _ in await switchboard.changes() {
            guard !Task.isCancelled else { break }
            try await context.send(await status(for: requester))
        }
        return await status(for: requester)
    }

    @Sendable func listAbsences(
        _ request: RosterAPI.Request, _ context: VarlinkContext
    ) async throws(VarlinkError) -> RosterAPI.Absences {
        let requester = await groups.requester(context.peer)
        let table = switchboard.table
        guard requester.maySeeRoster(table) else { throw denied(.seeAbsences, requester, context) }
        let now = systemClock()
        let absences = table.roster.absences
            .filter { absence in
                guard let interval = absence.interval, interval.end > now else { return false }
                return request.agent.map { absence.agent == AgentID($0) } ?? true
            }
            .sorted { ($0.start, $0.id) < ($1.start, $1.id) }
        // Of an agent whom the directory does not have any more there may be absences that wait for a manager.
        if let agent = request.agent, absences.isEmpty, table.agent(AgentID(agent)) == nil {
            throw unknownAgent(agent, in: table)
        }
        return RosterAPI.Absences(
            absences: absences.map { absence in
                let agent = table.agent(absence.agent)?.agent
                return RosterAPI.Absence(
                    absence, in: table,
                    showsWhy: requester.mayReadWhy(agent))
            })
    }

    private func status(for requester: Requester) async -> StatusMessage {
        // What is wrong with them is among the troubles.
        let sockets = await sockets()
        let table = switchboard.table
        let now = systemClock()
        let overview = table.overview(at: now)
        let (busy, calls) = switchboard.desk.ongoing
        let showsPhones = requester.maySeeRoster(table)
        let decisions = switchboard.desk.notes.counts.decisions.map { ($0.key.rawValue, $0.value) }
        var message = StatusMessage(
            version: Version.text, timeZone: table.clock.zone, now: table.clock.rfc3339(now),
            generation: table.generation, clients: overview.count.clients, inService: overview.count.inService,
            closed: overview.count.closed, withoutAgreement: overview.count.withoutAgreement,
            covered: overview.count.covered,
            uncovered: overview.uncovered.map {
                StatusMessage.UncoveredClient(client: $0.client.id.description, clientName: $0.client.name)
            },
            agents: table.agents.map {
                StatusMessage.AgentStatus(
                    $0, at: now, busy: busy,
                    calls: Self.messages(calls[$0.agent.id], showsID: requester.mayReadWhy($0.agent), table.clock),
                    in: table, showsPhone: showsPhones,
                    showsWhy: requester.mayReadWhy($0.agent))
            },
            decisions: Dictionary(decisions, uniquingKeysWith: +), degraded: switchboard.isDegraded,
            troubles: switchboard.troubles,
            you: table.agent(ofUser: requester.user)?.agent.id.description)
        message.sockets = sockets
        if requester.isManager, let orphans = Self.orphans(table, at: now) { message.troubles.append(orphans) }
        return message
    }

    /// That there are absences which cannot take effect, nil where there are none.
    private static func orphans(_ table: RoutingTable, at instant: Instant) -> String? {
        let orphans = table.roster.orphans(in: table.directory, at: instant)
        guard !orphans.isEmpty else { return nil }
        let several = orphans.count > 1
        let numbers = orphans.prefix(10).map { String($0.id) }.joined(separator: ", ")
        let more = orphans.count > 10 ? " and \(orphans.count - 10) more" : ""
        return
            "\(several ? "absences" : "absence") \(numbers)\(more) \(several ? "are" : "is") not in force, because the directory does "
            + "not have the agent; majorctl give or cancel settles it"
    }

    /// - Parameter showsID: Whether the reader may know which calls they are.
    private static func messages(
        _ calls: [OngoingCalls.Call]?, showsID: Bool, _ clock: ServiceClock
    ) -> [StatusMessage.OngoingCall] {
        (calls ?? []).map { call in
            StatusMessage.OngoingCall(
                since: clock.rfc3339(call.since), answered: call.isAnswered, call: showsID ? call.callID : nil)
        }
    }
}
