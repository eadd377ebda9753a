import Foundation
package import Routing

/// Reads the directory's files: `/etc/majord`, or one file that holds all.
package enum DirectoryReader {
    /// A directory with the texts that it was read from.
    package struct Reading: Sendable {
        /// Nil where there is an error among the findings.
        package let directory: Directory?
        /// All findings by place.
        package let findings: [Finding]
        package let copy: DirectoryCopy
    }

    /// Reads a directory as the daemon does.
    ///
    /// - Parameters:
    ///   - path: A folder with `majord.yaml`, `agents.yaml` and `clients.d`, or one file with the keys of all three.
    ///   - now: The instant on whose day, in the directory's time zone, terms are judged.
    ///   - progress: Is told how far it has come.
    /// - Returns: The directory, nil where there is an error among the findings, and all findings by place. A file that cannot be read
    ///   is a finding, too.
    package static func read(
        at path: String, now: Instant, progress: ReadingProgress? = nil
    ) -> (directory: Directory?, findings: [Finding]) {
        read(FileSource(path: path, keeping: false, progress: progress), now: now)
    }

    /// Reads a directory, and keeps the texts of its files.
    package static func readKeeping(at path: String, now: Instant, progress: ReadingProgress? = nil) -> Reading {
        let source = FileSource(path: path, keeping: true, progress: progress)
        let (directory, findings) = read(source, now: now)
        return Reading(directory: directory, findings: findings, copy: source.read)
    }

    /// Reads a directory from its copy, with the findings that its files had.
    package static func read(_ copy: DirectoryCopy, now: Instant) -> (directory: Directory?, findings: [Finding]) {
        read(FileSource(copy), now: now)
    }

    private static func read(_ source: FileSource, now: Instant) -> (directory: Directory?, findings: [Finding]) {
        let findings = Findings()
        source.progress?.begin(.reading)
        var parts: DirectoryParts?
        do throws(FolderListing.Failure) {
            switch try source.kind() {
            case .folder: parts = DirectoryParts(folder: source.path, source, findings)
            case .file: parts = DirectoryParts(file: source.path, source, findings)
            }
        } catch {
            let text =
                switch error {
                case .missing: "does not exist; create it, or name another with --configuration"
                case .system(let reason):
                    "cannot be read (\(reason)); give the service's user the right to, or name another with --configuration"
                }
            findings.error(at: Place(file: source.path), text)
        }
        source.progress?.begin(.checking)
        let directory = parts.flatMap { checked($0, now: now, findings) }
        return (findings.hasErrors ? nil : directory, findings.all.sorted())
    }

    private static func checked(_ parts: DirectoryParts, now: Instant, _ findings: Findings) -> Directory? {
        let checks = DirectoryChecks(
            settings: parts.settings, agents: parts.agents, agentIDs: parts.agentIDs, clients: parts.clients,
            today: ServiceClock(parts.settings.timeZone ?? .gmt).day(of: now), findings: findings)
        checks.run()
        return parts.settings.directory(agents: parts.agents.map(\.agent), clients: parts.clients.map(\.client))
    }
}
