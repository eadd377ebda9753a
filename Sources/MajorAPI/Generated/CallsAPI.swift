// Made by scripts/generate-api from Sources/MajorAPI/Interfaces/org.majord.Calls.varlink: change that, and run `make generate`.

package import Varlink

/// What came, who got it, after how long and why; and what is to be called back. Agents see the calls of their clients, managers all.
package enum CallsAPI {
    package static let name = "org.majord.Calls"

    /// Somebody who was considered for a call, in order; passed_over says why he could not take it, until says until when, where that was known.
    /// Behind says why one who could take it came behind others: wrap-up (he had just been on a call), unreachable (his phone could not be reached).
    package struct Considered: Codable, Sendable, Equatable {
        package var agent: String
        package var agentName: String
        package var role: String
        package var passedOver: String?
        package var until: String?
        package var behind: [String]?

        package init(
            agent: String,
            agentName: String,
            role: String,
            passedOver: String? = nil,
            until: String? = nil,
            behind: [String]? = nil
        ) {
            self.agent = agent
            self.agentName = agentName
            self.role = role
            self.passedOver = passedOver
            self.until = until
            self.behind = behind
        }

        private enum CodingKeys: String, CodingKey {
            case agent
            case agentName = "agent_name"
            case role
            case passedOver = "passed_over"
            case until
            case behind
        }
    }

    /// A phone that was to be dialled; the overflow has no agent.
    package struct Target: Codable, Sendable, Equatable {
        package var role: String
        package var `extension`: String
        package var agent: String?
        package var agentName: String?
        package var ring: Int

        package init(
            role: String,
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

    /// A call. Outcome is answered, abandoned, no-answer, overflow (the overflow answered), nobody (nobody was there, or all on the phone), elsewhere (the
    /// call was none to the client's own people), open, unknown (the PBX did not report it), or called and not-reached for one that an agent
    /// dialled. Answered by and in which role, and waited: seconds from the question to the answer. Once the number of who called or was dialled was forgotten,
    /// it is the client's block (+31505551*), a token (forgotten-…), or missing. Missed is the missed call of which it is part.
    package struct Call: Codable, Sendable, Equatable {
        package var call: String
        package var decision: String?
        package var at: String
        package var outcome: String
        package var client: String?
        package var clientName: String?
        package var contact: String?
        package var caller: String?
        package var dialled: String?
        package var reason: String?
        package var role: String?
        package var agent: String?
        package var agentName: String?
        package var `extension`: String?
        package var waited: Double?
        package var ended: String?
        package var endedAt: String?
        package var missed: String?

        package init(
            call: String,
            decision: String? = nil,
            at: String,
            outcome: String,
            client: String? = nil,
            clientName: String? = nil,
            contact: String? = nil,
            caller: String? = nil,
            dialled: String? = nil,
            reason: String? = nil,
            role: String? = nil,
            agent: String? = nil,
            agentName: String? = nil,
            extension: String? = nil,
            waited: Double? = nil,
            ended: String? = nil,
            endedAt: String? = nil,
            missed: String? = nil
        ) {
            self.call = call
            self.decision = decision
            self.at = at
            self.outcome = outcome
            self.client = client
            self.clientName = clientName
            self.contact = contact
            self.caller = caller
            self.dialled = dialled
            self.reason = reason
            self.role = role
            self.agent = agent
            self.agentName = agentName
            self.extension = `extension`
            self.waited = waited
            self.ended = ended
            self.endedAt = endedAt
            self.missed = missed
        }

        private enum CodingKeys: String, CodingKey {
            case call
            case decision
            case at
            case outcome
            case client
            case clientName = "client_name"
            case contact
            case caller
            case dialled
            case reason
            case role
            case agent
            case agentName = "agent_name"
            case `extension`
            case waited
            case ended
            case endedAt = "ended_at"
            case missed
        }
    }

    /// Everything about a call: who was considered and why each was passed over, who was to be dialled, which phones rang, who gave it away, and
    /// what was reported too late; and the version of the directory that decided, by when it came into force.
    package struct CallDetails: Codable, Sendable, Equatable {
        package var call: Call
        package var action: String?
        package var considered: [Considered]
        package var targets: [Target]
        package var rang: [String]
        package var rangAt: String?
        package var answeredAt: String?
        package var released: [String]
        package var late: [String]
        package var opens: String?
        package var generation: Int?
        package var version: Int?
        package var versionSince: String?

        package init(
            call: Call,
            action: String? = nil,
            considered: [Considered],
            targets: [Target],
            rang: [String],
            rangAt: String? = nil,
            answeredAt: String? = nil,
            released: [String],
            late: [String],
            opens: String? = nil,
            generation: Int? = nil,
            version: Int? = nil,
            versionSince: String? = nil
        ) {
            self.call = call
            self.action = action
            self.considered = considered
            self.targets = targets
            self.rang = rang
            self.rangAt = rangAt
            self.answeredAt = answeredAt
            self.released = released
            self.late = late
            self.opens = opens
            self.generation = generation
            self.version = version
            self.versionSince = versionSince
        }

        private enum CodingKeys: String, CodingKey {
            case call
            case action
            case considered
            case targets
            case rang
            case rangAt = "rang_at"
            case answeredAt = "answered_at"
            case released
            case late
            case opens
            case generation
            case version
            case versionSince = "version_since"
        }
    }

    /// A missed call: none of the client's own people answered in service hours. Calls of one caller within ten minutes are one. It belongs to the
    /// pair (owners are ids; caller is a token, forgotten-…, once his number was forgotten, or missing), and is overdue when nobody has called back by due. Attempts are those that did not reach the caller. How: abandoned,
    /// no-answer, overflow, nobody. Closed by:
    /// how (answered, called, by-hand, corrected), who and when.
    package struct Missed: Codable, Sendable, Equatable {
        package var missed: String
        package var client: String
        package var clientName: String
        package var contact: String?
        package var caller: String?
        package var how: String
        package var calls: Int
        package var first: String
        package var last: String
        package var due: String?
        package var overdue: Bool
        package var owners: [String]
        package var ownerNames: [String]
        package var attempts: Int
        package var attempted: String?
        package var closedHow: String?
        package var closedBy: String?
        package var closedAt: String?
        package var note: String?

        package init(
            missed: String,
            client: String,
            clientName: String,
            contact: String? = nil,
            caller: String? = nil,
            how: String,
            calls: Int,
            first: String,
            last: String,
            due: String? = nil,
            overdue: Bool,
            owners: [String],
            ownerNames: [String],
            attempts: Int,
            attempted: String? = nil,
            closedHow: String? = nil,
            closedBy: String? = nil,
            closedAt: String? = nil,
            note: String? = nil
        ) {
            self.missed = missed
            self.client = client
            self.clientName = clientName
            self.contact = contact
            self.caller = caller
            self.how = how
            self.calls = calls
            self.first = first
            self.last = last
            self.due = due
            self.overdue = overdue
            self.owners = owners
            self.ownerNames = ownerNames
            self.attempts = attempts
            self.attempted = attempted
            self.closedHow = closedHow
            self.closedBy = closedBy
            self.closedAt = closedAt
            self.note = note
        }

        private enum CodingKeys: String, CodingKey {
            case missed
            case client
            case clientName = "client_name"
            case contact
            case caller
            case how
            case calls
            case first
            case last
            case due
            case overdue
            case owners
            case ownerNames = "owner_names"
            case attempts
            case attempted
            case closedHow = "closed_how"
            case closedBy = "closed_by"
            case closedAt = "closed_at"
            case note
        }
    }

    /// Calls, the newest first, 200 where no limit is named, at most 2,000; more: there are others. From and until are instants (RFC 3339).
    package struct List: VarlinkRequest, Equatable {
        package static let method = "org.majord.Calls.List"
        package static let parameters: Set<String> = ["client", "agent", "outcome", "from", "until", "limit"]
        package typealias Failure = CallsAPI.Failure

        package var client: String?
        package var agent: String?
        package var outcome: String?
        package var from: String?
        package var until: String?
        package var limit: Int?

        package init(
            client: String? = nil,
            agent: String? = nil,
            outcome: String? = nil,
            from: String? = nil,
            until: String? = nil,
            limit: Int? = nil
        ) {
            self.client = client
            self.agent = agent
            self.outcome = outcome
            self.from = from
            self.until = until
            self.limit = limit
        }

        package struct Reply: Codable, Sendable, Equatable {
            package var calls: [Call]
            package var now: String
            package var timeZone: String
            package var more: Bool

            package init(
                calls: [Call],
                now: String,
                timeZone: String,
                more: Bool
            ) {
                self.calls = calls
                self.now = now
                self.timeZone = timeZone
                self.more = more
            }

            private enum CodingKeys: String, CodingKey {
                case calls
                case now
                case timeZone = "time_zone"
                case more
            }
        }
    }

    /// Everything about the calls with an id of the PBX or of a decision, the newest first.
    package struct Describe: VarlinkRequest, Equatable {
        package static let method = "org.majord.Calls.Describe"
        package static let parameters: Set<String> = ["call"]
        package typealias Failure = CallsAPI.Failure

        package var call: String

        package init(
            call: String
        ) {
            self.call = call
        }

        package struct Reply: Codable, Sendable, Equatable {
            package var calls: [CallDetails]
            package var now: String
            package var timeZone: String

            package init(
                calls: [CallDetails],
                now: String,
                timeZone: String
            ) {
                self.calls = calls
                self.now = now
                self.timeZone = timeZone
            }

            private enum CodingKeys: String, CodingKey {
                case calls
                case now
                case timeZone = "time_zone"
            }
        }
    }

    /// Missed calls: the open ones in the order in which they came, or with closed all, the newest first. Mine: of the clients for whom the caller,
    /// an agent, stands; client: of this one. With closed 200 at the most; more: there are others.
    package struct ListMissed: VarlinkRequest, Equatable {
        package static let method = "org.majord.Calls.ListMissed"
        package static let parameters: Set<String> = ["mine", "closed", "client"]
        package typealias Failure = CallsAPI.Failure

        package var mine: Bool?
        package var closed: Bool?
        package var client: String?

        package init(
            mine: Bool? = nil,
            closed: Bool? = nil,
            client: String? = nil
        ) {
            self.mine = mine
            self.closed = closed
            self.client = client
        }

        package struct Reply: Codable, Sendable, Equatable {
            package var missed: [Missed]
            package var now: String
            package var timeZone: String
            package var more: Bool?

            package init(
                missed: [Missed],
                now: String,
                timeZone: String,
                more: Bool? = nil
            ) {
                self.missed = missed
                self.now = now
                self.timeZone = timeZone
                self.more = more
            }

            private enum CodingKeys: String, CodingKey {
                case missed
                case now
                case timeZone = "time_zone"
                case more
            }
        }
    }

    /// Closes a missed call by hand.
    package struct CloseMissed: VarlinkRequest, Equatable {
        package static let method = "org.majord.Calls.CloseMissed"
        package static let parameters: Set<String> = ["missed", "note"]
        package typealias Failure = CallsAPI.Failure

        package var missed: String
        package var note: String?

        package init(
            missed: String,
            note: String? = nil
        ) {
            self.missed = missed
            self.note = note
        }

        package struct Reply: Codable, Sendable, Equatable {
            package var missed: Missed

            package init(
                missed: Missed
            ) {
                self.missed = missed
            }
        }
    }

    /// No client has this identifier, nor is there anything recorded of one who had it.
    package struct UnknownClient: Codable, Sendable, Equatable {
        package var client: String
        package var nearest: String?

        package init(
            client: String,
            nearest: String? = nil
        ) {
            self.client = client
            self.nearest = nearest
        }
    }

    /// No agent has this identifier, nor is there anything recorded of one who had it; known are those that there are.
    package struct UnknownAgent: Codable, Sendable, Equatable {
        package var agent: String
        package var known: [String]

        package init(
            agent: String,
            known: [String]
        ) {
            self.agent = agent
            self.known = known
        }
    }

    /// No call has this id, or none that the caller may see.
    package struct UnknownCall: Codable, Sendable, Equatable {
        package var call: String

        package init(
            call: String
        ) {
            self.call = call
        }
    }

    /// No open missed call has this number, or it is a client's whose calls are not told. Where it is done: how (as of Missed), by whom and when.
    package struct UnknownMissed: Codable, Sendable, Equatable {
        package var missed: String
        package var closedHow: String?
        package var closedBy: String?
        package var closedAt: String?

        package init(
            missed: String,
            closedHow: String? = nil,
            closedBy: String? = nil,
            closedAt: String? = nil
        ) {
            self.missed = missed
            self.closedHow = closedHow
            self.closedBy = closedBy
            self.closedAt = closedAt
        }

        private enum CodingKeys: String, CodingKey {
            case missed
            case closedHow = "closed_how"
            case closedBy = "closed_by"
            case closedAt = "closed_at"
        }
    }

    /// The caller is no agent, so no call is his.
    package struct NotAnAgent: Codable, Sendable, Equatable {
        package var user: String

        package init(
            user: String
        ) {
            self.user = user
        }
    }

    /// The ledger cannot be written or read now; nothing has changed.
    package struct LedgerUnavailable: Codable, Sendable, Equatable {
        package var cause: String

        package init(
            cause: String
        ) {
            self.cause = cause
        }
    }

    /// The errors of the interface, with what they tell.
    package enum Failure: VarlinkFailure, Equatable {
        /// No client has this identifier, nor is there anything recorded of one who had it.
        case unknownClient(UnknownClient)
        /// No agent has this identifier, nor is there anything recorded of one who had it; known are those that there are.
        case unknownAgent(UnknownAgent)
        /// No call has this id, or none that the caller may see.
        case unknownCall(UnknownCall)
        /// No open missed call has this number, or it is a client's whose calls are not told. Where it is done: how (as of Missed), by whom and when.
        case unknownMissed(UnknownMissed)
        /// A note that is no line of 1 to 2,000 bytes.
        case invalidNote
        /// The caller is no agent, so no call is his.
        case notAnAgent(NotAnAgent)
        /// The ledger cannot be written or read now; nothing has changed.
        case ledgerUnavailable(LedgerUnavailable)
        /// One of the standard errors, or another interface's, or one that this version does not know.
        case other(VarlinkError)

        package init(_ error: VarlinkError) {
            switch error.name {
            case "org.majord.Calls.UnknownClient":
                self = error.parameters.told().map(Self.unknownClient) ?? .other(error)
            case "org.majord.Calls.UnknownAgent":
                self = error.parameters.told().map(Self.unknownAgent) ?? .other(error)
            case "org.majord.Calls.UnknownCall":
                self = error.parameters.told().map(Self.unknownCall) ?? .other(error)
            case "org.majord.Calls.UnknownMissed":
                self = error.parameters.told().map(Self.unknownMissed) ?? .other(error)
            case "org.majord.Calls.InvalidNote":
                self = .invalidNote
            case "org.majord.Calls.NotAnAgent":
                self = error.parameters.told().map(Self.notAnAgent) ?? .other(error)
            case "org.majord.Calls.LedgerUnavailable":
                self = error.parameters.told().map(Self.ledgerUnavailable) ?? .other(error)
            default: self = .other(error)
            }
        }

        package var name: String {
            switch self {
            case .unknownClient: "org.majord.Calls.UnknownClient"
            case .unknownAgent: "org.majord.Calls.UnknownAgent"
            case .unknownCall: "org.majord.Calls.UnknownCall"
            case .unknownMissed: "org.majord.Calls.UnknownMissed"
            case .invalidNote: "org.majord.Calls.InvalidNote"
            case .notAnAgent: "org.majord.Calls.NotAnAgent"
            case .ledgerUnavailable: "org.majord.Calls.LedgerUnavailable"
            case .other(let error): error.name
            }
        }

        package var payload: any Encodable & Sendable {
            switch self {
            case .unknownClient(let told): told
            case .unknownAgent(let told): told
            case .unknownCall(let told): told
            case .unknownMissed(let told): told
            case .invalidNote: JSONObject()
            case .notAnAgent(let told): told
            case .ledgerUnavailable(let told): told
            case .other(let error): error.parameters
            }
        }
    }

    /// The interface as `methods` serve it.
    package static func interface(_ methods: some CallsMethods) -> VarlinkInterface {
        VarlinkInterface(
            name: name, description: InterfaceTexts.calls,
            methods: [
                "List": VarlinkMethod(methods.list),
                "Describe": VarlinkMethod(methods.describe),
                "ListMissed": VarlinkMethod(methods.listMissed),
                "CloseMissed": VarlinkMethod(methods.closeMissed),
            ])
    }
}

/// What serves org.majord.Calls: a function for each method.
package protocol CallsMethods: Sendable {
    /// Calls, the newest first, 200 where no limit is named, at most 2,000; more: there are others. From and until are instants (RFC 3339).
    @Sendable func list(
        _ request: CallsAPI.List, _ caller: VarlinkCaller<CallsAPI.List>
    ) async throws(CallsAPI.Failure) -> CallsAPI.List.Reply

    /// Everything about the calls with an id of the PBX or of a decision, the newest first.
    @Sendable func describe(
        _ request: CallsAPI.Describe, _ caller: VarlinkCaller<CallsAPI.Describe>
    ) async throws(CallsAPI.Failure) -> CallsAPI.Describe.Reply

    /// Missed calls: the open ones in the order in which they came, or with closed all, the newest first. Mine: of the clients for whom the caller,
    /// an agent, stands; client: of this one. With closed 200 at the most; more: there are others.
    @Sendable func listMissed(
        _ request: CallsAPI.ListMissed, _ caller: VarlinkCaller<CallsAPI.ListMissed>
    ) async throws(CallsAPI.Failure) -> CallsAPI.ListMissed.Reply

    /// Closes a missed call by hand.
    @Sendable func closeMissed(
        _ request: CallsAPI.CloseMissed, _ caller: VarlinkCaller<CallsAPI.CloseMissed>
    ) async throws(CallsAPI.Failure) -> CallsAPI.CloseMissed.Reply
}
