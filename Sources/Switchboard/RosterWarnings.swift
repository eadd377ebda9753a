import DirectoryFiles
import Routing
import Time
import Wording

/// What `check`, a reload and a start say of a directory by what the roster holds: nothing is wrong with the files, so these are warnings, but
/// somebody who is sick gets calls, a client has nobody, or a number that was learned does nothing.
enum RosterWarnings {
    /// - Parameters:
    ///   - table: With the directory that is, or would be, in force.
    ///   - before: The one that was in force, which tells who has a new id; nil at a start.
    ///   - isInForce: Whether the table's directory is, or is going to be as soon as this is told: what is to be done about it need not wait.
    ///   - gaps: Clients who have nobody at times, with when that is, as they are to be told.
    ///   - path: Where the directory was read.
    static func findings(
        _ table: RoutingTable, before: RoutingTable?, isInForce: Bool,
        gaps: [(client: ClientEntry, stretches: [Interval])],
        path: String, at instant: Instant
    ) -> [Finding] {
        let running = isInForce ? nil : before
        return orphans(
            table.directory, table.roster, before: before?.directory, running: running, path: path, at: instant)
            + orphanedDeputyships(table, before: before?.directory, running: running, path: path, at: instant)
            + idleDeputyships(table, running: running, path: path, at: instant)
            + orphanedCases(table, before: before?.directory, running: running, path: path, at: instant)
            + IdleNumberWarnings.findings(table, running: running, path: path)
            + told(gaps, table, path: path, at: instant)
    }

    /// Absences whose agent the directory does not have.
    ///
    /// - Parameter running: What is in force until a reload; nil: nothing else is.
    private static func orphans(
        _ directory: Directory, _ roster: Roster, before: Directory?, running: RoutingTable?, path: String,
        at instant: Instant
    ) -> [Finding] {
        let orphans = Dictionary(grouping: roster.orphans(in: directory, at: instant), by: \.agent)
        return orphans.sorted { $0.key < $1.key }.map { agent, absences in
            let numbers = absences.map(\.id)
            let which = "\(AbsenceWords().numbered(numbers)) \(numbers.count > 1 ? "are" : "is")"
            let successor = before.flatMap { directory.successor(of: agent, from: $0) }
            let whom = successor.map(\.id.description) ?? "AGENT"
            let guess = successor.map { " (perhaps \($0.name) is meant, who is `\($0.id)` now)" } ?? ""
            let when = running?.agent(agent) != nil ? "after the reload " : ""
            return Finding(
                .warning, at: Place(file: path),
                "there is no agent `\(agent)`, whose \(which) not in force\(guess); \(when)"
                    + "`majorctl give \(numbers[0]) \(whom)` gives it to another agent, `majorctl cancel \(numbers[0])` ends it"
            )
        }
    }

    /// Deputyships that name somebody whom the directory does not have.
    private static func orphanedDeputyships(
        _ table: RoutingTable, before: Directory?, running: RoutingTable?, path: String, at instant: Instant
    ) -> [Finding] {
        let directory = table.directory
        let orphans = table.roster.orphanedDeputyships(in: directory, at: instant)
        return orphans.compactMap { deputyship in
            let who: String
            let waits: Bool
            switch directory.missing(of: deputyship) {
            case nil: return nil
            case .client(let client):
                who = "there is no client `\(client)`"
                waits = running?.client(client) != nil
            case .agent(let agent):
                let successor = before.flatMap { directory.successor(of: agent, from: $0) }
                let guess = successor.map { " (perhaps \($0.name) is meant, who is `\($0.id)` now)" } ?? ""
                who = "there is no agent `\(agent)`\(guess)"
                waits = running?.agent(agent) != nil
            }
            return Finding(
                .warning, at: Place(file: path),
                "\(who), so deputyship \(deputyship.id) is not in force; \(waits ? "after the reload " : "")`majorctl deputy cancel "
                    + "\(deputyship.id)` ends it, `majorctl deputy add` names who stands in")
        }
    }

    /// Deputyships that do nothing since he for whom they are has handed over.
    private static func idleDeputyships(
        _ table: RoutingTable, running: RoutingTable?, path: String, at instant: Instant
    ) -> [Finding] {
        table.idleDeputyships(at: instant).map { deputyship in
            let post = deputyship.client.map { "for client `\($0)`" } ?? "for any client"
            let when = running.map { !$0.isIdle(deputyship, from: instant) } ?? false ? "after the reload " : ""
            return Finding(
                .warning, at: Place(file: path),
                "agent `\(deputyship.member?.description ?? "")` is not in the pair \(post), so deputyship \(deputyship.id) does nothing; \(when)"
                    + "`majorctl deputy cancel \(deputyship.id)` ends it")
        }
    }

    /// Open cases whose holder the directory does not have, or does not employ any more.
    private static func orphanedCases(
        _ table: RoutingTable, before: Directory?, running: RoutingTable?, path: String, at instant: Instant
    ) -> [Finding] {
        let cases = table.roster.orphanedCases(in: table.directory, on: table.clock.day(of: instant))
        return Dictionary(grouping: cases, by: \.holder).sorted { $0.key < $1.key }.map { holder, cases in
            let successor = before.flatMap { table.directory.successor(of: holder, from: $0) }
            let many = cases.count > 1
            // Who only the new directory has cannot be given anything before it is in force.
            let when = running != nil && successor != nil ? "after the reload " : ""
            return Finding(
                .warning, at: Place(file: path),
                "agent `\(holder)` has gone, and \(CaseWords().list(cases.map(\.name))) of his \(many ? "pin" : "pins") nobody; \(when)"
                    + "`majorctl case give --all \(holder) \(successor.map(\.id.description) ?? "AGENT")` gives \(many ? "them" : "it") to another agent"
            )
        }
    }

    /// Clients who would have nobody at times in the coming weeks, such as after a handover, with an agent gone, with other hours.
    static func told(
        _ gaps: [(client: ClientEntry, stretches: [Interval])], _ table: RoutingTable, path: String, at instant: Instant
    ) -> [Finding] {
        let time = TimeWords(now: table.clock.local(instant), clock: table.clock)
        return gaps.compactMap { entry, stretches in
            guard let first = stretches.first else { return nil }
            let stretch = time.stretch(
                from: table.clock.rfc3339(first.start), until: table.clock.rfc3339(first.end))
            let more = stretches.count - 1
            let others = more > 0 ? ", and \(countedMore(more, .time, in: .en)) in the next 26 weeks" : ""
            return Finding(
                .warning, at: Place(file: path),
                "nobody is there for `\(entry.client.id)`: \(stretch)\(others); `majorctl coverage --client "
                    + "\(entry.client.id)` shows when, `majorctl deputy add` names somebody who stands in")
        }
    }
}
