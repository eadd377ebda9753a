// Made by scripts/generate-api from Sources/MajorAPI/Interfaces/org.majord.Cases.varlink: change that, and run `make generate`.

package import Varlink

/// Incidents and requests of clients that agents work on until they are closed. While a case is open, its holder comes first for the client's
/// calls. Agents see and change those of their clients, managers all.
package enum CasesAPI {
    package static let name = "org.majord.Cases"

    /// A case: whose, who holds it, of which contact (missing: anybody's at the client) and caller, and what another system calls it. Pinning: its
    /// holder comes first; a case that nobody has touched for long (`pin` in majord.yaml) pins nobody. Holder gone: the
    /// directory does not have him, or his last day was before today. Away: whether the holder is away, and until
    /// when, where that is known; missing while he is there. Closed ones tell when and by whom.
    package struct Case: VarlinkMessage, Equatable {
        package enum Kind: VarlinkWord {
            case incident
            case request
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "incident": self = .incident
                case "request": self = .request
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .incident: "incident"
                case .request: "request"
                case .other(let word): word
                }
            }
        }

        package var `case`: String
        package var client: String
        package var clientName: String
        package var holder: String
        package var holderName: String
        package var kind: Kind
        package var reference: String?
        package var contact: String?
        package var caller: String?
        package var openedBy: String
        package var openedAt: String
        package var touchedAt: String
        package var pinning: Bool
        package var holderGone: Bool
        package var awayUntil: String?
        package var closedBy: String?
        package var closedAt: String?
        package var away: Bool?

        package init(
            case: String,
            client: String,
            clientName: String,
            holder: String,
            holderName: String,
            kind: Kind,
            reference: String? = nil,
            contact: String? = nil,
            caller: String? = nil,
            openedBy: String,
            openedAt: String,
            touchedAt: String,
            pinning: Bool,
            holderGone: Bool,
            awayUntil: String? = nil,
            closedBy: String? = nil,
            closedAt: String? = nil,
            away: Bool? = nil
        ) {
            self.case = `case`
            self.client = client
            self.clientName = clientName
            self.holder = holder
            self.holderName = holderName
            self.kind = kind
            self.reference = reference
            self.contact = contact
            self.caller = caller
            self.openedBy = openedBy
            self.openedAt = openedAt
            self.touchedAt = touchedAt
            self.pinning = pinning
            self.holderGone = holderGone
            self.awayUntil = awayUntil
            self.closedBy = closedBy
            self.closedAt = closedAt
            self.away = away
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.case = try members.value("case")
            self.client = try members.value("client")
            self.clientName = try members.value("client_name")
            self.holder = try members.value("holder")
            self.holderName = try members.value("holder_name")
            self.kind = try members.value("kind")
            self.reference = try members.optional("reference")
            self.contact = try members.optional("contact")
            self.caller = try members.optional("caller")
            self.openedBy = try members.value("opened_by")
            self.openedAt = try members.value("opened_at")
            self.touchedAt = try members.value("touched_at")
            self.pinning = try members.value("pinning")
            self.holderGone = try members.value("holder_gone")
            self.awayUntil = try members.optional("away_until")
            self.closedBy = try members.optional("closed_by")
            self.closedAt = try members.optional("closed_at")
            self.away = try members.optional("away")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("away", self.away)
            json.optional("away_until", self.awayUntil)
            json.optional("caller", self.caller)
            json.member("case", self.case)
            json.member("client", self.client)
            json.member("client_name", self.clientName)
            json.optional("closed_at", self.closedAt)
            json.optional("closed_by", self.closedBy)
            json.optional("contact", self.contact)
            json.member("holder", self.holder)
            json.member("holder_gone", self.holderGone)
            json.member("holder_name", self.holderName)
            json.member("kind", self.kind)
            json.member("opened_at", self.openedAt)
            json.member("opened_by", self.openedBy)
            json.member("pinning", self.pinning)
            json.optional("reference", self.reference)
            json.member("touched_at", self.touchedAt)
        }
    }

    /// Opens a case, which is its opener's where no holder is named, or else the primary's. Whoever asks again with the reference of an open case
    /// gets that one, as it is: new is false; of one that is closed there may be another. Kind is incident where it is missing. The note is kept in
    /// the history, also of a case that is open already, where it does not have the same note yet: noted tells whether it was. Blanks at the ends of
    /// a reference do not count, and several between words are one.
    package struct Open: VarlinkRequest, Equatable {
        package static let method = "org.majord.Cases.Open"
        package static let parameters: Set<String> = ["client", "holder", "kind", "reference", "contact", "note"]
        package typealias Failure = CasesAPI.Failure

        package enum Kind: String, VarlinkValue, CaseIterable {
            case incident
            case request
        }

        package var client: String
        package var holder: String?
        package var kind: Kind?
        package var reference: String?
        package var contact: String?
        package var note: String?

        package init(
            client: String,
            holder: String? = nil,
            kind: Kind? = nil,
            reference: String? = nil,
            contact: String? = nil,
            note: String? = nil
        ) {
            self.client = client
            self.holder = holder
            self.kind = kind
            self.reference = reference
            self.contact = contact
            self.note = note
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.value("client")
            self.holder = try members.optional("holder")
            self.kind = try members.optional("kind")
            self.reference = try members.optional("reference")
            self.contact = try members.optional("contact")
            self.note = try members.optional("note")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("client", self.client)
            json.optional("contact", self.contact)
            json.optional("holder", self.holder)
            json.optional("kind", self.kind)
            json.optional("note", self.note)
            json.optional("reference", self.reference)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var `case`: Case
            package var new: Bool
            package var generation: Int
            package var noted: Bool?

            package init(
                case: Case,
                new: Bool,
                generation: Int,
                noted: Bool? = nil
            ) {
                self.case = `case`
                self.new = new
                self.generation = generation
                self.noted = noted
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.case = try members.value("case")
                self.new = try members.value("new")
                self.generation = try members.value("generation")
                self.noted = try members.optional("noted")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("case", self.case)
                json.member("generation", self.generation)
                json.member("new", self.new)
                json.optional("noted", self.noted)
            }
        }
    }

    /// An agent takes a case of one of his clients; a manager may name another agent. Here and below a case is named by one of the two. Reference: what
    /// another system calls it, and never a number of majord's, which is for programs. Case: as people write it, the reference or the number: #12 is
    /// always the number; 12 is the reference where any case, open or closed, has it, and else the number.
    package struct Take: VarlinkRequest, Equatable {
        package static let method = "org.majord.Cases.Take"
        package static let parameters: Set<String> = ["case", "agent", "reference"]
        package typealias Failure = CasesAPI.Failure

        package var `case`: String?
        package var agent: String?
        package var reference: String?

        package init(
            case: String? = nil,
            agent: String? = nil,
            reference: String? = nil
        ) {
            self.case = `case`
            self.agent = agent
            self.reference = reference
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.case = try members.optional("case")
            self.agent = try members.optional("agent")
            self.reference = try members.optional("reference")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("case", self.case)
            json.optional("reference", self.reference)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var `case`: Case
            package var generation: Int

            package init(
                case: Case,
                generation: Int
            ) {
                self.case = `case`
                self.generation = generation
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.case = try members.value("case")
                self.generation = try members.value("generation")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("case", self.case)
                json.member("generation", self.generation)
            }
        }
    }

    /// All cases of an agent, who need not be in the directory any more, go to another.
    package struct GiveAll: VarlinkRequest, Equatable {
        package static let method = "org.majord.Cases.GiveAll"
        package static let parameters: Set<String> = ["from", "to"]
        package typealias Failure = CasesAPI.Failure

        package var from: String
        package var to: String

        package init(
            from: String,
            to: String
        ) {
            self.from = from
            self.to = to
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.from = try members.value("from")
            self.to = try members.value("to")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("from", self.from)
            json.member("to", self.to)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var cases: [Case]

            package init(
                cases: [Case]
            ) {
                self.cases = cases
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.cases = try members.value("cases")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("cases", self.cases)
            }
        }
    }

    /// Notes something of a case, in one line of up to 2,000 bytes.
    package struct Note: VarlinkRequest, Equatable {
        package static let method = "org.majord.Cases.Note"
        package static let parameters: Set<String> = ["case", "note", "reference"]
        package typealias Failure = CasesAPI.Failure

        package var `case`: String?
        package var note: String
        package var reference: String?

        package init(
            case: String? = nil,
            note: String,
            reference: String? = nil
        ) {
            self.case = `case`
            self.note = note
            self.reference = reference
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.case = try members.optional("case")
            self.note = try members.value("note")
            self.reference = try members.optional("reference")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("case", self.case)
            json.member("note", self.note)
            json.optional("reference", self.reference)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var `case`: Case
            package var generation: Int

            package init(
                case: Case,
                generation: Int
            ) {
                self.case = `case`
                self.generation = generation
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.case = try members.value("case")
                self.generation = try members.value("generation")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("case", self.case)
                json.member("generation", self.generation)
            }
        }
    }

    /// Closes a case.
    package struct Close: VarlinkRequest, Equatable {
        package static let method = "org.majord.Cases.Close"
        package static let parameters: Set<String> = ["case", "note", "reference"]
        package typealias Failure = CasesAPI.Failure

        package var `case`: String?
        package var note: String?
        package var reference: String?

        package init(
            case: String? = nil,
            note: String? = nil,
            reference: String? = nil
        ) {
            self.case = `case`
            self.note = note
            self.reference = reference
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.case = try members.optional("case")
            self.note = try members.optional("note")
            self.reference = try members.optional("reference")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("case", self.case)
            json.optional("note", self.note)
            json.optional("reference", self.reference)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var `case`: Case
            package var generation: Int

            package init(
                case: Case,
                generation: Int
            ) {
                self.case = `case`
                self.generation = generation
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.case = try members.value("case")
                self.generation = try members.value("generation")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("case", self.case)
                json.member("generation", self.generation)
            }
        }
    }

    /// Cases, those that were opened last first: the open ones, or also closed ones, 200 at the most. more: there are others.
    package struct List: VarlinkRequest, Equatable {
        package static let method = "org.majord.Cases.List"
        package static let parameters: Set<String> = ["client", "agent", "closed"]
        package typealias Failure = CasesAPI.Failure

        package var client: String?
        package var agent: String?
        package var closed: Bool?

        package init(
            client: String? = nil,
            agent: String? = nil,
            closed: Bool? = nil
        ) {
            self.client = client
            self.agent = agent
            self.closed = closed
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.optional("client")
            self.agent = try members.optional("agent")
            self.closed = try members.optional("closed")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("client", self.client)
            json.optional("closed", self.closed)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var cases: [Case]
            package var now: String
            package var timeZone: String
            package var more: Bool

            package init(
                cases: [Case],
                now: String,
                timeZone: String,
                more: Bool
            ) {
                self.cases = cases
                self.now = now
                self.timeZone = timeZone
                self.more = more
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.cases = try members.value("cases")
                self.now = try members.value("now")
                self.timeZone = try members.value("time_zone")
                self.more = try members.value("more")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("cases", self.cases)
                json.member("more", self.more)
                json.member("now", self.now)
                json.member("time_zone", self.timeZone)
            }
        }
    }

    /// No client has this identifier; nearest is one that is written much like it. Told only to those who may know the clients.
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

    /// No agent has this identifier; known are those that there are.
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

    /// The client has no contact of this name; known are those that there are.
    package struct UnknownContact: VarlinkMessage, Equatable {
        package var contact: String
        package var clientName: String
        package var known: [String]

        package init(
            contact: String,
            clientName: String,
            known: [String]
        ) {
            self.contact = contact
            self.clientName = clientName
            self.known = known
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.contact = try members.value("contact")
            self.clientName = try members.value("client_name")
            self.known = try members.value("known")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("client_name", self.clientName)
            json.member("contact", self.contact)
            json.member("known", self.known)
        }
    }

    /// An open case of another client has the reference. Whose it is is told only to those who work for that client.
    package struct ReferenceTaken: VarlinkMessage, Equatable {
        package var `case`: String
        package var reference: String
        package var clientName: String?

        package init(
            case: String,
            reference: String,
            clientName: String? = nil
        ) {
            self.case = `case`
            self.reference = reference
            self.clientName = clientName
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.case = try members.value("case")
            self.reference = try members.value("reference")
            self.clientName = try members.optional("client_name")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("case", self.case)
            json.optional("client_name", self.clientName)
            json.member("reference", self.reference)
        }
    }

    /// No open case has this number or reference, or it is a client's whose cases are not told. Where one has that is closed: its number, and by whom and when.
    package struct UnknownCase: VarlinkMessage, Equatable {
        package var `case`: String
        package var number: String?
        package var closedBy: String?
        package var closedAt: String?

        package init(
            case: String,
            number: String? = nil,
            closedBy: String? = nil,
            closedAt: String? = nil
        ) {
            self.case = `case`
            self.number = number
            self.closedBy = closedBy
            self.closedAt = closedAt
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.case = try members.value("case")
            self.number = try members.optional("number")
            self.closedBy = try members.optional("closed_by")
            self.closedAt = try members.optional("closed_at")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("case", self.case)
            json.optional("closed_at", self.closedAt)
            json.optional("closed_by", self.closedBy)
            json.optional("number", self.number)
        }
    }

    /// The agent holds the case already.
    package struct AlreadyHolds: VarlinkMessage, Equatable {
        package var `case`: String
        package var agentName: String

        package init(
            case: String,
            agentName: String
        ) {
            self.case = `case`
            self.agentName = agentName
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.case = try members.value("case")
            self.agentName = try members.value("agent_name")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("agent_name", self.agentName)
            json.member("case", self.case)
        }
    }

    /// The agent holds no case.
    package struct HoldsNothing: VarlinkMessage, Equatable {
        package var agent: String

        package init(
            agent: String
        ) {
            self.agent = agent
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.value("agent")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("agent", self.agent)
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
        /// No client has this identifier; nearest is one that is written much like it. Told only to those who may know the clients.
        case unknownClient(UnknownClient)
        /// No agent has this identifier; known are those that there are.
        case unknownAgent(UnknownAgent)
        /// The caller is no agent: name a holder.
        case noHolder
        /// The client has no contact of this name; known are those that there are.
        case unknownContact(UnknownContact)
        /// A reference that is no line of 1 to 100 bytes that can be read: with a control character, one that turns the direction of writing, or
        /// U+FFFD, of blanks alone, or a number behind #, which names a case by its number.
        case invalidReference
        /// A note that is no line of 1 to 2,000 bytes that can be read.
        case invalidNote
        /// An open case of another client has the reference. Whose it is is told only to those who work for that client.
        case referenceTaken(ReferenceTaken)
        /// No open case has this number or reference, or it is a client's whose cases are not told. Where one has that is closed: its number, and by whom and when.
        case unknownCase(UnknownCase)
        /// The agent holds the case already.
        case alreadyHolds(AlreadyHolds)
        /// The agent holds no case.
        case holdsNothing(HoldsNothing)
        /// The ledger cannot be written or read now; nothing has changed.
        case ledgerUnavailable(LedgerUnavailable)
        /// One of the standard errors, or another interface's, or one that this version does not know.
        case other(VarlinkError)

        package init(_ error: VarlinkError) {
            switch error.name {
            case "org.majord.Cases.UnknownClient":
                self = error.parameters.told().map(Self.unknownClient) ?? .other(error)
            case "org.majord.Cases.UnknownAgent":
                self = error.parameters.told().map(Self.unknownAgent) ?? .other(error)
            case "org.majord.Cases.NoHolder":
                self = .noHolder
            case "org.majord.Cases.UnknownContact":
                self = error.parameters.told().map(Self.unknownContact) ?? .other(error)
            case "org.majord.Cases.InvalidReference":
                self = .invalidReference
            case "org.majord.Cases.InvalidNote":
                self = .invalidNote
            case "org.majord.Cases.ReferenceTaken":
                self = error.parameters.told().map(Self.referenceTaken) ?? .other(error)
            case "org.majord.Cases.UnknownCase":
                self = error.parameters.told().map(Self.unknownCase) ?? .other(error)
            case "org.majord.Cases.AlreadyHolds":
                self = error.parameters.told().map(Self.alreadyHolds) ?? .other(error)
            case "org.majord.Cases.HoldsNothing":
                self = error.parameters.told().map(Self.holdsNothing) ?? .other(error)
            case "org.majord.Cases.LedgerUnavailable":
                self = error.parameters.told().map(Self.ledgerUnavailable) ?? .other(error)
            default: self = .other(error)
            }
        }

        package var name: String {
            switch self {
            case .unknownClient: "org.majord.Cases.UnknownClient"
            case .unknownAgent: "org.majord.Cases.UnknownAgent"
            case .noHolder: "org.majord.Cases.NoHolder"
            case .unknownContact: "org.majord.Cases.UnknownContact"
            case .invalidReference: "org.majord.Cases.InvalidReference"
            case .invalidNote: "org.majord.Cases.InvalidNote"
            case .referenceTaken: "org.majord.Cases.ReferenceTaken"
            case .unknownCase: "org.majord.Cases.UnknownCase"
            case .alreadyHolds: "org.majord.Cases.AlreadyHolds"
            case .holdsNothing: "org.majord.Cases.HoldsNothing"
            case .ledgerUnavailable: "org.majord.Cases.LedgerUnavailable"
            case .other(let error): error.name
            }
        }

        package var payload: any VarlinkMessage {
            switch self {
            case .unknownClient(let told): told
            case .unknownAgent(let told): told
            case .noHolder: JSONObject()
            case .unknownContact(let told): told
            case .invalidReference: JSONObject()
            case .invalidNote: JSONObject()
            case .referenceTaken(let told): told
            case .unknownCase(let told): told
            case .alreadyHolds(let told): told
            case .holdsNothing(let told): told
            case .ledgerUnavailable(let told): told
            case .other(let error): error.parameters
            }
        }
    }

    /// The interface as `methods` serve it.
    package static func interface(_ methods: some CasesMethods) -> VarlinkInterface {
        VarlinkInterface(
            name: name, description: InterfaceTexts.cases,
            methods: [
                "Open": VarlinkMethod(methods.open),
                "Take": VarlinkMethod(methods.take),
                "GiveAll": VarlinkMethod(methods.giveAll),
                "Note": VarlinkMethod(methods.note),
                "Close": VarlinkMethod(methods.close),
                "List": VarlinkMethod(methods.list),
            ])
    }
}

