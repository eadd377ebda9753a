import CSQLite
import Foundation
import GRDB
import Glibc
import Synchronization

extension Ledger {
    /// Opens the ledger in a state folder, makes it when it is not there, and brings its schema up to date.
    ///
    /// - Parameter version: Which majord this is; by itself the oldest that may use the schema.
    package init(
        folder: String, version: ReleaseVersion = LedgerSchema.oldestVersion
    ) throws(LedgerError) {
        self.init(try SQLiteEngine(folder: folder, version: version))
    }

    init(_ engine: SQLiteEngine) {
        self.init(engine, upkeep: SQLiteUpkeep(engine: engine), folder: LedgerFolder(engine.folder))
    }
}

/// The records in one SQLite file, which one process has for itself (`LedgerLock`).
///
/// A method that returns has its change on disk: WAL with synchronous=FULL. One connection writes and is the only one to move the log into
/// the database and begin it anew; `SQLiteReader` is for what reads long.
final class SQLiteEngine: SQLEngine {
    let dialect = Dialect.sqlite
    let folder: String
    /// Whether all of it was looked at when it was opened.
    let isChecked: Bool
    let lock: LedgerLock
    let connections: Mutex<SQLiteConnections>
    /// Held while a log that is not in its place is written anew.
    let mending = Mutex(())
    /// What was mended, and not told of.
    let mended = Mutex<[LedgerHindrance]>([])
    var path: String { LedgerFolder(folder).ledger }

    /// - Parameter lock: That of the folder, where it is held already.
    init(
        folder: String, version: ReleaseVersion = LedgerSchema.oldestVersion, lock held: LedgerLock? = nil
    ) throws(LedgerError) {
        self.folder = folder
        let path = LedgerFolder(folder).ledger
        // SQLite's own words for these are many, and some mislead.
        guard access(folder, W_OK) == 0 else {
            throw .cannotOpen(path: path, cause: String(cString: strerror(errno)))
        }
        try LedgerFolder(folder).refuseLink()
        guard access(path, F_OK) != 0 || access(path, R_OK | W_OK) == 0 else {
            throw .cannotOpen(path: path, cause: String(cString: strerror(errno)))
        }
        lock = if let held { held } else { try LedgerLock(path) }
        // What a copy or a restore that was broken off has left.
        let place = LedgerFolder(folder)
        for left in [place.copy, place.restoring, place.mending] { LedgerFolder.remove(left) }
        let isNew = Self.close(path)
        try lock.holdLedger()
        do {
            let writer: DatabaseQueue
            (writer, isChecked) = try Self.connect(path, version)
            connections = Mutex(try SQLiteConnections(path, lock, writer: writer))
        } catch {
            // An empty file would count as a ledger that was damaged.
            if isNew { LedgerFolder.remove(path) }
            throw error as? LedgerError ?? .cannotOpen(path: path, cause: Self.cause(error))
        }
    }

    /// Opens a ledger to write it, and brings its schema up to date.
    ///
    /// - Returns: Also whether all of it was looked at.
    static func connect(
        _ path: String, _ version: ReleaseVersion
    ) throws(LedgerError) -> (writer: DatabaseQueue, isChecked: Bool) {
        do {
            let writer = try Self.writer(path)
            try writer.read { try LedgerSchema.check($0, path, version) }
            let isChecked = try writer.read { try QuickCheck.run($0, for: QuickCheck.budget) }
            try writer.read { try LedgerSchema.checkOwner($0, path) }
            try migrate(writer, path)
            try writer.read { try LedgerSchema.checkTables($0, path) }
            if try !writer.read(LedgerSchema.isNoted) { try writer.write { try LedgerSchema.note($0, version) } }
            try tryWriting(writer)
            try writer.read(ForeignRows.check)
            _ = try writer.read { sqlite_no_checkpoint_on_close($0.sqliteConnection, 0) }
            return (writer, isChecked)
        } catch let error as LedgerError {
            throw error
        } catch let error as QuickCheck.Damage {
            throw .unreadable(path: path, cause: error.cause)
        } catch let error as ForeignRow {
            throw .foreign(cause: error.description)
        } catch is RowDecodingError {
            throw .unreadable(path: path, cause: "its list of migrations, grdb_migrations, has what is none")
        } catch let error as DatabaseError {
            throw cannotOpen(path, error)
        } catch {
            throw .cannotOpen(path: path, cause: cause(error))
        }
    }

