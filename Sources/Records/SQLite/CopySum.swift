import CSQLite
import Glibc

/// The checksum of a copy of the ledger, in the copy's own head: SQLite finds what is damaged in how pages hang together, and not in what people
/// wrote. It takes the place of the application id, which is 0 in the ledger itself and in copies that majord did not make.
enum CopySum {
    private static let place: off_t = 68

    /// Writes it into a copy that nobody has open.
    static func write(into path: String) throws(LedgerError) {
        let file = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { throw .unavailable(cause: String(cString: strerror(errno))) }
        defer { close(file) }
        let sum = sqlite_copy_sum(file)
        var bytes = sum.bigEndian
        guard sum != 0, pwrite(file, &bytes, 4, place) == 4 else {
            throw .unavailable(cause: String(cString: strerror(errno)))
        }
    }

    /// Whether a file is as it was when its checksum was written, or has none.
    static func isSound(_ path: String) -> Bool {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        // Whoever reads it says why he cannot.
        guard file >= 0 else { return true }
        defer { close(file) }
        var bytes: UInt32 = 0
        guard pread(file, &bytes, 4, place) == 4, bytes != 0 else { return true }
        return UInt32(bigEndian: bytes) == sqlite_copy_sum(file)
    }
}