/// What serves org.majord.Cases: a function for each method.
package protocol CasesMethods: Sendable {
    /// Opens a case, which is its opener's where no holder is named, or else the primary's. Whoever asks again with the reference of an open case
    /// gets that one, as it is: new is false; of one that is closed there may be another. Kind is incident where it is missing. The note is kept in
    /// the history, also of a case that is open already, where it does not have the same note yet: noted tells whether it was. Blanks at the ends of
    /// a reference do not count, and several between words are one.
    @Sendable func open(
        _ request: CasesAPI.Open, _ caller: VarlinkCaller<CasesAPI.Open>
    ) async throws(CasesAPI.Failure) -> CasesAPI.Open.Reply

    /// An agent takes a case of one of his clients; a manager may name another agent. Here and below a case is named by one of the two. Reference: what
    /// another system calls it, and never a number of majord's, which is for programs. Case: as people write it, the reference or the number: #12 is
    /// always the number; 12 is the reference where any case, open or closed, has it, and else the number.
    @Sendable func take(
        _ request: CasesAPI.Take, _ caller: VarlinkCaller<CasesAPI.Take>
    ) async throws(CasesAPI.Failure) -> CasesAPI.Take.Reply

    /// All cases of an agent, who need not be in the directory any more, go to another.
    @Sendable func giveAll(
        _ request: CasesAPI.GiveAll, _ caller: VarlinkCaller<CasesAPI.GiveAll>
    ) async throws(CasesAPI.Failure) -> CasesAPI.GiveAll.Reply

    /// Notes something of a case, in one line of up to 2,000 bytes.
    @Sendable func note(
        _ request: CasesAPI.Note, _ caller: VarlinkCaller<CasesAPI.Note>
    ) async throws(CasesAPI.Failure) -> CasesAPI.Note.Reply

    /// Closes a case.
    @Sendable func close(
        _ request: CasesAPI.Close, _ caller: VarlinkCaller<CasesAPI.Close>
    ) async throws(CasesAPI.Failure) -> CasesAPI.Close.Reply

    /// Cases, those that were opened last first: the open ones, or also closed ones, 200 at the most. more: there are others.
    @Sendable func list(
        _ request: CasesAPI.List, _ caller: VarlinkCaller<CasesAPI.List>
    ) async throws(CasesAPI.Failure) -> CasesAPI.List.Reply
}
