import MajorAPI
import Routing
import Switchboard
import Time

// Records of calls to messages of `org.majord.Calls`.

extension CallsAPI.Call {
    init(_ told: Switchboard.ToldCall, in table: RoutingTable) {
        let (record, clock) = (told.record, table.clock)
        let (decided, dialled, answer) = (record.decided, record.dialled, record.course.answer)
        let agent = answer?.agent ?? dialled?.agent
        let role: String? =
            if case .answered(let role) = told.outcome { role.rawValue } else { answer?.part?.word }
        self.init(
            call: record.callID, decision: decided?.id.description, at: clock.rfc3339(record.noted),
            outcome: told.outcome.word, client: record.client?.description,
            clientName: record.client.map { table.client($0)?.client.name ?? $0.description },
            contact: decided?.contact ?? dialled?.contact,
            caller: decided?.caller?.word ?? decided?.block ?? decided?.token.map(Self.forgotten),
            dialled: dialled?.number?.description ?? dialled?.token.map(Self.forgotten), reason: decided?.reason.word,
            role: role,
            agent: agent?.description, agentName: agent.map { table.agent($0)?.agent.name ?? $0.description },
            extension: answer?.phone.description,
            waited: answer.map { Double($0.instant.since(record.noted).count) / 1_000 },
            ended: record.course.end?.status.rawValue, endedAt: record.course.end.map { clock.rfc3339($0.instant) },
            missed: told.missed.map(String.init))
    }

    /// What stands in the place of a number that was forgotten.
    static func forgotten(_ token: String) -> String { "forgotten-\(token)" }
}

extension CallsAPI.CallDetails {
    init(
        _ told: Switchboard.ToldCall, version: (number: Int64, since: Instant)?, in table: RoutingTable
    ) {
        let (record, clock) = (told.record, table.clock)
        let (decided, course) = (record.decided, record.course)
        func name(_ agent: AgentID) -> String { table.agent(agent)?.agent.name ?? agent.description }
        self.init(
            call: CallsAPI.Call(told, in: table), action: decided?.action.rawValue,
            considered: decided?.candidates.map { one in
                CallsAPI.Considered(
                    agent: one.agent.description, agentName: name(one.agent), role: one.role.rawValue,
                    passedOver: one.hindrance?.rawValue, until: one.until.map(clock.rfc3339),
                    behind: one.behind.isEmpty ? nil : one.behind.words)
            } ?? [],
            targets: decided?.targets.map { target in
                CallsAPI.Target(
                    role: target.roleWord, extension: target.phone.description, agent: target.agent?.description,
                    agentName: target.agent.map(name), ring: target.ring)
            } ?? [], rang: course.rang.map(\.description), rangAt: course.firstRang.map(clock.rfc3339),
            answeredAt: course.answer.map { clock.rfc3339($0.instant) }, released: course.released.map(\.description),
            turns: Self.turns(course, clock, name),
            late: course.late, opens: decided?.opens.map(clock.rfc3339),
            generation: decided.map { Int(clamping: $0.generation) }, version: version.map { Int($0.number) },
            versionSince: version.map { clock.rfc3339($0.since) })
    }
}

extension CallsAPI.CallDetails {
    /// Who had the call one after the other, with who has it now; nobody where only one had it.
    private static func turns(
        _ course: CallRecord.Course, _ clock: ServiceClock, _ name: (AgentID) -> String
    ) -> [CallsAPI.Turn] {
        func turn(_ phone: Extension, _ agent: AgentID?, _ since: Instant, _ until: Instant?) -> CallsAPI.Turn {
            CallsAPI.Turn(
                extension: phone.description, agent: agent?.description, agentName: agent.map(name),
                since: clock.rfc3339(since), until: until.map(clock.rfc3339))
        }
        let before = course.turns.map { turn($0.phone, $0.agent, $0.since, $0.until) }
        guard let holding = course.holding, holding.isAnswered, !before.isEmpty || holding.phone != course.answer?.phone
        else { return before }
        return before + [turn(holding.phone, holding.agent, holding.since, nil)]
    }
}

extension CallsAPI.Missed {
    init(_ missed: MissedCall, in table: RoutingTable, at now: Instant) {
        let clock = table.clock
        let client = table.client(missed.client)?.client
        let pair = client?.pair(on: clock.day(of: now))
        let owners = pair.map { [$0.primary, $0.backup] } ?? []
        self.init(
            missed: String(missed.id), client: missed.client.description,
            clientName: client?.name ?? missed.client.description, contact: missed.contact,
            caller: missed.caller?.description ?? missed.token.map(CallsAPI.Call.forgotten), how: missed.how.rawValue,
            calls: missed.calls,
            first: clock.rfc3339(missed.first), last: clock.rfc3339(missed.last), due: missed.due.map(clock.rfc3339),
            overdue: missed.isOverdue(at: now), owners: owners.map(\.description),
            ownerNames: owners.map { table.agent($0)?.agent.name ?? $0.description }, attempts: missed.attempts,
            attempted: missed.attempted.map(clock.rfc3339), closedHow: missed.closing?.way.rawValue,
            closedBy: missed.closing?.by, closedAt: missed.closing.map { clock.rfc3339($0.at) },
            note: missed.closing?.note)
    }
}
