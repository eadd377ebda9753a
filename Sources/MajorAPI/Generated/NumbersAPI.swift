// Made by scripts/generate-api from Sources/MajorAPI/Interfaces/org.majord.Numbers.varlink: change that, and run `make generate`.

package import Varlink

/// Callers whom nobody knows, and the numbers that managers tell majord of while it runs. All of it is for managers.
package enum NumbersAPI {
    package static let name = "org.majord.Numbers"

    /// A number that was learned: a client's, perhaps of a contact there, or else refused: such a call goes to the overflow. In force at once,
    /// unless the files say otherwise: then idle says why it does nothing, and place where in the files that stands, if anywhere.
    package struct Learned: VarlinkMessage, Equatable {
        package enum Idle: VarlinkWord {
            case contradicted
            case inFiles
            case unknownClient
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "contradicted": self = .contradicted
                case "in_files": self = .inFiles
                case "unknown_client": self = .unknownClient
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .contradicted: "contradicted"
                case .inFiles: "in_files"
                case .unknownClient: "unknown_client"
                case .other(let word): word
                }
            }
        }

        package var number: String
        package var refused: Bool
        package var client: String?
        package var clientName: String?
        package var contact: String?
        package var function: String?
        package var enteredBy: String
        package var enteredAt: String
        package var idle: Idle?
        package var place: String?

        package init(
            number: String,
            refused: Bool,
            client: String? = nil,
            clientName: String? = nil,
            contact: String? = nil,
            function: String? = nil,
            enteredBy: String,
            enteredAt: String,
            idle: Idle? = nil,
            place: String? = nil
        ) {
            self.number = number
            self.refused = refused
            self.client = client
            self.clientName = clientName
            self.contact = contact
            self.function = function
            self.enteredBy = enteredBy
            self.enteredAt = enteredAt
            self.idle = idle
            self.place = place
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.number = try members.value("number")
            self.refused = try members.value("refused")
            self.client = try members.optional("client")
            self.clientName = try members.optional("client_name")
            self.contact = try members.optional("contact")
            self.function = try members.optional("function")
            self.enteredBy = try members.value("entered_by")
            self.enteredAt = try members.value("entered_at")
            self.idle = try members.optional("idle")
            self.place = try members.optional("place")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("client", self.client)
            json.optional("client_name", self.clientName)
            json.optional("contact", self.contact)
            json.member("entered_at", self.enteredAt)
            json.member("entered_by", self.enteredBy)
            json.optional("function", self.function)
            json.optional("idle", self.idle)
            json.member("number", self.number)
            json.optional("place", self.place)
            json.member("refused", self.refused)
        }
    }

    /// A caller on the exclusive numbers whom nobody knows, how often he has called and when last, and the client's block whose numbers are most
    /// like his.
    package struct Caller: VarlinkMessage, Equatable {
        package var number: String
        package var calls: Int
        package var last: String
        package var client: String?
        package var clientName: String?
        package var block: String?

        package init(
            number: String,
            calls: Int,
            last: String,
            client: String? = nil,
            clientName: String? = nil,
            block: String? = nil
        ) {
            self.number = number
            self.calls = calls
            self.last = last
            self.client = client
            self.clientName = clientName
            self.block = block
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.number = try members.value("number")
            self.calls = try members.value("calls")
            self.last = try members.value("last")
            self.client = try members.optional("client")
            self.clientName = try members.optional("client_name")
            self.block = try members.optional("block")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("block", self.block)
            json.member("calls", self.calls)
            json.optional("client", self.client)
            json.optional("client_name", self.clientName)
            json.member("last", self.last)
            json.member("number", self.number)
        }
    }

    /// The callers whom nobody knows of the calls since an instant (RFC 3339), all that there are where it is missing; who called last comes
    /// first. At most 1,000; more: there are others.
    package struct Unknown: VarlinkRequest, Equatable {
        package static let method = "org.majord.Numbers.Unknown"
        package static let parameters: Set<String> = ["since"]
        package typealias Failure = NumbersAPI.Failure

        package var since: String?

        package init(
            since: String? = nil
        ) {
            self.since = since
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.since = try members.optional("since")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("since", self.since)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var callers: [Caller]
            package var more: Bool

            package init(
                callers: [Caller],
                more: Bool
            ) {
                self.callers = callers
                self.more = more
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.callers = try members.value("callers")
                self.more = try members.value("more")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("callers", self.callers)
                json.member("more", self.more)
            }
        }
    }

    /// The numbers that were learned, in the order in which they were.
    package struct List: VarlinkRequest, Equatable {
        package static let method = "org.majord.Numbers.List"
        package static let parameters: Set<String> = []
        package typealias Failure = NumbersAPI.Failure

        package init() {}
        package init(members: JSONObject) {}
        package func writeMembers(to json: inout JSONWriter) {}

        package struct Reply: VarlinkMessage, Equatable {
            package var numbers: [Learned]

            package init(
                numbers: [Learned]
            ) {
                self.numbers = numbers
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.numbers = try members.value("numbers")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("numbers", self.numbers)
            }
        }
    }

    /// A number is a client's from now on, and with a contact a call from there is that contact calling. It takes the place of what was learned
    /// of the number before.
    package struct Add: VarlinkRequest, Equatable {
        package static let method = "org.majord.Numbers.Add"
        package static let parameters: Set<String> = ["number", "client", "contact", "function"]
        package typealias Failure = NumbersAPI.Failure

        package var number: String
        package var client: String
        package var contact: String?
        package var function: String?

        package init(
            number: String,
            client: String,
            contact: String? = nil,
            function: String? = nil
        ) {
            self.number = number
            self.client = client
            self.contact = contact
            self.function = function
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.number = try members.value("number")
            self.client = try members.value("client")
            self.contact = try members.optional("contact")
            self.function = try members.optional("function")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("client", self.client)
            json.optional("contact", self.contact)
            json.optional("function", self.function)
            json.member("number", self.number)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var learned: Learned
            package var before: Learned?
            package var generation: Int

            package init(
                learned: Learned,
                before: Learned? = nil,
                generation: Int
            ) {
                self.learned = learned
                self.before = before
                self.generation = generation
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.learned = try members.value("learned")
                self.before = try members.optional("before")
                self.generation = try members.value("generation")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.optional("before", self.before)
                json.member("generation", self.generation)
                json.member("learned", self.learned)
            }
        }
    }

    /// Calls of a number whom nobody knows go to the overflow `refused` from now on.
    package struct Refuse: VarlinkRequest, Equatable {
        package static let method = "org.majord.Numbers.Refuse"
        package static let parameters: Set<String> = ["number"]
        package typealias Failure = NumbersAPI.Failure

        package var number: String

        package init(
            number: String
        ) {
            self.number = number
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.number = try members.value("number")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("number", self.number)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var learned: Learned
            package var before: Learned?
            package var generation: Int

            package init(
                learned: Learned,
                before: Learned? = nil,
                generation: Int
            ) {
                self.learned = learned
                self.before = before
                self.generation = generation
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.learned = try members.value("learned")
                self.before = try members.optional("before")
                self.generation = try members.value("generation")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.optional("before", self.before)
                json.member("generation", self.generation)
                json.member("learned", self.learned)
            }
        }
    }

    /// What was learned of a number is forgotten.
    package struct Remove: VarlinkRequest, Equatable {
        package static let method = "org.majord.Numbers.Remove"
        package static let parameters: Set<String> = ["number"]
        package typealias Failure = NumbersAPI.Failure

        package var number: String

        package init(
            number: String
        ) {
            self.number = number
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.number = try members.value("number")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("number", self.number)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var removed: Learned
            package var generation: Int

            package init(
                removed: Learned,
                generation: Int
            ) {
                self.removed = removed
                self.generation = generation
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.removed = try members.value("removed")
                self.generation = try members.value("generation")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("generation", self.generation)
                json.member("removed", self.removed)
            }
        }
    }

    /// The text is no telephone number that can be learned; the reason is a sentence, the kind the same in a word. Exclusive: it is one on which
    /// clients call.
    package struct InvalidNumber: VarlinkMessage, Equatable {
        package enum Kind: VarlinkWord {
            case tooLong
            case noNumber
            case wrongLength
            case exclusive
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "too_long": self = .tooLong
                case "no_number": self = .noNumber
                case "wrong_length": self = .wrongLength
                case "exclusive": self = .exclusive
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .tooLong: "too_long"
                case .noNumber: "no_number"
                case .wrongLength: "wrong_length"
                case .exclusive: "exclusive"
                case .other(let word): word
                }
            }
        }

        package var number: String
        package var reason: String
        package var kind: Kind?

        package init(
            number: String,
            reason: String,
            kind: Kind? = nil
        ) {
            self.number = number
            self.reason = reason
            self.kind = kind
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.number = try members.value("number")
            self.reason = try members.value("reason")
            self.kind = try members.optional("kind")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("kind", self.kind)
            json.member("number", self.number)
            json.member("reason", self.reason)
        }
    }

    /// No client has this identifier; nearest is one that is written much like it.
    package struct UnknownClient: VarlinkMessage, Equatable {
        package var client: String
        package var nearest: String?
        package var known: [String]?

        package init(
            client: String,
            nearest: String? = nil,
            known: [String]? = nil
        ) {
            self.client = client
            self.nearest = nearest
            self.known = known
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.value("client")
            self.nearest = try members.optional("nearest")
            self.known = try members.optional("known")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("client", self.client)
            json.optional("known", self.known)
            json.optional("nearest", self.nearest)
        }
    }

    /// The files have this number as that client's, and count: write it there.
    package struct InFiles: VarlinkMessage, Equatable {
        package var number: String
        package var client: String
        package var clientName: String
        package var place: String

        package init(
            number: String,
            client: String,
            clientName: String,
            place: String
        ) {
            self.number = number
            self.client = client
            self.clientName = clientName
            self.place = place
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.number = try members.value("number")
            self.client = try members.value("client")
            self.clientName = try members.value("client_name")
            self.place = try members.value("place")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("client", self.client)
            json.member("client_name", self.clientName)
            json.member("number", self.number)
            json.member("place", self.place)
        }
    }

    /// Nothing was learned of this number.
    package struct NotLearned: VarlinkMessage, Equatable {
        package var number: String

        package init(
            number: String
        ) {
            self.number = number
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.number = try members.value("number")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("number", self.number)
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
        /// The text is no telephone number that can be learned; the reason is a sentence, the kind the same in a word. Exclusive: it is one on which
        /// clients call.
        case invalidNumber(InvalidNumber)
        /// No client has this identifier; nearest is one that is written much like it.
        case unknownClient(UnknownClient)
        /// A contact's name or function is no line of 1 to 200 characters (UTF-16 code units), or there is a function without a contact.
        case invalidContact
        /// The files have this number as that client's, and count: write it there.
        case inFiles(InFiles)
        /// Nothing was learned of this number.
        case notLearned(NotLearned)
        /// The ledger cannot be written or read now; nothing has changed.
        case ledgerUnavailable(LedgerUnavailable)
        /// One of the standard errors, or another interface's, or one that this version does not know.
        case other(VarlinkError)

        package init(_ error: VarlinkError) {
            switch error.name {
            case "org.majord.Numbers.InvalidNumber":
                self = error.parameters.told().map(Self.invalidNumber) ?? .other(error)
            case "org.majord.Numbers.UnknownClient":
                self = error.parameters.told().map(Self.unknownClient) ?? .other(error)
            case "org.majord.Numbers.InvalidContact":
                self = .invalidContact
            case "org.majord.Numbers.InFiles":
                self = error.parameters.told().map(Self.inFiles) ?? .other(error)
            case "org.majord.Numbers.NotLearned":
                self = error.parameters.told().map(Self.notLearned) ?? .other(error)
            case "org.majord.Numbers.LedgerUnavailable":
                self = error.parameters.told().map(Self.ledgerUnavailable) ?? .other(error)
            default: self = .other(error)
            }
        }

        package var name: String {
            switch self {
            case .invalidNumber: "org.majord.Numbers.InvalidNumber"
            case .unknownClient: "org.majord.Numbers.UnknownClient"
            case .invalidContact: "org.majord.Numbers.InvalidContact"
            case .inFiles: "org.majord.Numbers.InFiles"
            case .notLearned: "org.majord.Numbers.NotLearned"
            case .ledgerUnavailable: "org.majord.Numbers.LedgerUnavailable"
            case .other(let error): error.name
            }
        }

        package var payload: any VarlinkMessage {
            switch self {
            case .invalidNumber(let told): told
            case .unknownClient(let told): told
            case .invalidContact: JSONObject()
            case .inFiles(let told): told
            case .notLearned(let told): told
            case .ledgerUnavailable(let told): told
            case .other(let error): error.parameters
            }
        }
    }

    /// The interface as `methods` serve it.
    package static func interface(_ methods: some NumbersMethods) -> VarlinkInterface {
        VarlinkInterface(
            name: name, description: InterfaceTexts.numbers,
            methods: [
                "Unknown": VarlinkMethod(methods.unknown),
                "List": VarlinkMethod(methods.list),
                "Add": VarlinkMethod(methods.add),
                "Refuse": VarlinkMethod(methods.refuse),
                "Remove": VarlinkMethod(methods.remove),
            ])
    }
}

