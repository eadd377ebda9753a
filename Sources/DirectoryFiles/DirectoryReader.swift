import Foundation
import Glibc
package import Routing

/// Reads the directory's files: `/etc/majord`, or one file that holds all.
package enum DirectoryReader {
    /// Reads a directory as the daemon does.
    ///
    /// - Parameters:
    ///   - path: A folder with `majord.yaml`, `agents.yaml` and `clients.d`, or one file with the keys of all three.
    ///   - now: The instant on whose day, in the directory's time zone, terms are judged.
    /// - Returns: The directory, nil where there is an error among the findings, and all findings by place. A file that cannot be read
    ///   is a finding, too.
    package static func read(at path: String, now: Instant) -> (directory: Directory?, findings: [Finding]) {
        let findings = Findings()
        let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        var status = stat()
        var parts: DirectoryParts?
        if stat(path, &status) != 0 {
            let reason = errno == ENOENT ? "does not exist" : "cannot be read (\(String(cString: strerror(errno))))"
            findings.error(at: Place(file: path), "\(reason); create it, or name another with --configuration")
        } else if status.st_mode & S_IFMT == S_IFDIR {
            parts = DirectoryParts(folder: path, findings)
        } else {
            parts = DirectoryParts(file: path, findings)
        }
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
