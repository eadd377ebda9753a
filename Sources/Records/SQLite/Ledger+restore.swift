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
        // One that was ready when somebody broke off: it is the ledger that this one takes the place of.
        _ = try finishRestoring(place)
        LedgerFolder.remove(place.restoring)
        do throws(LedgerError) {
            try copy(backup, to: place.restoring)
            do throws(LedgerError) {
                let (writer, _) = try SQLiteEngine.connect(place.restoring, version)
                try SQLiteEngine.available(folder) {
                    try writer.read(QuickCheck.runThrough)
                    try writer.write { try EventNumbers.skip($0, at: instant) }
                    try writer.close()
                }
            } catch {
                throw error.of(backup)
            }
            try giveToOwner(of: folder, place.restoring, place.ledger + ".lock")
        } catch {
            LedgerFolder.remove(place.restoring)
            throw error
        }
        // Whoever finishes it has the time from the file.
        let time = timespec(tv_sec: Int(instant.milliseconds / 1_000), tv_nsec: 0)
        guard utimensat(AT_FDCWD, place.restoring, [time, time], 0) == 0,
            rename(place.restoring, place.restored) == 0
        else {
            throw .cannotOpen(path: place.restored, cause: String(cString: strerror(errno)))
        }
        place.sync()
        return try finishRestoring(place)
    }

    /// Puts the ledger that waits to be put back in its place, wherever that was broken off; nothing where none waits.
    ///
    /// - Returns: The name of the ledger that it replaces; nil where there was none.
    static func finishRestoring(_ place: LedgerFolder) throws(LedgerError) -> String? {
        var found = stat()
        guard stat(place.restored, &found) == 0 else { return nil }
        let isThere = ["", "-wal"].contains { access(place.ledger + $0, F_OK) == 0 }
        // Whoever goes on finds the name that was begun with.
        let ready = Instant(clamping: Int64(found.st_mtim.tv_sec) * 1_000)
        let name = isThere ? try place.setAside(as: .replaced, at: ready) : nil
        // What belonged to a ledger that is gone must not be found beside this one.
        LedgerFolder.remove(place.ledger)
        guard rename(place.restored, place.ledger) == 0 else {
            throw .cannotOpen(path: place.ledger, cause: String(cString: strerror(errno)))
        }
        place.sync()
        return name
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
        guard CopySum.isSound(backup) else {
            throw .cannotRestore(
                path: backup,
                cause:
                    "it is damaged, or was changed by hand: its checksum is another; take another backup, or, where it is known what was "
                    + "changed, take the checksum out (sqlite3 \(backup) 'PRAGMA application_id = 0')")
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
        case .full(let folder): .cannotRestore(path: backup, cause: "no space is left on \(folder)")
        case .newer(_, let oldest, let writtenBy, let this):
            .newer(path: backup, oldest: oldest, writtenBy: writtenBy, this: this)
        default: self
        }
    }
}
