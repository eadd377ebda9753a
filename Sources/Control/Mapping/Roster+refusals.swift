import MajorAPI
import Records
import Routing
import Switchboard
import Time
import Wording

extension RosterAPI.Failure {
    /// The one place where a refusal becomes an error of the interface.
    ///
    /// - Parameter denied: What whoever lacks a right is told.
    init(_ refusal: RosterRefusal, _ clock: ServiceClock, denied: (Right) -> RosterAPI.Failure) {
        self =
            switch refusal {
            case .notAllowed(let right): denied(right)
            case .unknownAgent(let agent, let known): .unknownAgent(.init(agent: agent, known: known))
            case .notAnAgent(let user): .notAnAgent(.init(user: user))
            case .unknownAbsence(let id): .unknownAbsence(.init(absence: String(id)))
            case .absenceOver(let ended, let agentName):
                .absenceOver(
                    .init(
                        absence: String(ended.absence.id), agentName: agentName,
                        cancelled: ended.absence.interval == nil, at: clock.rfc3339(ended.at), by: ended.by,
                        timeZone: clock.zone))
            case .notOrphaned(let id, let agent):
                .notOrphaned(.init(absence: String(id), agent: agent.id.description, agentName: agent.name))
            case .notAbsent(let agent): .notAbsent(.init(agent: agent.id.description, agentName: agent.name))
            case .notBusy(let agent): .notBusy(.init(agent: agent.id.description, agentName: agent.name))
            case .endsBeforeStart(let start, let end) where start == end:
                .period(TimeWords(now: clock.local(start)).noLength(clock.local(start)), .noLength, start, end, clock)
            case .endsBeforeStart(let start, let end):
                .period(
                    TimeWords(now: clock.local(start)).endsBeforeStart(clock.local(start), clock.local(end)),
                    .endsBeforeStart, start, end, clock)
            case .endsInThePast(let end):
                .period(TimeWords(now: clock.local(end)).over(clock.local(end)), .over, nil, end, clock)
            case .pauseOutOfRange: .invalidPeriod(.init(reason: DurationWords().pauseRefused, kind: .pauseLength))
            case .leaveTooLong: .invalidPeriod(.init(reason: DurationWords().leaveRefused, kind: .leaveLength))
            case .noteTooLong(let limit):
                .invalidNote(.init(reason: NoteWords().tooLong(limit: limit), kind: .tooLong, limit: limit))
            case .noteNotShowable: .invalidNote(.init(reason: NoteWords().notShowable, kind: .notShowable))
            case .opensGaps(let consequences): .gaps(consequences, clock)
            case .ledger(let error): .ledgerUnavailable(.init(cause: "\(error)"))
            }
    }

    private static func period(
        _ reason: String, _ kind: RosterAPI.InvalidPeriod.Kind, _ start: Instant?, _ end: Instant, _ clock: ServiceClock
    ) -> Self {
        .invalidPeriod(
            .init(
                reason: reason, kind: kind, from: start.map(clock.rfc3339), until: clock.rfc3339(end),
                timeZone: clock.zone))
    }

    private static func gaps(_ consequences: AbsenceConsequences, _ clock: ServiceClock) -> Self {
        let told = AbsenceConsequences.messages(consequences.opened, clock)
        return .opensGaps(.init(gaps: told.gaps, moreClients: told.moreClients, timeZone: clock.zone))
    }
}
