package import Time

/// What was carried from a file into a database, table by table.
package struct MovedRecords: Sendable {
    package struct Table: Sendable, Equatable {
        package let name: String
        package let rows: Int64
    }

    package let tables: [Table]
    /// The file's name since.
    package let name: String
}

extension Ledger {
    /// Carries all records of the ledger in a state folder into a database that has none, in one transaction, and compares what is there with what
    /// was read before it is kept. The file then gets another name, so that nobody takes it for the ledger.
    ///
    /// - Parameter progress: Told of each table as it is done.
    package static func move(
        folder: String, to server: PostgreSQLServer, at instant: Instant, _ progress: (MovedRecords.Table) -> Void
    ) throws(LedgerError) -> MovedRecords {
        let place = LedgerFolder(folder)
        guard place.exists else { throw .cannotOpen(path: place.ledger, cause: "there is no ledger to be moved") }
        let source = try SQLiteEngine(folder: folder, version: server.site.version)
        let target = try PostgreSQLEngine(server)
        var tables: [MovedRecords.Table] = []
        try target.write { session in
            for table in LedgerTable.all {
                let rows = try source.readLong { try move(table, from: $0, to: session, server) }
                let moved = MovedRecords.Table(name: table.name, rows: rows)
                tables.append(moved)
                progress(moved)
            }
        }
        return MovedRecords(tables: tables, name: try place.setAside(as: .moved, at: instant))
    }

    private static func move(
        _ table: LedgerTable, from source: SQLiteEngine.Session, to target: PostgreSQLSession,
        _ server: PostgreSQLServer
    ) throws -> Int64 {
        let columns = try table.columns(source, .sqlite)
        guard try target.rows("SELECT 1 FROM \(table.name) LIMIT 1", []).isEmpty else {
            throw LedgerError.cannotConnect(
                database: server.shown, cause: "it has records already, in \(table.name); nothing was changed")
        }
        try table.copy(columns, from: source, to: target)
        let (before, after) = (try table.sums(columns, source), try table.sums(columns, target))
        guard before == after else {
            let differing = before.keys.filter { before[$0] != after[$0] }.sorted()
            throw LedgerError.cannotConnect(
                database: server.shown,
                cause: "\(table.name) is another there in \(differing.joined(separator: ", ")); nothing was changed")
        }
        if table.isCounted { try count(table, source, target) }
        return before["rows"] ?? 0
    }

    /// Numbers that were given are not given again.
    private static func count(
        _ table: LedgerTable, _ source: SQLiteEngine.Session, _ target: PostgreSQLSession
    ) throws {
        let row = try source.checked(
            table.name,
            """
            SELECT max(number) AS number FROM (
                SELECT max(id) AS number FROM \(table.name) UNION ALL SELECT seq FROM sqlite_sequence WHERE name = $1)
            """, [.text(table.name)]
        ).first
        guard let last = try row?.optionalNumber("number"), last > 0 else { return }
        _ = try target.rows(
            "SELECT setval(pg_get_serial_sequence($1, 'id'), $2)", [.text(table.name), SQLValue(last)])
    }
}
