// Made by scripts/generate-api from Sources/MajorAPI/Interfaces/org.majord.Routing.varlink: change that, and run `make generate`.

package import Varlink

/// How calls to the exclusive numbers are decided.
package enum RoutingAPI {
    package static let name = "org.majord.Routing"

    /// One phone to dial. Ring is in seconds; 0 means as long as the PBX likes. The overflow has no agent.
    package struct Target: Codable, Sendable, Equatable {
        package enum Role: VarlinkWord {
            case primary
            case backup
            case deputy
            case overflow
            case `case`
            case callback
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "primary": self = .primary
                case "backup": self = .backup
                case "deputy": self = .deputy
                case "overflow": self = .overflow
                case "case": self = .case
                case "callback": self = .callback
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .primary: "primary"
                case .backup: "backup"
                case .deputy: "deputy"
                case .overflow: "overflow"
                case .case: "case"
                case .callback: "callback"
                case .other(let word): word
                }
            }
        }

        package var role: Role
        package var `extension`: String
        package var agent: String?
        package var agentName: String?
        package var ring: Int

        package init(
            role: Role,
            extension: String,
            agent: String? = nil,
            agentName: String? = nil,
            ring: Int
        ) {
            self.role = role
            self.extension = `extension`
            self.agent = agent
            self.agentName = agentName
            self.ring = ring
        }

        private enum CodingKeys: String, CodingKey {
            case role
            case `extension`
            case agent
            case agentName = "agent_name"
            case ring
        }
    }

    /// The answer for one call: targets in the order in which to dial.
    package struct Decision: Codable, Sendable, Equatable {
        package enum Action: VarlinkWord {
            case dial
            case overflow
            case pass
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "dial": self = .dial
                case "overflow": self = .overflow
                case "pass": self = .pass
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .dial: "dial"
                case .overflow: "overflow"
                case .pass: "pass"
                case .other(let word): word
                }
            }
        }

        package var action: Action
        package var reason: String
        package var targets: [Target]
        package var client: String?
        package var clientName: String?
        package var contact: String?
        package var opens: String?
        package var generation: Int

        package init(
            action: Action,
            reason: String,
            targets: [Target],
            client: String? = nil,
            clientName: String? = nil,
            contact: String? = nil,
            opens: String? = nil,
            generation: Int
        ) {
            self.action = action
            self.reason = reason
            self.targets = targets
            self.client = client
            self.clientName = clientName
            self.contact = contact
            self.opens = opens
            self.generation = generation
        }

        private enum CodingKeys: String, CodingKey {
            case action
            case reason
            case targets
            case client
            case clientName = "client_name"
            case contact
            case opens
            case generation
        }
    }

    /// One step of a decision: its name, what it found, and where in the directory that stands (file:line:column).
    package struct Step: Codable, Sendable, Equatable {
        package var name: String
        package var found: String
        package var place: String?

        package init(
            name: String,
            found: String,
            place: String? = nil
        ) {
            self.name = name
            self.found = found
            self.place = place
        }
    }

    /// Decides a call as a PBX would be answered, without recording it. Without called, an exclusive number is meant;
    /// at is an instant (RFC 3339), or missing for now. Caller and called as they would be dialled or displayed; diverter is who forwarded
    /// the call.
    package struct Decide: VarlinkRequest, Equatable {
        package static let method = "org.majord.Routing.Decide"
        package static let parameters: Set<String> = ["caller", "called", "at", "diverter"]
        package typealias Failure = RoutingAPI.Failure

        package var caller: String
        package var called: String?
        package var at: String?
        package var diverter: String?

        package init(
            caller: String,
            called: String? = nil,
            at: String? = nil,
            diverter: String? = nil
        ) {
            self.caller = caller
            self.called = called
            self.at = at
            self.diverter = diverter
        }

        package struct Reply: Codable, Sendable, Equatable {
            package var callerNumber: String?
            package var at: String
            package var decision: Decision

            package init(
                callerNumber: String? = nil,
                at: String,
                decision: Decision
            ) {
                self.callerNumber = callerNumber
                self.at = at
                self.decision = decision
            }

            private enum CodingKeys: String, CodingKey {
                case callerNumber = "caller_number"
                case at
                case decision
            }
        }
    }

    /// Decides a call and tells every step, in sentences of the language (en, nl); English for any other, and where it is missing. Of an instant
    /// that is over, version is that of the directory that decided then, and since when it was in force.
    package struct Explain: VarlinkRequest, Equatable {
        package static let method = "org.majord.Routing.Explain"
        package static let parameters: Set<String> = ["caller", "called", "at", "language", "diverter"]
        package typealias Failure = RoutingAPI.Failure

        package var caller: String
        package var called: String?
        package var at: String?
        package var language: String?
        package var diverter: String?

        package init(
            caller: String,
            called: String? = nil,
            at: String? = nil,
            language: String? = nil,
            diverter: String? = nil
        ) {
            self.caller = caller
            self.called = called
            self.at = at
            self.language = language
            self.diverter = diverter
        }

        package struct Reply: Codable, Sendable, Equatable {
            package var callerNumber: String?
            package var at: String
            package var decision: Decision
            package var steps: [Step]
            package var version: Int?
            package var versionSince: String?

            package init(
                callerNumber: String? = nil,
                at: String,
                decision: Decision,
                steps: [Step],
                version: Int? = nil,
                versionSince: String? = nil
            ) {
                self.callerNumber = callerNumber
                self.at = at
                self.decision = decision
                self.steps = steps
                self.version = version
                self.versionSince = versionSince
            }

            private enum CodingKeys: String, CodingKey {
                case callerNumber = "caller_number"
                case at
                case decision
                case steps
                case version
                case versionSince = "version_since"
            }
        }
    }

    /// Something that happened to a call that comes to an agent: coming (sent to the agent first), ringing, answered, ended. What the
    /// call's record no longer tells is missing; the caller's number is told with coming.
    package struct CallUpdate: Codable, Sendable, Equatable {
        package enum What: VarlinkWord {
            case coming
            case ringing
            case answered
            case ended
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "coming": self = .coming
                case "ringing": self = .ringing
                case "answered": self = .answered
                case "ended": self = .ended
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .coming: "coming"
                case .ringing: "ringing"
                case .answered: "answered"
                case .ended: "ended"
                case .other(let word): word
                }
            }
        }

        package var what: What
        package var at: String
        package var call: String
        package var agent: String?
        package var agentName: String?
        package var client: String?
        package var clientName: String?
        package var contact: String?
        package var callerNumber: String?

        package init(
            what: What,
            at: String,
            call: String,
            agent: String? = nil,
            agentName: String? = nil,
            client: String? = nil,
            clientName: String? = nil,
            contact: String? = nil,
            callerNumber: String? = nil
        ) {
            self.what = what
            self.at = at
            self.call = call
            self.agent = agent
            self.agentName = agentName
            self.client = client
            self.clientName = clientName
            self.contact = contact
            self.callerNumber = callerNumber
        }

        private enum CodingKeys: String, CodingKey {
            case what
            case at
            case call
            case agent
            case agentName = "agent_name"
            case client
            case clientName = "client_name"
            case contact
            case callerNumber = "caller_number"
        }
    }

    /// [Requires 'more' flag] Tells of calls as they come. Without an agent: the caller's own; for managers who are none: all.
    package struct WatchCalls: VarlinkRequest, Equatable {
        package static let method = "org.majord.Routing.WatchCalls"
        package static let parameters: Set<String> = ["agent"]
        package static let needsMore = true
        package typealias Failure = RoutingAPI.Failure

        package var agent: String?

        package init(
            agent: String? = nil
        ) {
            self.agent = agent
        }

        package struct Reply: Codable, Sendable, Equatable {
            package var update: CallUpdate?

            package init(
                update: CallUpdate? = nil
            ) {
                self.update = update
            }
        }
    }

    /// Who was away at a moment long ago stands in the ledger, which cannot be read.
    package struct PastUnknown: Codable, Sendable, Equatable {
        package var cause: String

        package init(
            cause: String
        ) {
            self.cause = cause
        }
    }

    /// The errors of the interface, with what they tell.
    package enum Failure: VarlinkFailure, Equatable {
        /// Who was away at a moment long ago stands in the ledger, which cannot be read.
        case pastUnknown(PastUnknown)
        /// One of the standard errors, or another interface's, or one that this version does not know.
        case other(VarlinkError)

        package init(_ error: VarlinkError) {
            switch error.name {
            case "org.majord.Routing.PastUnknown":
                self = error.parameters.told().map(Self.pastUnknown) ?? .other(error)
            default: self = .other(error)
            }
        }

        package var name: String {
            switch self {
            case .pastUnknown: "org.majord.Routing.PastUnknown"
            case .other(let error): error.name
            }
        }

        package var payload: any Encodable & Sendable {
            switch self {
            case .pastUnknown(let told): told
            case .other(let error): error.parameters
            }
        }
    }

    /// The interface as `methods` serve it.
    package static func interface(_ methods: some RoutingMethods) -> VarlinkInterface {
        VarlinkInterface(
            name: name, description: InterfaceTexts.routing,
            methods: [
                "Decide": VarlinkMethod(methods.decide),
                "Explain": VarlinkMethod(methods.explain),
                "WatchCalls": VarlinkMethod(methods.watchCalls),
            ])
    }
}

