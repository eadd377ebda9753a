package import Time

/// Directory and roster compiled for looking up: immutable, numbered by a generation, replaced as a whole.
///
/// A class, so that the way of a call takes one reference and copies nothing.
package final class RoutingTable: Sendable {
    package let generation: UInt64
    package let directory: Directory
    package let roster: Roster
    package let clock: ServiceClock
    package let clients: ContiguousArray<ClientEntry>
    package let agents: SharedList<AgentEntry>
    let positions: Positions
    /// For each agent, the positions of the clients in whose pair he is or is to be.
    private let clientsOfAgents: [[Int]]
    /// Few, so that looking through them is faster than hashing.
    let exclusive: [ExclusiveEntry]
    let numbers: NumberTable
    let owners: ContiguousArray<NumberOwner>
    let learned: LearnedNumbers
    let overflowTargets: OverflowTargets
    let deputies: DeputyTable
    let cases: CaseTable

    /// Compiles a table from scratch.
    ///
    /// - Throws: A reference in the directory that leads nowhere; a directory without findings has none.
    package init(directory: Directory, roster: Roster, generation: UInt64) throws(CompileError) {
        let clock = ServiceClock(directory.settings.timeZone)
        let positions = Positions(directory)
        let agents = Self.compileAgents(directory, roster, clock)
        learned = LearnedNumbers(roster.learnedNumbers, directory, positions, clock)
        clients = Self.clients(try Self.compileClients(directory, positions, clock), of: directory, with: learned)
        var clientsOfAgents: [[Int]] = Array(repeating: [], count: agents.count)
        for (position, entry) in clients.enumerated() {
            for agent in Set(entry.pairs.flatMap(\.pair.posts).map(\.agent)) { clientsOfAgents[agent].append(position) }
        }
        self.clientsOfAgents = clientsOfAgents
        self.positions = positions
        deputies = DeputyTable(roster.deputyships, positions)
        cases = CaseTable(roster.cases, positions, pin: directory.settings.pin)
        (numbers, owners) = Self.compileNumbers(directory)
        exclusive = Self.compileExclusive(directory, positions)
        overflowTargets = OverflowTargets(directory.settings.overflow)
        self.agents = agents
        self.clock = clock
        self.directory = directory
        self.roster = roster
        self.generation = generation
    }

    /// The next table when only the roster has changed: the files' numbers and clients stay as they are compiled.
    ///
    /// - Parameter changed: Whose absences are others, where that is known; nil: perhaps everybody's.
    package convenience init(_ table: RoutingTable, roster: Roster, generation: UInt64, changed: Set<AgentID>? = nil) {
        let agents =
            if let changed {
                Self.compileAgents(changed, of: table, roster)
            } else {
                Self.compileAgents(table.directory, roster, table.clock)
            }
        self.init(table, roster: roster, generation: generation, agents: agents)
    }

    /// A table that is only looked at, in which an agent has other absences. Those of the roster are left as they are: of very many, a copy
    /// takes longer than all that is looked at.
    func looked(at absences: [Absence], of agent: AgentID, deputyships: [Deputyship]) -> RoutingTable {
        var roster = roster
        roster.deputyships = deputyships
        return RoutingTable(
            self, roster: roster, generation: generation, agents: Self.compileAgents(agent, absences, of: self))
    }

    /// A table that only decides, with other absences or cases than its roster has.
    func with(agents: SharedList<AgentEntry>? = nil, cases: CaseTable? = nil) -> RoutingTable {
        RoutingTable(
            self, roster: roster, generation: generation, agents: agents ?? self.agents, cases: cases ?? self.cases)
    }

    private init(
        _ table: RoutingTable, roster: Roster, generation: UInt64, agents: SharedList<AgentEntry>,
        cases: CaseTable? = nil
    ) {
        if roster.learnedNumbers == table.roster.learnedNumbers {
            (learned, clients) = (table.learned, table.clients)
        } else {
            learned = LearnedNumbers(roster.learnedNumbers, table.directory, table.positions, table.clock)
            clients = Self.clients(table.clients, of: table.directory, with: learned, insteadOf: table.learned)
        }
        (clientsOfAgents, positions) = (table.clientsOfAgents, table.positions)
        (numbers, owners, exclusive) = (table.numbers, table.owners, table.exclusive)
        overflowTargets = table.overflowTargets
        (clock, directory) = (table.clock, table.directory)
        self.agents = agents
        deputies =
            roster.deputyships == table.roster.deputyships
            ? table.deputies : DeputyTable(roster.deputyships, table.positions)
        let known = roster.cases == table.roster.cases ? table.cases : nil
        self.cases = cases ?? known ?? CaseTable(roster.cases, table.positions, pin: table.directory.settings.pin)
        self.roster = roster
        self.generation = generation
    }

    /// The compiled agent with this identifier.
    package func agent(_ id: AgentID) -> AgentEntry? {
        positions.agents[id].map { agents[$0] }
    }

    /// The clients in whose pair an agent is or is to be.
    package func clients(of agent: AgentID) -> [ClientEntry] {
        guard let index = position(of: agent) else { return [] }
        return clientsOfAgents[index].map { clients[$0] }
    }

    /// The positions of the clients in whose pair an agent is or is to be.
    func clientPositions(of agent: Int) -> [Int] { clientsOfAgents[agent] }
    func position(of agent: AgentID) -> Int? { positions.agents[agent] }

    /// The client with this identifier.
    package func client(_ id: ClientID) -> ClientEntry? {
        positions.clients[id].map { clients[$0] }
    }

    /// The agent whom a decision of this table considered.
    package func agent(_ candidate: Candidate) -> Agent {
        agents[Int(candidate.position)].agent
    }

    /// The agent who sits at a phone.
    package func agent(at phone: Extension) -> AgentEntry? {
        agents.first { $0.agent.phone == phone }
    }

    /// The agent whose availability a Unix user may change as his own.
    package func agent(ofUser user: String) -> AgentEntry? {
        agents.first { $0.agent.user == user }
    }
}

