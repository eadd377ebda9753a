import Foundation
package import Routing
package import Time

/// Reads the directory's files: `/etc/majord`, or one file that holds all.
package enum DirectoryReader {
    /// A directory with the texts that it was read from.
    package struct Reading: Sendable {
        /// Nil where there is an error among the findings.
        package let directory: Directory?
        /// All findings, errors first.
        package let findings: [Finding]
        package let copy: DirectoryCopy
        /// The Unix users that agents and managers are said to be.
        package let users: [NamedUser]
    }

    /// How often a directory is read that changes meanwhile.
    private static let attempts = 5

    /// Reads a directory as the daemon does.
    ///
    /// - Parameters:
    ///   - path: A folder with `majord.yaml`, `agents.yaml` and `clients.d`, or one file with the keys of all three.
    ///   - now: The instant on whose day, in the directory's time zone, terms are judged.
    /// - Returns: The directory, nil where there is an error among the findings, and all findings, errors first. A file that cannot be read
    ///   is a finding, too.
    package static func read(at path: String, now: Instant) -> (directory: Directory?, findings: [Finding]) {
        let reading = reading(at: path, now: now)
        return (reading.directory, reading.findings)
    }

    /// Reads a directory for what there is to say about it, and keeps no texts.
    ///
    /// - Parameters:
    ///   - threads: How many may read the files of clients at the same time.
    ///   - progress: Is told how far it has come.
    package static func reading(
        at path: String, now: Instant, threads: Int = 1, progress: ReadingProgress? = nil
    ) -> Reading {
        read(at: path, keeping: false, now: now, threads, progress)
    }

    /// Reads a directory, and keeps the texts of its files.
    package static func readKeeping(
        at path: String, now: Instant, threads: Int = 1, progress: ReadingProgress? = nil
    ) -> Reading {
        read(at: path, keeping: true, now: now, threads, progress)
    }

    /// Reads a directory from its copy, with the findings that its files have.
    ///
    /// - Returns: The directory also where there are errors, without what is wrong in it: the files were good for the majord that kept
    ///   them, and a stricter one must not be left with nothing.
    package static func read(_ copy: DirectoryCopy, now: Instant) -> Reading {
        let findings = Findings()
        let parts = parts(of: FileSource(copy), now: now, findings)
        let directory = parts.flatMap { checked($0, now: now, findings) }
        return Reading(
            directory: directory, findings: findings.inOrder(of: copy.path), copy: copy,
            users: parts?.people.users ?? [])
    }

    private static func read(
        at path: String, keeping: Bool, now: Instant, _ threads: Int, _ progress: ReadingProgress?
    ) -> Reading {
        var attempt = 1
        while true {
            let findings = Findings()
            let source = FileSource(path: path, keeping: keeping, threads: threads, progress: progress)
            progress?.begin(.reading)
            let parts = parts(of: source, now: now, findings)
            progress?.begin(.checking)
            let directory = parts.flatMap { checked($0, now: now, findings) }
            let isUnchanged = source.isUnchanged
            guard isUnchanged || attempt == attempts else {
                attempt += 1
                continue
            }
            if source.isMixed {
                findings.error(
                    at: Place(file: source.path), "changes while it is read; read it again when all files are there")
            }
            return Reading(
                directory: findings.hasErrors ? nil : directory, findings: findings.inOrder(of: source.path),
                copy: source.read, users: parts?.people.users ?? [])
        }
    }

    private static func parts(of source: FileSource, now: Instant, _ findings: Findings) -> DirectoryParts? {
        do throws(OpenFolder.Failure) {
            return switch try source.kind() {
            case .folder: DirectoryParts(folder: source.path, source, now: now, findings)
            case .file: DirectoryParts(file: source.path, source, now: now, findings)
            }
        } catch {
            let text =
                switch error {
                case .missing: "does not exist; create it, or name another with --configuration"
                case .noFolder(let reason), .system(let reason):
                    "cannot be read (\(reason)); give the service's user the right to, or name another with --configuration"
                }
            findings.error(at: Place(file: source.path), text)
            return nil
        }
    }

    private static func checked(_ parts: DirectoryParts, now: Instant, _ findings: Findings) -> Directory? {
        let today = ServiceClock(parts.settings.timeZone).day(of: now)
        let checks = DirectoryChecks(parts, today: today, findings)
        checks.run()
        return parts.directory
    }
}
