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
        /// The byte that is no UTF-8, counted from 0.
        case notUTF8(line: Int, column: Int)
        /// What the system says: permission denied, input/output error.
        case system(String)

        /// What is wrong, and the cure, for people.
        var text: String {
            switch self {
            case .missing: "does not exist"
            case .isFolder: "is a folder where a file is expected"
            case .noRegularFile: "is no regular file"
            case .tooLarge(let limit): "is larger than \(limit / 1_048_576) MiB; split it"
            case .notUTF8: "is not UTF-8 here; save the file as UTF-8"
            case .system(let reason): "cannot be read (\(reason)); give the service's user the right to read it"
            }
        }
    }

    /// Files larger than this are refused: 64 MiB.
    static let limit = 64 * 1_048_576

    /// - Parameter repairing: Whether bytes that are no UTF-8 become U+FFFD.
    static func read(_ path: String, limit: Int = limit, repairing: Bool = false) throws(Failure) -> String {
        let bytes = try bytes(of: path, limit: limit)
        if repairing { return String(decoding: bytes, as: UTF8.self) }
        do {
            return String(copying: try UTF8Span(validating: bytes.span))
        } catch {
            throw failure(at: error.byteOffsets.lowerBound, in: bytes)
        }
    }

    private static func bytes(of path: String, limit: Int) throws(Failure) -> [UInt8] {
        // A pipe would block without O_NONBLOCK.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
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
        return bytes
    }

    private static func failure(_ number: Int32) -> Failure {
        number == ENOENT ? .missing : .system(String(cString: strerror(number)))
    }

    private static func failure(at offset: Int, in bytes: [UInt8]) -> Failure {
        let before = bytes[..<min(offset, bytes.count)]
        let newline = UInt8(ascii: "\n")
        let line = before.count { $0 == newline }
        let start = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
        return .notUTF8(
            line: line + 1, column: String(decoding: before[start...], as: UTF8.self).unicodeScalars.count + 1)
    }
}
