import MajorAPI
import Routing
import Time

// Forecasts to messages of `org.majord.Reports`.

/// Gathers clients' forecasts until they are worth a reply.
struct CoverageBatch {
    /// How long a reply of several becomes, about, in bytes.
    private static let enough = 256 * 1_024
    /// How long one reply may become: half of what `majorctl` takes.
    private static let limit = 8 * 1_024 * 1_024

    /// So many gaps are told with who could close them: more nobody reads, and each is looked for among all agents.
    private static let gapsLookedAt = 200
    private static let standIns = 20

    private let table: RoutingTable
    private let empty: ReportsAPI.Coverage.Reply
    private let hasDetails: Bool
    private var reply: ReportsAPI.Coverage.Reply
    /// Of the agents, whose names are in the reply.
    private var named: Set<AgentID> = []
    /// In bytes, about.
    private var length = 0
    private var gapsLookedAt = 0

    init(_ table: RoutingTable, _ period: ForecastPeriod, at now: Instant, details: Bool) {
        self.table = table
        hasDetails = details
        empty = ReportsAPI.Coverage.Reply(
            now: table.clock.rfc3339(now), timeZone: table.clock.zone, firstDay: "\(period.firstDay)",
            days: period.days, agentNames: [:], clients: [], uncovered: [],
            holidays: Self.holidays(in: period, table.directory.settings.levels))
        reply = empty
    }

    var isFull: Bool { length >= Self.enough }
    var isTooLong: Bool { length >= Self.limit }

    /// - Parameter isShown: Whether the reader may know more than who is uncovered.
    mutating func add(_ forecast: ClientForecast, showing isShown: Bool) {
        let client = forecast.client.client
        if !forecast.gaps.isEmpty {
            reply.uncovered.append(ReportsAPI.NamedClient(client: client.id.description, clientName: client.name))
            length += 60 + client.name.utf8.count
        }
        guard isShown else { return }
        let told = forecast.stretches.filter { hasDetails ? $0.state != .both : $0.state == .nobody }
        let stretches = told.map { stretch in
            let agents = table.agents(of: stretch)
            for agent in agents { name(agent.id) }
            let help = help(forecast.client, in: stretch)
            // What follows in service, were there anything, is another stretch.
            let goesOn =
                stretch.state == .nobody && stretch.interval == forecast.stretches.last?.interval
                && table.goesOn(stretch.interval, of: forecast.client)
            return ReportsAPI.CoverageStretch(
                state: ReportsAPI.CoverageStretch.State(word: stretch.state.rawValue),
                from: table.clock.rfc3339(stretch.interval.start), until: table.clock.rfc3339(stretch.interval.end),
                agents: agents.map(\.id.description), away: help?.away, standIns: help?.standIns,
                goesOn: goesOn ? true : nil)
        }
        let pairs = pairs(of: client)
        reply.clients.append(
            ReportsAPI.ClientCoverage(
                client: client.id.description, clientName: client.name, pairs: pairs,
                days: String(forecast.days.map(\.letter)), stretches: stretches))
        length += 160 + client.name.utf8.count + forecast.days.count + 80 * pairs.count + 130 * stretches.count
    }

    /// Who is away in a stretch with nobody, and who could stand in; nil for another stretch.
    private mutating func help(
        _ entry: ClientEntry, in stretch: CoverStretch
    ) -> (away: [String], standIns: [String])? {
        guard hasDetails, stretch.state == .nobody, gapsLookedAt < Self.gapsLookedAt else { return nil }
        gapsLookedAt += 1
        let gap = table.gap(entry, in: stretch)
        var away: [AgentID] = []
        for absence in gap.collisions where !away.contains(absence.agent) { away.append(absence.agent) }
        let standIns = gap.standIns.prefix(Self.standIns).map(\.id)
        for agent in away + standIns { name(agent) }
        length += 20 * (away.count + standIns.count)
        return (away.map(\.description), standIns.map(\.description))
    }

    /// What was gathered since the last one.
    mutating func take() -> ReportsAPI.Coverage.Reply {
        defer {
            reply = empty
            named = []
            length = 0
        }
        return reply
    }

    /// Nil where there are none.
    private static func holidays(
        in period: ForecastPeriod, _ levels: [ServiceLevel]
    ) -> [ReportsAPI.Holiday]? {
        let named = (0..<period.days).compactMap { index -> ReportsAPI.Holiday? in
            let day = period.firstDay.advanced(by: index)
            let name = levels.lazy.compactMap { $0.holidayNames[day] }.first
            return name.map { ReportsAPI.Holiday(day: "\(day)", name: String($0.prefix(80))) }
        }
        return named.isEmpty ? nil : named
    }

    /// The pair of today, and those that take over in the time of the forecast or later.
    private mutating func pairs(of client: Client) -> [ReportsAPI.CoveragePair] {
        let later = client.handovers.filter { "\($0.from)" > empty.firstDay }
        let current = client.handovers.last { "\($0.from)" <= empty.firstDay }?.pair ?? client.pair
        return ([(nil, current)] + later.map { ("\($0.from)", $0.pair) }).map { from, pair in
            name(pair.primary)
            name(pair.backup)
            return ReportsAPI.CoveragePair(
                from: from, primary: pair.primary.description, backup: pair.backup.description)
        }
    }

    private mutating func name(_ agent: AgentID) {
        guard named.insert(agent).inserted else { return }
        let name = table.agent(agent)?.agent.name ?? agent.description
        reply.agentNames[agent.description] = name
        length += 20 + name.utf8.count
    }
}

extension ForecastDay {
    /// As `ClientCoverage` has it.
    var letter: Character {
        switch self {
        case .served(.both): "b"
        case .served(.one): "o"
        case .served(.deputy): "d"
        case .served(.nobody): "n"
        case .closed: "-"
        case .noAgreement: " "
        }
    }
}

extension ReportsAPI.Capacity.Reply {
    init(_ table: RoutingTable, at now: Instant) {
        let capacity = table.directory.settings.capacity
        let end = now.advanced(by: RoutingTable.capacityOutlook)
        self.init(
            now: table.clock.rfc3339(now), timeZone: table.clock.zone, large: capacity.large, small: capacity.small,
            until: "\(table.clock.day(of: end))",
            agents: table.capacityOutlook(from: now).map { outlook in
                ReportsAPI.AgentCapacity(
                    agent: outlook.agent.id.description, agentName: outlook.agent.name,
                    percent: outlook.load.load.percent, exceeded: outlook.load.load.isExceeded,
                    roles: ReportsAPI.RoleLoad.all(outlook.load),
                    changes: outlook.changes.map { change in
                        ReportsAPI.LoadChange(
                            from: table.clock.rfc3339(change.from), percent: change.load.load.percent,
                            exceeded: change.load.load.isExceeded, roles: ReportsAPI.RoleLoad.all(change.load))
                    }, roomLarge: outlook.roomForLarge, roomSmall: outlook.roomForSmall)
            })
    }
}

extension ReportsAPI.RoleLoad {
    /// Roles with clients, in their order.
    fileprivate static func all(_ load: AgentLoad) -> [Self] {
        Role.allCases.compactMap { role in
            load.clients[role].map { Self(role: role.rawValue, large: $0.large, small: $0.small) }
        }
    }
}
