import DirectoryFiles
import Logging

/// Which of some names no Unix user has. A name that could not be looked up in time is not among them.
package typealias MissingUsers = @Sendable (_ names: [String]) async -> Set<String>

extension Switchboard {
    /// Looks whether the Unix users that agents are said to be exist, and reports those that do not: once after a start, while calls are
    /// answered.
    package func checkUsers() async {
        let users = uncheckedUsers
        uncheckedUsers = []
        logger.report(await missing(users), in: configuration)
    }

    /// A warning for every Unix user that does not exist.
    nonisolated func missing(_ users: [NamedUser]) async -> [Finding] {
        guard !users.isEmpty else { return [] }
        let missing = await missingUsers(users.map(\.name))
        return users.filter { missing.contains($0.name) }.map(\.missing)
    }
}