/// What serves org.majord.Numbers: a function for each method.
package protocol NumbersMethods: Sendable {
    /// The callers whom nobody knows of the calls since an instant (RFC 3339), all that there are where it is missing; who called last comes
    /// first. At most 1,000; more: there are others.
    @Sendable func unknown(
        _ request: NumbersAPI.Unknown, _ caller: VarlinkCaller<NumbersAPI.Unknown>
    ) async throws(NumbersAPI.Failure) -> NumbersAPI.Unknown.Reply

    /// The numbers that were learned, in the order in which they were.
    @Sendable func list(
        _ request: NumbersAPI.List, _ caller: VarlinkCaller<NumbersAPI.List>
    ) async throws(NumbersAPI.Failure) -> NumbersAPI.List.Reply

    /// A number is a client's from now on, and with a contact a call from there is that contact calling. It takes the place of what was learned
    /// of the number before.
    @Sendable func add(
        _ request: NumbersAPI.Add, _ caller: VarlinkCaller<NumbersAPI.Add>
    ) async throws(NumbersAPI.Failure) -> NumbersAPI.Add.Reply

    /// Calls of a number whom nobody knows go to the overflow `refused` from now on.
    @Sendable func refuse(
        _ request: NumbersAPI.Refuse, _ caller: VarlinkCaller<NumbersAPI.Refuse>
    ) async throws(NumbersAPI.Failure) -> NumbersAPI.Refuse.Reply

    /// What was learned of a number is forgotten.
    @Sendable func remove(
        _ request: NumbersAPI.Remove, _ caller: VarlinkCaller<NumbersAPI.Remove>
    ) async throws(NumbersAPI.Failure) -> NumbersAPI.Remove.Reply
}
