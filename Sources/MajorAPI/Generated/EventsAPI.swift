// Made by scripts/generate-api from Sources/MajorAPI/Interfaces/org.majord.Events.varlink: change that, and run `make generate`.

package import Varlink

/// What is worth telling somebody at once: an append-only list. Managers read all, agents what concerns themselves and their clients.
package enum EventsAPI {
    package static let name = "org.majord.Events"

    /// Somebody to be told: a manager, or an agent who is there.
    package struct Recipient: VarlinkMessage, Equatable {
        package var name: String
        package var user: String?
        package var email: String?

        package init(
            name: String,
            user: String? = nil,
            email: String? = nil
        ) {
            self.name = name
            self.user = user
            self.email = email
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.name = try members.value("name")
            self.user = try members.optional("user")
            self.email = try members.optional("email")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("email", self.email)
            json.member("name", self.name)
            json.optional("user", self.user)
        }
    }

    /// An event: its number, which only grows and by which a receiver drops repeats, when and what it was, and what it is about. Text says it in
    /// words; to whom it goes are managers and those concerned, without agents who are away. From and until are the time that it is about, such as
    /// a gap's. Contact: who called whom somebody has to call back, while nobody has.
    package struct Event: VarlinkMessage, Equatable {
        package var event: Int
        package var at: String
        package var kind: String
        package var text: String
        package var client: String?
        package var clientName: String?
        package var agent: String?
        package var agentName: String?
        package var absence: String?
        package var deputyship: String?
        package var missed: String?
        package var `case`: String?
        package var from: String?
        package var until: String?
        package var detail: String?
        package var to: [Recipient]
        package var contact: String?

        package init(
            event: Int,
            at: String,
            kind: String,
            text: String,
            client: String? = nil,
            clientName: String? = nil,
            agent: String? = nil,
            agentName: String? = nil,
            absence: String? = nil,
            deputyship: String? = nil,
            missed: String? = nil,
            case: String? = nil,
            from: String? = nil,
            until: String? = nil,
            detail: String? = nil,
            to: [Recipient],
            contact: String? = nil
        ) {
            self.event = event
            self.at = at
            self.kind = kind
            self.text = text
            self.client = client
            self.clientName = clientName
            self.agent = agent
            self.agentName = agentName
            self.absence = absence
            self.deputyship = deputyship
            self.missed = missed
            self.case = `case`
            self.from = from
            self.until = until
            self.detail = detail
            self.to = to
            self.contact = contact
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.event = try members.value("event")
            self.at = try members.value("at")
            self.kind = try members.value("kind")
            self.text = try members.value("text")
            self.client = try members.optional("client")
            self.clientName = try members.optional("client_name")
            self.agent = try members.optional("agent")
            self.agentName = try members.optional("agent_name")
            self.absence = try members.optional("absence")
            self.deputyship = try members.optional("deputyship")
            self.missed = try members.optional("missed")
            self.case = try members.optional("case")
            self.from = try members.optional("from")
            self.until = try members.optional("until")
            self.detail = try members.optional("detail")
            self.to = try members.value("to")
            self.contact = try members.optional("contact")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("absence", self.absence)
            json.optional("agent", self.agent)
            json.optional("agent_name", self.agentName)
            json.member("at", self.at)
            json.optional("case", self.case)
            json.optional("client", self.client)
            json.optional("client_name", self.clientName)
            json.optional("contact", self.contact)
            json.optional("deputyship", self.deputyship)
            json.optional("detail", self.detail)
            json.member("event", self.event)
            json.optional("from", self.from)
            json.member("kind", self.kind)
            json.optional("missed", self.missed)
            json.member("text", self.text)
            json.member("to", self.to)
            json.optional("until", self.until)
        }
    }

    /// Events in their order: those after a number, of these kinds, since an instant. Limit: how many at the most, up to 1,000: the first ones of
    /// those, or with newest the last ones, as without it where neither a number nor an instant is given; more: there are others. Language (en,
    /// nl) is that of the texts, the directory's where it is missing. Told by: the site that tells programs of events, where that is another.
    package struct List: VarlinkRequest, Equatable {
        package static let method = "org.majord.Events.List"
        package static let parameters: Set<String> = ["after", "kinds", "since", "limit", "language", "newest"]
        package typealias Failure = EventsAPI.Failure

        package var after: Int?
        package var kinds: [String]?
        package var since: String?
        package var limit: Int?
        package var language: String?
        package var newest: Bool?

        package init(
            after: Int? = nil,
            kinds: [String]? = nil,
            since: String? = nil,
            limit: Int? = nil,
            language: String? = nil,
            newest: Bool? = nil
        ) {
            self.after = after
            self.kinds = kinds
            self.since = since
            self.limit = limit
            self.language = language
            self.newest = newest
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.after = try members.optional("after")
            self.kinds = try members.optional("kinds")
            self.since = try members.optional("since")
            self.limit = try members.optional("limit")
            self.language = try members.optional("language")
            self.newest = try members.optional("newest")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("after", self.after)
            json.optional("kinds", self.kinds)
            json.optional("language", self.language)
            json.optional("limit", self.limit)
            json.optional("newest", self.newest)
            json.optional("since", self.since)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var events: [Event]
            package var timeZone: String
            package var more: Bool
            package var toldBy: String?

            package init(
                events: [Event],
                timeZone: String,
                more: Bool,
                toldBy: String? = nil
            ) {
                self.events = events
                self.timeZone = timeZone
                self.more = more
                self.toldBy = toldBy
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.events = try members.value("events")
                self.timeZone = try members.value("time_zone")
                self.more = try members.value("more")
                self.toldBy = try members.optional("told_by")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("events", self.events)
                json.member("more", self.more)
                json.member("time_zone", self.timeZone)
                json.optional("told_by", self.toldBy)
            }
        }
    }

    /// [Requires 'more' flag] Events as they come, those after a number first; without one only what comes from now on. An empty reply says that the
    /// list has been followed up to now.
    package struct Follow: VarlinkRequest, Equatable {
        package static let method = "org.majord.Events.Follow"
        package static let parameters: Set<String> = ["after", "kinds", "language"]
        package static let needsMore = true
        package typealias Failure = EventsAPI.Failure

        package var after: Int?
        package var kinds: [String]?
        package var language: String?

        package init(
            after: Int? = nil,
            kinds: [String]? = nil,
            language: String? = nil
        ) {
            self.after = after
            self.kinds = kinds
            self.language = language
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.after = try members.optional("after")
            self.kinds = try members.optional("kinds")
            self.language = try members.optional("language")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("after", self.after)
            json.optional("kinds", self.kinds)
            json.optional("language", self.language)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var event: Event?

            package init(
                event: Event? = nil
            ) {
                self.event = event
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.event = try members.optional("event")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.optional("event", self.event)
            }
        }
    }

    /// The number of the last event of which a program was told; missing: it was told of none. For managers.
    package struct Told: VarlinkRequest, Equatable {
        package static let method = "org.majord.Events.Told"
        package static let parameters: Set<String> = ["program"]
        package typealias Failure = EventsAPI.Failure

        package var program: String

        package init(
            program: String
        ) {
            self.program = program
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.program = try members.value("program")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("program", self.program)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var event: Int?

            package init(
                event: Int? = nil
            ) {
                self.event = event
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.event = try members.optional("event")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.optional("event", self.event)
            }
        }
    }

    /// Notes that a program was told of all events up to this one, which is the last one at most: another is an invalid parameter. For managers.
    package struct NoteTold: VarlinkRequest, Equatable {
        package static let method = "org.majord.Events.NoteTold"
        package static let parameters: Set<String> = ["program", "event"]
        package typealias Failure = EventsAPI.Failure

        package var program: String
        package var event: Int

        package init(
            program: String,
            event: Int
        ) {
            self.program = program
            self.event = event
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.program = try members.value("program")
            self.event = try members.value("event")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("event", self.event)
            json.member("program", self.program)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package init() {}
            package init(members: JSONObject) {}
            package func writeMembers(to json: inout JSONWriter) {}
        }
    }

    /// A kind that there is not; known are those that there are.
    package struct UnknownKind: VarlinkMessage, Equatable {
        package var kind: String
        package var known: [String]

        package init(
            kind: String,
            known: [String]
        ) {
            self.kind = kind
            self.known = known
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.kind = try members.value("kind")
            self.known = try members.value("known")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("kind", self.kind)
            json.member("known", self.known)
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
        /// A kind that there is not; known are those that there are.
        case unknownKind(UnknownKind)
        /// The ledger cannot be written or read now; nothing has changed.
        case ledgerUnavailable(LedgerUnavailable)
        /// One of the standard errors, or another interface's, or one that this version does not know.
        case other(VarlinkError)

        package init(_ error: VarlinkError) {
            switch error.name {
            case "org.majord.Events.UnknownKind":
                self = error.parameters.told().map(Self.unknownKind) ?? .other(error)
            case "org.majord.Events.LedgerUnavailable":
                self = error.parameters.told().map(Self.ledgerUnavailable) ?? .other(error)
            default: self = .other(error)
            }
        }

        package var name: String {
            switch self {
            case .unknownKind: "org.majord.Events.UnknownKind"
            case .ledgerUnavailable: "org.majord.Events.LedgerUnavailable"
            case .other(let error): error.name
            }
        }

        package var payload: any VarlinkMessage {
            switch self {
            case .unknownKind(let told): told
            case .ledgerUnavailable(let told): told
            case .other(let error): error.parameters
            }
        }
    }

    /// The interface as `methods` serve it.
    package static func interface(_ methods: some EventsMethods) -> VarlinkInterface {
        VarlinkInterface(
            name: name, description: InterfaceTexts.events,
            methods: [
                "List": VarlinkMethod(methods.list),
                "Follow": VarlinkMethod(methods.follow),
                "Told": VarlinkMethod(methods.told),
                "NoteTold": VarlinkMethod(methods.noteTold),
            ])
    }
}

/// What serves org.majord.Events: a function for each method.
package protocol EventsMethods: Sendable {
    /// Events in their order: those after a number, of these kinds, since an instant. Limit: how many at the most, up to 1,000: the first ones of
    /// those, or with newest the last ones, as without it where neither a number nor an instant is given; more: there are others. Language (en,
    /// nl) is that of the texts, the directory's where it is missing. Told by: the site that tells programs of events, where that is another.
    @Sendable func list(
        _ request: EventsAPI.List, _ caller: VarlinkCaller<EventsAPI.List>
    ) async throws(EventsAPI.Failure) -> EventsAPI.List.Reply

    /// [Requires 'more' flag] Events as they come, those after a number first; without one only what comes from now on. An empty reply says that the
    /// list has been followed up to now.
    @Sendable func follow(
        _ request: EventsAPI.Follow, _ caller: VarlinkCaller<EventsAPI.Follow>
    ) async throws(EventsAPI.Failure) -> EventsAPI.Follow.Reply

    /// The number of the last event of which a program was told; missing: it was told of none. For managers.
    @Sendable func told(
        _ request: EventsAPI.Told, _ caller: VarlinkCaller<EventsAPI.Told>
    ) async throws(EventsAPI.Failure) -> EventsAPI.Told.Reply

    /// Notes that a program was told of all events up to this one, which is the last one at most: another is an invalid parameter. For managers.
    @Sendable func noteTold(
        _ request: EventsAPI.NoteTold, _ caller: VarlinkCaller<EventsAPI.NoteTold>
    ) async throws(EventsAPI.Failure) -> EventsAPI.NoteTold.Reply
}
