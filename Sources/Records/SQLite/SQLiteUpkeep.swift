import GRDB
import Glibc
import Synchronization

/// The ledger's file as a whole.
struct SQLiteUpkeep: UpkeepRecords {
    let engine: SQLiteEngine
    /// So many pages are copied at a time.
    private static let pagesAtOnce: CInt = 2_000

    private struct Given: Error {}

    var connections: Int { 0 }
    var outage: LedgerError? { nil }
    var isChecked: Bool { engine.isChecked }
    var hindrance: LedgerHindrance? { engine.hindrance }

    func mend() -> [LedgerHindrance] {
        try? engine.current.look()
        engine.mend()
        engine.readLog()
        engine.makeRoom()
        return engine.mended.withLock { mended in
            defer { mended = [] }
            return mended
        }
    }

    func damage() throws(LedgerError) -> String? {
        do throws(LedgerError) {
            return try engine.readApart { database in
                do {
                    _ = try QuickCheck.run(database)
                    return nil
                } catch let damage as QuickCheck.Damage {
                    return damage.cause
                }
            }
        } catch {
            // What SQLite cannot even look at.
            guard case .unavailable(let cause) = error, cause.contains("malformed") else { throw error }
            return cause
        }
    }

    func copy(_ progress: @escaping (_ done: Int, _ total: Int) -> Bool) throws(LedgerError) -> LedgerCopy {
        let path = LedgerFolder(engine.folder).copy
        LedgerFolder.remove(path)
        do throws(LedgerError) {
            try engine.readApart { database in
                let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
                let pageSize = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 4_096
                try Self.makeRoom(for: pages * pageSize, engine.folder)
                let made = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
                guard made >= 0 else { throw LedgerError.unavailable(cause: String(cString: strerror(errno))) }
                close(made)
                let copy = try DatabaseQueue(path: path)
                defer { try? copy.close() }
                var isGiven = false
                try copy.writeWithoutTransaction { target in
                    try database.backup(to: target, pagesPerStep: Self.pagesAtOnce) { step in
                        let total = step.totalPageCount * pageSize
                        guard progress(total - step.remainingPageCount * pageSize, total) else {
                            isGiven = true
                            throw Given()
                        }
                    }
                    // What is thrown at the last step is not told.
                    guard !isGiven else { throw Given() }
                    // One file, that nothing belongs to.
                    _ = try String.fetchOne(target, sql: "PRAGMA journal_mode = DELETE")
                }
                try copy.read(QuickCheck.runThrough)
                try copy.close()
                try CopySum.write(into: path)
            }
        } catch {
            LedgerFolder.remove(path)
            throw error
        }
        return try LedgerCopy(path)
    }

    func emptyLog() throws(LedgerError) -> Bool { try engine.emptyLog() }

    private static func makeRoom(for bytes: Int, _ folder: String) throws(LedgerError) {
        var found = statvfs()
        guard statvfs(folder, &found) == 0 else { return }
        let free = Int(clamping: UInt64(found.f_bavail) * UInt64(found.f_frsize))
        // The ledger itself goes on growing meanwhile.
        guard free > bytes + 16 << 20 else {
            throw .unavailable(
                cause: "a copy takes \(bytes >> 20) MiB for a while, and \(folder) has \(free >> 20) MiB free")
        }
    }
}
