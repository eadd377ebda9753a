import Logging
import MajorAPI
import Records
import Routing
import Switchboard
import Time
import Varlink

extension ControlInterface {
    var rosterInterface: VarlinkInterface {
        VarlinkInterface(
            name: RosterAPI.interface, description: InterfaceTexts.roster,
            methods: [
                "Status": VarlinkMethod(status), "ListAbsences": VarlinkMethod(listAbsences),
                "ReportSick": VarlinkMethod(reportSick), "PlanLeave": VarlinkMethod(planLeave),
                "Pause": VarlinkMethod(pause), "Return": VarlinkMethod(comeBack), "Cancel": VarlinkMethod(cancel),
                "Give": VarlinkMethod(give), "Release": VarlinkMethod(release),
            ])
    }

    @Sendable private func reportSick(
        _ request: RosterAPI.Request, _ context: VarlinkContext
    ) async throws(VarlinkError) -> RosterAPI.Entered {
        let until = try instant(request.until, parameter: "until")
        return try await entered(context) { requester throws(RosterRefusal) in
            try await switchboard.reportSick(
                agent: request.agent, until: until, note: request.note, by: requester)
        }
    }

    @Sendable private func planLeave(
        _ request: RosterAPI.Request, _ context: VarlinkContext
    ) async throws(VarlinkError) -> RosterAPI.Entered {
        guard let from = try instant(request.from, parameter: "from") else { throw .invalidParameter("from") }
        guard let until = try instant(request.until, parameter: "until") else { throw .invalidParameter("until") }
        return try await entered(context) { requester throws(RosterRefusal) in
            try await switchboard.planLeave(
                agent: request.agent, from: from, until: until, note: request.note,
                override: request.override ?? false, by: requester)
        }
    }

    @Sendable private func pause(
        _ request: RosterAPI.Request, _ context: VarlinkContext
    ) async throws(VarlinkError) -> RosterAPI.Entered {
        guard let seconds = request.seconds else { throw .invalidParameter("seconds") }
        return try await entered(context) { requester throws(RosterRefusal) in
            try await switchboard.pause(
                agent: request.agent, for: .seconds(seconds), note: request.note, by: requester)
        }
    }

    @Sendable private func comeBack(
        _ request: RosterAPI.Request, _ context: VarlinkContext
    ) async throws(VarlinkError) -> RosterAPI.Returned {
        try await returned(context) { requester throws(RosterRefusal) in
            try await switchboard.comeBack(agent: request.agent, by: requester)
        }
    }

    @Sendable private func cancel(
        _ request: RosterAPI.Request, _ context: VarlinkContext
    ) async throws(VarlinkError) -> RosterAPI.Returned {
        guard let text = request.absence, let id = Int64(text) else { throw .invalidParameter("absence") }
        return try await returned(context) { requester throws(RosterRefusal) in
            try await switchboard.cancel(id, by: requester)
        }
    }

    @Sendable private func give(
        _ request: RosterAPI.Request, _ context: VarlinkContext
    ) async throws(VarlinkError) -> RosterAPI.Entered {
        guard let text = request.absence, let id = Int64(text) else { throw .invalidParameter("absence") }
        guard let agent = request.agent else { throw .invalidParameter("agent") }
        return try await entered(context) { requester throws(RosterRefusal) in
            try await switchboard.give(id, to: agent, by: requester)
        }
    }

    @Sendable private func release(
        _ request: RosterAPI.Request, _ context: VarlinkContext
    ) async throws(VarlinkError) -> RosterAPI.Released {
        let requester = await groups.requester(context.peer)
        do throws(RosterRefusal) {
            let released = try await switchboard.release(agent: request.agent, by: requester)
            return RosterAPI.Released(
                agent: released.agent.id.description, agentName: released.agent.name,
                calls: Self.messages(
                    released.calls, showsID: requester.mayReadWhy(released.agent), switchboard.table.clock))
        } catch {
            throw answer(error, requester, context)
        }
    }

    private func entered(
        _ context: VarlinkContext, _ change: (Requester) async throws(RosterRefusal) -> Switchboard.Entered
    ) async throws(VarlinkError) -> RosterAPI.Entered {
        let requester = await groups.requester(context.peer)
        do throws(RosterRefusal) {
            let entered = try await change(requester)
            let table = switchboard.table
            let told = AbsenceConsequences.messages(entered.consequences.gaps, table.clock)
            return RosterAPI.Entered(
                absence: RosterAPI.Absence(
                    entered.absence, in: table, showsWhy: requester.mayReadWhy(entered.agent)),
                away: entered.consequences.away.map {
                    RosterAPI.Away($0, in: table, showsWhy: requester.mayReadWhy(entered.agent))
                },
                takeovers: entered.consequences.takeoverMessages,
                gaps: told.gaps, moreClients: told.moreClients, generation: entered.generation)
        } catch {
            throw answer(error, requester, context)
        }
    }

