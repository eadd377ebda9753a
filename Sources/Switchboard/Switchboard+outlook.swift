import Logging
import Routing
import Time
import Wording

extension Switchboard {
    /// Tells what only time brings: gaps that come into view, requests that nobody decides, sickness that lasts. To be called every minute or so.
    package func lookAhead() async {
        let (instant, table) = (now(), table)
        var gaps: [(client: ClientEntry, gaps: Timeline)] = []
        if let unseen = outlook.unseen(at: instant) {
            gaps = await BackgroundThread.run("majord-outlook") { table.gaps(over: unseen) }
        }
        for news in outlook.look(table, gaps: gaps, at: instant) {
            report(news, table, at: instant)
            guard case .gap(let id, let times) = news, let entry = table.client(id) else { continue }
            await tellUncovered([(entry, times.intervals)])
        }
    }

    private func report(_ news: Outlook.News, _ table: RoutingTable, at instant: Instant) {
        let clock = table.clock
        func name(_ agent: AgentID) -> String { table.agent(agent)?.agent.name ?? agent.description }
        switch news {
        case .gap(let id, let times):
            let client = table.client(id)?.client.name ?? id.description
            let first = times.intervals.first.map { " from \(clock.rfc3339($0.start))" } ?? ""
            logger.report(
                .gapAhead, "\(client) will have nobody\(first), which is \(Self.weeksAhead) weeks ahead",
                ["client": "\(id)"])
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

    private static var weeksAhead: Int64 { RoutingTable.outlook.count / Milliseconds.days(7).count }
}
