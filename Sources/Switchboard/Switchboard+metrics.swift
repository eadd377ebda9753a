package import Monitoring
import Records
import Routing
package import Time

// What the switchboard knows and counts, for monitoring.
extension Switchboard {
    /// The directory, its reloads, and what it means at an instant.
    package nonisolated func directoryMetrics(at now: Instant) -> [Metric] {
        let table = table
        let overview = table.overview(at: now)
        let reloads = health.reloads
        return [
            .gauge("majord_directory_generation", "The generation of the routing table.", Double(table.generation)),
            .gauge(
                "majord_directory_degraded",
                "Whether the directory has errors and the last good one is used instead.", health.lastGood != nil),
            .gauge(
                "majord_degraded",
                "Whether the service counts as degraded, as its status says: its files or its ledger cannot be used.",
                isDegraded),
            .counters(
                "majord_reloads", "Reloads of the directory by result.", by: "result",
                ["done": reloads.done, "refused": reloads.refused]),
            .gauge(
                "majord_last_reload_timestamp_seconds", "When the directory was last reloaded, in seconds since 1970.",
                unit: "seconds", reloads.last.map(\.instant.secondsSince1970)),
            .gauge(
                "majord_last_reload_successful", "Whether the last reload was put into force.",
                reloads.last.map { $0.errors == 0 ? 1 : 0 }),
            .gauge("majord_clients", "Clients in the directory.", overview.count.clients),
            .gauge(
                "majord_clients_in_service", "Clients whose agreement and service hours hold.",
                overview.count.inService),
            .gauge(
                "majord_clients_covered", "Clients in service with somebody of their pair there.",
                overview.count.covered),
            .gauge(
                "majord_clients_uncovered", "Clients in service with nobody of their pair there.",
                overview.uncovered.count),
            .gauge("majord_agents", "Agents in the directory.", table.agents.count),
            .gauge("majord_agents_busy", "Agents on a call.", desk.busy.count),
            .gauge(
                "majord_agents_available", "Agents at work who are on no call and whose phone can be reached.",
                table.availableAgents(at: now, busy: desk.busy)),
            .gauge("majord_agents_absent", "Agents on leave, sick or in a pause.", overview.absentAgents),
        ]
    }

    /// Calls that were decided, and what PBXs reported of them.
    package nonisolated var callMetrics: [Metric] {
        let counts = desk.notes.counts
        let decisions = Decision.Reason.allCases.map { ($0.word, counts.decisions[$0] ?? 0) }
        return [
            .counters(
                "majord_decisions", "Decided calls by reason.", by: "reason",
                Dictionary(decisions, uniquingKeysWith: +)),
            .counters(
                "majord_call_events", "What PBXs reported of calls.", by: "event",
                Dictionary(counts.reports.map { ($0.key.word, $0.value) }, uniquingKeysWith: +)),
        ]
    }

    /// What is open, for which somebody has to do something.
    package nonisolated func openMetrics(at now: Instant) -> [Metric] {
        let missed = missedCalls.open
        return [
            .gauge("majord_missed_calls_open", "Missed calls that nobody has called back.", missed.count),
            .gauge(
                "majord_missed_calls_overdue", "Missed calls that were to be called back by now.",
                missed.count { $0.isOverdue(at: now) }),
            .gauge("majord_cases_open", "Cases that are open.", table.roster.cases.count),
            .counters(
                "majord_calls_answered",
                "Calls that one of the client's own people answered, by his role, once they are over.",
                by: "role", counts(Role.allCases, missedCalls.outcomes.answered)),
            .counters(
                "majord_calls_missed",
                "Calls in service that none of the client's own people answered, by how they ended.",
                by: "how", counts(MissedCall.How.allCases, missedCalls.outcomes.missed)),
        ]
    }

    /// Each that there may be, also what never was.
    private nonisolated func counts<Word: RawRepresentable<String> & Hashable>(
        _ all: [Word], _ counts: [Word: Int]
    ) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: all.map { ($0.rawValue, counts[$0] ?? 0) })
    }

    /// Sites that have their records together, and what waits on this machine; none where the records are in a file.
    package nonisolated var siteMetrics: [Metric] {
        guard let waiting else { return [] }
        let heard = sites.map { ($0.name, Double($0.heard.count) / 1_000) }
        return [
            .gauge(
                "majord_records_waiting_on_disk", "Call records that wait on this machine for the database.",
                waiting.records),
            .gauge(
                "majord_wishes_waiting",
                "How often it was said that somebody is sick, takes a pause or is back, and waits on this machine for the database.",
                waiting.wishes),
            .gauge(
                "majord_database_away_timestamp_seconds",
                "Since when the database is away, in seconds since 1970; nothing while it is there.", unit: "seconds",
                waiting.since?.secondsSince1970),
            .gauge("majord_teller", "Whether this site is the one that tells events.", isTeller),
            .gauges(
                "majord_site_heard_seconds", "How long ago each site was heard of.", unit: "seconds", by: "site",
                Dictionary(heard, uniquingKeysWith: min)),
        ]
    }

    /// The durable record.
    package nonisolated func ledgerMetrics(at now: Instant) -> [Metric] {
        let backlog = recorder.backlog
        return [
            .gauge("majord_ledger_available", "Whether the ledger can be written.", backlog.isAvailable),
            .gauge(
                "majord_ledger_records_waiting", "Call records that are not on disk yet.", backlog.waiting),
            .counter(
                "majord_ledger_records_dropped",
                "Call records lost because too many waited, or at the end before this start.",
                desk.notes.counts.dropped),
            .gauge(
                "majord_ledger_lag_seconds", "The age of the oldest call record that is not on disk yet.",
                unit: "seconds", backlog.oldest.map { Double(max(now.since($0).count, 0)) / 1_000 } ?? 0),
        ]
    }
}

extension Instant {
    /// As metrics have it.
    package var secondsSince1970: Double { Double(milliseconds) / 1_000 }
}