    /// A connection that writes. When it is closed it leaves the log as it is.
    static func writer(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .immediateError
        configuration.prepareDatabase { database in
            // The log of a ledger that turns out to be damaged is left as it is. What follows reads the ledger.
            _ = sqlite_no_checkpoint_on_close(database.sqliteConnection, 1)
            // What is forgotten is written over, whatever SQLite was built with.
            _ = try Int.fetchOne(database, sql: "PRAGMA secure_delete = ON")
        }
        let writer = try DatabaseQueue(path: path, configuration: configuration)
        // GRDB has set it to NORMAL for the log, with which a commit that was acknowledged is not on disk yet.
        try writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        return writer
    }

    /// Has a ledger that cannot be written told of now, not at the first change. On a full disk, or while another process has it locked for
    /// writing, it can be read all the same, and with that calls are decided: their records wait until it can be written, as while majord runs.
    private static func tryWriting(_ writer: DatabaseQueue) throws {
        do {
            // The checksum of a copy that has become the ledger is not that of what is written from now on.
            try writer.write { try $0.execute(sql: "PRAGMA user_version = 1; PRAGMA application_id = 0") }
        } catch let error as DatabaseError where [.SQLITE_FULL, .SQLITE_BUSY].contains(error.resultCode) {}
    }

    deinit {
        // The lock goes last: who has it next finds nobody else in the ledger.
        current.close()
    }

    private static func cannotOpen(_ path: String, _ error: DatabaseError) -> LedgerError {
        switch (error.resultCode, error.extendedResultCode) {
        // A majord from before the lock file, or somebody's shell that writes.
        case (.SQLITE_BUSY, _): .inUse(path: path, holder: LockHolder.find(path))
        case (.SQLITE_NOTADB, _), (.SQLITE_CORRUPT, _): .unreadable(path: path, cause: cause(error))
        case (.SQLITE_FULL, _), (_, .SQLITE_IOERR_SHMSIZE): .diskIsFull(path)
        case (_, .SQLITE_IOERR_SHMOPEN), (_, .SQLITE_IOERR_SHMMAP), (_, .SQLITE_IOERR_SHMLOCK):
            .cannotOpen(
                path: path,
                cause:
                    "its file system does not share the memory of ledger.sqlite-shm (\(cause(error))), as some that come "
                    + "over a network; the ledger belongs on a disk of this machine")
        default: .cannotOpen(path: path, cause: cause(error))
        }
    }

    /// SQLite has no other word than ERROR for a step that does not fit the tables that are there.
    private static func migrate(_ queue: DatabaseQueue, _ path: String) throws {
        do {
            try Migrations.all.migrate(queue)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
            throw LedgerError.unreadable(
                path: path,
                cause: "its tables are not those of its list of migrations, grdb_migrations (\(cause(error)))")
        }
    }

    /// Lets nobody else read it, its log included: it tells of people's absences and callers' numbers. SQLite gives what it makes beside
    /// the ledger the ledger's mode. A file of somebody else stays as it is.
    ///
    /// - Returns: Whether there was none.
    private static func close(_ path: String) -> Bool {
        let made = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if made >= 0 { Glibc.close(made) }
        for file in [path, path + "-wal", path + "-shm", path + "-journal"] { chmod(file, 0o600) }
        return made >= 0
    }

    /// - Parameter folder: Where the ledger is.
    static func available<Value>(_ folder: String, _ body: () throws -> Value) throws(LedgerError) -> Value {
        do {
            return try body()
        } catch let error as LedgerError {
            throw error
        } catch let error as ForeignRow {
            throw .foreign(cause: error.description)
        } catch {
            if (error as? DatabaseError)?.resultCode == .SQLITE_FULL { throw .full(folder: folder) }
            throw error is RowDecodingError ? .foreign(cause: "\(error)") : .unavailable(cause: cause(error))
        }
    }

    static func cause(_ error: any Error) -> String {
        if let error = error as? QuickCheck.Damage { return error.cause }
        switch error as? LedgerError {
        case .unavailable(let cause): return cause
        case .locked(let holder): return "it is locked by \(holder)"
        default: break
        }
        if let error = error as? DatabaseError {
            return error.message ?? "SQLite error \(error.resultCode.rawValue)"
        }
        return error.localizedDescription
    }
}
