// Made by scripts/generate-api from Sources/MajorAPI/Interfaces/org.majord.Reports.varlink: change that, and run `make generate`.

package import Varlink

/// What the service has done and how it stands, in figures. Nobody's name and no phone number is in them, so everybody may read them.
package enum ReportsAPI {
    package static let name = "org.majord.Reports"

    /// How long answers took, in seconds: counts has one entry more than bounds. The first entry counts the answers that took up to the
    /// first bound, each further one those above the bound before it and up to its own, the last one those above the last bound.
    package struct AnswerTimes: Codable, Sendable, Equatable {
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

        private enum CodingKeys: String, CodingKey {
            case bounds
            case counts
            case sumSeconds = "sum_seconds"
        }
    }

    /// The connections of one socket since the start, and current ones. Total includes the refused, which were too many at one time.
    /// Protocol errors and time-outs each ended a connection. Requests that were dropped without an answer: late ones had waited
    /// longer than their deadline, those of the gone had lost their peer.
    package struct Connections: Codable, Sendable, Equatable {
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

        private enum CodingKeys: String, CodingKey {
            case current
            case total
            case refused
            case protocolErrors = "protocol_errors"
            case timedOut = "timed_out"
            case requestsLate = "requests_late"
            case requestsGone = "requests_gone"
        }
    }

    /// A socket's file: whether its users may open it as it was shipped, and what it is at the moment (mode such as 0660).
    package struct SocketFile: Codable, Sendable, Equatable {
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

        private enum CodingKeys: String, CodingKey {
            case asShipped = "as_shipped"
            case mode
            case owner
            case group
        }
    }

    /// The durable record. Records are of calls: waiting to be written, and dropped since the start because too many waited. The lag is
    /// the age of the oldest one that waits, 0 when none does.
    package struct Ledger: Codable, Sendable, Equatable {
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

        private enum CodingKeys: String, CodingKey {
            case available
            case recordsWaiting = "records_waiting"
            case recordsDropped = "records_dropped"
            case lagSeconds = "lag_seconds"
        }
    }

    /// The daemon's process, where the system tells.
    package struct Process: Codable, Sendable, Equatable {
        package var residentMemoryBytes: Int?
        package var openDescriptors: Int?

        package init(
            residentMemoryBytes: Int? = nil,
            openDescriptors: Int? = nil
        ) {
            self.residentMemoryBytes = residentMemoryBytes
            self.openDescriptors = openDescriptors
        }

        private enum CodingKeys: String, CodingKey {
            case residentMemoryBytes = "resident_memory_bytes"
            case openDescriptors = "open_descriptors"
        }
    }

    /// A figure by its labels, such as socket with pbx. The suffix comes after the metric's name, as in _total.
    package struct Label: Codable, Sendable, Equatable {
        package var name: String
        package var value: String

        package init(
            name: String,
            value: String
        ) {
            self.name = name
            self.value = value
        }
    }

    package struct Sample: Codable, Sendable, Equatable {
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
    }

    /// What is counted or so at the moment, as OpenMetrics has it: the unit is seconds or bytes, the help is a sentence. Without samples it is
    /// not known, or has not happened.
    package struct Metric: Codable, Sendable, Equatable {
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
    }

    /// All that is counted, for monitoring.
    package struct Metrics: VarlinkRequest, Equatable {
        package static let method = "org.majord.Reports.Metrics"
        package static let parameters: Set<String> = []
        package typealias Failure = ReportsAPI.Failure

        package init() {}

        package struct Reply: Codable, Sendable, Equatable {
            package var metrics: [Metric]

            package init(
                metrics: [Metric]
            ) {
                self.metrics = metrics
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

        package struct Reply: Codable, Sendable, Equatable {
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
                socketFiles: [String: SocketFile]? = nil
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
            }

            private enum CodingKeys: String, CodingKey {
                case version
                case started
                case now
                case secondsToReady = "seconds_to_ready"
                case generation
                case degraded
                case clients
                case inService = "in_service"
                case covered
                case uncovered
                case agents
                case agentsBusy = "agents_busy"
                case agentsAbsent = "agents_absent"
                case decisions
                case callEvents = "call_events"
                case answers
                case connections
                case ledger
                case reloads
                case lastReload = "last_reload"
                case lastReloadResult = "last_reload_result"
                case process
                case lastQuestions = "last_questions"
                case socketFiles = "socket_files"
            }
        }
    }

    /// The errors of the interface, with what they tell.
    package enum Failure: VarlinkFailure, Equatable {
        /// One of the standard errors, or another interface's, or one that this version does not know.
        case other(VarlinkError)

        package init(_ error: VarlinkError) {
            self = .other(error)
        }

        package var name: String {
            switch self {
            case .other(let error): error.name
            }
        }

        package var payload: any Encodable & Sendable {
            switch self {
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
}
