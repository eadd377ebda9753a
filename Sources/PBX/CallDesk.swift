package import Routing

/// The desk behind the sockets: all that a codec knows of the daemon.
///
/// Both closures run on the loop that serves every PBX: they neither wait nor take long.
package struct CallDesk: Sendable {
    /// Decides a call.
    package let route: @Sendable (RouteRequest) -> Result<RoutedCall, RouteRefusal>
    /// What `INFO` shows.
    package let figures: @Sendable () -> DeskFigures

    package init(
        route: @escaping @Sendable (RouteRequest) -> Result<RoutedCall, RouteRefusal>,
        figures: @escaping @Sendable () -> DeskFigures
    ) {
        self.route = route
        self.figures = figures
    }
}

/// The daemon's counters as `INFO` shows them.
package struct DeskFigures: Sendable {
    package var version: String
    package var uptimeSeconds: Int
    /// The current routing table's generation.
    package var generation: UInt64
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
