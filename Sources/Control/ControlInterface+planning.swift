package import MajorAPI
import Routing
import Switchboard
import Time
package import Varlink

// Changes of absences, requests, deputies and the history.
extension ControlInterface {
    package func changeAbsence(
        _ request: RosterAPI.ChangeAbsence, _ caller: VarlinkCaller<RosterAPI.ChangeAbsence>
    ) async throws(RosterAPI.Failure) -> RosterAPI.ChangeAbsence.Reply {
        guard let id = AbsenceNumber.read(request.absence) else { throw .invalidParameter("absence") }
        let wish = AbsenceChange(
            from: try RosterAPI.Failure.instant(request.from, parameter: "from") as Instant?,
            until: try RosterAPI.Failure.instant(request.until, parameter: "until") as Instant?,
            series: try Self.series(request.series), note: request.note, deputy: request.deputy,
            override: Override(request.override, request.reason), isDryRun: request.dryRun ?? false)
        return try await entered(caller) { requester throws(RosterRefusal) in
            try await switchboard.change(id, wish, by: requester)
        }
    }

    package func listRequests(
        _ request: RosterAPI.ListRequests, _ caller: VarlinkCaller<RosterAPI.ListRequests>
    ) async throws(RosterAPI.Failure) -> RosterAPI.ListRequests.Reply {
        let requester = await identify(caller.peer)
        do throws(RosterRefusal) {
            let requests = try await switchboard.requests(by: requester)
            let (table, now) = (switchboard.table, now())
            return RosterAPI.ListRequests.Reply(
                requests: requests.map { RosterAPI.Request($0, in: table, at: now) })
        } catch {
            throw answer(error, requester, caller)
        }
    }

    package func approve(
        _ request: RosterAPI.Approve, _ caller: VarlinkCaller<RosterAPI.Approve>
    ) async throws(RosterAPI.Failure) -> RosterAPI.Approve.Reply {
        guard let id = AbsenceNumber.read(request.request) else { throw .invalidParameter("request") }
        return try await entered(caller) { requester throws(RosterRefusal) in
            try await switchboard.approve(
                id, deputy: ApprovalDeputy(request.deputy), override: Override(request.override, request.reason),
                by: requester)
        }
    }

    package func decline(
        _ request: RosterAPI.Decline, _ caller: VarlinkCaller<RosterAPI.Decline>
    ) async throws(RosterAPI.Failure) -> RosterAPI.Decline.Reply {
        guard let id = AbsenceNumber.read(request.request) else { throw .invalidParameter("request") }
        let decided = try await decided(caller) { requester throws(RosterRefusal) in
            try await switchboard.decline(id, why: request.why, by: requester)
        }
        return RosterAPI.Decline.Reply(request: decided.request, generation: decided.generation)
    }

    package func withdraw(
        _ request: RosterAPI.Withdraw, _ caller: VarlinkCaller<RosterAPI.Withdraw>
    ) async throws(RosterAPI.Failure) -> RosterAPI.Withdraw.Reply {
        guard let id = AbsenceNumber.read(request.request) else { throw .invalidParameter("request") }
        let decided = try await decided(caller) { requester throws(RosterRefusal) in
            try await switchboard.withdraw(id, by: requester)
        }
        return RosterAPI.Withdraw.Reply(request: decided.request, generation: decided.generation)
    }

    package func reopen(
        _ request: RosterAPI.Reopen, _ caller: VarlinkCaller<RosterAPI.Reopen>
    ) async throws(RosterAPI.Failure) -> RosterAPI.Reopen.Reply {
        guard let id = AbsenceNumber.read(request.request) else { throw .invalidParameter("request") }
        let requester = await identify(caller.peer)
        do throws(RosterRefusal) {
            let reopened = try await switchboard.reopen(id, by: requester)
            let table = switchboard.table
            return RosterAPI.Reopen.Reply(
                request: RosterAPI.Request(reopened.request, in: table, at: now()),
                deputyships: RosterAPI.Deputyship.messages(reopened.deputyships, in: table, for: requester) ?? [],
                generation: Int(clamping: reopened.generation))
        } catch {
            throw answer(error, requester, caller)
        }
    }

    private func decided<Request: VarlinkRequest>(
        _ caller: VarlinkCaller<Request>, _ change: (Requester) async throws(RosterRefusal) -> Switchboard.Decided
    ) async throws(RosterAPI.Failure) -> (request: RosterAPI.Request, generation: Int)
    where Request.Failure == RosterAPI.Failure {
        let requester = await identify(caller.peer)
        do throws(RosterRefusal) {
            let decided = try await change(requester)
            return (
                RosterAPI.Request(decided.request, in: switchboard.table, at: now()), Int(clamping: decided.generation)
            )
        } catch {
            throw answer(error, requester, caller)
        }
    }

