/// The messages of `org.majord.Roster`; what they mean stands in its interface definition.
package enum RosterAPI {
    package static let interface = "org.majord.Roster"
    package static let status = "org.majord.Roster.Status"
    package static let listAbsences = "org.majord.Roster.ListAbsences"
    package static let reportSick = "org.majord.Roster.ReportSick"
    package static let planLeave = "org.majord.Roster.PlanLeave"
    package static let pause = "org.majord.Roster.Pause"
    package static let comeBack = "org.majord.Roster.Return"
    package static let release = "org.majord.Roster.Release"
    package static let cancel = "org.majord.Roster.Cancel"
    package static let give = "org.majord.Roster.Give"

    /// What those read who may not know why an agent is away.
    package static let away = "away"

    /// What is asked of the status.
    package struct StatusRequest: Codable, Sendable, Equatable {
        /// Whether it is to tell how each client stands.
        package var clients: Bool?

        package init(clients: Bool? = nil) {
            self.clients = clients
        }
    }

    /// What is said of an absence to come; each method uses the members that it describes.
    package struct Request: Codable, Sendable, Equatable {
        package var agent: String?
        package var from: String?
        package var until: String?
        package var seconds: Int?
        package var note: String?
        package var override: Bool?
        package var absence: String?

        package init(
            agent: String? = nil, from: String? = nil, until: String? = nil, seconds: Int? = nil, note: String? = nil,
            override: Bool? = nil, absence: String? = nil
        ) {
            self.agent = agent
            self.from = from
            self.until = until
            self.seconds = seconds
            self.note = note
            self.override = override
            self.absence = absence
        }
    }

    package struct Absence: Codable, Sendable, Equatable {
        package var id: String
        package var agent: String
        package var agentName: String
        package var kind: String
        package var from: String
        package var until: String?
        package var enteredBy: String?
        package var enteredAt: String?
        package var note: String?
        /// True when the directory does not have the agent; else missing.
        package var orphan: Bool?

        package init(
            id: String, agent: String, agentName: String, kind: String, from: String, until: String?,
            enteredBy: String?, enteredAt: String?, note: String?, orphan: Bool?
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
        }

        enum CodingKeys: String, CodingKey {
            case id, agent, kind, from, until, note, orphan
            case agentName = "agent_name"
            case enteredBy = "entered_by"
            case enteredAt = "entered_at"
        }
    }

    package struct Away: Codable, Sendable, Equatable {
        package var from: String
        package var until: String?
        package var absences: [Absence]

        package init(from: String, until: String?, absences: [Absence]) {
            self.from = from
            self.until = until
            self.absences = absences
        }
    }

    package struct Takeover: Codable, Sendable, Equatable {
        package var client: String
        package var clientName: String
        package var agent: String?
        package var agentName: String?
        package var always: Bool

        package init(
            client: String, clientName: String, agent: String? = nil, agentName: String? = nil, always: Bool = true
        ) {
            self.client = client
            self.clientName = clientName
            self.agent = agent
            self.agentName = agentName
            self.always = always
        }

        enum CodingKeys: String, CodingKey {
            case client, agent, always
            case clientName = "client_name"
            case agentName = "agent_name"
        }
    }

    package struct Gap: Codable, Sendable, Equatable {
        package var client: String
        package var clientName: String
        package var from: String
        package var until: String
        package var standIns: [String]
        /// How many later stretches of the client are left out behind this one, and when the last of them ends.
        package var more: Int?
        package var moreUntil: String?

        package init(
            client: String, clientName: String, from: String, until: String, standIns: [String], more: Int? = nil,
            moreUntil: String? = nil
        ) {
            self.client = client
            self.clientName = clientName
            self.from = from
            self.until = until
            self.standIns = standIns
            self.more = more
            self.moreUntil = moreUntil
        }

        enum CodingKeys: String, CodingKey {
            case client, from, until, more
            case clientName = "client_name"
            case standIns = "stand_ins"
            case moreUntil = "more_until"
        }
    }

    package struct Entered: Codable, Sendable, Equatable {
        package var absence: Absence
        package var away: Away?
        package var takeovers: [Takeover]
        package var gaps: [Gap]
        /// How many clients with gaps are left out.
        package var moreClients: Int?
        package var generation: UInt64

        package init(
            absence: Absence, away: Away?, takeovers: [Takeover], gaps: [Gap], moreClients: Int? = nil,
            generation: UInt64
        ) {
            self.absence = absence
            self.away = away
            self.takeovers = takeovers
            self.gaps = gaps
            self.moreClients = moreClients
            self.generation = generation
        }

        enum CodingKeys: String, CodingKey {
            case absence, away, takeovers, gaps, generation
            case moreClients = "more_clients"
        }
    }

    package struct Returned: Codable, Sendable, Equatable {
        package var agent: String
        package var agentName: String
        package var ended: [Absence]
        package var away: Away?
        package var generation: UInt64

        package init(agent: String, agentName: String, ended: [Absence], away: Away?, generation: UInt64) {
            self.agent = agent
            self.agentName = agentName
            self.ended = ended
            self.away = away
            self.generation = generation
        }

        enum CodingKeys: String, CodingKey {
            case agent, ended, away, generation
            case agentName = "agent_name"
        }
    }

    /// An agent who was freed, and the calls that had kept him busy.
    package struct Released: Codable, Sendable, Equatable {
        package var agent: String
        package var agentName: String
        package var calls: [StatusMessage.OngoingCall]

        package init(agent: String, agentName: String, calls: [StatusMessage.OngoingCall]) {
            self.agent = agent
            self.agentName = agentName
            self.calls = calls
        }

        enum CodingKeys: String, CodingKey {
            case agent, calls
            case agentName = "agent_name"
        }
    }

    package struct Absences: Codable, Sendable, Equatable {
        package var absences: [Absence]

        package init(absences: [Absence]) {
            self.absences = absences
        }
    }
}
