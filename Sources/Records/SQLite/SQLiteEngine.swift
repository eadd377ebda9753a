import Foundation
import GRDB
import Glibc

extension Ledger {
    /// Opens the ledger in a state folder, makes it when it is not there, and brings its schema up to date.
    package init(folder: String) throws(LedgerError) {
        self.init(try SQLiteEngine(folder: folder))
    }

    init(_ engine: SQLiteEngine) {
        self.init(
            roster: SQLRoster(engine: engine), calls: SQLCalls(engine: engine),
            directories: SQLDirectories(engine: engine),
            forgetting: SQLForgetting(engine: engine))
    }
}

/// The records in one SQLite file with one connection.
///
/// A method that returns has its change on disk: WAL with synchronous=FULL. The connection holds the file exclusively, so that a
/// second daemon on the same ledger is refused at once.
final class SQLiteEngine: SQLEngine {
    let dialect = Dialect.sqlite
    private let queue: DatabaseQueue

    init(folder: String) throws(LedgerError) {
        let path = folder + "/ledger.sqlite"
        // SQLite's own words for these are many, and some mislead.
        guard access(folder, W_OK) == 0 else {
            throw .cannotOpen(path: path, cause: String(cString: strerror(errno)))
        }
        Self.close(path)
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .immediateError
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            if try queue.read(Migrations.all.hasBeenSuperseded) {
                throw LedgerError.newer(path: path)
            }
            try Self.migrate(queue, path)
            // Taking the lock now tells a second daemon at its start, not at its first change.
            try queue.write { try $0.execute(sql: "PRAGMA user_version = 1") }
            try queue.read(ForeignRows.check)
        } catch let error as LedgerError {
            throw error
        } catch let error as ForeignRow {
            throw .foreign(cause: error.description)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            throw .inUse(path: path)
        } catch is RowDecodingError {
            throw .unreadable(path: path, cause: "its list of migrations, grdb_migrations, has what is none")
        } catch let error as DatabaseError
            where error.resultCode == .SQLITE_NOTADB || error.resultCode == .SQLITE_CORRUPT
        {
            throw .unreadable(path: path, cause: Self.cause(error))
        } catch {
            throw .cannotOpen(path: path, cause: Self.cause(error))
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
    private static func close(_ path: String) {
        let made = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if made >= 0 { Glibc.close(made) }
        for file in [path, path + "-wal", path + "-shm", path + "-journal"] { chmod(file, 0o600) }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        do {
            return try queue.read(body)
        } catch {
            throw Self.unavailable(error)
        }
    }

    func readLong<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value { try read(body) }

    func write<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        do {
            return try queue.write(body)
        } catch {
            throw Self.unavailable(error)
        }
    }

    private static func unavailable(_ error: any Error) -> LedgerError {
        if let foreign = error as? ForeignRow { return .foreign(cause: foreign.description) }
        if error is RowDecodingError { return .foreign(cause: "\(error)") }
        return error as? LedgerError ?? .unavailable(cause: cause(error))
    }

    private static func cause(_ error: any Error) -> String {
        if let error = error as? DatabaseError {
            return error.message ?? "SQLite error \(error.resultCode.rawValue)"
        }
        return error.localizedDescription
    }
}
