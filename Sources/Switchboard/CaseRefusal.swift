package import Records
package import Routing

/// Why a case was not opened or changed. Nothing was changed.
package enum CaseRefusal: Error, Sendable {
    case notAllowed(Right)
    /// No client has this identifier; the nearest that there is.
    case unknownClient(String, nearest: String?)
    /// No agent has this identifier; `known` are those there are.
    case unknownAgent(String, known: [String])
    /// The requester named no holder, and is no agent himself.
    case noHolder
    /// The client has no contact of this name; those there are.
    case unknownContact(String, of: Client, known: [String])
    /// A reference that is no line of 1 to 100 bytes to be shown (`Switchboard.isReference`).
    case invalidReference
    /// A note that is no line of 1 to 2,000 bytes to be shown.
    case invalidNote
    /// Another client's open case has the reference.
    case referenceTaken(Case, clientName: String?)
    /// No open case has this number or reference.
    case unknownCase(String)
    /// The case of this number or reference is closed.
    case closedCase(String, KeptCaseFile)
    /// No open missed call has this number.
    case unknownMissedCall(String)
    /// The missed call of this number is done.
    case doneMissedCall(String, MissedCall.Closing)
    /// No call has this id, or none that the requester may see.
    case unknownCall(String)
    /// The agent holds the case already.
    case alreadyHolds(Case, Agent)
    /// He holds none.
    case holdsNothing(AgentID)
    case ledger(LedgerError)
}
