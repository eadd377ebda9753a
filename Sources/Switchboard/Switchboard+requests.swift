import Logging
import Records
package import Routing
import Time

extension Switchboard {
    /// A request that was decided.
    package struct Decided: Sendable {
        package let request: LeaveRequest
        /// The id of one whom the directory does not have.
        package let agentName: String
        package let generation: UInt64
    }

    /// Keeps leave that the guard refuses as a request.
    func request(
        _ new: NewAbsence, of agent: Agent, deputy: AgentID?, _ looked: GuardedLeave, isDryRun: Bool,
        at instant: Instant, by requester: Requester
    ) async throws(RosterRefusal) -> Entered {
        guard new.start > instant else { throw .requestHasBegun }
        let waiting = table.roster.requests.first {
            $0.leave.agent == agent.id && $0.isWaiting(at: instant) && $0.leave.start == new.start
                && $0.leave.end == new.end && $0.leave.series == new.series
        }
        if let waiting { throw .alreadyAsked(waiting.id) }
        guard !isDryRun else {
            let leave = new.numbered(0, by: requester.user, at: instant)
            return Entered(
                absence: leave, agent: agent, consequences: looked.consequences, generation: table.generation,
                isRequest: true, overlapping: overlappingRequests(leave, at: instant))
        }
        let made = try await write(
            RosterWriting(by: requester.user, at: instant, [.request(new, deputy: deputy)])
        ) { _, numbers in
            let leave = new.numbered(numbers.first ?? 0, by: requester.user, at: instant)
            let about = Event.About(agent: agent.id, absence: leave.id, start: leave.start, end: leave.end)
            return (leave, [NewEvent(.requestWaiting, at: instant, about)])
        }
        let (leave, generation) = (made.value, made.generation)
        logger.report(
            .leaveRequested,
            "\(agent.name) asks to be away when that leaves clients without anybody: request \(leave.id)",
            requester.fields.merging(
                ["agent": "\(agent.id)", "absence": "\(leave.id)", "generation": "\(generation)"]) { own, _ in own })
        return Entered(
            absence: leave, agent: agent, consequences: looked.consequences, generation: generation, isRequest: true,
            overlapping: overlappingRequests(leave, at: instant))
    }

    /// Requests for leave that is not over, and what became of them: all for managers, an agent's own.
    package func requests(by requester: Requester) async throws(RosterRefusal) -> [LeaveRequest] {
        let own = requester.agent(in: table)?.agent.id
        guard requester.isManager || own != nil else { throw .notAllowed(.seeRequests) }
        let instant = now()
        do throws(LedgerError) {
            let all = try await consult { roster throws(LedgerError) in try roster.requests(from: instant) }
            return requester.isManager ? all : all.filter { $0.leave.agent == own }
        } catch {
            throw .ledger(error)
        }
    }

    /// Makes leave of a request. What it opens is looked at again, with what is known by now.
    package func approve(
        _ id: Int64, deputy wish: ApprovalDeputy, override: Override?, by requester: Requester
    ) async throws(RosterRefusal) -> Entered {
        try await change { () throws(RosterRefusal) in
            guard requester.isManager else { throw .notAllowed(.manageRequests) }
            let (instant, before) = (now(), table)
            let request = try await waiting(id)
            guard !request.hasLapsed(at: instant) else { throw .notWaiting(request) }
            guard let agent = table.agent(request.leave.agent)?.agent else {
                throw .unknownAgent(request.leave.agent.description, known: table.agents.map(\.agent.id.description))
            }
            let overlaps = Overlaps(
                request.leave, before.roster.absences.of(agent.id), at: instant, before.clock)
            if let covering = overlaps.covering { throw .alreadyAway(covering, agent) }
            let deputy = try deputy(wish.id(askedFor: request.deputy?.description), for: agent.id)
            let looked = looked(at: request.leave, deputy: deputy, at: instant, deciding: id)
            let opens = !looked.consequences.opened.isEmpty
            if opens, override == nil { throw .opensGaps(looked.consequences, of: agent) }
            let written = try await write(
                RosterWriting(
                    by: requester.user, at: instant, why: opens ? override?.kept : nil,
                    overlaps.inside.map { .end($0.id) } + [.approve(id)] + looked.deputyships.map { .depute($0) }),
                of: agent, looked.deputyships
            ) { _ in request.leave }
            if !overlaps.inside.isEmpty { lastEnding = max(lastEnding, instant) }
            var entered = written.entered(replaced: overlaps.inside)
            entered.needsDeputy = looked.needsDeputy
            entered.needsOverride = override == nil ? nil : opens
            reportDecision("approved", request, agent.name, written.generation, by: requester)
            report(entered, by: requester)
            return entered
        }
    }

