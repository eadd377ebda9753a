import GRDB
package import Routing

extension Ledger {
    /// Writes changes of calls' records in one transaction, in their order.
    ///
    /// An event of a call that has no record makes one: what a PBX reports is kept even when its question was lost.
    package func record(_ records: [CallRecord]) throws(LedgerError) {
        try write { database in
            for record in records { try Self.write(record, to: database) }
        }
    }

    /// The calls that were answered by an agent in a time and are not over, as far as was reported.
    package func answeredCalls(
        from start: Instant, until end: Instant
    ) throws(LedgerError) -> [(callID: String, agent: AgentID, answered: Instant)] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT call_id, agent, answered_at FROM call
                    WHERE ended_at IS NULL AND agent IS NOT NULL AND answered_at >= ? AND answered_at < ?
                    """, arguments: [start.milliseconds, end.milliseconds]
            ).map { row in
                let row = CheckedRow(row: row, table: "call")
                return (try row.text("call_id"), try row.agent("agent"), try row.instant("answered_at"))
            }
        }
    }

    /// How many of them were answered at an instant or after it: in the future, that is what a clock that was wrong leaves.
    package func countAnsweredCalls(from instant: Instant) throws(LedgerError) -> Int {
        try read { database in
            try Int.fetchOne(
                database,
                sql: "SELECT count(*) FROM call WHERE ended_at IS NULL AND agent IS NOT NULL AND answered_at >= ?",
                arguments: [instant.milliseconds]) ?? 0
        }
    }

    /// The newest calls to clients' agents or the overflow that were decided in a time and are not over, the oldest first.
    package func recentDecisions(
        from start: Instant, until end: Instant, limit: Int
    ) throws(LedgerError) -> [(record: CallRecord, rang: [String])] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT call_id, noted_at, decision, caller, client, contact, action, reason, targets, generation, rang
                    FROM call
                    WHERE noted_at >= ? AND noted_at < ? AND decision IS NOT NULL AND caller IS NOT NULL AND call_id <> ''
                        AND ended_at IS NULL
                    ORDER BY noted_at DESC, id DESC LIMIT ?
                    """, arguments: [start.milliseconds, end.milliseconds, limit]
            ).reversed().map { row in
                let row = CheckedRow(row: row, table: "call")
                let rang = try row.optionalText("rang")
                return (
                    CallRecord(
                        callID: try row.text("call_id"), instant: try row.instant("noted_at"),
                        change: .decided(try Self.decided(row))),
                    rang?.split(separator: ",").map(String.init) ?? []
                )
            }
        }
    }

    private static func decided(_ row: CheckedRow) throws -> CallRecord.Decided {
        let action: Decision.Action = try row.word("action")
        let reason: Decision.Reason = try row.word("reason")
        return CallRecord.Decided(
            decision: try row.text("decision"), caller: try row.text("caller"), client: try row.optionalText("client"),
            contact: try row.optionalText("contact"), action: action.rawValue, reason: reason.rawValue,
            targets: try row.text("targets"), generation: try row.count("generation"))
    }

    private static func write(_ record: CallRecord, to database: Database) throws {
        let instant = record.instant.milliseconds
        switch record.change {
        case .decided(let decided):
            // An id that comes again is another call: a PBX may count from 1 after each restart.
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
                record,
                """
                rang = CASE WHEN rang = ?1 OR rang LIKE '%,' || ?1 THEN rang ELSE coalesce(rang || ',', '') || ?1 END,
                rang_at = coalesce(rang_at, ?2)
                """, [phone, instant], in: database)
        case .answered(let phone, let agent):
            try update(
                record, "answered_by = ?1, agent = ?2, answered_at = ?3", [phone, agent, instant], in: database)
        case .ended(let status):
            try update(record, "ended = ?1, ended_at = ?2", [status, instant], in: database)
        }
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
