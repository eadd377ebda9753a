// Made by scripts/generate-api from Sources/MajorAPI/Interfaces/org.majord.Calendar.varlink: change that, and run `make generate`.

package import Varlink

/// Agents' calendars: leave that comes in from them, and who is away and who covers, for calendars outside.
package enum CalendarAPI {
    package static let name = "org.majord.Calendar"

    // Instants are RFC 3339 texts with the offset of the service's time zone.

    /// A stretch of a calendar that counts as leave. The UID, with the place in its series where it is of one (recurrence), identifies it over
    /// all versions of the calendar.
    package struct Entry: VarlinkMessage, Equatable {
        package var uid: String
        package var recurrence: String?
        package var from: String
        package var until: String

        package init(
            uid: String,
            recurrence: String? = nil,
            from: String,
            until: String
        ) {
            self.uid = uid
            self.recurrence = recurrence
            self.from = from
            self.until = until
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.uid = try members.value("uid")
            self.recurrence = try members.optional("recurrence")
            self.from = try members.value("from")
            self.until = try members.value("until")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("from", self.from)
            json.optional("recurrence", self.recurrence)
            json.member("uid", self.uid)
            json.member("until", self.until)
        }
    }

    /// Leave that a calendar has changed, or would change. Of new leave that is not entered there is no absence yet; of leave that is gone, what
    /// it was. Kept: people have changed or cancelled it since, so it stays as they left it; from and until are how it is (where it was
    /// cancelled, how the calendar brought it), calendar_from and calendar_until what the calendar says (without these its event is gone).
    /// Instead_of: the number of one that had begun or was cancelled, whose place this absence takes.
    package struct Change: VarlinkMessage, Equatable {
        package enum What: VarlinkWord {
            case new
            case changed
            case gone
            case kept
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "new": self = .new
                case "changed": self = .changed
                case "gone": self = .gone
                case "kept": self = .kept
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .new: "new"
                case .changed: "changed"
                case .gone: "gone"
                case .kept: "kept"
                case .other(let word): word
                }
            }
        }

        package var what: What
        package var absence: String?
        package var insteadOf: String?
        package var uid: String
        package var recurrence: String?
        package var from: String
        package var until: String
        package var wasFrom: String?
        package var wasUntil: String?
        package var calendarFrom: String?
        package var calendarUntil: String?
        package var cancelled: Bool?

        package init(
            what: What,
            absence: String? = nil,
            insteadOf: String? = nil,
            uid: String,
            recurrence: String? = nil,
            from: String,
            until: String,
            wasFrom: String? = nil,
            wasUntil: String? = nil,
            calendarFrom: String? = nil,
            calendarUntil: String? = nil,
            cancelled: Bool? = nil
        ) {
            self.what = what
            self.absence = absence
            self.insteadOf = insteadOf
            self.uid = uid
            self.recurrence = recurrence
            self.from = from
            self.until = until
            self.wasFrom = wasFrom
            self.wasUntil = wasUntil
            self.calendarFrom = calendarFrom
            self.calendarUntil = calendarUntil
            self.cancelled = cancelled
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.what = try members.value("what")
            self.absence = try members.optional("absence")
            self.insteadOf = try members.optional("instead_of")
            self.uid = try members.value("uid")
            self.recurrence = try members.optional("recurrence")
            self.from = try members.value("from")
            self.until = try members.value("until")
            self.wasFrom = try members.optional("was_from")
            self.wasUntil = try members.optional("was_until")
            self.calendarFrom = try members.optional("calendar_from")
            self.calendarUntil = try members.optional("calendar_until")
            self.cancelled = try members.optional("cancelled")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("absence", self.absence)
            json.optional("calendar_from", self.calendarFrom)
            json.optional("calendar_until", self.calendarUntil)
            json.optional("cancelled", self.cancelled)
            json.member("from", self.from)
            json.optional("instead_of", self.insteadOf)
            json.optional("recurrence", self.recurrence)
            json.member("uid", self.uid)
            json.member("until", self.until)
            json.optional("was_from", self.wasFrom)
            json.optional("was_until", self.wasUntil)
            json.member("what", self.what)
        }
    }

    /// A client who has nobody at times because of what was imported; more: so many later stretches are left out.
    package struct Gap: VarlinkMessage, Equatable {
        package var client: String
        package var clientName: String
        package var from: String
        package var until: String
        package var more: Int?

        package init(
            client: String,
            clientName: String,
            from: String,
            until: String,
            more: Int? = nil
        ) {
            self.client = client
            self.clientName = clientName
            self.from = from
            self.until = until
            self.more = more
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.value("client")
            self.clientName = try members.value("client_name")
            self.from = try members.value("from")
            self.until = try members.value("until")
            self.more = try members.optional("more")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("client", self.client)
            json.member("client_name", self.clientName)
            json.member("from", self.from)
            json.optional("more", self.more)
            json.member("until", self.until)
        }
    }

    /// Somebody who still stands in for the agent at times when he is there again. Who may cancel it is told who has entered it.
    package struct StandIn: VarlinkMessage, Equatable {
        package var id: String
        package var deputy: String
        package var deputyName: String
        package var agentName: String?
        package var clientName: String?
        package var from: String
        package var until: String
        package var enteredBy: String?

        package init(
            id: String,
            deputy: String,
            deputyName: String,
            agentName: String? = nil,
            clientName: String? = nil,
            from: String,
            until: String,
            enteredBy: String? = nil
        ) {
            self.id = id
            self.deputy = deputy
            self.deputyName = deputyName
            self.agentName = agentName
            self.clientName = clientName
            self.from = from
            self.until = until
            self.enteredBy = enteredBy
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.id = try members.value("id")
            self.deputy = try members.value("deputy")
            self.deputyName = try members.value("deputy_name")
            self.agentName = try members.optional("agent_name")
            self.clientName = try members.optional("client_name")
            self.from = try members.value("from")
            self.until = try members.value("until")
            self.enteredBy = try members.optional("entered_by")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent_name", self.agentName)
            json.optional("client_name", self.clientName)
            json.member("deputy", self.deputy)
            json.member("deputy_name", self.deputyName)
            json.optional("entered_by", self.enteredBy)
            json.member("from", self.from)
            json.member("id", self.id)
            json.member("until", self.until)
        }
    }

    /// Takes all leave of an agent's calendar, as it stands there: what is new is entered, what is another time is changed, what is gone is
    /// cancelled; what is over, what was entered by hand, and what people have changed or cancelled of it stay. All of it is one change. It is in
    /// force like sickness, whatever gaps it opens. Events: how many the calendar has, whatever they mean; without any nothing is changed where
    /// leave is to come. Without an agent: the caller's own. A dry run changes nothing. Follow: the numbers of absences that are to follow the
    /// calendar again, whatever people have made of them. What it brought the same agent under another id that the directory does not have any
    /// more is given to him.
    package struct Import: VarlinkRequest, Equatable {
        package static let method = "org.majord.Calendar.Import"
        package static let parameters: Set<String> = ["agent", "source", "entries", "events", "dry_run", "follow"]
        package typealias Failure = CalendarAPI.Failure

        package var agent: String?
        package var source: String
        package var entries: [Entry]
        package var events: Int
        package var dryRun: Bool?
        package var follow: [String]?

        package init(
            agent: String? = nil,
            source: String,
            entries: [Entry],
            events: Int,
            dryRun: Bool? = nil,
            follow: [String]? = nil
        ) {
            self.agent = agent
            self.source = source
            self.entries = entries
            self.events = events
            self.dryRun = dryRun
            self.follow = follow
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.optional("agent")
            self.source = try members.value("source")
            self.entries = try members.value("entries")
            self.events = try members.value("events")
            self.dryRun = try members.optional("dry_run")
            self.follow = try members.optional("follow")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("dry_run", self.dryRun)
            json.member("entries", self.entries)
            json.member("events", self.events)
            json.optional("follow", self.follow)
            json.member("source", self.source)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var agent: String
            package var agentName: String
            package var changes: [Change]
            package var same: Int
            package var gaps: [Gap]
            package var moreClients: Int?
            package var left: [StandIn]?
            package var generation: Int
            package var timeZone: String

            package init(
                agent: String,
                agentName: String,
                changes: [Change],
                same: Int,
                gaps: [Gap],
                moreClients: Int? = nil,
                left: [StandIn]? = nil,
                generation: Int,
                timeZone: String
            ) {
                self.agent = agent
                self.agentName = agentName
                self.changes = changes
                self.same = same
                self.gaps = gaps
                self.moreClients = moreClients
                self.left = left
                self.generation = generation
                self.timeZone = timeZone
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.agent = try members.value("agent")
                self.agentName = try members.value("agent_name")
                self.changes = try members.value("changes")
                self.same = try members.value("same")
                self.gaps = try members.value("gaps")
                self.moreClients = try members.optional("more_clients")
                self.left = try members.optional("left")
                self.generation = try members.value("generation")
                self.timeZone = try members.value("time_zone")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("agent", self.agent)
                json.member("agent_name", self.agentName)
                json.member("changes", self.changes)
                json.member("gaps", self.gaps)
                json.member("generation", self.generation)
                json.optional("left", self.left)
                json.optional("more_clients", self.moreClients)
                json.member("same", self.same)
                json.member("time_zone", self.timeZone)
            }
        }
    }

    /// Tells that a calendar could not be read; what was read last stays. Why is one line of plain text, without anything of the calendar's own.
    package struct NoteFailure: VarlinkRequest, Equatable {
        package static let method = "org.majord.Calendar.NoteFailure"
        package static let parameters: Set<String> = ["agent", "source", "why"]
        package typealias Failure = CalendarAPI.Failure

        package var agent: String?
        package var source: String
        package var why: String

        package init(
            agent: String? = nil,
            source: String,
            why: String
        ) {
            self.agent = agent
            self.source = source
            self.why = why
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.optional("agent")
            self.source = try members.value("source")
            self.why = try members.value("why")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.member("source", self.source)
            json.member("why", self.why)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package init() {}
            package init(members: JSONObject) {}
            package func writeMembers(to json: inout JSONWriter) {}
        }
    }

    /// Where an agent's calendar is read from, as his entry in the directory says. The address may hold a key. For the agent himself, managers, and
    /// majord-calendar@.service.
    package struct Address: VarlinkRequest, Equatable {
        package static let method = "org.majord.Calendar.Address"
        package static let parameters: Set<String> = ["agent"]
        package typealias Failure = CalendarAPI.Failure

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
            package var source: String
            package var url: String

            package init(
                source: String,
                url: String
            ) {
                self.source = source
                self.url = url
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.source = try members.value("source")
                self.url = try members.value("url")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("source", self.source)
                json.member("url", self.url)
            }
        }
    }

    /// Who gets a client's calls for a stretch of service time; without an agent: nobody.
    package struct Cover: VarlinkMessage, Equatable {
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
        package var from: String
        package var until: String
        package var agent: String?
        package var agentName: String?
        package var role: Role?

        package init(
            client: String,
            clientName: String,
            from: String,
            until: String,
            agent: String? = nil,
            agentName: String? = nil,
            role: Role? = nil
        ) {
            self.client = client
            self.clientName = clientName
            self.from = from
            self.until = until
            self.agent = agent
            self.agentName = agentName
            self.role = role
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.client = try members.value("client")
            self.clientName = try members.value("client_name")
            self.from = try members.value("from")
            self.until = try members.value("until")
            self.agent = try members.optional("agent")
            self.agentName = try members.optional("agent_name")
            self.role = try members.optional("role")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("agent_name", self.agentName)
            json.member("client", self.client)
            json.member("client_name", self.clientName)
            json.member("from", self.from)
            json.optional("role", self.role)
            json.member("until", self.until)
        }
    }

    /// An agent who is away, and who gets the calls of his clients meanwhile; why is never told. Without an end: until further notice.
    package struct Away: VarlinkMessage, Equatable {
        package var agent: String
        package var agentName: String
        package var from: String
        package var until: String?
        package var covers: [Cover]

        package init(
            agent: String,
            agentName: String,
            from: String,
            until: String? = nil,
            covers: [Cover]
        ) {
            self.agent = agent
            self.agentName = agentName
            self.from = from
            self.until = until
            self.covers = covers
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.value("agent")
            self.agentName = try members.value("agent_name")
            self.from = try members.value("from")
            self.until = try members.optional("until")
            self.covers = try members.value("covers")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("agent", self.agent)
            json.member("agent_name", self.agentName)
            json.member("covers", self.covers)
            json.member("from", self.from)
            json.optional("until", self.until)
        }
    }

    /// An agent's last day of employment in the twelve months to come, such as 2026-12-31.
    package struct LastDay: VarlinkMessage, Equatable {
        package var agent: String
        package var agentName: String
        package var day: String

        package init(
            agent: String,
            agentName: String,
            day: String
        ) {
            self.agent = agent
            self.agentName = agentName
            self.day = day
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.value("agent")
            self.agentName = try members.value("agent_name")
            self.day = try members.value("day")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("agent", self.agent)
            json.member("agent_name", self.agentName)
            json.member("day", self.day)
        }
    }

    /// An agent's calendar that was read last too long ago (without that: never), so that leave may be missing here.
    package struct StaleCalendar: VarlinkMessage, Equatable {
        package var agent: String
        package var agentName: String
        package var source: String
        package var read: String?

        package init(
            agent: String,
            agentName: String,
            source: String,
            read: String? = nil
        ) {
            self.agent = agent
            self.agentName = agentName
            self.source = source
            self.read = read
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.value("agent")
            self.agentName = try members.value("agent_name")
            self.source = try members.value("source")
            self.read = try members.optional("read")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("agent", self.agent)
            json.member("agent_name", self.agentName)
            json.optional("read", self.read)
            json.member("source", self.source)
        }
    }

    /// An agent's calendar that is read: when that was done last (without it: never), when it last changed anything, what has gone wrong since, and
    /// the absences that stay as people have left them, for whoever may read why the agent is away.
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

    /// Who is away and who covers in the twelve months to come, from the very decisions: of one agent, of one client (covers: whoever is not the
    /// first of its pair, and when nobody is there), or of all agents; more: so many later absences are left out. Last days and calendars are of
    /// those agents, or of those in the client's pair. For agents and managers.
    package struct Show: VarlinkRequest, Equatable {
        package static let method = "org.majord.Calendar.Show"
        package static let parameters: Set<String> = ["agent", "client"]
        package typealias Failure = CalendarAPI.Failure

        package var agent: String?
        package var client: String?

        package init(
            agent: String? = nil,
            client: String? = nil
        ) {
            self.agent = agent
            self.client = client
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.optional("agent")
            self.client = try members.optional("client")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("client", self.client)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var timeZone: String
            package var now: String
            package var until: String
            package var name: String?
            package var away: [Away]
            package var covers: [Cover]
            package var more: Int?
            package var lastDays: [LastDay]?
            package var stale: [StaleCalendar]?
            package var calendars: [ReadCalendar]?

            package init(
                timeZone: String,
                now: String,
                until: String,
                name: String? = nil,
                away: [Away],
                covers: [Cover],
                more: Int? = nil,
                lastDays: [LastDay]? = nil,
                stale: [StaleCalendar]? = nil,
                calendars: [ReadCalendar]? = nil
            ) {
                self.timeZone = timeZone
                self.now = now
                self.until = until
                self.name = name
                self.away = away
                self.covers = covers
                self.more = more
                self.lastDays = lastDays
                self.stale = stale
                self.calendars = calendars
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.timeZone = try members.value("time_zone")
                self.now = try members.value("now")
                self.until = try members.value("until")
                self.name = try members.optional("name")
                self.away = try members.value("away")
                self.covers = try members.value("covers")
                self.more = try members.optional("more")
                self.lastDays = try members.optional("last_days")
                self.stale = try members.optional("stale")
                self.calendars = try members.optional("calendars")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("away", self.away)
                json.optional("calendars", self.calendars)
                json.member("covers", self.covers)
                json.optional("last_days", self.lastDays)
                json.optional("more", self.more)
                json.optional("name", self.name)
                json.member("now", self.now)
                json.optional("stale", self.stale)
                json.member("time_zone", self.timeZone)
                json.member("until", self.until)
            }
        }
    }

    /// The address at which programs outside fetch an agent's calendar, or everybody's (desk), without logging in: a key that nobody can guess. Without
    /// an agent or desk: the caller's own. Without a key there is none. Renew makes another one, and end none; either way the old one opens nothing
    /// any more. Agents and managers read the desk's; only managers renew or end it.
    package struct FeedAddress: VarlinkRequest, Equatable {
        package static let method = "org.majord.Calendar.FeedAddress"
        package static let parameters: Set<String> = ["agent", "desk", "renew", "end"]
        package typealias Failure = CalendarAPI.Failure

        package var agent: String?
        package var desk: Bool?
        package var renew: Bool?
        package var end: Bool?

        package init(
            agent: String? = nil,
            desk: Bool? = nil,
            renew: Bool? = nil,
            end: Bool? = nil
        ) {
            self.agent = agent
            self.desk = desk
            self.renew = renew
            self.end = end
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.agent = try members.optional("agent")
            self.desk = try members.optional("desk")
            self.renew = try members.optional("renew")
            self.end = try members.optional("end")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.optional("agent", self.agent)
            json.optional("desk", self.desk)
            json.optional("end", self.end)
            json.optional("renew", self.renew)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var key: String?
            package var made: String?
            package var timeZone: String

            package init(
                key: String? = nil,
                made: String? = nil,
                timeZone: String
            ) {
                self.key = key
                self.made = made
                self.timeZone = timeZone
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.key = try members.optional("key")
                self.made = try members.optional("made")
                self.timeZone = try members.value("time_zone")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.optional("key", self.key)
                json.optional("made", self.made)
                json.member("time_zone", self.timeZone)
            }
        }
    }

    /// What a feed shows to whoever has its key: who is away in the twelve months to come, without why and without clients. The language is the
    /// directory's. Everybody may ask.
    package struct ShowFeed: VarlinkRequest, Equatable {
        package static let method = "org.majord.Calendar.ShowFeed"
        package static let parameters: Set<String> = ["key"]
        package typealias Failure = CalendarAPI.Failure

        package var key: String

        package init(
            key: String
        ) {
            self.key = key
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.key = try members.value("key")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("key", self.key)
        }

        package struct Reply: VarlinkMessage, Equatable {
            package var timeZone: String
            package var now: String
            package var until: String
            package var language: String
            package var name: String?
            package var away: [Away]

            package init(
                timeZone: String,
                now: String,
                until: String,
                language: String,
                name: String? = nil,
                away: [Away]
            ) {
                self.timeZone = timeZone
                self.now = now
                self.until = until
                self.language = language
                self.name = name
                self.away = away
            }

            package init(members: JSONObject) throws(JSONCodingError) {
                self.timeZone = try members.value("time_zone")
                self.now = try members.value("now")
                self.until = try members.value("until")
                self.language = try members.value("language")
                self.name = try members.optional("name")
                self.away = try members.value("away")
            }

            package func writeMembers(to json: inout JSONWriter) {
                json.member("away", self.away)
                json.member("language", self.language)
                json.optional("name", self.name)
                json.member("now", self.now)
                json.member("time_zone", self.timeZone)
                json.member("until", self.until)
            }
        }
    }

    /// The agent's entry in the directory names no calendar.
    package struct NoCalendar: VarlinkMessage, Equatable {
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

    /// The calendar has no event at all, while so many absences that it brought are to come.
    package struct NoEvents: VarlinkMessage, Equatable {
        package var expected: Int

        package init(
            expected: Int
        ) {
            self.expected = expected
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.expected = try members.value("expected")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("expected", self.expected)
        }
    }

    /// The absence with this number, which is to follow the calendar again, is none that this calendar brought.
    package struct NotOfCalendar: VarlinkMessage, Equatable {
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

    /// An entry, or the source's name, makes no sense; the reason is a sentence.
    package struct InvalidCalendar: VarlinkMessage, Equatable {
        package var reason: String

        package init(
            reason: String
        ) {
            self.reason = reason
        }

        package init(members: JSONObject) throws(JSONCodingError) {
            self.reason = try members.value("reason")
        }

        package func writeMembers(to json: inout JSONWriter) {
            json.member("reason", self.reason)
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
        /// No feed has this key (any more).
        case unknownFeed
        /// The agent's entry in the directory names no calendar.
        case noCalendar(NoCalendar)
        /// The calendar has no event at all, while so many absences that it brought are to come.
        case noEvents(NoEvents)
        /// The absence with this number, which is to follow the calendar again, is none that this calendar brought.
        case notOfCalendar(NotOfCalendar)
        /// An entry, or the source's name, makes no sense; the reason is a sentence.
        case invalidCalendar(InvalidCalendar)
        /// Told only to those who may know the clients' ids.
        case unknownClient(UnknownClient)
        /// One of the standard errors, or another interface's, or one that this version does not know.
        case other(VarlinkError)

        package init(_ error: VarlinkError) {
            switch error.name {
            case "org.majord.Calendar.UnknownFeed":
                self = .unknownFeed
            case "org.majord.Calendar.NoCalendar":
                self = error.parameters.told().map(Self.noCalendar) ?? .other(error)
            case "org.majord.Calendar.NoEvents":
                self = error.parameters.told().map(Self.noEvents) ?? .other(error)
            case "org.majord.Calendar.NotOfCalendar":
                self = error.parameters.told().map(Self.notOfCalendar) ?? .other(error)
            case "org.majord.Calendar.InvalidCalendar":
                self = error.parameters.told().map(Self.invalidCalendar) ?? .other(error)
            case "org.majord.Calendar.UnknownClient":
                self = error.parameters.told().map(Self.unknownClient) ?? .other(error)
            default: self = .other(error)
            }
        }

        package var name: String {
            switch self {
            case .unknownFeed: "org.majord.Calendar.UnknownFeed"
            case .noCalendar: "org.majord.Calendar.NoCalendar"
            case .noEvents: "org.majord.Calendar.NoEvents"
            case .notOfCalendar: "org.majord.Calendar.NotOfCalendar"
            case .invalidCalendar: "org.majord.Calendar.InvalidCalendar"
            case .unknownClient: "org.majord.Calendar.UnknownClient"
            case .other(let error): error.name
            }
        }

        package var payload: any VarlinkMessage {
            switch self {
            case .unknownFeed: JSONObject()
            case .noCalendar(let told): told
            case .noEvents(let told): told
            case .notOfCalendar(let told): told
            case .invalidCalendar(let told): told
            case .unknownClient(let told): told
            case .other(let error): error.parameters
            }
        }
    }

    /// The interface as `methods` serve it.
    package static func interface(_ methods: some CalendarMethods) -> VarlinkInterface {
        VarlinkInterface(
            name: name, description: InterfaceTexts.calendar,
            methods: [
                "Import": VarlinkMethod(methods.import),
                "NoteFailure": VarlinkMethod(methods.noteFailure),
                "Address": VarlinkMethod(methods.address),
                "Show": VarlinkMethod(methods.show),
                "FeedAddress": VarlinkMethod(methods.feedAddress),
                "ShowFeed": VarlinkMethod(methods.showFeed),
            ])
    }
}

/// What serves org.majord.Calendar: a function for each method.
package protocol CalendarMethods: Sendable {
    /// Takes all leave of an agent's calendar, as it stands there: what is new is entered, what is another time is changed, what is gone is
    /// cancelled; what is over, what was entered by hand, and what people have changed or cancelled of it stay. All of it is one change. It is in
    /// force like sickness, whatever gaps it opens. Events: how many the calendar has, whatever they mean; without any nothing is changed where
    /// leave is to come. Without an agent: the caller's own. A dry run changes nothing. Follow: the numbers of absences that are to follow the
    /// calendar again, whatever people have made of them. What it brought the same agent under another id that the directory does not have any
    /// more is given to him.
    @Sendable func `import`(
        _ request: CalendarAPI.Import, _ caller: VarlinkCaller<CalendarAPI.Import>
    ) async throws(CalendarAPI.Failure) -> CalendarAPI.Import.Reply

    /// Tells that a calendar could not be read; what was read last stays. Why is one line of plain text, without anything of the calendar's own.
    @Sendable func noteFailure(
        _ request: CalendarAPI.NoteFailure, _ caller: VarlinkCaller<CalendarAPI.NoteFailure>
    ) async throws(CalendarAPI.Failure) -> CalendarAPI.NoteFailure.Reply

    /// Where an agent's calendar is read from, as his entry in the directory says. The address may hold a key. For the agent himself, managers, and
    /// majord-calendar@.service.
    @Sendable func address(
        _ request: CalendarAPI.Address, _ caller: VarlinkCaller<CalendarAPI.Address>
    ) async throws(CalendarAPI.Failure) -> CalendarAPI.Address.Reply

    /// Who is away and who covers in the twelve months to come, from the very decisions: of one agent, of one client (covers: whoever is not the
    /// first of its pair, and when nobody is there), or of all agents; more: so many later absences are left out. Last days and calendars are of
    /// those agents, or of those in the client's pair. For agents and managers.
    @Sendable func show(
        _ request: CalendarAPI.Show, _ caller: VarlinkCaller<CalendarAPI.Show>
    ) async throws(CalendarAPI.Failure) -> CalendarAPI.Show.Reply

    /// The address at which programs outside fetch an agent's calendar, or everybody's (desk), without logging in: a key that nobody can guess. Without
    /// an agent or desk: the caller's own. Without a key there is none. Renew makes another one, and end none; either way the old one opens nothing
    /// any more. Agents and managers read the desk's; only managers renew or end it.
    @Sendable func feedAddress(
        _ request: CalendarAPI.FeedAddress, _ caller: VarlinkCaller<CalendarAPI.FeedAddress>
    ) async throws(CalendarAPI.Failure) -> CalendarAPI.FeedAddress.Reply

    /// What a feed shows to whoever has its key: who is away in the twelve months to come, without why and without clients. The language is the
    /// directory's. Everybody may ask.
    @Sendable func showFeed(
        _ request: CalendarAPI.ShowFeed, _ caller: VarlinkCaller<CalendarAPI.ShowFeed>
    ) async throws(CalendarAPI.Failure) -> CalendarAPI.ShowFeed.Reply
}
