package import Time

/// The files of a directory that was put into force: a version of it.
package struct KeptDirectory: Sendable, Equatable {
    /// The ledger's number; 0 before it has one.
    package let version: Int64
    /// The folder or file that the daemon was told to read.
    package let path: String
    /// The texts by the paths they were read from.
    package let files: [String: String]
    /// When they were read last.
    package let instant: Instant
    /// From when on calls were decided with them.
    package let since: Instant

    package init(version: Int64 = 0, path: String, files: [String: String], instant: Instant, since: Instant? = nil) {
        self.version = version
        self.path = path
        self.files = files
        self.instant = instant
        self.since = since ?? instant
    }
}
