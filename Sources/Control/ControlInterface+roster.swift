import Logging
package import MajorAPI
import Records
import Routing
import Switchboard
import Time
package import Varlink

extension ControlInterface: RosterMethods {
    package func reportSick(
        _ request: RosterAPI.ReportSick, _ caller: VarlinkCaller<RosterAPI.ReportSick>
    ) async throws(RosterAPI.Failure) -> RosterAPI.ReportSick.Reply {
        let from: Instant? = try RosterAPI.Failure.instant(request.from, parameter: "from")
        let until: Instant? = try RosterAPI.Failure.instant(request.until, parameter: "until")
        return try await entered(caller) { requester throws(RosterRefusal) in
            try await switchboard.reportSick(
                agent: request.agent, from: from, until: until, note: request.note, by: requester)
        }
    }

    package func planLeave(
        _ request: RosterAPI.PlanLeave, _ caller: VarlinkCaller<RosterAPI.PlanLeave>
    ) async throws(RosterAPI.Failure) -> RosterAPI.PlanLeave.Reply {
        let from: Instant = try RosterAPI.Failure.instant(request.from, parameter: "from")
        let until: Instant? = try RosterAPI.Failure.instant(request.until, parameter: "until")
        let series: WeeklySeries? = try Self.series(request.series)
        guard let kind = Absence.Kind(rawValue: request.kind ?? Absence.Kind.leave.rawValue), kind.isPlanned else {
            throw .invalidParameter("kind")
        }
        return try await entered(caller) { requester throws(RosterRefusal) in
            try await switchboard.planLeave(
                LeavePlan(
                    kind, from: from, until: until, series: series, note: request.note, deputy: request.deputy,
                    isRequest: request.request ?? false, override: Override(request.override, request.reason),
                    isDryRun: request.dryRun ?? false),
                agent: request.agent, by: requester)
        }
    }

    package func pause(
        _ request: RosterAPI.Pause, _ caller: VarlinkCaller<RosterAPI.Pause>
    ) async throws(RosterAPI.Failure) -> RosterAPI.Pause.Reply {
        return try await entered(caller) { requester throws(RosterRefusal) in
            try await switchboard.pause(
                agent: request.agent, for: .seconds(request.seconds), note: request.note, by: requester)
        }
    }

    package func `return`(
        _ request: RosterAPI.Return, _ caller: VarlinkCaller<RosterAPI.Return>
    ) async throws(RosterAPI.Failure) -> RosterAPI.Return.Reply {
        try await ended(caller) { requester throws(RosterRefusal) in
            try await switchboard.comeBack(agent: request.agent, by: requester)
        }
    }

    package func cancel(
        _ request: RosterAPI.Cancel, _ caller: VarlinkCaller<RosterAPI.Cancel>
    ) async throws(RosterAPI.Failure) -> RosterAPI.Cancel.Reply {
        guard let id = AbsenceNumber.read(request.absence) else { throw .invalidParameter("absence") }
        let day = request.day.map { CalendarDay(text: $0) }
        if let day, day == nil { throw .invalidParameter("day") }
        return try await ended(caller) { requester throws(RosterRefusal) in
            try await switchboard.cancel(id, on: day ?? nil, by: requester)
        }
    }

    package func give(
        _ request: RosterAPI.Give, _ caller: VarlinkCaller<RosterAPI.Give>
    ) async throws(RosterAPI.Failure) -> RosterAPI.Give.Reply {
        guard let id = AbsenceNumber.read(request.absence) else { throw .invalidParameter("absence") }
        return try await entered(caller) { requester throws(RosterRefusal) in
            try await switchboard.give(
                id, to: request.agent, override: Override(request.override, request.reason), by: requester)
        }
    }

    package func release(
        _ request: RosterAPI.Release, _ caller: VarlinkCaller<RosterAPI.Release>
    ) async throws(RosterAPI.Failure) -> RosterAPI.Release.Reply {
        let requester = await identify(caller.peer)
        do throws(RosterRefusal) {
            let released = try await switchboard.release(agent: request.agent, by: requester)
            return RosterAPI.Release.Reply(
                agent: released.agent.id.description, agentName: released.agent.name,
                calls: RosterAPI.OngoingCall.messages(
                    released.calls, showsID: requester.mayReadWhy(released.agent), in: switchboard.table
                ) { _ in false })
        } catch {
            throw answer(error, requester, caller)
        }
    }

    func entered<Request: VarlinkRequest>(
        _ caller: VarlinkCaller<Request>, _ change: (Requester) async throws(RosterRefusal) -> Switchboard.Entered
    ) async throws(RosterAPI.Failure) -> Request.Reply
    where Request.Failure == RosterAPI.Failure, Request.Reply: EnteredReply {
        let requester = await identify(caller.peer)
        do throws(RosterRefusal) {
            let entered = try await change(requester)
            let (table, now) = (switchboard.table, now())
            let showsWhy = requester.mayReadWhy(entered.agent)
            let told = AbsenceConsequences.messages(entered.consequences.gaps, in: table)
            var absence = RosterAPI.Absence(entered.absence, in: table, showsWhy: showsWhy, at: now)
            if entered.isWaiting { absence.waiting = true }
            return Request.Reply(
                absence: absence,
                away: entered.consequences.away.map {
                    RosterAPI.Away($0, in: table, showsWhy: showsWhy, at: now)
                },
                takeovers: entered.consequences.takeoverMessages,
                gaps: told.gaps, moreClients: told.moreClients, generation: Int(clamping: entered.generation),
                details: RosterAPI.Details(entered, in: table, for: requester, at: now))
        } catch {
            throw answer(error, requester, caller)
        }
    }

    private func ended<Request: VarlinkRequest>(
        _ caller: VarlinkCaller<Request>, _ change: (Requester) async throws(RosterRefusal) -> Switchboard.Returned
    ) async throws(RosterAPI.Failure) -> Request.Reply
    where Request.Failure == RosterAPI.Failure, Request.Reply: EndedReply {
        let requester = await identify(caller.peer)
        do throws(RosterRefusal) {
            let returned = try await change(requester)
            let (table, now) = (switchboard.table, now())
            let agent = table.agent(returned.agent)?.agent
            return Request.Reply(
                agent: returned.agent.description, agentName: returned.agentName,
                ended: returned.ended.map {
                    var absence = RosterAPI.Absence(
                        $0, in: table, showsWhy: requester.mayReadWhy(agent), at: now)
                    if returned.isWaiting { absence.waiting = true }
                    return absence
                },
                away: returned.away.map {
                    RosterAPI.Away($0, in: table, showsWhy: requester.mayReadWhy(agent), at: now)
                }, generation: Int(clamping: returned.generation),
                left: RosterAPI.Deputyship.messages(returned.left, in: table, for: requester))
        } catch {
            throw answer(error, requester, caller)
        }
    }

    func answer<Request: VarlinkRequest>(
        _ refusal: RosterRefusal, _ requester: Requester, _ caller: VarlinkCaller<Request>
    ) -> RosterAPI.Failure where Request.Failure == RosterAPI.Failure {
        RosterAPI.Failure(refusal, to: requester, in: switchboard.table, at: now()) { denied($0, requester, caller) }
    }

    /// Reads a series of a request.
    static func series(_ message: RosterAPI.Series?) throws(RosterAPI.Failure) -> WeeklySeries? {
        guard let message else { return nil }
        guard let series = message.series else { throw .invalidParameter("series") }
        return series
    }
}