    package func decline(_ id: Int64, why: String, by requester: Requester) async throws(RosterRefusal) -> Decided {
        try await change { () throws(RosterRefusal) in
            guard requester.isManager else { throw .notAllowed(.manageRequests) }
            guard why.contains(where: { !$0.isWhitespace }) else { throw .whyMissing }
            try check(note: why)
            return try await decide(id, .decline(id), "declined", why: why, by: requester)
        }
    }

    package func withdraw(_ id: Int64, by requester: Requester) async throws(RosterRefusal) -> Decided {
        try await change { () throws(RosterRefusal) in
            guard requester.maySeeRoster(table) else { throw .notAllowed(.changeAvailability) }
            let table = table
            _ = try await waiting(id) { request in
                table.agent(request.leave.agent).map { requester.mayChange($0.agent) } ?? requester.isManager
            }
            return try await decide(id, .withdraw(id), "withdrawn", why: nil, by: requester)
        }
    }

    private func decide(
        _ id: Int64, _ step: RosterWriting.Step, _ word: String, why: String?, by requester: Requester
    ) async throws(RosterRefusal) -> Decided {
        let (request, instant, user) = (try await waiting(id), now(), requester.user)
        guard !request.hasLapsed(at: instant) else { throw .notWaiting(request) }
        let generation = try await write(
            RosterWriting(by: user, at: instant, why: why, [step])
        ).generation
        let state: LeaveRequest.State =
            if let why { .declined(by: user, at: instant, why: why) } else { .withdrawn(by: user, at: instant) }
        let name = table.agent(request.leave.agent)?.agent.name ?? request.leave.agent.description
        reportDecision(word, request, name, generation, by: requester)
        return Decided(
            request: LeaveRequest(leave: request.leave, deputy: request.deputy, state: state), agentName: name,
            generation: generation)
    }

    /// - Parameter isOwn: Whether the requester may know of it; what became of another's he is not told either.
    private func waiting(
        _ id: Int64, _ isOwn: (LeaveRequest) -> Bool = { _ in true }
    ) async throws(RosterRefusal) -> LeaveRequest {
        let waiting = table.roster.requests.first { $0.id == id }
        var decided: LeaveRequest?
        if waiting == nil {
            let all = try? await consult { roster throws(LedgerError) in try roster.requests(from: .earliest) }
            decided = all?.first { $0.id == id }
        }
        guard let request = waiting ?? decided else { throw .unknownRequest(id) }
        guard isOwn(request) else { throw .notAllowed(.changeAvailability) }
        guard waiting != nil else { throw .notWaiting(request) }
        return request
    }

    private func reportDecision(
        _ word: String, _ request: LeaveRequest, _ name: String, _ generation: UInt64, by requester: Requester
    ) {
        logger.report(
            .requestDecided, "Request \(request.id) of \(name) was \(word) by \(requester.user)",
            requester.fields.merging(
                ["agent": "\(request.leave.agent)", "absence": "\(request.id)", "generation": "\(generation)"]
            ) { own, _ in own })
    }
}
