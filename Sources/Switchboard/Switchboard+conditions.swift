import DirectoryFiles
import Logging
import Records
import Routing
import Time

/// What is told once for as long as it holds: clients without anybody, errors in the files, calendars, what comes nearer.
extension Switchboard {
    /// Tells what has come about, and notes what is over. To be called every few seconds, and after what may have changed it.
    package func watchConditions() async {
        let (instant, table) = (now(), table)
        var undecided: Set<String> = []
        var holding: [NewEvent] = []
        // Of the files each site tells its own.
        let isTeller = isTeller
        for (entry, state) in table.clientStates(at: instant) where isTeller {
            switch state {
            case .uncovered: holding.append(uncovered(entry, table, at: instant))
            // A gap goes on over the night: whoever is away in the morning still was told of.
            case .closed: undecided.insert(NewEvent.mark(.clientUncovered, entry.client.id))
            case .covered, .withoutAgreement: break
            }
        }
        if isTeller {
            holding +=
                calendarConditions(table, at: instant) + requestConditions(table, at: instant)
                + changesAhead(table, at: instant) + orphanConditions(table, at: instant)
        }
        let areFilesBroken = refusal != nil || health.lastGood != nil
        let steps = conditions.look(holding + directoryConditions(at: instant)) { mark in
            guard isOfFiles(mark) else { return !isTeller || undecided.contains(mark) }
            // One without a site was told when there was one alone.
            let isOwn = mark.hasSuffix(siteMark) || isTeller && !mark.contains("@")
            return !isOwn
                || areFilesBroken && mark.hasPrefix(Event.Kind.directoryRefused.rawValue)
        }
        for case .tell(let event) in steps { report(event, table) }
        await tell(steps: steps)
    }

    /// Tells of clients whom something else than a change of the roster leaves without anybody, such as other files.
    func tellUncovered(_ gaps: [(client: ClientEntry, stretches: [Interval])]) async {
        await tell(uncovered(gaps))
    }

    /// What is to be told of it, which counts as told from now on.
    func uncovered(_ gaps: [(client: ClientEntry, stretches: [Interval])]) -> [NewEvent] {
        let instant = now()
        return conditions.take(gaps.compactMap { .uncovered($0, $1, at: instant) })
    }

    // MARK: - What holds

    private func uncovered(_ entry: ClientEntry, _ table: RoutingTable, at instant: Instant) -> NewEvent {
        let mark = NewEvent.mark(.clientUncovered, entry.client.id)
        // How long it lasts is looked up when it is told, and not every time that it still holds.
        let gap = conditions.marks.contains(mark) ? nil : table.gap(of: entry, at: instant)
        return NewEvent(
            .clientUncovered, at: instant,
            Event.About(client: entry.client.id, start: instant, end: gap?.end), mark: mark)
    }

    /// What is behind a mark of something that each site has by itself.
    private var siteMark: String { ledger.sites.map { "@\($0.id)" } ?? "" }

    private func isOfFiles(_ mark: String) -> Bool {
        [Event.Kind.directoryRefused, .directoryDegraded].contains { mark.hasPrefix($0.rawValue) }
    }

    private func directoryConditions(at instant: Instant) -> [NewEvent] {
        var holding: [NewEvent] = []
        if let lastGood = health.lastGood {
            holding.append(
                NewEvent(
                    .directoryDegraded, at: instant, Event.About(start: lastGood.read, detail: lastGood.what),
                    mark: NewEvent.mark(.directoryDegraded) + siteMark))
        }
        if let refusal {
            holding.append(
                NewEvent(
                    .directoryRefused, at: refusal.at, Event.About(detail: refusal.what),
                    mark: NewEvent.mark(.directoryRefused, refusal.code) + siteMark))
        }
        return holding
    }

    private func calendarConditions(_ table: RoutingTable, at instant: Instant) -> [NewEvent] {
        func event(_ kind: Event.Kind, _ calendar: CalendarID, _ about: Event.About) -> NewEvent {
            NewEvent(kind, at: instant, about, mark: NewEvent.mark(kind, calendar.source, calendar.agent))
        }
        let stale = calendars.stale(table, at: instant).map { stale in
            let about = Event.About(agent: stale.calendar.agent, start: stale.read, detail: stale.failure)
            return event(.calendarStale, stale.calendar, about)
        }
        let refused = calendars.refused(table).map { standing in
            let about = Event.About(agent: standing.calendar.agent, detail: standing.failure?.why)
            return event(.calendarRefused, standing.calendar, about)
        }
        return stale + refused
    }

    private func requestConditions(_ table: RoutingTable, at instant: Instant) -> [NewEvent] {
        table.roster.requests.filter {
            $0.isWaiting(at: instant) && $0.leave.start.since(instant) <= Outlook.notice
        }.map { request in
            let leave = request.leave
            return NewEvent(
                .requestUrgent, at: instant,
                Event.About(agent: leave.agent, absence: request.id, start: leave.start, end: leave.end),
                mark: NewEvent.mark(.requestUrgent, request.id))
        }
    }

