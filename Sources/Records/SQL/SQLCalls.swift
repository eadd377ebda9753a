import Routing
import Time

/// Calls in a database.
struct SQLCalls<Engine: SQLEngine>: CallRecords {
    let engine: Engine

    func record(_ changes: [CallRecord.Change]) throws(LedgerError) {
        try engine.write { session in
            var writer = CallWriter(session)
            for change in changes { try writer.write(change) }
        }
    }

    func isRecorded(_ mark: String) throws(LedgerError) -> Bool { try engine.isWritten(mark) }

    func calls(
        toTakeUp since: TakeUp, from start: Instant, until end: Instant, withHeld isWithHeld: Bool, limit: Int
    ) throws(LedgerError) -> [CallRecord] {
        func newest(_ own: String) -> String {
            """
            SELECT id FROM (
                SELECT id FROM call
                WHERE noted_at >= $1 AND noted_at < $2 AND call_id <> ''
                    AND (decision IS NOT NULL AND noted_at >= $3 OR ended_at >= $4
                        OR ended_at IS NULL AND coalesce(heard, released, answered_by) IS NOT NULL)\(own)
                ORDER BY noted_at DESC, id DESC LIMIT $5) AS newest
            """
        }
        func held(_ own: String) -> String {
            """
            UNION SELECT id FROM call
            WHERE ended_at IS NULL AND holder IS NOT NULL
                AND (held_since >= $6 AND held_since < $2 OR up_at >= $6 AND up_at < $2)\(own)
            """
        }
        var values = [start, end, since.decided, since.ended].map { SQLValue($0) } + [SQLValue(limit)]
        if isWithHeld { values.append(SQLValue(since.held)) }
        return try engine.read { [values] session in
            try session.checked(
                "call",
                """
                SELECT \(CallRow.columns) FROM call
                WHERE id IN (\(newest(session.sites.own)) \(isWithHeld ? held(session.sites.own) : ""))
                ORDER BY noted_at DESC, id DESC
                """, values
            ).map(CallRow.record)
        }
    }

    func calls(_ query: CallQuery) throws(LedgerError) -> [KeptCall] {
        var values: [SQLValue] = []
        func place(_ value: SQLValue) -> String {
            values.append(value)
            return "$\(values.count)"
        }
        var conditions = ["true"]
        if let from = query.from { conditions.append("noted_at >= \(place(SQLValue(from)))") }
        if let until = query.until { conditions.append("noted_at < \(place(SQLValue(until)))") }
        if let before = query.before {
            let at = place(SQLValue(before.noted))
            conditions.append("(noted_at < \(at) OR noted_at = \(at) AND id < \(place(SQLValue(before.row))))")
        }
        if let clients = query.clients {
            let places = clients.map { place(.text($0.description)) }.joined(separator: ", ")
            conditions.append("client IN (\(places))")
        }
        if let agent = query.agent {
            let id = place(SQLValue(agent))
            // Agents stand in the JSON of targets and turns, in quotes.
            let quoted = place(.text("\"agent\":\"\(agent)\""))
            let inside = ["targets", "turns"].map { engine.dialect.contains($0, quoted) }.joined(separator: " OR ")
            conditions.append("(agent = \(id) OR dialled_by = \(id) OR \(inside))")
        }
        let statement = """
            SELECT id, missed, \(CallRow.columns) FROM call WHERE \(conditions.joined(separator: " AND "))
            ORDER BY noted_at DESC, id DESC LIMIT \(place(SQLValue(query.limit)))
            """
        return try engine.readLong { [values] session in
            try session.checked("call", statement, values).map(CallRow.kept)
        }
    }

    func calls(named name: String, limit: Int) throws(LedgerError) -> [KeptCall] {
        try engine.readLong { session in
            let byID = try session.checked(
                "call",
                "SELECT id, missed, \(CallRow.columns) FROM call WHERE call_id = $1 ORDER BY id DESC LIMIT $2",
                [.text(name), SQLValue(limit)])
            guard byID.isEmpty, let decision = DecisionID(name) else { return try byID.map(CallRow.kept) }
            // A decision's id says when it was made, but for a clock that was wrong.
            let about = decision.instant
            return try session.checked(
                "call",
                """
                SELECT id, missed, \(CallRow.columns) FROM call
                WHERE noted_at >= $1 AND noted_at <= $2 AND decision = $3 ORDER BY id DESC LIMIT $4
                """,
                [
                    SQLValue(about.advanced(by: .hours(-2))), SQLValue(about.advanced(by: .hours(2))), .text(name),
                    SQLValue(limit),
                ]
            ).map(CallRow.kept)
        }
    }

    func dialledCalls(since start: Instant, limit: Int) throws(LedgerError) -> [CallRecord] {
        try engine.read { session in
            try session.checked(
                "call",
                """
                SELECT \(CallRow.columns) FROM call WHERE dialled_by IS NOT NULL AND noted_at >= $1
                ORDER BY noted_at DESC, id DESC LIMIT $2
                """, [SQLValue(start), SQLValue(limit)]
            ).map(CallRow.record).reversed()
        }
    }

    func callsPassedOver(since start: Instant, limit: Int) throws(LedgerError) -> [CallMark] {
        try engine.read { session in
            try session.checked(
                "passed_over",
                "SELECT mark FROM passed_over WHERE at >= $1\(session.sites.own) ORDER BY at DESC LIMIT $2",
                [SQLValue(start), SQLValue(limit)]
            ).map { CallMark(number: try $0.number("mark")) }
        }
    }

    func countHeldCalls(from instant: Instant) throws(LedgerError) -> Int {
        try engine.read { session in
            let rows = try session.checked(
                "call",
                """
                SELECT count(*) AS count FROM call
                WHERE ended_at IS NULL AND holder IS NOT NULL AND held_since >= $1 AND held_as = 'answered'\(session.sites.own)
                """, [SQLValue(instant)])
            return try rows.first.map { Int(clamping: try $0.number("count")) } ?? 0
        }
    }

    func callersDecided(
        as reason: Decision.Reason, since start: Instant
    ) throws(LedgerError) -> [DecidedCaller] {
        try engine.readLong { session in
            try session.checked(
                "call",
                """
                SELECT caller, count(*) AS count, max(noted_at) AS last FROM call
                WHERE noted_at >= $1 AND reason = $2 AND \(engine.dialect.hasNumber("caller"))
                GROUP BY caller ORDER BY max(noted_at) DESC, caller
                """, [SQLValue(start), .text(reason.word)]
            ).map { row in
                DecidedCaller(
                    number: try NumberRow.number(row, "caller"), calls: Int(clamping: try row.number("count")),
                    last: try row.instant("last"))
            }
        }
    }

    func probe() throws(LedgerError) {
        try engine.write { session in
            // A commit where others have their records, too, says as much.
            guard session.sites == .alone else { return }
            try session.execute("CREATE TABLE probe (id INTEGER)", [])
            try session.execute("DROP TABLE probe", [])
        }
    }
}
