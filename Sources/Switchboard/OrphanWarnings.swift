import DirectoryFiles
import Routing
import Time
import Wording

/// What `check`, a reload and a start say of absences whose agent the directory does not have: nothing is wrong with the files, so these
/// are warnings, but somebody who is sick gets calls.
enum OrphanWarnings {
    /// - Parameters:
    ///   - directory: The one that is, or would be, in force.
    ///   - before: The one that was in force, which tells who has a new id.
    ///   - path: Where the directory was read.
    static func findings(
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
}
