import MajorAPI
import Records
import Routing
import Switchboard
import Time

extension ReportsAPI.Digest.Reply {
    /// How many gaps are told one by one: nobody reads more in a mail.
    private static let gapLimit = 200

    private static let missedLimit = 50

    /// - Parameters:
    ///   - stale: Calendars that were read too long ago.
    ///   - missed: The calls that nobody has called back yet.
    init(
        _ digest: Digest, stale: [CalendarStandings.Stale], missed: [MissedCall], in table: RoutingTable,
        at now: Instant
    ) {
        let clock = table.clock
        func name(_ agent: AgentID) -> String { table.agent(agent)?.agent.name ?? agent.description }
        func client(_ id: ClientID) -> String { table.client(id)?.client.name ?? id.description }
        let settings = table.directory.settings
        self.init(
            now: clock.rfc3339(now), timeZone: clock.zone, language: settings.language.rawValue,
            mails: settings.managers.compactMap(\.email), gapsUntil: "\(digest.gapsUntil)",
            gaps: digest.gaps.prefix(Self.gapLimit).map { gap in
                let client = gap.client.client
                return ReportsAPI.DigestGap(
                    client: client.id.description, clientName: client.name,
                    from: clock.rfc3339(gap.run.interval.start), until: clock.rfc3339(gap.run.interval.end),
                    days: gap.run.count > 1 ? gap.run.count : nil)
            }, moreGaps: digest.gaps.dropFirst(Self.gapLimit).count, aloneUntil: "\(digest.aloneUntil)",
            alone: digest.alone.map { alone in
                ReportsAPI.DigestAlone(
                    client: alone.client.description, clientName: alone.clientName, agent: alone.backup.id.description,
                    agentName: alone.backup.name, firstDay: "\(alone.first)", lastDay: "\(alone.last)")
            },
            requests: digest.requests.map { request in
                ReportsAPI.DigestRequest(
                    request: String(request.id), agent: request.leave.agent.description,
                    agentName: name(request.leave.agent), from: clock.rfc3339(request.leave.start),
                    until: request.leave.end.map(clock.rfc3339), askedAt: clock.rfc3339(request.leave.enteredAt),
                    deputyName: request.deputy.map(name), lapsed: request.hasLapsed(at: now))
            }, reviewAfterDays: Int(settings.reviewAfter.count / Milliseconds.days(1).count),
            sicknesses: digest.sicknesses.map { absence in
                ReportsAPI.DigestSickness(
                    absence: String(absence.id), agent: absence.agent.description, agentName: name(absence.agent),
                    since: clock.rfc3339(absence.start))
            },
            agreementDays: Digest.agreementDays,
            agreements: digest.endingAgreements.map { entry, last in
                ReportsAPI.DigestAgreement(
                    client: entry.client.id.description, clientName: entry.client.name,
                    title: entry.client.agreement.title, lastDay: "\(last)")
            },
            introductions: digest.introductions.map { introduction in
                let client = introduction.client.client
                return ReportsAPI.DigestIntroduction(
                    client: client.id.description, clientName: client.name, from: introduction.from.map { "\($0)" })
            },
            orphans: digest.orphans.map {
                ReportsAPI.DigestOrphan(absence: String($0.id), agent: $0.agent.description)
            },
            departures: digest.departures.map { departure in
                ReportsAPI.DigestDeparture(
                    agent: departure.agent.id.description, agentName: departure.agent.name,
                    lastDay: "\(departure.last)",
                    clients: departure.clients.map {
                        ReportsAPI.NamedClient(client: $0.client.id.description, clientName: $0.client.name)
                    })
            },
            deputyshipEnds: digest.earlyEnds.map { end in
                let member = end.deputyship.member
                let client = end.client?.client ?? end.deputyship.client.flatMap { table.client($0)?.client }
                return ReportsAPI.DigestDeputyshipEnd(
                    deputyship: String(end.deputyship.id), deputy: end.deputyship.deputy.description,
                    deputyName: name(end.deputyship.deputy), agent: member?.description, agentName: member.map(name),
                    client: client?.id.description, clientName: client?.name,
                    cause: .init(word: end.cause.rawValue),
                    lastDay: "\(clock.day(of: end.at.advanced(by: Milliseconds(-1))))")
            },
            calendars: stale.map { stale in
                ReportsAPI.DigestCalendar(
                    agent: stale.calendar.agent.description, agentName: stale.agentName,
                    source: stale.calendar.source, read: stale.read.map(clock.rfc3339), why: stale.failure)
            },
            missed: missed.prefix(Self.missedLimit).map { missed in
                ReportsAPI.DigestMissed(
                    missed: String(missed.id), client: missed.client.description,
                    clientName: client(missed.client), at: clock.rfc3339(missed.first),
                    due: missed.due.map(clock.rfc3339), overdue: missed.isOverdue(at: now))
            }, moreMissed: missed.count > Self.missedLimit ? missed.count - Self.missedLimit : nil,
            cases: digest.orphanedCases.map { file in
                ReportsAPI.DigestCase(
                    case: String(file.id), reference: file.reference, client: file.client.description,
                    clientName: client(file.client), holder: file.holder.description, holderName: name(file.holder))
            })
    }
}
