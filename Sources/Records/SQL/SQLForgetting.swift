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
                """
                SELECT calls_before, numbers_before, absences_before FROM forgetting
                WHERE begun_at <= $1 AND begun_at > $2
                """, [SQLValue(instant), SQLValue(instant.advanced(by: .days(-1)))]
            ).first
            if let row {
                // A majord that forgot no absences has left that bound out.
                return ForgettingDay(
                    callsBefore: try row.instant("calls_before"), numbersBefore: try row.instant("numbers_before"),
                    absencesBefore: try row.optionalInstant("absences_before") ?? .earliest)
            }
            guard let day = try day(in: session, budget: budget) else { return nil }
            try session.execute(
                """
                INSERT INTO forgetting (id, begun_at, calls_before, numbers_before, absences_before)
                VALUES (1, $1, $2, $3, $4) ON CONFLICT (id) DO UPDATE
                SET begun_at = $1, calls_before = $2, numbers_before = $3, absences_before = $4
                """,
                [instant, day.callsBefore, day.numbersBefore, day.absencesBefore].map { SQLValue($0) })
            return day
        }
    }

    /// A new day's bounds; nil where nothing is recorded.
    private func day(in session: Engine.Session, budget: Milliseconds) throws -> ForgettingDay? {
        func oldest(_ table: String, _ statement: String) throws -> Instant? {
            try Self.clamped(session.checked(table, statement), "at")
        }
        let call = try oldest("call", "SELECT min(noted_at) AS at FROM call")
        let number = try oldest(
            "call",
            "SELECT min(noted_at) AS at FROM call \(engine.dialect.byNumber) WHERE \(engine.dialect.hasNumber)")
        let absence = try oldest("absence", #"SELECT min("end") AS at FROM absence"#)
        let deputyship = try oldest("deputyship", #"SELECT min("end") AS at FROM deputyship"#)
        let line = try oldest(
            "roster_change", "SELECT min(changed_at) AS at FROM roster_change WHERE \(Self.isOfWhatIsGone)")
        let roster = [absence, deputyship, line].compactMap(\.self).min()
        guard call != nil || roster != nil else { return nil }
        return ForgettingDay(
            callsBefore: call?.advanced(by: budget) ?? .earliest,
            numbersBefore: (number ?? call)?.advanced(by: budget) ?? .earliest,
            absencesBefore: roster?.advanced(by: budget) ?? .earliest)
    }

    func forget(_ bounds: ForgettingDay, atMost limit: Int) throws(LedgerError) -> Int {
        try engine.write { session in
            let dialect = engine.dialect
            var left = limit
            func remove(_ statement: String, before instant: Instant) throws {
                guard left > 0 else { return }
                left -= try session.execute(statement, [SQLValue(instant), SQLValue(left)])
            }
            try remove(
                "DELETE FROM call WHERE id IN (SELECT id FROM call WHERE noted_at < $1 ORDER BY noted_at LIMIT $2)",
                before: bounds.callsBefore)
            try remove(
                """
                UPDATE call SET caller = NULL WHERE id IN (
                    SELECT id FROM call \(dialect.byNumber)
                    WHERE \(dialect.hasNumber) AND noted_at < $1 ORDER BY noted_at LIMIT $2)
                """, before: bounds.numbersBefore)
            for table in ["absence", "deputyship"] {
                try remove(
                    """
                    DELETE FROM \(table) WHERE id IN (
                        SELECT id FROM \(table) WHERE "end" < $1 ORDER BY "end" LIMIT $2)
                    """, before: bounds.absencesBefore)
            }
            try session.execute("DELETE FROM request WHERE id NOT IN (SELECT id FROM absence)", [])
            try remove(
                """
                DELETE FROM roster_change WHERE id IN (
                    SELECT id FROM roster_change WHERE changed_at < $1 AND \(Self.isOfWhatIsGone)
                    ORDER BY changed_at LIMIT $2)
                """, before: bounds.absencesBefore)
            return limit - left
        }
    }

    /// Lines of the history that go: what was done to something that is there is kept with it.
    private static var isOfWhatIsGone: String {
        """
        (absence IS NULL OR absence NOT IN (SELECT id FROM absence))
        AND (deputyship IS NULL OR deputyship NOT IN (SELECT id FROM deputyship))
        AND (number IS NULL OR number NOT IN (SELECT number FROM learned_number))
        """
    }

    /// What other than an instant a clock that was wrong, or somebody else, has written counts as the nearest one.
    private static func clamped(_ rows: [CheckedRow], _ column: String) throws -> Instant? {
        try rows.first?.optionalNumber(column).map(Instant.init(clamping:))
    }
}
