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

    /// Nobody reports of a call that is older.
    private static var passedOverMemory: Milliseconds { .days(7) }

    private static func passOver(_ change: CallRecord.Change, in session: some SQLSession) throws {
        try session.execute(
            "DELETE FROM passed_over WHERE at < $1",
            [SQLValue(change.instant.advanced(by: Milliseconds(-passedOverMemory.count)))])
        try session.execute(
            """
            INSERT INTO passed_over (mark, at) VALUES ($1, $2)
            ON CONFLICT (\(session.sites.passedOver)) DO UPDATE SET at = $2
            """,
            [SQLValue(CallMark(change.callID).number), SQLValue(change.instant)])
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

    static func write(_ change: CallRecord.Change, to session: some SQLSession) throws {
        if case .decided = change.what {
            // An id that comes again is another call: a PBX may count from 1 after each restart. Nobody has the one before any more.
            try session.execute(
                """
                UPDATE call SET held_at = NULL, holder = NULL, held_since = NULL, held_as = NULL
                WHERE call_id = $1 AND holder IS NOT NULL\(session.sites.own)
                """, [.text(change.callID)])
            return try insert(CallRecord(beginningWith: change), in: session)
        }
        if case .passedOver = change.what { return try passOver(change, in: session) }
        let row = try session.checked(
            "call",
            """
            SELECT id, client, reason, decision, noted_at, dialled_by, \(CallRow.courseColumns) FROM call
            WHERE call_id = $1\(session.sites.own) ORDER BY id DESC LIMIT 1
            """, [.text(change.callID)]
        ).first
        // What somebody else has made unreadable is not written over.
        guard let row, let id = try? row.number("id"), let before = try? CallRow.course(row) else {
            return try insert(CallRecord(beginningWith: change), in: session)
        }
        if case .dialled(let dialled, _) = change.what { try note(dialled, id, in: session) }
        var course = before
        course.take(change.notBefore(try? CallRow.asked(row)))
        try session.execute(CallRow.courseUpdate, CallRow.values(course) + [SQLValue(id)])
        guard try CallRow.isSettled(row), let instant = course.settling(since: before) else { return }
        try session.execute(
            "INSERT INTO unsettled (call, at) VALUES ($1, $2) ON CONFLICT (call) DO UPDATE SET at = $2",
            [SQLValue(id), SQLValue(instant)])
    }

    /// Reports of the call came before it was told that an agent dialled it.
    private static func note(_ dialled: CallRecord.Dialled, _ id: Int64, in session: some SQLSession) throws {
        try session.execute(
            """
            UPDATE call SET dialled = $2, dialled_by = $3, client = $4, contact = $5
            WHERE id = $1 AND decision IS NULL AND dialled_by IS NULL
            """,
            [
                SQLValue(id), SQLValue(dialled.number?.description), SQLValue(dialled.agent),
                .text(dialled.client.description), SQLValue(dialled.contact),
            ])
    }

    private static func insert(_ record: CallRecord, in session: some SQLSession) throws {
        try session.execute(CallRow.insertion, CallRow.values(record))
        guard let event = NewEvent(record) else { return }
        try EventRow.append([event], to: session)
    }
}
