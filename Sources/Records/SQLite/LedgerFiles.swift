import Glibc
import Synchronization

/// The files of a ledger as they were when it was opened, by which is seen what somebody does to them since. Every question is one to the
/// file system, of some microseconds, and waits for nobody who reads or writes.
final class LedgerFiles: Sendable {
    private struct File: Equatable {
        let device: UInt64
        let number: UInt64
    }

    private let path: String
    private let opened: [(path: String, file: File)]
    /// The most bytes that the ledger has had: majord never makes it smaller.
    private let largest: Mutex<Int>

    /// - Parameter path: The ledger's, which is open.
    init(_ path: String) {
        self.path = path
        opened = [path, path + "-wal"].compactMap { name in Self.status(name).found.map { (name, Self.file($0)) } }
        largest = Mutex(Self.size(path))
    }

    /// What makes that whatever is written now is gone when majord ends.
    var gone: LedgerHindrance? {
        for (name, file) in opened {
            let (found, code) = Self.status(name)
            guard let found else {
                // What cannot be looked at may still be there.
                guard code == ENOENT || code == ENOTDIR else { continue }
                return .removed(path: name)
            }
            guard Self.file(found) == file else { return .replaced(path: name) }
            if name == path, isCut(Int(found.st_size)) { return .cut(path: name) }
        }
        return nil
    }

    /// The same, and what would keep the next start from opening it.
    var hindrance: LedgerHindrance? {
        if let gone { return gone }
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let needed = [(folder, R_OK | W_OK | X_OK)] + ["", "-wal", "-shm", ".lock"].map { (path + $0, R_OK | W_OK) }
        for (name, mode) in needed where access(name, mode) != 0 {
            let code = errno
            if code != ENOENT { return .closed(path: name, cause: String(cString: strerror(code))) }
        }
        return nil
    }

    private func isCut(_ size: Int) -> Bool {
        largest.withLock { largest in
            // While the log is moved into it the head may tell of more than is there yet, but nothing becomes less. Where somebody has SQLite make it
            // smaller, its head knows.
            guard size < largest, size < Self.told(path) else {
                largest = size
                return false
            }
            return true
        }
    }

    /// How many bytes the head of a database says that it has; more than there are where it has none
    /// (https://sqlite.org/fileformat.html#the_database_header).
    private static func told(_ path: String) -> Int {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return .max }
        defer { close(file) }
        var head = [UInt8](repeating: 0, count: 100)
        guard read(file, &head, head.count) == head.count else { return .max }
        func number(_ places: Range<Int>) -> Int { places.reduce(0) { $0 << 8 | Int(head[$1]) } }
        let (pageSize, pages) = (number(16..<18), number(28..<32))
        guard pageSize > 0, pages > 0 else { return .max }
        return (pageSize == 1 ? 65_536 : pageSize) * pages
    }

    private static func size(_ path: String) -> Int { Int(status(path).found?.st_size ?? 0) }

    private static func file(_ found: stat) -> File {
        File(device: UInt64(found.st_dev), number: UInt64(found.st_ino))
    }

    private static func status(_ path: String) -> (found: stat?, code: Int32) {
        var found = stat()
        return stat(path, &found) == 0 ? (found, 0) : (nil, errno)
    }
}
