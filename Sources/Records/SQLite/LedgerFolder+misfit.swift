import Foundation
import Glibc

/// What is wrong with a ledger's files that SQLite would not say, or would mend by throwing away.
extension LedgerFolder {
    /// What is at the ledger's place and cannot be one; nil where it may be one, or nothing is there.
    var misfit: String? {
        var found = stat()
        guard lstat(ledger, &found) == 0 else {
            // SQLite would throw the log away.
            return log.isEmpty ? nil : "its log is there, and the ledger is gone"
        }
        switch found.st_mode & S_IFMT {
        case S_IFREG: return found.st_size == 0 ? "it is empty" : Self.misfit(of: Self.head(of: ledger, 100))
        case S_IFDIR: return "it is a folder"
        case S_IFSOCK, S_IFIFO, S_IFCHR, S_IFBLK: return "it is no file"
        default: return nil
        }
    }

    /// Refuses a link in the ledger's place.
    func refuseLink() throws(LedgerError) {
        var found = stat()
        guard lstat(ledger, &found) == 0, found.st_mode & S_IFMT == S_IFLNK else { return }
        let target = try? FileManager.default.destinationOfSymbolicLink(atPath: ledger)
        throw .link(path: ledger, target: target ?? "?", isDangling: access(ledger, F_OK) != 0)
    }

    /// Whether something is in the log and SQLite could not tell, and would begin it anew: its head is none. What never came to the disk, as
    /// when power fails, is zeros, and holds nothing.
    var isLogBroken: Bool {
        let head = log
        guard head.contains(where: { $0 != 0 }) else { return false }
        return !Self.isLogHead(head)
    }

    /// The head of the log, with that of the first page in it; of one that is shorter than its head nothing, since nothing can be in it.
    private var log: [UInt8] {
        let head = Self.head(of: ledger + "-wal", 32 + 24)
        return head.count >= 32 ? head : []
    }

    /// Nil where the file cannot be read: SQLite says why.
    private static func head(of path: String, _ count: Int) -> [UInt8] {
        guard let file = FileHandle(forReadingAtPath: path) else { return [] }
        defer { try? file.close() }
        return (try? file.read(upToCount: count)).map { [UInt8]($0) } ?? []
    }

    /// The bytes for which SQLite has words that mislead: versions that would let nobody write, and a schema that it does not know
    /// (https://www.sqlite.org/fileformat2.html#the_database_header).
    private static func misfit(of head: [UInt8]) -> String? {
        guard head.count == 100, head.starts(with: "SQLite format 3\0".utf8) else { return nil }
        let isSound =
            (1...2).contains(head[18]) && (1...2).contains(head[19]) && (0...4).contains(number(head, at: 44))
        return isSound ? nil : "its head is damaged"
    }

    /// Whether these are bytes with which a log begins, 32 at least: a magic number, and a checksum of what follows it
    /// (https://www.sqlite.org/fileformat2.html#the_write_ahead_log).
    private static func isLogHead(_ head: [UInt8]) -> Bool {
        let magic = number(head, at: 0)
        guard magic & ~1 == 0x377f_0682 else { return false }
        let words = (0..<6).map { place in
            let word = number(head, at: place * 4)
            return magic & 1 == 1 ? word : word.byteSwapped
        }
        var sums: (UInt32, UInt32) = (0, 0)
        for place in stride(from: 0, to: words.count, by: 2) {
            sums.0 &+= words[place] &+ sums.1
            sums.1 &+= words[place + 1] &+ sums.0
        }
        return sums == (number(head, at: 24), number(head, at: 28))
    }

    private static func number(_ bytes: [UInt8], at place: Int) -> UInt32 {
        bytes[place..<(place + 4)].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
