import MajorAPI
import Records
import Routing
import Switchboard
import Time
import Wording

extension RosterAPI.Failure {
    /// The one place where a refusal becomes an error of the interface.
    ///
    /// - Parameters:
    ///   - requester: Who is told.
    ///   - denied: What whoever lacks a right is told.
    init(
        _ refusal: RosterRefusal, to requester: Requester, in table: RoutingTable, at now: Instant,
        denied: (Right) -> RosterAPI.Failure
    ) {
        let isManager = requester.isManager ? true : nil
        let clock = table.clock
        let words = PeriodWords(TimeWords(now: clock.local(now), zone: clock.zone, clock: clock))
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
                .period(
                    TimeWords(now: clock.local(start), clock: clock).noLength(clock.local(start)), .noLength, start,
                    end, clock)
            case .endsBeforeStart(let start, let end):
                .period(
                    TimeWords(now: clock.local(start), clock: clock).endsBeforeStart(
                        clock.local(start), clock.local(end)),
                    .endsBeforeStart, start, end, clock)
            case .endsInThePast(let end):
                .period(TimeWords(now: clock.local(end), clock: clock).over(clock.local(end)), .over, nil, end, clock)
            case .pauseOutOfRange: .invalidPeriod(.init(reason: DurationWords().pauseRefused, kind: .pauseLength))
            case .leaveTooLong: .invalidPeriod(.init(reason: DurationWords().leaveRefused, kind: .leaveLength))
            case .noteTooLong(let limit):
                .invalidNote(.init(reason: NoteWords().tooLong(limit: limit), kind: .tooLong, limit: limit))
            case .noteNotShowable: .invalidNote(.init(reason: NoteWords().notShowable, kind: .notShowable))
            case .leaveWithoutEnd: .period(words.noEnd, .noEnd)
            case .sicknessOutOfRange(let earliest):
                .period(words.sicknessStart(earliest: clock.local(earliest)), .sicknessStart) {
                    $0.from = clock.rfc3339(earliest)
                    $0.timeZone = clock.zone
                }
            case .neverHappens(let series, let first, let last):
                .period(
                    SeriesWords(TimeWords(now: clock.local(now))).never(
                        series, from: first, through: last, clock),
                    .neverHappens
                ) {
                    $0.from = clock.rfc3339(clock.instant(first, .startOfDay))
                    $0.until = clock.rfc3339(clock.instant(last.advanced(by: 1), .startOfDay))
                    $0.timeZone = clock.zone
                    $0.series = RosterAPI.Series(series, from: now, clock)
                }
            case .alreadyAway(let absence, _): .alreadyAway(.init(absence: message(absence), timeZone: clock.zone))
            case .hasBegun(let absence):
                .period(words.hasBegun("\(absence.id)"), .hasBegun) { $0.absence = "\(absence.id)" }
            case .changesNothing(let absence, _):
                .period(words.noChange("\(absence.id)"), .noChange) { $0.absence = "\(absence.id)" }
            case .notSeries(let absence, _):
                .period(words.noSeries("\(absence.id)"), .noSeries) { $0.absence = "\(absence.id)" }
            case .comesBack(let absence, let next):
                .period(
                    words.comesBack("\(absence.id)", nil, on: next.map { clock.day(of: $0.start) }).joined(
                        separator: " "), .comesBack
                ) {
                    $0.absence = "\(absence.id)"
                    $0.series = absence.series.map { RosterAPI.Series($0, from: absence.start, clock) }
                    $0.until = absence.end.map(clock.rfc3339)
                    $0.next = next.map { clock.rfc3339($0.start) }
                    $0.timeZone = clock.zone
                }
            case .noOccurrence(let absence, let day, let next):
                .period(
                    words.noOccurrence("\(absence.id)", on: day, next: next.map { clock.day(of: $0.start) }),
                    .noOccurrence
                ) {
                    $0.absence = "\(absence.id)"
                    $0.from = clock.rfc3339(clock.instant(day, .startOfDay))
                    $0.next = next.map { clock.rfc3339($0.start) }
                    $0.timeZone = clock.zone
                }
            case .opensGaps(let consequences, let agent): .gaps(consequences, agent, table, isManager)
            case .deputyIsNeeded(let deputyship, let gaps, _): .needed(deputyship, gaps, table, isManager)
            case .unknownClient(let client):
                .unknownClient(.init(client: client, known: table.clients.map(\.client.id.description)))
            case .ownDeputy(let agent):
                .period(DeputyWords(TimeWords(now: clock.local(now))).standsInForHimself(agent.name), .ownDeputy) {
                    $0.agentName = agent.name
                }
            case .unknownDeputyship(let id): .unknownDeputyship(.init(deputyship: String(id)))
            case .alreadyDeputy(let deputyship):
                .alreadyDeputy(
                    .init(
                        deputyship: RosterAPI.Deputyship(deputyship, in: table, for: Self.nobody), timeZone: clock.zone)
                )
            case .notEmployed(let agent):
                .notEmployed(.init(agent: agent.id.description, agentName: agent.name))
            case .oneStretch(let absence): .oneStretch(.init(absence: String(absence.id)))
            case .requestHasBegun: .period(words.requestBegun, .requestBegun)
            case .alreadyAsked(let id): .alreadyAsked(.init(request: String(id)))
            case .unknownRequest(let id): .unknownRequest(.init(request: String(id)))
            case .notWaiting(let request):
                .notWaiting(.init(request: RosterAPI.Request(request, in: table, at: now), timeZone: clock.zone))
            case .whyMissing:
                .invalidNote(.init(reason: NoteWords().whyMissing, kind: .whyMissing))
            case .ledger(let error): .ledgerUnavailable(.init(cause: "\(error)"))
            }
    }

    private static func period(
        _ reason: String, _ kind: RosterAPI.InvalidPeriod.Kind,
        _ tell: (inout RosterAPI.InvalidPeriod) -> Void = { _ in }
    ) -> Self {
        var period = RosterAPI.InvalidPeriod(reason: reason, kind: kind)
        tell(&period)
        return .invalidPeriod(period)
    }

    private static func period(
        _ reason: String, _ kind: RosterAPI.InvalidPeriod.Kind, _ start: Instant?, _ end: Instant, _ clock: ServiceClock
    ) -> Self {
        .invalidPeriod(
            .init(
                reason: reason, kind: kind, from: start.map(clock.rfc3339), until: clock.rfc3339(end),
                timeZone: clock.zone))
    }

    private static func gaps(
        _ consequences: AbsenceConsequences, _ agent: Agent, _ table: RoutingTable, _ isManager: Bool?
    ) -> Self {
        let told = AbsenceConsequences.messages(consequences.opened, in: table)
        return .opensGaps(
            .init(
                gaps: told.gaps, moreClients: told.moreClients, timeZone: table.clock.zone,
                agent: agent.id.description, agentName: agent.name,
                allowed: consequences.allowed.prefix(400).map { RosterAPI.Period($0, table.clock) }, manager: isManager)
        )
    }

    /// A refusal tells no notes.
    private static let nobody = Requester(user: "", uid: .max, isManager: false, isPBX: false)

    private static func needed(
        _ deputyship: Deputyship, _ gaps: [ClientGap], _ table: RoutingTable, _ isManager: Bool?
    ) -> Self {
        let told = AbsenceConsequences.messages(gaps, in: table)
        return .deputyIsNeeded(
            .init(
                deputyship: RosterAPI.Deputyship(deputyship, in: table, for: Self.nobody), gaps: told.gaps,
                moreClients: told.moreClients, timeZone: table.clock.zone, manager: isManager))
    }
}
