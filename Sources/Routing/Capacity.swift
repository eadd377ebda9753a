package import Time

/// How many clients an agent may be coupled to, both roles counted.
///
/// A large client weighs 1/`large`, a small one 1/`small`; the sum may not exceed 1.
package struct Capacity: Hashable, Sendable {
    package let large: Int
    package let small: Int

    /// At least one of each and at most 1,000.
    package init(large: Int = 3, small: Int = 6) {
        self.large = min(max(large, 1), 1_000)
        self.small = min(max(small, 1), 1_000)
    }

    /// What so many clients weigh: 1 is full.
    package func load(large largeClients: Int, small smallClients: Int) -> Load {
        Load(share: largeClients * small + smallClients * large, whole: large * small)
    }

    /// A part of an agent's capacity, as an exact fraction.
    package struct Load: Hashable, Sendable {
        package let share: Int
        package let whole: Int

        package var isExceeded: Bool { share > whole }
        /// Rounded to whole percents.
        package var percent: Int { (share * 200 + whole) / (whole * 2) }
    }

    /// The load of each agent who is in a pair.
    ///
    /// - Parameter day: On which the pairs count, handovers included; nil: as the files name them first.
    package func loads(of clients: [Client], on day: CalendarDay? = nil) -> [AgentID: Load] {
        var counts: [AgentID: (large: Int, small: Int)] = [:]
        for client in clients {
            let pair = day.map(client.pair) ?? client.pair
            for agent in [pair.primary, pair.backup] {
                switch client.size {
                case .large: counts[agent, default: (0, 0)].large += 1
                case .small: counts[agent, default: (0, 0)].small += 1
                }
            }
        }
        return counts.mapValues { load(large: $0.large, small: $0.small) }
    }
}
