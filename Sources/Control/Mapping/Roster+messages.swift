import MajorAPI
import Routing
import Switchboard
import Time

// Domain types to messages of `org.majord.Roster`.

extension RosterAPI.Absence {
    /// - Parameters:
    ///   - showsWhy: Whether the reader may know why the agent is away. Who entered it when would tell a sickness from leave.
    ///   - now: After which the next occurrence of a series is looked for.
    init(_ absence: Absence, in table: RoutingTable, showsWhy: Bool, at now: Instant) {
        self.init(
            id: String(absence.id), agent: absence.agent.description,
            agentName: table.agent(absence.agent)?.agent.name ?? absence.agent.description,
            kind: showsWhy ? Kind(word: absence.kind.rawValue) : .away, from: table.clock.rfc3339(absence.start),
            until: absence.end.map(table.clock.rfc3339), enteredBy: showsWhy ? absence.enteredBy : nil,
            enteredAt: showsWhy ? table.clock.rfc3339(absence.enteredAt) : nil, note: showsWhy ? absence.note : nil,
            orphan: table.agent(absence.agent) == nil ? true : nil,
            series: absence.series.map { RosterAPI.Series($0, from: absence.start, table.clock) })
        if absence.series != nil, let next = absence.occurrence(from: now, table.clock) {
            (nextFrom, nextUntil) = (table.clock.rfc3339(next.start), table.clock.rfc3339(next.end))
        }
        source = showsWhy ? absence.origin?.source : nil
    }
}

extension RosterAPI.Away {
    init(_ away: Away, in table: RoutingTable, showsWhy: Bool, at now: Instant) {
        self.init(
            from: table.clock.rfc3339(away.interval.start), until: away.end.map(table.clock.rfc3339),
            absences: away.absences.map { RosterAPI.Absence($0, in: table, showsWhy: showsWhy, at: now) })
    }
}

extension AbsenceConsequences {
    var takeoverMessages: [RosterAPI.Takeover] {
        takeovers.map { takeover in
            RosterAPI.Takeover(
                client: takeover.client.client.id.description, clientName: takeover.client.client.name,
                agent: takeover.by?.id.description, agentName: takeover.by?.name, always: takeover.gaps.isEmpty,
                others: takeover.others.isEmpty ? nil : takeover.others.map(\.name),
                otherIds: takeover.others.isEmpty ? nil : takeover.others.map(\.id.description))
        }
    }

    /// One message for each stretch, at most `limit`: each client is there with the first ones, and the last of them counts the others.
    ///
    /// - Returns: Also how many clients are left out, where there are more than `limit`.
    static func messages(
        _ gaps: [ClientGap], in table: RoutingTable, limit: Int = 100
    ) -> (gaps: [RosterAPI.Gap], moreClients: Int?) {
        let clock = table.clock
        let asked = Set(table.roster.requests.map(\.id))
        let perClient = max(1, limit / max(1, gaps.count))
        // More than anybody reads, of very many agents.
        let standIns = 20
        let messages = gaps.prefix(limit).flatMap { gap in
            let intervals = gap.stretches
            let left = intervals.dropFirst(perClient)
            return intervals.prefix(perClient).enumerated().map { index, interval in
                let rest = index == perClient - 1 ? left.last : nil
                return RosterAPI.Gap(
                    client: gap.client.client.id.description, clientName: gap.client.client.name,
                    from: clock.rfc3339(interval.start), until: clock.rfc3339(interval.end),
                    standIns: gap.standIns.prefix(standIns).map(\.name), more: rest.map { _ in left.count },
                    moreUntil: rest.map { clock.rfc3339($0.end) },
                    standInIds: gap.standIns.prefix(standIns).map(\.id.description),
                    collisions: index > 0
                        ? nil
                        : gap.collisions.map {
                            RosterAPI.Collision(
                                $0, isRequest: asked.contains($0.id), during: interval, in: table)
                        }, goesOn: gap.goesOn && index == min(perClient, intervals.count) - 1 ? true : nil)
            }
        }
        return (messages, gaps.count > limit ? gaps.count - limit : nil)
    }
}

extension RosterAPI.AgentStatus {
    /// - Parameters:
    ///   - showsPhone: Whether the reader may know extensions.
    ///   - showsWhy: Whether he may know why this agent is away.
    init(
        _ entry: AgentEntry, at instant: Instant, busy: BusyAgents, calls: [RosterAPI.OngoingCall] = [],
        in table: RoutingTable, showsPhone: Bool,
        showsWhy: Bool
    ) {
        let state: State
        var until: Instant?
        switch table.availability(entry, at: instant, busy: busy) {
        case .available: state = .available
        case .busy: state = .busy
        case .outsideHours(let next): (state, until) = (.offHours, next)
        case .notEmployed(let from): (state, until) = (.notEmployed, from)
        case .absent(let absence, let end):
            (state, until) = (showsWhy ? State(word: absence.kind.rawValue) : .away, end)
        }
        self.init(
            id: entry.agent.id.description, name: entry.agent.name,
            extension: showsPhone ? entry.agent.phone.description : nil, state: state,
            until: until.map(table.clock.rfc3339), calls: calls,
            unreachable: busy.unreachableUntil(entry.agent.id, at: instant) == nil ? nil : true)
    }
}

extension RosterAPI.OngoingCall {
    /// - Parameters:
    ///   - showsID: Whether the reader may know which calls they are.
    ///   - mayReadOf: Whether he may know of which client.
    static func messages(
        _ calls: [OngoingCalls.Call]?, showsID: Bool, in table: RoutingTable, mayReadOf: (ClientID) -> Bool
    ) -> [Self] {
        (calls ?? []).map { call in
            let client = call.client.flatMap { mayReadOf($0) ? table.client($0)?.client : nil }
            return Self(
                since: table.clock.rfc3339(call.since), answered: call.isAnswered,
                call: showsID && !call.isElsewhere ? call.callID : nil, client: client?.id.description,
                clientName: client?.name)
        }
    }
}
