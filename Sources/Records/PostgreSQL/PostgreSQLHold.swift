import Foundation

/// Holds the records for one majord: a lock that goes with the connection, however that ends.
struct PostgreSQLHold {
    let connection: PostgreSQLConnection
    let server: PostgreSQLServer

    private static let whole = "hashtextextended('majord records', 0)"
    private static let own = "hashtextextended('majord ' || $1, 0)"
    private static let patience: Int32 = 5_000

    /// Takes both locks, brings the schema up to date, and enters the site.
    ///
    /// - Throws: `LedgerError.inUseAt` where another majord has the records.
    func take() throws {
        let id = SQLValue.text(server.site.id)
        // A connection of this site's before, of which the server does not know yet that it is gone, must not commit any more.
        try end(holderOf: Self.own, id)
        guard try isTaken("SELECT pg_try_advisory_lock(\(Self.own)) AS taken", [id]) else {
            throw LedgerError.unavailable(cause: "\(server.shown): what this site asked before is not ended there yet")
        }
        guard try isTaken("SELECT pg_try_advisory_lock(\(Self.whole)) AS taken", []) else {
            throw LedgerError.inUseAt(database: server.shown, site: (try? holder()) ?? "another")
        }
        try PostgreSQLSchema(connection: connection, server: server).bringUpToDate()
        _ = try run(
            """
            INSERT INTO site (id, name, version, came_at) VALUES ($1, $2, $3, (extract(epoch FROM now()) * 1000)::bigint)
            ON CONFLICT (id) DO UPDATE SET name = $2, version = $3, came_at = (extract(epoch FROM now()) * 1000)::bigint
            """, [id, .text(server.site.name), .text(server.site.version.description)])
    }

    /// Ends whoever has a lock, and waits until it is gone.
    private func end(holderOf lock: String, _ id: SQLValue) throws {
        let end = """
            SELECT count(pg_terminate_backend(pid)) AS count FROM pg_locks
            WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                AND ((classid::bigint << 32) | objid::bigint) = \(lock) AND pid <> pg_backend_pid()
            """
        for _ in 0..<50 {
            guard case .integer(let count)? = try run(end, [id]).rows.first?.value(at: 0), count > 0 else { return }
            Thread.sleep(forTimeInterval: 0.05)
        }
    }

    /// The site that has the records, by its name.
    private func holder() throws -> String? {
        let rows = try run(
            """
            SELECT name FROM site JOIN pg_locks ON locktype = 'advisory'
                AND ((classid::bigint << 32) | objid::bigint) = hashtextextended('majord ' || site.id, 0)
            WHERE pid <> pg_backend_pid() LIMIT 1
            """
        ).rows
        guard case .text(let name)? = rows.first?.value(at: 0) else { return nil }
        return name
    }

    private func isTaken(_ statement: String, _ values: [SQLValue]) throws -> Bool {
        try run(statement, values).rows.first?.value(at: 0) == .integer(1)
    }

    private func run(_ statement: String, _ values: [SQLValue] = []) throws(PostgreSQLFailure) -> PostgreSQLRows {
        try connection.run(statement, values, within: Self.patience)
    }
}
