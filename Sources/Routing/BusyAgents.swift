/// The agents who are on a Major Accounts call, or whose phone rings for one, at the moment.
package struct BusyAgents: Sendable, Equatable {
    package static let nobody = BusyAgents()

    private var calls: [AgentID: Int] = [:]

    package init() {}

    /// How many agents are busy.
    package var count: Int { calls.count }

    package func contains(_ agent: AgentID) -> Bool {
        !calls.isEmpty && calls[agent] != nil
    }

    /// One call more for an agent.
    package mutating func add(_ agent: AgentID) {
        calls[agent, default: 0] += 1
    }

    /// One call less.
    package mutating func remove(_ agent: AgentID) {
        guard let count = calls[agent] else { return }
        calls[agent] = count > 1 ? count - 1 : nil
    }
}
