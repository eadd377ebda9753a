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
    package let agents: ContiguousArray<AgentEntry>
    /// For each agent, the positions of the clients in whose pair he is.
    private let clientsOfAgents: [[Int]]
    /// Few, so that looking through them is faster than hashing.
    let exclusive: [PhoneNumber]
    let numbers: NumberTable
    let owners: ContiguousArray<NumberOwner>
    let overflowTargets: OverflowTargets

    /// Compiles a table from scratch.
    ///
    /// - Throws: A reference in the directory that leads nowhere; a directory without findings has none.
    package init(directory: Directory, roster: Roster, generation: UInt64) throws(CompileError) {
        let clock = ServiceClock(directory.timeZone)
        let agents = Self.compileAgents(directory, roster, clock)
        clients = try Self.compileClients(directory, clock)
        var clientsOfAgents: [[Int]] = Array(repeating: [], count: agents.count)
        for (position, entry) in clients.enumerated() {
            clientsOfAgents[entry.primary].append(position)
            if entry.backup != entry.primary { clientsOfAgents[entry.backup].append(position) }
        }
        self.clientsOfAgents = clientsOfAgents
        (numbers, owners) = Self.compileNumbers(directory)
        exclusive = directory.exclusiveNumbers
        overflowTargets = OverflowTargets(directory.overflow)
        self.agents = agents
        self.clock = clock
        self.directory = directory
        self.roster = roster
        self.generation = generation
    }

    /// The next table when only the roster has changed: numbers and clients stay as they are compiled.
    package init(_ table: RoutingTable, roster: Roster, generation: UInt64) {
        clients = table.clients
        clientsOfAgents = table.clientsOfAgents
        numbers = table.numbers
        owners = table.owners
        exclusive = table.exclusive
        overflowTargets = table.overflowTargets
        clock = table.clock
        directory = table.directory
        agents = Self.compileAgents(table.directory, roster, table.clock)
        self.roster = roster
        self.generation = generation
    }

    /// The compiled agent with this identifier.
    package func agent(_ id: AgentID) -> AgentEntry? {
        agents.first { $0.agent.id == id }
    }

    /// The clients in whose pair an agent is.
    package func clients(of agent: AgentID) -> [ClientEntry] {
        guard let index = agents.firstIndex(where: { $0.agent.id == agent }) else { return [] }
        return clientsOfAgents[index].map { clients[$0] }
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
    /// Indices into the table's agents.
    let primary: Int
    let backup: Int
    /// The pair's phones.
    let targets: PairTargets
    /// The first instant of the agreement's term, and the first after it.
    let start: Instant
    let end: Instant
    /// The service level's hours.
    package let service: Schedule

    init(
        client: Client, primary: Int, backup: Int, targets: PairTargets, start: Instant, end: Instant,
        service: Schedule
    ) {
        self.client = client
        self.primary = primary
        self.backup = backup
        self.targets = targets
        self.start = start
        self.end = end
        self.service = service
    }

    /// Whether the agreement is in force at an instant.
    package func term(at instant: Instant) -> Term {
        instant < start ? .notStarted : instant < end ? .inForce : .ended
    }

    /// When service opens next; nil where the agreement ends before that.
    func opens(after instant: Instant) -> Instant? {
        service.next(from: instant).flatMap { $0 < end ? $0 : nil }
    }
}

/// An agent with his availability compiled.
package final class AgentEntry: Sendable {
    package let agent: Agent
    /// The agent's own hours; nil: those of the client's level.
    let hours: Schedule?
    /// All absences together, for deciding.
    let absent: Timeline
    /// One by one, in order of their starts, for explaining.
    package let absences: [Absence]

    init(agent: Agent, hours: Schedule?, absent: Timeline, absences: [Absence]) {
        self.agent = agent
        self.hours = hours
        self.absent = absent
        self.absences = absences
    }

    /// Whether the agent can take a call at an instant: the one rule that decisions, explanations and coverage share.
    package func availability(at instant: Instant) -> Availability {
        if let away = absent.interval(at: instant) {
            // Of several, the one that lasts longest is named.
            let current = absences.filter { $0.interval?.contains(instant) == true }
            if let longest = current.max(by: { ($0.end ?? .latest) < ($1.end ?? .latest) }) {
                return .absent(longest, until: away.end == .latest ? nil : away.end)
            }
        }
        if let hours, !hours.contains(instant) {
            return .outsideHours(next: hours.next(from: instant))
        }
        return .available
    }

    /// The same rule without the cause, for the way of a call.
    func isAvailable(at instant: Instant) -> Bool {
        !absent.contains(instant) && hours?.contains(instant) != false
    }

    /// The same rule over an interval.
    func timeline(over interval: Interval) -> Timeline {
        let working = hours?.timeline(over: interval) ?? Timeline(CollectionOfOne(interval))
        return working.subtracting(absent)
    }
}

/// Whose number an entry of the number table is.
struct NumberOwner: Sendable {
    /// Index into the table's clients.
    let client: UInt32
    /// Index into the client's contacts, or into the client's numbers.
    let index: UInt32
    let isContact: Bool
}

/// The overflow's target of each cause, ready to be put into a decision.
struct OverflowTargets: Sendable {
    private let targets: [[Target]]

    init(_ overflow: Overflow) {
        targets = Overflow.Cause.allCases.map { cause in
            [Target(role: .overflow, phone: overflow[cause], agent: nil, ring: 0)]
        }
    }

    subscript(cause: Overflow.Cause) -> [Target] {
        targets[cause.position]
    }
}

extension Overflow.Cause {
    fileprivate var position: Int {
        switch self {
        case .unknownCaller: 0
        case .anonymous: 1
        case .internal: 2
        case .agreementNotStarted: 3
        case .agreementEnded: 4
        case .closed: 5
        case .uncovered: 6
        case .noAnswer: 7
        case .busy: 8
        }
    }
}
