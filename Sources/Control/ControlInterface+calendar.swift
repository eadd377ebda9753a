import ICalendar
import Logging
package import MajorAPI
import Records
import Routing
import Switchboard
import Time
package import Varlink

extension ControlInterface: CalendarMethods {
    package func `import`(
        _ request: CalendarAPI.Import, _ caller: VarlinkCaller<CalendarAPI.Import>
    ) async throws(CalendarAPI.Failure) -> CalendarAPI.Import.Reply {
        let requester = await identify(caller.peer)
        var leave: [LeaveEntry] = []
        for entry in request.entries {
            let start: Instant = try CalendarAPI.Failure.instant(entry.from, parameter: "entries")
            let end: Instant = try CalendarAPI.Failure.instant(entry.until, parameter: "entries")
            guard let interval = Interval(from: start, until: end) else { throw .invalidParameter("entries") }
            leave.append(
                LeaveEntry(
                    identity: LeaveEntry.Identity(uid: entry.uid, recurrence: entry.recurrence), interval: interval))
        }
        let following = (request.follow ?? []).map { AbsenceNumber.read($0) }
        guard !following.contains(nil) else { throw .invalidParameter("follow") }
        do throws(CalendarRefusal) {
            let imported = try await switchboard.importLeave(
                leave, events: request.events, agent: request.agent, source: request.source,
                following: Set(following.compactMap(\.self)), isDryRun: request.dryRun ?? false, by: requester)
            let clock = switchboard.table.clock
            let gaps = imported.opened.prefix(Self.mostGaps)
            return CalendarAPI.Import.Reply(
                agent: imported.agent.id.description, agentName: imported.agent.name,
                changes: CalendarAPI.Change.messages(imported, clock), same: imported.comparison.same.count,
                gaps: gaps.compactMap { CalendarAPI.Gap($0, clock) },
                moreClients: imported.opened.count > gaps.count ? imported.opened.count - gaps.count : nil,
                left: imported.left.isEmpty
                    ? nil : imported.left.map { CalendarAPI.StandIn($0, in: switchboard.table, for: requester) },
                generation: Int(clamping: imported.generation), timeZone: clock.zone)
        } catch {
            throw answer(error, requester, caller)
        }
    }

    package func noteFailure(
        _ request: CalendarAPI.NoteFailure, _ caller: VarlinkCaller<CalendarAPI.NoteFailure>
    ) async throws(CalendarAPI.Failure) -> CalendarAPI.NoteFailure.Reply {
        let requester = await identify(caller.peer)
        do throws(CalendarRefusal) {
            try await switchboard.noteCalendarFailure(
                request.why, agent: request.agent, source: request.source, by: requester)
            return CalendarAPI.NoteFailure.Reply()
        } catch {
            throw answer(error, requester, caller)
        }
    }

    package func address(
        _ request: CalendarAPI.Address, _ caller: VarlinkCaller<CalendarAPI.Address>
    ) async throws(CalendarAPI.Failure) -> CalendarAPI.Address.Reply {
        let requester = await identify(caller.peer)
        do throws(CalendarRefusal) {
            let address = try switchboard.calendarAddress(agent: request.agent, by: requester)
            return CalendarAPI.Address.Reply(source: address.source, url: address.url)
        } catch {
            throw answer(error, requester, caller)
        }
    }

    private func answer<Request: VarlinkRequest>(
        _ refusal: CalendarRefusal, _ requester: Requester, _ caller: VarlinkCaller<Request>
    ) -> CalendarAPI.Failure where Request.Failure == CalendarAPI.Failure {
        switch refusal {
        case .noEvents(let expected): .noEvents(CalendarAPI.NoEvents(expected: expected))
        case .notOfCalendar(let id): .notOfCalendar(CalendarAPI.NotOfCalendar(absence: String(id)))
        case .invalid(let reason): .invalidCalendar(CalendarAPI.InvalidCalendar(reason: reason))
        case .noCalendar(let agent):
            .noCalendar(CalendarAPI.NoCalendar(agent: agent.id.description, agentName: agent.name))
        case .roster(.notAllowed(let right)): denied(right, requester, caller)
        case .roster(let refusal):
            CalendarAPI.Failure(
                RosterAPI.Failure(refusal, to: requester, in: switchboard.table, at: now()) {
                    RosterAPI.Failure(denied($0, requester, caller).error)
                }
                .error)
        }
    }

