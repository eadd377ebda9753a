// Made by scripts/generate-api from Sources/MajorAPI/Interfaces/org.majord.Calls.varlink: change that, and run `make generate`.

package import Varlink

/// What came, who got it, after how long and why; and what is to be called back. Agents see the calls of their clients, managers all.
package enum CallsAPI {
    package static let name = "org.majord.Calls"

    /// Somebody who was considered for a call, in order; passed_over says why he could not take it, until says until when, where that was known.
    /// Behind says why one who could take it came behind others: wrap-up (he had just been on a call), unreachable (his phone could not be reached).
    package struct Considered: VarlinkMessage, Equatable {
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

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.value("agent")
            self.agentName = try members.value("agent_name")
            self.role = try members.value("role")
            self.passedOver = try members.optional("passed_over")
            self.until = try members.optional("until")
            self.behind = try members.optional("behind")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("agent", self.agent)
            json.member("agent_name", self.agentName)
            json.optional("behind", self.behind)
            json.optional("passed_over", self.passedOver)
            json.member("role", self.role)
            json.optional("until", self.until)
        }
    }

    /// A phone that was to be dialled; the overflow has no agent.
    package struct Target: VarlinkMessage, Equatable {
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

    /// A call. Outcome is answered, abandoned, no-answer, overflow (the overflow answered), nobody (nobody was there, or all on the phone), elsewhere (the
    /// call was none to the client's own people), open, unknown (the PBX did not report it), or called and not-reached for one that an agent
    /// dialled. Answered by and in which role, and waited: seconds from the question to the answer. Once the number of who called or was dialled was forgotten,
    /// it is the client's block (+31505551*), a token (forgotten-…), or missing. Missed is the missed call of which it is part.
    package struct Call: VarlinkMessage, Equatable {
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

        package init(members: JSONObject) throws(JSONCodingError) {
            self.call = try members.value("call")
            self.decision = try members.optional("decision")
            self.at = try members.value("at")
            self.outcome = try members.value("outcome")
            self.client = try members.optional("client")
            self.clientName = try members.optional("client_name")
            self.contact = try members.optional("contact")
            self.caller = try members.optional("caller")
            self.dialled = try members.optional("dialled")
            self.reason = try members.optional("reason")
            self.role = try members.optional("role")
            self.agent = try members.optional("agent")
            self.agentName = try members.optional("agent_name")
            self.extension = try members.optional("extension")
            self.waited = try members.optional("waited")
            self.ended = try members.optional("ended")
            self.endedAt = try members.optional("ended_at")
            self.missed = try members.optional("missed")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("agent_name", self.agentName)
            json.member("at", self.at)
            json.member("call", self.call)
            json.optional("caller", self.caller)
            json.optional("client", self.client)
            json.optional("client_name", self.clientName)
            json.optional("contact", self.contact)
            json.optional("decision", self.decision)
            json.optional("dialled", self.dialled)
            json.optional("ended", self.ended)
            json.optional("ended_at", self.endedAt)
            json.optional("extension", self.extension)
            json.optional("missed", self.missed)
            json.member("outcome", self.outcome)
            json.optional("reason", self.reason)
            json.optional("role", self.role)
            json.optional("waited", self.waited)
        }
    }

    /// Somebody who had a call for a time: extension, and whose it is; none for the overflow, and for a phone that is no agent's. No until: he has it yet.
    package struct Turn: VarlinkMessage, Equatable {
        package var `extension`: String
        package var agent: String?
        package var agentName: String?
        package var since: String
        package var until: String?

        package init(
            extension: String,
            agent: String? = nil,
            agentName: String? = nil,
            since: String,
            until: String? = nil
        ) {
            self.extension = `extension`
            self.agent = agent
            self.agentName = agentName
            self.since = since
            self.until = until
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.extension = try members.value("extension")
            self.agent = try members.optional("agent")
            self.agentName = try members.optional("agent_name")
            self.since = try members.value("since")
            self.until = try members.optional("until")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("agent_name", self.agentName)
            json.member("extension", self.extension)
            json.member("since", self.since)
            json.optional("until", self.until)
        }
    }

    /// Everything about a call: who was considered and why each was passed over, who was to be dialled, which phones rang, who gave it away, who had it one after
    /// the other (turns) where several had it, and what was reported too late; and the version of the directory that decided, by when it came into force.
    package struct CallDetails: VarlinkMessage, Equatable {
        package var call: Call
        package var action: String?
        package var considered: [Considered]
        package var targets: [Target]
        package var rang: [String]
        package var rangAt: String?
        package var answeredAt: String?
        package var released: [String]
        package var turns: [Turn]?
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
            turns: [Turn]? = nil,
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
            self.turns = turns
            self.late = late
            self.opens = opens
            self.generation = generation
            self.version = version
            self.versionSince = versionSince
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.call = try members.value("call")
            self.action = try members.optional("action")
            self.considered = try members.value("considered")
            self.targets = try members.value("targets")
            self.rang = try members.value("rang")
            self.rangAt = try members.optional("rang_at")
            self.answeredAt = try members.optional("answered_at")
            self.released = try members.value("released")
            self.turns = try members.optional("turns")
            self.late = try members.value("late")
            self.opens = try members.optional("opens")
            self.generation = try members.optional("generation")
            self.version = try members.optional("version")
            self.versionSince = try members.optional("version_since")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("action", self.action)
            json.optional("answered_at", self.answeredAt)
            json.member("call", self.call)
            json.member("considered", self.considered)
            json.optional("generation", self.generation)
            json.member("late", self.late)
            json.optional("opens", self.opens)
            json.member("rang", self.rang)
            json.optional("rang_at", self.rangAt)
            json.member("released", self.released)
            json.member("targets", self.targets)
            json.optional("turns", self.turns)
            json.optional("version", self.version)
            json.optional("version_since", self.versionSince)
        }
    }

    /// A missed call: none of the client's own people answered in service hours. Calls of one caller within ten minutes are one. It belongs to the
    /// pair (owners are ids; caller is a token, forgotten-…, once his number was forgotten, or missing), and is overdue when nobody has called back by due. Attempts are those that did not reach the caller. How: abandoned,
    /// no-answer, overflow, nobody. Closed by:
    /// how (answered, called, by-hand, corrected), who and when.
    package struct Missed: VarlinkMessage, Equatable {
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

        package init(members: JSONObject) throws(JSONCodingError) {
            self.missed = try members.value("missed")
            self.client = try members.value("client")
            self.clientName = try members.value("client_name")
            self.contact = try members.optional("contact")
            self.caller = try members.optional("caller")
            self.how = try members.value("how")
            self.calls = try members.value("calls")
            self.first = try members.value("first")
            self.last = try members.value("last")
            self.due = try members.optional("due")
            self.overdue = try members.value("overdue")
            self.owners = try members.value("owners")
            self.ownerNames = try members.value("owner_names")
            self.attempts = try members.value("attempts")
            self.attempted = try members.optional("attempted")
            self.closedHow = try members.optional("closed_how")
            self.closedBy = try members.optional("closed_by")
            self.closedAt = try members.optional("closed_at")
            self.note = try members.optional("note")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("attempted", self.attempted)
            json.member("attempts", self.attempts)
            json.optional("caller", self.caller)
            json.member("calls", self.calls)
            json.member("client", self.client)
            json.member("client_name", self.clientName)
            json.optional("closed_at", self.closedAt)
            json.optional("closed_by", self.closedBy)
            json.optional("closed_how", self.closedHow)
            json.optional("contact", self.contact)
            json.optional("due", self.due)
            json.member("first", self.first)
            json.member("how", self.how)
            json.member("last", self.last)
            json.member("missed", self.missed)
            json.optional("note", self.note)
            json.member("overdue", self.overdue)
            json.member("owner_names", self.ownerNames)
            json.member("owners", self.owners)
        }
    }

    /// Calls, the newest first, 200 where no limit is named, at most 2,000; more: there are others, which come when asked before next. From and until
    /// are instants (RFC 3339).
    package struct List: VarlinkRequest, Equatable {
        package static let method = "org.majord.Calls.List"
        package static let parameters: Set<String> = [
            "client", "agent", "outcome", "from", "until", "limit", "before",
        ]
        package typealias Failure = CallsAPI.Failure

        package var client: String?
        package var agent: String?
        package var outcome: String?
        package var from: String?
        package var until: String?
        package var limit: Int?
        package var before: String?

        package init(
            client: String? = nil,
            agent: String? = nil,
            outcome: String? = nil,
            from: String? = nil,
            until: String? = nil,
            limit: Int? = nil,
            before: String? = nil
        ) {
            self.client = client
            self.agent = agent
            self.outcome = outcome
            self.from = from
            self.until = until
            self.limit = limit
            self.before = before
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.optional("client")
            self.agent = try members.optional("agent")
            self.outcome = try members.optional("outcome")
            self.from = try members.optional("from")
            self.until = try members.optional("until")
            self.limit = try members.optional("limit")
            self.before = try members.optional("before")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("before", self.before)
            json.optional("client", self.client)
            json.optional("from", self.from)
            json.optional("limit", self.limit)
            json.optional("outcome", self.outcome)
            json.optional("until", self.until)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var calls: [Call]
            package var now: String
            package var timeZone: String
            package var more: Bool
            package var next: String?

            package init(
                calls: [Call],
                now: String,
                timeZone: String,
                more: Bool,
                next: String? = nil
            ) {
                self.calls = calls
                self.now = now
                self.timeZone = timeZone
                self.more = more
                self.next = next
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.calls = try members.value("calls")
                self.now = try members.value("now")
                self.timeZone = try members.value("time_zone")
                self.more = try members.value("more")
                self.next = try members.optional("next")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("calls", self.calls)
                json.member("more", self.more)
                json.optional("next", self.next)
                json.member("now", self.now)
                json.member("time_zone", self.timeZone)
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

        package init(members: JSONObject) throws(JSONCodingError) {
            self.call = try members.value("call")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("call", self.call)
        }

        package struct Reply: VarlinkMessage, Equatable {
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

            package init(members: JSONObject) throws(JSONCodingError) {
                self.calls = try members.value("calls")
                self.now = try members.value("now")
                self.timeZone = try members.value("time_zone")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("calls", self.calls)
                json.member("now", self.now)
                json.member("time_zone", self.timeZone)
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

        package init(members: JSONObject) throws(JSONCodingError) {
            self.mine = try members.optional("mine")
            self.closed = try members.optional("closed")
            self.client = try members.optional("client")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("client", self.client)
            json.optional("closed", self.closed)
            json.optional("mine", self.mine)
        }

        package struct Reply: VarlinkMessage, Equatable {
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

            package init(members: JSONObject) throws(JSONCodingError) {
                self.missed = try members.value("missed")
                self.now = try members.value("now")
                self.timeZone = try members.value("time_zone")
                self.more = try members.optional("more")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("missed", self.missed)
                json.optional("more", self.more)
                json.member("now", self.now)
                json.member("time_zone", self.timeZone)
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

        package init(members: JSONObject) throws(JSONCodingError) {
            self.missed = try members.value("missed")
            self.note = try members.optional("note")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("missed", self.missed)
            json.optional("note", self.note)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var missed: Missed

            package init(
                missed: Missed
            ) {
                self.missed = missed
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.missed = try members.value("missed")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("missed", self.missed)
            }
        }
    }

    /// No client has this identifier, nor is there anything recorded of one who had it.
    package struct UnknownClient: VarlinkMessage, Equatable {
        package var client: String
        package var nearest: String?

        package init(
            client: String,
            nearest: String? = nil
        ) {
            self.client = client
            self.nearest = nearest
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.value("client")
            self.nearest = try members.optional("nearest")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("client", self.client)
            json.optional("nearest", self.nearest)
        }
    }

    /// No agent has this identifier, nor is there anything recorded of one who had it; known are those that there are.
    package struct UnknownAgent: VarlinkMessage, Equatable {
        package var agent: String
        package var known: [String]

        package init(
            agent: String,
            known: [String]
        ) {
            self.agent = agent
            self.known = known
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.value("agent")
            self.known = try members.value("known")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("agent", self.agent)
            json.member("known", self.known)
        }
    }

    /// No call has this id, or none that the caller may see.
    package struct UnknownCall: VarlinkMessage, Equatable {
        package var call: String

        package init(
            call: String
        ) {
            self.call = call
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.call = try members.value("call")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("call", self.call)
        }
    }

    /// No open missed call has this number, or it is a client's whose calls are not told. Where it is done: how (as of Missed), by whom and when.
    package struct UnknownMissed: VarlinkMessage, Equatable {
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

        package init(members: JSONObject) throws(JSONCodingError) {
            self.missed = try members.value("missed")
            self.closedHow = try members.optional("closed_how")
            self.closedBy = try members.optional("closed_by")
            self.closedAt = try members.optional("closed_at")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("closed_at", self.closedAt)
            json.optional("closed_by", self.closedBy)
            json.optional("closed_how", self.closedHow)
            json.member("missed", self.missed)
        }
    }

    /// The caller is no agent, so no call is his.
    package struct NotAnAgent: VarlinkMessage, Equatable {
        package var user: String

        package init(
            user: String
        ) {
            self.user = user
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.user = try members.value("user")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("user", self.user)
        }
    }

    /// The ledger cannot be written or read now; nothing has changed.
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

        package var payload: any VarlinkMessage {
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
    /// Calls, the newest first, 200 where no limit is named, at most 2,000; more: there are others, which come when asked before next. From and until
    /// are instants (RFC 3339).
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
