import Glibc

/// A file's text, or why there is none.
enum FileText {
    /// Why a file cannot be read.
    enum Failure: Error, Equatable {
        case missing
        case isFolder
        /// A device, a pipe or a socket.
        case noRegularFile
        case tooLarge(limit: Int)
        /// The files of the directory are too large together.
        case tooMuch(limit: Int)
        /// The byte that is no UTF-8, and the encoding that it is probably of.
        case notUTF8(line: Int, column: Int, probably: String?)
        /// What the bytes show to be another encoding, by its name.
        case encoding(String)
        /// What the system says: permission denied, input/output error.
        case system(String)

        /// What is wrong, and the cure, for people.
        var text: String {
            switch self {
            case .missing: "does not exist"
            case .isFolder: "is a folder where a file is expected"
            case .noRegularFile: "is no regular file"
            case .tooLarge(let limit): "is larger than \(limit / 1_048_576) MiB; split it"
            case .tooMuch(let limit): "makes the directory larger than \(limit / 1_048_576) MiB"
            case .notUTF8(_, _, nil): "is not UTF-8 here; save the file as UTF-8"
            case .notUTF8(_, _, let encoding?): "is not UTF-8 here but probably \(encoding); save the file as UTF-8"
            case .encoding(let name): "is \(name); save the file as UTF-8"
            case .system(let reason): "cannot be read (\(reason)); give the service's user the right to read it"
            }
        }
    }

    /// Files larger than this are refused: 64 MiB.
    static let limit = 64 * 1_048_576

    /// Reads a file as UTF-8; a byte order mark before it is passed over.
    ///
    /// - Parameters:
    ///   - path: As the system takes it.
    ///   - folder: What a relative path starts from; nil for the folder in which the program runs.
    ///   - repairing: Whether bytes that are no UTF-8 become U+FFFD.
    static func read(
        _ path: String, in folder: OpenFolder? = nil, limit: Int = limit, repairing: Bool = false
    ) throws(Failure) -> (text: String, identity: FileIdentity) {
        let (bytes, identity) = try bytes(of: path, in: folder, limit: limit)
        return (try TextEncoding.text(bytes, repairing: repairing), identity)
    }

    /// Line and column, from 1, of a byte that is counted from 0.
    static func place(of offset: Int, in bytes: some RandomAccessCollection<UInt8>) -> (line: Int, column: Int) {
        let before = bytes.prefix(offset)
        let newline = UInt8(ascii: "\n")
        let line = before.reversed().prefix { $0 != newline }
        return (
            before.count { $0 == newline } + 1,
            String(decoding: line.reversed(), as: UTF8.self).unicodeScalars.count + 1
        )
    }

    private static func bytes(
        of path: String, in folder: OpenFolder?, limit: Int
    ) throws(Failure) -> ([UInt8], FileIdentity) {
        // A pipe would block without O_NONBLOCK.
        let descriptor = openat(
            folder?.descriptor ?? AT_FDCWD, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw failure(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .isFolder }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .noRegularFile }
        guard status.st_size <= limit else { throw .tooLarge(limit: limit) }
        var count = 0
        var cause: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, initialized in
            while count < buffer.count, let base = buffer.baseAddress {
                let length = Glibc.read(descriptor, base + count, buffer.count - count)
                if length < 0, errno == EINTR { continue }
                if length < 0 { cause = errno }
                // A file that was cut short meanwhile ends earlier.
                if length <= 0 { break }
                count += length
            }
            initialized = count
        }
        guard cause == 0 else { throw failure(cause) }
        return (bytes, FileIdentity(status))
    }

    private static func failure(_ number: Int32) -> Failure {
        number == ENOENT ? .missing : .system(String(cString: strerror(number)))
    }
}
