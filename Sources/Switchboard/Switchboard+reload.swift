package import DirectoryFiles
import Ledger
import Logging
import Numbering
package import Routing

extension Switchboard {
    /// What came of a reload.
    package enum ReloadOutcome: Sendable {
        /// The new directory is in force.
        case done(DirectoryDifference, generation: UInt64, warnings: [Finding])
        /// The directory has errors; the running one stays in place.
        case refused([Finding])
    }

    /// Reads the directory again: all of it is put into force, or nothing.
    package func reload() -> ReloadOutcome {
        let (directory, findings) = Self.read(configuration, at: now())
        guard let directory else { return refused(findings) }
        let old = desk.current.value
        do {
            let roster = try ledger.roster(from: now().advanced(by: Self.hindsight))
            let table = try RoutingTable(
                directory: directory, roster: roster, generation: old.table.generation + 1)
            let difference = DirectoryDifference(from: old.table.directory, to: directory)
            publish(Published(table: table, numbers: try NumberReader(region: directory.region)))
            logger.notice(
                "Reloaded: \(difference.summary)", metadata: ["generation": "\(table.generation)"])
            for finding in findings { logger.warning("\(finding)") }
            return .done(difference, generation: table.generation, warnings: findings)
        } catch {
            return refused([Finding(.error, at: Place(file: configuration), "\(error)")])
        }
    }

    /// Reads the directory as a reload would, and changes nothing.
    package func check() -> [Finding] {
        Self.read(configuration, at: now()).1
    }

    private func refused(_ findings: [Finding]) -> ReloadOutcome {
        let errors = findings.filter { $0.severity == .error }
        logger.error(
            "Reload refused, \(errors.count) errors; generation \(table.generation) stays in force",
            metadata: ["generation": "\(table.generation)"])
        for finding in errors.prefix(20) { logger.error("\(finding)") }
        return .refused(findings)
    }
}

extension DirectoryDifference {
    /// `2 clients added, 1 agent changed, overflow changed`, or `nothing changed`
    package var summary: String {
        let parts = [
            (clients, "client", "clients"), (agents, "agent", "agents"), (numbers, "number", "numbers"),
            (pairs, "pair", "pairs"),
        ].flatMap { changes, one, many in
            [(changes.added, "added"), (changes.changed, "changed"), (changes.removed, "removed")]
                .filter { !$0.0.isEmpty }
                .map { "\($0.0.count) \($0.0.count == 1 ? one : many) \($0.1)" }
        }
        let words = settings.isEmpty ? parts : parts + ["\(settings.joined(separator: ", ")) changed"]
        return words.isEmpty ? "nothing changed" : words.joined(separator: ", ")
    }
}
