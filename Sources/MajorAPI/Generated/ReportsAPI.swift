// Made by scripts/generate-api from Sources/MajorAPI/Interfaces/org.majord.Reports.varlink: change that, and run `make generate`.

package import Varlink

/// What the service has done, how it stands, and how it is to be. Nobody's name and no phone number is in the figures (Metrics, Figures), so
/// everybody may read them; what is to be (Coverage, Capacity, Digest) and what was (Report) is told as each method says.
package enum ReportsAPI {
    package static let name = "org.majord.Reports"

    /// How long answers took, in seconds: counts has one entry more than bounds. The first entry counts the answers that took up to the
    /// first bound, each further one those above the bound before it and up to its own, the last one those above the last bound.
    package struct AnswerTimes: VarlinkMessage, Equatable {
        package var bounds: [Double]
        package var counts: [Int]
        package var sumSeconds: Double

        package init(
            bounds: [Double],
            counts: [Int],
            sumSeconds: Double
        ) {
            self.bounds = bounds
            self.counts = counts
            self.sumSeconds = sumSeconds
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.bounds = try members.value("bounds")
            self.counts = try members.value("counts")
            self.sumSeconds = try members.value("sum_seconds")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("bounds", self.bounds)
            json.member("counts", self.counts)
            json.member("sum_seconds", self.sumSeconds)
        }
    }

    /// The connections of one socket since the start, and current ones. Total includes the refused, which were too many at one time.
    /// Protocol errors and time-outs each ended a connection. Requests that were dropped without an answer: late ones had waited
    /// longer than their deadline, those of the gone had lost their peer.
    package struct Connections: VarlinkMessage, Equatable {
        package var current: Int
        package var total: Int
        package var refused: Int
        package var protocolErrors: Int
        package var timedOut: Int
        package var requestsLate: Int
        package var requestsGone: Int

        package init(
            current: Int,
            total: Int,
            refused: Int,
            protocolErrors: Int,
            timedOut: Int,
            requestsLate: Int,
            requestsGone: Int
        ) {
            self.current = current
            self.total = total
            self.refused = refused
            self.protocolErrors = protocolErrors
            self.timedOut = timedOut
            self.requestsLate = requestsLate
            self.requestsGone = requestsGone
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.current = try members.value("current")
            self.total = try members.value("total")
            self.refused = try members.value("refused")
            self.protocolErrors = try members.value("protocol_errors")
            self.timedOut = try members.value("timed_out")
            self.requestsLate = try members.value("requests_late")
            self.requestsGone = try members.value("requests_gone")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("current", self.current)
            json.member("protocol_errors", self.protocolErrors)
            json.member("refused", self.refused)
            json.member("requests_gone", self.requestsGone)
            json.member("requests_late", self.requestsLate)
            json.member("timed_out", self.timedOut)
            json.member("total", self.total)
        }
    }

    /// A socket's file: whether its users may open it as it was shipped, and what it is at the moment (mode such as 0660).
    package struct SocketFile: VarlinkMessage, Equatable {
        package var asShipped: Bool
        package var mode: String?
        package var owner: String?
        package var group: String?

        package init(
            asShipped: Bool,
            mode: String? = nil,
            owner: String? = nil,
            group: String? = nil
        ) {
            self.asShipped = asShipped
            self.mode = mode
            self.owner = owner
            self.group = group
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.asShipped = try members.value("as_shipped")
            self.mode = try members.optional("mode")
            self.owner = try members.optional("owner")
            self.group = try members.optional("group")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("as_shipped", self.asShipped)
            json.optional("group", self.group)
            json.optional("mode", self.mode)
            json.optional("owner", self.owner)
        }
    }

    /// The durable record. Records are of calls: waiting to be written, and dropped since the start because too many waited, or at the end before it. The lag is
    /// the age of the oldest one that waits, 0 when none does.
    package struct Ledger: VarlinkMessage, Equatable {
        package var available: Bool
        package var recordsWaiting: Int
        package var recordsDropped: Int
        package var lagSeconds: Double

        package init(
            available: Bool,
            recordsWaiting: Int,
            recordsDropped: Int,
            lagSeconds: Double
        ) {
            self.available = available
            self.recordsWaiting = recordsWaiting
            self.recordsDropped = recordsDropped
            self.lagSeconds = lagSeconds
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.available = try members.value("available")
            self.recordsWaiting = try members.value("records_waiting")
            self.recordsDropped = try members.value("records_dropped")
            self.lagSeconds = try members.value("lag_seconds")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("available", self.available)
            json.member("lag_seconds", self.lagSeconds)
            json.member("records_dropped", self.recordsDropped)
            json.member("records_waiting", self.recordsWaiting)
        }
    }

    /// The daemon's process, where the system tells.
    package struct Process: VarlinkMessage, Equatable {
        package var residentMemoryBytes: Int?
        package var openDescriptors: Int?

        package init(
            residentMemoryBytes: Int? = nil,
            openDescriptors: Int? = nil
        ) {
            self.residentMemoryBytes = residentMemoryBytes
            self.openDescriptors = openDescriptors
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.residentMemoryBytes = try members.optional("resident_memory_bytes")
            self.openDescriptors = try members.optional("open_descriptors")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("open_descriptors", self.openDescriptors)
            json.optional("resident_memory_bytes", self.residentMemoryBytes)
        }
    }

    /// A figure by its labels, such as socket with pbx. The suffix comes after the metric's name, as in _total.
    package struct Label: VarlinkMessage, Equatable {
        package var name: String
        package var value: String

        package init(
            name: String,
            value: String
        ) {
            self.name = name
            self.value = value
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.name = try members.value("name")
            self.value = try members.value("value")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("name", self.name)
            json.member("value", self.value)
        }
    }

    package struct Sample: VarlinkMessage, Equatable {
        package var suffix: String
        package var labels: [Label]
        package var value: Double

        package init(
            suffix: String,
            labels: [Label],
            value: Double
        ) {
            self.suffix = suffix
            self.labels = labels
            self.value = value
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.suffix = try members.value("suffix")
            self.labels = try members.value("labels")
            self.value = try members.value("value")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("labels", self.labels)
            json.member("suffix", self.suffix)
            json.member("value", self.value)
        }
    }

    /// What is counted or so at the moment, as OpenMetrics has it: the unit is seconds or bytes, the help is a sentence. Without samples it is
    /// not known, or has not happened.
    package struct Metric: VarlinkMessage, Equatable {
        package enum Kind: VarlinkWord {
            case counter
            case gauge
            case histogram
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "counter": self = .counter
                case "gauge": self = .gauge
                case "histogram": self = .histogram
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .counter: "counter"
                case .gauge: "gauge"
                case .histogram: "histogram"
                case .other(let word): word
                }
            }
        }

        package var name: String
        package var kind: Kind
        package var unit: String?
        package var help: String
        package var samples: [Sample]

        package init(
            name: String,
            kind: Kind,
            unit: String? = nil,
            help: String,
            samples: [Sample]
        ) {
            self.name = name
            self.kind = kind
            self.unit = unit
            self.help = help
            self.samples = samples
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.name = try members.value("name")
            self.kind = try members.value("kind")
            self.unit = try members.optional("unit")
            self.help = try members.value("help")
            self.samples = try members.value("samples")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("help", self.help)
            json.member("kind", self.kind)
            json.member("name", self.name)
            json.member("samples", self.samples)
            json.optional("unit", self.unit)
        }
    }

    /// All that is counted, for monitoring.
    package struct Metrics: VarlinkRequest, Equatable {
        package static let method = "org.majord.Reports.Metrics"
        package static let parameters: Set<String> = []
        package typealias Failure = ReportsAPI.Failure

        package init() {}
        package init(members: JSONObject) {}
        package func writeMembers(to json: inout JSONWriter) {}

        package struct Reply: VarlinkMessage, Equatable {
            package var metrics: [Metric]

            package init(
                metrics: [Metric]
            ) {
                self.metrics = metrics
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.metrics = try members.value("metrics")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("metrics", self.metrics)
            }
        }
    }

    /// The figures of the first version, at one moment; what is new is told by Metrics only. Instants are RFC 3339 texts.
    /// Degraded: the directory has errors and the last good one, kept in the ledger, is in use. Clients in service are covered or
    /// uncovered. Absent agents are on leave, sick or in a pause: everybody may read the figures, so they do not tell which; busy
    /// agents are on a call.
    /// Since the start are counted: decisions by reason; what PBXs reported of calls (ringing, answered, ended); reloads by result
    /// (done, refused). The first reading at the start is no reload. Answers are by socket (pbx, fastagi), connections also
    /// of control; a socket that is not open is missing. Last questions are the instants at which the last one over each socket was answered;
    /// a socket over which none came since the start is missing. Socket files are those of pbx and control.
    package struct Figures: VarlinkRequest, Equatable {
        package static let method = "org.majord.Reports.Figures"
        package static let parameters: Set<String> = []
        package typealias Failure = ReportsAPI.Failure

        package init() {}
        package init(members: JSONObject) {}
        package func writeMembers(to json: inout JSONWriter) {}

        package struct Reply: VarlinkMessage, Equatable {
            package enum LastReloadResult: VarlinkWord {
                case done
                case refused
                /// A word that this version does not know.
                case other(String)

                package init(word: String) {
                    switch word {
                    case "done": self = .done
                    case "refused": self = .refused
                    default: self = .other(word)
                    }
                }

                package var word: String {
                    switch self {
                    case .done: "done"
                    case .refused: "refused"
                    case .other(let word): word
                    }
                }
            }

            package var version: String
            package var started: String
            package var now: String
            package var secondsToReady: Double
            package var generation: Int
            package var degraded: Bool
            package var clients: Int
            package var inService: Int
            package var covered: Int
            package var uncovered: Int
            package var agents: Int
            package var agentsBusy: Int
            package var agentsAbsent: Int
            package var decisions: [String: Int]
            package var callEvents: [String: Int]
            package var answers: [String: AnswerTimes]
            package var connections: [String: Connections]
            package var ledger: Ledger
            package var reloads: [String: Int]
            package var lastReload: String?
            package var lastReloadResult: LastReloadResult?
            package var process: Process
            package var lastQuestions: [String: String]?
            package var socketFiles: [String: SocketFile]?
            package var configurationFolder: String?
            package var stateFolder: String?

            package init(
                version: String,
                started: String,
                now: String,
                secondsToReady: Double,
                generation: Int,
                degraded: Bool,
                clients: Int,
                inService: Int,
                covered: Int,
                uncovered: Int,
                agents: Int,
                agentsBusy: Int,
                agentsAbsent: Int,
                decisions: [String: Int],
                callEvents: [String: Int],
                answers: [String: AnswerTimes],
                connections: [String: Connections],
                ledger: Ledger,
                reloads: [String: Int],
                lastReload: String? = nil,
                lastReloadResult: LastReloadResult? = nil,
                process: Process,
                lastQuestions: [String: String]? = nil,
                socketFiles: [String: SocketFile]? = nil,
                configurationFolder: String? = nil,
                stateFolder: String? = nil
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
                self.lastQuestions = lastQuestions
                self.socketFiles = socketFiles
                self.configurationFolder = configurationFolder
                self.stateFolder = stateFolder
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.version = try members.value("version")
                self.started = try members.value("started")
                self.now = try members.value("now")
                self.secondsToReady = try members.value("seconds_to_ready")
                self.generation = try members.value("generation")
                self.degraded = try members.value("degraded")
                self.clients = try members.value("clients")
                self.inService = try members.value("in_service")
                self.covered = try members.value("covered")
                self.uncovered = try members.value("uncovered")
                self.agents = try members.value("agents")
                self.agentsBusy = try members.value("agents_busy")
                self.agentsAbsent = try members.value("agents_absent")
                self.decisions = try members.value("decisions")
                self.callEvents = try members.value("call_events")
                self.answers = try members.value("answers")
                self.connections = try members.value("connections")
                self.ledger = try members.value("ledger")
                self.reloads = try members.value("reloads")
                self.lastReload = try members.optional("last_reload")
                self.lastReloadResult = try members.optional("last_reload_result")
                self.process = try members.value("process")
                self.lastQuestions = try members.optional("last_questions")
                self.socketFiles = try members.optional("socket_files")
                self.configurationFolder = try members.optional("configuration_folder")
                self.stateFolder = try members.optional("state_folder")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("agents", self.agents)
                json.member("agents_absent", self.agentsAbsent)
                json.member("agents_busy", self.agentsBusy)
                json.member("answers", self.answers)
                json.member("call_events", self.callEvents)
                json.member("clients", self.clients)
                json.optional("configuration_folder", self.configurationFolder)
                json.member("connections", self.connections)
                json.member("covered", self.covered)
                json.member("decisions", self.decisions)
                json.member("degraded", self.degraded)
                json.member("generation", self.generation)
                json.member("in_service", self.inService)
                json.optional("last_questions", self.lastQuestions)
                json.optional("last_reload", self.lastReload)
                json.optional("last_reload_result", self.lastReloadResult)
                json.member("ledger", self.ledger)
                json.member("now", self.now)
                json.member("process", self.process)
                json.member("reloads", self.reloads)
                json.member("seconds_to_ready", self.secondsToReady)
                json.optional("socket_files", self.socketFiles)
                json.member("started", self.started)
                json.optional("state_folder", self.stateFolder)
                json.member("uncovered", self.uncovered)
                json.member("version", self.version)
            }
        }
    }

    /// A client by id and name.
    package struct NamedClient: VarlinkMessage, Equatable {
        package var client: String
        package var clientName: String

        package init(
            client: String,
            clientName: String
        ) {
            self.client = client
            self.clientName = clientName
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.value("client")
            self.clientName = try members.value("client_name")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("client", self.client)
            json.member("client_name", self.clientName)
        }
    }

    /// The ids of a client's pair, from a day on (missing: already).
    package struct CoveragePair: VarlinkMessage, Equatable {
        package var from: String?
        package var primary: String
        package var backup: String

        package init(
            from: String? = nil,
            primary: String,
            backup: String
        ) {
            self.from = from
            self.primary = primary
            self.backup = backup
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.from = try members.optional("from")
            self.primary = try members.value("primary")
            self.backup = try members.value("backup")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("backup", self.backup)
            json.optional("from", self.from)
            json.member("primary", self.primary)
        }
    }

    /// A stretch of time in which one agent of the pair, a deputy alone, or nobody is there whenever the client is in service; times without
    /// service may lie in between. Agents are the ids of those who are there, in the order in which they are tried.
    /// With details, of one with nobody: the ids of those who would be there and are away then, and of whoever could stand in all that time, twenty at the
    /// most; of very many such stretches the first have them. Goes on: one with nobody does after its end, which is only as far as was looked.
    package struct CoverageStretch: VarlinkMessage, Equatable {
        package enum State: VarlinkWord {
            case one
            case deputy
            case nobody
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "one": self = .one
                case "deputy": self = .deputy
                case "nobody": self = .nobody
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .one: "one"
                case .deputy: "deputy"
                case .nobody: "nobody"
                case .other(let word): word
                }
            }
        }

        package var state: State
        package var from: String
        package var until: String
        package var agents: [String]
        package var away: [String]?
        package var standIns: [String]?
        package var goesOn: Bool?

        package init(
            state: State,
            from: String,
            until: String,
            agents: [String],
            away: [String]? = nil,
            standIns: [String]? = nil,
            goesOn: Bool? = nil
        ) {
            self.state = state
            self.from = from
            self.until = until
            self.agents = agents
            self.away = away
            self.standIns = standIns
            self.goesOn = goesOn
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.state = try members.value("state")
            self.from = try members.value("from")
            self.until = try members.value("until")
            self.agents = try members.value("agents")
            self.away = try members.optional("away")
            self.standIns = try members.optional("stand_ins")
            self.goesOn = try members.optional("goes_on")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("agents", self.agents)
            json.optional("away", self.away)
            json.member("from", self.from)
            json.optional("goes_on", self.goesOn)
            json.optional("stand_ins", self.standIns)
            json.member("state", self.state)
            json.member("until", self.until)
        }
    }

    /// Days has a letter for each day of the forecast: the worst that is to come in service that day. It is b where both of the pair are there,
    /// o one of them, d a deputy alone, n nobody; a hyphen is a day without service, and a blank one without an agreement in force.
    package struct ClientCoverage: VarlinkMessage, Equatable {
        package var client: String
        package var clientName: String
        package var pairs: [CoveragePair]
        package var days: String
        package var stretches: [CoverageStretch]

        package init(
            client: String,
            clientName: String,
            pairs: [CoveragePair],
            days: String,
            stretches: [CoverageStretch]
        ) {
            self.client = client
            self.clientName = clientName
            self.pairs = pairs
            self.days = days
            self.stretches = stretches
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.value("client")
            self.clientName = try members.value("client_name")
            self.pairs = try members.value("pairs")
            self.days = try members.value("days")
            self.stretches = try members.value("stretches")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("client", self.client)
            json.member("client_name", self.clientName)
            json.member("days", self.days)
            json.member("pairs", self.pairs)
            json.member("stretches", self.stretches)
        }
    }

    /// A day without service, as the file of public holidays calls it.
    package struct Holiday: VarlinkMessage, Equatable {
        package var day: String
        package var name: String

        package init(
            day: String,
            name: String
        ) {
            self.day = day
            self.name = name
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.day = try members.value("day")
            self.name = try members.value("name")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("day", self.day)
            json.member("name", self.name)
        }
    }

    /// Who is to be there for clients, nobody being busy: from now to the end of a week, this one and weeks - 1 more (8 where none are named, at most
    /// 104); of one client, or of those for whom an agent stands or is to stand. The first day is today. Stretches are those with nobody; with
    /// details, all in which not both of the pair are there. Uncovered are the clients with nobody at times: strangers and PBXs are told their
    /// names and nothing else; clients are for agents and managers. To a caller who wants more, clients come in several replies, each with its
    /// own uncovered; where one reply would be too long, others are answered with ExpectedMore. Holidays are those of any level that have names.
    package struct Coverage: VarlinkRequest, Equatable {
        package static let method = "org.majord.Reports.Coverage"
        package static let parameters: Set<String> = ["weeks", "client", "agent", "details"]
        package typealias Failure = ReportsAPI.Failure

        package var weeks: Int?
        package var client: String?
        package var agent: String?
        package var details: Bool?

        package init(
            weeks: Int? = nil,
            client: String? = nil,
            agent: String? = nil,
            details: Bool? = nil
        ) {
            self.weeks = weeks
            self.client = client
            self.agent = agent
            self.details = details
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.weeks = try members.optional("weeks")
            self.client = try members.optional("client")
            self.agent = try members.optional("agent")
            self.details = try members.optional("details")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("client", self.client)
            json.optional("details", self.details)
            json.optional("weeks", self.weeks)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var now: String
            package var timeZone: String
            package var firstDay: String
            package var days: Int
            package var agentNames: [String: String]
            package var clients: [ClientCoverage]
            package var uncovered: [NamedClient]
            package var holidays: [Holiday]?

            package init(
                now: String,
                timeZone: String,
                firstDay: String,
                days: Int,
                agentNames: [String: String],
                clients: [ClientCoverage],
                uncovered: [NamedClient],
                holidays: [Holiday]? = nil
            ) {
                self.now = now
                self.timeZone = timeZone
                self.firstDay = firstDay
                self.days = days
                self.agentNames = agentNames
                self.clients = clients
                self.uncovered = uncovered
                self.holidays = holidays
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.now = try members.value("now")
                self.timeZone = try members.value("time_zone")
                self.firstDay = try members.value("first_day")
                self.days = try members.value("days")
                self.agentNames = try members.value("agent_names")
                self.clients = try members.value("clients")
                self.uncovered = try members.value("uncovered")
                self.holidays = try members.optional("holidays")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("agent_names", self.agentNames)
                json.member("clients", self.clients)
                json.member("days", self.days)
                json.member("first_day", self.firstDay)
                json.optional("holidays", self.holidays)
                json.member("now", self.now)
                json.member("time_zone", self.timeZone)
                json.member("uncovered", self.uncovered)
            }
        }
    }

    /// How many clients an agent has in a role (primary, backup, deputy).
    package struct RoleLoad: VarlinkMessage, Equatable {
        package var role: String
        package var large: Int
        package var small: Int

        package init(
            role: String,
            large: Int,
            small: Int
        ) {
            self.role = role
            self.large = large
            self.small = small
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.role = try members.value("role")
            self.large = try members.value("large")
            self.small = try members.value("small")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("large", self.large)
            json.member("role", self.role)
            json.member("small", self.small)
        }
    }

    /// What an agent carries from an instant on, in percent of what fits.
    package struct LoadChange: VarlinkMessage, Equatable {
        package var from: String
        package var percent: Int
        package var exceeded: Bool
        package var roles: [RoleLoad]

        package init(
            from: String,
            percent: Int,
            exceeded: Bool,
            roles: [RoleLoad]
        ) {
            self.from = from
            self.percent = percent
            self.exceeded = exceeded
            self.roles = roles
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.from = try members.value("from")
            self.percent = try members.value("percent")
            self.exceeded = try members.value("exceeded")
            self.roles = try members.value("roles")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("exceeded", self.exceeded)
            json.member("from", self.from)
            json.member("percent", self.percent)
            json.member("roles", self.roles)
        }
    }

    /// What an agent carries now, and is to carry as pairs and deputies change. Room: how many large clients more fit all the time, or how many
    /// small ones instead.
    package struct AgentCapacity: VarlinkMessage, Equatable {
        package var agent: String
        package var agentName: String
        package var percent: Int
        package var exceeded: Bool
        package var roles: [RoleLoad]
        package var changes: [LoadChange]
        package var roomLarge: Int
        package var roomSmall: Int

        package init(
            agent: String,
            agentName: String,
            percent: Int,
            exceeded: Bool,
            roles: [RoleLoad],
            changes: [LoadChange],
            roomLarge: Int,
            roomSmall: Int
        ) {
            self.agent = agent
            self.agentName = agentName
            self.percent = percent
            self.exceeded = exceeded
            self.roles = roles
            self.changes = changes
            self.roomLarge = roomLarge
            self.roomSmall = roomSmall
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.value("agent")
            self.agentName = try members.value("agent_name")
            self.percent = try members.value("percent")
            self.exceeded = try members.value("exceeded")
            self.roles = try members.value("roles")
            self.changes = try members.value("changes")
            self.roomLarge = try members.value("room_large")
            self.roomSmall = try members.value("room_small")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("agent", self.agent)
            json.member("agent_name", self.agentName)
            json.member("changes", self.changes)
            json.member("exceeded", self.exceeded)
            json.member("percent", self.percent)
            json.member("roles", self.roles)
            json.member("room_large", self.roomLarge)
            json.member("room_small", self.roomSmall)
        }
    }

    /// What each agent carries, for agents and managers. So many large or small clients are full; changes are told until that day, which is included.
    package struct Capacity: VarlinkRequest, Equatable {
        package static let method = "org.majord.Reports.Capacity"
        package static let parameters: Set<String> = []
        package typealias Failure = ReportsAPI.Failure

        package init() {}
        package init(members: JSONObject) {}
        package func writeMembers(to json: inout JSONWriter) {}

        package struct Reply: VarlinkMessage, Equatable {
            package var now: String
            package var timeZone: String
            package var large: Int
            package var small: Int
            package var until: String
            package var agents: [AgentCapacity]

            package init(
                now: String,
                timeZone: String,
                large: Int,
                small: Int,
                until: String,
                agents: [AgentCapacity]
            ) {
                self.now = now
                self.timeZone = timeZone
                self.large = large
                self.small = small
                self.until = until
                self.agents = agents
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.now = try members.value("now")
                self.timeZone = try members.value("time_zone")
                self.large = try members.value("large")
                self.small = try members.value("small")
                self.until = try members.value("until")
                self.agents = try members.value("agents")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("agents", self.agents)
                json.member("large", self.large)
                json.member("now", self.now)
                json.member("small", self.small)
                json.member("time_zone", self.timeZone)
                json.member("until", self.until)
            }
        }
    }

    /// A stretch of time in which nobody is there for a client in service; days: the same hours on so many days of service that follow each other,
    /// from those of the first day's beginning to those of the last day's end.
    package struct DigestGap: VarlinkMessage, Equatable {
        package var client: String
        package var clientName: String
        package var from: String
        package var until: String
        package var days: Int?

        package init(
            client: String,
            clientName: String,
            from: String,
            until: String,
            days: Int? = nil
        ) {
            self.client = client
            self.clientName = clientName
            self.from = from
            self.until = until
            self.days = days
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.value("client")
            self.clientName = try members.value("client_name")
            self.from = try members.value("from")
            self.until = try members.value("until")
            self.days = try members.optional("days")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("client", self.client)
            json.member("client_name", self.clientName)
            json.optional("days", self.days)
            json.member("from", self.from)
            json.member("until", self.until)
        }
    }

    /// Days that follow each other, both included, all of them with service, on which the backup is there alone whenever the client is in service.
    package struct DigestAlone: VarlinkMessage, Equatable {
        package var client: String
        package var clientName: String
        package var agent: String
        package var agentName: String
        package var firstDay: String
        package var lastDay: String

        package init(
            client: String,
            clientName: String,
            agent: String,
            agentName: String,
            firstDay: String,
            lastDay: String
        ) {
            self.client = client
            self.clientName = clientName
            self.agent = agent
            self.agentName = agentName
            self.firstDay = firstDay
            self.lastDay = lastDay
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.value("client")
            self.clientName = try members.value("client_name")
            self.agent = try members.value("agent")
            self.agentName = try members.value("agent_name")
            self.firstDay = try members.value("first_day")
            self.lastDay = try members.value("last_day")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("agent", self.agent)
            json.member("agent_name", self.agentName)
            json.member("client", self.client)
            json.member("client_name", self.clientName)
            json.member("first_day", self.firstDay)
            json.member("last_day", self.lastDay)
        }
    }

    /// Leave that nobody has decided; lapsed: it has begun meanwhile.
    package struct DigestRequest: VarlinkMessage, Equatable {
        package var request: String
        package var agent: String
        package var agentName: String
        package var from: String
        package var until: String?
        package var askedAt: String
        package var deputyName: String?
        package var lapsed: Bool

        package init(
            request: String,
            agent: String,
            agentName: String,
            from: String,
            until: String? = nil,
            askedAt: String,
            deputyName: String? = nil,
            lapsed: Bool
        ) {
            self.request = request
            self.agent = agent
            self.agentName = agentName
            self.from = from
            self.until = until
            self.askedAt = askedAt
            self.deputyName = deputyName
            self.lapsed = lapsed
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.request = try members.value("request")
            self.agent = try members.value("agent")
            self.agentName = try members.value("agent_name")
            self.from = try members.value("from")
            self.until = try members.optional("until")
            self.askedAt = try members.value("asked_at")
            self.deputyName = try members.optional("deputy_name")
            self.lapsed = try members.value("lapsed")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("agent", self.agent)
            json.member("agent_name", self.agentName)
            json.member("asked_at", self.askedAt)
            json.optional("deputy_name", self.deputyName)
            json.member("from", self.from)
            json.member("lapsed", self.lapsed)
            json.member("request", self.request)
            json.optional("until", self.until)
        }
    }

    /// A sickness without an end.
    package struct DigestSickness: VarlinkMessage, Equatable {
        package var absence: String
        package var agent: String
        package var agentName: String
        package var since: String

        package init(
            absence: String,
            agent: String,
            agentName: String,
            since: String
        ) {
            self.absence = absence
            self.agent = agent
            self.agentName = agentName
            self.since = since
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.absence = try members.value("absence")
            self.agent = try members.value("agent")
            self.agentName = try members.value("agent_name")
            self.since = try members.value("since")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("absence", self.absence)
            json.member("agent", self.agent)
            json.member("agent_name", self.agentName)
            json.member("since", self.since)
        }
    }

    /// An agreement with its last day.
    package struct DigestAgreement: VarlinkMessage, Equatable {
        package var client: String
        package var clientName: String
        package var title: String
        package var lastDay: String

        package init(
            client: String,
            clientName: String,
            title: String,
            lastDay: String
        ) {
            self.client = client
            self.clientName = clientName
            self.title = title
            self.lastDay = lastDay
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.value("client")
            self.clientName = try members.value("client_name")
            self.title = try members.value("title")
            self.lastDay = try members.value("last_day")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("client", self.client)
            json.member("client_name", self.clientName)
            json.member("last_day", self.lastDay)
            json.member("title", self.title)
        }
    }

    /// A pair that was never introduced; from: it takes over on that day.
    package struct DigestIntroduction: VarlinkMessage, Equatable {
        package var client: String
        package var clientName: String
        package var from: String?

        package init(
            client: String,
            clientName: String,
            from: String? = nil
        ) {
            self.client = client
            self.clientName = clientName
            self.from = from
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.value("client")
            self.clientName = try members.value("client_name")
            self.from = try members.optional("from")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("client", self.client)
            json.member("client_name", self.clientName)
            json.optional("from", self.from)
        }
    }

    /// An absence whose agent is not in the directory.
    package struct DigestOrphan: VarlinkMessage, Equatable {
        package var absence: String
        package var agent: String

        package init(
            absence: String,
            agent: String
        ) {
            self.absence = absence
            self.agent = agent
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.absence = try members.value("absence")
            self.agent = try members.value("agent")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("absence", self.absence)
            json.member("agent", self.agent)
        }
    }

    /// A missed call that nobody has called back yet; without due: service never opens for so long.
    package struct DigestMissed: VarlinkMessage, Equatable {
        package var missed: String
        package var client: String
        package var clientName: String
        package var at: String
        package var due: String?
        package var overdue: Bool

        package init(
            missed: String,
            client: String,
            clientName: String,
            at: String,
            due: String? = nil,
            overdue: Bool
        ) {
            self.missed = missed
            self.client = client
            self.clientName = clientName
            self.at = at
            self.due = due
            self.overdue = overdue
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.missed = try members.value("missed")
            self.client = try members.value("client")
            self.clientName = try members.value("client_name")
            self.at = try members.value("at")
            self.due = try members.optional("due")
            self.overdue = try members.value("overdue")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("at", self.at)
            json.member("client", self.client)
            json.member("client_name", self.clientName)
            json.optional("due", self.due)
            json.member("missed", self.missed)
            json.member("overdue", self.overdue)
        }
    }

    /// An open case whose holder has gone.
    package struct DigestCase: VarlinkMessage, Equatable {
        package var `case`: String
        package var reference: String?
        package var client: String
        package var clientName: String
        package var holder: String
        package var holderName: String

        package init(
            case: String,
            reference: String? = nil,
            client: String,
            clientName: String,
            holder: String,
            holderName: String
        ) {
            self.case = `case`
            self.reference = reference
            self.client = client
            self.clientName = clientName
            self.holder = holder
            self.holderName = holderName
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.case = try members.value("case")
            self.reference = try members.optional("reference")
            self.client = try members.value("client")
            self.clientName = try members.value("client_name")
            self.holder = try members.value("holder")
            self.holderName = try members.value("holder_name")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("case", self.case)
            json.member("client", self.client)
            json.member("client_name", self.clientName)
            json.member("holder", self.holder)
            json.member("holder_name", self.holderName)
            json.optional("reference", self.reference)
        }
    }

    /// An agent whose employment ends with that day, and the clients in whose pair he would still be.
    package struct DigestDeparture: VarlinkMessage, Equatable {
        package var agent: String
        package var agentName: String
        package var lastDay: String
        package var clients: [NamedClient]

        package init(
            agent: String,
            agentName: String,
            lastDay: String,
            clients: [NamedClient]
        ) {
            self.agent = agent
            self.agentName = agentName
            self.lastDay = lastDay
            self.clients = clients
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.value("agent")
            self.agentName = try members.value("agent_name")
            self.lastDay = try members.value("last_day")
            self.clients = try members.value("clients")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("agent", self.agent)
            json.member("agent_name", self.agentName)
            json.member("clients", self.clients)
            json.member("last_day", self.lastDay)
        }
    }

    /// A deputyship that ends before its last day: at a handover of the agent's with one client, or with the deputy's own last day.
    package struct DigestDeputyshipEnd: VarlinkMessage, Equatable {
        package enum Cause: VarlinkWord {
            case handover
            case employment
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "handover": self = .handover
                case "employment": self = .employment
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .handover: "handover"
                case .employment: "employment"
                case .other(let word): word
                }
            }
        }

        package var deputyship: String
        package var deputy: String
        package var deputyName: String
        package var agent: String?
        package var agentName: String?
        package var client: String?
        package var clientName: String?
        package var cause: Cause
        package var lastDay: String

        package init(
            deputyship: String,
            deputy: String,
            deputyName: String,
            agent: String? = nil,
            agentName: String? = nil,
            client: String? = nil,
            clientName: String? = nil,
            cause: Cause,
            lastDay: String
        ) {
            self.deputyship = deputyship
            self.deputy = deputy
            self.deputyName = deputyName
            self.agent = agent
            self.agentName = agentName
            self.client = client
            self.clientName = clientName
            self.cause = cause
            self.lastDay = lastDay
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.deputyship = try members.value("deputyship")
            self.deputy = try members.value("deputy")
            self.deputyName = try members.value("deputy_name")
            self.agent = try members.optional("agent")
            self.agentName = try members.optional("agent_name")
            self.client = try members.optional("client")
            self.clientName = try members.optional("client_name")
            self.cause = try members.value("cause")
            self.lastDay = try members.value("last_day")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("agent_name", self.agentName)
            json.member("cause", self.cause)
            json.optional("client", self.client)
            json.optional("client_name", self.clientName)
            json.member("deputy", self.deputy)
            json.member("deputy_name", self.deputyName)
            json.member("deputyship", self.deputyship)
            json.member("last_day", self.lastDay)
        }
    }

    /// A calendar that is to be read, and was read last too long ago (without that: never); why is what has gone wrong since.
    package struct DigestCalendar: VarlinkMessage, Equatable {
        package var agent: String
        package var agentName: String
        package var source: String
        package var read: String?
        package var why: String?

        package init(
            agent: String,
            agentName: String,
            source: String,
            read: String? = nil,
            why: String? = nil
        ) {
            self.agent = agent
            self.agentName = agentName
            self.source = source
            self.read = read
            self.why = why
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.value("agent")
            self.agentName = try members.value("agent_name")
            self.source = try members.value("source")
            self.read = try members.optional("read")
            self.why = try members.optional("why")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("agent", self.agent)
            json.member("agent_name", self.agentName)
            json.optional("read", self.read)
            json.member("source", self.source)
            json.optional("why", self.why)
        }
    }

    /// What a manager has to know of the weeks to come, for managers. Gaps are as far ahead as gaps_until, of very many the first ones;
    /// more_gaps are left out. The client whose first gap is the soonest comes first, and a client's gaps follow each other. Departures and
    /// deputyships that end early are told until gaps_until, too. Days are dates, and included. Language is the directory's, mails the
    /// addresses of the managers. Of missed calls, in the order in which they were missed, more_missed are left out.
    package struct Digest: VarlinkRequest, Equatable {
        package static let method = "org.majord.Reports.Digest"
        package static let parameters: Set<String> = []
        package typealias Failure = ReportsAPI.Failure

        package init() {}
        package init(members: JSONObject) {}
        package func writeMembers(to json: inout JSONWriter) {}

        package struct Reply: VarlinkMessage, Equatable {
            package var now: String
            package var timeZone: String
            package var language: String
            package var mails: [String]
            package var gapsUntil: String
            package var gaps: [DigestGap]
            package var moreGaps: Int
            package var aloneUntil: String
            package var alone: [DigestAlone]
            package var requests: [DigestRequest]
            package var reviewAfterDays: Int
            package var sicknesses: [DigestSickness]
            package var agreementDays: Int
            package var agreements: [DigestAgreement]
            package var introductions: [DigestIntroduction]
            package var orphans: [DigestOrphan]
            package var departures: [DigestDeparture]?
            package var deputyshipEnds: [DigestDeputyshipEnd]?
            package var calendars: [DigestCalendar]?
            package var missed: [DigestMissed]?
            package var moreMissed: Int?
            package var cases: [DigestCase]?

            package init(
                now: String,
                timeZone: String,
                language: String,
                mails: [String],
                gapsUntil: String,
                gaps: [DigestGap],
                moreGaps: Int,
                aloneUntil: String,
                alone: [DigestAlone],
                requests: [DigestRequest],
                reviewAfterDays: Int,
                sicknesses: [DigestSickness],
                agreementDays: Int,
                agreements: [DigestAgreement],
                introductions: [DigestIntroduction],
                orphans: [DigestOrphan],
                departures: [DigestDeparture]? = nil,
                deputyshipEnds: [DigestDeputyshipEnd]? = nil,
                calendars: [DigestCalendar]? = nil,
                missed: [DigestMissed]? = nil,
                moreMissed: Int? = nil,
                cases: [DigestCase]? = nil
            ) {
                self.now = now
                self.timeZone = timeZone
                self.language = language
                self.mails = mails
                self.gapsUntil = gapsUntil
                self.gaps = gaps
                self.moreGaps = moreGaps
                self.aloneUntil = aloneUntil
                self.alone = alone
                self.requests = requests
                self.reviewAfterDays = reviewAfterDays
                self.sicknesses = sicknesses
                self.agreementDays = agreementDays
                self.agreements = agreements
                self.introductions = introductions
                self.orphans = orphans
                self.departures = departures
                self.deputyshipEnds = deputyshipEnds
                self.calendars = calendars
                self.missed = missed
                self.moreMissed = moreMissed
                self.cases = cases
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.now = try members.value("now")
                self.timeZone = try members.value("time_zone")
                self.language = try members.value("language")
                self.mails = try members.value("mails")
                self.gapsUntil = try members.value("gaps_until")
                self.gaps = try members.value("gaps")
                self.moreGaps = try members.value("more_gaps")
                self.aloneUntil = try members.value("alone_until")
                self.alone = try members.value("alone")
                self.requests = try members.value("requests")
                self.reviewAfterDays = try members.value("review_after_days")
                self.sicknesses = try members.value("sicknesses")
                self.agreementDays = try members.value("agreement_days")
                self.agreements = try members.value("agreements")
                self.introductions = try members.value("introductions")
                self.orphans = try members.value("orphans")
                self.departures = try members.optional("departures")
                self.deputyshipEnds = try members.optional("deputyship_ends")
                self.calendars = try members.optional("calendars")
                self.missed = try members.optional("missed")
                self.moreMissed = try members.optional("more_missed")
                self.cases = try members.optional("cases")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("agreement_days", self.agreementDays)
                json.member("agreements", self.agreements)
                json.member("alone", self.alone)
                json.member("alone_until", self.aloneUntil)
                json.optional("calendars", self.calendars)
                json.optional("cases", self.cases)
                json.optional("departures", self.departures)
                json.optional("deputyship_ends", self.deputyshipEnds)
                json.member("gaps", self.gaps)
                json.member("gaps_until", self.gapsUntil)
                json.member("introductions", self.introductions)
                json.member("language", self.language)
                json.member("mails", self.mails)
                json.optional("missed", self.missed)
                json.member("more_gaps", self.moreGaps)
                json.optional("more_missed", self.moreMissed)
                json.member("now", self.now)
                json.member("orphans", self.orphans)
                json.member("requests", self.requests)
                json.member("review_after_days", self.reviewAfterDays)
                json.member("sicknesses", self.sicknesses)
                json.member("time_zone", self.timeZone)
            }
        }
    }

    /// A share with its counts; percent has one decimal, and is missing where of is 0.
    package struct Share: VarlinkMessage, Equatable {
        package var count: Int
        package var of: Int
        package var percent: Double?

        package init(
            count: Int,
            of: Int,
            percent: Double? = nil
        ) {
            self.count = count
            self.of = of
            self.percent = percent
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.count = try members.value("count")
            self.of = try members.value("of")
            self.percent = try members.optional("percent")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("count", self.count)
            json.member("of", self.of)
            json.optional("percent", self.percent)
        }
    }

    /// How so many lengths of time are spread, in seconds, by the nearest rank; missing where count is 0.
    package struct Spread: VarlinkMessage, Equatable {
        package var count: Int
        package var median: Double?
        package var p80: Double?
        package var p95: Double?

        package init(
            count: Int,
            median: Double? = nil,
            p80: Double? = nil,
            p95: Double? = nil
        ) {
            self.count = count
            self.median = median
            self.p80 = p80
            self.p95 = p95
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.count = try members.value("count")
            self.median = try members.optional("median")
            self.p80 = try members.optional("p80")
            self.p95 = try members.optional("p95")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("count", self.count)
            json.optional("median", self.median)
            json.optional("p80", self.p80)
            json.optional("p95", self.p95)
        }
    }

    /// What became of a client's calls. Calls are those to the client's own people: counted ones, open and unknown. Counted are the answered ones, by
    /// role, and those that nobody of them answered. Pair: answered by the two who were the client's pair that day. Within is missing without
    /// a target: of all counted, and of those without who hung up. Outside are calls that were not for the client's own people. Called
    /// and not reached are calls of agents to the client.
    package struct CallFigures: VarlinkMessage, Equatable {
        package var calls: Int
        package var counted: Int
        package var answered: Int
        package var primary: Int
        package var backup: Int
        package var deputy: Int
        package var callback: Int
        package var `case`: Int
        package var abandoned: Int
        package var noAnswer: Int
        package var overflow: Int
        package var nobody: Int
        package var open: Int
        package var unknown: Int
        package var outside: Int
        package var called: Int
        package var notReached: Int
        package var pair: Share
        package var within: Share?
        package var withinWithoutAbandoned: Share?
        package var abandonedWithin: Int?
        package var wait: Spread

        package init(
            calls: Int,
            counted: Int,
            answered: Int,
            primary: Int,
            backup: Int,
            deputy: Int,
            callback: Int,
            case: Int,
            abandoned: Int,
            noAnswer: Int,
            overflow: Int,
            nobody: Int,
            open: Int,
            unknown: Int,
            outside: Int,
            called: Int,
            notReached: Int,
            pair: Share,
            within: Share? = nil,
            withinWithoutAbandoned: Share? = nil,
            abandonedWithin: Int? = nil,
            wait: Spread
        ) {
            self.calls = calls
            self.counted = counted
            self.answered = answered
            self.primary = primary
            self.backup = backup
            self.deputy = deputy
            self.callback = callback
            self.case = `case`
            self.abandoned = abandoned
            self.noAnswer = noAnswer
            self.overflow = overflow
            self.nobody = nobody
            self.open = open
            self.unknown = unknown
            self.outside = outside
            self.called = called
            self.notReached = notReached
            self.pair = pair
            self.within = within
            self.withinWithoutAbandoned = withinWithoutAbandoned
            self.abandonedWithin = abandonedWithin
            self.wait = wait
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.calls = try members.value("calls")
            self.counted = try members.value("counted")
            self.answered = try members.value("answered")
            self.primary = try members.value("primary")
            self.backup = try members.value("backup")
            self.deputy = try members.value("deputy")
            self.callback = try members.value("callback")
            self.case = try members.value("case")
            self.abandoned = try members.value("abandoned")
            self.noAnswer = try members.value("no_answer")
            self.overflow = try members.value("overflow")
            self.nobody = try members.value("nobody")
            self.open = try members.value("open")
            self.unknown = try members.value("unknown")
            self.outside = try members.value("outside")
            self.called = try members.value("called")
            self.notReached = try members.value("not_reached")
            self.pair = try members.value("pair")
            self.within = try members.optional("within")
            self.withinWithoutAbandoned = try members.optional("within_without_abandoned")
            self.abandonedWithin = try members.optional("abandoned_within")
            self.wait = try members.value("wait")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("abandoned", self.abandoned)
            json.optional("abandoned_within", self.abandonedWithin)
            json.member("answered", self.answered)
            json.member("backup", self.backup)
            json.member("callback", self.callback)
            json.member("called", self.called)
            json.member("calls", self.calls)
            json.member("case", self.case)
            json.member("counted", self.counted)
            json.member("deputy", self.deputy)
            json.member("no_answer", self.noAnswer)
            json.member("nobody", self.nobody)
            json.member("not_reached", self.notReached)
            json.member("open", self.open)
            json.member("outside", self.outside)
            json.member("overflow", self.overflow)
            json.member("pair", self.pair)
            json.member("primary", self.primary)
            json.member("unknown", self.unknown)
            json.member("wait", self.wait)
            json.optional("within", self.within)
            json.optional("within_without_abandoned", self.withinWithoutAbandoned)
        }
    }

    /// Missed calls, by how they were closed (the caller was answered when he called again, was called back, or somebody has said so), open ones,
    /// and how soon in service time.
    package struct MissedFigures: VarlinkMessage, Equatable {
        package var missed: Int
        package var answered: Int
        package var called: Int
        package var byHand: Int
        package var open: Int
        package var overdue: Int
        package var inTime: Share
        package var time: Spread

        package init(
            missed: Int,
            answered: Int,
            called: Int,
            byHand: Int,
            open: Int,
            overdue: Int,
            inTime: Share,
            time: Spread
        ) {
            self.missed = missed
            self.answered = answered
            self.called = called
            self.byHand = byHand
            self.open = open
            self.overdue = overdue
            self.inTime = inTime
            self.time = time
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.missed = try members.value("missed")
            self.answered = try members.value("answered")
            self.called = try members.value("called")
            self.byHand = try members.value("by_hand")
            self.open = try members.value("open")
            self.overdue = try members.value("overdue")
            self.inTime = try members.value("in_time")
            self.time = try members.value("time")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("answered", self.answered)
            json.member("by_hand", self.byHand)
            json.member("called", self.called)
            json.member("in_time", self.inTime)
            json.member("missed", self.missed)
            json.member("open", self.open)
            json.member("overdue", self.overdue)
            json.member("time", self.time)
        }
    }

    /// Cases of a kind (incident, request): opened and closed in the period, open at its end, and the service time until they were closed.
    package struct CaseFigures: VarlinkMessage, Equatable {
        package var kind: String
        package var opened: Int
        package var closed: Int
        package var open: Int
        package var time: Spread
        package var within: Share?

        package init(
            kind: String,
            opened: Int,
            closed: Int,
            open: Int,
            time: Spread,
            within: Share? = nil
        ) {
            self.kind = kind
            self.opened = opened
            self.closed = closed
            self.open = open
            self.time = time
            self.within = within
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.kind = try members.value("kind")
            self.opened = try members.value("opened")
            self.closed = try members.value("closed")
            self.open = try members.value("open")
            self.time = try members.value("time")
            self.within = try members.optional("within")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("closed", self.closed)
            json.member("kind", self.kind)
            json.member("open", self.open)
            json.member("opened", self.opened)
            json.member("time", self.time)
            json.optional("within", self.within)
        }
    }

    /// What is promised: so many percent of the calls within so many seconds; cases by kind within so many seconds of service time.
    package struct ReportTargets: VarlinkMessage, Equatable {
        package var share: Int?
        package var seconds: Int?
        package var cases: [String: Int]

        package init(
            share: Int? = nil,
            seconds: Int? = nil,
            cases: [String: Int]
        ) {
            self.share = share
            self.seconds = seconds
            self.cases = cases
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.share = try members.optional("share")
            self.seconds = try members.optional("seconds")
            self.cases = try members.value("cases")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("cases", self.cases)
            json.optional("seconds", self.seconds)
            json.optional("share", self.share)
        }
    }

    /// A client's figures.
    package struct ClientReport: VarlinkMessage, Equatable {
        package var client: String
        package var clientName: String
        package var level: String
        package var targets: ReportTargets
        package var calls: CallFigures
        package var missed: MissedFigures
        package var cases: [CaseFigures]
        package var serviceMinutes: Int
        package var uncoveredMinutes: Int

        package init(
            client: String,
            clientName: String,
            level: String,
            targets: ReportTargets,
            calls: CallFigures,
            missed: MissedFigures,
            cases: [CaseFigures],
            serviceMinutes: Int,
            uncoveredMinutes: Int
        ) {
            self.client = client
            self.clientName = clientName
            self.level = level
            self.targets = targets
            self.calls = calls
            self.missed = missed
            self.cases = cases
            self.serviceMinutes = serviceMinutes
            self.uncoveredMinutes = uncoveredMinutes
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.value("client")
            self.clientName = try members.value("client_name")
            self.level = try members.value("level")
            self.targets = try members.value("targets")
            self.calls = try members.value("calls")
            self.missed = try members.value("missed")
            self.cases = try members.value("cases")
            self.serviceMinutes = try members.value("service_minutes")
            self.uncoveredMinutes = try members.value("uncovered_minutes")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("calls", self.calls)
            json.member("cases", self.cases)
            json.member("client", self.client)
            json.member("client_name", self.clientName)
            json.member("level", self.level)
            json.member("missed", self.missed)
            json.member("service_minutes", self.serviceMinutes)
            json.member("targets", self.targets)
            json.member("uncovered_minutes", self.uncoveredMinutes)
        }
    }

    /// All of the clients together. Calls that are no client's are told to managers alone, in a report of all clients.
    package struct ReportTotal: VarlinkMessage, Equatable {
        package var calls: CallFigures
        package var missed: MissedFigures
        package var cases: [CaseFigures]
        package var serviceMinutes: Int
        package var uncoveredMinutes: Int
        package var unknownCallers: Int?
        package var unknownNumbers: Int?
        package var anonymous: Int?
        package var refused: Int?
        package var colleagues: Int?
        package var unasked: Int?

        package init(
            calls: CallFigures,
            missed: MissedFigures,
            cases: [CaseFigures],
            serviceMinutes: Int,
            uncoveredMinutes: Int,
            unknownCallers: Int? = nil,
            unknownNumbers: Int? = nil,
            anonymous: Int? = nil,
            refused: Int? = nil,
            colleagues: Int? = nil,
            unasked: Int? = nil
        ) {
            self.calls = calls
            self.missed = missed
            self.cases = cases
            self.serviceMinutes = serviceMinutes
            self.uncoveredMinutes = uncoveredMinutes
            self.unknownCallers = unknownCallers
            self.unknownNumbers = unknownNumbers
            self.anonymous = anonymous
            self.refused = refused
            self.colleagues = colleagues
            self.unasked = unasked
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.calls = try members.value("calls")
            self.missed = try members.value("missed")
            self.cases = try members.value("cases")
            self.serviceMinutes = try members.value("service_minutes")
            self.uncoveredMinutes = try members.value("uncovered_minutes")
            self.unknownCallers = try members.optional("unknown_callers")
            self.unknownNumbers = try members.optional("unknown_numbers")
            self.anonymous = try members.optional("anonymous")
            self.refused = try members.optional("refused")
            self.colleagues = try members.optional("colleagues")
            self.unasked = try members.optional("unasked")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("anonymous", self.anonymous)
            json.member("calls", self.calls)
            json.member("cases", self.cases)
            json.optional("colleagues", self.colleagues)
            json.member("missed", self.missed)
            json.optional("refused", self.refused)
            json.member("service_minutes", self.serviceMinutes)
            json.optional("unasked", self.unasked)
            json.member("uncovered_minutes", self.uncoveredMinutes)
            json.optional("unknown_callers", self.unknownCallers)
            json.optional("unknown_numbers", self.unknownNumbers)
        }
    }

    /// A part of a day (mon, tue, …) in which there is service, on the clock.
    package struct ServiceHours: VarlinkMessage, Equatable {
        package var day: String
        package var from: String
        package var until: String

        package init(
            day: String,
            from: String,
            until: String
        ) {
            self.day = day
            self.from = from
            self.until = until
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.day = try members.value("day")
            self.from = try members.value("from")
            self.until = try members.value("until")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("day", self.day)
            json.member("from", self.from)
            json.member("until", self.until)
        }
    }

    /// A pair from an instant on; coming: it takes over after the period.
    package struct ReportPair: VarlinkMessage, Equatable {
        package var from: String
        package var primary: String
        package var primaryName: String
        package var backup: String
        package var backupName: String
        package var coming: Bool

        package init(
            from: String,
            primary: String,
            primaryName: String,
            backup: String,
            backupName: String,
            coming: Bool
        ) {
            self.from = from
            self.primary = primary
            self.primaryName = primaryName
            self.backup = backup
            self.backupName = backupName
            self.coming = coming
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.from = try members.value("from")
            self.primary = try members.value("primary")
            self.primaryName = try members.value("primary_name")
            self.backup = try members.value("backup")
            self.backupName = try members.value("backup_name")
            self.coming = try members.value("coming")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("backup", self.backup)
            json.member("backup_name", self.backupName)
            json.member("coming", self.coming)
            json.member("from", self.from)
            json.member("primary", self.primary)
            json.member("primary_name", self.primaryName)
        }
    }

    /// How many of the answered calls waited so many seconds, rounded up.
    package struct WaitCount: VarlinkMessage, Equatable {
        package var seconds: Int
        package var calls: Int

        package init(
            seconds: Int,
            calls: Int
        ) {
            self.seconds = seconds
            self.calls = calls
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.seconds = try members.value("seconds")
            self.calls = try members.value("calls")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("calls", self.calls)
            json.member("seconds", self.seconds)
        }
    }

    package struct ReportGap: VarlinkMessage, Equatable {
        package var from: String
        package var until: String

        package init(
            from: String,
            until: String
        ) {
            self.from = from
            self.until = until
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.from = try members.value("from")
            self.until = try members.value("until")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("from", self.from)
            json.member("until", self.until)
        }
    }

    /// A missed call; after: seconds of service time until it was closed. In time is missing while it is open and not overdue.
    package struct ReportMissed: VarlinkMessage, Equatable {
        package var at: String
        package var how: String
        package var calls: Int
        package var closedHow: String?
        package var closedAt: String?
        package var after: Double?
        package var inTime: Bool?

        package init(
            at: String,
            how: String,
            calls: Int,
            closedHow: String? = nil,
            closedAt: String? = nil,
            after: Double? = nil,
            inTime: Bool? = nil
        ) {
            self.at = at
            self.how = how
            self.calls = calls
            self.closedHow = closedHow
            self.closedAt = closedAt
            self.after = after
            self.inTime = inTime
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.at = try members.value("at")
            self.how = try members.value("how")
            self.calls = try members.value("calls")
            self.closedHow = try members.optional("closed_how")
            self.closedAt = try members.optional("closed_at")
            self.after = try members.optional("after")
            self.inTime = try members.optional("in_time")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("after", self.after)
            json.member("at", self.at)
            json.member("calls", self.calls)
            json.optional("closed_at", self.closedAt)
            json.optional("closed_how", self.closedHow)
            json.member("how", self.how)
            json.optional("in_time", self.inTime)
        }
    }

    /// One of the twelve months of which the last is that of the period's end.
    package struct ReportMonth: VarlinkMessage, Equatable {
        package var month: String
        package var calls: Int
        package var counted: Int
        package var answered: Int
        package var abandoned: Int
        package var within: Share?

        package init(
            month: String,
            calls: Int,
            counted: Int,
            answered: Int,
            abandoned: Int,
            within: Share? = nil
        ) {
            self.month = month
            self.calls = calls
            self.counted = counted
            self.answered = answered
            self.abandoned = abandoned
            self.within = within
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.month = try members.value("month")
            self.calls = try members.value("calls")
            self.counted = try members.value("counted")
            self.answered = try members.value("answered")
            self.abandoned = try members.value("abandoned")
            self.within = try members.optional("within")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("abandoned", self.abandoned)
            json.member("answered", self.answered)
            json.member("calls", self.calls)
            json.member("counted", self.counted)
            json.member("month", self.month)
            json.optional("within", self.within)
        }
    }

    /// What is told of one client by itself. Days has a letter for each day of the period, as those of ClientCoverage, and a question mark for one
    /// to come or before the records begin. Gaps are at most 200, the first ones; missed calls likewise.
    package struct ReportSheet: VarlinkMessage, Equatable {
        package var hours: [ServiceHours]
        package var pairs: [ReportPair]
        package var introduced: String?
        package var agreementEnd: String?
        package var firstDay: String
        package var days: String
        package var gaps: [ReportGap]
        package var waits: [WaitCount]
        package var missed: [ReportMissed]
        package var months: [ReportMonth]

        package init(
            hours: [ServiceHours],
            pairs: [ReportPair],
            introduced: String? = nil,
            agreementEnd: String? = nil,
            firstDay: String,
            days: String,
            gaps: [ReportGap],
            waits: [WaitCount],
            missed: [ReportMissed],
            months: [ReportMonth]
        ) {
            self.hours = hours
            self.pairs = pairs
            self.introduced = introduced
            self.agreementEnd = agreementEnd
            self.firstDay = firstDay
            self.days = days
            self.gaps = gaps
            self.waits = waits
            self.missed = missed
            self.months = months
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.hours = try members.value("hours")
            self.pairs = try members.value("pairs")
            self.introduced = try members.optional("introduced")
            self.agreementEnd = try members.optional("agreement_end")
            self.firstDay = try members.value("first_day")
            self.days = try members.value("days")
            self.gaps = try members.value("gaps")
            self.waits = try members.value("waits")
            self.missed = try members.value("missed")
            self.months = try members.value("months")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agreement_end", self.agreementEnd)
            json.member("days", self.days)
            json.member("first_day", self.firstDay)
            json.member("gaps", self.gaps)
            json.member("hours", self.hours)
            json.optional("introduced", self.introduced)
            json.member("missed", self.missed)
            json.member("months", self.months)
            json.member("pairs", self.pairs)
            json.member("waits", self.waits)
        }
    }

    /// How many calls have been looked at.
    package struct ReportProgress: VarlinkMessage, Equatable {
        package var calls: Int

        package init(
            calls: Int
        ) {
            self.calls = calls
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.calls = try members.value("calls")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("calls", self.calls)
        }
    }

    /// The figures of a month of the service's calendar, such as 2026-11, or between two instants (RFC 3339); without either, of the present
    /// month. Of one client, with a sheet; or of all whom the caller may see, agents of their clients, managers of all. Made is now; complete: all of
    /// the period was over then. Known_from is there where the records that are kept begin within the period: before that nothing counts. What each figure means stands in docs/reports.md. Whoever calls with `more` is told the progress at once and every
    /// second, and clients come in several replies; where one reply would be too long, others are answered with ExpectedMore.
    package struct Report: VarlinkRequest, Equatable {
        package static let method = "org.majord.Reports.Report"
        package static let parameters: Set<String> = ["client", "month", "from", "until"]
        package typealias Failure = ReportsAPI.Failure

        package var client: String?
        package var month: String?
        package var from: String?
        package var until: String?

        package init(
            client: String? = nil,
            month: String? = nil,
            from: String? = nil,
            until: String? = nil
        ) {
            self.client = client
            self.month = month
            self.from = from
            self.until = until
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.optional("client")
            self.month = try members.optional("month")
            self.from = try members.optional("from")
            self.until = try members.optional("until")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("client", self.client)
            json.optional("from", self.from)
            json.optional("month", self.month)
            json.optional("until", self.until)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var progress: ReportProgress?
            package var made: String
            package var timeZone: String
            package var from: String
            package var until: String
            package var month: String?
            package var complete: Bool
            package var clients: [ClientReport]
            package var total: ReportTotal?
            package var sheet: ReportSheet?
            package var knownFrom: String?

            package init(
                progress: ReportProgress? = nil,
                made: String,
                timeZone: String,
                from: String,
                until: String,
                month: String? = nil,
                complete: Bool,
                clients: [ClientReport],
                total: ReportTotal? = nil,
                sheet: ReportSheet? = nil,
                knownFrom: String? = nil
            ) {
                self.progress = progress
                self.made = made
                self.timeZone = timeZone
                self.from = from
                self.until = until
                self.month = month
                self.complete = complete
                self.clients = clients
                self.total = total
                self.sheet = sheet
                self.knownFrom = knownFrom
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.progress = try members.optional("progress")
                self.made = try members.value("made")
                self.timeZone = try members.value("time_zone")
                self.from = try members.value("from")
                self.until = try members.value("until")
                self.month = try members.optional("month")
                self.complete = try members.value("complete")
                self.clients = try members.value("clients")
                self.total = try members.optional("total")
                self.sheet = try members.optional("sheet")
                self.knownFrom = try members.optional("known_from")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("clients", self.clients)
                json.member("complete", self.complete)
                json.member("from", self.from)
                json.optional("known_from", self.knownFrom)
                json.member("made", self.made)
                json.optional("month", self.month)
                json.optional("progress", self.progress)
                json.optional("sheet", self.sheet)
                json.member("time_zone", self.timeZone)
                json.optional("total", self.total)
                json.member("until", self.until)
            }
        }
    }

    /// Told only to those who may know the clients.
    package struct UnknownClient: VarlinkMessage, Equatable {
        package var client: String
        package var known: [String]?

        package init(
            client: String,
            known: [String]? = nil
        ) {
            self.client = client
            self.known = known
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.value("client")
            self.known = try members.optional("known")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("client", self.client)
            json.optional("known", self.known)
        }
    }

    /// The agent does not stand for the client, neither in his pair nor as a deputy, now or later.
    package struct NotStanding: VarlinkMessage, Equatable {
        package var agent: String
        package var agentName: String
        package var client: String
        package var clientName: String

        package init(
            agent: String,
            agentName: String,
            client: String,
            clientName: String
        ) {
            self.agent = agent
            self.agentName = agentName
            self.client = client
            self.clientName = clientName
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.value("agent")
            self.agentName = try members.value("agent_name")
            self.client = try members.value("client")
            self.clientName = try members.value("client_name")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("agent", self.agent)
            json.member("agent_name", self.agentName)
            json.member("client", self.client)
            json.member("client_name", self.clientName)
        }
    }

    /// Nothing is known of the period: the records that are kept begin later.
    package struct NotKept: VarlinkMessage, Equatable {
        package var from: String

        package init(
            from: String
        ) {
            self.from = from
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.from = try members.value("from")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("from", self.from)
        }
    }

    /// The ledger cannot be read now.
    package struct LedgerUnavailable: VarlinkMessage, Equatable {
        package var cause: String

        package init(
            cause: String
        ) {
            self.cause = cause
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.cause = try members.value("cause")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("cause", self.cause)
        }
    }

    /// The errors of the interface, with what they tell.
    package enum Failure: VarlinkFailure, Equatable {
        /// Told only to those who may know the clients.
        case unknownClient(UnknownClient)
        /// The agent does not stand for the client, neither in his pair nor as a deputy, now or later.
        case notStanding(NotStanding)
        /// The period has not begun.
        case notBegun
        /// Nothing is known of the period: the records that are kept begin later.
        case notKept(NotKept)
        /// The ledger cannot be read now.
        case ledgerUnavailable(LedgerUnavailable)
        /// One of the standard errors, or another interface's, or one that this version does not know.
        case other(VarlinkError)

        package init(_ error: VarlinkError) {
            switch error.name {
            case "org.majord.Reports.UnknownClient":
                self = error.parameters.told().map(Self.unknownClient) ?? .other(error)
            case "org.majord.Reports.NotStanding":
                self = error.parameters.told().map(Self.notStanding) ?? .other(error)
            case "org.majord.Reports.NotBegun":
                self = .notBegun
            case "org.majord.Reports.NotKept":
                self = error.parameters.told().map(Self.notKept) ?? .other(error)
            case "org.majord.Reports.LedgerUnavailable":
                self = error.parameters.told().map(Self.ledgerUnavailable) ?? .other(error)
            default: self = .other(error)
            }
        }

        package var name: String {
            switch self {
            case .unknownClient: "org.majord.Reports.UnknownClient"
            case .notStanding: "org.majord.Reports.NotStanding"
            case .notBegun: "org.majord.Reports.NotBegun"
            case .notKept: "org.majord.Reports.NotKept"
            case .ledgerUnavailable: "org.majord.Reports.LedgerUnavailable"
            case .other(let error): error.name
            }
        }

        package var payload: any VarlinkMessage {
            switch self {
            case .unknownClient(let told): told
            case .notStanding(let told): told
            case .notBegun: JSONObject()
            case .notKept(let told): told
            case .ledgerUnavailable(let told): told
            case .other(let error): error.parameters
            }
        }
    }

    /// The interface as `methods` serve it.
    package static func interface(_ methods: some ReportsMethods) -> VarlinkInterface {
        VarlinkInterface(
            name: name, description: InterfaceTexts.reports,
            methods: [
                "Metrics": VarlinkMethod(methods.metrics),
                "Figures": VarlinkMethod(methods.figures),
                "Coverage": VarlinkMethod(methods.coverage),
                "Capacity": VarlinkMethod(methods.capacity),
                "Digest": VarlinkMethod(methods.digest),
                "Report": VarlinkMethod(methods.report),
            ])
    }
}

