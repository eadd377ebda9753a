// Made by scripts/generate-api from Sources/MajorAPI/Interfaces/org.majord.Ledger.varlink: change that, and run `make generate`.

package import Varlink

/// The ledger as a whole: copies of it, and what is forgotten before its time. For managers.
package enum LedgerAPI {
    package static let name = "org.majord.Ledger"

    /// [Requires 'more' flag] A copy of the ledger as it is at one instant, an SQLite database. First replies tell how much of it is made, then they
    /// have data in base64, one piece after the other, with how much was sent by then. The last reply has none: the copy was looked at for damage
    /// before its first piece was sent, and done is its whole size.
    package struct Backup: VarlinkRequest, Equatable {
        package static let method = "org.majord.Ledger.Backup"
        package static let parameters: Set<String> = []
        package static let needsMore = true
        package typealias Failure = LedgerAPI.Failure

        package init() {}
        package init(members: JSONObject) {}
        package func writeMembers(to json: inout JSONWriter) {}

        package struct Reply: VarlinkMessage, Equatable {
            package var done: Int
            package var total: Int
            package var data: String?

            package init(
                done: Int,
                total: Int,
                data: String? = nil
            ) {
                self.done = done
                self.total = total
                self.data = data
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.done = try members.value("done")
                self.total = try members.value("total")
                self.data = try members.optional("data")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.optional("data", self.data)
                json.member("done", self.done)
                json.member("total", self.total)
            }
        }
    }

    /// How far it has come: of how many values that are to be changed; total is missing while it is looked for them.
    package struct ForgetProgress: VarlinkMessage, Equatable {
        package var done: Int
        package var total: Int?

        package init(
            done: Int,
            total: Int? = nil
        ) {
            self.done = done
            self.total = total
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.done = try members.value("done")
            self.total = try members.optional("total")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("done", self.done)
            json.optional("total", self.total)
        }
    }

    /// Forgets a telephone number, in any form, or a client's contact with his numbers, everywhere: a token, or for a number the client's block that it is
    /// in, stands in its place; tokens are those that stand anywhere, block tells whether a block does. With a contact go the numbers and mail addresses that
    /// records or old versions of the directory have of him: everywhere where they are his alone, else in what is his. Counts are of records in which it was;
    /// learned numbers are removed; files are texts of old versions of the directory. Left: how many of a contact's numbers and addresses stay elsewhere,
    /// since others have or had them, or the files name them; left_history, left_events, left_notes: in how many lines of the history, events and notes that are
    /// about no client a contact's name of one word stays, where it may be anybody's. Overwritten: whether what was forgotten, now or before, is nowhere in the ledger's files; not
    /// while somebody reads it, and majord tries again until it is. Open missed: the open missed calls whose number goes, so that nobody can call back there.
    /// Nightly backups have it until backups_until; journal is how numbers appear there, beside contacts' names, call ids and references, and aside names
    /// files with ledgers of before in its folder, which may have it. Ongoing calls keep their PBX's id and their phones until they are over, also those that
    /// have it. With dry_run nothing is changed. Refused while the files of the directory in force name it. Whoever calls with `more` is told the progress
    /// at once and then every second; all else is empty in such a reply.
    package struct Forget: VarlinkRequest, Equatable {
        package static let method = "org.majord.Ledger.Forget"
        package static let parameters: Set<String> = ["number", "client", "contact", "dry_run"]
        package typealias Failure = LedgerAPI.Failure

        package var number: String?
        package var client: String?
        package var contact: String?
        package var dryRun: Bool?

        package init(
            number: String? = nil,
            client: String? = nil,
            contact: String? = nil,
            dryRun: Bool? = nil
        ) {
            self.number = number
            self.client = client
            self.contact = contact
            self.dryRun = dryRun
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.number = try members.optional("number")
            self.client = try members.optional("client")
            self.contact = try members.optional("contact")
            self.dryRun = try members.optional("dry_run")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("client", self.client)
            json.optional("contact", self.contact)
            json.optional("dry_run", self.dryRun)
            json.optional("number", self.number)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package enum Journal: VarlinkWord {
                case masked
                case full
                case none
                /// A word that this version does not know.
                case other(String)

                package init(word: String) {
                    switch word {
                    case "masked": self = .masked
                    case "full": self = .full
                    case "none": self = .none
                    default: self = .other(word)
                    }
                }

                package var word: String {
                    switch self {
                    case .masked: "masked"
                    case .full: "full"
                    case .none: "none"
                    case .other(let word): word
                    }
                }
            }

            package var tokens: [String]
            package var calls: Int
            package var missed: Int
            package var cases: Int
            package var learned: Int
            package var history: Int
            package var events: Int
            package var notes: Int
            package var files: Int
            package var left: Int
            package var overwritten: Bool
            package var backupsUntil: String
            package var journal: Journal
            package var aside: [String]
            package var ongoing: Int
            package var block: Bool
            package var openMissed: [String]
            package var leftHistory: Int?
            package var leftEvents: Int?
            package var leftNotes: Int?
            package var progress: ForgetProgress?

            package init(
                tokens: [String],
                calls: Int,
                missed: Int,
                cases: Int,
                learned: Int,
                history: Int,
                events: Int,
                notes: Int,
                files: Int,
                left: Int,
                overwritten: Bool,
                backupsUntil: String,
                journal: Journal,
                aside: [String],
                ongoing: Int,
                block: Bool,
                openMissed: [String],
                leftHistory: Int? = nil,
                leftEvents: Int? = nil,
                leftNotes: Int? = nil,
                progress: ForgetProgress? = nil
            ) {
                self.tokens = tokens
                self.calls = calls
                self.missed = missed
                self.cases = cases
                self.learned = learned
                self.history = history
                self.events = events
                self.notes = notes
                self.files = files
                self.left = left
                self.overwritten = overwritten
                self.backupsUntil = backupsUntil
                self.journal = journal
                self.aside = aside
                self.ongoing = ongoing
                self.block = block
                self.openMissed = openMissed
                self.leftHistory = leftHistory
                self.leftEvents = leftEvents
                self.leftNotes = leftNotes
                self.progress = progress
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.tokens = try members.value("tokens")
                self.calls = try members.value("calls")
                self.missed = try members.value("missed")
                self.cases = try members.value("cases")
                self.learned = try members.value("learned")
                self.history = try members.value("history")
                self.events = try members.value("events")
                self.notes = try members.value("notes")
                self.files = try members.value("files")
                self.left = try members.value("left")
                self.overwritten = try members.value("overwritten")
                self.backupsUntil = try members.value("backups_until")
                self.journal = try members.value("journal")
                self.aside = try members.value("aside")
                self.ongoing = try members.value("ongoing")
                self.block = try members.value("block")
                self.openMissed = try members.value("open_missed")
                self.leftHistory = try members.optional("left_history")
                self.leftEvents = try members.optional("left_events")
                self.leftNotes = try members.optional("left_notes")
                self.progress = try members.optional("progress")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("aside", self.aside)
                json.member("backups_until", self.backupsUntil)
                json.member("block", self.block)
                json.member("calls", self.calls)
                json.member("cases", self.cases)
                json.member("events", self.events)
                json.member("files", self.files)
                json.member("history", self.history)
                json.member("journal", self.journal)
                json.member("learned", self.learned)
                json.member("left", self.left)
                json.optional("left_events", self.leftEvents)
                json.optional("left_history", self.leftHistory)
                json.optional("left_notes", self.leftNotes)
                json.member("missed", self.missed)
                json.member("notes", self.notes)
                json.member("ongoing", self.ongoing)
                json.member("open_missed", self.openMissed)
                json.member("overwritten", self.overwritten)
                json.optional("progress", self.progress)
                json.member("tokens", self.tokens)
            }
        }
    }

    /// Notes that somebody has looked at the ledgers that were damaged and set aside; majord counts as degraded until then. Names are those of their files since.
    package struct NoteSeen: VarlinkRequest, Equatable {
        package static let method = "org.majord.Ledger.NoteSeen"
        package static let parameters: Set<String> = []
        package typealias Failure = LedgerAPI.Failure

        package init() {}
        package init(members: JSONObject) {}
        package func writeMembers(to json: inout JSONWriter) {}

        package struct Reply: VarlinkMessage, Equatable {
            package var names: [String]

            package init(
                names: [String]
            ) {
                self.names = names
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.names = try members.value("names")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("names", self.names)
            }
        }
    }

    /// No telephone number, or one that nobody calls from.
    package struct InvalidNumber: VarlinkMessage, Equatable {
        package var number: String
        package var reason: String

        package init(
            number: String,
            reason: String
        ) {
            self.number = number
            self.reason = reason
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.number = try members.value("number")
            self.reason = try members.value("reason")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("number", self.number)
            json.member("reason", self.reason)
        }
    }

    /// No client has this identifier, nor is there anything kept of one who had it; the nearest that there is.
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

    /// A file of the directory names it, in this line; 0: in its path.
    package struct InFiles: VarlinkMessage, Equatable {
        package var file: String
        package var line: Int

        package init(
            file: String,
            line: Int
        ) {
            self.file = file
            self.line = line
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.file = try members.value("file")
            self.line = try members.value("line")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("file", self.file)
            json.member("line", self.line)
        }
    }

    /// A part of it is forgotten: asking again forgets the rest.
    package struct Unfinished: VarlinkMessage, Equatable {
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

    /// The ledger cannot be read or written now, or is damaged; nothing has changed.
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
        /// No telephone number, or one that nobody calls from.
        case invalidNumber(InvalidNumber)
        /// No client has this identifier, nor is there anything kept of one who had it; the nearest that there is.
        case unknownClient(UnknownClient)
        /// A file of the directory names it, in this line; 0: in its path.
        case inFiles(InFiles)
        /// A part of it is forgotten: asking again forgets the rest.
        case unfinished(Unfinished)
        /// Something else is being forgotten, perhaps for somebody who has left: majord goes on with it. Ask again when it is done.
        case beingForgotten
        /// Somebody else has a copy made.
        case beingCopied
        /// The ledger cannot be read or written now, or is damaged; nothing has changed.
        case ledgerUnavailable(LedgerUnavailable)
        /// One of the standard errors, or another interface's, or one that this version does not know.
        case other(VarlinkError)

        package init(_ error: VarlinkError) {
            switch error.name {
            case "org.majord.Ledger.InvalidNumber":
                self = error.parameters.told().map(Self.invalidNumber) ?? .other(error)
            case "org.majord.Ledger.UnknownClient":
                self = error.parameters.told().map(Self.unknownClient) ?? .other(error)
            case "org.majord.Ledger.InFiles":
                self = error.parameters.told().map(Self.inFiles) ?? .other(error)
            case "org.majord.Ledger.Unfinished":
                self = error.parameters.told().map(Self.unfinished) ?? .other(error)
            case "org.majord.Ledger.BeingForgotten":
                self = .beingForgotten
            case "org.majord.Ledger.BeingCopied":
                self = .beingCopied
            case "org.majord.Ledger.LedgerUnavailable":
                self = error.parameters.told().map(Self.ledgerUnavailable) ?? .other(error)
            default: self = .other(error)
            }
        }

        package var name: String {
            switch self {
            case .invalidNumber: "org.majord.Ledger.InvalidNumber"
            case .unknownClient: "org.majord.Ledger.UnknownClient"
            case .inFiles: "org.majord.Ledger.InFiles"
            case .unfinished: "org.majord.Ledger.Unfinished"
            case .beingForgotten: "org.majord.Ledger.BeingForgotten"
            case .beingCopied: "org.majord.Ledger.BeingCopied"
            case .ledgerUnavailable: "org.majord.Ledger.LedgerUnavailable"
            case .other(let error): error.name
            }
        }

        package var payload: any VarlinkMessage {
            switch self {
            case .invalidNumber(let told): told
            case .unknownClient(let told): told
            case .inFiles(let told): told
            case .unfinished(let told): told
            case .beingForgotten: JSONObject()
            case .beingCopied: JSONObject()
            case .ledgerUnavailable(let told): told
            case .other(let error): error.parameters
            }
        }
    }

    /// The interface as `methods` serve it.
    package static func interface(_ methods: some LedgerMethods) -> VarlinkInterface {
        VarlinkInterface(
            name: name, description: InterfaceTexts.ledger,
            methods: [
                "Backup": VarlinkMethod(methods.backup),
                "Forget": VarlinkMethod(methods.forget),
                "NoteSeen": VarlinkMethod(methods.noteSeen),
            ])
    }
}

