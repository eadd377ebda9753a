import Routing
import Time

/// Forgetting in a database.
struct SQLForgetting<Engine: SQLEngine>: ForgettingRecords {
    let engine: Engine

    func newestRecord() throws(LedgerError) -> Instant? {
        try engine.read { session in
            try [
                ("call", "SELECT max(noted_at) AS noted_at FROM call", "noted_at"),
                ("absence", "SELECT entered_at FROM absence WHERE id = (SELECT max(id) FROM absence)", "entered_at"),
            ].compactMap { table, statement, column in try Self.clamped(session.checked(table, statement), column) }
                .max()
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
                SELECT calls_before, numbers_before, absences_before, events_before FROM forgetting
                WHERE begun_at <= $1 AND begun_at > $2
                """, [SQLValue(instant), SQLValue(instant.advanced(by: .days(-1)))]
            ).first
            if let row {
                // A majord that forgot no absences or events has left those bounds out.
                return ForgettingDay(
                    callsBefore: try row.instant("calls_before"), numbersBefore: try row.instant("numbers_before"),
                    absencesBefore: try row.optionalInstant("absences_before") ?? .earliest,
                    eventsBefore: try row.optionalInstant("events_before") ?? .earliest)
            }
            guard let day = try day(in: session, budget: budget) else { return nil }
            try session.execute(
                """
                INSERT INTO forgetting (id, begun_at, calls_before, numbers_before, absences_before, events_before)
                VALUES (1, $1, $2, $3, $4, $5) ON CONFLICT (id) DO UPDATE
                SET begun_at = $1, calls_before = $2, numbers_before = $3, absences_before = $4, events_before = $5
                """,
                [instant, day.callsBefore, day.numbersBefore, day.absencesBefore, day.eventsBefore].map { SQLValue($0) }
            )
            return day
        }
    }

    /// A new day's bounds; nil where nothing is recorded.
    private func day(in session: Engine.Session, budget: Milliseconds) throws -> ForgettingDay? {
        func oldest(_ table: String, _ at: String, _ rest: String = "") throws -> Instant? {
            try Self.clamped(session.checked(table, "SELECT min(\(at)) AS at FROM \(table) \(rest)"), "at")
        }
        let calls = [
            try oldest("call", "noted_at"), try oldest("client_case", "closed_at"),
            try oldest("missed_call", "closed_at"),
        ].compactMap(\.self).min()
        let numbers = try ForgettingSlice<Engine.Session>.numbers.compactMap { table, column, at, index in
            try oldest(
                table, at, "\(engine.dialect.by(index)) WHERE \(engine.dialect.hasNumber(column)) AND \(at) IS NOT NULL"
            )
        }.min()
        let roster = [
            try oldest("absence", #""end""#), try oldest("deputyship", #""end""#),
            try oldest("roster_change", "changed_at", "WHERE \(ForgettingSlice<Engine.Session>.isOfWhatIsGone)"),
        ].compactMap(\.self).min()
        let event = try oldest(
            "event", ForgettingSlice<Engine.Session>.eventEnd,
            "WHERE \(ForgettingSlice<Engine.Session>.isOfNoOpenCall)")
        guard calls != nil || roster != nil || event != nil else { return nil }
        func bound(_ oldest: Instant?) -> Instant { oldest?.advanced(by: budget) ?? .earliest }
        return ForgettingDay(
            callsBefore: bound(calls), numbersBefore: bound(numbers ?? calls), absencesBefore: bound(roster),
            eventsBefore: bound(event))
    }

    func forget(
        _ bounds: ForgettingDay, atMost limit: Int, block: (PhoneNumber) -> NumberBlock?
    ) throws(LedgerError) -> Int {
        try engine.write { session in
            var slice = ForgettingSlice(session: session, dialect: engine.dialect, left: limit)
            try slice.removeCalls(before: bounds.callsBefore)
            try slice.removeVersions(before: bounds.callsBefore)
            try slice.cutNumbers(before: bounds.numbersBefore, block)
            try slice.removeRoster(before: bounds.absencesBefore)
            try slice.removeEvents(before: bounds.eventsBefore)
            return limit - slice.left
        }
    }

    /// What other than an instant a clock that was wrong, or somebody else, has written counts as the nearest one.
    private static func clamped(_ rows: [CheckedRow], _ column: String) throws -> Instant? {
        try rows.first?.optionalNumber(column).map(Instant.init(clamping:))
    }
}
