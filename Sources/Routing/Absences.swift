/// The absences of a roster, gathered by agent: a change of one agent's copies his alone, and a copy of the whole shares all.
///
/// They come agent by agent, in the order of the agents' identifiers, and of one agent in the order in which they were entered.
package struct Absences: Hashable, Sendable {
    private struct Own: Hashable, Sendable {
        let agent: AgentID
        var list: [Absence]
    }

    /// Only agents who have any, by identifier.
    private var agents: [Own] = []
    package private(set) var count = 0

    package init(_ absences: some Sequence<Absence>) {
        let groups = Dictionary(grouping: absences, by: \.agent)
        agents = groups.map { Own(agent: $0, list: $1) }.sorted { $0.agent < $1.agent }
        count = agents.reduce(0) { $0 + $1.list.count }
    }

    /// An agent's.
    package func of(_ agent: AgentID) -> [Absence] {
        let place = place(of: agent)
        return place < agents.count && agents[place].agent == agent ? agents[place].list : []
    }

    package mutating func append(_ absence: Absence) {
        let place = place(of: absence.agent)
        if place == agents.count || agents[place].agent != absence.agent {
            agents.insert(Own(agent: absence.agent, list: []), at: place)
        }
        agents[place].list.append(absence)
        count += 1
    }

    package mutating func append(contentsOf absences: some Sequence<Absence>) {
        for absence in absences { append(absence) }
    }

    package mutating func removeAll(where isLeftOut: (Absence) -> Bool) {
        for place in agents.indices { agents[place].list.removeAll(where: isLeftOut) }
        agents.removeAll { $0.list.isEmpty }
        count = agents.reduce(0) { $0 + $1.list.count }
    }

    /// The one with a number.
    package func numbered(_ id: Int64) -> Absence? {
        index(of: id).map { self[$0] }
    }

    /// Changes the one with a number, where there is one; it may be another agent's since.
    package mutating func change(_ id: Int64, _ changed: (Absence) -> Absence) {
        guard let index = index(of: id) else { return }
        let (old, own) = (self[index], agents[index.agent].agent)
        let absence = changed(old)
        if absence.agent == own {
            agents[index.agent].list[index.offset] = absence
        } else {
            agents[index.agent].list.remove(at: index.offset)
            if agents[index.agent].list.isEmpty { agents.remove(at: index.agent) }
            count -= 1
            append(absence)
        }
    }

    /// Looks at numbers alone: copying each absence would cost more than finding it.
    private func index(of id: Int64) -> Index? {
        for agent in agents.indices {
            if let offset = agents[agent].list.indices.first(where: { agents[agent].list[$0].id == id }) {
                return Index(agent: agent, offset: offset)
            }
        }
        return nil
    }

    /// The place of an agent, or the one at which he would stand.
    private func place(of agent: AgentID) -> Int {
        var (low, high) = (0, agents.count)
        while low < high {
            let middle = (low + high) / 2
            if agents[middle].agent < agent { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Absences: BidirectionalCollection {
    package struct Index: Comparable, Sendable {
        fileprivate let agent: Int
        fileprivate let offset: Int

        package static func < (one: Index, other: Index) -> Bool {
            (one.agent, one.offset) < (other.agent, other.offset)
        }
    }

    package var startIndex: Index { Index(agent: 0, offset: 0) }
    package var endIndex: Index { Index(agent: agents.count, offset: 0) }

    package subscript(index: Index) -> Absence { agents[index.agent].list[index.offset] }

    package func index(after index: Index) -> Index {
        index.offset + 1 < agents[index.agent].list.count
            ? Index(agent: index.agent, offset: index.offset + 1) : Index(agent: index.agent + 1, offset: 0)
    }

    package func index(before index: Index) -> Index {
        index.offset > 0
            ? Index(agent: index.agent, offset: index.offset - 1)
            : Index(agent: index.agent - 1, offset: agents[index.agent - 1].list.count - 1)
    }
}

extension Absences: ExpressibleByArrayLiteral {
    package init(arrayLiteral absences: Absence...) {
        self.init(absences)
    }
}
