import Foundation
import Glibc
import Time

/// The ledger's files in a state folder: where it is, and what was put beside it.
package struct LedgerFolder: Sendable {
    /// Why a ledger was put aside.
    enum Cause: String, CaseIterable {
        /// Nobody has looked at it yet.
        case damaged
        /// Somebody has.
        case seen
        /// Another was restored in its place.
        case replaced
    }

    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    package var ledger: String { path + "/ledger.sqlite" }
    /// Where a copy is made.
    var copy: String { ledger + ".copy" }
    /// Where one that is to be put back is made ready.
    var restored: String { ledger + ".restored" }

    /// What SQLite keeps beside a ledger, and belongs to it.
    private static let companions = ["-wal", "-shm", "-journal"]

    /// The names of ledgers that were damaged and set aside, and that nobody has looked at.
    package var damaged: [String] { names(of: [.damaged]) }

    /// The names of all ledgers that were put aside.
    package var aside: [String] { names(of: Cause.allCases) }

    private func names(of causes: [Cause]) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: Set<String> = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard causes.contains(where: { name.hasPrefix("ledger.sqlite.\($0.rawValue)-") }) else { continue }
            let companion = Self.companions.first { name.hasSuffix($0) }
            names.insert(String(name.dropLast(companion?.utf8.count ?? 0)))
        }
        return names.sorted()
    }

    /// Notes that somebody has looked at ledgers that were set aside.
    ///
    /// - Returns: Their names since.
    package func noteSeen() throws(LedgerError) -> [String] {
        var seen: [String] = []
        for name in damaged {
            let time = name.dropFirst("ledger.sqlite.\(Cause.damaged.rawValue)".utf8.count)
            let new = "ledger.sqlite.\(Cause.seen.rawValue)\(time)"
            try move("\(path)/\(name)", to: "\(path)/\(new)")
            seen.append(new)
        }
        return seen
    }

    /// Puts the ledger aside, with all that belongs to it.
    ///
    /// - Returns: Its name since.
    func setAside(as cause: Cause, at instant: Instant) throws(LedgerError) -> String {
        let time = ServiceClock(.gmt).rfc3339(instant).prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
        var name = "ledger.sqlite.\(cause.rawValue)-\(time)"
        var count = 1
        while access("\(path)/\(name)", F_OK) == 0 {
            count += 1
            name = "ledger.sqlite.\(cause.rawValue)-\(time)-\(count)"
        }
        try move(ledger, to: "\(path)/\(name)")
        return name
    }

    /// Makes what was set aside the ledger again.
    func putBack(_ name: String) throws(LedgerError) { try move("\(path)/\(name)", to: ledger) }

    /// The log goes first: beside a new ledger it must not be found.
    private func move(_ old: String, to new: String) throws(LedgerError) {
        for part in Self.companions + [""] where rename(old + part, new + part) != 0 && errno != ENOENT {
            throw .cannotOpen(path: old + part, cause: "it cannot be renamed: \(String(cString: strerror(errno)))")
        }
        sync()
    }

    /// Has the folder's names on disk.
    func sync() {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    /// Removes a database and what belongs to it.
    static func remove(_ path: String) {
        for part in [""] + companions { unlink(path + part) }
    }

    /// What is at the ledger's place and cannot be one; nil where it may be one, or nothing is there.
    var misfit: String? {
        var found = stat()
        guard lstat(ledger, &found) == 0 else { return nil }
        switch found.st_mode & S_IFMT {
        case S_IFREG: return found.st_size == 0 ? "it is empty" : nil
        case S_IFDIR: return "it is a folder"
        default: return nil
        }
    }
}
