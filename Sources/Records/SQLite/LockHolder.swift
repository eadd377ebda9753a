import Foundation
import Glibc

/// Another process that keeps majord from writing or reading the ledger by SQLite's locks, as a shell of sqlite3 does in a transaction.
package struct LockHolder: Equatable, Sendable {
    package let process: Int32
    /// Its program, where this process may look at it: under majord.service others' processes cannot be seen.
    package let name: String?

    package init(process: Int32, name: String?) {
        (self.process, self.name) = (process, name)
    }

    /// SQLite's locks are on these bytes: those of the shared memory for who writes and moves the log, and those of the database for who
    /// has it for himself (https://sqlite.org/walformat.html#wal_locks, os_unix.c).
    private static let writing = (suffix: "-shm", kind: F_WRLCK, start: 120, count: 3)
    private static let alone = (suffix: "", kind: F_RDLCK, start: 0x4000_0000, count: 512)

    /// - Parameter path: The ledger's.
    /// - Returns: Nil where nobody else has a lock by now, or nothing can be known of him, as of one in another container.
    static func find(_ path: String) -> LockHolder? {
        for (suffix, kind, start, count) in [writing, alone] {
            guard let file = LockedFiles.descriptor(of: path + suffix) else { continue }
            var asked = flock()
            asked.l_type = Int16(kind)
            asked.l_whence = Int16(SEEK_SET)
            (asked.l_start, asked.l_len) = (off_t(start), off_t(count))
            guard fcntl(file, F_GETLK, &asked) == 0, asked.l_type != Int16(F_UNLCK), asked.l_pid > 0 else { continue }
            return LockHolder(process: asked.l_pid, name: name(of: asked.l_pid))
        }
        return nil
    }

    private static func name(of process: Int32) -> String? {
        guard let told = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8) else { return nil }
        let name = told.unicodeScalars.filter { (" "..."~").contains($0) }
        return name.isEmpty ? nil : String(String.UnicodeScalarView(name))
    }
}

extension LockHolder: CustomStringConvertible {
    /// With the cure.
    package var description: String {
        "process \(process)\(name.map { " (\($0))" } ?? ""); have it end its transaction, or end it: kill \(process)"
    }
}
