package import Time

/// What an agent carries at an instant: the clients for whom he stands, each in one role.
package struct AgentLoad: Sendable, Equatable {
    /// Clients by size.
    package struct Clients: Sendable, Equatable {
        package var large = 0
        package var small = 0
    }

    package fileprivate(set) var clients: [Role: Clients] = [:]
    /// All roles together.
    package fileprivate(set) var load: Capacity.Load
}

extension RoutingTable {
    /// What an agent carries at an instant, where that is more than the capacity allows.
    package func overload(of agent: AgentID, at instant: Instant) -> Capacity.Load? {
        zip(agents, agentLoads(at: instant)).first { $0.0.agent.id == agent }.map(\.1.load).flatMap {
            $0.isExceeded ? $0 : nil
        }
    }

    /// The load of each agent at an instant, in the table's order; clients whose agreement has ended weigh nothing.
    package func agentLoads(at instant: Instant) -> [AgentLoad] {
        let capacity = directory.settings.capacity
        var loads = agents.map { _ in AgentLoad(load: capacity.load(large: 0, small: 0)) }
        for entry in clients where entry.term(at: instant) != .ended {
            forEachCandidate(of: entry, at: instant) { agent, role in
                switch entry.client.size {
                case .large: loads[agent].clients[role, default: AgentLoad.Clients()].large += 1
                case .small: loads[agent].clients[role, default: AgentLoad.Clients()].small += 1
                }
                loads[agent].load = loads[agent].load.adding(capacity.load(of: entry.client.size))
            }
        }
        return loads
    }

    /// The same without how it comes about: every gap that a change opens asks for it.
    func loads(at instant: Instant) -> [Capacity.Load] {
        let capacity = directory.settings.capacity
        let (large, small) = (capacity.load(of: .large), capacity.load(of: .small))
        var loads = Array(repeating: capacity.load(large: 0, small: 0), count: agents.count)
        for entry in clients where entry.term(at: instant) != .ended {
            let own = entry.client.size == .large ? large : small
            forEachCandidate(of: entry, at: instant) { agent, _ in loads[agent] = loads[agent].adding(own) }
        }
        return loads
    }
}

extension Capacity {
    /// What one client weighs.
    package func load(of size: Client.Size) -> Load {
        load(large: size == .large ? 1 : 0, small: size == .small ? 1 : 0)
    }
}

extension Capacity.Load {
    /// Both together; they are parts of the same whole.
    package func adding(_ other: Capacity.Load) -> Capacity.Load {
        Capacity.Load(share: share + other.share, whole: whole)
    }
}
