package import Time

/// The files of the last directory that was put into force.
package struct KeptDirectory: Sendable, Equatable {
    /// The folder or file that the daemon was told to read.
    package let path: String
    /// The texts by the paths they were read from.
    package let files: [String: String]
    /// When they were read.
    package let instant: Instant

    package init(path: String, files: [String: String], instant: Instant) {
        self.path = path
        self.files = files
        self.instant = instant
    }
}