/// What serves org.majord.Ledger: a function for each method.
package protocol LedgerMethods: Sendable {
    /// [Requires 'more' flag] A copy of the ledger as it is at one instant, an SQLite database. First replies tell how much of it is made, then they
    /// have data in base64, one piece after the other, with how much was sent by then. The last reply has none: the copy was looked at for damage
    /// before its first piece was sent, and done is its whole size.
    @Sendable func backup(
        _ request: LedgerAPI.Backup, _ caller: VarlinkCaller<LedgerAPI.Backup>
    ) async throws(LedgerAPI.Failure) -> LedgerAPI.Backup.Reply

    /// Forgets a telephone number, in any form, or a client's contact with his numbers, everywhere: a token, or for a number the client's block that it is
    /// in, stands in its place; tokens are those that stand anywhere, block tells whether a block does. With a contact go the numbers and mail addresses that
    /// records or old versions of the directory have of him: everywhere where they are his alone, else in what is his. Counts are of records in which it was;
    /// learned numbers are removed; files are texts of old versions of the directory. Left: how many of a contact's numbers and addresses stay elsewhere,
    /// since others have or had them, or the files name them; left_history, left_events, left_notes: in how many lines of the history, events and notes that are
    /// about no client a contact's name of one word stays, where it may be anybody's. Overwritten: whether what was forgotten, now or before, is nowhere in the ledger's files; not
    /// while somebody reads it, and majord tries again until it is. Open missed: the open missed calls whose number goes, so that nobody can call back there.
    /// Nightly backups have it until backups_until; journal is how numbers appear there, beside contacts' names, call ids and references, and aside names
    /// files with ledgers of before in its folder, which may have it. Ongoing calls keep their PBX's id and their phones until they are over, also those that
    /// have it. With dry_run nothing is changed. Refused while the files of the directory in force name it. Whoever calls with `more` is told the progress
    /// at once and then every second; all else is empty in such a reply.
    @Sendable func forget(
        _ request: LedgerAPI.Forget, _ caller: VarlinkCaller<LedgerAPI.Forget>
    ) async throws(LedgerAPI.Failure) -> LedgerAPI.Forget.Reply

    /// Notes that somebody has looked at the ledgers that were damaged and set aside; majord counts as degraded until then. Names are those of their files since.
    @Sendable func noteSeen(
        _ request: LedgerAPI.NoteSeen, _ caller: VarlinkCaller<LedgerAPI.NoteSeen>
    ) async throws(LedgerAPI.Failure) -> LedgerAPI.NoteSeen.Reply
}
