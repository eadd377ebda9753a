import Routing
import Time

/// The roster of a moment that is over: rows that nobody has changed since are as they were, and of all others the history tells how they were.
enum SQLPastRoster {
    static func roster(at instant: Instant, in session: some SQLSession) throws -> Roster {
        let at = [SQLValue(instant)]
        func untouched(_ table: String, _ column: String, _ condition: String) throws -> [CheckedRow] {
            try session.checked(
                table, "SELECT * FROM \(table) WHERE \(condition) AND \(key(table)) NOT IN (\(touched(column)))", at)
        }
        let isNotOver = #"("end" IS NULL OR "end" > $1)"#
        let waiting = try session.checked(
            "absence",
            """
            SELECT \(RequestRow.columns) FROM absence JOIN request ON request.id = absence.id
            WHERE state = 'waiting' AND \(isNotOver) AND absence.id NOT IN (\(touched("absence")))
            """, at)
        let base = Roster(
            absences: try untouched("absence", "absence", "\(isNotOver) AND \(AbsenceRow.isInForce)")
                .map(AbsenceRow.absence),
            deputyships: try untouched("deputyship", "deputyship", #""end" > $1"#).map(DeputyshipRow.deputyship)
                .sorted { $0.id < $1.id },
            requests: try waiting.map(RequestRow.request),
            learnedNumbers: try untouched("learned_number", "number", "true")
                .map { (try $0.number("id"), try NumberRow.number($0)) }.sorted { $0.0 < $1.0 }.map(\.1),
            cases: try untouched(
                "client_case", "client_case", "opened_at <= $1 AND (closed_at IS NULL OR closed_at > $1)"
            ).map(CaseRow.file))
        return try past(base, at: instant, in: session).roster(at: instant)
    }

    private static func past(_ base: Roster, at instant: Instant, in session: some SQLSession) throws -> PastRoster {
        var past = PastRoster(base)
        var known: Set<RosterChange.Subject> = []
        for line in try lines(before: instant, in: session) {
            known.insert(line.change.subject)
            _ = past.take(line)
        }
        // Of what was there before its history began, the first line that follows tells how it was.
        let first = try lines(
            session,
            """
            roster_change.id IN (
                SELECT min(id) FROM roster_change WHERE changed_at > $1 GROUP BY absence, deputyship, number, client_case)
            """, [SQLValue(instant)])
        for line in first where !known.contains(line.change.subject) {
            if let undone = line.undone { _ = past.take(undone) }
        }
        return past
    }

    /// What was done until an instant to all that somebody has changed since, the oldest first.
    private static func lines(before instant: Instant, in session: some SQLSession) throws -> [RosterLine] {
        // One statement for each kind of thing, which its index finds.
        try ChangeRow.subjects.flatMap { column in
            try lines(
                session, "\(column) IS NOT NULL AND \(column) IN (\(touched(column))) AND changed_at <= $1",
                [SQLValue(instant)])
        }.sorted { $0.change.id < $1.change.id }
    }

    /// The lines of a time, the oldest first.
    static func lines(
        after last: (at: Instant, id: Int64), until end: Instant, limit: Int, in session: some SQLSession
    ) throws -> [RosterLine] {
        try lines(
            session,
            "changed_at >= $1 AND changed_at < $3 AND (changed_at > $1 OR roster_change.id > $2)",
            [SQLValue(last.at), SQLValue(last.id), SQLValue(end), SQLValue(limit)],
            order: "ORDER BY changed_at, roster_change.id LIMIT $4")
    }

    private static func lines(
        _ session: some SQLSession, _ condition: String, _ values: [SQLValue],
        order: String = "ORDER BY roster_change.id"
    ) throws -> [RosterLine] {
        try session.checked(
            "roster_change",
            """
            SELECT roster_change.*, client_case.caller AS caller, request.deputy AS deputy,
                coalesce(absence_row.entered_by, deputyship_row.entered_by) AS entered_by,
                coalesce(absence_row.entered_at, deputyship_row.entered_at) AS entered_at FROM roster_change
            LEFT JOIN absence AS absence_row ON absence_row.id = roster_change.absence
            LEFT JOIN deputyship AS deputyship_row ON deputyship_row.id = roster_change.deputyship
            LEFT JOIN client_case ON client_case.id = roster_change.client_case
            LEFT JOIN request ON request.id = roster_change.absence
            WHERE \(condition) \(order)
            """, values
        ).map { row in
            let change = try ChangeRow.change(row)
            let entered = if case .deputyship = change.subject { row.of("deputyship") } else { row.of("absence") }
            return RosterLine(
                change, caller: try NumberRow.optionalNumber(row.of("client_case"), "caller"),
                deputy: try row.of("request").optionalText("deputy").map { AgentID($0) },
                enteredBy: try entered.optionalText("entered_by"), enteredAt: try entered.optionalInstant("entered_at"))
        }
    }

    private static func touched(_ column: String) -> String {
        "SELECT \(column) FROM roster_change WHERE changed_at > $1 AND \(column) IS NOT NULL"
    }

    private static func key(_ table: String) -> String { table == "learned_number" ? "number" : "id" }
}
