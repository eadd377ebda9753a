package import Records
package import Routing
import Synchronization
package import Time

/// Reports, from the records: read in pieces, on a thread that gives way to those who answer PBXs.
extension Switchboard {
    package enum ReportRefusal: Error, Sendable {
        case notAllowed(Right)
        case unknownClient(String, nearest: String?)
        /// The period has not begun, or never will.
        case notBegun
        /// Nothing is known of the period: the records begin later.
        case notKept(from: Instant)
        case ledger(LedgerError)
    }

    /// Which time somebody asks about.
    package enum ReportTime: Sendable {
        /// Nil: the present one.
        case month(CalendarMonth?)
        case interval(Interval)
    }

    /// So many calls are read together: others who read long wait no longer than that takes.
    private static let reportedTogether = 10_000

    /// A report of a period: of one client, or of all whom the requester may see with a total.
    package nonisolated func report(
        client name: String?, over time: ReportTime, progress: ReportProgress, by requester: Requester
    ) async throws(ReportRefusal) -> ServiceReport {
        let (table, made) = (table, now())
        let wanted = try reportedClients(name, requester, table, at: made)
        let interval: Interval? =
            switch time {
            case .month(let month): (month ?? CalendarMonth(of: table.clock.day(of: made))).interval(table.clock)
            case .interval(let interval): interval
            }
        guard let interval, interval.start < made else { throw .notBegun }
        let (ledger, areAll) = (ledger, wanted == nil)
        let read = await BackgroundThread.run("majord-report") {
            Result { () throws(LedgerError) -> Result<ServiceReport, ReportRefusal> in
                let begin = try Self.recordsBegin(ledger.reports, table.directory.settings.retention, at: made)
                let period = ReportPeriod(interval, made: made, recordsFrom: begin, table.clock)
                guard let past = period.past else { return .failure(.notKept(from: begin ?? made)) }
                let stretches = try Self.stretches(ledger, table, over: past, at: made)
                let scope = ReportScope(period, current: table, stretches) { wanted?.contains($0) ?? true }
                var tally = ReportTally(scope, past: past, hasSheet: name != nil)
                // Those of some are found one by one.
                let some: [ClientID?] = areAll ? [nil] : scope.clients.map(\.id)
                for client in some {
                    try Self.read(ledger.reports, of: client, into: &tally, progress)
                    for missed in try ledger.reports.missedCalls(of: client, in: past) { tally.add(missed) }
                    for kept in try ledger.reports.cases(of: client, in: past) {
                        tally.add(kept.file, closed: kept.closed?.at)
                    }
                }
                let report = tally.report()
                // Of one who has left there is a report of his time; of a name that was mistyped there is none.
                if let name, table.client(ClientID(name)) == nil, report.clients.isEmpty,
                    try !ledger.reports.isRecorded(ClientID(name))
                {
                    return .failure(Self.unknownClient(name, table))
                }
                return .success(report)
            }
        }
        switch read {
        case .success(let report): return try report.get()
        case .failure(let error): throw .ledger(error)
        }
    }

    private static func unknownClient(_ name: String, _ table: RoutingTable) -> ReportRefusal {
        .unknownClient(name, nearest: nearestClient(to: name, table))
    }

    /// What is older than `retention` is forgotten: that no call is found then says nothing.
    private static func recordsBegin(
        _ records: any ReportRecords, _ retention: Settings.Retention, at now: Instant
    ) throws(LedgerError) -> Instant? {
        let kept = now.advanced(by: Milliseconds(-retention.calls.count))
        // A majord that has just begun knows of this instant at least.
        return try records.begin().map { min(max($0, kept), now.advanced(by: Milliseconds(-1))) }
    }

    /// Whose figures somebody may read; nil: everybody's, and those of calls that are no client's.
    private nonisolated func reportedClients(
        _ name: String?, _ requester: Requester, _ table: RoutingTable, at instant: Instant
    ) throws(ReportRefusal) -> Set<ClientID>? {
        guard requester.maySeeCoverage(table) else { throw .notAllowed(.readReports) }
        guard let name else {
            guard !requester.isManager else { return nil }
            return Set(table.clients.filter { requester.mayReadClient($0, in: table, at: instant) }.map(\.client.id))
        }
        guard let entry = table.client(ClientID(name)) else {
            guard requester.isManager else { throw Self.unknownClient(name, table) }
            return [ClientID(name)]
        }
        guard requester.mayReadClient(entry, in: table, at: instant) else { throw .notAllowed(.readReports) }
        return [entry.client.id]
    }

    private static func read(
        _ records: any ReportRecords, of client: ClientID?, into tally: inout ReportTally, _ progress: ReportProgress
    ) throws(LedgerError) {
        var place: CallPlace?
        let wanted = tally.wanted
        repeat {
            var count = 0
            place = try records.calls(of: client, in: wanted, behind: place, limit: reportedTogether) { call, caller in
                tally.add(call, from: caller)
                count += 1
            }
            progress.note(count)
        } while place != nil
    }

    /// The versions of the directory that decided in an interval, each compiled with the roster as it was.
    private static func stretches(
        _ ledger: Ledger, _ current: RoutingTable, over past: Interval, at now: Instant
    ) throws(LedgerError) -> [ReportScope.Stretch] {
        var roster = try ledger.reports.roster(over: past)
        roster.learnedNumbers = current.roster.learnedNumbers
        let versions = try ledger.reports.versions(over: past)
        let newest = try ledger.directories.version(at: .latest)?.number
        var stretches: [ReportScope.Stretch] = []
        for (index, version) in versions.enumerated() {
            let end = index + 1 < versions.count ? versions[index + 1].since : past.end
            let start = index == 0 ? past.start : version.since
            guard let interval = Interval(from: max(start, past.start), until: min(end, past.end)) else { continue }
            stretches.append(
                .init(interval, try self.table(version.number, newest, ledger, current, roster, at: interval.start)))
        }
        // Nothing has been kept so far.
        return stretches.isEmpty
            ? [.init(past, RoutingTable(current, roster: roster, generation: current.generation))] : stretches
    }

    /// The newest version is the one in force; of one that cannot be read any more, nothing better is known.
    private static func table(
        _ version: Int64, _ newest: Int64?, _ ledger: Ledger, _ current: RoutingTable, _ roster: Roster,
        at start: Instant
    ) throws(LedgerError) -> RoutingTable {
        if version != newest, let kept = try ledger.reports.directory(version: version),
            let load = try? DirectoryLoad(kept, roster: roster, generation: 0, at: start)
        {
            return load.table
        }
        return RoutingTable(current, roster: roster, generation: current.generation)
    }
}

/// How many calls a report has looked at.
package final class ReportProgress: Sendable {
    private let count = Mutex(0)

    package init() {}

    package var calls: Int { count.withLock { $0 } }

    func note(_ more: Int) { count.withLock { $0 += more } }
}
