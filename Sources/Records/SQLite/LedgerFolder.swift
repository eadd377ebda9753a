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
        /// Its records are in a database.
        case moved
    }

    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    /// Whether there is a ledger, or something in its place.
    package var exists: Bool {
        var found = stat()
        return lstat(ledger, &found) == 0
    }

    package var ledger: String { path + "/ledger.sqlite" }
    /// Where a copy is made.
    var copy: String { ledger + ".copy" }
    /// Where one that is to be put back is made.
    var restoring: String { ledger + ".restoring" }
    /// Where its log is written anew.
    var mending: String { ledger + ".log" }
    /// Where it waits when it is ready: from then on it is the ledger, whenever somebody comes to put it in its place.
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
        var (names, companions): (Set<String>, Set<String>) = ([], [])
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard causes.contains(where: { name.hasPrefix("ledger.sqlite.\($0.rawValue)-") }) else { continue }
            if Self.companions.contains(where: name.hasSuffix) {
                companions.insert(name)
            } else {
                names.insert(name)
            }
        }
        // A log that was set aside alone has its own name.
        let alone = companions.filter { one in one.hasSuffix("-wal") && !names.contains(String(one.dropLast(4))) }
        return names.union(alone).sorted()
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
        let name = name(for: cause, at: instant)
        try move(ledger, to: "\(path)/\(name)")
        return name
    }

    /// Puts the log alone aside. Of one that is damaged, and that nobody has open, the shared memory goes.
    ///
    /// - Returns: The name of the ledger that it would belong to there.
    func setLogAside(as cause: Cause = .damaged, at instant: Instant) throws(LedgerError) -> String {
        let name = name(for: cause, at: instant)
        guard rename(ledger + "-wal", "\(path)/\(name)-wal") == 0 else {
            throw .cannotOpen(path: ledger + "-wal", cause: "it cannot be renamed: \(String(cString: strerror(errno)))")
        }
        if cause == .damaged { unlink(ledger + "-shm") }
        sync()
        return name
    }

    private func name(for cause: Cause, at instant: Instant) -> String {
        let time = ServiceClock(.gmt).rfc3339(instant).prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
        var name = "ledger.sqlite.\(cause.rawValue)-\(time)"
        var count = 1
        // Of one that is replaced the log may have gone before, when somebody broke off: its ledger follows it.
        let parts = cause == .replaced ? [""] : ["", "-wal"]
        while parts.contains(where: { access("\(path)/\(name)\($0)", F_OK) == 0 }) {
            count += 1
            name = "ledger.sqlite.\(cause.rawValue)-\(time)-\(count)"
        }
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
}
