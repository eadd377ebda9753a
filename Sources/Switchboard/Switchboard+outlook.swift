import DirectoryFiles
import Logging
import Records
import Routing
import Time
import Wording

extension Switchboard {
    /// Tells what only time brings: gaps that come into view, requests that nobody decides, sickness that lasts. To be called every minute or so.
    package func lookAhead() async {
        guard isTeller else { return }
        await lookForGaps()
        let (instant, table) = (now(), table)
        for news in outlook.look(table, at: instant) { report(news, table, at: instant) }
    }

    /// Tells of clients who have nobody at times that have come into view.
    func lookForGaps() async {
        let (instant, table) = (now(), table)
        guard isTeller, let unseen = outlook.unseen(at: instant) else { return }
        let gaps = await BackgroundThread.run("majord-outlook") { Outlook.gaps(of: table, in: unseen) }
        for (entry, stretches) in gaps { report(entry, stretches, table.clock, at: instant) }
        await tellUncovered(gaps)
        // After them: what a majord has not come to tell, the next one looks at again.
        await tell(steps: [.seen(until: unseen.end)])
    }

    /// At a start, clients who have nobody by what came into the files while majord was stopped.
    ///
    /// - Parameters:
    ///   - before: The directory that was in force before.
    ///   - load: The one that is.
    func uncoveredWhileStopped(
        since before: KeptDirectory?, _ load: DirectoryLoad
    ) async -> [(client: ClientEntry, stretches: [Interval])] {
        let (instant, table, path) = (now(), table, configuration)
        // Where nobody has looked yet, all that is in view comes of time.
        guard let seen = outlook.seenUntil, let before, before.files != load.copy?.files else { return [] }
        let gaps = await BackgroundThread.run("majord-outlook") {
            () -> [(client: ClientEntry, stretches: [Interval])] in
            let before = try? DirectoryLoad(before, roster: table.roster, generation: 0, at: instant)
            guard let before = before?.table else { return [] }
            return table.newGaps(since: before, at: instant).compactMap { entry, stretches in
                let inView = stretches.filter { $0.start < seen }
                return inView.isEmpty ? nil : (entry, inView)
            }
        }
        logger.report(RosterWarnings.told(gaps, table, path: path, at: instant), in: path)
        return gaps
    }

    private func report(_ entry: ClientEntry, _ stretches: [Interval], _ clock: ServiceClock, at instant: Instant) {
        guard let first = stretches.first else { return }
        let weeks = first.start.since(instant).count / Milliseconds.days(7).count
        let ahead = weeks > 1 ? ", which is \(weeks) weeks ahead" : ""
        logger.report(
            .gapAhead, "\(entry.client.name) will have nobody from \(clock.rfc3339(first.start))\(ahead)",
            ["client": "\(entry.client.id)"])
    }

    private func report(_ news: Outlook.News, _ table: RoutingTable, at instant: Instant) {
        let clock = table.clock
        func name(_ agent: AgentID) -> String { table.agent(agent)?.agent.name ?? agent.description }
        switch news {
        case .undecided(let id):
            guard let leave = table.roster.requests.first(where: { $0.id == id })?.leave else { return }
            logger.report(
                .requestUndecided,
                "Request \(id) of \(name(leave.agent)) waits to be decided, and lapses at \(clock.rfc3339(leave.start))",
                ["agent": "\(leave.agent)", "absence": "\(id)"])
        case .lapsed(let id):
            guard let leave = table.roster.requests.first(where: { $0.id == id })?.leave else { return }
            logger.report(
                .requestLapsed,
                "Request \(id) of \(name(leave.agent)) has lapsed: nobody decided it before its start",
                ["agent": "\(leave.agent)", "absence": "\(id)"])
        case .longSickness(let id):
            guard let absence = table.roster.absences.numbered(id) else { return }
            let days = instant.since(absence.start).count / Milliseconds.days(1).count
            // The journal leaves the house: it has the absence's number, and not its kind.
            logger.report(
                .absenceToReview,
                "\(name(absence.agent)) has been away for \(counted(Int(days), .day)), and absence \(id) has no end: is it known by now?",
                ["agent": "\(absence.agent)", "absence": "\(id)"])
        }
    }
}
