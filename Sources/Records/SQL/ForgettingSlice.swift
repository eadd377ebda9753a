import Routing
import Time

/// What is forgotten in one transaction: so many records at the most.
struct ForgettingSlice<Session: SQLSession> {
    let session: Session
    let dialect: Dialect
    /// How many may be removed or changed yet.
    private(set) var left: Int

    init(session: Session, dialect: Dialect, left: Int) {
        self.session = session
        self.dialect = dialect
        self.left = left
    }

    /// Which columns have numbers, by which column their time is told, and the index of those that have one.
    static var numbers: [(table: String, column: String, at: String, index: String)] {
        [
            ("call", "caller", "noted_at", "call_with_number"),
            ("call", "dialled", "noted_at", "call_with_dialled_number"),
            // Those that are open have not been closed at any time.
            ("missed_call", "caller", "closed_at", "missed_call_with_number"),
            ("client_case", "caller", "closed_at", "client_case_with_number"),
        ]
    }

    /// Lines of the history that go: what was done to something that is there is kept with it.
    static var isOfWhatIsGone: String {
        """
        (absence IS NULL OR absence NOT IN (SELECT id FROM absence))
        AND (deputyship IS NULL OR deputyship NOT IN (SELECT id FROM deputyship))
        AND (number IS NULL OR number NOT IN (SELECT number FROM learned_number))
        AND (client_case IS NULL OR client_case NOT IN (SELECT id FROM client_case))
        """
    }

    /// When what an event is about was over.
    static var eventEnd: String { "CASE WHEN ends_at > at THEN ends_at ELSE at END" }

    /// Of a missed call that is open, what was told of it once is not to be told again.
    static var isOfNoOpenCall: String {
        "(missed IS NULL OR missed NOT IN (SELECT id FROM missed_call WHERE closed_at IS NULL))"
    }

    private mutating func remove(_ table: String, _ condition: String, by at: String, before instant: Instant) throws {
        guard left > 0 else { return }
        left -= try session.execute(
            """
            DELETE FROM \(table) WHERE id IN (
                SELECT id FROM \(table) WHERE \(at) < $1 AND \(condition) ORDER BY \(at) LIMIT $2)
            """, [SQLValue(instant), SQLValue(left)])
    }

    mutating func removeCalls(before instant: Instant) throws {
        try remove("call", "true", by: "noted_at", before: instant)
        try session.execute("DELETE FROM unsettled WHERE call NOT IN (SELECT id FROM call)", [])
        try remove("missed_call", "closed_at IS NOT NULL", by: "closed_at", before: instant)
        try remove("client_case", "closed_at IS NOT NULL", by: "closed_at", before: instant)
        // What was noted of a case goes with it.
        try session.execute(
            """
            DELETE FROM roster_change
            WHERE client_case IS NOT NULL AND client_case NOT IN (SELECT id FROM client_case) AND changed_at < $1
            """, [SQLValue(instant)])
    }

    /// A version goes when the next one decided already at an instant before which there is no call any more; a text goes with the last version
    /// that names it. The last version stays, for a start with broken files.
    mutating func removeVersions(before instant: Instant) throws {
        guard left > 0 else { return }
        let gone = try session.checked(
            "directory_version",
            """
            SELECT id FROM (
                SELECT id, since, lead(since) OVER (\(session.sites.each)ORDER BY since, id) AS until FROM directory_version) AS versions
            WHERE until < $1 AND id < (SELECT max(id) FROM directory_version)
                AND NOT EXISTS (SELECT 1 FROM call WHERE noted_at >= versions.since AND noted_at < versions.until)
            ORDER BY id LIMIT $2
            """, [SQLValue(instant), SQLValue(left)])
        for version in gone {
            let number = SQLValue(try version.number("id"))
            try session.execute(
                """
                DELETE FROM directory_text WHERE id IN (
                    SELECT text FROM directory_version_file AS own WHERE version = $1 AND NOT EXISTS (
                        SELECT 1 FROM directory_version_file AS other
                        WHERE other.text = own.text AND other.version <> own.version))
                """, [number])
            try session.execute("DELETE FROM directory_version_file WHERE version = $1", [number])
            left -= try session.execute("DELETE FROM directory_version WHERE id = $1", [number])
        }
    }

    /// Cuts numbers to the client's block that they are in; those that are in none are removed.
    mutating func cutNumbers(before instant: Instant, _ block: (PhoneNumber) -> NumberBlock?) throws {
        for (table, column, at, index) in Self.numbers where left > 0 {
            let rows = try session.checked(
                table,
                """
                SELECT id, \(column) FROM \(table) \(dialect.by(index))
                WHERE \(dialect.hasNumber(column)) AND \(at) < $1 ORDER BY \(at) LIMIT $2
                """, [SQLValue(instant), SQLValue(left)])
            for row in rows {
                let number = try row.optionalText(column).flatMap { PhoneNumber($0.dropFirst()) }
                let cut = number.flatMap(block).map { ForgottenText($0).text }
                left -= try session.execute(
                    "UPDATE \(table) SET \(column) = $2 WHERE id = $1", [SQLValue(try row.number("id")), SQLValue(cut)])
            }
        }
    }

    mutating func removeRoster(before instant: Instant) throws {
        for table in ["absence", "deputyship"] { try remove(table, "true", by: #""end""#, before: instant) }
        try session.execute("DELETE FROM request WHERE id NOT IN (SELECT id FROM absence)", [])
        try remove("roster_change", Self.isOfWhatIsGone, by: "changed_at", before: instant)
    }

    /// Events, and how far programs were told that have not been there for as long.
    mutating func removeEvents(before instant: Instant) throws {
        guard left > 0 else { return }
        left -= try session.execute(
            """
            DELETE FROM event WHERE id IN (
                SELECT id FROM event WHERE at < $1 AND \(Self.eventEnd) < $1 AND \(Self.isOfNoOpenCall) ORDER BY at LIMIT $2)
            """, [SQLValue(instant), SQLValue(left)])
        try session.execute("DELETE FROM told WHERE event < (SELECT min(id) FROM event) - 1", [])
    }
}
