import Glibc

/// A folder that stays the one that was opened, also when a link to it is swapped, or its path comes to mean another.
final class OpenFolder: Sendable {
    /// O_PATH of open(2), which Swift does not import.
    private static let pathOnly: Int32 = 0o10_000_000

    let descriptor: Int32
    let identity: FileIdentity

    /// Why a folder cannot be read.
    enum Failure: Error, Equatable {
        case missing
        case noFolder(String)
        /// What the system says: permission denied, input/output error.
        case system(String)

        init(_ number: Int32) {
            let text = String(cString: strerror(number))
            switch number {
            case ENOENT: self = .missing
            case ENOTDIR: self = .noFolder(text)
            default: self = .system(text)
            }
        }
    }

    /// Opens a folder whose files are named.
    ///
    /// - Parameter parent: What a relative path starts from; nil for the folder in which the program runs.
    convenience init(_ path: String, in parent: OpenFolder? = nil) throws(Failure) {
        // With O_PATH a folder serves that may be searched but not listed.
        try self.init(path, in: parent, Self.pathOnly)
    }

    /// Opens a folder whose files are to be listed.
    convenience init(listing path: String, in parent: OpenFolder? = nil) throws(Failure) {
        try self.init(path, in: parent, O_RDONLY)
    }

    private init(_ path: String, in parent: OpenFolder?, _ flags: Int32) throws(Failure) {
        let opened = openat(parent?.descriptor ?? AT_FDCWD, path, flags | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else { throw Failure(errno) }
        var status = stat()
        guard fstat(opened, &status) == 0 else {
            let cause = errno
            close(opened)
            throw Failure(cause)
        }
        descriptor = opened
        identity = FileIdentity(status)
    }

    deinit {
        close(descriptor)
    }

    /// What stands in the folder, in the order of names; names that are not UTF-8 with U+FFFD.
    func names() throws(Failure) -> [(name: String, isFolder: Bool)] {
        // A descriptor of its own, since closedir closes it.
        let listed = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard listed >= 0 else { throw Failure(errno) }
        guard let stream = fdopendir(listed) else {
            let cause = errno
            close(listed)
            throw Failure(cause)
        }
        defer { closedir(stream) }
        var names: [(name: String, isFolder: Bool)] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw Failure(errno) }
                return names.sorted { $0.name < $1.name }
            }
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append((name, isFolder(name, entry.pointee.d_type))) }
        }
    }

    private func isFolder(_ name: String, _ type: UInt8) -> Bool {
        // A link may lead to a folder, and some file systems tell no types.
        guard Int(type) == DT_LNK || Int(type) == DT_UNKNOWN else { return Int(type) == DT_DIR }
        var status = stat()
        return fstatat(descriptor, name, &status, 0) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}

/// Which file it is, and in what state.
struct FileIdentity: Equatable, Sendable {
    private let device: UInt
    private let number: UInt
    private let size: Int
    private let seconds: Int
    private let nanoseconds: Int

    init(_ status: stat) {
        device = UInt(status.st_dev)
        number = UInt(status.st_ino)
        size = Int(status.st_size)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
    }

    /// What a path leads to now; nil for nothing.
    init?(_ path: String, in folder: OpenFolder?) {
        var status = stat()
        guard fstatat(folder?.descriptor ?? AT_FDCWD, path, &status, 0) == 0 else { return nil }
        self.init(status)
    }
}
