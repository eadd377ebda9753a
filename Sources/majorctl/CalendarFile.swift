import Glibc
import ICalendar
import ShownText
import Wording

/// The text of a calendar's file.
enum CalendarFile {
    /// Why there is none.
    enum Failure: Error, Equatable {
        case missing
        case notAllowed
        case isFolder
        /// It is in another encoding than UTF-8, by its name.
        case encoding(String)
        /// What the system says.
        case system(String)

        fileprivate init(_ number: Int32) {
            switch number {
            case ENOENT, ENOTDIR: self = .missing
            case EACCES, EPERM: self = .notAllowed
            case EISDIR: self = .isFolder
            default: self = .system(String(cString: strerror(number)))
            }
        }

        /// What is wrong, and what helps.
        ///
        /// - Parameter path: As it was named.
        func text(_ path: String, _ words: LeaveImportWords) -> String {
            let name = path == "-" ? words.standardInput : path.shown
            return switch self {
            case .missing: words.missing(name)
            case .notAllowed: words.notAllowed(name)
            case .isFolder: words.isFolder(name)
            case .encoding(let encoding): words.encoding(name, encoding)
            case .system(let reason): words.failed(name, reason)
            }
        }
    }

    /// Of what is too large so much is read that the reader can tell.
    ///
    /// - Parameter path: `-` is stdin.
    static func text(_ path: String) throws(Failure) -> String {
        let bytes = try bytes(path)
        if let encoding = WideEncoding(of: bytes) { throw .encoding(encoding.name) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func bytes(_ path: String) throws(Failure) -> [UInt8] {
        guard path != "-" else { return try read(STDIN_FILENO) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(errno) }
        defer { close(descriptor) }
        return try read(descriptor)
    }

    private static func read(_ descriptor: Int32) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= LeaveCalendar.limit {
            let length = Glibc.read(descriptor, &part, part.count)
            if length < 0, errno == EINTR { continue }
            guard length >= 0 else { throw Failure(errno) }
            guard length > 0 else { break }
            bytes += part.prefix(length)
        }
        return bytes
    }
}
