extension ReportsAPI {
    /// The reply of `org.majord.Reports.Figures`.
    package struct Figures: Codable, Sendable, Equatable {
        package var version: String
        /// RFC 3339, as are the other instants.
        package var started: String
        package var now: String
        package var secondsToReady: Double
        package var generation: UInt64
        package var degraded: Bool
        package var clients: Int
        package var inService: Int
        package var covered: Int
        package var uncovered: Int
        package var agents: Int
        package var agentsBusy: Int
        package var agentsAbsent: Int
        /// By `Decision.Reason`.
        package var decisions: [String: Int]
        /// By `ringing`, `answered`, `ended`.
        package var callEvents: [String: Int]
        /// By socket: `pbx`, `fastagi`.
        package var answers: [String: AnswerTimes]
        /// By socket: `pbx`, `fastagi`, `control`.
        package var connections: [String: Connections]
        package var ledger: Ledger
        /// By `done`, `refused`.
        package var reloads: [String: Int]
        package var lastReload: String?
        package var lastReloadResult: String?
        package var process: Process
        /// When the last question was answered, by socket; those over which none came since the start are missing.
        package var lastQuestions: [String: String]?
        /// How the sockets' files stand, by socket; those that are no files are missing.
        package var socketFiles: [String: SocketFile]?

        package init(
            version: String, started: String, now: String, secondsToReady: Double, generation: UInt64, degraded: Bool,
            clients: Int, inService: Int, covered: Int, uncovered: Int, agents: Int, agentsBusy: Int,
            agentsAbsent: Int, decisions: [String: Int], callEvents: [String: Int],
            answers: [String: AnswerTimes], connections: [String: Connections], ledger: Ledger, reloads: [String: Int],
            lastReload: String?, lastReloadResult: String?, process: Process
        ) {
            self.version = version
            self.started = started
            self.now = now
            self.secondsToReady = secondsToReady
            self.generation = generation
            self.degraded = degraded
            self.clients = clients
            self.inService = inService
            self.covered = covered
            self.uncovered = uncovered
            self.agents = agents
            self.agentsBusy = agentsBusy
            self.agentsAbsent = agentsAbsent
            self.decisions = decisions
            self.callEvents = callEvents
            self.answers = answers
            self.connections = connections
            self.ledger = ledger
            self.reloads = reloads
            self.lastReload = lastReload
            self.lastReloadResult = lastReloadResult
            self.process = process
        }

        enum CodingKeys: String, CodingKey {
            case version, started, now, generation, degraded, clients, covered, uncovered, agents, decisions
            case answers, connections, ledger, reloads, process
            case secondsToReady = "seconds_to_ready"
            case inService = "in_service"
            case agentsBusy = "agents_busy"
            case agentsAbsent = "agents_absent"
            case callEvents = "call_events"
            case lastReload = "last_reload"
            case lastQuestions = "last_questions"
            case socketFiles = "socket_files"
            case lastReloadResult = "last_reload_result"
        }
    }
}
