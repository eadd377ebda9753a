// Made by scripts/generate-api from Sources/MajorAPI/Interfaces/org.majord.Routing.varlink: change that, and run `make generate`.

package import Varlink

/// How calls to the exclusive numbers are decided.
package enum RoutingAPI {
    package static let name = "org.majord.Routing"

    /// One phone to dial. Ring is in seconds; 0 means as long as the PBX likes. The overflow has no agent.
    package struct Target: VarlinkMessage, Equatable {
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

        package init(members: JSONObject) throws(JSONCodingError) {
            self.role = try members.value("role")
            self.extension = try members.value("extension")
            self.agent = try members.optional("agent")
            self.agentName = try members.optional("agent_name")
            self.ring = try members.value("ring")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("agent_name", self.agentName)
            json.member("extension", self.extension)
            json.member("ring", self.ring)
            json.member("role", self.role)
        }
    }

    /// The answer for one call: targets in the order in which to dial.
    package struct Decision: VarlinkMessage, Equatable {
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

        package init(members: JSONObject) throws(JSONCodingError) {
            self.action = try members.value("action")
            self.reason = try members.value("reason")
            self.targets = try members.value("targets")
            self.client = try members.optional("client")
            self.clientName = try members.optional("client_name")
            self.contact = try members.optional("contact")
            self.opens = try members.optional("opens")
            self.generation = try members.value("generation")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("action", self.action)
            json.optional("client", self.client)
            json.optional("client_name", self.clientName)
            json.optional("contact", self.contact)
            json.member("generation", self.generation)
            json.optional("opens", self.opens)
            json.member("reason", self.reason)
            json.member("targets", self.targets)
        }
    }

    /// One step of a decision: its name, what it found, and where in the directory that stands (file:line:column).
    package struct Step: VarlinkMessage, Equatable {
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

        package init(members: JSONObject) throws(JSONCodingError) {
            self.name = try members.value("name")
            self.found = try members.value("found")
            self.place = try members.optional("place")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("found", self.found)
            json.member("name", self.name)
            json.optional("place", self.place)
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

        package init(members: JSONObject) throws(JSONCodingError) {
            self.caller = try members.value("caller")
            self.called = try members.optional("called")
            self.at = try members.optional("at")
            self.diverter = try members.optional("diverter")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("at", self.at)
            json.optional("called", self.called)
            json.member("caller", self.caller)
            json.optional("diverter", self.diverter)
        }

        package struct Reply: VarlinkMessage, Equatable {
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

            package init(members: JSONObject) throws(JSONCodingError) {
                self.callerNumber = try members.optional("caller_number")
                self.at = try members.value("at")
                self.decision = try members.value("decision")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("at", self.at)
                json.optional("caller_number", self.callerNumber)
                json.member("decision", self.decision)
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

        package init(members: JSONObject) throws(JSONCodingError) {
            self.caller = try members.value("caller")
            self.called = try members.optional("called")
            self.at = try members.optional("at")
            self.language = try members.optional("language")
            self.diverter = try members.optional("diverter")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("at", self.at)
            json.optional("called", self.called)
            json.member("caller", self.caller)
            json.optional("diverter", self.diverter)
            json.optional("language", self.language)
        }

        package struct Reply: VarlinkMessage, Equatable {
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

            package init(members: JSONObject) throws(JSONCodingError) {
                self.callerNumber = try members.optional("caller_number")
                self.at = try members.value("at")
                self.decision = try members.value("decision")
                self.steps = try members.value("steps")
                self.version = try members.optional("version")
                self.versionSince = try members.optional("version_since")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("at", self.at)
                json.optional("caller_number", self.callerNumber)
                json.member("decision", self.decision)
                json.member("steps", self.steps)
                json.optional("version", self.version)
                json.optional("version_since", self.versionSince)
            }
        }
    }

    /// Something that happened to a call that comes to an agent: coming (sent to the agent first), ringing, answered, ended. What the
    /// call's record no longer tells is missing; the caller's number is told with coming.
    package struct CallUpdate: VarlinkMessage, Equatable {
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

        package init(members: JSONObject) throws(JSONCodingError) {
            self.what = try members.value("what")
            self.at = try members.value("at")
            self.call = try members.value("call")
            self.agent = try members.optional("agent")
            self.agentName = try members.optional("agent_name")
            self.client = try members.optional("client")
            self.clientName = try members.optional("client_name")
            self.contact = try members.optional("contact")
            self.callerNumber = try members.optional("caller_number")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("agent_name", self.agentName)
            json.member("at", self.at)
            json.member("call", self.call)
            json.optional("caller_number", self.callerNumber)
            json.optional("client", self.client)
            json.optional("client_name", self.clientName)
            json.optional("contact", self.contact)
            json.member("what", self.what)
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

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.optional("agent")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var update: CallUpdate?

            package init(
                update: CallUpdate? = nil
            ) {
                self.update = update
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.update = try members.optional("update")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.optional("update", self.update)
            }
        }
    }

    /// Who was away at a moment long ago stands in the ledger, which cannot be read.
    package struct PastUnknown: VarlinkMessage, Equatable {
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

        package var payload: any VarlinkMessage {
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
