package import Time

/// What an agent carries, and is to carry as pairs and deputies change.
package struct CapacityOutlook: Sendable {
    package struct Change: Sendable, Equatable {
        /// From when on.
        package let from: Instant
        package let load: AgentLoad
    }

    package let agent: Agent
    /// As it is at the beginning.
    package let load: AgentLoad
    /// In order; each is another load than the one before.
    package let changes: [Change]
    /// How many large clients more fit all the time; none with an agent who leaves meanwhile, or has left.
    package let roomForLarge: Int
    /// How many small clients more fit all the time, instead of large ones.
    package let roomForSmall: Int

    /// Whether the agent carries more than fits, now or later.
    package var isExceeded: Bool { load.load.isExceeded || changes.contains { $0.load.load.isExceeded } }
}

extension RoutingTable {
    /// How far ahead loads are looked at.
    package static let capacityOutlook = Milliseconds.days(371)

    /// What each agent carries from an instant on, in the table's order.
    package func capacityOutlook(from instant: Instant) -> [CapacityOutlook] {
        let now = agentLoads(at: instant)
        var last = now
        var changes: [[CapacityOutlook.Change]] = Array(repeating: [], count: agents.count)
        var peaks = now.map(\.load)
        for instant in loadChanges(after: instant, until: instant.advanced(by: Self.capacityOutlook)) {
            let loads = agentLoads(at: instant)
            for index in agents.indices where loads[index] != last[index] {
                changes[index].append(CapacityOutlook.Change(from: instant, load: loads[index]))
                if loads[index].load.share > peaks[index].share { peaks[index] = loads[index].load }
            }
            last = loads
        }
        let capacity = directory.settings.capacity
        let lastDay = clock.day(of: instant.advanced(by: Self.capacityOutlook))
        return agents.indices.map { index in
            let agent = agents[index].agent
            let stays = agent.employment.until.map { $0 >= lastDay } ?? true
            return CapacityOutlook(
                agent: agent, load: now[index], changes: changes[index],
                roomForLarge: stays ? peaks[index].room(for: capacity.load(of: .large)) : 0,
                roomForSmall: stays ? peaks[index].room(for: capacity.load(of: .small)) : 0)
        }
    }

    /// When somebody's load may become another: a pair takes over, an agreement ends, a deputyship begins or ends.
    private func loadChanges(after instant: Instant, until end: Instant) -> [Instant] {
        let pairs = clients.flatMap { entry in entry.laterPairs.map(\.from) + [entry.end] }
        let deputyships = roster.deputyships.compactMap(\.interval).flatMap { [$0.start, $0.end] }
        return Set(pairs + deputyships).filter { instant < $0 && $0 <= end }.sorted()
    }
}

extension Capacity.Load {
    /// How often a load fits into what is left.
    func room(for other: Capacity.Load) -> Int {
        other.share > 0 ? max(whole - share, 0) / other.share : 0
    }
}
