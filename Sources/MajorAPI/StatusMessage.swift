/// How the service stands: the answer of `org.majord.Roster.Status`.
package struct StatusMessage: Codable, Sendable, Equatable {
    /// A call that keeps an agent's phone busy.
    package struct OngoingCall: Codable, Sendable, Equatable {
        package var since: String
        package var answered: Bool
        package var call: String?

        package init(since: String, answered: Bool, call: String?) {
            self.since = since
            self.answered = answered
            self.call = call
        }
    }

    package struct AgentStatus: Codable, Sendable, Equatable {
        package var id: String
        package var name: String
        package var phone: String?
        package var state: String
        package var until: String?
        package var calls: [OngoingCall]

        package init(
            id: String, name: String, phone: String?, state: String, until: String?, calls: [OngoingCall] = []
        ) {
            self.id = id
            self.name = name
            self.phone = phone
            self.state = state
            self.until = until
            self.calls = calls
        }

        enum CodingKeys: String, CodingKey {
            case id, name, state, until, calls
            case phone = "extension"
        }
    }

    package struct UncoveredClient: Codable, Sendable, Equatable {
        package var client: String
        package var clientName: String

        package init(client: String, clientName: String) {
            self.client = client
            self.clientName = clientName
        }

        enum CodingKeys: String, CodingKey {
            case client
            case clientName = "client_name"
        }
    }

    /// How a client stands: `covered`, `uncovered`, `closed` or `without_agreement`.
    package struct ClientStatus: Codable, Sendable, Equatable {
        package var client: String
        package var clientName: String
        package var state: String

        package init(client: String, clientName: String, state: String) {
            self.client = client
            self.clientName = clientName
            self.state = state
        }

        enum CodingKeys: String, CodingKey {
            case client, state
            case clientName = "client_name"
        }
    }

    /// A socket on which PBXs ask, or majorctl.
    package struct SocketStatus: Codable, Sendable, Equatable {
        /// `pbx`, `fastagi` or `control`.
        package var socket: String
        package var path: String?
        package var lastQuestion: String?
        package var mode: String?
        package var owner: String?
        package var group: String?
        package var trouble: String?

        package init(
            socket: String, path: String? = nil, lastQuestion: String? = nil, mode: String? = nil, owner: String? = nil,
            group: String? = nil, trouble: String? = nil
        ) {
            self.socket = socket
            self.path = path
            self.lastQuestion = lastQuestion
            self.mode = mode
            self.owner = owner
            self.group = group
            self.trouble = trouble
        }

        fileprivate var withoutLastQuestion: SocketStatus {
            var status = self
            status.lastQuestion = nil
            return status
        }

        enum CodingKeys: String, CodingKey {
            case socket, path, mode, owner, group, trouble
            case lastQuestion = "last_question"
        }
    }

    package var version: String
    package var timeZone: String
    package var now: String
    package var generation: UInt64
    package var clients: Int
    package var inService: Int
    package var closed: Int
    package var withoutAgreement: Int
    package var covered: Int
    package var uncovered: [UncoveredClient]
    package var agents: [AgentStatus]
    package var decisions: [String: Int]
    package var degraded: Bool
    package var troubles: [String]
    package var you: String?
    package var sockets: [SocketStatus]?
    package var clientStates: [ClientStatus]?

    package init(
        version: String, timeZone: String, now: String, generation: UInt64, clients: Int, inService: Int,
        closed: Int = 0,
        withoutAgreement: Int = 0, covered: Int,
        uncovered: [UncoveredClient], agents: [AgentStatus], decisions: [String: Int], degraded: Bool = false,
        troubles: [String],
        you: String?
    ) {
        self.version = version
        self.timeZone = timeZone
        self.now = now
        self.generation = generation
        self.clients = clients
        self.inService = inService
        self.closed = closed
        self.withoutAgreement = withoutAgreement
        self.covered = covered
        self.uncovered = uncovered
        self.agents = agents
        self.decisions = decisions
        self.degraded = degraded
        self.troubles = troubles
        self.you = you
    }

    /// Whether it says the same as another, apart from what every question and every second changes.
    package func saysTheSame(as other: StatusMessage) -> Bool {
        var (mine, its) = (self, other)
        its.now = mine.now
        its.decisions = mine.decisions
        mine.sockets = mine.sockets?.map { $0.withoutLastQuestion }
        its.sockets = its.sockets?.map { $0.withoutLastQuestion }
        return mine == its
    }

    /// Neither degraded, nor with a client without anybody.
    package var isGood: Bool { !degraded && uncovered.isEmpty }

    enum CodingKeys: String, CodingKey {
        case version, now, generation, clients, closed, covered, uncovered, agents, decisions, degraded, troubles, you,
            sockets
        case clientStates = "client_states"
        case timeZone = "time_zone"
        case inService = "in_service"
        case withoutAgreement = "without_agreement"
    }
}
