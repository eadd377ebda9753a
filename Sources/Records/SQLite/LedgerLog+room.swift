import CSQLite
import Glibc

/// Room for what is to come. A commit that makes the log's file longer has the file system write its own records of the file, too, which takes as
/// long as the commit itself, and with a journal three times as long; one that writes over what is there has not.
extension LedgerLog {
    /// So much is written at a time: nobody else writes into the log meanwhile.
    private static let piece = 1 << 16
    /// Of what is free on the disk at most this part is taken.
    private static let part = 16

    /// Makes the file longer, by one piece of zeros that is on disk then. SQLite takes them for the end of the log, since a frame counts with the salts
    /// of the head alone (https://sqlite.org/fileformat.html#the_write_ahead_log).
    ///
    /// Whoever calls this keeps everybody else from writing into the log.
    ///
    /// - Parameter pages: For how many there is to be room.
    /// - Returns: Whether the file is longer, and there may be more to do.
    func lengthen(_ content: Content, to pages: Int) -> Bool {
        var (found, full) = (stat(), content.log)
        full.frames = UInt32(clamping: pages)
        let length = sqlite_log_length(&full)
        guard content.pages > 0, isLongEnough(for: content), fstat(descriptor, &found) == 0 else { return false }
        let size = Int(found.st_size)
        guard size < length, isFree(Self.part * (length - size)) else { return false }
        let count = min(Self.piece, length - size)
        let zeros = [UInt8](repeating: 0, count: count)
        guard pwrite(descriptor, zeros, count, off_t(size)) == count, fdatasync(descriptor) == 0 else {
            // A disk that is full after all has its room back.
            ftruncate(descriptor, off_t(size))
            return false
        }
        return true
    }

    private func isFree(_ bytes: Int) -> Bool {
        var found = statvfs()
        guard fstatvfs(descriptor, &found) == 0 else { return false }
        return UInt64(found.f_bavail).multipliedReportingOverflow(by: UInt64(found.f_frsize)).partialValue
            > UInt64(bytes)
    }
}
