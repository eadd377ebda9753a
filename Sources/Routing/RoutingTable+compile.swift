import Time

extension RoutingTable {
    static func compileAgents(_ directory: Directory, _ roster: Roster, _ clock: ServiceClock) -> SharedList<AgentEntry>
    {
        SharedList(
            directory.agents.lazy.map { agent in
                AgentEntry(
                    agent: agent, hours: agent.hours.map { Schedule(clock: clock, hours: $0) },
                    absences: inOrder(roster.absences.of(agent.id)), clock: clock)
            })
    }

    /// Only those whose absences are others are compiled anew.
    static func compileAgents(
        _ changed: Set<AgentID>, of table: RoutingTable, _ roster: Roster
    ) -> SharedList<AgentEntry> {
        changed.reduce(into: table.agents) { compile($1, roster.absences.of($1), of: table, into: &$0) }
    }

    /// Only one, with these absences.
    static func compileAgents(
        _ agent: AgentID, _ absences: [Absence], of table: RoutingTable
    ) -> SharedList<AgentEntry> {
        var agents = table.agents
        compile(agent, absences, of: table, into: &agents)
        return agents
    }

    private static func compile(
        _ agent: AgentID, _ absences: [Absence], of table: RoutingTable, into agents: inout SharedList<AgentEntry>
    ) {
        guard let position = table.position(of: agent) else { return }
        let known = agents[position]
        agents[position] = AgentEntry(
            agent: known.agent, hours: known.hours, absences: inOrder(absences), clock: table.clock)
    }

    private static func inOrder(_ absences: [Absence]) -> [Absence] {
        absences.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
    }

    static func compileClients(
        _ directory: Directory, _ positions: Positions, _ clock: ServiceClock
    ) throws(CompileError) -> ContiguousArray<ClientEntry> {
        var schedules: [String: Schedule] = [:]
        for level in directory.settings.levels {
            schedules[level.name] = Schedule(
                clock: clock, hours: level.hours, closedDays: level.closedDays, closures: level.closures)
        }
        var pairs = PairCompiler(directory, positions.agents)
        var entries: ContiguousArray<ClientEntry> = []
        entries.reserveCapacity(directory.clients.count)
        for (position, client) in directory.clients.enumerated() {
            guard let service = schedules[client.agreement.level] else {
                throw .unknownLevel(client.agreement.level, of: client.id)
            }
            // The last day is part of the term.
            let end = client.agreement.end.map { clock.instant($0.advanced(by: 1), .startOfDay) }
            entries.append(
                ClientEntry(
                    client: client, position: position, firstPair: try pairs.entry(client.pair, of: client),
                    laterPairs: try pairs.later(of: client, clock),
                    start: clock.instant(client.agreement.start, .startOfDay), end: end ?? .latest, service: service))
        }
        return entries
    }

    /// An owner whom the directory does not have, which no good directory names, owns nothing.
    static func compileExclusive(_ directory: Directory, _ positions: Positions) -> [ExclusiveEntry] {
        directory.settings.exclusiveNumbers.map { exclusive in
            let owner = exclusive.owner.flatMap { positions.clients[$0.client] }
            return ExclusiveEntry(number: exclusive.number, owner: owner.map { Int32(truncatingIfNeeded: $0) })
        }
    }

    /// Contacts come before single numbers, so that a number which is both names the contact.
    static func compileNumbers(_ directory: Directory) -> (NumberTable, ContiguousArray<NumberOwner>) {
        var owners: ContiguousArray<NumberOwner> = []
        var singles: [(number: PhoneNumber, entry: NumberTable.EntryID)] = []
        var blocks: [(block: NumberBlock, entry: NumberTable.EntryID)] = []
        func add(_ block: NumberBlock, _ owner: NumberOwner) {
            let entry = NumberTable.EntryID(owners.count)
            owners.append(owner)
            if case .single(let number) = block {
                singles.append((number, entry))
            } else {
                blocks.append((block, entry))
            }
        }
        for (position, client) in directory.clients.enumerated() {
            for (index, contact) in client.contacts.enumerated() {
                guard let mobile = contact.mobile else { continue }
                add(mobile.block, NumberOwner(client: UInt32(position), index: UInt32(index), isContact: true))
            }
        }
        for (position, client) in directory.clients.enumerated() {
            for (index, number) in client.numbers.enumerated() {
                add(number.block, NumberOwner(client: UInt32(position), index: UInt32(index), isContact: false))
            }
        }
        return (NumberTable(singles: singles, blocks: blocks), owners)
    }
}

/// Makes one entry of each pair, for all clients that have it and ring for as long.
private struct PairCompiler {
    private struct Key: Hashable {
        let pair: Pair
        let ring: Int
    }

    private let directory: Directory
    private let positions: [AgentID: Int]
    private let overflow: [Target]
    private var entries: [Key: PairEntry] = [:]

    init(_ directory: Directory, _ positions: [AgentID: Int]) {
        self.directory = directory
        self.positions = positions
        overflow = OverflowTargets(directory.settings.overflow)[.noAnswer]
    }

    mutating func entry(_ pair: Pair, of client: Client) throws(CompileError) -> PairEntry {
        let ring = (client.ring ?? directory.settings.ring).wholeSeconds
        let key = Key(pair: pair, ring: ring)
        if let known = entries[key] { return known }
        var posts: [Post] = []
        for (role, agent) in pair.posts {
            guard let position = positions[agent] else { throw .unknownAgent(agent, of: client.id) }
            // A pair of one and the same person, which no good directory has, rings once.
            if !posts.contains(where: { $0.agent == position }) { posts.append(Post(role: role, agent: position)) }
        }
        let made = PairEntry(posts, of: directory.agents, ring: ring, overflow: overflow)
        entries[key] = made
        return made
    }

    mutating func later(of client: Client, _ clock: ServiceClock) throws(CompileError) -> [ClientEntry.PairTerm] {
        let starts = client.handovers.map { clock.instant($0.from, .startOfDay) }
        var terms: [ClientEntry.PairTerm] = []
        for (index, handover) in client.handovers.enumerated() {
            let until = starts.dropFirst(index + 1).first ?? .latest
            terms.append(
                ClientEntry.PairTerm(from: starts[index], until: until, pair: try entry(handover.pair, of: client)))
        }
        return terms
    }
}
