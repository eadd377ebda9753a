import GRDB
package import Time

extension Ledger {
    /// A ledger that was damaged.
    package struct SetAside: Sendable, Equatable {
        /// Its name since.
        package let name: String
        package let cause: String
    }

    /// Opens the ledger in a state folder. One that is damaged is set aside, and an empty one begun, so that calls go on; it has the last
    /// directory of the one before, where that can be read.
    ///
    /// - Parameter damage: What is known to be damaged; nil: nothing is.
    /// - Returns: Also the one that was set aside.
    package static func open(
        folder: String, version: ReleaseVersion, at instant: Instant, damage: String? = nil
    ) throws(LedgerError) -> (ledger: Ledger, setAside: SetAside?) {
        let place = LedgerFolder(folder)
        let cause: String
        do throws(LedgerError) {
            if let known = damage ?? place.misfit { throw .unreadable(path: place.ledger, cause: known) }
            return (try Ledger(folder: folder, version: version), nil)
        } catch {
            guard case .unreadable(_, let told) = error else { throw error }
            cause = told
        }
        let lock = try LedgerLock(place.ledger)
        let name = try place.setAside(as: .damaged, at: instant)
        let ledger: Ledger
        do throws(LedgerError) {
            ledger = Ledger(try SQLiteEngine(folder: folder, version: version, lock: lock))
        } catch {
            // As on a full disk. The next start finds what this one found, the last directory included.
            try? place.putBack(name)
            throw error
        }
        if let kept = lastDirectory(folder + "/" + name) { try? ledger.directories.keep(kept) }
        return (ledger, SetAside(name: name, cause: cause))
    }

    private static func lastDirectory(_ path: String) -> KeptDirectory? {
        guard let reader = try? SQLiteReader.open(path) else { return nil }
        defer { try? reader.close() }
        return try? reader.read { try SQLDirectories<SQLiteEngine>.newest($0) }
    }
}