/// What serves org.majord.Reports: a function for each method.
package protocol ReportsMethods: Sendable {
    /// All that is counted, for monitoring.
    @Sendable func metrics(
        _ request: ReportsAPI.Metrics, _ caller: VarlinkCaller<ReportsAPI.Metrics>
    ) async throws(ReportsAPI.Failure) -> ReportsAPI.Metrics.Reply

    /// The figures of the first version, at one moment; what is new is told by Metrics only. Instants are RFC 3339 texts.
    /// Degraded: the directory has errors and the last good one, kept in the ledger, is in use. Clients in service are covered or
    /// uncovered. Absent agents are on leave, sick or in a pause: everybody may read the figures, so they do not tell which; busy
    /// agents are on a call.
    /// Since the start are counted: decisions by reason; what PBXs reported of calls (ringing, answered, ended); reloads by result
    /// (done, refused). The first reading at the start is no reload. Answers are by socket (pbx, fastagi), connections also
    /// of control; a socket that is not open is missing. Last questions are the instants at which the last one over each socket was answered;
    /// a socket over which none came since the start is missing. Socket files are those of pbx and control.
    @Sendable func figures(
        _ request: ReportsAPI.Figures, _ caller: VarlinkCaller<ReportsAPI.Figures>
    ) async throws(ReportsAPI.Failure) -> ReportsAPI.Figures.Reply

    /// Who is to be there for clients, nobody being busy: from now to the end of a week, this one and weeks - 1 more (8 where none are named, at most
    /// 104); of one client, or of those for whom an agent stands or is to stand. The first day is today. Stretches are those with nobody; with
    /// details, all in which not both of the pair are there. Uncovered are the clients with nobody at times: strangers and PBXs are told their
    /// names and nothing else; clients are for agents and managers. To a caller who wants more, clients come in several replies, each with its
    /// own uncovered; where one reply would be too long, others are answered with ExpectedMore. Holidays are those of any level that have names.
    @Sendable func coverage(
        _ request: ReportsAPI.Coverage, _ caller: VarlinkCaller<ReportsAPI.Coverage>
    ) async throws(ReportsAPI.Failure) -> ReportsAPI.Coverage.Reply

    /// What each agent carries, for agents and managers. So many large or small clients are full; changes are told until that day, which is included.
    @Sendable func capacity(
        _ request: ReportsAPI.Capacity, _ caller: VarlinkCaller<ReportsAPI.Capacity>
    ) async throws(ReportsAPI.Failure) -> ReportsAPI.Capacity.Reply

    /// What a manager has to know of the weeks to come, for managers. Gaps are as far ahead as gaps_until, of very many the first ones;
    /// more_gaps are left out. The client whose first gap is the soonest comes first, and a client's gaps follow each other. Departures and
    /// deputyships that end early are told until gaps_until, too. Days are dates, and included. Language is the directory's, mails the
    /// addresses of the managers. Of missed calls, in the order in which they were missed, more_missed are left out.
    @Sendable func digest(
        _ request: ReportsAPI.Digest, _ caller: VarlinkCaller<ReportsAPI.Digest>
    ) async throws(ReportsAPI.Failure) -> ReportsAPI.Digest.Reply

    /// The figures of a month of the service's calendar, such as 2026-11, or between two instants (RFC 3339); without either, of the present
    /// month. Of one client, with a sheet; or of all whom the caller may see, agents of their clients, managers of all. Made is now; complete: all of
    /// the period was over then. Known_from is there where the records that are kept begin within the period: before that nothing counts. What each figure means stands in docs/reports.md. Whoever calls with `more` is told the progress at once and every
    /// second, and clients come in several replies; where one reply would be too long, others are answered with ExpectedMore.
    @Sendable func report(
        _ request: ReportsAPI.Report, _ caller: VarlinkCaller<ReportsAPI.Report>
    ) async throws(ReportsAPI.Failure) -> ReportsAPI.Report.Reply
}
