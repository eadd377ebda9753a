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
    /// Leave without an end: only a series goes on.
    case leaveWithoutEnd
    /// A sickness begins now, or for managers up to then.
    case sicknessOutOfRange(earliest: Instant)
    /// A series that has no occurrence in its term.
    case neverHappens(WeeklySeries, from: CalendarDay, through: CalendarDay)
    /// The agent is away for all of it already.
    case alreadyAway(Absence, Agent)
    /// The absence has begun, so its start stays.
    case hasBegun(Absence)
    /// The absence is that already.
    case changesNothing(Absence, Agent)
    /// The absence is a series, and one day would be all of it; what there is of it on that day, where it happens then.
    case comesBack(Absence, on: Interval?)
    /// The absence is one stretch of time, and has no occurrences.
    case notSeries(Absence, agentName: String?)
    /// The series does not happen on this day, or is over then.
    case noOccurrence(Absence, on: CalendarDay, next: Interval?)
    /// Leave that would leave clients without anybody; a manager may override.
    case opensGaps(AbsenceConsequences, of: Agent)
    /// Nobody else is there for clients for whom a deputy stands in; a manager may override.
    case deputyIsNeeded(Deputyship, [ClientGap], deputyName: String?)
    case unknownClient(String)
    /// Nobody stands in for himself.
    case ownDeputy(Agent)
    case unknownDeputyship(Int64)
    /// The same deputy stands in there for all of that time already.
    case alreadyDeputy(Deputyship)
    /// The agent is employed at no time of it.
    case notEmployed(Agent)
    /// The absence is one stretch of time, of which no series can be made.
    case oneStretch(Absence)
    /// Only leave to come can be asked for.
    case requestHasBegun
    /// A request for the same leave waits.
    case alreadyAsked(Int64)
    case unknownRequest(Int64)
    /// The request has been decided or withdrawn, or has lapsed.
    case notWaiting(LeaveRequest)
    /// A request is declined with a reason.
    case whyMissing
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
