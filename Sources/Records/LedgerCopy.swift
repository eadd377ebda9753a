import Glibc

/// A copy of the ledger in a file that has no name any more: it is gone with this, however the process ends.
package final class LedgerCopy: Sendable {
    /// In bytes.
    package let size: Int
    private let descriptor: Int32

    /// Takes a file over, and its name away.
    init(_ path: String) throws(LedgerError) {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        let code = errno
        unlink(path)
        guard file >= 0 else { throw .unavailable(cause: String(cString: strerror(code))) }
        var found = stat()
        guard fstat(file, &found) == 0 else {
            let code = errno
            close(file)
            throw .unavailable(cause: String(cString: strerror(code)))
        }
        descriptor = file
        size = Int(found.st_size)
    }

    deinit { close(descriptor) }

    /// So many bytes from an offset, less at the end.
    package func bytes(at offset: Int, count: Int) throws(LedgerError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let read = pread(
                    descriptor, buffer.baseAddress?.advanced(by: filled), count - filled, off_t(offset + filled))
                if read < 0, errno == EINTR { continue }
                if read < 0 { failure = errno }
                guard read > 0 else { return }
                filled += read
            }
        }
        guard failure == 0 else { throw .unavailable(cause: String(cString: strerror(failure))) }
        return bytes
    }
}
