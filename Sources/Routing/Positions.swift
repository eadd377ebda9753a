/// Where the directory's agents and clients stand in the table's lists; those of the same directory share it.
struct Positions: Sendable {
    let agents: [AgentID: Int]
    let clients: [ClientID: Int]

    /// Of two with one identifier, whom no good directory has, the first counts.
    init(_ directory: Directory) {
        agents = Dictionary(directory.agents.enumerated().map { ($1.id, $0) }) { first, _ in first }
        clients = Dictionary(directory.clients.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }
}
