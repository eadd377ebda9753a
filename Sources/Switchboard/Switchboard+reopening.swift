import Logging
import Records
package import Routing
import Time

extension Switchboard {
    /// A request whose approval, or refusal, was taken back.
    package struct Reopened: Sendable {
        /// The one that waits now, with a number of its own.
        package let request: LeaveRequest
        package let agentName: String
        /// Who was to stand in, as it was.
        package let deputyships: [Deputyship]
        package let generation: UInt64
    }

    /// Takes a decision back, and the same waits again. Of an approval its leave, and whoever was to stand in with it, are cancelled; all of it is
    /// one change, so that nobody is away without a deputy meanwhile.
    package func reopen(_ id: Int64, by requester: Requester) async throws(RosterRefusal) -> Reopened {
        try await change { () throws(RosterRefusal) in
            guard requester.isManager else { throw .notAllowed(.manageRequests) }
            let instant = now()
            let (request, approved) = try await decided(id)
            let leave = approved == nil ? request.leave : try await changeable(id, at: instant, requester).0
            guard let agent = table.agent(leave.agent)?.agent else {
                throw .unknownAgent(leave.agent.description, known: table.agents.map(\.agent.id.description))
            }
            guard leave.start > instant else { throw .requestHasBegun }
            let same = table.roster.requests.map(\.leave).first {
                ($0.agent, $0.start, $0.end, $0.series) == (leave.agent, leave.start, leave.end, leave.series)
            }
            if let same { throw .alreadyAsked(same.id) }
            let deputyships = table.roster.deputyships.filter {
                $0.member == agent.id && $0.enteredAt == approved && ($0.interval.map { $0.end > instant } ?? false)
            }
            try checkNeedless(deputyships, without: leave, at: instant, by: requester)
            let new = NewAbsence(
                agent: agent.id, kind: leave.kind, start: leave.start, end: leave.end, series: leave.series,
                note: leave.note)
            let made = try await write(
                RosterWriting(
                    by: requester.user, at: instant,
                    (approved == nil ? [] : [.end(id)]) + deputyships.map { .endDeputyship($0.id) }
                        + [.request(new, deputy: request.deputy)])
            ) { _, numbers in
                let asked = new.numbered(numbers.first ?? 0, by: requester.user, at: instant)
                let about = Event.About(agent: agent.id, absence: asked.id, start: asked.start, end: asked.end)
                return (asked, [NewEvent(.requestWaiting, at: instant, about)])
            }
            if approved != nil { lastEnding = max(lastEnding, instant) }
            report(leave, isEnded: approved != nil, of: agent, made.value.id, made.generation, by: requester)
            for deputyship in deputyships {
                report(deputyship, .deputyEnded, "no longer stands in", made.generation, by: requester)
            }
            return Reopened(
                request: LeaveRequest(leave: made.value, deputy: request.deputy), agentName: agent.name,
                deputyships: deputyships, generation: made.generation)
        }
    }

    /// A request that was approved or declined; when it was approved.
    private func decided(_ id: Int64) async throws(RosterRefusal) -> (LeaveRequest, approved: Instant?) {
        guard !table.roster.requests.contains(where: { $0.id == id }) else { throw .alreadyAsked(id) }
        let all = try? await consult { roster throws(LedgerError) in try roster.requests(from: .earliest) }
        guard let request = all?.first(where: { $0.id == id }) else { throw .unknownRequest(id) }
        switch request.state {
        case .approved(_, let instant, _): return (request, instant)
        case .declined: return (request, nil)
        case .waiting, .withdrawn: throw .notWaiting(request)
        }
    }

    /// - Throws: Where a client would have nobody without one of them, the leave being gone.
    private func checkNeedless(
        _ deputyships: [Deputyship], without leave: Absence, at instant: Instant, by requester: Requester
    ) throws(RosterRefusal) {
        guard let first = deputyships.first else { return }
        let numbers = Set(deputyships.map(\.id))
        let before = Self.table(table, with: RosterWriting(by: requester.user, at: instant, [.end(leave.id)]), [])
        let left = before.roster.deputyships.map { numbers.contains($0.id) ? $0.ended(at: instant) : $0 }
        let start = max(deputyships.map(\.start).min() ?? instant, instant)
        let end = min(deputyships.map(\.end).max() ?? start, start.advanced(by: Self.longestLeave))
        guard let interval = Interval(from: start, until: end) else { return }
        let opened = before.guarded(left, of: Set(deputyships.map(\.deputy)), over: interval)
        guard opened.isEmpty else {
            throw .deputyIsNeeded(first, opened, deputyName: table.agent(first.deputy)?.agent.name)
        }
    }

    private func report(
        _ leave: Absence, isEnded: Bool, of agent: Agent, _ request: Int64, _ generation: UInt64,
        by requester: Requester
    ) {
        func fields(_ id: Int64) -> Logger.Metadata {
            requester.fields.merging(
                ["agent": "\(agent.id)", "absence": "\(id)", "generation": "\(generation)"]) { own, _ in own }
        }
        if isEnded {
            logger.report(
                .absenceEnded, "Absence \(leave.id) of \(agent.name) ended by \(requester.user)", fields(leave.id))
        }
        logger.report(
            .leaveRequested,
            "The \(isEnded ? "approval" : "refusal") of request \(leave.id) of \(agent.name) was taken back by \(requester.user): request \(request)",
            fields(request))
    }
}
