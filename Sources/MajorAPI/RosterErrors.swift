package import Varlink

/// The errors of `org.majord.Roster` by name.
package enum RosterErrorName {
    package static let unknownAgent = "org.majord.Roster.UnknownAgent"
    package static let notAnAgent = "org.majord.Roster.NotAnAgent"
    package static let unknownAbsence = "org.majord.Roster.UnknownAbsence"
    package static let absenceOver = "org.majord.Roster.AbsenceOver"
    package static let notOrphaned = "org.majord.Roster.NotOrphaned"
    package static let notAbsent = "org.majord.Roster.NotAbsent"
    package static let notBusy = "org.majord.Roster.NotBusy"
    package static let invalidPeriod = "org.majord.Roster.InvalidPeriod"
    package static let invalidNote = "org.majord.Roster.InvalidNote"
    package static let opensGaps = "org.majord.Roster.OpensGaps"
    package static let ledgerUnavailable = "org.majord.Roster.LedgerUnavailable"
}

extension VarlinkError {
    /// An error with a Codable type's members as its parameters.
    package init(_ name: String, encoding parameters: some Encodable) {
        self.init(name: name, parameters: (try? JSONObject(encoding: parameters)) ?? [:])
    }
}

/// The parameters of `org.majord.Roster.OpensGaps`.
package struct GapsMessage: Codable, Sendable, Equatable {
    package var gaps: [RosterAPI.Gap]
    /// How many clients with gaps are left out.
    package var moreClients: Int?
    package var timeZone: String

    package init(gaps: [RosterAPI.Gap], moreClients: Int? = nil, timeZone: String) {
        self.gaps = gaps
        self.moreClients = moreClients
        self.timeZone = timeZone
    }

    enum CodingKeys: String, CodingKey {
        case gaps
        case moreClients = "more_clients"
        case timeZone = "time_zone"
    }
}

/// The parameters of `org.majord.Roster.AbsenceOver`.
package struct AbsenceOverMessage: Codable, Sendable, Equatable {
    package var absence: String
    package var agentName: String
    package var cancelled: Bool
    package var at: String
    package var by: String?
    package var timeZone: String

    package init(absence: String, agentName: String, cancelled: Bool, at: String, by: String?, timeZone: String) {
        self.absence = absence
        self.agentName = agentName
        self.cancelled = cancelled
        self.at = at
        self.by = by
        self.timeZone = timeZone
    }

    enum CodingKeys: String, CodingKey {
        case absence, cancelled, at, by
        case agentName = "agent_name"
        case timeZone = "time_zone"
    }
}
