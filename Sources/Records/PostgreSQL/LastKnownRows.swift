import Time

/// Rows of one table that a start needs, on their way from a database to the copy on this machine.
struct LastKnownRows {
    private let table: String
    private let columns: [String]
    private let rows: [[SQLValue]]
    /// Whether what is reported of calls is written there, too.
    var isOfCalls: Bool { ["call", "passed_over"].contains(table) }

    /// - Parameters:
    ///   - isWhole: Whether calls are among them.
    static func read(_ session: PostgreSQLSession, isWhole: Bool, at instant: Instant) throws -> [LastKnownRows] {
        let (now, day) = (SQLValue(instant), SQLValue(instant.advanced(by: .days(-1))))
        // Those that are over as many as the roster has of them.
        func current(_ table: String) -> String {
            """
            id IN (SELECT id FROM \(table) WHERE "end" IS NULL OR "end" > $1)
                OR id IN (SELECT id FROM \(table) WHERE "end" <= $1 ORDER BY "end" DESC LIMIT 1001)
            """
        }
        let own = session.sites.own
        let version = "(SELECT max(id) FROM directory_version WHERE true\(own))"
        var tables: [(name: String, condition: String, values: [SQLValue])] = [
            ("absence", current("absence"), [now]),
            ("request", "id IN (SELECT id FROM absence WHERE \(current("absence")))", [now]),
            ("deputyship", current("deputyship"), [now]), ("learned_number", "true", []),
            ("client_case", "closed_at IS NULL", []), ("calendar", "true", []), ("outlook", "true", []),
            ("forgetting", "true", []),
            ("missed_call", "closed_at IS NULL OR id = (SELECT max(id) FROM missed_call)", []),
            ("event", "mark IS NOT NULL OR id = (SELECT max(id) FROM event)", []),
            ("directory_version", "id = \(version)", []), ("directory_version_file", "version = \(version)", []),
            ("directory_text", "id IN (SELECT text FROM directory_version_file WHERE version = \(version))", []),
        ]
        if isWhole {
            tables += [
                (
                    "call",
                    """
                    id IN (SELECT id FROM call WHERE noted_at >= $1\(own) ORDER BY noted_at DESC LIMIT 5000)
                        OR ended_at IS NULL AND holder IS NOT NULL AND held_since >= $1\(own)
                    """, [day]
                ), ("passed_over", "at >= $1\(own)", [day]),
            ]
        }
        return try tables.map { name, condition, values in
            let found = try session.run("SELECT * FROM \(name) WHERE \(condition)", values)
            let places = found.columns.indices.filter { !["rowid", "site"].contains(found.columns[$0]) }
            return LastKnownRows(
                table: name, columns: places.map { found.columns[$0] },
                rows: found.rows.map { row in places.map { row.value(at: $0) } })
        }
    }

    /// Puts them in the place of those that are there.
    func write(to session: some SQLSession) throws {
        try session.execute("DELETE FROM \(table)", [])
        let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        // `end` is a word of SQL's.
        let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let statement = "INSERT INTO \(table) (\(names)) VALUES (\(places))"
        for row in rows { try session.execute(statement, row) }
    }
}