    private func orphanConditions(_ table: RoutingTable, at instant: Instant) -> [NewEvent] {
        table.roster.orphans(in: table.directory, at: instant).map { absence in
            NewEvent(
                .absenceOrphaned, at: instant,
                Event.About(agent: absence.agent, absence: absence.id, start: absence.start, end: absence.end),
                mark: NewEvent.mark(.absenceOrphaned, absence.id))
        }
    }

    /// Agreements that end as long before as the digest tells of them, handovers two weeks before.
    private func changesAhead(_ table: RoutingTable, at instant: Instant) -> [NewEvent] {
        let (clock, today) = (table.clock, table.clock.day(of: instant))
        let (ending, near) = (today.advanced(by: Digest.agreementDays), today.advanced(by: Digest.handoverDays))
        return table.clients.flatMap { entry -> [NewEvent] in
            let client = entry.client
            let end = client.agreement.end.flatMap { today <= $0 && $0 <= ending ? $0 : nil }
            let agreement = end.map { last in
                NewEvent(
                    .agreementEnding, at: instant,
                    Event.About(
                        client: client.id, end: clock.instant(last.advanced(by: 1), .startOfDay),
                        detail: client.agreement.title), mark: NewEvent.mark(.agreementEnding, client.id, last))
            }
            guard !client.handovers.isEmpty else { return [agreement].compactMap(\.self) }
            let handovers = client.handovers.filter { today < $0.from && $0.from <= near }.map { handover in
                let names = handover.pair.posts.map { table.agent($0.agent)?.agent.name ?? $0.agent.description }
                return NewEvent(
                    .handoverAhead, at: instant,
                    Event.About(
                        client: client.id, start: clock.instant(handover.from, .startOfDay),
                        detail: names.joined(separator: ", ")),
                    mark: NewEvent.mark(.handoverAhead, client.id, handover.from))
            }
            return [agreement].compactMap(\.self) + handovers
        }
    }

    // MARK: - The journal

    /// What others have not reported already.
    private func report(_ event: NewEvent, _ table: RoutingTable) {
        let (about, clock) = (event.about, table.clock)
        let client = about.client.flatMap { table.client($0)?.client.name } ?? about.client?.description ?? ""
        let agent = about.agent.flatMap { table.agent($0)?.agent.name } ?? about.agent?.description ?? ""
        switch event.kind {
        case .clientUncovered:
            let end = about.end.map { " until \(clock.rfc3339($0))" } ?? ""
            logger.report(
                .uncovered, "\(client) has nobody from now on\(end)",
                ["client": "\(about.client?.description ?? "")", "generation": "\(table.generation)"])
        case .calendarRefused:
            logger.report(
                .calendarRefused, "The calendar of \(agent) could not be read: \(about.detail ?? "")",
                ["agent": "\(about.agent?.description ?? "")"])
        case .handoverAhead:
            let from = about.start.map { "\(clock.day(of: $0))" } ?? ""
            logger.report(
                .handoverAhead, "\(client) has another pair from \(from) on: \(about.detail ?? "")",
                ["client": "\(about.client?.description ?? "")"])
        case .agreementEnding:
            let last = about.end.map { "\(clock.day(of: $0.advanced(by: Milliseconds(-1))))" } ?? ""
            logger.report(
                .agreementEnding, "The agreement of \(client) ends with \(last)",
                ["client": "\(about.client?.description ?? "")"])
        case .callMissed, .callOverdue, .overflowTaken, .directoryRefused, .directoryDegraded, .ledgerUnavailable,
            .ledgerSetAside, .calendarStale, .requestWaiting, .requestUrgent, .deputyNamed, .phoneUnreachable,
            .absenceOrphaned:
            break
        }
    }
}

/// A reload that was refused for errors in the files.
struct DirectoryRefusal: Sendable, Equatable {
    let at: Instant
    /// The first error and how many others there are.
    let what: String
    /// The same for the same errors, over restarts.
    let code: String

    init(_ errors: [Finding], at instant: Instant) {
        at = instant
        what = Self.what(errors)
        // FNV-1a: a mark that names nothing of what stands in the files.
        let code = errors.sorted().map(\.journalLine).joined(separator: "\n").utf8
            .reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        self.code = String(code, radix: 16)
    }

    /// `clients.d/oost.yaml:1:1: error: …, and 2 more errors`
    static func what(_ errors: [Finding]) -> String {
        guard let first = errors.sorted().first else { return "" }
        return errors.count > 1 ? "\(first.journalLine) (+\(errors.count - 1))" : first.journalLine
    }
}
