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
    init(
        _ refusal: RosterRefusal, in table: RoutingTable, at now: Instant, denied: (Right) -> RosterAPI.Failure
    ) {
        let clock = table.clock
        func message(_ absence: Absence) -> RosterAPI.Absence {
            RosterAPI.Absence(absence, in: table, showsWhy: true, at: now)
        }
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
            case .leaveWithoutEnd:
                .period("leave has an end; only hours that come back every week may go on without one")
            case .sicknessOutOfRange(let earliest):
                .period(
                    "sickness begins now, or since \(clock.noted(earliest)) at the earliest; for days to come, plan leave"
                )
            case .neverHappens(let series, let first, let last):
                .period(
                    SeriesWords(TimeWords(now: clock.local(now))).never(
                        Weekday.allCases.filter { !series.hours[$0].isEmpty }, from: first, through: last))
            case .alreadyAway(let absence, _): .alreadyAway(.init(absence: message(absence), timeZone: clock.zone))
            case .hasBegun(let absence):
                .period(
                    "absence \(absence.id) has begun, so its start stays; give it another end, or end it with back or cancel"
                )
            case .changesNothing(let absence, _): .period("absence \(absence.id) is that already")
            case .notSeries(let absence, _):
                .period(
                    "absence \(absence.id) does not come back, so it has no days to cancel by themselves; change or cancel it"
                )
            case .noOccurrence(let absence, let day, let next):
                .period(
                    "absence \(absence.id) has nothing left on \(day.spelled())"
                        + (next.map { "; it comes next on \(clock.day(of: $0.start).spelled())" } ?? ""))
            case .opensGaps(let consequences, let agent): .gaps(consequences, agent, table)
            case .deputyIsNeeded(let deputyship, let gaps, let name): .needed(deputyship, gaps, name, table)
            case .unknownClient(let client): .unknownClient(.init(client: client))
            case .ownDeputy(let agent): .period("\(agent.name) cannot stand in for \(agent.name)")
            case .unknownDeputyship(let id): .unknownDeputyship(.init(deputyship: String(id)))
            case .alreadyDeputy(let deputyship):
                .alreadyDeputy(
                    .init(
                        deputyship: RosterAPI.Deputyship(deputyship, in: table, for: Self.nobody), timeZone: clock.zone)
                )
            case .notEmployed(let agent):
                .notEmployed(.init(agent: agent.id.description, agentName: agent.name))
            case .oneStretch(let absence): .oneStretch(.init(absence: String(absence.id)))
            case .requestHasBegun: .period("only leave to come can be asked for")
            case .alreadyAsked(let id): .alreadyAsked(.init(request: String(id)))
            case .unknownRequest(let id): .unknownRequest(.init(request: String(id)))
            case .notWaiting(let request):
                .notWaiting(.init(request: RosterAPI.Request(request, in: table, at: now), timeZone: clock.zone))
            case .whyMissing: .invalidNote(.init(reason: "say why"))
            case .ledger(let error): .ledgerUnavailable(.init(cause: "\(error)"))
            }
    }

    private static func period(_ reason: String) -> Self { .invalidPeriod(.init(reason: reason)) }

    private static func period(
        _ reason: String, _ kind: RosterAPI.InvalidPeriod.Kind, _ start: Instant?, _ end: Instant, _ clock: ServiceClock
    ) -> Self {
        .invalidPeriod(
            .init(
                reason: reason, kind: kind, from: start.map(clock.rfc3339), until: clock.rfc3339(end),
                timeZone: clock.zone))
    }

    private static func gaps(_ consequences: AbsenceConsequences, _ agent: Agent, _ table: RoutingTable) -> Self {
        let told = AbsenceConsequences.messages(consequences.opened, in: table)
        return .opensGaps(
            .init(
                gaps: told.gaps, moreClients: told.moreClients, timeZone: table.clock.zone,
                agent: agent.id.description, agentName: agent.name,
                allowed: consequences.allowed.prefix(20).map { RosterAPI.Period($0, table.clock) }))
    }

    /// A refusal tells no notes.
    private static let nobody = Requester(user: "", uid: .max, isManager: false, isPBX: false)

    private static func needed(
        _ deputyship: Deputyship, _ gaps: [ClientGap], _ name: String?, _ table: RoutingTable
    ) -> Self {
        let told = AbsenceConsequences.messages(gaps, in: table)
        return .deputyIsNeeded(
            .init(
                deputyship: RosterAPI.Deputyship(deputyship, in: table, for: Self.nobody), gaps: told.gaps,
                moreClients: told.moreClients, timeZone: table.clock.zone))
    }
}