/// A reference in the directory that leads nowhere.
package enum CompileError: Error, Equatable {
    case unknownAgent(AgentID, of: ClientID)
    case unknownLevel(String, of: ClientID)
}

/// A client with everything about it that a decision needs.
package final class ClientEntry: Sendable {
    package let client: Client
    /// Among the table's clients.
    let position: Int
    /// The pair of the file, and those that take over from it.
    let firstPair: PairEntry
    let laterPairs: [PairTerm]
    /// The first instant of the agreement's term, and the first after it.
    let start: Instant
    let end: Instant
    /// The service level's hours.
    package let service: Schedule

    init(
        client: Client, position: Int, firstPair: PairEntry, laterPairs: [PairTerm], start: Instant, end: Instant,
        service: Schedule
    ) {
        self.client = client
        self.position = position
        self.firstPair = firstPair
        self.laterPairs = laterPairs
        self.start = start
        self.end = end
        self.service = service
    }

    /// The same client with other contacts.
    func with(_ client: Client) -> ClientEntry {
        ClientEntry(
            client: client, position: position, firstPair: firstPair, laterPairs: laterPairs, start: start, end: end,
            service: service)
    }

    /// Whether the agreement is in force at an instant.
    package func term(at instant: Instant) -> Term {
        instant < start ? .notStarted : instant < end ? .inForce : .ended
    }

    /// When service opens next; nil where the agreement ends before that.
    package func opens(after instant: Instant) -> Instant? {
        service.next(from: instant).flatMap { $0 < end ? $0 : nil }
    }
}

