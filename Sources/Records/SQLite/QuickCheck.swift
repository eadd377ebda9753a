import CSQLite
import GRDB

/// SQLite's own look at what it has written: each page where it belongs, each row readable.
enum QuickCheck {
    /// So long callers wait for it at a start, in milliseconds; what it has not come to is looked at while they are answered.
    static let budget = 100

    /// What a look has found.
    struct Damage: Error {
        let cause: String
    }

    /// Looks at the tables one after the other, that of calls last: all that a start needs comes first.
    ///
    /// - Parameter milliseconds: For how long; nil: to the end.
    /// - Returns: Whether it came to the end.
    static func run(_ database: Database, for milliseconds: Int? = nil) throws -> Bool {
        if let milliseconds {
            sqlite_interrupt_at(database.sqliteConnection, monotonic_milliseconds() + milliseconds)
        }
        defer { sqlite_interrupt_at(database.sqliteConnection, 0) }
        do {
            guard milliseconds != nil else {
                // Pages that belong to no table are looked at, too.
                try look("PRAGMA quick_check(1)", database)
                return true
            }
            let tables = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name = 'call', name")
            for table in tables { try look("PRAGMA quick_check(\"\(table)\")", database) }
            return true
        } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
            return false
        }
    }

    /// Looks at everything, also whether indexes have what the tables have: what is copied or put back has to be whole.
    static func runThrough(_ database: Database) throws { try look("PRAGMA integrity_check(1)", database) }

    private static func look(_ pragma: String, _ database: Database) throws {
        let found = try String.fetchOne(database, sql: pragma) ?? "ok"
        guard found == "ok" else { throw Damage(cause: "SQLite's check says: \(found.prefix(200))") }
    }
}
