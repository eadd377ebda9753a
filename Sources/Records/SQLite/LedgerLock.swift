import Foundation
import Glibc
import Synchronization

/// A lock on a state folder, for as long as this lives: one majord at a time has the ledger in it, while others may read the ledger.
///
/// It is the kernel's, on an open file (flock(2)): however a process ends, its lock goes with it. The file stays, and says nothing. The ledger
/// itself is locked in the same way, since somebody may remove the file; SQLite's locks are others (fcntl(2)).
final class LedgerLock: Sendable {
    private struct Held {
        var lock: Int32
        /// The ledger, where there is one. SQLite's locks on it are gone once any descriptor of it is closed, so that this one stays open for as
        /// long as SQLite has it.
        var ledger: Int32?
    }

    private let ledger: String
    private let held: Mutex<Held>
    var path: String { ledger + ".lock" }

    /// - Parameter ledger: The ledger's path.
    init(_ ledger: String) throws(LedgerError) {
        let lock = try Self.take(ledger)
        do throws(LedgerError) {
            held = Mutex(Held(lock: lock, ledger: try Self.hold(ledger)))
        } catch {
            close(lock)
            throw error
        }
        self.ledger = ledger
    }

    /// Locks the ledger that is in its place by now, in place of the one before.
    func holdLedger() throws(LedgerError) {
        try held.withLock { held throws(LedgerError) in
            if let before = held.ledger, Self.isInPlace(before, ledger) { return }
            let before = held.ledger
            held.ledger = try Self.hold(ledger)
            if let before { close(before) }
        }
    }

    /// Whether the file that is locked is the one that another majord would try to lock.
    var isInPlace: Bool { held.withLock { Self.isInPlace($0.lock, path) } }

    /// Locks the file that is in the lock's place by now; makes it where there is none.
    func renew() throws(LedgerError) {
        try held.withLock { held throws(LedgerError) in
            let new = try Self.take(ledger)
            close(held.lock)
            held.lock = new
        }
    }

    /// The first bytes of the ledger that is locked, as many as there are.
    func head(_ count: Int) -> [UInt8] {
        held.withLock { held in
            guard let file = held.ledger else { return [] }
            return [UInt8](unsafeUninitializedCapacity: count) { $1 = max(pread(file, $0.baseAddress, count, 0), 0) }
        }
    }

    deinit {
        held.withLock { held in
            close(held.lock)
            if let ledger = held.ledger { close(ledger) }
        }
    }

    private static func take(_ ledger: String) throws(LedgerError) -> Int32 {
        let path = ledger + ".lock"
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else {
            let code = errno
            if code == ENOSPC { throw .diskIsFull(ledger) }
            if let cause = misfit(path) { throw .noLock(path: path, cause: cause) }
            throw .cannotOpen(path: path, cause: String(cString: strerror(code)))
        }
        fchmod(file, 0o600)
        guard let code = Self.lock(file) else { return file }
        var found = stat()
        let hasOthers = fstat(file, &found) == 0 && found.st_nlink > 1
        close(file)
        if code == EWOULDBLOCK, hasOthers { throw .noLock(path: path, cause: Self.shared) }
        throw Self.refusal(code, ledger)
    }

    /// - Returns: Nil where there is none, or none that can be opened: why is said by those who read it.
    private static func hold(_ ledger: String) throws(LedgerError) -> Int32? {
        let file = open(ledger, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { return nil }
        guard Self.lock(file) == EWOULDBLOCK else { return file }
        let isLock = isInPlace(file, ledger + ".lock")
        close(file)
        if isLock { throw .noLock(path: ledger + ".lock", cause: shared) }
        throw .inUse(path: ledger)
    }

    private static let shared = "is another name (a hard link) of a file that is locked already"

    /// What is in the lock's place and is no file; nil where it is one, or nothing is there.
    private static func misfit(_ path: String) -> String? {
        var found = stat()
        guard lstat(path, &found) == 0 else { return nil }
        switch found.st_mode & S_IFMT {
        case S_IFREG: return nil
        case S_IFDIR: return "is a folder"
        case S_IFLNK:
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
            return "is a link to \(target ?? "?")"
        default: return "is no file"
        }
    }

    /// - Returns: Why not; nil: it is locked.
    private static func lock(_ file: Int32) -> Int32? {
        var result: Int32
        repeat { result = flock(file, LOCK_EX | LOCK_NB) } while result != 0 && errno == EINTR
        return result == 0 ? nil : errno
    }

    private static func isInPlace(_ file: Int32, _ path: String) -> Bool {
        var (one, other) = (stat(), stat())
        return fstat(file, &one) == 0 && lstat(path, &other) == 0 && one.st_dev == other.st_dev
            && one.st_ino == other.st_ino
    }

    /// What is said where there is no lock to be had.
    static func refusal(_ code: Int32, _ ledger: String) -> LedgerError {
        switch code {
        case EWOULDBLOCK: .inUse(path: ledger)
        default:
            .cannotOpen(
                path: ledger + ".lock",
                cause:
                    "its file system gives no lock (\(String(cString: strerror(code)))), as some that come over a network; "
                    + "the ledger belongs on a disk of this machine")
        }
    }
}
