/// The schema in PostgreSQL's words, step by step; a step that was released is never changed. Whoever comes first makes it. As with SQLite's
/// (`Migrations`), the version before works beside each, or `LedgerSchema.oldestVersion` is raised with it.
struct PostgreSQLSchema {
    let connection: PostgreSQLConnection
    let server: PostgreSQLServer

    /// A step may have to go through all records, in milliseconds.
    private static let patience: Int32 = 600_000

    static let steps: [(name: String, statements: String)] = [("records", PostgreSQLTables.records)]

    /// Brings it up to date.
    ///
    /// - Throws: `LedgerError.newer` where this version is too old for it.
    func bringUpToDate() throws {
        try transaction {
            _ = try run("SELECT pg_advisory_xact_lock(hashtextextended('majord schema', 0))")
            try checkVersion()
            _ = try run("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY)")
            let done = Set(try texts("SELECT name FROM migration"))
            for (name, statements) in Self.steps where !done.contains(name) {
                for statement in statements.split(separator: ";\n") { _ = try run(String(statement)) }
                _ = try run("INSERT INTO migration (name) VALUES ($1)", [.text(name)])
            }
            try note()
        }
    }

    private func checkVersion() throws {
        guard try !texts("SELECT 'x' WHERE to_regclass('schema') IS NOT NULL").isEmpty else { return }
        for row in try run("SELECT oldest_version, written_by FROM schema").rows {
            let row = CheckedRow(row: row, table: "schema")
            guard let oldest = ReleaseVersion(try row.text("oldest_version")),
                let writtenBy = ReleaseVersion(try row.text("written_by"))
            else { throw row.foreign("oldest_version", "no version") }
            guard oldest <= server.site.version else {
                throw LedgerError.newer(
                    path: server.shown, oldest: oldest, writtenBy: writtenBy, this: server.site.version)
            }
        }
    }

    /// Notes what the steps that were done ask for. It never becomes less, whichever of two versions comes last.
    private func note() throws {
        let known = try texts("SELECT oldest_version FROM schema").first.flatMap { ReleaseVersion($0) }
        if let known, known >= LedgerSchema.oldestVersion { return }
        _ = try run(
            """
            INSERT INTO schema (id, oldest_version, written_by) VALUES (1, $1, $2)
            ON CONFLICT (id) DO UPDATE SET oldest_version = $1, written_by = $2
            """, [.text(LedgerSchema.oldestVersion.description), .text(server.site.version.description)])
    }

    private func transaction(_ body: () throws -> Void) throws {
        _ = try run("BEGIN")
        do {
            try body()
            _ = try run("COMMIT")
        } catch {
            _ = try? run("ROLLBACK")
            throw error
        }
    }

    private func texts(_ statement: String) throws -> [String] {
        try run(statement).rows.compactMap { row in
            if case .text(let text) = row.value(at: 0) { text } else { nil }
        }
    }

    private func run(_ statement: String, _ values: [SQLValue] = []) throws(PostgreSQLFailure) -> PostgreSQLRows {
        try connection.run(statement, values, within: Self.patience)
    }
}