    package func addDeputy(
        _ request: RosterAPI.AddDeputy, _ caller: VarlinkCaller<RosterAPI.AddDeputy>
    ) async throws(RosterAPI.Failure) -> RosterAPI.AddDeputy.Reply {
        let from: Instant = try RosterAPI.Failure.instant(request.from, parameter: "from")
        let until: Instant = try RosterAPI.Failure.instant(request.until, parameter: "until")
        let requester = await identify(caller.peer)
        do throws(RosterRefusal) {
            let added = try await switchboard.addDeputy(
                request.deputy, for: request.whom, client: request.client, from: from, until: until,
                note: request.note, isDryRun: request.dryRun ?? false, by: requester)
            return RosterAPI.AddDeputy.Reply(
                deputyship: RosterAPI.Deputyship(added.deputyship, in: switchboard.table, for: requester),
                changesNothing: added.needless != nil, load: added.overload?.percent,
                generation: Int(clamping: added.generation),
                why: added.needless.map { .init(word: $0.rawValue) },
                employedFrom: added.employedFrom.map(switchboard.table.clock.rfc3339))
        } catch {
            throw answer(error, requester, caller)
        }
    }

    package func listDeputies(
        _ request: RosterAPI.ListDeputies, _ caller: VarlinkCaller<RosterAPI.ListDeputies>
    ) async throws(RosterAPI.Failure) -> RosterAPI.ListDeputies.Reply {
        let requester = await identify(caller.peer)
        let table = switchboard.table
        guard requester.maySeeRoster(table) else { throw denied(.seeAbsences, requester, caller) }
        let now = now()
        let deputyships = table.roster.deputyships
            .filter { $0.interval.map { $0.end > now } ?? false }
            .sorted { ($0.start, $0.id) < ($1.start, $1.id) }
        // Which clients an agent has handed over is for those who may see pairs.
        let idle = requester.maySeeCoverage(table) ? Set(table.idleDeputyships(at: now).map(\.id)) : []
        return RosterAPI.ListDeputies.Reply(
            deputyships: deputyships.map { deputyship in
                var message = RosterAPI.Deputyship(deputyship, in: table, for: requester)
                message.idle = idle.contains(deputyship.id) ? true : nil
                return message
            })
    }

    package func cancelDeputy(
        _ request: RosterAPI.CancelDeputy, _ caller: VarlinkCaller<RosterAPI.CancelDeputy>
    ) async throws(RosterAPI.Failure) -> RosterAPI.CancelDeputy.Reply {
        guard let id = AbsenceNumber.read(request.deputyship) else { throw .invalidParameter("deputyship") }
        let requester = await identify(caller.peer)
        do throws(RosterRefusal) {
            let ended = try await switchboard.cancelDeputy(
                id, override: Override(request.override, request.reason), by: requester)
            let table = switchboard.table
            let told = AbsenceConsequences.messages(ended.opened, in: table)
            return RosterAPI.CancelDeputy.Reply(
                deputyship: RosterAPI.Deputyship(ended.deputyship, in: table, for: requester), gaps: told.gaps,
                moreClients: told.moreClients, generation: Int(clamping: ended.generation))
        } catch {
            throw answer(error, requester, caller)
        }
    }

    package func history(
        _ request: RosterAPI.History, _ caller: VarlinkCaller<RosterAPI.History>
    ) async throws(RosterAPI.Failure) -> RosterAPI.History.Reply {
        let absence = request.absence.map { AbsenceNumber.read($0) }
        if let absence, absence == nil { throw .invalidParameter("absence") }
        if let limit = request.limit, limit < 1 { throw .invalidParameter("limit") }
        if request.case != nil, request.caseReference != nil { throw .invalidParameter("case_reference") }
        let file = request.case.map { CaseName($0) } ?? request.caseReference.map { CaseName(reference: $0) }
        let since: Instant? = try RosterAPI.Failure.instant(request.since, parameter: "since")
        let wish = Switchboard.HistoryWish(
            agent: request.agent, client: request.client, absence: absence ?? nil, file: file, since: since,
            limit: request.limit ?? 200)
        let requester = await identify(caller.peer)
        do throws(RosterRefusal) {
            let lines = try await switchboard.history(wish, by: requester)
            let table = switchboard.table
            return RosterAPI.History.Reply(changes: lines.map { RosterAPI.Change($0, in: table, for: requester) })
        } catch {
            throw answer(error, requester, caller)
        }
    }
}

extension Override {
    /// Nil where a request asks for none.
    init?(_ flag: Bool?, _ reason: String?) {
        guard flag == true || reason != nil else { return nil }
        self.init(reason: reason)
    }
}
