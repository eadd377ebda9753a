import Foundation

/// Holds a site for one majord: locks that go with the connection, however that ends.
struct PostgreSQLHold {
    let connection: PostgreSQLConnection
    let server: PostgreSQLServer

    /// A site as it stands in the database.
    struct Entered: Sendable {
        var number: UInt64 = 0
        /// The last of what it had kept on its machine that is there, of calls and of wishes.
        var brought: Int64 = 0
        var granted: Int64 = 0
    }

    private static let own = "hashtextextended('majord ' || $1, 0)"
    private static let exchange = "hashtextextended('majord exchange ' || $1, 0)"
    private static let named = "hashtextextended('majord site ' || $1, 0)"
    private static let patience: Int32 = 5_000

    /// Takes both locks, brings the schema up to date, and enters the site.
    ///
    /// - Throws: `LedgerError.inUseAt` where another majord has the site's name.
    func take() throws -> Entered {
        let wasHeld = try succeed(Self.own)
        // Whoever was ended lets go of his two locks one after the other.
        let end = ContinuousClock.now.advanced(by: wasHeld ? .seconds(2) : .zero)
        let name = SQLValue.text(server.site.name)
        while try !isTaken(Self.named, name) {
            guard ContinuousClock.now < end else {
                throw LedgerError.inUseAt(database: server.shown, site: server.site.name)
            }
            Thread.sleep(forTimeInterval: 0.02)
        }
        try PostgreSQLSchema(connection: connection, server: server).bringUpToDate()
        return try enter()
    }

    /// Takes the place of the connection over which this site told others before.
    func takeExchange() throws { _ = try succeed(Self.exchange) }

    /// Takes a lock from a connection of this site's before, of which the server may not know yet that it is gone: it can do nothing any more.
    ///
    /// - Returns: Whether there was one.
    private func succeed(_ lock: String) throws -> Bool {
        let id = SQLValue.text(server.site.id)
        let wasHeld = try end(holderOf: lock, id)
        guard try isTaken(lock, id) else {
            throw LedgerError.unavailable(cause: "\(server.shown): what this site asked before is not ended there yet")
        }
        return wasHeld
    }

    /// Enters the site, with the smallest number that no other has.
    private func enter() throws -> Entered {
        let rows = try run(
            """
            INSERT INTO site (id, name, version, came_at, number)
            VALUES ($1, $2, $3, (extract(epoch FROM now()) * 1000)::bigint,
                (SELECT min(free) FROM generate_series(1, 63) AS free
                    WHERE NOT EXISTS (SELECT 1 FROM site WHERE number = free)))
            ON CONFLICT (id) DO UPDATE SET name = $2, version = $3, came_at = excluded.came_at,
                number = coalesce(site.number, excluded.number)
            RETURNING number, brought, granted
            """, [.text(server.site.id), .text(server.site.name), .text(server.site.version.description)]
        ).rows
        guard let row = rows.first.map({ CheckedRow(row: $0, table: "site") }),
            let number = try row.optionalNumber("number").flatMap({ UInt64(exactly: $0) })
        else {
            throw LedgerError.cannotConnect(
                database: server.shown,
                cause: "63 sites have been there: delete those from its table site that will not come back")
        }
        return Entered(number: number, brought: try row.number("brought"), granted: try row.number("granted"))
    }

    /// Ends whoever has a lock, and waits until it is gone.
    ///
    /// - Returns: Whether anybody had it.
    private func end(holderOf lock: String, _ id: SQLValue) throws -> Bool {
        let end = """
            SELECT count(pg_terminate_backend(pid)) AS count FROM pg_locks
            WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                AND ((classid::bigint << 32) | objid::bigint) = \(lock) AND pid <> pg_backend_pid()
            """
        for attempt in 0..<50 {
            guard case .integer(let count)? = try run(end, [id]).rows.first?.value(at: 0), count > 0 else {
                return attempt > 0
            }
            Thread.sleep(forTimeInterval: 0.05)
        }
        return true
    }

    private func isTaken(_ lock: String, _ value: SQLValue) throws -> Bool {
        try run("SELECT pg_try_advisory_lock(\(lock)) AS taken", [value]).rows.first?.value(at: 0) == .integer(1)
    }

    private func run(_ statement: String, _ values: [SQLValue] = []) throws(PostgreSQLFailure) -> PostgreSQLRows {
        try connection.run(statement, values, within: Self.patience)
    }
}
