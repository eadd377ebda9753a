// Made by scripts/generate-api from Sources/MajorAPI/Interfaces/org.majord.Calendar.varlink: change that, and run `make generate`.

package import Varlink

/// Agents' calendars: leave that comes in from them, and who is away and who covers, for calendars outside.
package enum CalendarAPI {
    package static let name = "org.majord.Calendar"

    // Instants are RFC 3339 texts with the offset of the service's time zone.

    /// A stretch of a calendar that counts as leave. The UID, with the place in its series where it is of one (recurrence), identifies it over
    /// all versions of the calendar.
    package struct Entry: Codable, Sendable, Equatable {
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
    }

    /// Leave that a calendar has changed, or would change. Of new leave that is not entered there is no absence yet; of leave that is gone, what
    /// it was.
    package struct Change: Codable, Sendable, Equatable {
        package enum What: VarlinkWord {
            case new
            case changed
            case gone
            /// A word that this version does not know.
            case other(String)

            package init(word: String) {
                switch word {
                case "new": self = .new
                case "changed": self = .changed
                case "gone": self = .gone
                default: self = .other(word)
                }
            }

            package var word: String {
                switch self {
                case .new: "new"
                case .changed: "changed"
                case .gone: "gone"
                case .other(let word): word
                }
            }
        }

        package var what: What
        package var absence: String?
        package var uid: String
        package var recurrence: String?
        package var from: String
        package var until: String
        package var wasFrom: String?
        package var wasUntil: String?

        package init(
            what: What,
            absence: String? = nil,
            uid: String,
            recurrence: String? = nil,
            from: String,
            until: String,
            wasFrom: String? = nil,
            wasUntil: String? = nil
        ) {
            self.what = what
            self.absence = absence
            self.uid = uid
            self.recurrence = recurrence
            self.from = from
            self.until = until
            self.wasFrom = wasFrom
            self.wasUntil = wasUntil
        }

        private enum CodingKeys: String, CodingKey {
            case what
            case absence
            case uid
            case recurrence
            case from
            case until
            case wasFrom = "was_from"
            case wasUntil = "was_until"
        }
    }

    /// A client who has nobody at times because of what was imported; more: so many later stretches are left out.
    package struct Gap: Codable, Sendable, Equatable {
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

        private enum CodingKeys: String, CodingKey {
            case client
            case clientName = "client_name"
            case from
            case until
            case more
        }
    }

    /// Takes all leave of an agent's calendar, as it stands there: what is new is entered, what is another time is changed, what is gone is
    /// cancelled; what is over, what was entered by hand, and what people have changed of it stay. All of it is one change. It is in force like
    /// sickness, whatever gaps it opens. Events: how many the calendar has, whatever they mean; without any nothing is changed where leave is to
    /// come. Without an agent: the caller's own. A dry run changes nothing.
    package struct Import: VarlinkRequest, Equatable {
        package static let method = "org.majord.Calendar.Import"
        package static let parameters: Set<String> = ["agent", "source", "entries", "events", "dry_run"]
        package typealias Failure = CalendarAPI.Failure

        package var agent: String?
        package var source: String
        package var entries: [Entry]
        package var events: Int
        package var dryRun: Bool?

        package init(
            agent: String? = nil,
            source: String,
            entries: [Entry],
            events: Int,
            dryRun: Bool? = nil
        ) {
            self.agent = agent
            self.source = source
            self.entries = entries
            self.events = events
            self.dryRun = dryRun
        }

        private enum CodingKeys: String, CodingKey {
            case agent
            case source
            case entries
            case events
            case dryRun = "dry_run"
        }

        package struct Reply: Codable, Sendable, Equatable {
            package var agent: String
            package var agentName: String
            package var changes: [Change]
            package var same: Int
            package var gaps: [Gap]
            package var moreClients: Int?
            package var generation: Int
            package var timeZone: String

            package init(
                agent: String,
                agentName: String,
                changes: [Change],
                same: Int,
                gaps: [Gap],
                moreClients: Int? = nil,
                generation: Int,
                timeZone: String
            ) {
                self.agent = agent
                self.agentName = agentName
                self.changes = changes
                self.same = same
                self.gaps = gaps
                self.moreClients = moreClients
                self.generation = generation
                self.timeZone = timeZone
            }

            private enum CodingKeys: String, CodingKey {
                case agent
                case agentName = "agent_name"
                case changes
                case same
                case gaps
                case moreClients = "more_clients"
                case generation
                case timeZone = "time_zone"
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

        package struct Reply: Codable, Sendable, Equatable {
            package init() {}
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

        package struct Reply: Codable, Sendable, Equatable {
            package var source: String
            package var url: String

            package init(
                source: String,
                url: String
            ) {
                self.source = source
                self.url = url
            }
        }
    }

    /// Who gets a client's calls for a stretch of service time; without an agent: nobody.
    package struct Cover: Codable, Sendable, Equatable {
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

        private enum CodingKeys: String, CodingKey {
            case client
            case clientName = "client_name"
            case from
            case until
            case agent
            case agentName = "agent_name"
            case role
        }
    }

    /// An agent who is away, and who gets the calls of his clients meanwhile; why is never told. Without an end: until further notice.
    package struct Away: Codable, Sendable, Equatable {
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

        private enum CodingKeys: String, CodingKey {
            case agent
            case agentName = "agent_name"
            case from
            case until
            case covers
        }
    }

    /// Who is away and who covers in the twelve months to come, from the very decisions: of one agent, of one client (covers: whoever is not the
    /// first of its pair, and when nobody is there), or of all agents; more: so many later absences are left out. For agents and managers.
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

        package struct Reply: Codable, Sendable, Equatable {
            package var timeZone: String
            package var now: String
            package var until: String
            package var name: String?
            package var away: [Away]
            package var covers: [Cover]
            package var more: Int?

            package init(
                timeZone: String,
                now: String,
                until: String,
                name: String? = nil,
                away: [Away],
                covers: [Cover],
                more: Int? = nil
            ) {
                self.timeZone = timeZone
                self.now = now
                self.until = until
                self.name = name
                self.away = away
                self.covers = covers
                self.more = more
            }

            private enum CodingKeys: String, CodingKey {
                case timeZone = "time_zone"
                case now
                case until
                case name
                case away
                case covers
                case more
            }
        }
    }

    /// The agent's entry in the directory names no calendar.
    package struct NoCalendar: Codable, Sendable, Equatable {
        package var agent: String
        package var agentName: String

        package init(
            agent: String,
            agentName: String
        ) {
            self.agent = agent
            self.agentName = agentName
        }

        private enum CodingKeys: String, CodingKey {
            case agent
            case agentName = "agent_name"
        }
    }

    /// The calendar has no event at all, while so many absences that it brought are to come.
    package struct NoEvents: Codable, Sendable, Equatable {
        package var expected: Int

        package init(
            expected: Int
        ) {
            self.expected = expected
        }
    }

    /// An entry, or the source's name, makes no sense; the reason is a sentence.
    package struct InvalidCalendar: Codable, Sendable, Equatable {
        package var reason: String

        package init(
            reason: String
        ) {
            self.reason = reason
        }
    }

    /// Told only to those who may know the clients' ids.
    package struct UnknownClient: Codable, Sendable, Equatable {
        package var client: String
        package var known: [String]

        package init(
            client: String,
            known: [String]
        ) {
            self.client = client
            self.known = known
        }
    }

    /// The errors of the interface, with what they tell.
    package enum Failure: VarlinkFailure, Equatable {
        /// The agent's entry in the directory names no calendar.
        case noCalendar(NoCalendar)
        /// The calendar has no event at all, while so many absences that it brought are to come.
        case noEvents(NoEvents)
        /// An entry, or the source's name, makes no sense; the reason is a sentence.
        case invalidCalendar(InvalidCalendar)
        /// Told only to those who may know the clients' ids.
        case unknownClient(UnknownClient)
        /// One of the standard errors, or another interface's, or one that this version does not know.
        case other(VarlinkError)

        package init(_ error: VarlinkError) {
            switch error.name {
            case "org.majord.Calendar.NoCalendar":
                self = error.parameters.told().map(Self.noCalendar) ?? .other(error)
            case "org.majord.Calendar.NoEvents":
                self = error.parameters.told().map(Self.noEvents) ?? .other(error)
            case "org.majord.Calendar.InvalidCalendar":
                self = error.parameters.told().map(Self.invalidCalendar) ?? .other(error)
            case "org.majord.Calendar.UnknownClient":
                self = error.parameters.told().map(Self.unknownClient) ?? .other(error)
            default: self = .other(error)
            }
        }

        package var name: String {
            switch self {
            case .noCalendar: "org.majord.Calendar.NoCalendar"
            case .noEvents: "org.majord.Calendar.NoEvents"
            case .invalidCalendar: "org.majord.Calendar.InvalidCalendar"
            case .unknownClient: "org.majord.Calendar.UnknownClient"
            case .other(let error): error.name
            }
        }

        package var payload: any Encodable & Sendable {
            switch self {
            case .noCalendar(let told): told
            case .noEvents(let told): told
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
            ])
    }
}

/// What serves org.majord.Calendar: a function for each method.
package protocol CalendarMethods: Sendable {
    /// Takes all leave of an agent's calendar, as it stands there: what is new is entered, what is another time is changed, what is gone is
    /// cancelled; what is over, what was entered by hand, and what people have changed of it stay. All of it is one change. It is in force like
    /// sickness, whatever gaps it opens. Events: how many the calendar has, whatever they mean; without any nothing is changed where leave is to
    /// come. Without an agent: the caller's own. A dry run changes nothing.
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
    /// first of its pair, and when nobody is there), or of all agents; more: so many later absences are left out. For agents and managers.
    @Sendable func show(
        _ request: CalendarAPI.Show, _ caller: VarlinkCaller<CalendarAPI.Show>
    ) async throws(CalendarAPI.Failure) -> CalendarAPI.Show.Reply
}
