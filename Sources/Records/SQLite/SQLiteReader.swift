import CSQLite
import GRDB

/// A connection for what reads long: it changes nothing, neither the database nor its log.
///
/// SQLite before 3.51.3 can lose what is in the log when two connections write or move the log at the same instant
/// (https://sqlite.org/wal.html#walresetbug). So this one never does: it may not write, moves nothing after a commit, and leaves the log as
/// it is when it is closed, also as the last one.
enum SQLiteReader {
    static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .immediateError
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA query_only = 1")
            _ = try Int.fetchOne(database, sql: "PRAGMA wal_autocheckpoint = 0")
            let code = sqlite_no_checkpoint_on_close(database.sqliteConnection, 1)
            guard code == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
