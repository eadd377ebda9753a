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
            learned = LearnedNumbers(
                roster.learnedNumbers, table.directory, table.positions, table.clock, before: table.learned)
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
