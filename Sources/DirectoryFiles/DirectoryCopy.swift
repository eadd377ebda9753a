/// The texts of a directory's files as they were read, so that the same directory can be read again when the files themselves have
/// gone or been broken.
package struct DirectoryCopy: Sendable, Equatable {
    /// The folder or file that was named.
    package let path: String
    /// The texts by the paths they were read from.
    package let files: [String: String]

    package init(path: String, files: [String: String]) {
        self.path = path
        self.files = files
    }

    /// The path as a copy has it, for one that somebody wrote.
    package static func path(_ text: String) -> String {
        text.count > 1 && text.hasSuffix("/") ? String(text.dropLast()) : text
    }
}
