// Made by scripts/generate-api from Sources/MajorAPI/Interfaces/org.majord.Roster.varlink: change that, and run `make generate`.

package import Varlink

/// Who is there: absences of agents, and what they mean for clients.
package enum RosterAPI {
    package static let name = "org.majord.Roster"

    // A method that the caller may not use is answered with org.varlink.service.PermissionDenied, with the parameters right (what he lacks,
    // such as change-availability), groups (the Unix groups that have it) and rule (the same as a sentence).

    /// Hours of one weekday on the wall clock, such as 13:00 to 18:00; 24:00 is the end of the day.
    package struct SeriesHours: VarlinkMessage, Equatable {
        package enum Day: VarlinkWord {
            case mon
            case tue
            case wed
            case thu
            case fri
            case sat
            case sun
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "mon": self = .mon
                case "tue": self = .tue
                case "wed": self = .wed
                case "thu": self = .thu
                case "fri": self = .fri
                case "sat": self = .sat
                case "sun": self = .sun
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .mon: "mon"
                case .tue: "tue"
                case .wed: "wed"
                case .thu: "thu"
                case .fri: "fri"
                case .sat: "sat"
                case .sun: "sun"
                case .other(let word): word
                }
            }
        }

        package var day: Day
        package var from: String
        package var until: String

        package init(
            day: Day,
            from: String,
            until: String
        ) {
            self.day = day
            self.from = from
            self.until = until
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.day = try members.value("day")
            self.from = try members.value("from")
            self.until = try members.value("until")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("day", self.day)
            json.member("from", self.from)
            json.member("until", self.until)
        }
    }

    /// A day (2026-12-25) on which a series does not happen, or ends early.
    package struct SeriesException: VarlinkMessage, Equatable {
        package var day: String
        package var until: String?

        package init(
            day: String,
            until: String? = nil
        ) {
            self.day = day
            self.until = until
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.day = try members.value("day")
            self.until = try members.optional("until")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("day", self.day)
            json.optional("until", self.until)
        }
    }

    /// Hours that come back every so many weeks (1 to 52), counted from the week of the first day.
    package struct Series: VarlinkMessage, Equatable {
        package var hours: [SeriesHours]
        package var weeks: Int
        package var firstDay: String
        package var exceptions: [SeriesException]?

        package init(
            hours: [SeriesHours],
            weeks: Int,
            firstDay: String,
            exceptions: [SeriesException]? = nil
        ) {
            self.hours = hours
            self.weeks = weeks
            self.firstDay = firstDay
            self.exceptions = exceptions
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.hours = try members.value("hours")
            self.weeks = try members.value("weeks")
            self.firstDay = try members.value("first_day")
            self.exceptions = try members.optional("exceptions")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("exceptions", self.exceptions)
            json.member("first_day", self.firstDay)
            json.member("hours", self.hours)
            json.member("weeks", self.weeks)
        }
    }

    /// Instants are RFC 3339 texts with the offset of the service's time zone. Without an end: until further notice.
    /// An orphan's agent is not in the directory (any more), so that it is not in force; its agent_name is the id.
    /// The kind, the note, who entered it when, and the calendar that it comes from are for the agent himself and managers; anybody else reads away.
    /// Of a series, from and until are its term, and next is the occurrence that goes on or comes next. Waiting: it was entered or ended while the
    /// database with the records was away, and waits on the machine that took it; one that is new has a number below 0 until it is there.
    package struct Absence: VarlinkMessage, Equatable {
        package enum Kind: VarlinkWord {
            case leave
            case sickness
            case pause
            case away
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "leave": self = .leave
                case "sickness": self = .sickness
                case "pause": self = .pause
                case "away": self = .away
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .leave: "leave"
                case .sickness: "sickness"
                case .pause: "pause"
                case .away: "away"
                case .other(let word): word
                }
            }
        }

        package var id: String
        package var agent: String
        package var agentName: String
        package var kind: Kind
        package var from: String
        package var until: String?
        package var enteredBy: String?
        package var enteredAt: String?
        package var note: String?
        package var orphan: Bool?
        package var series: Series?
        package var nextFrom: String?
        package var nextUntil: String?
        package var source: String?
        package var waiting: Bool?

        package init(
            id: String,
            agent: String,
            agentName: String,
            kind: Kind,
            from: String,
            until: String? = nil,
            enteredBy: String? = nil,
            enteredAt: String? = nil,
            note: String? = nil,
            orphan: Bool? = nil,
            series: Series? = nil,
            nextFrom: String? = nil,
            nextUntil: String? = nil,
            source: String? = nil,
            waiting: Bool? = nil
        ) {
            self.id = id
            self.agent = agent
            self.agentName = agentName
            self.kind = kind
            self.from = from
            self.until = until
            self.enteredBy = enteredBy
            self.enteredAt = enteredAt
            self.note = note
            self.orphan = orphan
            self.series = series
            self.nextFrom = nextFrom
            self.nextUntil = nextUntil
            self.source = source
            self.waiting = waiting
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.id = try members.value("id")
            self.agent = try members.value("agent")
            self.agentName = try members.value("agent_name")
            self.kind = try members.value("kind")
            self.from = try members.value("from")
            self.until = try members.optional("until")
            self.enteredBy = try members.optional("entered_by")
            self.enteredAt = try members.optional("entered_at")
            self.note = try members.optional("note")
            self.orphan = try members.optional("orphan")
            self.series = try members.optional("series")
            self.nextFrom = try members.optional("next_from")
            self.nextUntil = try members.optional("next_until")
            self.source = try members.optional("source")
            self.waiting = try members.optional("waiting")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("agent", self.agent)
            json.member("agent_name", self.agentName)
            json.optional("entered_at", self.enteredAt)
            json.optional("entered_by", self.enteredBy)
            json.member("from", self.from)
            json.member("id", self.id)
            json.member("kind", self.kind)
            json.optional("next_from", self.nextFrom)
            json.optional("next_until", self.nextUntil)
            json.optional("note", self.note)
            json.optional("orphan", self.orphan)
            json.optional("series", self.series)
            json.optional("source", self.source)
            json.optional("until", self.until)
            json.optional("waiting", self.waiting)
        }
    }

    /// A stretch of time in which an agent is away without a break, and the absences that make it. Without an end: until further notice.
    package struct Away: VarlinkMessage, Equatable {
        package var from: String
        package var until: String?
        package var absences: [Absence]

        package init(
            from: String,
            until: String? = nil,
            absences: [Absence]
        ) {
            self.from = from
            self.until = until
            self.absences = absences
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.from = try members.value("from")
            self.until = try members.optional("until")
            self.absences = try members.value("absences")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("absences", self.absences)
            json.member("from", self.from)
            json.optional("until", self.until)
        }
    }

    /// A client whose calls would come to the absent agent first, and who gets them until the agent is back (nobody: missing), most of the time where
    /// it is not one alone: others, by name, get them at other times. Always: in all of the service time; else the gaps tell when nobody gets them.
    package struct Takeover: VarlinkMessage, Equatable {
        package var client: String
        package var clientName: String
        package var agent: String?
        package var agentName: String?
        package var always: Bool
        package var others: [String]?
        package var otherIds: [String]?

        package init(
            client: String,
            clientName: String,
            agent: String? = nil,
            agentName: String? = nil,
            always: Bool,
            others: [String]? = nil,
            otherIds: [String]? = nil
        ) {
            self.client = client
            self.clientName = clientName
            self.agent = agent
            self.agentName = agentName
            self.always = always
            self.others = others
            self.otherIds = otherIds
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.value("client")
            self.clientName = try members.value("client_name")
            self.agent = try members.optional("agent")
            self.agentName = try members.optional("agent_name")
            self.always = try members.value("always")
            self.others = try members.optional("others")
            self.otherIds = try members.optional("other_ids")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("agent_name", self.agentName)
            json.member("always", self.always)
            json.member("client", self.client)
            json.member("client_name", self.clientName)
            json.optional("other_ids", self.otherIds)
            json.optional("others", self.others)
        }
    }

    /// A stretch of time.
    package struct Period: VarlinkMessage, Equatable {
        package var from: String
        package var until: String

        package init(
            from: String,
            until: String
        ) {
            self.from = from
            self.until = until
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.from = try members.value("from")
            self.until = try members.value("until")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("from", self.from)
            json.member("until", self.until)
        }
    }

    /// Somebody who would be there else, and is away in a gap, of a series at its time in that gap; a request: he has asked for leave, which counts until it is decided.
    package struct Collision: VarlinkMessage, Equatable {
        package var absence: String
        package var agent: String
        package var agentName: String
        package var from: String
        package var until: String?
        package var request: Bool?

        package init(
            absence: String,
            agent: String,
            agentName: String,
            from: String,
            until: String? = nil,
            request: Bool? = nil
        ) {
            self.absence = absence
            self.agent = agent
            self.agentName = agentName
            self.from = from
            self.until = until
            self.request = request
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.absence = try members.value("absence")
            self.agent = try members.value("agent")
            self.agentName = try members.value("agent_name")
            self.from = try members.value("from")
            self.until = try members.optional("until")
            self.request = try members.optional("request")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("absence", self.absence)
            json.member("agent", self.agent)
            json.member("agent_name", self.agentName)
            json.member("from", self.from)
            json.optional("request", self.request)
            json.optional("until", self.until)
        }
    }

    /// A deputyship ends before its last day: when the agent hands a client over, or with the deputy's own employment (then with all clients).
    package struct DeputyshipEnd: VarlinkMessage, Equatable {
        package enum Cause: VarlinkWord {
            case handover
            case employment
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "handover": self = .handover
                case "employment": self = .employment
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .handover: "handover"
                case .employment: "employment"
                case .other(let word): word
                }
            }
        }

        package var cause: Cause
        package var at: String
        package var client: String?
        package var clientName: String?

        package init(
            cause: Cause,
            at: String,
            client: String? = nil,
            clientName: String? = nil
        ) {
            self.cause = cause
            self.at = at
            self.client = client
            self.clientName = clientName
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.cause = try members.value("cause")
            self.at = try members.value("at")
            self.client = try members.optional("client")
            self.clientName = try members.optional("client_name")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("at", self.at)
            json.member("cause", self.cause)
            json.optional("client", self.client)
            json.optional("client_name", self.clientName)
        }
    }

    /// Somebody who stands in for an agent with all of his clients or one of them, or for whoever is in a client's pair. Who entered it, and the
    /// note, are for the deputy himself and managers. Ends: where it ends before that time. An orphan names an agent or a client who is not in the
    /// directory (any more), so that it is not in force. Idle: he for whom it is stands for nobody there (any more), such as after a handover, so that
    /// no call comes of it.
    package struct Deputyship: VarlinkMessage, Equatable {
        package var id: String
        package var deputy: String
        package var deputyName: String
        package var agent: String?
        package var agentName: String?
        package var client: String?
        package var clientName: String?
        package var from: String
        package var until: String
        package var enteredBy: String?
        package var enteredAt: String?
        package var note: String?
        package var ends: [DeputyshipEnd]?
        package var orphan: Bool?
        package var idle: Bool?

        package init(
            id: String,
            deputy: String,
            deputyName: String,
            agent: String? = nil,
            agentName: String? = nil,
            client: String? = nil,
            clientName: String? = nil,
            from: String,
            until: String,
            enteredBy: String? = nil,
            enteredAt: String? = nil,
            note: String? = nil,
            ends: [DeputyshipEnd]? = nil,
            orphan: Bool? = nil,
            idle: Bool? = nil
        ) {
            self.id = id
            self.deputy = deputy
            self.deputyName = deputyName
            self.agent = agent
            self.agentName = agentName
            self.client = client
            self.clientName = clientName
            self.from = from
            self.until = until
            self.enteredBy = enteredBy
            self.enteredAt = enteredAt
            self.note = note
            self.ends = ends
            self.orphan = orphan
            self.idle = idle
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.id = try members.value("id")
            self.deputy = try members.value("deputy")
            self.deputyName = try members.value("deputy_name")
            self.agent = try members.optional("agent")
            self.agentName = try members.optional("agent_name")
            self.client = try members.optional("client")
            self.clientName = try members.optional("client_name")
            self.from = try members.value("from")
            self.until = try members.value("until")
            self.enteredBy = try members.optional("entered_by")
            self.enteredAt = try members.optional("entered_at")
            self.note = try members.optional("note")
            self.ends = try members.optional("ends")
            self.orphan = try members.optional("orphan")
            self.idle = try members.optional("idle")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("agent_name", self.agentName)
            json.optional("client", self.client)
            json.optional("client_name", self.clientName)
            json.member("deputy", self.deputy)
            json.member("deputy_name", self.deputyName)
            json.optional("ends", self.ends)
            json.optional("entered_at", self.enteredAt)
            json.optional("entered_by", self.enteredBy)
            json.member("from", self.from)
            json.member("id", self.id)
            json.optional("idle", self.idle)
            json.optional("note", self.note)
            json.optional("orphan", self.orphan)
            json.member("until", self.until)
        }
    }

    /// Leave that was asked for; its number is the absence's when it is approved. One that nobody has decided before it began has lapsed. Why: of one that was
    /// declined, or approved although it leaves clients without anybody. Cancelled: who
    /// cancelled the leave when, after it was approved; the absence is as it was asked for then.
    package struct Request: VarlinkMessage, Equatable {
        package enum State: VarlinkWord {
            case waiting
            case approved
            case declined
            case withdrawn
            case lapsed
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "waiting": self = .waiting
                case "approved": self = .approved
                case "declined": self = .declined
                case "withdrawn": self = .withdrawn
                case "lapsed": self = .lapsed
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .waiting: "waiting"
                case .approved: "approved"
                case .declined: "declined"
                case .withdrawn: "withdrawn"
                case .lapsed: "lapsed"
                case .other(let word): word
                }
            }
        }

        package var absence: Absence
        package var deputy: String?
        package var deputyName: String?
        package var state: State
        package var decidedBy: String?
        package var decidedAt: String?
        package var why: String?
        package var cancelledBy: String?
        package var cancelledAt: String?

        package init(
            absence: Absence,
            deputy: String? = nil,
            deputyName: String? = nil,
            state: State,
            decidedBy: String? = nil,
            decidedAt: String? = nil,
            why: String? = nil,
            cancelledBy: String? = nil,
            cancelledAt: String? = nil
        ) {
            self.absence = absence
            self.deputy = deputy
            self.deputyName = deputyName
            self.state = state
            self.decidedBy = decidedBy
            self.decidedAt = decidedAt
            self.why = why
            self.cancelledBy = cancelledBy
            self.cancelledAt = cancelledAt
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.absence = try members.value("absence")
            self.deputy = try members.optional("deputy")
            self.deputyName = try members.optional("deputy_name")
            self.state = try members.value("state")
            self.decidedBy = try members.optional("decided_by")
            self.decidedAt = try members.optional("decided_at")
            self.why = try members.optional("why")
            self.cancelledBy = try members.optional("cancelled_by")
            self.cancelledAt = try members.optional("cancelled_at")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("absence", self.absence)
            json.optional("cancelled_at", self.cancelledAt)
            json.optional("cancelled_by", self.cancelledBy)
            json.optional("decided_at", self.decidedAt)
            json.optional("decided_by", self.decidedBy)
            json.optional("deputy", self.deputy)
            json.optional("deputy_name", self.deputyName)
            json.member("state", self.state)
            json.optional("why", self.why)
        }
    }

    /// What belongs to a change: how the absence was before it was changed, others that it has taken the place of, who stands in, whether the
    /// deputy or the override that was named was needed, and whether it is a request, which is not in force. Goes on: a sickness that was reported again, and
    /// is the one that was there, from its first day. Overlapping: the numbers of the agent's requests that wait for some of the same time. Left: who still
    /// stands in for the agent when he is there again. Load: what the deputy carries then in percent, where that is more than the capacity allows.
    package struct Details: VarlinkMessage, Equatable {
        package var before: Absence?
        package var replaced: [Absence]
        package var deputyships: [Deputyship]
        package var needsDeputy: Bool?
        package var needsOverride: Bool?
        package var request: Bool
        package var goesOn: Bool?
        package var overlapping: [String]?
        package var left: [Deputyship]?
        package var load: Int?

        package init(
            before: Absence? = nil,
            replaced: [Absence],
            deputyships: [Deputyship],
            needsDeputy: Bool? = nil,
            needsOverride: Bool? = nil,
            request: Bool,
            goesOn: Bool? = nil,
            overlapping: [String]? = nil,
            left: [Deputyship]? = nil,
            load: Int? = nil
        ) {
            self.before = before
            self.replaced = replaced
            self.deputyships = deputyships
            self.needsDeputy = needsDeputy
            self.needsOverride = needsOverride
            self.request = request
            self.goesOn = goesOn
            self.overlapping = overlapping
            self.left = left
            self.load = load
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.before = try members.optional("before")
            self.replaced = try members.value("replaced")
            self.deputyships = try members.value("deputyships")
            self.needsDeputy = try members.optional("needs_deputy")
            self.needsOverride = try members.optional("needs_override")
            self.request = try members.value("request")
            self.goesOn = try members.optional("goes_on")
            self.overlapping = try members.optional("overlapping")
            self.left = try members.optional("left")
            self.load = try members.optional("load")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("before", self.before)
            json.member("deputyships", self.deputyships)
            json.optional("goes_on", self.goesOn)
            json.optional("left", self.left)
            json.optional("load", self.load)
            json.optional("needs_deputy", self.needsDeputy)
            json.optional("needs_override", self.needsOverride)
            json.optional("overlapping", self.overlapping)
            json.member("replaced", self.replaced)
            json.member("request", self.request)
        }
    }

    /// How something was or is, as the history keeps it; of what it has.
    package struct Shape: VarlinkMessage, Equatable {
        package var agent: String?
        package var kind: String?
        package var from: String?
        package var until: String?
        package var series: Series?
        package var note: String?
        package var source: String?
        package var deputy: String?
        package var client: String?
        package var contact: String?
        package var function: String?
        package var reference: String?
        package var agentName: String?

        package init(
            agent: String? = nil,
            kind: String? = nil,
            from: String? = nil,
            until: String? = nil,
            series: Series? = nil,
            note: String? = nil,
            source: String? = nil,
            deputy: String? = nil,
            client: String? = nil,
            contact: String? = nil,
            function: String? = nil,
            reference: String? = nil,
            agentName: String? = nil
        ) {
            self.agent = agent
            self.kind = kind
            self.from = from
            self.until = until
            self.series = series
            self.note = note
            self.source = source
            self.deputy = deputy
            self.client = client
            self.contact = contact
            self.function = function
            self.reference = reference
            self.agentName = agentName
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.optional("agent")
            self.kind = try members.optional("kind")
            self.from = try members.optional("from")
            self.until = try members.optional("until")
            self.series = try members.optional("series")
            self.note = try members.optional("note")
            self.source = try members.optional("source")
            self.deputy = try members.optional("deputy")
            self.client = try members.optional("client")
            self.contact = try members.optional("contact")
            self.function = try members.optional("function")
            self.reference = try members.optional("reference")
            self.agentName = try members.optional("agent_name")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("agent_name", self.agentName)
            json.optional("client", self.client)
            json.optional("contact", self.contact)
            json.optional("deputy", self.deputy)
            json.optional("from", self.from)
            json.optional("function", self.function)
            json.optional("kind", self.kind)
            json.optional("note", self.note)
            json.optional("reference", self.reference)
            json.optional("series", self.series)
            json.optional("source", self.source)
            json.optional("until", self.until)
        }
    }

    /// A line of the history: who did what to which absence (or request), deputyship, number or case, when and why; of a case, why is what was
    /// noted. The agent is whose absence it is, who stands in, or who holds the case. That a request has
    /// lapsed nobody did: it is told by the clock. Why is empty where the guard was overridden without a reason.
    /// Of a deputyship, who did it (by is empty), why, and the note are for the deputy himself and managers.
    package struct Change: VarlinkMessage, Equatable {
        package enum Deed: VarlinkWord {
            case entered
            case changed
            case ended
            case cancelled
            case excepted
            case given
            case requested
            case approved
            case declined
            case withdrawn
            case imported
            case learned
            case refused
            case removed
            case lapsed
            case opened
            case noted
            case closed
            case forgotten
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "entered": self = .entered
                case "changed": self = .changed
                case "ended": self = .ended
                case "cancelled": self = .cancelled
                case "excepted": self = .excepted
                case "given": self = .given
                case "requested": self = .requested
                case "approved": self = .approved
                case "declined": self = .declined
                case "withdrawn": self = .withdrawn
                case "imported": self = .imported
                case "learned": self = .learned
                case "refused": self = .refused
                case "removed": self = .removed
                case "lapsed": self = .lapsed
                case "opened": self = .opened
                case "noted": self = .noted
                case "closed": self = .closed
                case "forgotten": self = .forgotten
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .entered: "entered"
                case .changed: "changed"
                case .ended: "ended"
                case .cancelled: "cancelled"
                case .excepted: "excepted"
                case .given: "given"
                case .requested: "requested"
                case .approved: "approved"
                case .declined: "declined"
                case .withdrawn: "withdrawn"
                case .imported: "imported"
                case .learned: "learned"
                case .refused: "refused"
                case .removed: "removed"
                case .lapsed: "lapsed"
                case .opened: "opened"
                case .noted: "noted"
                case .closed: "closed"
                case .forgotten: "forgotten"
                case .other(let word): word
                }
            }
        }

        package var at: String
        package var by: String
        package var deed: Deed
        package var absence: String?
        package var deputyship: String?
        package var number: String?
        package var agent: String?
        package var agentName: String?
        package var client: String?
        package var clientName: String?
        package var why: String?
        package var before: Shape?
        package var after: Shape?
        package var `case`: String?

        package init(
            at: String,
            by: String,
            deed: Deed,
            absence: String? = nil,
            deputyship: String? = nil,
            number: String? = nil,
            agent: String? = nil,
            agentName: String? = nil,
            client: String? = nil,
            clientName: String? = nil,
            why: String? = nil,
            before: Shape? = nil,
            after: Shape? = nil,
            case: String? = nil
        ) {
            self.at = at
            self.by = by
            self.deed = deed
            self.absence = absence
            self.deputyship = deputyship
            self.number = number
            self.agent = agent
            self.agentName = agentName
            self.client = client
            self.clientName = clientName
            self.why = why
            self.before = before
            self.after = after
            self.case = `case`
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.at = try members.value("at")
            self.by = try members.value("by")
            self.deed = try members.value("deed")
            self.absence = try members.optional("absence")
            self.deputyship = try members.optional("deputyship")
            self.number = try members.optional("number")
            self.agent = try members.optional("agent")
            self.agentName = try members.optional("agent_name")
            self.client = try members.optional("client")
            self.clientName = try members.optional("client_name")
            self.why = try members.optional("why")
            self.before = try members.optional("before")
            self.after = try members.optional("after")
            self.case = try members.optional("case")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("absence", self.absence)
            json.optional("after", self.after)
            json.optional("agent", self.agent)
            json.optional("agent_name", self.agentName)
            json.member("at", self.at)
            json.optional("before", self.before)
            json.member("by", self.by)
            json.optional("case", self.case)
            json.optional("client", self.client)
            json.optional("client_name", self.clientName)
            json.member("deed", self.deed)
            json.optional("deputyship", self.deputyship)
            json.optional("number", self.number)
            json.optional("why", self.why)
        }
    }

    /// A stretch of service time in which nobody of the pair is there, and who could stand in all that time, twenty at the most. The client whose first gap is the
    /// soonest comes first, and a client's gaps follow each other; more: so many later ones of this client are left out, the last ends at
    /// more_until. Goes on: the last one does after its end, which is only as far as was looked.
    package struct Gap: VarlinkMessage, Equatable {
        package var client: String
        package var clientName: String
        package var from: String
        package var until: String
        package var standIns: [String]
        package var more: Int?
        package var moreUntil: String?
        package var standInIds: [String]?
        package var collisions: [Collision]?
        package var goesOn: Bool?

        package init(
            client: String,
            clientName: String,
            from: String,
            until: String,
            standIns: [String],
            more: Int? = nil,
            moreUntil: String? = nil,
            standInIds: [String]? = nil,
            collisions: [Collision]? = nil,
            goesOn: Bool? = nil
        ) {
            self.client = client
            self.clientName = clientName
            self.from = from
            self.until = until
            self.standIns = standIns
            self.more = more
            self.moreUntil = moreUntil
            self.standInIds = standInIds
            self.collisions = collisions
            self.goesOn = goesOn
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.value("client")
            self.clientName = try members.value("client_name")
            self.from = try members.value("from")
            self.until = try members.value("until")
            self.standIns = try members.value("stand_ins")
            self.more = try members.optional("more")
            self.moreUntil = try members.optional("more_until")
            self.standInIds = try members.optional("stand_in_ids")
            self.collisions = try members.optional("collisions")
            self.goesOn = try members.optional("goes_on")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("client", self.client)
            json.member("client_name", self.clientName)
            json.optional("collisions", self.collisions)
            json.member("from", self.from)
            json.optional("goes_on", self.goesOn)
            json.optional("more", self.more)
            json.optional("more_until", self.moreUntil)
            json.optional("stand_in_ids", self.standInIds)
            json.member("stand_ins", self.standIns)
            json.member("until", self.until)
        }
    }

    /// A call that an agent's phone rings for, or that he has answered, as a PBX reported it. The PBX's id of the call is shown to the agent
    /// himself and to managers; whose client's it is to those who stand for the client, to managers and walls.
    package struct OngoingCall: VarlinkMessage, Equatable {
        package var since: String
        package var answered: Bool
        package var call: String?
        package var client: String?
        package var clientName: String?

        package init(
            since: String,
            answered: Bool,
            call: String? = nil,
            client: String? = nil,
            clientName: String? = nil
        ) {
            self.since = since
            self.answered = answered
            self.call = call
            self.client = client
            self.clientName = clientName
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.since = try members.value("since")
            self.answered = try members.value("answered")
            self.call = try members.optional("call")
            self.client = try members.optional("client")
            self.clientName = try members.optional("client_name")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("answered", self.answered)
            json.optional("call", self.call)
            json.optional("client", self.client)
            json.optional("client_name", self.clientName)
            json.member("since", self.since)
        }
    }

    /// An agent at the moment; busy is on a call. Extensions are shown to agents, PBXs and managers; why somebody is away to himself and
    /// managers, anybody else reads away. Unreachable: a PBX has told within the last five minutes that the agent's phone cannot be reached, so that others
    /// come first.
    package struct AgentStatus: VarlinkMessage, Equatable {
        package enum State: VarlinkWord {
            case available
            case busy
            case offHours
            case notEmployed
            case leave
            case sickness
            case pause
            case away
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "available": self = .available
                case "busy": self = .busy
                case "off_hours": self = .offHours
                case "not_employed": self = .notEmployed
                case "leave": self = .leave
                case "sickness": self = .sickness
                case "pause": self = .pause
                case "away": self = .away
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .available: "available"
                case .busy: "busy"
                case .offHours: "off_hours"
                case .notEmployed: "not_employed"
                case .leave: "leave"
                case .sickness: "sickness"
                case .pause: "pause"
                case .away: "away"
                case .other(let word): word
                }
            }
        }

        package var id: String
        package var name: String
        package var `extension`: String?
        package var state: State
        package var until: String?
        package var calls: [OngoingCall]
        package var unreachable: Bool?

        package init(
            id: String,
            name: String,
            extension: String? = nil,
            state: State,
            until: String? = nil,
            calls: [OngoingCall],
            unreachable: Bool? = nil
        ) {
            self.id = id
            self.name = name
            self.extension = `extension`
            self.state = state
            self.until = until
            self.calls = calls
            self.unreachable = unreachable
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.id = try members.value("id")
            self.name = try members.value("name")
            self.extension = try members.optional("extension")
            self.state = try members.value("state")
            self.until = try members.optional("until")
            self.calls = try members.value("calls")
            self.unreachable = try members.optional("unreachable")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("calls", self.calls)
            json.optional("extension", self.extension)
            json.member("id", self.id)
            json.member("name", self.name)
            json.member("state", self.state)
            json.optional("unreachable", self.unreachable)
            json.optional("until", self.until)
        }
    }

    /// A client without anybody at the moment.
    package struct UncoveredClient: VarlinkMessage, Equatable {
        package var client: String
        package var clientName: String

        package init(
            client: String,
            clientName: String
        ) {
            self.client = client
            self.clientName = clientName
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.value("client")
            self.clientName = try members.value("client_name")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("client", self.client)
            json.member("client_name", self.clientName)
        }
    }

    /// A client who will have nobody at times in the next 26 weeks: the first of them; more: so many later ones, the last of which ends at more_until.
    /// Goes on: the last of all does after its end, which is only as far as was looked.
    package struct GapAhead: VarlinkMessage, Equatable {
        package var client: String
        package var clientName: String
        package var from: String
        package var until: String
        package var more: Int?
        package var moreUntil: String?
        package var goesOn: Bool?

        package init(
            client: String,
            clientName: String,
            from: String,
            until: String,
            more: Int? = nil,
            moreUntil: String? = nil,
            goesOn: Bool? = nil
        ) {
            self.client = client
            self.clientName = clientName
            self.from = from
            self.until = until
            self.more = more
            self.moreUntil = moreUntil
            self.goesOn = goesOn
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.value("client")
            self.clientName = try members.value("client_name")
            self.from = try members.value("from")
            self.until = try members.value("until")
            self.more = try members.optional("more")
            self.moreUntil = try members.optional("more_until")
            self.goesOn = try members.optional("goes_on")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("client", self.client)
            json.member("client_name", self.clientName)
            json.member("from", self.from)
            json.optional("goes_on", self.goesOn)
            json.optional("more", self.more)
            json.optional("more_until", self.moreUntil)
            json.member("until", self.until)
        }
    }

    /// How a client stands: in service with somebody of its pair (covered) or nobody (uncovered), closed, or without an agreement in force.
    package struct ClientStatus: VarlinkMessage, Equatable {
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

        package var client: String
        package var clientName: String
        package var state: State

        package init(
            client: String,
            clientName: String,
            state: State
        ) {
            self.client = client
            self.clientName = clientName
            self.state = state
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.value("client")
            self.clientName = try members.value("client_name")
            self.state = try members.value("state")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("client", self.client)
            json.member("client_name", self.clientName)
            json.member("state", self.state)
        }
    }

    /// A socket (pbx, fastagi, control): its file with mode (such as 0660), owner and group, what keeps its users from opening it, and when the
    /// last question of a PBX over it was answered; without that none has asked since the start.
    package struct SocketStatus: VarlinkMessage, Equatable {
        package var socket: String
        package var path: String?
        package var lastQuestion: String?
        package var mode: String?
        package var owner: String?
        package var group: String?
        package var trouble: String?

        package init(
            socket: String,
            path: String? = nil,
            lastQuestion: String? = nil,
            mode: String? = nil,
            owner: String? = nil,
            group: String? = nil,
            trouble: String? = nil
        ) {
            self.socket = socket
            self.path = path
            self.lastQuestion = lastQuestion
            self.mode = mode
            self.owner = owner
            self.group = group
            self.trouble = trouble
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.socket = try members.value("socket")
            self.path = try members.optional("path")
            self.lastQuestion = try members.optional("last_question")
            self.mode = try members.optional("mode")
            self.owner = try members.optional("owner")
            self.group = try members.optional("group")
            self.trouble = try members.optional("trouble")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("group", self.group)
            json.optional("last_question", self.lastQuestion)
            json.optional("mode", self.mode)
            json.optional("owner", self.owner)
            json.optional("path", self.path)
            json.member("socket", self.socket)
            json.optional("trouble", self.trouble)
        }
    }

    /// No PBX asks, so that nobody knows who is on the phone: none since the start, or, where they used to, none since then.
    package struct PBXSilence: VarlinkMessage, Equatable {
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
    }

    /// A site whose majord has its records in the same database. Number is in its decisions' ids; own is the one that answers, and teller the one that
    /// tells events. Directory is the same for the same files. Heard: how many seconds ago it said so; away, after five. Lag: how many changes
    /// of the roster were not in force there by then.
    package struct Site: VarlinkMessage, Equatable {
        package var name: String
        package var number: Int
        package var version: String
        package var generation: Int
        package var directory: String
        package var own: Bool
        package var teller: Bool
        package var away: Bool
        package var heardSeconds: Double
        package var lag: Int

        package init(
            name: String,
            number: Int,
            version: String,
            generation: Int,
            directory: String,
            own: Bool,
            teller: Bool,
            away: Bool,
            heardSeconds: Double,
            lag: Int
        ) {
            self.name = name
            self.number = number
            self.version = version
            self.generation = generation
            self.directory = directory
            self.own = own
            self.teller = teller
            self.away = away
            self.heardSeconds = heardSeconds
            self.lag = lag
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.name = try members.value("name")
            self.number = try members.value("number")
            self.version = try members.value("version")
            self.generation = try members.value("generation")
            self.directory = try members.value("directory")
            self.own = try members.value("own")
            self.teller = try members.value("teller")
            self.away = try members.value("away")
            self.heardSeconds = try members.value("heard_seconds")
            self.lag = try members.value("lag")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("away", self.away)
            json.member("directory", self.directory)
            json.member("generation", self.generation)
            json.member("heard_seconds", self.heardSeconds)
            json.member("lag", self.lag)
            json.member("name", self.name)
            json.member("number", self.number)
            json.member("own", self.own)
            json.member("teller", self.teller)
            json.member("version", self.version)
        }
    }

    /// What waits on this machine while the database with the records is away: records of calls, and wishes, which are that somebody is sick, takes a
    /// pause, or is back; since when it is away.
    package struct Waiting: VarlinkMessage, Equatable {
        package var since: String?
        package var records: Int
        package var wishes: Int

        package init(
            since: String? = nil,
            records: Int,
            wishes: Int
        ) {
            self.since = since
            self.records = records
            self.wishes = wishes
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.since = try members.optional("since")
            self.records = try members.value("records")
            self.wishes = try members.value("wishes")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("records", self.records)
            json.optional("since", self.since)
            json.member("wishes", self.wishes)
        }
    }

    /// The database with the records, as people name it: why it cannot be used, where it cannot; and as it was heard of last the version of the server that
    /// is written, its address, and its synchronous_standby_names: empty where a commit waits for no standby.
    package struct Database: VarlinkMessage, Equatable {
        package var name: String
        package var cause: String?
        package var version: String?
        package var address: String?
        package var standbys: String?

        package init(
            name: String,
            cause: String? = nil,
            version: String? = nil,
            address: String? = nil,
            standbys: String? = nil
        ) {
            self.name = name
            self.cause = cause
            self.version = version
            self.address = address
            self.standbys = standbys
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.name = try members.value("name")
            self.cause = try members.optional("cause")
            self.version = try members.optional("version")
            self.address = try members.optional("address")
            self.standbys = try members.optional("standbys")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("address", self.address)
            json.optional("cause", self.cause)
            json.member("name", self.name)
            json.optional("standbys", self.standbys)
            json.optional("version", self.version)
        }
    }

    /// An agent's calendar from which leave is read: when that was done last (without it: never), when it last changed anything, what has gone wrong
    /// since, and the absences that stay as people have left them, for whoever may read why the agent is away.
    package struct ReadCalendar: VarlinkMessage, Equatable {
        package var agent: String
        package var agentName: String
        package var source: String
        package var read: String?
        package var changed: String?
        package var why: String?
        package var kept: [String]

        package init(
            agent: String,
            agentName: String,
            source: String,
            read: String? = nil,
            changed: String? = nil,
            why: String? = nil,
            kept: [String]
        ) {
            self.agent = agent
            self.agentName = agentName
            self.source = source
            self.read = read
            self.changed = changed
            self.why = why
            self.kept = kept
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.value("agent")
            self.agentName = try members.value("agent_name")
            self.source = try members.value("source")
            self.read = try members.optional("read")
            self.changed = try members.optional("changed")
            self.why = try members.optional("why")
            self.kept = try members.value("kept")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("agent", self.agent)
            json.member("agent_name", self.agentName)
            json.optional("changed", self.changed)
            json.member("kept", self.kept)
            json.optional("read", self.read)
            json.member("source", self.source)
            json.optional("why", self.why)
        }
    }

    /// How the service stands: at once, and after every change when the caller wants more (calls count, too; what the clock changes is told within
    /// seconds). With clients, agents, PBXs and managers are also told how each client stands. Agents and managers read which clients will have
    /// nobody in the next 26 weeks, the soonest first, and how calendars are read; of very many, more_clients_ahead are left out. Clients are in service (covered or uncovered),
    /// closed, or without an agreement in force. Troubles are sentences for people, such as that the last good directory is in force because
    /// the files have errors; noon is where morning ends, for what people type, such as 12:30; managers also read of absences whose agent the directory does not have and of cases whose holder has gone, and agents of the calls of their clients that wait to be called back. Degraded: the files have errors, or the ledger cannot be used; majorctl's exit status is 1
    /// then, and when a client is uncovered. Language: in which troubles are said, as ISO 639 has it; one that majord does not speak is English. Trouble kinds: a word for each of the
    /// troubles, in their order: directory, reload, ledger, locked, set-aside, damaged, socket, journal, names, calendar, orphans,
    /// deputyships, requests, sickness, cases, missed, overwriting, pbx, sites. PBX silent: told to everybody, while no PBX asks. Sites, the database, and what waits, are told where the records are in a database.
    package struct Status: VarlinkRequest, Equatable {
        package static let method = "org.majord.Roster.Status"
        package static let parameters: Set<String> = ["clients", "language"]
        package typealias Failure = RosterAPI.Failure

        package var clients: Bool?
        package var language: String?

        package init(
            clients: Bool? = nil,
            language: String? = nil
        ) {
            self.clients = clients
            self.language = language
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.clients = try members.optional("clients")
            self.language = try members.optional("language")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("clients", self.clients)
            json.optional("language", self.language)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var version: String
            package var timeZone: String
            package var now: String
            package var generation: Int
            package var clients: Int
            package var inService: Int
            package var closed: Int
            package var withoutAgreement: Int
            package var covered: Int
            package var uncovered: [UncoveredClient]
            package var agents: [AgentStatus]
            package var decisions: [String: Int]
            package var degraded: Bool
            package var troubles: [String]
            package var you: String?
            package var sockets: [SocketStatus]?
            package var clientStates: [ClientStatus]?
            package var noon: String?
            package var gapsAhead: [GapAhead]?
            package var moreClientsAhead: Int?
            package var troubleKinds: [String]?
            package var sites: [Site]?
            package var waiting: Waiting?
            package var database: Database?
            package var pbxSilent: PBXSilence?
            package var calendars: [ReadCalendar]?

            package init(
                version: String,
                timeZone: String,
                now: String,
                generation: Int,
                clients: Int,
                inService: Int,
                closed: Int,
                withoutAgreement: Int,
                covered: Int,
                uncovered: [UncoveredClient],
                agents: [AgentStatus],
                decisions: [String: Int],
                degraded: Bool,
                troubles: [String],
                you: String? = nil,
                sockets: [SocketStatus]? = nil,
                clientStates: [ClientStatus]? = nil,
                noon: String? = nil,
                gapsAhead: [GapAhead]? = nil,
                moreClientsAhead: Int? = nil,
                troubleKinds: [String]? = nil,
                sites: [Site]? = nil,
                waiting: Waiting? = nil,
                database: Database? = nil,
                pbxSilent: PBXSilence? = nil,
                calendars: [ReadCalendar]? = nil
            ) {
                self.version = version
                self.timeZone = timeZone
                self.now = now
                self.generation = generation
                self.clients = clients
                self.inService = inService
                self.closed = closed
                self.withoutAgreement = withoutAgreement
                self.covered = covered
                self.uncovered = uncovered
                self.agents = agents
                self.decisions = decisions
                self.degraded = degraded
                self.troubles = troubles
                self.you = you
                self.sockets = sockets
                self.clientStates = clientStates
                self.noon = noon
                self.gapsAhead = gapsAhead
                self.moreClientsAhead = moreClientsAhead
                self.troubleKinds = troubleKinds
                self.sites = sites
                self.waiting = waiting
                self.database = database
                self.pbxSilent = pbxSilent
                self.calendars = calendars
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.version = try members.value("version")
                self.timeZone = try members.value("time_zone")
                self.now = try members.value("now")
                self.generation = try members.value("generation")
                self.clients = try members.value("clients")
                self.inService = try members.value("in_service")
                self.closed = try members.value("closed")
                self.withoutAgreement = try members.value("without_agreement")
                self.covered = try members.value("covered")
                self.uncovered = try members.value("uncovered")
                self.agents = try members.value("agents")
                self.decisions = try members.value("decisions")
                self.degraded = try members.value("degraded")
                self.troubles = try members.value("troubles")
                self.you = try members.optional("you")
                self.sockets = try members.optional("sockets")
                self.clientStates = try members.optional("client_states")
                self.noon = try members.optional("noon")
                self.gapsAhead = try members.optional("gaps_ahead")
                self.moreClientsAhead = try members.optional("more_clients_ahead")
                self.troubleKinds = try members.optional("trouble_kinds")
                self.sites = try members.optional("sites")
                self.waiting = try members.optional("waiting")
                self.database = try members.optional("database")
                self.pbxSilent = try members.optional("pbx_silent")
                self.calendars = try members.optional("calendars")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("agents", self.agents)
                json.optional("calendars", self.calendars)
                json.optional("client_states", self.clientStates)
                json.member("clients", self.clients)
                json.member("closed", self.closed)
                json.member("covered", self.covered)
                json.optional("database", self.database)
                json.member("decisions", self.decisions)
                json.member("degraded", self.degraded)
                json.optional("gaps_ahead", self.gapsAhead)
                json.member("generation", self.generation)
                json.member("in_service", self.inService)
                json.optional("more_clients_ahead", self.moreClientsAhead)
                json.optional("noon", self.noon)
                json.member("now", self.now)
                json.optional("pbx_silent", self.pbxSilent)
                json.optional("sites", self.sites)
                json.optional("sockets", self.sockets)
                json.member("time_zone", self.timeZone)
                json.optional("trouble_kinds", self.troubleKinds)
                json.member("troubles", self.troubles)
                json.member("uncovered", self.uncovered)
                json.member("version", self.version)
                json.optional("waiting", self.waiting)
                json.member("without_agreement", self.withoutAgreement)
                json.optional("you", self.you)
            }
        }
    }

    /// Who asks, as majord knows him: the user that records are kept under; for whom he speaks (login), where he speaks for somebody; the agent who
    /// he is; his name, where the directory has one; whether he is a manager, or a wall, which reads for a television. Known is false for whoever asks for nobody: he is told no name. A call with a member `for` beside `method`
    /// is made for whoever has that login in the directory, by root and the group majord-web, or with an empty one for nobody, by everybody.
    package struct WhoAmI: VarlinkRequest, Equatable {
        package static let method = "org.majord.Roster.WhoAmI"
        package static let parameters: Set<String> = []
        package typealias Failure = RosterAPI.Failure

        package init() {}
        package init(members: JSONObject) {}
        package func writeMembers(to json: inout JSONWriter) {}

        package struct Reply: VarlinkMessage, Equatable {
            package var user: String
            package var login: String?
            package var agent: String?
            package var agentName: String?
            package var manager: Bool
            package var known: Bool
            package var wall: Bool?
            package var name: String?

            package init(
                user: String,
                login: String? = nil,
                agent: String? = nil,
                agentName: String? = nil,
                manager: Bool,
                known: Bool,
                wall: Bool? = nil,
                name: String? = nil
            ) {
                self.user = user
                self.login = login
                self.agent = agent
                self.agentName = agentName
                self.manager = manager
                self.known = known
                self.wall = wall
                self.name = name
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.user = try members.value("user")
                self.login = try members.optional("login")
                self.agent = try members.optional("agent")
                self.agentName = try members.optional("agent_name")
                self.manager = try members.value("manager")
                self.known = try members.value("known")
                self.wall = try members.optional("wall")
                self.name = try members.optional("name")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.optional("agent", self.agent)
                json.optional("agent_name", self.agentName)
                json.member("known", self.known)
                json.optional("login", self.login)
                json.member("manager", self.manager)
                json.optional("name", self.name)
                json.member("user", self.user)
                json.optional("wall", self.wall)
            }
        }
    }

    /// Absences in force and to come; of one agent when one is named. For agents, PBXs and managers. Waiting: also the leave that was
    /// asked for and is not decided yet, which counts as away for others' leave: all for managers, for an agent that of himself and of those with whom he has clients.
    package struct ListAbsences: VarlinkRequest, Equatable {
        package static let method = "org.majord.Roster.ListAbsences"
        package static let parameters: Set<String> = ["agent", "waiting"]
        package typealias Failure = RosterAPI.Failure

        package var agent: String?
        package var waiting: Bool?

        package init(
            agent: String? = nil,
            waiting: Bool? = nil
        ) {
            self.agent = agent
            self.waiting = waiting
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.optional("agent")
            self.waiting = try members.optional("waiting")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("waiting", self.waiting)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var absences: [Absence]
            package var waiting: [Absence]?

            package init(
                absences: [Absence],
                waiting: [Absence]? = nil
            ) {
                self.absences = absences
                self.waiting = waiting
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.absences = try members.value("absences")
                self.waiting = try members.optional("waiting")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("absences", self.absences)
                json.optional("waiting", self.waiting)
            }
        }
    }

    // Changes answer with what holds afterwards: when the agent is away without a break, this absence and others together; who gets the
    // calls until he is back; and when nobody does, for the clients of the takeovers whatever the cause, for others since the change. Of very
    // many clients with gaps so many as more_clients are left out.

    /// Reports an agent sick from now on. Without an agent: the caller's own. A manager may say since when, from the beginning of the day before.
    /// Of a sickness that goes on the note stays where none is given; an empty one is none.
    package struct ReportSick: VarlinkRequest, Equatable {
        package static let method = "org.majord.Roster.ReportSick"
        package static let parameters: Set<String> = ["agent", "until", "note", "from"]
        package typealias Failure = RosterAPI.Failure

        package var agent: String?
        package var until: String?
        package var note: String?
        package var from: String?

        package init(
            agent: String? = nil,
            until: String? = nil,
            note: String? = nil,
            from: String? = nil
        ) {
            self.agent = agent
            self.until = until
            self.note = note
            self.from = from
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.optional("agent")
            self.until = try members.optional("until")
            self.note = try members.optional("note")
            self.from = try members.optional("from")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("from", self.from)
            json.optional("note", self.note)
            json.optional("until", self.until)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var absence: Absence
            package var away: Away?
            package var takeovers: [Takeover]
            package var gaps: [Gap]
            package var moreClients: Int?
            package var generation: Int
            package var details: Details?

            package init(
                absence: Absence,
                away: Away? = nil,
                takeovers: [Takeover],
                gaps: [Gap],
                moreClients: Int? = nil,
                generation: Int,
                details: Details? = nil
            ) {
                self.absence = absence
                self.away = away
                self.takeovers = takeovers
                self.gaps = gaps
                self.moreClients = moreClients
                self.generation = generation
                self.details = details
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.absence = try members.value("absence")
                self.away = try members.optional("away")
                self.takeovers = try members.value("takeovers")
                self.gaps = try members.value("gaps")
                self.moreClients = try members.optional("more_clients")
                self.generation = try members.value("generation")
                self.details = try members.optional("details")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("absence", self.absence)
                json.optional("away", self.away)
                json.optional("details", self.details)
                json.member("gaps", self.gaps)
                json.member("generation", self.generation)
                json.optional("more_clients", self.moreClients)
                json.member("takeovers", self.takeovers)
            }
        }
    }

    /// Plans leave, or another kind of absence that is planned; hours that come back have a series, and may have no end. Refused when it leaves a
    /// client without anybody: a manager may name a deputy, who stands in where that is, or override with a reason, which the history keeps. As a
    /// request it is kept for a manager to decide where it would be refused. A dry run changes nothing, and is answered or refused as the leave would be
    /// without being a request; the absence has no number then (0).
    package struct PlanLeave: VarlinkRequest, Equatable {
        package static let method = "org.majord.Roster.PlanLeave"
        package static let parameters: Set<String> = [
            "agent", "from", "until", "note", "override", "kind", "series", "deputy", "request", "reason", "dry_run",
        ]
        package typealias Failure = RosterAPI.Failure

        package var agent: String?
        package var from: String
        package var until: String?
        package var note: String?
        package var override: Bool?
        package var kind: String?
        package var series: Series?
        package var deputy: String?
        package var request: Bool?
        package var reason: String?
        package var dryRun: Bool?

        package init(
            agent: String? = nil,
            from: String,
            until: String? = nil,
            note: String? = nil,
            override: Bool? = nil,
            kind: String? = nil,
            series: Series? = nil,
            deputy: String? = nil,
            request: Bool? = nil,
            reason: String? = nil,
            dryRun: Bool? = nil
        ) {
            self.agent = agent
            self.from = from
            self.until = until
            self.note = note
            self.override = override
            self.kind = kind
            self.series = series
            self.deputy = deputy
            self.request = request
            self.reason = reason
            self.dryRun = dryRun
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.optional("agent")
            self.from = try members.value("from")
            self.until = try members.optional("until")
            self.note = try members.optional("note")
            self.override = try members.optional("override")
            self.kind = try members.optional("kind")
            self.series = try members.optional("series")
            self.deputy = try members.optional("deputy")
            self.request = try members.optional("request")
            self.reason = try members.optional("reason")
            self.dryRun = try members.optional("dry_run")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("deputy", self.deputy)
            json.optional("dry_run", self.dryRun)
            json.member("from", self.from)
            json.optional("kind", self.kind)
            json.optional("note", self.note)
            json.optional("override", self.override)
            json.optional("reason", self.reason)
            json.optional("request", self.request)
            json.optional("series", self.series)
            json.optional("until", self.until)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var absence: Absence
            package var away: Away?
            package var takeovers: [Takeover]
            package var gaps: [Gap]
            package var moreClients: Int?
            package var generation: Int
            package var details: Details?

            package init(
                absence: Absence,
                away: Away? = nil,
                takeovers: [Takeover],
                gaps: [Gap],
                moreClients: Int? = nil,
                generation: Int,
                details: Details? = nil
            ) {
                self.absence = absence
                self.away = away
                self.takeovers = takeovers
                self.gaps = gaps
                self.moreClients = moreClients
                self.generation = generation
                self.details = details
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.absence = try members.value("absence")
                self.away = try members.optional("away")
                self.takeovers = try members.value("takeovers")
                self.gaps = try members.value("gaps")
                self.moreClients = try members.optional("more_clients")
                self.generation = try members.value("generation")
                self.details = try members.optional("details")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("absence", self.absence)
                json.optional("away", self.away)
                json.optional("details", self.details)
                json.member("gaps", self.gaps)
                json.member("generation", self.generation)
                json.optional("more_clients", self.moreClients)
                json.member("takeovers", self.takeovers)
            }
        }
    }

    /// Takes an agent off the phone for so many seconds from now on.
    package struct Pause: VarlinkRequest, Equatable {
        package static let method = "org.majord.Roster.Pause"
        package static let parameters: Set<String> = ["agent", "seconds", "note"]
        package typealias Failure = RosterAPI.Failure

        package var agent: String?
        package var seconds: Int
        package var note: String?

        package init(
            agent: String? = nil,
            seconds: Int,
            note: String? = nil
        ) {
            self.agent = agent
            self.seconds = seconds
            self.note = note
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.optional("agent")
            self.seconds = try members.value("seconds")
            self.note = try members.optional("note")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("note", self.note)
            json.member("seconds", self.seconds)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var absence: Absence
            package var away: Away?
            package var takeovers: [Takeover]
            package var gaps: [Gap]
            package var moreClients: Int?
            package var generation: Int
            package var details: Details?

            package init(
                absence: Absence,
                away: Away? = nil,
                takeovers: [Takeover],
                gaps: [Gap],
                moreClients: Int? = nil,
                generation: Int,
                details: Details? = nil
            ) {
                self.absence = absence
                self.away = away
                self.takeovers = takeovers
                self.gaps = gaps
                self.moreClients = moreClients
                self.generation = generation
                self.details = details
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.absence = try members.value("absence")
                self.away = try members.optional("away")
                self.takeovers = try members.value("takeovers")
                self.gaps = try members.value("gaps")
                self.moreClients = try members.optional("more_clients")
                self.generation = try members.value("generation")
                self.details = try members.optional("details")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("absence", self.absence)
                json.optional("away", self.away)
                json.optional("details", self.details)
                json.member("gaps", self.gaps)
                json.member("generation", self.generation)
                json.optional("more_clients", self.moreClients)
                json.member("takeovers", self.takeovers)
            }
        }
    }

    /// Ends every absence of an agent that is in force. Left: who still stands in for him when he is there again.
    package struct Return: VarlinkRequest, Equatable {
        package static let method = "org.majord.Roster.Return"
        package static let parameters: Set<String> = ["agent"]
        package typealias Failure = RosterAPI.Failure

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
            package var agent: String
            package var agentName: String
            package var ended: [Absence]
            package var away: Away?
            package var generation: Int
            package var left: [Deputyship]?

            package init(
                agent: String,
                agentName: String,
                ended: [Absence],
                away: Away? = nil,
                generation: Int,
                left: [Deputyship]? = nil
            ) {
                self.agent = agent
                self.agentName = agentName
                self.ended = ended
                self.away = away
                self.generation = generation
                self.left = left
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.agent = try members.value("agent")
                self.agentName = try members.value("agent_name")
                self.ended = try members.value("ended")
                self.away = try members.optional("away")
                self.generation = try members.value("generation")
                self.left = try members.optional("left")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("agent", self.agent)
                json.member("agent_name", self.agentName)
                json.optional("away", self.away)
                json.member("ended", self.ended)
                json.member("generation", self.generation)
                json.optional("left", self.left)
            }
        }
    }

    /// Frees an agent from the calls that keep him busy, such as one whose end no PBX has reported: calls come to him again at once. Answers
    /// with these calls. Without an agent: the caller's own.
    package struct Release: VarlinkRequest, Equatable {
        package static let method = "org.majord.Roster.Release"
        package static let parameters: Set<String> = ["agent"]
        package typealias Failure = RosterAPI.Failure

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
            package var agent: String
            package var agentName: String
            package var calls: [OngoingCall]

            package init(
                agent: String,
                agentName: String,
                calls: [OngoingCall]
            ) {
                self.agent = agent
                self.agentName = agentName
                self.calls = calls
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.agent = try members.value("agent")
                self.agentName = try members.value("agent_name")
                self.calls = try members.value("calls")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("agent", self.agent)
                json.member("agent_name", self.agentName)
                json.member("calls", self.calls)
            }
        }
    }

    /// Gives an absence other times, another series or another note (an empty one: none); what is left out stays. Leave passes the guard as when
    /// it is planned. A dry run changes nothing, and is answered or refused as the change would be.
    package struct ChangeAbsence: VarlinkRequest, Equatable {
        package static let method = "org.majord.Roster.ChangeAbsence"
        package static let parameters: Set<String> = [
            "absence", "from", "until", "series", "note", "deputy", "override", "reason", "dry_run",
        ]
        package typealias Failure = RosterAPI.Failure

        package var absence: String
        package var from: String?
        package var until: String?
        package var series: Series?
        package var note: String?
        package var deputy: String?
        package var override: Bool?
        package var reason: String?
        package var dryRun: Bool?

        package init(
            absence: String,
            from: String? = nil,
            until: String? = nil,
            series: Series? = nil,
            note: String? = nil,
            deputy: String? = nil,
            override: Bool? = nil,
            reason: String? = nil,
            dryRun: Bool? = nil
        ) {
            self.absence = absence
            self.from = from
            self.until = until
            self.series = series
            self.note = note
            self.deputy = deputy
            self.override = override
            self.reason = reason
            self.dryRun = dryRun
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.absence = try members.value("absence")
            self.from = try members.optional("from")
            self.until = try members.optional("until")
            self.series = try members.optional("series")
            self.note = try members.optional("note")
            self.deputy = try members.optional("deputy")
            self.override = try members.optional("override")
            self.reason = try members.optional("reason")
            self.dryRun = try members.optional("dry_run")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("absence", self.absence)
            json.optional("deputy", self.deputy)
            json.optional("dry_run", self.dryRun)
            json.optional("from", self.from)
            json.optional("note", self.note)
            json.optional("override", self.override)
            json.optional("reason", self.reason)
            json.optional("series", self.series)
            json.optional("until", self.until)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var absence: Absence
            package var away: Away?
            package var takeovers: [Takeover]
            package var gaps: [Gap]
            package var moreClients: Int?
            package var generation: Int
            package var details: Details?

            package init(
                absence: Absence,
                away: Away? = nil,
                takeovers: [Takeover],
                gaps: [Gap],
                moreClients: Int? = nil,
                generation: Int,
                details: Details? = nil
            ) {
                self.absence = absence
                self.away = away
                self.takeovers = takeovers
                self.gaps = gaps
                self.moreClients = moreClients
                self.generation = generation
                self.details = details
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.absence = try members.value("absence")
                self.away = try members.optional("away")
                self.takeovers = try members.value("takeovers")
                self.gaps = try members.value("gaps")
                self.moreClients = try members.optional("more_clients")
                self.generation = try members.value("generation")
                self.details = try members.optional("details")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("absence", self.absence)
                json.optional("away", self.away)
                json.optional("details", self.details)
                json.member("gaps", self.gaps)
                json.member("generation", self.generation)
                json.optional("more_clients", self.moreClients)
                json.member("takeovers", self.takeovers)
            }
        }
    }

    /// Requests for leave that is not over, and what became of them: all for managers, an agent's own.
    package struct ListRequests: VarlinkRequest, Equatable {
        package static let method = "org.majord.Roster.ListRequests"
        package static let parameters: Set<String> = []
        package typealias Failure = RosterAPI.Failure

        package init() {}
        package init(members: JSONObject) {}
        package func writeMembers(to json: inout JSONWriter) {}

        package struct Reply: VarlinkMessage, Equatable {
            package var requests: [Request]

            package init(
                requests: [Request]
            ) {
                self.requests = requests
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.requests = try members.value("requests")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("requests", self.requests)
            }
        }
    }

    /// Makes leave of a request, for managers; the guard looks again. Without a deputy: the one who was asked for; an empty one: nobody.
    package struct Approve: VarlinkRequest, Equatable {
        package static let method = "org.majord.Roster.Approve"
        package static let parameters: Set<String> = ["request", "deputy", "override", "reason"]
        package typealias Failure = RosterAPI.Failure

        package var request: String
        package var deputy: String?
        package var override: Bool?
        package var reason: String?

        package init(
            request: String,
            deputy: String? = nil,
            override: Bool? = nil,
            reason: String? = nil
        ) {
            self.request = request
            self.deputy = deputy
            self.override = override
            self.reason = reason
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.request = try members.value("request")
            self.deputy = try members.optional("deputy")
            self.override = try members.optional("override")
            self.reason = try members.optional("reason")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("deputy", self.deputy)
            json.optional("override", self.override)
            json.optional("reason", self.reason)
            json.member("request", self.request)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var absence: Absence
            package var away: Away?
            package var takeovers: [Takeover]
            package var gaps: [Gap]
            package var moreClients: Int?
            package var generation: Int
            package var details: Details?

            package init(
                absence: Absence,
                away: Away? = nil,
                takeovers: [Takeover],
                gaps: [Gap],
                moreClients: Int? = nil,
                generation: Int,
                details: Details? = nil
            ) {
                self.absence = absence
                self.away = away
                self.takeovers = takeovers
                self.gaps = gaps
                self.moreClients = moreClients
                self.generation = generation
                self.details = details
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.absence = try members.value("absence")
                self.away = try members.optional("away")
                self.takeovers = try members.value("takeovers")
                self.gaps = try members.value("gaps")
                self.moreClients = try members.optional("more_clients")
                self.generation = try members.value("generation")
                self.details = try members.optional("details")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("absence", self.absence)
                json.optional("away", self.away)
                json.optional("details", self.details)
                json.member("gaps", self.gaps)
                json.member("generation", self.generation)
                json.optional("more_clients", self.moreClients)
                json.member("takeovers", self.takeovers)
            }
        }
    }

    /// Declines a request, for managers; the agent reads why.
    package struct Decline: VarlinkRequest, Equatable {
        package static let method = "org.majord.Roster.Decline"
        package static let parameters: Set<String> = ["request", "why"]
        package typealias Failure = RosterAPI.Failure

        package var request: String
        package var why: String

        package init(
            request: String,
            why: String
        ) {
            self.request = request
            self.why = why
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.request = try members.value("request")
            self.why = try members.value("why")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("request", self.request)
            json.member("why", self.why)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var request: Request
            package var generation: Int

            package init(
                request: Request,
                generation: Int
            ) {
                self.request = request
                self.generation = generation
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.request = try members.value("request")
                self.generation = try members.value("generation")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("generation", self.generation)
                json.member("request", self.request)
            }
        }
    }

    /// Takes a request back.
    package struct Withdraw: VarlinkRequest, Equatable {
        package static let method = "org.majord.Roster.Withdraw"
        package static let parameters: Set<String> = ["request"]
        package typealias Failure = RosterAPI.Failure

        package var request: String

        package init(
            request: String
        ) {
            self.request = request
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.request = try members.value("request")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("request", self.request)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var request: Request
            package var generation: Int

            package init(
                request: Request,
                generation: Int
            ) {
                self.request = request
                self.generation = generation
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.request = try members.value("request")
                self.generation = try members.value("generation")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("generation", self.generation)
                json.member("request", self.request)
            }
        }
    }

    /// Takes back that a request was approved or declined, for managers, as long as the leave has not begun: of an approval the leave is cancelled, and
    /// whoever was to stand in with it does not; the same waits as a request with a number of its own, in one change. Refused where without who stands in a client would have nobody.
    package struct Reopen: VarlinkRequest, Equatable {
        package static let method = "org.majord.Roster.Reopen"
        package static let parameters: Set<String> = ["request"]
        package typealias Failure = RosterAPI.Failure

        package var request: String

        package init(
            request: String
        ) {
            self.request = request
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.request = try members.value("request")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("request", self.request)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var request: Request
            package var deputyships: [Deputyship]
            package var generation: Int

            package init(
                request: Request,
                deputyships: [Deputyship],
                generation: Int
            ) {
                self.request = request
                self.deputyships = deputyships
                self.generation = generation
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.request = try members.value("request")
                self.deputyships = try members.value("deputyships")
                self.generation = try members.value("generation")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("deputyships", self.deputyships)
                json.member("generation", self.generation)
                json.member("request", self.request)
            }
        }
    }

    /// Names who stands in, for managers: whom is an agent's id, with one client where one is named, or a client's. It changes nothing where
    /// somebody else is there all the time. Load: what the deputy carries then in percent, where that is more than the capacity allows. Why: what keeps calls
    /// from coming to him: no client's service in that time, the pair or another deputy is there all the time, or he himself is not there whenever nobody else
    /// is (away, outside his hours, several of these). Employed from: where the
    /// deputy's employment begins later than the time. A dry run changes nothing; the deputyship has no number then (0).
    package struct AddDeputy: VarlinkRequest, Equatable {
        package static let method = "org.majord.Roster.AddDeputy"
        package static let parameters: Set<String> = [
            "deputy", "whom", "client", "from", "until", "note", "dry_run",
        ]
        package typealias Failure = RosterAPI.Failure

        package var deputy: String
        package var whom: String
        package var client: String?
        package var from: String
        package var until: String
        package var note: String?
        package var dryRun: Bool?

        package init(
            deputy: String,
            whom: String,
            client: String? = nil,
            from: String,
            until: String,
            note: String? = nil,
            dryRun: Bool? = nil
        ) {
            self.deputy = deputy
            self.whom = whom
            self.client = client
            self.from = from
            self.until = until
            self.note = note
            self.dryRun = dryRun
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.deputy = try members.value("deputy")
            self.whom = try members.value("whom")
            self.client = try members.optional("client")
            self.from = try members.value("from")
            self.until = try members.value("until")
            self.note = try members.optional("note")
            self.dryRun = try members.optional("dry_run")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("client", self.client)
            json.member("deputy", self.deputy)
            json.optional("dry_run", self.dryRun)
            json.member("from", self.from)
            json.optional("note", self.note)
            json.member("until", self.until)
            json.member("whom", self.whom)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package enum Why: VarlinkWord {
                case noService
                case inPair
                case notStanding
                case somebodyThere
                case notEmployed
                case away
                case outsideHours
                case notThere
                /// A word that this version does not know.
                case other(String)

                package init(word: String) {
                    switch word {
                    case "no_service": self = .noService
                    case "in_pair": self = .inPair
                    case "not_standing": self = .notStanding
                    case "somebody_there": self = .somebodyThere
                    case "not_employed": self = .notEmployed
                    case "away": self = .away
                    case "outside_hours": self = .outsideHours
                    case "not_there": self = .notThere
                    default: self = .other(word)
                    }
                }

                package var word: String {
                    switch self {
                    case .noService: "no_service"
                    case .inPair: "in_pair"
                    case .notStanding: "not_standing"
                    case .somebodyThere: "somebody_there"
                    case .notEmployed: "not_employed"
                    case .away: "away"
                    case .outsideHours: "outside_hours"
                    case .notThere: "not_there"
                    case .other(let word): word
                    }
                }
            }

            package var deputyship: Deputyship
            package var changesNothing: Bool
            package var load: Int?
            package var generation: Int
            package var why: Why?
            package var employedFrom: String?

            package init(
                deputyship: Deputyship,
                changesNothing: Bool,
                load: Int? = nil,
                generation: Int,
                why: Why? = nil,
                employedFrom: String? = nil
            ) {
                self.deputyship = deputyship
                self.changesNothing = changesNothing
                self.load = load
                self.generation = generation
                self.why = why
                self.employedFrom = employedFrom
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.deputyship = try members.value("deputyship")
                self.changesNothing = try members.value("changes_nothing")
                self.load = try members.optional("load")
                self.generation = try members.value("generation")
                self.why = try members.optional("why")
                self.employedFrom = try members.optional("employed_from")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("changes_nothing", self.changesNothing)
                json.member("deputyship", self.deputyship)
                json.optional("employed_from", self.employedFrom)
                json.member("generation", self.generation)
                json.optional("load", self.load)
                json.optional("why", self.why)
            }
        }
    }

    /// Who stands in for whom, now and later. For agents, PBXs and managers.
    package struct ListDeputies: VarlinkRequest, Equatable {
        package static let method = "org.majord.Roster.ListDeputies"
        package static let parameters: Set<String> = []
        package typealias Failure = RosterAPI.Failure

        package init() {}
        package init(members: JSONObject) {}
        package func writeMembers(to json: inout JSONWriter) {}

        package struct Reply: VarlinkMessage, Equatable {
            package var deputyships: [Deputyship]

            package init(
                deputyships: [Deputyship]
            ) {
                self.deputyships = deputyships
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.deputyships = try members.value("deputyships")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("deputyships", self.deputyships)
            }
        }
    }

    /// Ends a deputyship, or cancels one to come; for managers, and for the deputy himself. Refused where it leaves a client without anybody,
    /// unless a manager overrides.
    package struct CancelDeputy: VarlinkRequest, Equatable {
        package static let method = "org.majord.Roster.CancelDeputy"
        package static let parameters: Set<String> = ["deputyship", "override", "reason"]
        package typealias Failure = RosterAPI.Failure

        package var deputyship: String
        package var override: Bool?
        package var reason: String?

        package init(
            deputyship: String,
            override: Bool? = nil,
            reason: String? = nil
        ) {
            self.deputyship = deputyship
            self.override = override
            self.reason = reason
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.deputyship = try members.value("deputyship")
            self.override = try members.optional("override")
            self.reason = try members.optional("reason")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("deputyship", self.deputyship)
            json.optional("override", self.override)
            json.optional("reason", self.reason)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var deputyship: Deputyship
            package var gaps: [Gap]
            package var moreClients: Int?
            package var generation: Int

            package init(
                deputyship: Deputyship,
                gaps: [Gap],
                moreClients: Int? = nil,
                generation: Int
            ) {
                self.deputyship = deputyship
                self.gaps = gaps
                self.moreClients = moreClients
                self.generation = generation
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.deputyship = try members.value("deputyship")
                self.gaps = try members.value("gaps")
                self.moreClients = try members.optional("more_clients")
                self.generation = try members.value("generation")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("deputyship", self.deputyship)
                json.member("gaps", self.gaps)
                json.member("generation", self.generation)
                json.optional("more_clients", self.moreClients)
            }
        }
    }

    /// Who changed what in the roster, the newest lines (200 without a limit), the oldest of them first. Of a client: deputies there, his numbers,
    /// and the absences of those in his pair. For managers; for an agent of himself and of his clients. A limit is 1 at least. Case or
    /// case_reference, one of the two, names a case, as in org.majord.Cases.
    package struct History: VarlinkRequest, Equatable {
        package static let method = "org.majord.Roster.History"
        package static let parameters: Set<String> = [
            "agent", "client", "absence", "since", "limit", "case", "case_reference",
        ]
        package typealias Failure = RosterAPI.Failure

        package var agent: String?
        package var client: String?
        package var absence: String?
        package var since: String?
        package var limit: Int?
        package var `case`: String?
        package var caseReference: String?

        package init(
            agent: String? = nil,
            client: String? = nil,
            absence: String? = nil,
            since: String? = nil,
            limit: Int? = nil,
            case: String? = nil,
            caseReference: String? = nil
        ) {
            self.agent = agent
            self.client = client
            self.absence = absence
            self.since = since
            self.limit = limit
            self.case = `case`
            self.caseReference = caseReference
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.optional("agent")
            self.client = try members.optional("client")
            self.absence = try members.optional("absence")
            self.since = try members.optional("since")
            self.limit = try members.optional("limit")
            self.case = try members.optional("case")
            self.caseReference = try members.optional("case_reference")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("absence", self.absence)
            json.optional("agent", self.agent)
            json.optional("case", self.case)
            json.optional("case_reference", self.caseReference)
            json.optional("client", self.client)
            json.optional("limit", self.limit)
            json.optional("since", self.since)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var changes: [Change]

            package init(
                changes: [Change]
            ) {
                self.changes = changes
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.changes = try members.value("changes")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("changes", self.changes)
            }
        }
    }

    /// Cancels one absence, or ends it when it has begun; of a series, what is to come of it, or what is on one day (2026-12-25). Away: what other
    /// absences leave of it. Left: who still stands in for the agent when he is there again.
    package struct Cancel: VarlinkRequest, Equatable {
        package static let method = "org.majord.Roster.Cancel"
        package static let parameters: Set<String> = ["absence", "day"]
        package typealias Failure = RosterAPI.Failure

        package var absence: String
        package var day: String?

        package init(
            absence: String,
            day: String? = nil
        ) {
            self.absence = absence
            self.day = day
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.absence = try members.value("absence")
            self.day = try members.optional("day")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("absence", self.absence)
            json.optional("day", self.day)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var agent: String
            package var agentName: String
            package var ended: [Absence]
            package var away: Away?
            package var generation: Int
            package var left: [Deputyship]?

            package init(
                agent: String,
                agentName: String,
                ended: [Absence],
                away: Away? = nil,
                generation: Int,
                left: [Deputyship]? = nil
            ) {
                self.agent = agent
                self.agentName = agentName
                self.ended = ended
                self.away = away
                self.generation = generation
                self.left = left
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.agent = try members.value("agent")
                self.agentName = try members.value("agent_name")
                self.ended = try members.value("ended")
                self.away = try members.optional("away")
                self.generation = try members.value("generation")
                self.left = try members.optional("left")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("agent", self.agent)
                json.member("agent_name", self.agentName)
                json.optional("away", self.away)
                json.member("ended", self.ended)
                json.member("generation", self.generation)
                json.optional("left", self.left)
            }
        }
    }

    /// Gives an absence whose agent is not in the directory to another agent, such as the same one under a new id. For managers. Leave passes the guard
    /// as when it is planned, but for what a calendar brought: since it was entered others may have been granted the same days. Who is named to stand in for the old id in that time is
    /// given along: he stands in for the new one.
    package struct Give: VarlinkRequest, Equatable {
        package static let method = "org.majord.Roster.Give"
        package static let parameters: Set<String> = ["absence", "agent", "override", "reason"]
        package typealias Failure = RosterAPI.Failure

        package var absence: String
        package var agent: String
        package var override: Bool?
        package var reason: String?

        package init(
            absence: String,
            agent: String,
            override: Bool? = nil,
            reason: String? = nil
        ) {
            self.absence = absence
            self.agent = agent
            self.override = override
            self.reason = reason
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.absence = try members.value("absence")
            self.agent = try members.value("agent")
            self.override = try members.optional("override")
            self.reason = try members.optional("reason")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("absence", self.absence)
            json.member("agent", self.agent)
            json.optional("override", self.override)
            json.optional("reason", self.reason)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var absence: Absence
            package var away: Away?
            package var takeovers: [Takeover]
            package var gaps: [Gap]
            package var moreClients: Int?
            package var generation: Int
            package var details: Details?

            package init(
                absence: Absence,
                away: Away? = nil,
                takeovers: [Takeover],
                gaps: [Gap],
                moreClients: Int? = nil,
                generation: Int,
                details: Details? = nil
            ) {
                self.absence = absence
                self.away = away
                self.takeovers = takeovers
                self.gaps = gaps
                self.moreClients = moreClients
                self.generation = generation
                self.details = details
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.absence = try members.value("absence")
                self.away = try members.optional("away")
                self.takeovers = try members.value("takeovers")
                self.gaps = try members.value("gaps")
                self.moreClients = try members.optional("more_clients")
                self.generation = try members.value("generation")
                self.details = try members.optional("details")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("absence", self.absence)
                json.optional("away", self.away)
                json.optional("details", self.details)
                json.member("gaps", self.gaps)
                json.member("generation", self.generation)
                json.optional("more_clients", self.moreClients)
                json.member("takeovers", self.takeovers)
            }
        }
    }

    /// Told only to those who may know the agents' ids.
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

    /// The caller named no agent and is none himself.
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

    package struct UnknownAbsence: VarlinkMessage, Equatable {
        package var absence: String

        package init(
            absence: String
        ) {
            self.absence = absence
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.absence = try members.value("absence")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("absence", self.absence)
        }
    }

    /// The absence is over: it was ended or cancelled (cancelled: before it began) by somebody, or ended by itself at that time.
    package struct AbsenceOver: VarlinkMessage, Equatable {
        package var absence: String
        package var agentName: String
        package var cancelled: Bool
        package var at: String
        package var by: String?
        package var timeZone: String

        package init(
            absence: String,
            agentName: String,
            cancelled: Bool,
            at: String,
            by: String? = nil,
            timeZone: String
        ) {
            self.absence = absence
            self.agentName = agentName
            self.cancelled = cancelled
            self.at = at
            self.by = by
            self.timeZone = timeZone
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.absence = try members.value("absence")
            self.agentName = try members.value("agent_name")
            self.cancelled = try members.value("cancelled")
            self.at = try members.value("at")
            self.by = try members.optional("by")
            self.timeZone = try members.value("time_zone")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("absence", self.absence)
            json.member("agent_name", self.agentName)
            json.member("at", self.at)
            json.optional("by", self.by)
            json.member("cancelled", self.cancelled)
            json.member("time_zone", self.timeZone)
        }
    }

    /// Only an orphan can be given to another agent.
    package struct NotOrphaned: VarlinkMessage, Equatable {
        package var absence: String
        package var agent: String
        package var agentName: String

        package init(
            absence: String,
            agent: String,
            agentName: String
        ) {
            self.absence = absence
            self.agent = agent
            self.agentName = agentName
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.absence = try members.value("absence")
            self.agent = try members.value("agent")
            self.agentName = try members.value("agent_name")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("absence", self.absence)
            json.member("agent", self.agent)
            json.member("agent_name", self.agentName)
        }
    }

    package struct NotAbsent: VarlinkMessage, Equatable {
        package var agent: String
        package var agentName: String

        package init(
            agent: String,
            agentName: String
        ) {
            self.agent = agent
            self.agentName = agentName
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.value("agent")
            self.agentName = try members.value("agent_name")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("agent", self.agent)
            json.member("agent_name", self.agentName)
        }
    }

    /// No call keeps the agent busy.
    package struct NotBusy: VarlinkMessage, Equatable {
        package var agent: String
        package var agentName: String

        package init(
            agent: String,
            agentName: String
        ) {
            self.agent = agent
            self.agentName = agentName
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.value("agent")
            self.agentName = try members.value("agent_name")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("agent", self.agent)
            json.member("agent_name", self.agentName)
        }
    }

    /// The change makes no sense as it was asked; the reason is a sentence. The kind says the same in a word, for whoever puts it into another
    /// language, with the period that was understood, and what it concerns: of sickness_start from is the earliest start there may be; of
    /// never_happens from and until are the days (until is excluded) on which the series was looked for; of no_occurrence from is the day, and
    /// next when it comes next; of comes_back (one day for what is a series) the series and its end are told, and next is what there is of it on that day.
    package struct InvalidPeriod: VarlinkMessage, Equatable {
        package enum Kind: VarlinkWord {
            case noLength
            case endsBeforeStart
            case over
            case pauseLength
            case leaveLength
            case noEnd
            case sicknessStart
            case neverHappens
            case hasBegun
            case noChange
            case noSeries
            case noOccurrence
            case ownDeputy
            case requestBegun
            case comesBack
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "no_length": self = .noLength
                case "ends_before_start": self = .endsBeforeStart
                case "over": self = .over
                case "pause_length": self = .pauseLength
                case "leave_length": self = .leaveLength
                case "no_end": self = .noEnd
                case "sickness_start": self = .sicknessStart
                case "never_happens": self = .neverHappens
                case "has_begun": self = .hasBegun
                case "no_change": self = .noChange
                case "no_series": self = .noSeries
                case "no_occurrence": self = .noOccurrence
                case "own_deputy": self = .ownDeputy
                case "request_begun": self = .requestBegun
                case "comes_back": self = .comesBack
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .noLength: "no_length"
                case .endsBeforeStart: "ends_before_start"
                case .over: "over"
                case .pauseLength: "pause_length"
                case .leaveLength: "leave_length"
                case .noEnd: "no_end"
                case .sicknessStart: "sickness_start"
                case .neverHappens: "never_happens"
                case .hasBegun: "has_begun"
                case .noChange: "no_change"
                case .noSeries: "no_series"
                case .noOccurrence: "no_occurrence"
                case .ownDeputy: "own_deputy"
                case .requestBegun: "request_begun"
                case .comesBack: "comes_back"
                case .other(let word): word
                }
            }
        }

        package var reason: String
        package var kind: Kind?
        package var from: String?
        package var until: String?
        package var timeZone: String?
        package var absence: String?
        package var agentName: String?
        package var series: Series?
        package var next: String?

        package init(
            reason: String,
            kind: Kind? = nil,
            from: String? = nil,
            until: String? = nil,
            timeZone: String? = nil,
            absence: String? = nil,
            agentName: String? = nil,
            series: Series? = nil,
            next: String? = nil
        ) {
            self.reason = reason
            self.kind = kind
            self.from = from
            self.until = until
            self.timeZone = timeZone
            self.absence = absence
            self.agentName = agentName
            self.series = series
            self.next = next
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.reason = try members.value("reason")
            self.kind = try members.optional("kind")
            self.from = try members.optional("from")
            self.until = try members.optional("until")
            self.timeZone = try members.optional("time_zone")
            self.absence = try members.optional("absence")
            self.agentName = try members.optional("agent_name")
            self.series = try members.optional("series")
            self.next = try members.optional("next")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("absence", self.absence)
            json.optional("agent_name", self.agentName)
            json.optional("from", self.from)
            json.optional("kind", self.kind)
            json.optional("next", self.next)
            json.member("reason", self.reason)
            json.optional("series", self.series)
            json.optional("time_zone", self.timeZone)
            json.optional("until", self.until)
        }
    }

    /// The note is too long, or is no plain text on one line; the reason is a sentence, the kind the same in a word. The limit is in characters (UTF-16 code units).
    package struct InvalidNote: VarlinkMessage, Equatable {
        package enum Kind: VarlinkWord {
            case tooLong
            case notShowable
            case whyMissing
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "too_long": self = .tooLong
                case "not_showable": self = .notShowable
                case "why_missing": self = .whyMissing
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .tooLong: "too_long"
                case .notShowable: "not_showable"
                case .whyMissing: "why_missing"
                case .other(let word): word
                }
            }
        }

        package var reason: String
        package var kind: Kind?
        package var limit: Int?

        package init(
            reason: String,
            kind: Kind? = nil,
            limit: Int? = nil
        ) {
            self.reason = reason
            self.kind = kind
            self.limit = limit
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.reason = try members.value("reason")
            self.kind = try members.optional("kind")
            self.limit = try members.optional("limit")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("kind", self.kind)
            json.optional("limit", self.limit)
            json.member("reason", self.reason)
        }
    }

    /// The leave would leave clients without anybody, where somebody would be there else.
    /// Allowed: what is left of it without the days, or hours, on which it does, where clients have service and the agent works. Manager: whoever asks
    /// may override.
    package struct OpensGaps: VarlinkMessage, Equatable {
        package var gaps: [Gap]
        package var moreClients: Int?
        package var timeZone: String
        package var agent: String?
        package var agentName: String?
        package var allowed: [Period]?
        package var manager: Bool?

        package init(
            gaps: [Gap],
            moreClients: Int? = nil,
            timeZone: String,
            agent: String? = nil,
            agentName: String? = nil,
            allowed: [Period]? = nil,
            manager: Bool? = nil
        ) {
            self.gaps = gaps
            self.moreClients = moreClients
            self.timeZone = timeZone
            self.agent = agent
            self.agentName = agentName
            self.allowed = allowed
            self.manager = manager
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.gaps = try members.value("gaps")
            self.moreClients = try members.optional("more_clients")
            self.timeZone = try members.value("time_zone")
            self.agent = try members.optional("agent")
            self.agentName = try members.optional("agent_name")
            self.allowed = try members.optional("allowed")
            self.manager = try members.optional("manager")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("agent_name", self.agentName)
            json.optional("allowed", self.allowed)
            json.member("gaps", self.gaps)
            json.optional("manager", self.manager)
            json.optional("more_clients", self.moreClients)
            json.member("time_zone", self.timeZone)
        }
    }

    /// The agent is away for all of it already.
    package struct AlreadyAway: VarlinkMessage, Equatable {
        package var absence: Absence
        package var timeZone: String

        package init(
            absence: Absence,
            timeZone: String
        ) {
            self.absence = absence
            self.timeZone = timeZone
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.absence = try members.value("absence")
            self.timeZone = try members.value("time_zone")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("absence", self.absence)
            json.member("time_zone", self.timeZone)
        }
    }

    /// A request for the same leave waits.
    package struct AlreadyAsked: VarlinkMessage, Equatable {
        package var request: String

        package init(
            request: String
        ) {
            self.request = request
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.request = try members.value("request")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("request", self.request)
        }
    }

    package struct UnknownRequest: VarlinkMessage, Equatable {
        package var request: String

        package init(
            request: String
        ) {
            self.request = request
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.request = try members.value("request")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("request", self.request)
        }
    }

    /// The request was decided or taken back, or has lapsed.
    package struct NotWaiting: VarlinkMessage, Equatable {
        package var request: Request
        package var timeZone: String

        package init(
            request: Request,
            timeZone: String
        ) {
            self.request = request
            self.timeZone = timeZone
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.request = try members.value("request")
            self.timeZone = try members.value("time_zone")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("request", self.request)
            json.member("time_zone", self.timeZone)
        }
    }

    package struct UnknownClient: VarlinkMessage, Equatable {
        package var client: String
        package var known: [String]?

        package init(
            client: String,
            known: [String]? = nil
        ) {
            self.client = client
            self.known = known
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.value("client")
            self.known = try members.optional("known")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("client", self.client)
            json.optional("known", self.known)
        }
    }

    package struct UnknownDeputyship: VarlinkMessage, Equatable {
        package var deputyship: String

        package init(
            deputyship: String
        ) {
            self.deputyship = deputyship
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.deputyship = try members.value("deputyship")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("deputyship", self.deputyship)
        }
    }

    /// The same deputy stands in there for all of that time already.
    package struct AlreadyDeputy: VarlinkMessage, Equatable {
        package var deputyship: Deputyship
        package var timeZone: String

        package init(
            deputyship: Deputyship,
            timeZone: String
        ) {
            self.deputyship = deputyship
            self.timeZone = timeZone
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.deputyship = try members.value("deputyship")
            self.timeZone = try members.value("time_zone")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("deputyship", self.deputyship)
            json.member("time_zone", self.timeZone)
        }
    }

    /// The agent is employed at no time of it.
    package struct NotEmployed: VarlinkMessage, Equatable {
        package var agent: String
        package var agentName: String

        package init(
            agent: String,
            agentName: String
        ) {
            self.agent = agent
            self.agentName = agentName
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.value("agent")
            self.agentName = try members.value("agent_name")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("agent", self.agent)
            json.member("agent_name", self.agentName)
        }
    }

    /// The absence is one stretch of time, of which no series can be made.
    package struct OneStretch: VarlinkMessage, Equatable {
        package var absence: String

        package init(
            absence: String
        ) {
            self.absence = absence
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.absence = try members.value("absence")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("absence", self.absence)
        }
    }

    /// Without the deputy clients would have nobody. Manager: whoever asks may override.
    package struct DeputyIsNeeded: VarlinkMessage, Equatable {
        package var deputyship: Deputyship
        package var gaps: [Gap]
        package var moreClients: Int?
        package var timeZone: String
        package var manager: Bool?

        package init(
            deputyship: Deputyship,
            gaps: [Gap],
            moreClients: Int? = nil,
            timeZone: String,
            manager: Bool? = nil
        ) {
            self.deputyship = deputyship
            self.gaps = gaps
            self.moreClients = moreClients
            self.timeZone = timeZone
            self.manager = manager
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.deputyship = try members.value("deputyship")
            self.gaps = try members.value("gaps")
            self.moreClients = try members.optional("more_clients")
            self.timeZone = try members.value("time_zone")
            self.manager = try members.optional("manager")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("deputyship", self.deputyship)
            json.member("gaps", self.gaps)
            json.optional("manager", self.manager)
            json.optional("more_clients", self.moreClients)
            json.member("time_zone", self.timeZone)
        }
    }

    /// The change could not be made durable, so it was not made.
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
        /// Told only to those who may know the agents' ids.
        case unknownAgent(UnknownAgent)
        /// The caller named no agent and is none himself.
        case notAnAgent(NotAnAgent)
        case unknownAbsence(UnknownAbsence)
        /// The absence is over: it was ended or cancelled (cancelled: before it began) by somebody, or ended by itself at that time.
        case absenceOver(AbsenceOver)
        /// Only an orphan can be given to another agent.
        case notOrphaned(NotOrphaned)
        case notAbsent(NotAbsent)
        /// No call keeps the agent busy.
        case notBusy(NotBusy)
        /// The change makes no sense as it was asked; the reason is a sentence. The kind says the same in a word, for whoever puts it into another
        /// language, with the period that was understood, and what it concerns: of sickness_start from is the earliest start there may be; of
        /// never_happens from and until are the days (until is excluded) on which the series was looked for; of no_occurrence from is the day, and
        /// next when it comes next; of comes_back (one day for what is a series) the series and its end are told, and next is what there is of it on that day.
        case invalidPeriod(InvalidPeriod)
        /// The note is too long, or is no plain text on one line; the reason is a sentence, the kind the same in a word. The limit is in characters (UTF-16 code units).
        case invalidNote(InvalidNote)
        /// The leave would leave clients without anybody, where somebody would be there else.
        /// Allowed: what is left of it without the days, or hours, on which it does, where clients have service and the agent works. Manager: whoever asks
        /// may override.
        case opensGaps(OpensGaps)
        /// The agent is away for all of it already.
        case alreadyAway(AlreadyAway)
        /// A request for the same leave waits.
        case alreadyAsked(AlreadyAsked)
        case unknownRequest(UnknownRequest)
        /// The request was decided or taken back, or has lapsed.
        case notWaiting(NotWaiting)
        case unknownClient(UnknownClient)
        case unknownDeputyship(UnknownDeputyship)
        /// The same deputy stands in there for all of that time already.
        case alreadyDeputy(AlreadyDeputy)
        /// The agent is employed at no time of it.
        case notEmployed(NotEmployed)
        /// The absence is one stretch of time, of which no series can be made.
        case oneStretch(OneStretch)
        /// Without the deputy clients would have nobody. Manager: whoever asks may override.
        case deputyIsNeeded(DeputyIsNeeded)
        /// The change could not be made durable, so it was not made.
        case ledgerUnavailable(LedgerUnavailable)
        /// One of the standard errors, or another interface's, or one that this version does not know.
        case other(VarlinkError)

        package init(_ error: VarlinkError) {
            switch error.name {
            case "org.majord.Roster.UnknownAgent":
                self = error.parameters.told().map(Self.unknownAgent) ?? .other(error)
            case "org.majord.Roster.NotAnAgent":
                self = error.parameters.told().map(Self.notAnAgent) ?? .other(error)
            case "org.majord.Roster.UnknownAbsence":
                self = error.parameters.told().map(Self.unknownAbsence) ?? .other(error)
            case "org.majord.Roster.AbsenceOver":
                self = error.parameters.told().map(Self.absenceOver) ?? .other(error)
            case "org.majord.Roster.NotOrphaned":
                self = error.parameters.told().map(Self.notOrphaned) ?? .other(error)
            case "org.majord.Roster.NotAbsent":
                self = error.parameters.told().map(Self.notAbsent) ?? .other(error)
            case "org.majord.Roster.NotBusy":
                self = error.parameters.told().map(Self.notBusy) ?? .other(error)
            case "org.majord.Roster.InvalidPeriod":
                self = error.parameters.told().map(Self.invalidPeriod) ?? .other(error)
            case "org.majord.Roster.InvalidNote":
                self = error.parameters.told().map(Self.invalidNote) ?? .other(error)
            case "org.majord.Roster.OpensGaps":
                self = error.parameters.told().map(Self.opensGaps) ?? .other(error)
            case "org.majord.Roster.AlreadyAway":
                self = error.parameters.told().map(Self.alreadyAway) ?? .other(error)
            case "org.majord.Roster.AlreadyAsked":
                self = error.parameters.told().map(Self.alreadyAsked) ?? .other(error)
            case "org.majord.Roster.UnknownRequest":
                self = error.parameters.told().map(Self.unknownRequest) ?? .other(error)
            case "org.majord.Roster.NotWaiting":
                self = error.parameters.told().map(Self.notWaiting) ?? .other(error)
            case "org.majord.Roster.UnknownClient":
                self = error.parameters.told().map(Self.unknownClient) ?? .other(error)
            case "org.majord.Roster.UnknownDeputyship":
                self = error.parameters.told().map(Self.unknownDeputyship) ?? .other(error)
            case "org.majord.Roster.AlreadyDeputy":
                self = error.parameters.told().map(Self.alreadyDeputy) ?? .other(error)
            case "org.majord.Roster.NotEmployed":
                self = error.parameters.told().map(Self.notEmployed) ?? .other(error)
            case "org.majord.Roster.OneStretch":
                self = error.parameters.told().map(Self.oneStretch) ?? .other(error)
            case "org.majord.Roster.DeputyIsNeeded":
                self = error.parameters.told().map(Self.deputyIsNeeded) ?? .other(error)
            case "org.majord.Roster.LedgerUnavailable":
                self = error.parameters.told().map(Self.ledgerUnavailable) ?? .other(error)
            default: self = .other(error)
            }
        }

        package var name: String {
            switch self {
            case .unknownAgent: "org.majord.Roster.UnknownAgent"
            case .notAnAgent: "org.majord.Roster.NotAnAgent"
            case .unknownAbsence: "org.majord.Roster.UnknownAbsence"
            case .absenceOver: "org.majord.Roster.AbsenceOver"
            case .notOrphaned: "org.majord.Roster.NotOrphaned"
            case .notAbsent: "org.majord.Roster.NotAbsent"
            case .notBusy: "org.majord.Roster.NotBusy"
            case .invalidPeriod: "org.majord.Roster.InvalidPeriod"
            case .invalidNote: "org.majord.Roster.InvalidNote"
            case .opensGaps: "org.majord.Roster.OpensGaps"
            case .alreadyAway: "org.majord.Roster.AlreadyAway"
            case .alreadyAsked: "org.majord.Roster.AlreadyAsked"
            case .unknownRequest: "org.majord.Roster.UnknownRequest"
            case .notWaiting: "org.majord.Roster.NotWaiting"
            case .unknownClient: "org.majord.Roster.UnknownClient"
            case .unknownDeputyship: "org.majord.Roster.UnknownDeputyship"
            case .alreadyDeputy: "org.majord.Roster.AlreadyDeputy"
            case .notEmployed: "org.majord.Roster.NotEmployed"
            case .oneStretch: "org.majord.Roster.OneStretch"
            case .deputyIsNeeded: "org.majord.Roster.DeputyIsNeeded"
            case .ledgerUnavailable: "org.majord.Roster.LedgerUnavailable"
            case .other(let error): error.name
            }
        }

        package var payload: any VarlinkMessage {
            switch self {
            case .unknownAgent(let told): told
            case .notAnAgent(let told): told
            case .unknownAbsence(let told): told
            case .absenceOver(let told): told
            case .notOrphaned(let told): told
            case .notAbsent(let told): told
            case .notBusy(let told): told
            case .invalidPeriod(let told): told
            case .invalidNote(let told): told
            case .opensGaps(let told): told
            case .alreadyAway(let told): told
            case .alreadyAsked(let told): told
            case .unknownRequest(let told): told
            case .notWaiting(let told): told
            case .unknownClient(let told): told
            case .unknownDeputyship(let told): told
            case .alreadyDeputy(let told): told
            case .notEmployed(let told): told
            case .oneStretch(let told): told
            case .deputyIsNeeded(let told): told
            case .ledgerUnavailable(let told): told
            case .other(let error): error.parameters
            }
        }
    }

    /// The interface as `methods` serve it.
    package static func interface(_ methods: some RosterMethods) -> VarlinkInterface {
        VarlinkInterface(
            name: name, description: InterfaceTexts.roster,
            methods: [
                "Status": VarlinkMethod(methods.status),
                "WhoAmI": VarlinkMethod(methods.whoAmI),
                "ListAbsences": VarlinkMethod(methods.listAbsences),
                "ReportSick": VarlinkMethod(methods.reportSick),
                "PlanLeave": VarlinkMethod(methods.planLeave),
                "Pause": VarlinkMethod(methods.pause),
                "Return": VarlinkMethod(methods.return),
                "Release": VarlinkMethod(methods.release),
                "ChangeAbsence": VarlinkMethod(methods.changeAbsence),
                "ListRequests": VarlinkMethod(methods.listRequests),
                "Approve": VarlinkMethod(methods.approve),
                "Decline": VarlinkMethod(methods.decline),
                "Withdraw": VarlinkMethod(methods.withdraw),
                "Reopen": VarlinkMethod(methods.reopen),
                "AddDeputy": VarlinkMethod(methods.addDeputy),
                "ListDeputies": VarlinkMethod(methods.listDeputies),
                "CancelDeputy": VarlinkMethod(methods.cancelDeputy),
                "History": VarlinkMethod(methods.history),
                "Cancel": VarlinkMethod(methods.cancel),
                "Give": VarlinkMethod(methods.give),
            ])
    }
}

