import GRDB
import Routing
import Time

extension SQLiteEngine: CallRecords {
    /// Writes changes of calls' records in one transaction, in their order.
    ///
    /// An event of a call that has no record makes one: what a PBX reports is kept even when its question was lost.
    func record(_ records: [CallRecord]) throws(LedgerError) {
        try write { database in
            for record in records { try Self.write(record, to: database) }
        }
    }

    /// The calls that an agent has had since a time and that are not over, as far as was reported.
    func heldCalls(
        from start: Instant, until end: Instant
    ) throws(LedgerError) -> [(callID: String, agent: AgentID, since: Instant, progress: RecordedProgress)] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT call_id, holder, held_since, targets, \(Self.progressColumns) FROM call
                    WHERE ended_at IS NULL AND holder IS NOT NULL AND held_since >= ? AND held_since < ?
                    """, arguments: [start.milliseconds, end.milliseconds]
            ).map { row in
                let row = CheckedRow(row: row, table: "call")
                return (
                    try row.text("call_id"), try row.agent("holder"), try row.instant("held_since"),
                    try Self.progress(row)
                )
            }
        }
    }

    /// How many of them agents have had since an instant or later: in the future, that is what a clock that was wrong leaves.
    func countHeldCalls(from instant: Instant) throws(LedgerError) -> Int {
        try read { database in
            try Int.fetchOne(
                database,
                sql: "SELECT count(*) FROM call WHERE ended_at IS NULL AND holder IS NOT NULL AND held_since >= ?",
                arguments: [instant.milliseconds]) ?? 0
        }
    }

    /// The newest calls to clients' agents or the overflow that were decided in a time, the oldest first.
    func recentDecisions(
        from start: Instant, until end: Instant, limit: Int
    ) throws(LedgerError) -> [(record: CallRecord, progress: RecordedProgress)] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT call_id, noted_at, decision, caller, client, contact, action, reason, targets, generation,
                        \(Self.progressColumns)
                    FROM call
                    WHERE noted_at >= ? AND noted_at < ? AND decision IS NOT NULL AND caller IS NOT NULL AND call_id <> ''
                    ORDER BY noted_at DESC, id DESC LIMIT ?
                    """, arguments: [start.milliseconds, end.milliseconds, limit]
            ).reversed().map { row in
                let row = CheckedRow(row: row, table: "call")
                return (
                    CallRecord(
                        callID: try row.text("call_id"), instant: try row.instant("noted_at"),
                        change: .decided(try Self.decided(row))),
                    try Self.progress(row)
                )
            }
        }
    }

    /// How far the newest calls of a time had come, of which something was reported, the newest first. Of those that are over only those
    /// that ended late enough.
    func progress(
        from start: Instant, until end: Instant, endedSince ended: Instant, limit: Int
    ) throws(LedgerError) -> [(callID: String, progress: RecordedProgress)] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT call_id, targets, \(Self.progressColumns) FROM call
                    WHERE noted_at >= ? AND noted_at < ? AND call_id <> ''
                        AND (ended_at >= ? OR ended_at IS NULL AND coalesce(heard, released, answered_by) IS NOT NULL)
                    ORDER BY noted_at DESC, id DESC LIMIT ?
                    """,
                arguments: [start.milliseconds, end.milliseconds, ended.milliseconds, limit]
            ).map { row in
                let row = CheckedRow(row: row, table: "call")
                return (try row.text("call_id"), try Self.progress(row))
            }
        }
    }

    func probe() throws(LedgerError) {
        try write { try $0.execute(sql: "CREATE TABLE probe (id INTEGER); DROP TABLE probe") }
    }

    private static let progressColumns = "rang, answered_by, released, held_at, ended_at, heard"

    private static func progress(_ row: CheckedRow) throws -> RecordedProgress {
        func list(_ column: String) throws -> [String] {
            try row.optionalText(column)?.split(separator: ",").map(String.init) ?? []
        }
        let targets = try list("targets").compactMap { $0.split(separator: ":").first.map(String.init) }
        return RecordedProgress(
            phones: targets + (try list("heard")).filter { !targets.contains($0) }, rang: try list("rang"),
            answeredBy: try row.optionalText("answered_by"), released: try list("released"),
            heldAt: try row.optionalText("held_at"), ended: try row.optionalInstant("ended_at"))
    }

    private static func decided(_ row: CheckedRow) throws -> CallRecord.Decided {
        let action: Decision.Action = try row.word("action")
        let word = try row.text("reason")
        guard let reason = Decision.Reason(word: word) else { throw row.foreign("reason", word.debugDescription) }
        return CallRecord.Decided(
            decision: try row.text("decision"), caller: try row.text("caller"), client: try row.optionalText("client"),
            contact: try row.optionalText("contact"), action: action.rawValue, reason: reason.word,
            targets: try row.text("targets"), generation: try row.count("generation"))
    }

    private static func write(_ record: CallRecord, to database: Database) throws {
        let instant = record.instant.milliseconds
        switch record.change {
        case .decided(let decided):
            // An id that comes again is another call: a PBX may count from 1 after each restart. Nobody has the one before any more.
            try database.cachedStatement(
                sql: "UPDATE call SET \(noHolder) WHERE call_id = ? AND holder IS NOT NULL"
            ).execute(arguments: [record.callID])
            try database.cachedStatement(
                sql: """
                    INSERT INTO call (call_id, noted_at, asked_at, decision, caller, client, contact, action, reason, targets,
                        generation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                record.callID, instant, instant, decided.decision, decided.caller, decided.client, decided.contact,
                decided.action, decided.reason, decided.targets, Int64(clamping: decided.generation),
            ])
        case .rang(let phone):
            // A PBX that repeats a report, after an answer that came late, tells of no second ringing.
            try update(
                record, "\(appending("?1", to: "rang")), \(appending("?1", to: "heard")), \(rangAt)", [phone, instant],
                in: database)
        case .answered(let phone, let agent, let hasCredit, let holds):
            // What is told after the call's end was so before it.
            let credit = "answered_by = ?1, agent = ?2, answered_at = min(?3, coalesce(ended_at, ?3))"
            let holding = "held_at = ?1, holder = ?2, held_since = ?3"
            let assignments = [hasCredit ? credit : nil, holds ? holding : nil, appending("?1", to: "heard")]
            let values: [(any DatabaseValueConvertible)?] = [phone, agent, instant]
            try update(record, assignments.compactMap(\.self).joined(separator: ", "), values, in: database)
        case .released(let phone):
            try update(record, "\(appending("?1", to: "released")), \(noHolder)", [phone], in: database)
        case .freed: try update(record, noHolder, [], in: database)
        case .overtaken: break
        case .ended(let status):
            try update(
                record, "ended = coalesce(ended, ?1), ended_at = coalesce(ended_at, ?2), \(noHolder)",
                [status, instant],
                in: database)
        }
        if let late = record.late { try update(record, appending("?1", to: "late"), [late], in: database) }
    }

    /// What is told later was so before it.
    private static let rangAt = """
        rang_at = coalesce(rang_at, min(?2, coalesce(answered_at, ?2), coalesce(ended_at, ?2)))
        """
    private static let noHolder = "held_at = NULL, holder = NULL, held_since = NULL"

    /// Adds a word to the list in a column, where it does not stand in it yet.
    private static func appending(_ value: String, to column: String) -> String {
        """
        \(column) = CASE WHEN ',' || coalesce(\(column), '') || ',' LIKE '%,' || \(value) || ',%' THEN \(column)
            ELSE coalesce(\(column) || ',', '') || \(value) END
        """
    }

    /// Changes the newest record of a call id, or one made for it. The assignments name the values by their places, ?1 and on.
    private static func update(
        _ record: CallRecord, _ assignments: String, _ values: [(any DatabaseValueConvertible)?], in database: Database
    ) throws {
        let statement = try database.cachedStatement(
            sql: """
                UPDATE call SET \(assignments)
                WHERE id = (SELECT max(id) FROM call WHERE call_id = ?\(values.count + 1))
                """)
        let arguments = StatementArguments(values + [record.callID])
        try statement.execute(arguments: arguments)
        guard database.changesCount == 0 else { return }
        try database.cachedStatement(sql: "INSERT INTO call (call_id, noted_at) VALUES (?, ?)")
            .execute(arguments: [record.callID, record.instant.milliseconds])
        try statement.execute(arguments: arguments)
    }
}
