import GRDB

/// Which versions may use the ledger, as it says itself: older ones than it names refuse it; one that is new enough works with it, also when
/// a newer one has added what it does not know.
package enum LedgerSchema {
    /// The oldest version that may use the schema as this one leaves it. A migration that older ones could not work beside raises it.
    package static let oldestVersion = ReleaseVersion(0, 2, 0)

    /// - Throws: `LedgerError.newer` where a version is too old.
    static func check(_ database: Database, _ path: String, _ version: ReleaseVersion) throws {
        guard try database.tableExists("schema") else {
            guard try Migrations.all.hasBeenSuperseded(database) else { return }
            throw LedgerError.newer(path: path, oldest: nil, writtenBy: nil, this: version)
        }
        guard let (oldest, writtenBy) = try row(database), oldest > version else { return }
        throw LedgerError.newer(path: path, oldest: oldest, writtenBy: writtenBy, this: version)
    }

    /// All that a ledger has when its migrations are done.
    static let tables: Set<String> = [
        "absence", "calendar", "call", "client_case", "deputyship", "directory_text", "directory_version",
        "directory_version_file", "event", "feed", "forgetting", "learned_number", "missed_call", "outlook",
        "passed_over",
        "request",
        "roster_change",
        "schema", "told", "unsettled",
    ]

    /// - Throws: `LedgerError.unreadable` for a database of something else.
    static func checkOwner(_ database: Database, _ path: String) throws {
        let names = try tables(database)
        guard names.isEmpty || names.contains("grdb_migrations") else {
            throw LedgerError.unreadable(path: path, cause: "it is a database, and not majord's")
        }
    }

    /// - Throws: `LedgerError.unreadable` where a table is gone that its migrations have made.
    static func checkTables(_ database: Database, _ path: String) throws {
        let missing = tables.subtracting(try tables(database)).sorted()
        guard missing.isEmpty else {
            throw LedgerError.unreadable(path: path, cause: "it lacks \(missing.joined(separator: ", "))")
        }
    }

    private static func tables(_ database: Database) throws -> Set<String> {
        let rows = try database.checked(
            "sqlite_master",
            #"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'"#)
        return Set(try rows.map { try $0.text("name") })
    }

    /// Whether it is noted what the migrations that were done ask for.
    static func isNoted(_ database: Database) throws -> Bool {
        try row(database).map { $0.oldest >= oldestVersion } ?? false
    }

    /// Notes what the migrations that were done ask for. It never becomes less, whichever of two versions starts last.
    static func note(_ database: Database, _ version: ReleaseVersion) throws {
        if try isNoted(database) { return }
        try database.execute(
            """
            INSERT INTO schema (id, oldest_version, written_by) VALUES (1, $1, $2)
            ON CONFLICT (id) DO UPDATE SET oldest_version = $1, written_by = $2
            """, [.text(oldestVersion.description), .text(version.description)])
    }

    private static func row(_ database: Database) throws -> (oldest: ReleaseVersion, writtenBy: ReleaseVersion)? {
        let row = try database.checked("schema", "SELECT oldest_version, written_by FROM schema").first
        return try row.map { (try version("oldest_version", $0), try version("written_by", $0)) }
    }

    private static func version(_ column: String, _ row: CheckedRow) throws -> ReleaseVersion {
        let text = try row.text(column)
        guard let version = ReleaseVersion(text) else { throw row.foreign(column, text.debugDescription) }
        return version
    }
}
