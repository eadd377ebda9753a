import GRDB
import Glibc
package import Time

extension Ledger {
    /// A ledger that was damaged.
    package struct SetAside: Sendable, Equatable {
        /// Its name since.
        package let name: String
        /// What is wrong with it; nil where it is its log alone whose head is damaged: the ledger is used without what was in it.
        package let cause: String?
    }

    /// Opens the ledger in a state folder. One that is damaged is set aside, and an empty one begun, so that calls go on; it has the last
    /// directory of the one before, where that can be read.
    ///
    /// - Parameters:
    ///   - damage: What is known to be damaged; nil: nothing is.
    ///   - mark: A file outside of the folder, by which is known that there was a ledger where the folder was emptied; nil: there is none.
    /// - Returns: Also the one that was set aside.
    package static func open(
        folder: String, version: ReleaseVersion, at instant: Instant, damage: String? = nil,
        mark: String? = nil
    ) throws(LedgerError) -> (ledger: Ledger, setAside: SetAside?) {
        let place = LedgerFolder(folder)
        guard access(folder, W_OK) == 0 else {
            throw .cannotOpen(path: place.ledger, cause: String(cString: strerror(errno)))
        }
        let lock = try LedgerLock(place.ledger)
        _ = try finishRestoring(place)
        let (misfit, isNew) = (place.misfit, !place.exists)
        let cause: String
        do throws(LedgerError) {
            if let known = damage ?? misfit { throw .unreadable(path: place.ledger, cause: known) }
            let log = place.isLogBroken ? try place.setLogAside(at: instant) : nil
            let engine = try SQLiteEngine(folder: folder, version: version, lock: lock)
            place.noteOpened(isNew: isNew, mark: mark, at: instant)
            if isNew, place.lost.contains(where: { $0.what == .ledger }) {
                try? engine.write { try EventNumbers.skip($0, at: instant) }
            }
            return (Ledger(engine), log.map { SetAside(name: $0 + "-wal", cause: nil) })
        } catch {
            guard case .unreadable(_, let told) = error else { throw error }
            cause = told
        }
        let name = try place.setAside(as: .damaged, at: instant)
        let ledger: Ledger
        do throws(LedgerError) {
            let engine = try SQLiteEngine(folder: folder, version: version, lock: lock)
            try engine.write { try EventNumbers.skip($0, at: instant) }
            ledger = Ledger(engine)
        } catch {
            // As on a full disk. The next start finds what this one found, the last directory included.
            try? place.putBack(name)
            throw error
        }
        place.noteOpened(isNew: false, mark: mark, at: instant)
        // Of one without a ledger SQLite would throw the log away.
        if misfit == nil, let kept = lastDirectory(folder + "/" + name) { try? ledger.directories.keep(kept) }
        return (ledger, SetAside(name: name, cause: cause))
    }

    private static func lastDirectory(_ path: String) -> KeptDirectory? {
        guard let reader = try? SQLiteReader.open(path) else { return nil }
        defer { try? reader.close() }
        return try? reader.read { try SQLDirectories<SQLiteEngine>.newest($0) }
    }
}
