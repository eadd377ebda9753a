import Routing
import Time

/// Forgetting in a database.
struct SQLForgetting<Engine: SQLEngine>: ForgettingRecords {
    let engine: Engine

    func newestRecord() throws(LedgerError) -> Instant? {
        try engine.read { session in
            try Self.clamped(
                session.checked(
                    "call",
                    """
                    SELECT max(at) AS at FROM (
                        SELECT max(noted_at) AS at FROM call
                        UNION ALL SELECT entered_at FROM absence WHERE id = (SELECT max(id) FROM absence)) AS newest
                    """), "at")
        }
    }

    func distrustedUntil() throws(LedgerError) -> Instant? {
        try engine.read { session in
            try Self.clamped(
                session.checked("forgetting", "SELECT distrusted_until FROM forgetting"), "distrusted_until")
        }
    }

    func distrust(until instant: Instant) throws(LedgerError) {
        try engine.write { session in
            _ = try session.execute(
                """
                INSERT INTO forgetting (id, distrusted_until) VALUES (1, $1)
                ON CONFLICT (id) DO UPDATE SET distrusted_until = $1
                """, [SQLValue(instant)])
        }
    }

    func forgettingDay(at instant: Instant, budget: Milliseconds) throws(LedgerError) -> ForgettingDay? {
        try engine.write { session in
            let row = try session.checked(
                "forgetting",
                "SELECT calls_before, numbers_before FROM forgetting WHERE begun_at <= $1 AND begun_at > $2",
                [SQLValue(instant), SQLValue(instant.advanced(by: .days(-1)))]
            ).first
            if let row {
                return ForgettingDay(
                    callsBefore: try row.instant("calls_before"), numbersBefore: try row.instant("numbers_before"))
            }
            let oldest = try Self.clamped(session.checked("call", "SELECT min(noted_at) AS at FROM call"), "at")
            guard let oldest else { return nil }
            let dialect = engine.dialect
            let oldestNumber = try Self.clamped(
                session.checked(
                    "call", "SELECT min(noted_at) AS at FROM call \(dialect.byNumber) WHERE \(dialect.hasNumber)"),
                "at")
            let day = ForgettingDay(
                callsBefore: oldest.advanced(by: budget), numbersBefore: (oldestNumber ?? oldest).advanced(by: budget))
            try session.execute(
                """
                INSERT INTO forgetting (id, begun_at, calls_before, numbers_before) VALUES (1, $1, $2, $3)
                ON CONFLICT (id) DO UPDATE SET begun_at = $1, calls_before = $2, numbers_before = $3
                """, [SQLValue(instant), SQLValue(day.callsBefore), SQLValue(day.numbersBefore)])
            return day
        }
    }

    func forget(
        callsBefore calls: Instant, numbersBefore numbers: Instant, atMost limit: Int
    ) throws(LedgerError) -> Int {
        try engine.write { session in
            let removed = try session.execute(
                "DELETE FROM call WHERE id IN (SELECT id FROM call WHERE noted_at < $1 ORDER BY noted_at LIMIT $2)",
                [SQLValue(calls), SQLValue(limit)])
            let dialect = engine.dialect
            return removed
                + (try session.execute(
                    """
                    UPDATE call SET caller = NULL WHERE id IN (
                        SELECT id FROM call \(dialect.byNumber)
                        WHERE \(dialect.hasNumber) AND noted_at < $1 ORDER BY noted_at LIMIT $2)
                    """, [SQLValue(numbers), SQLValue(limit - removed)]))
        }
    }

    /// What other than an instant a clock that was wrong, or somebody else, has written counts as the nearest one.
    private static func clamped(_ rows: [CheckedRow], _ column: String) throws -> Instant? {
        try rows.first?.optionalNumber(column).map(Instant.init(clamping:))
    }
}
