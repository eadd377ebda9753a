import Routing
import Synchronization

/// Where a directory's files are read from: the disk, or a copy.
///
/// On the disk the folder and its `clients.d` are opened once, and all files are taken from there: a link that is swapped meanwhile does
/// not mix two directories.
final class FileSource {
    /// All files of a directory together may not be larger: 256 MiB.
    static let limit = 4 * FileText.limit

    enum Kind {
        case folder, file
    }

    /// The folder or file that was named.
    let path: String
    let progress: ReadingProgress?
    /// How many threads may read at the same time.
    let threads: Int
    private let copy: DirectoryCopy?
    private let isKeeping: Bool
    private let budget: Budget
    private var texts: [String: String] = [:]
    /// The folders that were opened, the directory's own first.
    private var folders: [(path: String, folder: OpenFolder)] = []
    /// Every file and folder that was read, as it was then.
    private var seen: [Seen] = []

    /// How many bytes may still be read, by all who read a part.
    fileprivate final class Budget: Sendable {
        private let left = Atomic(FileSource.limit)

        /// Whether there was as much.
        func take(_ count: Int) -> Bool {
            left.subtract(count, ordering: .relaxed).newValue >= 0
        }
    }

    /// What another thread needs to read some of the files.
    struct Part: Sendable {
        fileprivate let path: String
        fileprivate let progress: ReadingProgress?
        fileprivate let copy: DirectoryCopy?
        fileprivate let isKeeping: Bool
        fileprivate let budget: Budget
        fileprivate let folders: [(path: String, folder: OpenFolder)]
    }

    /// What was read of a part.
    struct PartRead: Sendable {
        fileprivate let texts: [String: String]
        fileprivate let seen: [Seen]
    }

    fileprivate struct Seen: Sendable {
        let path: String
        let folder: OpenFolder?
        let identity: FileIdentity
        let isFolder: Bool
    }

    /// - Parameter keeping: Whether the texts are to be had afterwards.
    init(path: String, keeping: Bool, threads: Int = 1, progress: ReadingProgress? = nil) {
        self.threads = threads
        self.progress = progress
        self.path = DirectoryCopy.path(path)
        copy = nil
        isKeeping = keeping
        budget = Budget()
    }

    init(_ copy: DirectoryCopy) {
        threads = 1
        progress = nil
        path = copy.path
        self.copy = copy
        isKeeping = false
        budget = Budget()
    }

    /// Reads some of the files of another source.
    init(_ part: Part) {
        threads = 1
        path = part.path
        progress = part.progress
        copy = part.copy
        isKeeping = part.isKeeping
        budget = part.budget
        folders = part.folders
    }

    /// For threads that read some of the files.
    var part: Part {
        Part(path: path, progress: progress, copy: copy, isKeeping: isKeeping, budget: budget, folders: folders)
    }

    /// What a part was for, once its files have been read.
    var partRead: PartRead { PartRead(texts: texts, seen: seen) }

    /// Takes over what was read of a part.
    func take(_ part: PartRead) {
        texts.merge(part.texts) { $1 }
        seen += part.seen
    }

    /// What has been read.
    var read: DirectoryCopy { DirectoryCopy(path: path, files: texts) }

    /// Whether everything that was read still stands there as it was then.
    var isUnchanged: Bool { seen.allSatisfy(isAsSeen) }

    /// Whether files have changed beside those that were read, so that the texts may be of before and after. A folder that has been
    /// replaced as a whole was read as it was.
    var isMixed: Bool { seen.contains { !$0.isFolder && !isAsSeen($0) } }

    private func isAsSeen(_ item: Seen) -> Bool {
        FileIdentity(item.path, in: item.folder) == item.identity
    }

    /// What kind of thing was named.
    func kind() throws(OpenFolder.Failure) -> Kind {
        if let copy { return copy.files[path] == nil ? .folder : .file }
        do throws(OpenFolder.Failure) {
            try open(path, OpenFolder(path))
            return .folder
        } catch .noFolder {
            // The path may lead through a file, too: then its folder is none.
            let folder = FileSource.folder(of: path)
            open(folder, try OpenFolder(folder))
            return .file
        }
    }

    /// The text of a file.
    ///
    /// - Parameter repairing: Whether bytes that are no UTF-8 become U+FFFD.
    func text(
        _ path: String, limit: Int = FileText.limit, repairing: Bool = false
    ) throws(FileText.Failure) -> String {
        if let copy {
            guard let text = copy.files[path] else { throw .missing }
            return text
        }
        let (folder, name) = place(of: path)
        defer { progress?.noteFile() }
        let (text, identity) = try FileText.read(name, in: folder, limit: limit, repairing: repairing)
        seen.append(Seen(path: name, folder: folder, identity: identity, isFolder: false))
        guard budget.take(text.utf8.count) else { throw .tooMuch(limit: Self.limit) }
        if isKeeping { texts[path] = text }
        return text
    }

    /// The names in a folder, in name order.
    func names(in path: String) throws(OpenFolder.Failure) -> [(name: String, isFolder: Bool)] {
        guard let copy else {
            let (parent, name) = place(of: path)
            let folder = try OpenFolder(listing: name, in: parent)
            seen.append(Seen(path: name, folder: parent, identity: folder.identity, isFolder: true))
            open(path, folder)
            return try folder.names()
        }
        let start = path + "/"
        return copy.files.keys.filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
            .filter { !$0.contains("/") }.sorted().map { ($0, false) }
    }

    /// The folder in which a file stands, as its path says.
    static func folder(of file: String) -> String {
        file.lastIndex(of: "/").map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
    }

    private func open(_ path: String, _ folder: OpenFolder) {
        if folders.isEmpty { seen.append(Seen(path: path, folder: nil, identity: folder.identity, isFolder: true)) }
        folders.append((path, folder))
    }

    /// The opened folder that a path leads through, and the rest of the path.
    private func place(of path: String) -> (folder: OpenFolder?, name: String) {
        for (start, folder) in folders.reversed() {
            let start = start == "/" ? start : start + "/"
            if path.hasPrefix(start) { return (folder, String(path.dropFirst(start.count))) }
        }
        // A file that was named without a folder, or one elsewhere.
        return (path.contains("/") ? nil : folders.first?.folder, path)
    }
}
