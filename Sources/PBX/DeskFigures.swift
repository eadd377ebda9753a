package import Routing

/// The daemon's counters as `INFO` shows them.
package struct DeskFigures: Sendable {
    package var version: String
    package var uptimeSeconds: Int
    /// The current routing table's generation.
    package var generation: UInt64
    /// Whether the service counts as degraded, as its status says: its files or its ledger cannot be used.
    package var isDegraded = false
    /// Whether the last good directory is in force because the files had errors at the start.
    package var isLastGood = false
    package var reloadsDone = 0
    package var reloadsRefused = 0
    package var clients: Int
    package var agents: Int
    /// Agents who are absent now.
    package var agentsAbsent: Int
    /// Clients with somebody of their pair available now.
    package var clientsCovered: Int
    /// Clients in service now with nobody of their pair available.
    package var clientsUncovered: Int
    /// How often each reason was given since the start; a reason that is missing counts 0.
    package var decisions: [Decision.Reason: Int]
    package var ledger = Ledger()

    /// How the ledger keeps up with calls.
    package struct Ledger: Sendable {
        package var isAvailable = true
        package var recordsWaiting = 0
        package var recordsDropped = 0
        /// The age of the oldest record that waits, in milliseconds.
        package var lag: Int64 = 0

        package init() {}
    }

    package init(
        version: String, uptimeSeconds: Int, generation: UInt64, clients: Int, agents: Int, agentsAbsent: Int,
        clientsCovered: Int, clientsUncovered: Int, decisions: [Decision.Reason: Int]
    ) {
        self.version = version
        self.uptimeSeconds = uptimeSeconds
        self.generation = generation
        self.clients = clients
        self.agents = agents
        self.agentsAbsent = agentsAbsent
        self.clientsCovered = clientsCovered
        self.clientsUncovered = clientsUncovered
        self.decisions = decisions
    }
}
