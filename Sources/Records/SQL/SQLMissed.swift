import Routing
import Time

/// Missed calls in a database.
struct SQLMissed<Engine: SQLEngine>: MissedRecords {
    let engine: Engine

    func openMissedCalls() throws(LedgerError) -> MissedCalls {
        try engine.load(.missed) { session in
            let open = try session.checked(
                "missed_call", "SELECT * FROM missed_call WHERE closed_at IS NULL ORDER BY id")
            let numbers = try [
                ("missed_call", "SELECT max(id) AS id FROM missed_call", "id"),
                ("event", "SELECT max(missed) AS missed FROM event", "missed"),
                ("call", "SELECT max(missed) AS missed FROM call WHERE missed IS NOT NULL", "missed"),
            ].compactMap { table, statement, column in
                try session.checked(table, statement).first?.optionalNumber(column)
            }
            return MissedCalls(open: try open.map(MissedRow.missed), lastNumber: numbers.max() ?? 0)
        }
    }

    func toldOverdue() throws(LedgerError) -> Set<Int64> {
        try engine.read { session in
            let rows = try session.checked(
                "event",
                """
                SELECT missed FROM event JOIN missed_call ON missed_call.id = event.missed
                WHERE closed_at IS NULL AND kind = $1
                """, [.text(Event.Kind.callOverdue.rawValue)])
            return Set(try rows.map { try $0.number("missed") })
        }
    }

    func unsettledCalls(until instant: Instant, limit: Int) throws(LedgerError) -> [UnsettledCall] {
        try engine.read { session in
            try session.checked(
                "call",
                """
                SELECT call.id, \(CallRow.columns), missed, unsettled.at AS settled_from
                FROM unsettled JOIN call ON call.id = unsettled.call
                WHERE unsettled.at <= $1 ORDER BY unsettled.at, call.id LIMIT $2
                """, [SQLValue(instant), SQLValue(limit)]
            ).compactMap { row in
                // What somebody else has made unreadable keeps no other call from being settled.
                try? Self.unsettled(row)
            }
        }
    }

    private static func unsettled(_ row: CheckedRow) throws -> UnsettledCall {
        UnsettledCall(
            row: try row.number("id"), record: try CallRow.record(row), missed: try row.optionalNumber("missed"),
            at: try row.instant("settled_from"))
    }

    /// Waits for nobody who records calls, at this site or another: he may wait for what is settled here already.
    func settle(_ calls: [SettledCall], _ events: [NewEvent]) throws(LedgerError) {
        let (unlocked, numbers) = (engine.dialect.unlocked, engine.dialect.numbers("$1"))
        let changed = calls.filter { $0.call != nil && $0.missed != $0.call?.missed }.compactMap(\.call?.row)
        try engine.change(.missed) { session in
            if !changed.isEmpty {
                let held = try session.rows(
                    "SELECT id FROM call WHERE id IN (\(numbers)) \(unlocked)",
                    [.text(RowJSON.list(changed) { $1 += "\($0)" })])
                guard held.count == changed.count else { throw Self.isBeingChanged }
            }
            for settled in calls {
                for step in settled.steps { try MissedRow.write(step, to: session) }
                guard let call = settled.call else { continue }
                if settled.missed != call.missed {
                    try session.submit(
                        "UPDATE call SET missed = $2 WHERE id = $1",
                        [SQLValue(call.row), settled.missed.map { SQLValue($0) } ?? .null])
                }
                // One of which something is recorded at this moment is settled once more.
                try session.submit(
                    """
                    DELETE FROM unsettled
                    WHERE call = (SELECT call FROM unsettled WHERE call = $1 AND at = $2 \(unlocked))
                    """, [SQLValue(call.row), SQLValue(call.at)])
            }
            try EventRow.append(events, to: session)
        }
    }

    private static var isBeingChanged: LedgerError {
        .unavailable(cause: "a call that was missed is changed by somebody else at the moment")
    }

    func missedCalls(_ query: MissedQuery) throws(LedgerError) -> [MissedCall] {
        var values: [SQLValue] = []
        func place(_ value: SQLValue) -> String {
            values.append(value)
            return "$\(values.count)"
        }
        var conditions = ["true"]
        if let id = query.id { conditions.append("id = \(place(SQLValue(id)))") }
        if let since = query.since { conditions.append("first_at >= \(place(SQLValue(since)))") }
        if let clients = query.clients {
            let places = clients.map { place(.text($0.description)) }.joined(separator: ", ")
            conditions.append("client IN (\(places))")
        }
        let statement = """
            SELECT * FROM missed_call WHERE \(conditions.joined(separator: " AND "))
            ORDER BY id DESC LIMIT \(place(SQLValue(query.limit)))
            """
        return try engine.readLong { [values] session in
            try session.checked("missed_call", statement, values).map(MissedRow.missed)
        }
    }
}

/// A missed call as a row of the table `missed_call`.
enum MissedRow {
    private static let columns = [
        "id", "client", "caller", "contact", "how", "calls", "first_at", "last_at", "due_at", "attempts",
        "attempted_at",
        "closed_how", "closed_by", "closed_at", "note",
    ]

    static func missed(_ row: CheckedRow) throws -> MissedCall {
        let way: MissedCall.Way? = try row.optionalWord("closed_how")
        let closing = try way.map { way in
            MissedCall.Closing(
                way, by: try row.text("closed_by"), at: try row.instant("closed_at"), note: try row.optionalText("note")
            )
        }
        return MissedCall(
            id: try row.number("id"), client: ClientID(try row.text("client")),
            caller: try NumberRow.optionalNumber(row, "caller"),
            contact: try row.optionalText("contact"), how: try row.word("how"),
            calls: Int(clamping: try row.number("calls")), first: try row.instant("first_at"),
            last: try row.instant("last_at"), due: try row.optionalInstant("due_at"),
            attempts: Int(clamping: try row.number("attempts")), attempted: try row.optionalInstant("attempted_at"),
            closing: closing, token: try ForgottenText.token(row, "caller"))
    }

    static func write(_ step: MissedCalls.Step, to session: some SQLSession) throws {
        switch step {
        case .enter(let missed):
            let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
            try session.submit(
                "INSERT INTO missed_call (\(columns.joined(separator: ", "))) VALUES (\(places))", values(missed))
        case .replace(let missed):
            let assignments = columns.enumerated().dropFirst().map { "\($1) = $\($0 + 1)" }.joined(separator: ", ")
            try session.submit("UPDATE missed_call SET \(assignments) WHERE id = $1", values(missed))
        }
    }

    private static func values(_ missed: MissedCall) -> [SQLValue] {
        [
            SQLValue(missed.id), .text(missed.client.description),
            SQLValue(missed.caller?.description ?? missed.token.map { ForgottenText.token($0).text }),
            SQLValue(missed.contact), .text(missed.how.rawValue), SQLValue(missed.calls), SQLValue(missed.first),
            SQLValue(missed.last), SQLValue(missed.due), SQLValue(missed.attempts), SQLValue(missed.attempted),
            SQLValue(missed.closing?.way.rawValue), SQLValue(missed.closing?.by), SQLValue(missed.closing?.at),
            SQLValue(missed.closing?.note),
        ]
    }
}
