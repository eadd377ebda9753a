// Made by scripts/generate-api from Sources/MajorAPI/Interfaces/org.majord.Directory.varlink: change that, and run `make generate`.

package import Varlink

/// Agents, clients and their numbers, as configured under /etc/majord.
package enum DirectoryAPI {
    package static let name = "org.majord.Directory"

    package struct Finding: VarlinkMessage, Equatable {
        package enum Severity: VarlinkWord {
            case error
            case warning
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "error": self = .error
                case "warning": self = .warning
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .error: "error"
                case .warning: "warning"
                case .other(let word): word
                }
            }
        }

        package var file: String
        package var line: Int
        package var column: Int
        package var severity: Severity
        package var text: String

        package init(
            file: String,
            line: Int,
            column: Int,
            severity: Severity,
            text: String
        ) {
            self.file = file
            self.line = line
            self.column = column
            self.severity = severity
            self.text = text
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.file = try members.value("file")
            self.line = try members.value("line")
            self.column = try members.value("column")
            self.severity = try members.value("severity")
            self.text = try members.value("text")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("column", self.column)
            json.member("file", self.file)
            json.member("line", self.line)
            json.member("severity", self.severity)
            json.member("text", self.text)
        }
    }

    /// Identifiers that came, went, and stayed with other contents.
    package struct Changes: VarlinkMessage, Equatable {
        package var added: [String]
        package var changed: [String]
        package var removed: [String]

        package init(
            added: [String],
            changed: [String],
            removed: [String]
        ) {
            self.added = added
            self.changed = changed
            self.removed = removed
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.added = try members.value("added")
            self.changed = try members.value("changed")
            self.removed = try members.value("removed")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("added", self.added)
            json.member("changed", self.changed)
            json.member("removed", self.removed)
        }
    }

    /// How far the reading has come: another reload comes first, files are read, they are compared and compiled, they are kept for a start
    /// with broken files. Files is missing as long as nobody knows how many there are.
    package struct Progress: VarlinkMessage, Equatable {
        package enum Phase: VarlinkWord {
            case waiting
            case reading
            case checking
            case keeping
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "waiting": self = .waiting
                case "reading": self = .reading
                case "checking": self = .checking
                case "keeping": self = .keeping
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .waiting: "waiting"
                case .reading: "reading"
                case .checking: "checking"
                case .keeping: "keeping"
                case .other(let word): word
                }
            }
        }

        package var phase: Phase
        package var filesRead: Int
        package var files: Int?

        package init(
            phase: Phase,
            filesRead: Int,
            files: Int? = nil
        ) {
            self.phase = phase
            self.filesRead = filesRead
            self.files = files
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.phase = try members.value("phase")
            self.filesRead = try members.value("files_read")
            self.files = try members.optional("files")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("files", self.files)
            json.member("files_read", self.filesRead)
            json.member("phase", self.phase)
        }
    }

    // Whoever calls these methods with `more` is told the progress once at once and then every second; all else is empty in such a reply.

    /// Reads the directory again: all of it is put into force, or nothing. Settings are the keys of majord.yaml with other values. Strict:
    /// warnings refuse it as errors do.
    package struct Reload: VarlinkRequest, Equatable {
        package static let method = "org.majord.Directory.Reload"
        package static let parameters: Set<String> = ["strict"]
        package typealias Failure = DirectoryAPI.Failure

        package var strict: Bool?

        package init(
            strict: Bool? = nil
        ) {
            self.strict = strict
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.strict = try members.optional("strict")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("strict", self.strict)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var generation: Int
            package var summary: String
            package var clients: Changes
            package var agents: Changes
            package var numbers: Changes
            package var pairs: Changes
            package var settings: [String]
            package var warnings: [Finding]
            package var progress: Progress?

            package init(
                generation: Int,
                summary: String,
                clients: Changes,
                agents: Changes,
                numbers: Changes,
                pairs: Changes,
                settings: [String],
                warnings: [Finding],
                progress: Progress? = nil
            ) {
                self.generation = generation
                self.summary = summary
                self.clients = clients
                self.agents = agents
                self.numbers = numbers
                self.pairs = pairs
                self.settings = settings
                self.warnings = warnings
                self.progress = progress
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.generation = try members.value("generation")
                self.summary = try members.value("summary")
                self.clients = try members.value("clients")
                self.agents = try members.value("agents")
                self.numbers = try members.value("numbers")
                self.pairs = try members.value("pairs")
                self.settings = try members.value("settings")
                self.warnings = try members.value("warnings")
                self.progress = try members.optional("progress")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("agents", self.agents)
                json.member("clients", self.clients)
                json.member("generation", self.generation)
                json.member("numbers", self.numbers)
                json.member("pairs", self.pairs)
                json.optional("progress", self.progress)
                json.member("settings", self.settings)
                json.member("summary", self.summary)
                json.member("warnings", self.warnings)
            }
        }
    }

    /// Reads the directory as a reload would, and changes nothing.
    package struct Check: VarlinkRequest, Equatable {
        package static let method = "org.majord.Directory.Check"
        package static let parameters: Set<String> = []
        package typealias Failure = DirectoryAPI.Failure

        package init() {}
        package init(members: JSONObject) {}
        package func writeMembers(to json: inout JSONWriter) {}

        package struct Reply: VarlinkMessage, Equatable {
            package var findings: [Finding]
            package var progress: Progress?

            package init(
                findings: [Finding],
                progress: Progress? = nil
            ) {
                self.findings = findings
                self.progress = progress
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.findings = try members.value("findings")
                self.progress = try members.optional("progress")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("findings", self.findings)
                json.optional("progress", self.progress)
            }
        }
    }

    /// A client for whom an agent stands at the moment, and in which role.
    package struct Post: VarlinkMessage, Equatable {
        package enum Role: VarlinkWord {
            case primary
            case backup
            case deputy
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "primary": self = .primary
                case "backup": self = .backup
                case "deputy": self = .deputy
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .primary: "primary"
                case .backup: "backup"
                case .deputy: "deputy"
                case .other(let word): word
                }
            }
        }

        package var client: String
        package var clientName: String
        package var role: Role

        package init(
            client: String,
            clientName: String,
            role: Role
        ) {
            self.client = client
            self.clientName = clientName
            self.role = role
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.value("client")
            self.clientName = try members.value("client_name")
            self.role = try members.value("role")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("client", self.client)
            json.member("client_name", self.clientName)
            json.member("role", self.role)
        }
    }

    /// What changes next, hours of work and of service aside. Somebody is away or back; stands in, or does so no more (deputy, deputy_ends);
    /// another pair takes over (handover); the agreement begins or has ended. The agent is who is away or back or stands in, the client whose
    /// pair, deputy or agreement it is; employment_ends: the agent's last day is over. Instants are RFC 3339 texts with the offset of the service's time zone.
    /// Leaves: of a handover that is next for an agent, whether he leaves the client's pair; else he comes into it.
    package struct Change: VarlinkMessage, Equatable {
        package enum What: VarlinkWord {
            case away
            case back
            case deputy
            case deputyEnds
            case handover
            case agreementStarts
            case agreementEnds
            case employmentEnds
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "away": self = .away
                case "back": self = .back
                case "deputy": self = .deputy
                case "deputy_ends": self = .deputyEnds
                case "handover": self = .handover
                case "agreement_starts": self = .agreementStarts
                case "agreement_ends": self = .agreementEnds
                case "employment_ends": self = .employmentEnds
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .away: "away"
                case .back: "back"
                case .deputy: "deputy"
                case .deputyEnds: "deputy_ends"
                case .handover: "handover"
                case .agreementStarts: "agreement_starts"
                case .agreementEnds: "agreement_ends"
                case .employmentEnds: "employment_ends"
                case .other(let word): word
                }
            }
        }

        package var what: What
        package var at: String
        package var agent: String?
        package var agentName: String?
        package var client: String?
        package var clientName: String?
        package var leaves: Bool?

        package init(
            what: What,
            at: String,
            agent: String? = nil,
            agentName: String? = nil,
            client: String? = nil,
            clientName: String? = nil,
            leaves: Bool? = nil
        ) {
            self.what = what
            self.at = at
            self.agent = agent
            self.agentName = agentName
            self.client = client
            self.clientName = clientName
            self.leaves = leaves
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.what = try members.value("what")
            self.at = try members.value("at")
            self.agent = try members.optional("agent")
            self.agentName = try members.optional("agent_name")
            self.client = try members.optional("client")
            self.clientName = try members.optional("client_name")
            self.leaves = try members.optional("leaves")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("agent_name", self.agentName)
            json.member("at", self.at)
            json.optional("client", self.client)
            json.optional("client_name", self.clientName)
            json.optional("leaves", self.leaves)
            json.member("what", self.what)
        }
    }

    /// An agent's calendar that was read last too long ago (without that: never); why is what has gone wrong since.
    package struct StaleCalendar: VarlinkMessage, Equatable {
        package var source: String
        package var read: String?
        package var why: String?

        package init(
            source: String,
            read: String? = nil,
            why: String? = nil
        ) {
            self.source = source
            self.read = read
            self.why = why
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.source = try members.value("source")
            self.read = try members.optional("read")
            self.why = try members.optional("why")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("read", self.read)
            json.member("source", self.source)
            json.optional("why", self.why)
        }
    }

    /// An agent at the moment. The load is what all his clients take of his capacity, in whole percents. Why somebody is away is told to himself
    /// and managers; anybody else reads away. Last day: when his employment ends, such as 2026-12-31; the calendar is told while it is stale. Unreachable: a PBX has told within the last five
    /// minutes that the phone cannot be reached, so that others come first. Available until: when he who is there, on the phone or not, leaves next, where he does
    /// within eight days.
    package struct Agent: VarlinkMessage, Equatable {
        package enum State: VarlinkWord {
            case available
            case busy
            case offHours
            case leave
            case sickness
            case pause
            case away
            case notEmployed
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "available": self = .available
                case "busy": self = .busy
                case "off_hours": self = .offHours
                case "leave": self = .leave
                case "sickness": self = .sickness
                case "pause": self = .pause
                case "away": self = .away
                case "not_employed": self = .notEmployed
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .available: "available"
                case .busy: "busy"
                case .offHours: "off_hours"
                case .leave: "leave"
                case .sickness: "sickness"
                case .pause: "pause"
                case .away: "away"
                case .notEmployed: "not_employed"
                case .other(let word): word
                }
            }
        }

        package var id: String
        package var name: String
        package var `extension`: String
        package var state: State
        package var until: String?
        package var load: Int
        package var clients: [Post]
        package var next: Change?
        package var lastDay: String?
        package var calendar: StaleCalendar?
        package var unreachable: Bool?
        package var availableUntil: String?

        package init(
            id: String,
            name: String,
            extension: String,
            state: State,
            until: String? = nil,
            load: Int,
            clients: [Post],
            next: Change? = nil,
            lastDay: String? = nil,
            calendar: StaleCalendar? = nil,
            unreachable: Bool? = nil,
            availableUntil: String? = nil
        ) {
            self.id = id
            self.name = name
            self.extension = `extension`
            self.state = state
            self.until = until
            self.load = load
            self.clients = clients
            self.next = next
            self.lastDay = lastDay
            self.calendar = calendar
            self.unreachable = unreachable
            self.availableUntil = availableUntil
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.id = try members.value("id")
            self.name = try members.value("name")
            self.extension = try members.value("extension")
            self.state = try members.value("state")
            self.until = try members.optional("until")
            self.load = try members.value("load")
            self.clients = try members.value("clients")
            self.next = try members.optional("next")
            self.lastDay = try members.optional("last_day")
            self.calendar = try members.optional("calendar")
            self.unreachable = try members.optional("unreachable")
            self.availableUntil = try members.optional("available_until")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("available_until", self.availableUntil)
            json.optional("calendar", self.calendar)
            json.member("clients", self.clients)
            json.member("extension", self.extension)
            json.member("id", self.id)
            json.optional("last_day", self.lastDay)
            json.member("load", self.load)
            json.member("name", self.name)
            json.optional("next", self.next)
            json.member("state", self.state)
            json.optional("unreachable", self.unreachable)
            json.optional("until", self.until)
        }
    }

    /// Who stands for a client, in the order in which calls come to them; last day, calendar and unreachable as of Agent.
    package struct ClientAgent: VarlinkMessage, Equatable {
        package enum Role: VarlinkWord {
            case primary
            case backup
            case deputy
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "primary": self = .primary
                case "backup": self = .backup
                case "deputy": self = .deputy
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .primary: "primary"
                case .backup: "backup"
                case .deputy: "deputy"
                case .other(let word): word
                }
            }
        }

        package enum State: VarlinkWord {
            case available
            case busy
            case offHours
            case leave
            case sickness
            case pause
            case away
            case notEmployed
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "available": self = .available
                case "busy": self = .busy
                case "off_hours": self = .offHours
                case "leave": self = .leave
                case "sickness": self = .sickness
                case "pause": self = .pause
                case "away": self = .away
                case "not_employed": self = .notEmployed
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .available: "available"
                case .busy: "busy"
                case .offHours: "off_hours"
                case .leave: "leave"
                case .sickness: "sickness"
                case .pause: "pause"
                case .away: "away"
                case .notEmployed: "not_employed"
                case .other(let word): word
                }
            }
        }

        package var agent: String
        package var agentName: String
        package var role: Role
        package var state: State
        package var until: String?
        package var lastDay: String?
        package var calendar: StaleCalendar?
        package var unreachable: Bool?

        package init(
            agent: String,
            agentName: String,
            role: Role,
            state: State,
            until: String? = nil,
            lastDay: String? = nil,
            calendar: StaleCalendar? = nil,
            unreachable: Bool? = nil
        ) {
            self.agent = agent
            self.agentName = agentName
            self.role = role
            self.state = state
            self.until = until
            self.lastDay = lastDay
            self.calendar = calendar
            self.unreachable = unreachable
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.value("agent")
            self.agentName = try members.value("agent_name")
            self.role = try members.value("role")
            self.state = try members.value("state")
            self.until = try members.optional("until")
            self.lastDay = try members.optional("last_day")
            self.calendar = try members.optional("calendar")
            self.unreachable = try members.optional("unreachable")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("agent", self.agent)
            json.member("agent_name", self.agentName)
            json.optional("calendar", self.calendar)
            json.optional("last_day", self.lastDay)
            json.member("role", self.role)
            json.member("state", self.state)
            json.optional("unreachable", self.unreachable)
            json.optional("until", self.until)
        }
    }

    /// The agreement's first and last day, such as 2026-01-01; without a last one it goes on.
    package struct Agreement: VarlinkMessage, Equatable {
        package var title: String
        package var references: [String]
        package var level: String
        package var start: String
        package var end: String?

        package init(
            title: String,
            references: [String],
            level: String,
            start: String,
            end: String? = nil
        ) {
            self.title = title
            self.references = references
            self.level = level
            self.start = start
            self.end = end
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.title = try members.value("title")
            self.references = try members.value("references")
            self.level = try members.value("level")
            self.start = try members.value("start")
            self.end = try members.optional("end")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("end", self.end)
            json.member("level", self.level)
            json.member("references", self.references)
            json.member("start", self.start)
            json.member("title", self.title)
        }
    }

    package struct Contact: VarlinkMessage, Equatable {
        package var name: String
        package var function: String?
        package var mobile: String?
        package var email: String?

        package init(
            name: String,
            function: String? = nil,
            mobile: String? = nil,
            email: String? = nil
        ) {
            self.name = name
            self.function = function
            self.mobile = mobile
            self.email = email
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.name = try members.value("name")
            self.function = try members.optional("function")
            self.mobile = try members.optional("mobile")
            self.email = try members.optional("email")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("email", self.email)
            json.optional("function", self.function)
            json.optional("mobile", self.mobile)
            json.member("name", self.name)
        }
    }

    /// A stretch of service time in which nobody is there for a client. Goes on: it does after its end, which is only as far as was looked.
    package struct Gap: VarlinkMessage, Equatable {
        package var from: String
        package var until: String
        package var goesOn: Bool?

        package init(
            from: String,
            until: String,
            goesOn: Bool? = nil
        ) {
            self.from = from
            self.until = until
            self.goesOn = goesOn
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.from = try members.value("from")
            self.until = try members.value("until")
            self.goesOn = try members.optional("goes_on")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("from", self.from)
            json.optional("goes_on", self.goesOn)
            json.member("until", self.until)
        }
    }

    /// A client at the moment. Answering is the agent to whom a call would come; without one it goes to the overflow. Where it is closed, opens tells
    /// until when; else closes tells when service ends, where it does within eight days. Learned are numbers that managers have entered, beside the files'; one of a contact stands with the contacts. The agreement, numbers, contacts, the signatory, the lines of the address and notes are told to those who stand for the client, and to managers. Gaps of the next 26 weeks
    /// (more: so many later ones) are told where one client was asked for.
    package struct Client: VarlinkMessage, Equatable {
        package enum Size: VarlinkWord {
            case large
            case small
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "large": self = .large
                case "small": self = .small
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .large: "large"
                case .small: "small"
                case .other(let word): word
                }
            }
        }

        package enum State: VarlinkWord {
            case covered
            case uncovered
            case closed
            case withoutAgreement
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "covered": self = .covered
                case "uncovered": self = .uncovered
                case "closed": self = .closed
                case "without_agreement": self = .withoutAgreement
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .covered: "covered"
                case .uncovered: "uncovered"
                case .closed: "closed"
                case .withoutAgreement: "without_agreement"
                case .other(let word): word
                }
            }
        }

        package var id: String
        package var name: String
        package var size: Size
        package var state: State
        package var opens: String?
        package var agents: [ClientAgent]
        package var answering: String?
        package var next: Change?
        package var agreement: Agreement?
        package var numbers: [String]?
        package var contacts: [Contact]?
        package var signatory: Contact?
        package var address: [String]?
        package var notes: String?
        package var gaps: [Gap]?
        package var moreGaps: Int?
        package var closes: String?
        package var learned: [String]?

        package init(
            id: String,
            name: String,
            size: Size,
            state: State,
            opens: String? = nil,
            agents: [ClientAgent],
            answering: String? = nil,
            next: Change? = nil,
            agreement: Agreement? = nil,
            numbers: [String]? = nil,
            contacts: [Contact]? = nil,
            signatory: Contact? = nil,
            address: [String]? = nil,
            notes: String? = nil,
            gaps: [Gap]? = nil,
            moreGaps: Int? = nil,
            closes: String? = nil,
            learned: [String]? = nil
        ) {
            self.id = id
            self.name = name
            self.size = size
            self.state = state
            self.opens = opens
            self.agents = agents
            self.answering = answering
            self.next = next
            self.agreement = agreement
            self.numbers = numbers
            self.contacts = contacts
            self.signatory = signatory
            self.address = address
            self.notes = notes
            self.gaps = gaps
            self.moreGaps = moreGaps
            self.closes = closes
            self.learned = learned
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.id = try members.value("id")
            self.name = try members.value("name")
            self.size = try members.value("size")
            self.state = try members.value("state")
            self.opens = try members.optional("opens")
            self.agents = try members.value("agents")
            self.answering = try members.optional("answering")
            self.next = try members.optional("next")
            self.agreement = try members.optional("agreement")
            self.numbers = try members.optional("numbers")
            self.contacts = try members.optional("contacts")
            self.signatory = try members.optional("signatory")
            self.address = try members.optional("address")
            self.notes = try members.optional("notes")
            self.gaps = try members.optional("gaps")
            self.moreGaps = try members.optional("more_gaps")
            self.closes = try members.optional("closes")
            self.learned = try members.optional("learned")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("address", self.address)
            json.member("agents", self.agents)
            json.optional("agreement", self.agreement)
            json.optional("answering", self.answering)
            json.optional("closes", self.closes)
            json.optional("contacts", self.contacts)
            json.optional("gaps", self.gaps)
            json.member("id", self.id)
            json.optional("learned", self.learned)
            json.optional("more_gaps", self.moreGaps)
            json.member("name", self.name)
            json.optional("next", self.next)
            json.optional("notes", self.notes)
            json.optional("numbers", self.numbers)
            json.optional("opens", self.opens)
            json.optional("signatory", self.signatory)
            json.member("size", self.size)
            json.member("state", self.state)
        }
    }

    /// Who is whose: each agent, or one, with load and clients. For agents and managers.
    package struct ListAgents: VarlinkRequest, Equatable {
        package static let method = "org.majord.Directory.ListAgents"
        package static let parameters: Set<String> = ["agent"]
        package typealias Failure = DirectoryAPI.Failure

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
            package var timeZone: String
            package var now: String
            package var agents: [Agent]
            package var you: String?

            package init(
                timeZone: String,
                now: String,
                agents: [Agent],
                you: String? = nil
            ) {
                self.timeZone = timeZone
                self.now = now
                self.agents = agents
                self.you = you
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.timeZone = try members.value("time_zone")
                self.now = try members.value("now")
                self.agents = try members.value("agents")
                self.you = try members.optional("you")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("agents", self.agents)
                json.member("now", self.now)
                json.member("time_zone", self.timeZone)
                json.optional("you", self.you)
            }
        }
    }

    /// The same by clients; of one client also the gaps ahead. For agents and managers.
    package struct ListClients: VarlinkRequest, Equatable {
        package static let method = "org.majord.Directory.ListClients"
        package static let parameters: Set<String> = ["client"]
        package typealias Failure = DirectoryAPI.Failure

        package var client: String?

        package init(
            client: String? = nil
        ) {
            self.client = client
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.optional("client")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("client", self.client)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var timeZone: String
            package var now: String
            package var clients: [Client]

            package init(
                timeZone: String,
                now: String,
                clients: [Client]
            ) {
                self.timeZone = timeZone
                self.now = now
                self.clients = clients
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.timeZone = try members.value("time_zone")
                self.now = try members.value("now")
                self.clients = try members.value("clients")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("clients", self.clients)
                json.member("now", self.now)
                json.member("time_zone", self.timeZone)
            }
        }
    }

    /// A file of a directory that majord does not read itself: its path, which begins with the directory's, and its text.
    package struct File: VarlinkMessage, Equatable {
        package var path: String
        package var text: String

        package init(
            path: String,
            text: String
        ) {
            self.path = path
            self.text = text
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.path = try members.value("path")
            self.text = try members.value("text")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("path", self.path)
            json.member("text", self.text)
        }
    }

    /// Somebody who is considered for a call, in order; passed_over says why he cannot take it, until says until when, where that is known. Behind
    /// says why one who can take it comes behind others: wrap-up, unreachable.
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

    /// Where a call goes: whose it is, and the phones that are dialled, in order. The overflow has no agent.
    package struct Way: VarlinkMessage, Equatable {
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
        package var client: String?
        package var clientName: String?
        package var targets: [Phone]

        package init(
            action: Action,
            reason: String,
            client: String? = nil,
            clientName: String? = nil,
            targets: [Phone]
        ) {
            self.action = action
            self.reason = reason
            self.client = client
            self.clientName = clientName
            self.targets = targets
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.action = try members.value("action")
            self.reason = try members.value("reason")
            self.client = try members.optional("client")
            self.clientName = try members.optional("client_name")
            self.targets = try members.value("targets")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("action", self.action)
            json.optional("client", self.client)
            json.optional("client_name", self.clientName)
            json.member("reason", self.reason)
            json.member("targets", self.targets)
        }
    }

    package struct Phone: VarlinkMessage, Equatable {
        package var role: String
        package var `extension`: String
        package var agent: String?
        package var agentName: String?

        package init(
            role: String,
            extension: String,
            agent: String? = nil,
            agentName: String? = nil
        ) {
            self.role = role
            self.extension = `extension`
            self.agent = agent
            self.agentName = agentName
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.role = try members.value("role")
            self.extension = try members.value("extension")
            self.agent = try members.optional("agent")
            self.agentName = try members.optional("agent_name")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("agent_name", self.agentName)
            json.member("extension", self.extension)
            json.member("role", self.role)
        }
    }

    /// A recorded call that another directory sends elsewhere: at once, or (first is false) only where the first phone does not answer. The caller's
    /// number is missing once it was forgotten.
    package struct MovedCall: VarlinkMessage, Equatable {
        package var call: String
        package var decision: String
        package var at: String
        package var caller: String?
        package var contact: String?
        package var first: Bool
        package var was: Way
        package var would: Way
        package var considered: [Considered]

        package init(
            call: String,
            decision: String,
            at: String,
            caller: String? = nil,
            contact: String? = nil,
            first: Bool,
            was: Way,
            would: Way,
            considered: [Considered]
        ) {
            self.call = call
            self.decision = decision
            self.at = at
            self.caller = caller
            self.contact = contact
            self.first = first
            self.was = was
            self.would = would
            self.considered = considered
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.call = try members.value("call")
            self.decision = try members.value("decision")
            self.at = try members.value("at")
            self.caller = try members.optional("caller")
            self.contact = try members.optional("contact")
            self.first = try members.value("first")
            self.was = try members.value("was")
            self.would = try members.value("would")
            self.considered = try members.value("considered")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("at", self.at)
            json.member("call", self.call)
            json.optional("caller", self.caller)
            json.member("considered", self.considered)
            json.optional("contact", self.contact)
            json.member("decision", self.decision)
            json.member("first", self.first)
            json.member("was", self.was)
            json.member("would", self.would)
        }
    }

    /// Decides recorded calls again with another directory and the roster of each call's moment, and tells those that would go elsewhere. Who was on
    /// the phone, had called back or could not be reached is as it was. The path is what the directory is called, and the files are its texts: majord
    /// opens none of them. From and until are instants (RFC 3339). Then: also those that go elsewhere only where the first phone does not
    /// answer. Whoever calls with `more` is told the calls as they are found, with how far it has come; without, the first 1,000. Of so many calls so
    /// many were looked at; moved and moved_then are how many go elsewhere at once, and only then; skipped are those of which too little is
    /// known any more. For managers.
    package struct Replay: VarlinkRequest, Equatable {
        package static let method = "org.majord.Directory.Replay"
        package static let parameters: Set<String> = ["path", "files", "from", "until", "then"]
        package typealias Failure = DirectoryAPI.Failure

        package var path: String
        package var files: [File]
        package var from: String?
        package var until: String?
        package var then: Bool?

        package init(
            path: String,
            files: [File],
            from: String? = nil,
            until: String? = nil,
            then: Bool? = nil
        ) {
            self.path = path
            self.files = files
            self.from = from
            self.until = until
            self.then = then
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.path = try members.value("path")
            self.files = try members.value("files")
            self.from = try members.optional("from")
            self.until = try members.optional("until")
            self.then = try members.optional("then")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("files", self.files)
            json.optional("from", self.from)
            json.member("path", self.path)
            json.optional("then", self.then)
            json.optional("until", self.until)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var calls: [MovedCall]
            package var looked: Int
            package var of: Int
            package var moved: Int
            package var movedThen: Int
            package var skipped: Int
            package var warnings: [Finding]
            package var timeZone: String
            package var now: String

            package init(
                calls: [MovedCall],
                looked: Int,
                of: Int,
                moved: Int,
                movedThen: Int,
                skipped: Int,
                warnings: [Finding],
                timeZone: String,
                now: String
            ) {
                self.calls = calls
                self.looked = looked
                self.of = of
                self.moved = moved
                self.movedThen = movedThen
                self.skipped = skipped
                self.warnings = warnings
                self.timeZone = timeZone
                self.now = now
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.calls = try members.value("calls")
                self.looked = try members.value("looked")
                self.of = try members.value("of")
                self.moved = try members.value("moved")
                self.movedThen = try members.value("moved_then")
                self.skipped = try members.value("skipped")
                self.warnings = try members.value("warnings")
                self.timeZone = try members.value("time_zone")
                self.now = try members.value("now")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("calls", self.calls)
                json.member("looked", self.looked)
                json.member("moved", self.moved)
                json.member("moved_then", self.movedThen)
                json.member("now", self.now)
                json.member("of", self.of)
                json.member("skipped", self.skipped)
                json.member("time_zone", self.timeZone)
                json.member("warnings", self.warnings)
            }
        }
    }

    /// The records cannot be read now.
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

    /// The directory has errors; the one of this generation stays in force.
    package struct Refused: VarlinkMessage, Equatable {
        package var generation: Int
        package var findings: [Finding]

        package init(
            generation: Int,
            findings: [Finding]
        ) {
            self.generation = generation
            self.findings = findings
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.generation = try members.value("generation")
            self.findings = try members.value("findings")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("findings", self.findings)
            json.member("generation", self.generation)
        }
    }

    /// Told only to those who may know the clients' ids.
    package struct UnknownClient: VarlinkMessage, Equatable {
        package var client: String
        package var known: [String]

        package init(
            client: String,
            known: [String]
        ) {
            self.client = client
            self.known = known
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.value("client")
            self.known = try members.value("known")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("client", self.client)
            json.member("known", self.known)
        }
    }

    /// The errors of the interface, with what they tell.
    package enum Failure: VarlinkFailure, Equatable {
        /// The records cannot be read now.
        case ledgerUnavailable(LedgerUnavailable)
        /// The directory has errors; the one of this generation stays in force.
        case refused(Refused)
        /// Told only to those who may know the clients' ids.
        case unknownClient(UnknownClient)
        /// One of the standard errors, or another interface's, or one that this version does not know.
        case other(VarlinkError)

        package init(_ error: VarlinkError) {
            switch error.name {
            case "org.majord.Directory.LedgerUnavailable":
                self = error.parameters.told().map(Self.ledgerUnavailable) ?? .other(error)
            case "org.majord.Directory.Refused":
                self = error.parameters.told().map(Self.refused) ?? .other(error)
            case "org.majord.Directory.UnknownClient":
                self = error.parameters.told().map(Self.unknownClient) ?? .other(error)
            default: self = .other(error)
            }
        }

        package var name: String {
            switch self {
            case .ledgerUnavailable: "org.majord.Directory.LedgerUnavailable"
            case .refused: "org.majord.Directory.Refused"
            case .unknownClient: "org.majord.Directory.UnknownClient"
            case .other(let error): error.name
            }
        }

        package var payload: any VarlinkMessage {
            switch self {
            case .ledgerUnavailable(let told): told
            case .refused(let told): told
            case .unknownClient(let told): told
            case .other(let error): error.parameters
            }
        }
    }

    /// The interface as `methods` serve it.
    package static func interface(_ methods: some DirectoryMethods) -> VarlinkInterface {
        VarlinkInterface(
            name: name, description: InterfaceTexts.directory,
            methods: [
                "Reload": VarlinkMethod(methods.reload),
                "Check": VarlinkMethod(methods.check),
                "ListAgents": VarlinkMethod(methods.listAgents),
                "ListClients": VarlinkMethod(methods.listClients),
                "Replay": VarlinkMethod(methods.replay),
            ])
    }
}

