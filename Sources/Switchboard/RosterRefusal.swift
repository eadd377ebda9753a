package import Records
package import Routing
package import Time

/// Why a change of the roster was not made. Nothing was changed.
package enum RosterRefusal: Error, Sendable {
    /// The requester does not have this right.
    case notAllowed(Right)
    /// No agent has this identifier; `known` are those there are. Told only to those who may know them.
    case unknownAgent(String, known: [String])
    /// The requester named no agent, and is none himself.
    case notAnAgent(user: String)
    case endsBeforeStart(start: Instant, end: Instant)
    /// The end is already over.
    case endsInThePast(end: Instant)
    /// Leave is planned for two years at the most.
    case leaveTooLong
    /// A pause must last from one minute to a day.
    case pauseOutOfRange
    case noteTooLong(limit: Int)
    /// The note has control characters or more than one line.
    case noteNotShowable
    /// Leave that would leave clients without anybody; a manager may override.
    case opensGaps(AbsenceConsequences)
    /// The agent is not absent.
    case notAbsent(Agent)
    /// No call keeps the agent busy.
    case notBusy(Agent)
    case unknownAbsence(Int64)
    /// The absence has been ended or cancelled, or is over. The name is the agent's id where the directory does not have him.
    case absenceOver(EndedAbsence, agentName: String)
    /// Only an absence whose agent the directory does not have can be given to another agent.
    case notOrphaned(Int64, of: Agent)
    case ledger(LedgerError)
}
