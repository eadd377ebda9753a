import GRDB
import Glibc
package import Time

extension Ledger {
    /// Puts a backup in the place of the ledger, which no majord may have meanwhile. It is looked at to its end, and brought up to date, before
    /// anything else is touched.
    ///
    /// - Returns: The name of the ledger that it replaces; nil where there was none.
    package static func restore(
        _ backup: String, folder: String, version: ReleaseVersion, at instant: Instant
    ) throws(LedgerError) -> String? {
        let place = LedgerFolder(folder)
        guard access(folder, W_OK) == 0 else {
            throw .cannotOpen(path: place.ledger, cause: String(cString: strerror(errno)))
        }
        let lock = try LedgerLock(place.ledger)
        defer { withExtendedLifetime(lock) {} }
        LedgerFolder.remove(place.restored)
        do throws(LedgerError) {
            try copy(backup, to: place.restored)
            do throws(LedgerError) {
                let (writer, _) = try SQLiteEngine.connect(place.restored, version)
                try SQLiteEngine.available {
                    _ = try writer.read { try QuickCheck.run($0) }
                    try writer.close()
                }
            } catch {
                throw error.of(backup)
            }
            try giveToOwner(of: folder, place.restored, place.ledger + ".lock")
            let isThere = access(place.ledger, F_OK) == 0
            let name = isThere ? try place.setAside(as: .replaced, at: instant) : nil
            // What belonged to a ledger that is gone must not be found beside this one.
            LedgerFolder.remove(place.ledger)
            guard rename(place.restored, place.ledger) == 0 else {
                throw .cannotOpen(path: place.ledger, cause: String(cString: strerror(errno)))
            }
            place.sync()
            return name
        } catch {
            LedgerFolder.remove(place.restored)
            throw error
        }
    }

    private static func copy(_ backup: String, to path: String) throws(LedgerError) {
        var found = stat()
        guard access(backup, R_OK) == 0, stat(backup, &found) == 0 else {
            throw .cannotRestore(path: backup, cause: String(cString: strerror(errno)))
        }
        // Of a pipe nobody would ever see the end.
        guard found.st_mode & S_IFMT == S_IFREG, found.st_size > 0 else {
            throw .cannotRestore(
                path: backup, cause: found.st_mode & S_IFMT == S_IFREG ? "it is empty" : "it is no regular file")
        }
        let made = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard made >= 0 else { throw .cannotOpen(path: path, cause: String(cString: strerror(errno))) }
        close(made)
        do {
            var configuration = Configuration()
            configuration.readonly = true
            let source = try DatabaseQueue(path: backup, configuration: configuration)
            let target = try DatabaseQueue(path: path)
            try source.read { source in
                guard try source.tableExists("grdb_migrations"), try source.tableExists("absence") else {
                    throw LedgerError.cannotRestore(path: backup, cause: "it is no ledger of majord's")
                }
                try target.writeWithoutTransaction { try source.backup(to: $0) }
            }
            try target.close()
            try source.close()
        } catch let error as LedgerError {
            throw error
        } catch {
            throw .cannotRestore(path: backup, cause: SQLiteEngine.cause(error))
        }
    }

    /// Root puts it back, and majord is to open it.
    private static func giveToOwner(of folder: String, _ files: String...) throws(LedgerError) {
        var found = stat()
        guard geteuid() == 0, stat(folder, &found) == 0 else { return }
        for file in files where chown(file, found.st_uid, found.st_gid) != 0 && errno != ENOENT {
            throw .cannotOpen(path: file, cause: String(cString: strerror(errno)))
        }
    }
}

extension LedgerError {
    /// What is wrong with a copy is wrong with the backup.
    fileprivate func of(_ backup: String) -> LedgerError {
        switch self {
        case .unreadable(_, let cause), .unavailable(let cause), .foreign(let cause), .cannotOpen(_, let cause):
            .cannotRestore(path: backup, cause: cause)
        case .newer(_, let oldest, let writtenBy, let this):
            .newer(path: backup, oldest: oldest, writtenBy: writtenBy, this: this)
        default: self
        }
    }
}