/// What serves org.majord.Directory: a function for each method.
package protocol DirectoryMethods: Sendable {
    /// Reads the directory again: all of it is put into force, or nothing. Settings are the keys of majord.yaml with other values. Strict:
    /// warnings refuse it as errors do.
    @Sendable func reload(
        _ request: DirectoryAPI.Reload, _ caller: VarlinkCaller<DirectoryAPI.Reload>
    ) async throws(DirectoryAPI.Failure) -> DirectoryAPI.Reload.Reply

    /// Reads the directory as a reload would, and changes nothing.
    @Sendable func check(
        _ request: DirectoryAPI.Check, _ caller: VarlinkCaller<DirectoryAPI.Check>
    ) async throws(DirectoryAPI.Failure) -> DirectoryAPI.Check.Reply

    /// Who is whose: each agent, or one, with load and clients. For agents and managers.
    @Sendable func listAgents(
        _ request: DirectoryAPI.ListAgents, _ caller: VarlinkCaller<DirectoryAPI.ListAgents>
    ) async throws(DirectoryAPI.Failure) -> DirectoryAPI.ListAgents.Reply

    /// The same by clients; of one client also the gaps ahead. For agents and managers.
    @Sendable func listClients(
        _ request: DirectoryAPI.ListClients, _ caller: VarlinkCaller<DirectoryAPI.ListClients>
    ) async throws(DirectoryAPI.Failure) -> DirectoryAPI.ListClients.Reply

    /// Decides recorded calls again with another directory and the roster of each call's moment, and tells those that would go elsewhere. Who was on
    /// the phone, had called back or could not be reached is as it was. The path is what the directory is called, and the files are its texts: majord
    /// opens none of them. From and until are instants (RFC 3339). Then: also those that go elsewhere only where the first phone does not
    /// answer. Whoever calls with `more` is told the calls as they are found, with how far it has come; without, the first 1,000. Of so many calls so
    /// many were looked at; moved and moved_then are how many go elsewhere at once, and only then; skipped are those of which too little is
    /// known any more. For managers.
    @Sendable func replay(
        _ request: DirectoryAPI.Replay, _ caller: VarlinkCaller<DirectoryAPI.Replay>
    ) async throws(DirectoryAPI.Failure) -> DirectoryAPI.Replay.Reply
}