/// An agent with his availability compiled.
package final class AgentEntry: Sendable {
    package let agent: Agent
    /// The agent's own hours; nil: those of the client's level.
    let hours: Schedule?
    /// When he is employed; nil: never.
    let employed: Interval?
    /// One by one, in order of their starts, for explaining.
    package let absences: [Absence]
    /// Those of one stretch of time together, for deciding.
    private let absent: Timeline
    /// Those that come back.
    private let series: [Absence]
    private let clock: ServiceClock

    init(agent: Agent, hours: Schedule?, absences: [Absence], clock: ServiceClock) {
        self.agent = agent
        self.hours = hours
        self.absences = absences
        self.clock = clock
        employed = agent.employment.interval(clock)
        absent = Timeline(absences.filter { $0.series == nil }.compactMap(\.interval))
        series = absences.filter { $0.series != nil && $0.interval != nil }
    }

    /// How far the end of absences that follow each other without a break is looked for; what lasts longer has no end that anybody plans with.
    private static let lookAhead = Milliseconds.days(732)

    /// When the agent is back from whatever keeps him away at an instant, `.latest` where that is not known; nil where he is not away.
    func absenceEnd(at instant: Instant) -> Instant? {
        guard !series.isEmpty else { return absent.interval(at: instant)?.end }
        var end = instant
        while end < .latest, end.since(instant) <= Self.lookAhead {
            let next =
                absent.interval(at: end)?.end
                ?? series.lazy.compactMap { $0.occurrence(at: end, self.clock)?.end }.max()
            guard let next else { break }
            end = next
        }
        return end == instant ? nil : end
    }

    /// When the agent is away, of a stretch of time.
    func absences(over interval: Interval) -> Timeline {
        series.reduce(absent.intersection(Timeline(interval))) {
            $0.union($1.timeline(over: interval, clock))
        }
    }

    /// Why the agent cannot take a call at an instant, and until when (`.latest` where that is not known); nil where he can: the one rule
    /// that decisions, explanations and coverage share.
    func hindrance(at instant: Instant) -> (cause: Candidate.Hindrance, until: Instant)? {
        guard let employed, employed.contains(instant) else {
            return (.notEmployed, employed.map { instant < $0.start ? $0.start : .latest } ?? .latest)
        }
        if let end = absenceEnd(at: instant) { return (.absent, end) }
        if let hours, !hours.contains(instant) { return (.outsideHours, hours.next(from: instant) ?? .latest) }
        return nil
    }

    /// The same rule with the absence that it is.
    package func availability(at instant: Instant) -> Availability {
        guard let (cause, end) = hindrance(at: instant) else { return .available }
        return availability(cause, until: end == .latest ? nil : end, at: instant)
    }

    /// A hindrance with the absence that it is.
    func availability(_ hindrance: Candidate.Hindrance, until end: Instant?, at instant: Instant) -> Availability {
        switch hindrance {
        case .busy: return .busy
        case .outsideHours: return .outsideHours(next: end)
        case .notEmployed: return .notEmployed(from: end)
        case .absent:
            // Of several, the one that lasts longest is named.
            let current = absences.compactMap { absence in
                absence.occurrence(at: instant, clock).map { (absence, $0.end) }
            }
            return current.max { $0.1 < $1.1 }.map { .absent($0.0, until: end) } ?? .available
        }
    }

    /// When he is employed, of a stretch of time; nil: never.
    package func employed(during interval: Interval) -> Interval? {
        employed.flatMap { $0.intersection(interval) }
    }

    /// Whether he has no hours of his own, nothing planned, and is employed without an end in sight.
    var isAlwaysThere: Bool {
        hours == nil && absences.isEmpty && employed == Interval(from: .earliest, until: .latest)
    }

    /// Whether he is there at all of some times, which lie in a stretch of time: the same rule, without finding out when he is.
    func isThere(during times: Timeline, over stretch: Interval) -> Bool {
        guard let first = times.intervals.first, let last = times.intervals.last else { return true }
        guard let employed, employed.start <= first.start, last.end <= employed.end,
            absent.intersection(times).isEmpty
        else { return false }
        guard series.isEmpty || absences(over: stretch).intersection(times).isEmpty else { return false }
        return hours.map { times.subtracting($0.timeline(over: stretch)).isEmpty } ?? true
    }

    /// The same rule over an interval.
    func timeline(over interval: Interval) -> Timeline {
        guard let employed,
            let interval = Interval(from: max(interval.start, employed.start), until: min(interval.end, employed.end))
        else { return .never }
        let working = hours?.timeline(over: interval) ?? Timeline(interval)
        return working.subtracting(absences(over: interval))
    }
}
