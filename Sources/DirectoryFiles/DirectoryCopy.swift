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

/// Where a directory's files are read from: the disk, or a copy.
final class FileSource {
    /// The folder or file that was named.
    let path: String
    private let copy: DirectoryCopy?
    private let isKeeping: Bool
    private var texts: [String: String] = [:]
    let progress: ReadingProgress?

    /// - Parameter keeping: Whether the texts are to be had afterwards.
    init(path: String, keeping: Bool, progress: ReadingProgress? = nil) {
        self.progress = progress
        self.path = DirectoryCopy.path(path)
        copy = nil
        isKeeping = keeping
    }

    init(_ copy: DirectoryCopy) {
        progress = nil
        path = copy.path
        self.copy = copy
        isKeeping = false
    }

    /// What has been read.
    var read: DirectoryCopy { DirectoryCopy(path: path, files: texts) }

    func text(
        _ path: String, limit: Int = FileText.limit, repairing: Bool = false
    ) throws(FileText.Failure) -> String {
        if let copy {
            guard let text = copy.files[path] else { throw .missing }
            return text
        }
        defer { progress?.noteFile() }
        let text = try FileText.read(path, limit: limit, repairing: repairing)
        if isKeeping { texts[path] = text }
        return text
    }

    /// What kind of thing was named.
    func kind() throws(FolderListing.Failure) -> FolderListing.Kind {
        if let copy { return copy.files[path] == nil ? .folder : .file }
        return try FolderListing.kind(of: path)
    }

    /// The names in a folder, in name order, without hidden ones.
    func names(in folder: String) throws(FolderListing.Failure) -> [String] {
        guard let copy else { return try FolderListing.names(in: folder) }
        let start = folder + "/"
        return copy.files.keys.filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
            .filter { !$0.contains("/") }.sorted()
    }
}