/// What serves org.majord.Routing: a function for each method.
package protocol RoutingMethods: Sendable {
    /// Decides a call as a PBX would be answered, without recording it. Without called, an exclusive number is meant;
    /// at is an instant (RFC 3339), or missing for now. Caller and called as they would be dialled or displayed; diverter is who forwarded
    /// the call.
    @Sendable func decide(
        _ request: RoutingAPI.Decide, _ caller: VarlinkCaller<RoutingAPI.Decide>
    ) async throws(RoutingAPI.Failure) -> RoutingAPI.Decide.Reply

    /// Decides a call and tells every step, in sentences of the language (en, nl); English for any other, and where it is missing. Of an instant
    /// that is over, version is that of the directory that decided then, and since when it was in force.
    @Sendable func explain(
        _ request: RoutingAPI.Explain, _ caller: VarlinkCaller<RoutingAPI.Explain>
    ) async throws(RoutingAPI.Failure) -> RoutingAPI.Explain.Reply

    /// [Requires 'more' flag] Tells of calls as they come. Without an agent: the caller's own; for managers who are none: all.
    @Sendable func watchCalls(
        _ request: RoutingAPI.WatchCalls, _ caller: VarlinkCaller<RoutingAPI.WatchCalls>
    ) async throws(RoutingAPI.Failure) -> RoutingAPI.WatchCalls.Reply
}
