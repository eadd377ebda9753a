import Glibc

/// A lock on a state folder, for as long as this lives: one majord at a time has the ledger in it, while others may read the ledger.
///
/// It is the kernel's, on an open file (flock(2)): however a process ends, its lock goes with it. The file stays, and says nothing.
final class LedgerLock: Sendable {
    private let descriptor: Int32

    /// - Parameter ledger: The ledger's path.
    init(_ ledger: String) throws(LedgerError) {
        let path = ledger + ".lock"
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else {
            let code = errno
            throw code == ENOSPC ? .diskIsFull(ledger) : .cannotOpen(path: path, cause: String(cString: strerror(code)))
        }
        fchmod(file, 0o600)
        var result: Int32
        repeat { result = flock(file, LOCK_EX | LOCK_NB) } while result != 0 && errno == EINTR
        guard result == 0 else {
            let code = errno
            close(file)
            throw Self.refusal(code, ledger)
        }
        descriptor = file
    }

    deinit { close(descriptor) }

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