/// What serves org.majord.Roster: a function for each method.
package protocol RosterMethods: Sendable {
    /// How the service stands: at once, and after every change when the caller wants more (calls count, too; what the clock changes is told within
    /// seconds). With clients, agents, PBXs and managers are also told how each client stands. Agents and managers read which clients will have
    /// nobody in the next 26 weeks, the soonest first, and how calendars are read; of very many, more_clients_ahead are left out. Clients are in service (covered or uncovered),
    /// closed, or without an agreement in force. Troubles are sentences for people, such as that the last good directory is in force because
    /// the files have errors; noon is where morning ends, for what people type, such as 12:30; managers also read of absences whose agent the directory does not have and of cases whose holder has gone, and agents of the calls of their clients that wait to be called back. Degraded: the files have errors, or the ledger cannot be used; majorctl's exit status is 1
    /// then, and when a client is uncovered. Language: in which troubles are said, as ISO 639 has it; one that majord does not speak is English. Trouble kinds: a word for each of the
    /// troubles, in their order: directory, reload, ledger, locked, set-aside, damaged, socket, journal, names, calendar, orphans,
    /// deputyships, requests, sickness, cases, missed, overwriting, pbx, sites. PBX silent: told to everybody, while no PBX asks. Sites, the database, and what waits, are told where the records are in a database.
    @Sendable func status(
        _ request: RosterAPI.Status, _ caller: VarlinkCaller<RosterAPI.Status>
    ) async throws(RosterAPI.Failure) -> RosterAPI.Status.Reply

    /// Who asks, as majord knows him: the user that records are kept under; for whom he speaks (login), where he speaks for somebody; the agent who
    /// he is; his name, where the directory has one; whether he is a manager, or a wall, which reads for a television. Known is false for whoever asks for nobody: he is told no name. A call with a member `for` beside `method`
    /// is made for whoever has that login in the directory, by root and the group majord-web, or with an empty one for nobody, by everybody.
    @Sendable func whoAmI(
        _ request: RosterAPI.WhoAmI, _ caller: VarlinkCaller<RosterAPI.WhoAmI>
    ) async throws(RosterAPI.Failure) -> RosterAPI.WhoAmI.Reply

    /// Absences in force and to come; of one agent when one is named. For agents, PBXs and managers. Waiting: also the leave that was
    /// asked for and is not decided yet, which counts as away for others' leave: all for managers, for an agent that of himself and of those with whom he has clients.
    @Sendable func listAbsences(
        _ request: RosterAPI.ListAbsences, _ caller: VarlinkCaller<RosterAPI.ListAbsences>
    ) async throws(RosterAPI.Failure) -> RosterAPI.ListAbsences.Reply

    /// Reports an agent sick from now on. Without an agent: the caller's own. A manager may say since when, from the beginning of the day before.
    /// Of a sickness that goes on the note stays where none is given; an empty one is none.
    @Sendable func reportSick(
        _ request: RosterAPI.ReportSick, _ caller: VarlinkCaller<RosterAPI.ReportSick>
    ) async throws(RosterAPI.Failure) -> RosterAPI.ReportSick.Reply

    /// Plans leave, or another kind of absence that is planned; hours that come back have a series, and may have no end. Refused when it leaves a
    /// client without anybody: a manager may name a deputy, who stands in where that is, or override with a reason, which the history keeps. As a
    /// request it is kept for a manager to decide where it would be refused. A dry run changes nothing, and is answered or refused as the leave would be
    /// without being a request; the absence has no number then (0).
    @Sendable func planLeave(
        _ request: RosterAPI.PlanLeave, _ caller: VarlinkCaller<RosterAPI.PlanLeave>
    ) async throws(RosterAPI.Failure) -> RosterAPI.PlanLeave.Reply

    /// Takes an agent off the phone for so many seconds from now on.
    @Sendable func pause(
        _ request: RosterAPI.Pause, _ caller: VarlinkCaller<RosterAPI.Pause>
    ) async throws(RosterAPI.Failure) -> RosterAPI.Pause.Reply

    /// Ends every absence of an agent that is in force. Left: who still stands in for him when he is there again.
    @Sendable func `return`(
        _ request: RosterAPI.Return, _ caller: VarlinkCaller<RosterAPI.Return>
    ) async throws(RosterAPI.Failure) -> RosterAPI.Return.Reply

    /// Frees an agent from the calls that keep him busy, such as one whose end no PBX has reported: calls come to him again at once. Answers
    /// with these calls. Without an agent: the caller's own.
    @Sendable func release(
        _ request: RosterAPI.Release, _ caller: VarlinkCaller<RosterAPI.Release>
    ) async throws(RosterAPI.Failure) -> RosterAPI.Release.Reply

    /// Gives an absence other times, another series or another note (an empty one: none); what is left out stays. Leave passes the guard as when
    /// it is planned. A dry run changes nothing, and is answered or refused as the change would be.
    @Sendable func changeAbsence(
        _ request: RosterAPI.ChangeAbsence, _ caller: VarlinkCaller<RosterAPI.ChangeAbsence>
    ) async throws(RosterAPI.Failure) -> RosterAPI.ChangeAbsence.Reply

    /// Requests for leave that is not over, and what became of them: all for managers, an agent's own.
    @Sendable func listRequests(
        _ request: RosterAPI.ListRequests, _ caller: VarlinkCaller<RosterAPI.ListRequests>
    ) async throws(RosterAPI.Failure) -> RosterAPI.ListRequests.Reply

    /// Makes leave of a request, for managers; the guard looks again. Without a deputy: the one who was asked for; an empty one: nobody.
    @Sendable func approve(
        _ request: RosterAPI.Approve, _ caller: VarlinkCaller<RosterAPI.Approve>
    ) async throws(RosterAPI.Failure) -> RosterAPI.Approve.Reply

    /// Declines a request, for managers; the agent reads why.
    @Sendable func decline(
        _ request: RosterAPI.Decline, _ caller: VarlinkCaller<RosterAPI.Decline>
    ) async throws(RosterAPI.Failure) -> RosterAPI.Decline.Reply

    /// Takes a request back.
    @Sendable func withdraw(
        _ request: RosterAPI.Withdraw, _ caller: VarlinkCaller<RosterAPI.Withdraw>
    ) async throws(RosterAPI.Failure) -> RosterAPI.Withdraw.Reply

    /// Takes back that a request was approved or declined, for managers, as long as the leave has not begun: of an approval the leave is cancelled, and
    /// whoever was to stand in with it does not; the same waits as a request with a number of its own, in one change. Refused where without who stands in a client would have nobody.
    @Sendable func reopen(
        _ request: RosterAPI.Reopen, _ caller: VarlinkCaller<RosterAPI.Reopen>
    ) async throws(RosterAPI.Failure) -> RosterAPI.Reopen.Reply

    /// Names who stands in, for managers: whom is an agent's id, with one client where one is named, or a client's. It changes nothing where
    /// somebody else is there all the time. Load: what the deputy carries then in percent, where that is more than the capacity allows. Why: what keeps calls
    /// from coming to him: no client's service in that time, the pair or another deputy is there all the time, or he himself is not there whenever nobody else
    /// is (away, outside his hours, several of these). Employed from: where the
    /// deputy's employment begins later than the time. A dry run changes nothing; the deputyship has no number then (0).
    @Sendable func addDeputy(
        _ request: RosterAPI.AddDeputy, _ caller: VarlinkCaller<RosterAPI.AddDeputy>
    ) async throws(RosterAPI.Failure) -> RosterAPI.AddDeputy.Reply

    /// Who stands in for whom, now and later. For agents, PBXs and managers.
    @Sendable func listDeputies(
        _ request: RosterAPI.ListDeputies, _ caller: VarlinkCaller<RosterAPI.ListDeputies>
    ) async throws(RosterAPI.Failure) -> RosterAPI.ListDeputies.Reply

    /// Ends a deputyship, or cancels one to come; for managers, and for the deputy himself. Refused where it leaves a client without anybody,
    /// unless a manager overrides.
    @Sendable func cancelDeputy(
        _ request: RosterAPI.CancelDeputy, _ caller: VarlinkCaller<RosterAPI.CancelDeputy>
    ) async throws(RosterAPI.Failure) -> RosterAPI.CancelDeputy.Reply

    /// Who changed what in the roster, the newest lines (200 without a limit), the oldest of them first. Of a client: deputies there, his numbers,
    /// and the absences of those in his pair. For managers; for an agent of himself and of his clients. A limit is 1 at least. Case or
    /// case_reference, one of the two, names a case, as in org.majord.Cases.
    @Sendable func history(
        _ request: RosterAPI.History, _ caller: VarlinkCaller<RosterAPI.History>
    ) async throws(RosterAPI.Failure) -> RosterAPI.History.Reply

    /// Cancels one absence, or ends it when it has begun; of a series, what is to come of it, or what is on one day (2026-12-25). Away: what other
    /// absences leave of it. Left: who still stands in for the agent when he is there again.
    @Sendable func cancel(
        _ request: RosterAPI.Cancel, _ caller: VarlinkCaller<RosterAPI.Cancel>
    ) async throws(RosterAPI.Failure) -> RosterAPI.Cancel.Reply

    /// Gives an absence whose agent is not in the directory to another agent, such as the same one under a new id. For managers. Leave passes the guard
    /// as when it is planned, but for what a calendar brought: since it was entered others may have been granted the same days. Who is named to stand in for the old id in that time is
    /// given along: he stands in for the new one.
    @Sendable func give(
        _ request: RosterAPI.Give, _ caller: VarlinkCaller<RosterAPI.Give>
    ) async throws(RosterAPI.Failure) -> RosterAPI.Give.Reply
}
