import Glibc
import Synchronization
import Time

/// The files of a ledger as they were when it was opened, by which is seen what somebody does to them since. Every question is one to the
/// file system, of some microseconds, and waits for nobody who reads or writes.
final class LedgerFiles: Sendable {
    private struct File: Equatable {
        let device: UInt64
        let number: UInt64

        init(_ found: stat) {
            device = UInt64(found.st_dev)
            number = UInt64(found.st_ino)
        }
    }

    private let path: String
    private let lock: LedgerLock
    private let opened: [(path: String, file: File)]
    /// The log that is written, wherever it is.
    let log: LedgerLog?
    /// The most bytes that the ledger has had: majord never makes it smaller.
    private let largest: Mutex<Int>
    private let memory: File?
    /// The most bytes that the shared memory has had: SQLite never makes it smaller while somebody has it.
    private let mostMemory: Mutex<Int>
    private let isMemoryMade = Mutex(false)
    /// What only SQLite can tell.
    private let logIsCut = Mutex(false)
    /// Why the log could not be written anew in its place.
    private let failure = Mutex<String?>(nil)

    /// - Parameters:
    ///   - path: The ledger's, which is open.
    ///   - lock: That of the ledger.
    init(_ path: String, _ lock: LedgerLock) {
        self.path = path
        self.lock = lock
        opened = [path, path + "-wal"].compactMap { name in Self.status(name).found.map { (name, File($0)) } }
        log = LedgerLog(path + "-wal")
        largest = Mutex(Self.size(path))
        memory = Self.status(path + "-shm").found.map(File.init)
        mostMemory = Mutex(Self.size(path + "-shm"))
    }

    var memoryPath: String { path + "-shm" }

    /// Whether the shared memory's file is shorter than what is mapped of it: whoever touches what is missing is ended by SIGBUS.
    var isMemoryCut: Bool {
        guard let memory, let found = Self.status(memoryPath).found, File(found) == memory else { return false }
        return mostMemory.withLock { most in
            most = max(most, Int(found.st_size))
            return found.st_size < most
        }
    }

    /// Makes the shared memory as long as it was, and empty: who reads or writes next has SQLite make it of the log. Nobody of this process
    /// may be within a transaction.
    func makeMemory() throws(LedgerError) {
        let length = mostMemory.withLock { $0 }
        // What is left of it counts no more. A hole would end whoever writes there on a full disk.
        guard let file = LockedFiles.descriptor(of: memoryPath) else { throw memoryFailure(EACCES) }
        let left = [UInt8](repeating: 0, count: min(Self.size(memoryPath), length))
        guard pwrite(file, left, left.count, 0) == left.count else { throw memoryFailure(errno) }
        let code = posix_fallocate(file, 0, off_t(length))
        guard code == 0 else { throw memoryFailure(code) }
        isMemoryMade.withLock { $0 = true }
    }

    private func memoryFailure(_ code: Int32) -> LedgerError {
        .unavailable(
            cause:
                "somebody has cut \(memoryPath) short, and it cannot be made anew: \(String(cString: strerror(code)))")
    }

    /// Whether it was made anew, and nobody has been told.
    func takeMemoryMade() -> Bool {
        isMemoryMade.withLock { isMade in
            defer { isMade = false }
            return isMade
        }
    }

    var logPath: String { path + "-wal" }

    /// What makes that whatever is written now is gone when majord ends.
    var gone: LedgerHindrance? {
        for (name, file) in opened {
            let (found, code) = Self.status(name)
            guard let found else {
                // What cannot be looked at may still be there.
                guard code == ENOENT || code == ENOTDIR else { continue }
                return name == path ? .removed(path: name) : logGone
            }
            guard File(found) == file else {
                if name != path { return logGone }
                return found.st_mode & S_IFMT == S_IFLNK ? .linked(path: name) : .replaced(path: name)
            }
            if name == path, isCut(Int(found.st_size)) { return .cut(path: name) }
        }
        return logIsCut.withLock { $0 } ? .logCut(path: logPath, since: moved) : nil
    }

    /// The same, and what else is not as it should be: somebody else may come in, or the next start could not open it.
    var hindrance: LedgerHindrance? {
        if let gone { return gone }
        if !lock.isInPlace { return .unlocked(path: lock.path) }
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let needed = [(folder, R_OK | W_OK | X_OK)] + ["", "-wal", "-shm", ".lock"].map { (path + $0, R_OK | W_OK) }
        for (name, mode) in needed where access(name, mode) != 0 {
            let code = errno
            if code != ENOENT { return .closed(path: name, cause: String(cString: strerror(code))) }
        }
        return nil
    }

    /// Looks whether the log has what SQLite takes to be in it. Once it had not, it is read to its end before it is written again.
    func look(at content: LedgerLog.Content?) {
        guard let content, let log else { return }
        logIsCut.withLock { $0 = $0 ? !log.isSound(content, all: true) : !log.isLongEnough(for: content) }
    }

    /// The same for all that the ledger does not have yet; reads it.
    ///
    /// - Returns: Whether it may be moved into the ledger.
    func mayMove(_ content: LedgerLog.Content?) -> Bool {
        guard let content, let log else { return true }
        return logIsCut.withLock { isCut in
            if !content.isMoved { isCut = isCut || !log.isSound(content, all: false) }
            return !isCut || content.isMoved
        }
    }

    func note(failure cause: String?) { failure.withLock { $0 = cause } }

    private var logGone: LedgerHindrance {
        .logGone(path: logPath, since: moved, cause: failure.withLock { $0 })
    }

    /// When something was moved from the log into the ledger last.
    private var moved: Instant {
        let time = Self.status(path).found?.st_mtim ?? timespec()
        return Instant(clamping: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }

    private func isCut(_ size: Int) -> Bool {
        largest.withLock { largest in
            // While the log is moved into it the head may tell of more than is there yet, but nothing becomes less. Where somebody has SQLite make it
            // smaller, its head knows.
            guard size < largest, size < told else {
                largest = size
                return false
            }
            return true
        }
    }

    /// How many bytes the head of the ledger says that it has; more than there are where it has none
    /// (https://sqlite.org/fileformat.html#the_database_header).
    private var told: Int {
        let head = lock.head(100)
        guard head.count == 100 else { return .max }
        func number(_ places: Range<Int>) -> Int { places.reduce(0) { $0 << 8 | Int(head[$1]) } }
        let (pageSize, pages) = (number(16..<18), number(28..<32))
        guard pageSize > 0, pages > 0 else { return .max }
        return (pageSize == 1 ? 65_536 : pageSize) * pages
    }

    private static func size(_ path: String) -> Int { Int(status(path).found?.st_size ?? 0) }

    private static func status(_ path: String) -> (found: stat?, code: Int32) {
        var found = stat()
        return lstat(path, &found) == 0 ? (found, 0) : (nil, errno)
    }
}
