import CSQLite
import GRDB
import Glibc

/// The log of an open ledger, whatever name it still has: SQLite writes into it, and takes for granted that nobody else does.
final class LedgerLog: Sendable {
    let descriptor: Int32

    /// What SQLite takes to be in it.
    struct Content {
        fileprivate(set) var log: sqlite_log

        /// Nil where the connection has no log.
        init?(of database: Database) {
            var log = sqlite_log()
            guard let connection = database.sqliteConnection, sqlite_log_look(connection, &log) != 0 else { return nil }
            self.log = log
        }

        var pages: Int { Int(log.frames) }
        /// Whether the ledger has all of it.
        var isMoved: Bool { log.moved >= log.frames }
    }

    /// - Parameter path: The log's; nil where it cannot be opened.
    init?(_ path: String) {
        let writing = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        descriptor = writing >= 0 ? writing : open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// Whether the file is as long as its content, at least.
    func isLongEnough(for content: Content) -> Bool {
        var (found, log) = (stat(), content.log)
        return fstat(descriptor, &found) != 0 || Int(found.st_size) >= sqlite_log_length(&log)
    }

    /// Whether all of the content is there as it was written; reads it.
    ///
    /// - Parameter all: Whether also that which the ledger has.
    func isSound(_ content: Content, all: Bool) -> Bool {
        var log = content.log
        return sqlite_log_is_sound(descriptor, &log, all ? 0 : log.moved) != 0
    }

    /// Whether a file begins as this one, whose head is another after each time that the log was begun anew.
    func begins(as path: String) -> Bool {
        guard let other = LedgerLog(path) else { return false }
        let head = bytes(32, at: 0)
        return head?.count == 32 && head == other.bytes(32, at: 0)
    }

    /// Writes it into a new file, which is on disk then.
    func copy(to path: String) throws(LedgerError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw Self.failure(errno, path) }
        defer { close(file) }
        var offset = 0
        while true {
            guard let part = bytes(1 << 16, at: offset) else { throw Self.failure(errno, path) }
            if part.isEmpty { break }
            var done = 0
            while done < part.count {
                let written = part.withUnsafeBytes {
                    write(file, $0.baseAddress?.advanced(by: done), part.count - done)
                }
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { throw Self.failure(errno, path) }
                done += written
            }
            offset += part.count
        }
        guard fsync(file) == 0 else { throw Self.failure(errno, path) }
    }

    /// So many bytes from an offset, less at the end; nil where they cannot be read.
    private func bytes(_ count: Int, at offset: Int) -> [UInt8]? {
        var read = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            repeat {
                read = pread(descriptor, buffer.baseAddress, count, off_t(offset))
            } while read < 0 && errno == EINTR
            filled = max(read, 0)
        }
        return read < 0 ? nil : bytes
    }

    private static func failure(_ code: Int32, _ path: String) -> LedgerError {
        .unavailable(cause: "\(path): \(String(cString: strerror(code)))")
    }
}
