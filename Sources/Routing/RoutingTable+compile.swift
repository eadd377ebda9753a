import Time

extension RoutingTable {
    static func compileAgents(
        _ directory: Directory, _ roster: Roster, _ clock: ServiceClock
    ) -> ContiguousArray<AgentEntry> {
        let absences = Dictionary(grouping: roster.absences, by: \.agent)
        return ContiguousArray(
            directory.agents.map { agent in
                let own = (absences[agent.id] ?? []).sorted { ($0.start, $0.id) < ($1.start, $1.id) }
                return AgentEntry(
                    agent: agent, hours: agent.hours.map { Schedule(clock: clock, hours: $0) },
                    absent: Timeline(own.compactMap(\.interval)), absences: own)
            })
    }

    static func compileClients(
        _ directory: Directory, _ clock: ServiceClock
    ) throws(CompileError) -> ContiguousArray<ClientEntry> {
        var positions: [AgentID: Int] = [:]
        for (index, agent) in directory.agents.enumerated() { positions[agent.id] = index }
        var schedules: [String: Schedule] = [:]
        for level in directory.levels {
            schedules[level.name] = Schedule(
                clock: clock, hours: level.hours, closedDays: level.closedDays, closures: level.closures)
        }
        let ring = directory.ring.wholeSeconds
        let overflow = OverflowTargets(directory.overflow)[.noAnswer]
        var pairs: [[Int]: PairTargets] = [:]
        func targets(_ primary: Int, _ backup: Int) -> PairTargets {
            if let known = pairs[[primary, backup]] { return known }
            let made = PairTargets(
                primary: directory.agents[primary], backup: directory.agents[backup], ring: ring, overflow: overflow)
            pairs[[primary, backup]] = made
            return made
        }
        var entries: ContiguousArray<ClientEntry> = []
        entries.reserveCapacity(directory.clients.count)
        for client in directory.clients {
            guard let primary = positions[client.pair.primary] else {
                throw .unknownAgent(client.pair.primary, of: client.id)
            }
            guard let backup = positions[client.pair.backup] else {
                throw .unknownAgent(client.pair.backup, of: client.id)
            }
            guard let service = schedules[client.agreement.level] else {
                throw .unknownLevel(client.agreement.level, of: client.id)
            }
            // The last day is part of the term.
            let end = client.agreement.end.map { clock.instant($0.advanced(by: 1), .startOfDay) }
            entries.append(
                ClientEntry(
                    client: client, primary: primary, backup: backup, targets: targets(primary, backup),
                    start: clock.instant(client.agreement.start, .startOfDay), end: end ?? .latest, service: service))
        }
        return entries
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
