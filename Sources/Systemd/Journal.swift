import CSystemd
import Glibc

/// The system's journal, by libsystemd, which also knows where its sockets are.
package struct Journal: Sendable {
    /// Whether a journal answered when this value was made. sd_journal_sendv(3) also reports success where none runs.
    package let isReachable: Bool

    /// Asks once whether there is a journal.
    package init(identifier: String) {
        let stream = sd_journal_stream_fd(identifier, LOG_INFO, 0)
        isReachable = stream >= 0
        if stream >= 0 { close(stream) }
    }

    private init(isReachable: Bool) {
        self.isReachable = isReachable
    }

    /// No journal at all.
    package static let unreachable = Journal(isReachable: false)

    /// Hands `entry` over. Values may hold any byte, newlines included.
    ///
    /// - Returns: false when there is no journal or it did not take the entry.
    package func send(_ entry: JournalEntry) -> Bool {
        guard isReachable else { return false }
        var (bytes, ends) = Self.encode(entry)
        return bytes.withUnsafeMutableBytes { buffer in
            var begin = 0
            let vectors = ends.map { end in
                defer { begin = end }
                return iovec(iov_base: buffer.baseAddress?.advanced(by: begin), iov_len: end - begin)
            }
            return sd_journal_sendv(vectors, Int32(clamping: vectors.count)) >= 0
        }
    }

    /// The fields as `NAME=value`, one after another, and where each ends.
    static func encode(_ entry: JournalEntry) -> (bytes: [UInt8], ends: [Int]) {
        var bytes: [UInt8] = []
        var ends: [Int] = []
        for field in entry.fields {
            bytes.append(contentsOf: field.name.utf8)
            bytes.append(UInt8(ascii: "="))
            bytes.append(contentsOf: field.value.utf8)
            ends.append(bytes.count)
        }
        return (bytes, ends)
    }
}