    /// Of how many clients with gaps an import tells.
    private static let mostGaps = 100

    /// How many stretches of absence one answer tells.
    private static let mostAway = 2_000

    package func show(
        _ request: CalendarAPI.Show, _ caller: VarlinkCaller<CalendarAPI.Show>
    ) async throws(CalendarAPI.Failure) -> CalendarAPI.Show.Reply {
        let requester = await identify(caller.peer)
        let (table, now) = (switchboard.table, self.now())
        guard requester.maySeeCoverage(table) else { throw denied(.seeCoverage, requester, caller) }
        let clock = table.clock
        let end = clock.instant(clock.day(of: now).advanced(by: 365), .startOfDay)
        guard let year = Interval(from: now, until: end) else { throw .invalidParameter("agent") }
        var reply = CalendarAPI.Show.Reply(
            timeZone: clock.zone, now: clock.rfc3339(now), until: clock.rfc3339(end), away: [], covers: [])
        if let name = request.client {
            guard let client = table.client(ClientID(name)) else {
                throw .unknownClient(
                    CalendarAPI.UnknownClient(client: name, known: table.clients.map(\.client.id.description)))
            }
            reply.name = client.client.name
            reply.covers = table.coverings(of: client, over: year).filter { $0.role != .primary }
                .map { CalendarAPI.Cover($0, of: client, clock) }
            let own = table.agents.filter { entry in
                table.clientsConcerned(by: entry.agent.id).contains { $0.client.id == client.client.id }
            }
            tell(&reply, of: own, table, at: now, for: requester)
            return reply
        }
        var agents = Array(table.agents)
        if let name = request.agent {
            guard let agent = table.agent(AgentID(name)) else {
                throw CalendarAPI.Failure(unknownAgent(name, in: table).error)
            }
            agents = [agent]
            reply.name = agent.agent.name
        }
        let away = table.calendar(of: agents, over: year, limit: Self.mostAway)
        reply.away = away.told.map { CalendarAPI.Away($0, clock) }
        reply.more = away.more > 0 ? away.more : nil
        tell(&reply, of: agents, table, at: now, for: requester)
        return reply
    }

    /// Whose last day comes in those twelve months, and of whom leave may be missing.
    private func tell(
        _ reply: inout CalendarAPI.Show.Reply, of agents: [AgentEntry], _ table: RoutingTable, at now: Instant,
        for requester: Requester
    ) {
        let (first, clock) = (table.clock.day(of: now), table.clock)
        let last = first.advanced(by: 365)
        reply.lastDays = agents.compactMap { entry in
            guard let day = entry.agent.employment.until, first <= day, day < last else { return nil }
            return CalendarAPI.LastDay(
                agent: entry.agent.id.description, agentName: entry.agent.name, day: "\(day)")
        }.sorted { $0.day < $1.day }
        let ids = Set(agents.map(\.agent.id))
        reply.stale = switchboard.calendars.stale(table, at: now).filter { ids.contains($0.calendar.agent) }.map {
            CalendarAPI.StaleCalendar(
                agent: $0.calendar.agent.description, agentName: $0.agentName, source: $0.calendar.source,
                read: $0.read.map(clock.rfc3339))
        }
        reply.calendars = switchboard.calendarStates(table, at: now).filter { ids.contains($0.calendar.agent) }.map {
            CalendarAPI.ReadCalendar($0, in: table, for: requester)
        }
    }
}