    private func returned(
        _ context: VarlinkContext, _ change: (Requester) async throws(RosterRefusal) -> Switchboard.Returned
    ) async throws(VarlinkError) -> RosterAPI.Returned {
        let requester = await groups.requester(context.peer)
        do throws(RosterRefusal) {
            let returned = try await change(requester)
            let table = switchboard.table
            let agent = table.agent(returned.agent)?.agent
            return RosterAPI.Returned(
                agent: returned.agent.description, agentName: returned.agentName,
                ended: returned.ended.map {
                    RosterAPI.Absence($0, in: table, showsWhy: requester.mayReadWhy(agent))
                },
                away: returned.away.map {
                    RosterAPI.Away($0, in: table, showsWhy: requester.mayReadWhy(agent))
                }, generation: returned.generation)
        } catch {
            throw answer(error, requester, context)
        }
    }

    /// The one place where a refusal becomes an error of the interface.
    private func answer(
        _ refusal: RosterRefusal, _ requester: Requester, _ context: VarlinkContext
    ) -> VarlinkError {
        let clock = switchboard.table.clock
        func period(_ reason: String) -> VarlinkError {
            VarlinkError(name: RosterErrorName.invalidPeriod, parameters: ["reason": .string(reason)])
        }
        func note(_ reason: String) -> VarlinkError {
            VarlinkError(name: RosterErrorName.invalidNote, parameters: ["reason": .string(reason)])
        }
        switch refusal {
        case .notAllowed(let right): return denied(right, requester, context)
        case .unknownAgent(let agent, let known):
            return VarlinkError(
                name: RosterErrorName.unknownAgent,
                parameters: ["agent": .string(agent), "known": .array(known.map { .string($0) })])
        case .notAnAgent(let user):
            return VarlinkError(name: RosterErrorName.notAnAgent, parameters: ["user": .string(user)])
        case .unknownAbsence(let id):
            return VarlinkError(
                name: RosterErrorName.unknownAbsence, parameters: ["absence": .string(String(id))])
        case .absenceOver(let ended, let agentName):
            return VarlinkError(
                RosterErrorName.absenceOver,
                encoding: AbsenceOverMessage(
                    absence: String(ended.absence.id), agentName: agentName, cancelled: ended.absence.interval == nil,
                    at: clock.rfc3339(ended.at), by: ended.by, timeZone: clock.zone))
        case .notOrphaned(let id, let agent):
            return VarlinkError(
                name: RosterErrorName.notOrphaned,
                parameters: [
                    "absence": .string(String(id)), "agent": .string(agent.id.description),
                    "agent_name": .string(agent.name),
                ])
        case .notAbsent(let agent):
            return VarlinkError(
                name: RosterErrorName.notAbsent,
                parameters: ["agent": .string(agent.id.description), "agent_name": .string(agent.name)])
        case .notBusy(let agent):
            return VarlinkError(
                name: RosterErrorName.notBusy,
                parameters: ["agent": .string(agent.id.description), "agent_name": .string(agent.name)])
        case .endsBeforeStart(let start, let end) where start == end:
            return period("it has no length: it begins and ends on \(clock.local(start).spelled)")
        case .endsBeforeStart(let start, let end):
            return period(
                "it ends before it begins: from \(clock.local(start).spelled) until \(clock.local(end).spelledAsEnd)")
        case .endsInThePast(let end):
            return period("it is over already, since \(clock.local(end).spelledAsEnd)")
        case .pauseOutOfRange: return period("a pause lasts from a minute to a day; for longer, plan leave")
        case .leaveTooLong: return period("leave is planned for two years at the most")
        case .noteTooLong(let limit): return note("the note is longer than \(limit) bytes")
        case .noteNotShowable:
            return note("the note has line ends or control characters; write it on one line, as plain text")
        case .opensGaps(let consequences):
            let told = AbsenceConsequences.messages(consequences.opened, clock)
            return VarlinkError(
                RosterErrorName.opensGaps,
                encoding: GapsMessage(gaps: told.gaps, moreClients: told.moreClients, timeZone: clock.zone))
        case .ledger(let error):
            return VarlinkError(
                name: RosterErrorName.ledgerUnavailable, parameters: ["cause": .string("\(error)")])
        }
    }
}
