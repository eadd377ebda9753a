package import Varlink

/// The errors of `org.majord.Roster` by name.
package enum RosterErrorName {
    package static let unknownAgent = "org.majord.Roster.UnknownAgent"
    package static let notAnAgent = "org.majord.Roster.NotAnAgent"
    package static let unknownAbsence = "org.majord.Roster.UnknownAbsence"
    package static let notAbsent = "org.majord.Roster.NotAbsent"
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

    package init(gaps: [RosterAPI.Gap]) {
        self.gaps = gaps
    }
}
