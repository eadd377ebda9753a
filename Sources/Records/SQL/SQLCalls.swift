import Routing
import Time

/// Calls in a database.
struct SQLCalls<Engine: SQLEngine>: CallRecords {
    let engine: Engine

    func record(_ changes: [CallRecord.Change]) throws(LedgerError) {
        try engine.write { session in
            for change in changes { try Self.write(change, to: session) }
        }
    }

    func calls(
        toTakeUp since: TakeUp, from start: Instant, until end: Instant, withHeld isWithHeld: Bool, limit: Int
    ) throws(LedgerError) -> [CallRecord] {
        let newest = """
            SELECT id FROM (
                SELECT id FROM call
                WHERE noted_at >= $1 AND noted_at < $2 AND call_id <> ''
                    AND (decision IS NOT NULL AND noted_at >= $3 OR ended_at >= $4
                        OR ended_at IS NULL AND coalesce(heard, released, answered_by) IS NOT NULL)
                ORDER BY noted_at DESC, id DESC LIMIT $5) AS newest
            """
        let held = """
            UNION SELECT id FROM call
            WHERE ended_at IS NULL AND holder IS NOT NULL
                AND (held_since >= $6 AND held_since < $2 OR up_at >= $6 AND up_at < $2)
            """
        var values = [start, end, since.decided, since.ended].map { SQLValue($0) } + [SQLValue(limit)]
        if isWithHeld { values.append(SQLValue(since.held)) }
        return try engine.read { [values] session in
            try session.checked(
                "call",
                """
                SELECT \(CallRow.columns) FROM call WHERE id IN (\(newest) \(isWithHeld ? held : ""))
                ORDER BY noted_at DESC, id DESC
                """, values
            ).map(CallRow.record)
        }
    }

    func countHeldCalls(from instant: Instant) throws(LedgerError) -> Int {
        try engine.read { session in
            let rows = try session.checked(
                "call",
                """
                SELECT count(*) AS count FROM call
                WHERE ended_at IS NULL AND holder IS NOT NULL AND held_since >= $1 AND held_as = 'answered'
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
                WHERE noted_at >= $1 AND reason = $2 AND \(engine.dialect.hasNumber)
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
            try session.execute("CREATE TABLE probe (id INTEGER)", [])
            try session.execute("DROP TABLE probe", [])
        }
    }

    private static func write(_ change: CallRecord.Change, to session: some SQLSession) throws {
        if case .decided = change.what {
            // An id that comes again is another call: a PBX may count from 1 after each restart. Nobody has the one before any more.
            try session.execute(
                """
                UPDATE call SET held_at = NULL, holder = NULL, held_since = NULL, held_as = NULL
                WHERE call_id = $1 AND holder IS NOT NULL
                """, [.text(change.callID)])
            return try insert(CallRecord(beginningWith: change), in: session)
        }
        let row = try session.checked(
            "call", "SELECT id, \(CallRow.courseColumns) FROM call WHERE call_id = $1 ORDER BY id DESC LIMIT 1",
            [.text(change.callID)]
        ).first
        // What somebody else has made unreadable is not written over.
        guard let row, let id = try? row.number("id"), var course = try? CallRow.course(row) else {
            return try insert(CallRecord(beginningWith: change), in: session)
        }
        course.take(change)
        let values = CallRow.values(course)
        try session.execute(
            "UPDATE call SET \(CallRow.courseAssignments) WHERE id = $\(values.count + 1)", values + [SQLValue(id)])
    }

    private static func insert(_ record: CallRecord, in session: some SQLSession) throws {
        try session.execute(
            "INSERT INTO call (\(CallRow.columns)) VALUES (\(CallRow.places))", CallRow.values(record))
    }
}
