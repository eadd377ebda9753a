import Routing
import Time

/// The roster in a database.
struct SQLRoster<Engine: SQLEngine>: RosterRecords {
    let engine: Engine

    func load(from instant: Instant, ended limit: Int) throws(LedgerError) -> Roster {
        try engine.read { session in
            let current = try session.checked(
                "absence", #"SELECT * FROM absence WHERE "end" IS NULL OR ("end" > $1 AND "end" > start)"#,
                [SQLValue(instant)])
            let ended = try session.checked(
                "absence",
                #"SELECT * FROM absence WHERE "end" <= $1 AND "end" > start ORDER BY "end" DESC, id DESC LIMIT $2"#,
                [SQLValue(instant), SQLValue(limit + 1)])
            let absences = try (current + ended.prefix(limit)).map { try Self.absence($0, endedAt: instant) }
                .sorted { ($0.start, $0.id) < ($1.start, $1.id) }
            let left = try ended.dropFirst(limit).first.map(Self.absence)
            return Roster(absences: absences, completeFrom: left?.end ?? .earliest)
        }
    }

    func absences(at instant: Instant) throws(LedgerError) -> [Absence] {
        try engine.readLong { session in
            try session.checked(
                "absence",
                #"SELECT * FROM absence WHERE start <= $1 AND ("end" IS NULL OR "end" > $1) ORDER BY start, id"#,
                [SQLValue(instant)]
            ).map(Self.absence)
        }
    }

    func endedAbsence(_ id: Int64) throws(LedgerError) -> EndedAbsence? {
        try engine.read { session in
            let rows = try session.checked(
                "absence", #"SELECT * FROM absence WHERE id = $1 AND "end" IS NOT NULL"#, [SQLValue(id)])
            guard let row = rows.first else { return nil }
            let absence = try Self.absence(row)
            guard let end = absence.end else { return nil }
            return EndedAbsence(
                absence: absence, by: try row.optionalText("ended_by"), at: try row.optionalInstant("ended_at") ?? end)
        }
    }

    func enter(
        _ new: NewAbsence, by user: String, at instant: Instant, replacing: [Int64]
    ) throws(LedgerError) -> Absence {
        try engine.write { session in
            for id in replacing { try Self.end(id, by: user, at: instant, in: session) }
            let rows = try session.checked(
                "absence",
                """
                INSERT INTO absence (agent, kind, start, "end", note, entered_by, entered_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
                """,
                [
                    SQLValue(new.agent), .text(new.kind.rawValue), SQLValue(new.start), SQLValue(new.end),
                    SQLValue(new.note), .text(user), SQLValue(instant),
                ])
            guard let id = try rows.first?.number("id") else {
                throw LedgerError.unavailable(cause: "no number was given to the absence")
            }
            return Absence(
                id: id, agent: new.agent, kind: new.kind, start: new.start, end: new.end, enteredBy: user,
                enteredAt: instant, note: new.note)
        }
    }

    func end(_ absences: [Int64], by user: String, at instant: Instant) throws(LedgerError) {
        try engine.write { session in
            for id in absences { try Self.end(id, by: user, at: instant, in: session) }
        }
    }

    func give(_ id: Int64, to agent: AgentID, by user: String, at instant: Instant) throws(LedgerError) {
        try engine.write { session in
            let changed = try session.execute(
                "UPDATE absence SET given_from = agent, agent = $2, given_by = $3, given_at = $4 WHERE id = $1",
                [SQLValue(id), SQLValue(agent), .text(user), SQLValue(instant)])
            guard changed == 1 else { throw LedgerError.unknownAbsence(id) }
        }
    }

    /// One that has not begun ends at its start; one that is over stays as it was.
    private static func end(_ id: Int64, by user: String, at instant: Instant, in session: Engine.Session) throws {
        let changed = try session.execute(
            """
            UPDATE absence SET ended_by = $3, ended_at = $2, "end" = CASE
                WHEN "end" <= start OR "end" <= $2 THEN "end" WHEN start > $2 THEN start ELSE $2 END
            WHERE id = $1
            """, [SQLValue(id), SQLValue(instant), .text(user)])
        guard changed == 1 else { throw LedgerError.unknownAbsence(id) }
    }

    /// - Parameter instant: The present: what was ended later than that is over now.
    private static func absence(_ row: CheckedRow, endedAt instant: Instant) throws -> Absence {
        let absence = try absence(row)
        let endedAt = try row.optionalInstant("ended_at")
        return endedAt.map { $0 > instant } == true ? absence.ended(at: instant) : absence
    }

    private static func absence(_ row: CheckedRow) throws -> Absence {
        Absence(
            id: try row.number("id"), agent: try row.agent("agent"), kind: try row.word("kind"),
            start: try row.instant("start"), end: try row.optionalInstant("end"), enteredBy: try row.text("entered_by"),
            enteredAt: try row.instant("entered_at"), note: try row.optionalText("note"))
    }
}
