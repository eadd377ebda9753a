import DirectoryFiles
import Routing
import Time
import Wording

/// What `check`, a reload and a start say of a directory by what the roster holds: nothing is wrong with the files, so these are warnings, but
/// somebody who is sick gets calls, a client has nobody, or a number that was learned does nothing.
enum RosterWarnings {
    /// - Parameters:
    ///   - table: With the directory that is, or would be, in force.
    ///   - before: The one that was in force, which tells who has a new id and which gaps are new; nil at a start, at which nobody waits for gaps.
    ///   - path: Where the directory was read.
    static func findings(
        _ table: RoutingTable, before: RoutingTable?, path: String, at instant: Instant
    ) -> [Finding] {
        orphans(table.directory, table.roster, before: before?.directory, path: path, at: instant)
            + IdleNumberWarnings.findings(table, path: path)
            + (before.map { gaps(table, before: $0, path: path, at: instant) } ?? [])
    }

    /// Absences whose agent the directory does not have.
    private static func orphans(
        _ directory: Directory, _ roster: Roster, before: Directory?, path: String, at instant: Instant
    ) -> [Finding] {
        let orphans = Dictionary(grouping: roster.orphans(in: directory, at: instant), by: \.agent)
        return orphans.sorted { $0.key < $1.key }.map { agent, absences in
            let numbers = absences.map(\.id)
            let which = "\(AbsenceWords().numbered(numbers)) \(numbers.count > 1 ? "are" : "is")"
            let successor = before.flatMap { directory.successor(of: agent, from: $0) }
            let whom = successor.map(\.id.description) ?? "AGENT"
            let guess = successor.map { " (perhaps \($0.name) is meant, who is `\($0.id)` now)" } ?? ""
            return Finding(
                .warning, at: Place(file: path),
                "there is no agent `\(agent)`, whose \(which) not in force\(guess); after the reload "
                    + "`majorctl give \(numbers[0]) \(whom)` gives it to another agent, `majorctl cancel \(numbers[0])` ends it"
            )
        }
    }

    /// Clients who would have nobody at times in the coming weeks, when they had somebody before, or were not there: after a handover, with an
    /// agent gone, with other hours.
    private static func gaps(
        _ table: RoutingTable, before: RoutingTable, path: String, at instant: Instant
    ) -> [Finding] {
        let time = TimeWords(now: table.clock.local(instant))
        return table.newGaps(since: before, at: instant).map { entry, gaps in
            let first = gaps.intervals[0]
            let stretch = time.stretch(
                from: table.clock.rfc3339(first.start), until: table.clock.rfc3339(first.end))
            let more = gaps.intervals.count - 1
            let others = more > 0 ? ", and \(countedMore(more, .time, in: .en)) in the next 26 weeks" : ""
            return Finding(
                .warning, at: Place(file: path),
                "nobody is there for `\(entry.client.id)`: \(stretch)\(others); `majorctl coverage --client "
                    + "\(entry.client.id)` shows when, `majorctl deputy add` names somebody who stands in")
        }
    }
}
