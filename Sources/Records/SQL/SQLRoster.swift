import Routing
import Time

/// The roster in a database.
struct SQLRoster<Engine: SQLEngine>: RosterRecords {
    let engine: Engine

    func load(from instant: Instant, ended limit: Int) throws(LedgerError) -> Roster {
        try engine.load(.roster) { session in
            let absences = try Self.current(
                "absence", AbsenceRow.isInForce, from: instant, ended: limit, in: session
            ) { try AbsenceRow.absence($0, endedAt: instant) }
            let deputyships = try Self.current("deputyship", "true", from: instant, ended: limit, in: session) {
                try DeputyshipRow.deputyship($0, endedAt: instant)
            }
            let waiting = try session.checked(
                "absence",
                """
                SELECT \(RequestRow.columns) FROM absence JOIN request ON request.id = absence.id
                WHERE state = 'waiting' AND ("end" IS NULL OR "end" > $1) ORDER BY absence.id
                """, [SQLValue(instant)])
            let numbers = try session.checked("learned_number", "SELECT * FROM learned_number ORDER BY id")
            let cases = try session.checked(
                "client_case", "SELECT * FROM client_case WHERE closed_at IS NULL ORDER BY id")
            return Roster(
                absences: absences.rows.sorted { ($0.start, $0.id) < ($1.start, $1.id) },
                deputyships: deputyships.rows.sorted { $0.id < $1.id },
                requests: try waiting.map(RequestRow.request), learnedNumbers: try numbers.map(NumberRow.number),
                cases: try cases.map(CaseRow.file),
                completeFrom: max(absences.left, deputyships.left))
        }
    }

    /// What is in force at an instant or to come, and what ended last before it; and when what was left out ended at the latest.
    private static func current<Value>(
        _ table: String, _ condition: String, from instant: Instant, ended limit: Int, in session: Engine.Session,
        _ read: (CheckedRow) throws -> Value
    ) throws -> (rows: [Value], left: Instant) {
        let current = try session.checked(
            table,
            #"SELECT * FROM \#(table) WHERE ("end" IS NULL OR ("end" > $1 AND "end" > start)) AND \#(condition)"#,
            [SQLValue(instant)])
        let ended = try session.checked(
            table,
            """
            SELECT * FROM \(table) WHERE "end" <= $1 AND "end" > start AND \(condition)
            ORDER BY "end" DESC, id DESC LIMIT $2
            """, [SQLValue(instant), SQLValue(limit + 1)])
        let left = try ended.dropFirst(limit).first?.optionalInstant("end")
        return (try (current + ended.prefix(limit)).map(read), left ?? .earliest)
    }

    func roster(at instant: Instant) throws(LedgerError) -> Roster {
        try engine.readLong { try SQLPastRoster.roster(at: instant, in: $0) }
    }

    func endedAbsence(_ id: Int64) throws(LedgerError) -> EndedAbsence? {
        try engine.read { session in
            let rows = try session.checked(
                "absence",
                #"SELECT * FROM absence WHERE id = $1 AND "end" IS NOT NULL AND \#(AbsenceRow.isInForce)"#,
                [SQLValue(id)])
            guard let row = rows.first else { return nil }
            let absence = try AbsenceRow.absence(row)
            guard let end = absence.end else { return nil }
            return EndedAbsence(
                absence: absence, by: try row.optionalText("ended_by"), at: try row.optionalInstant("ended_at") ?? end)
        }
    }

    func requests(from instant: Instant) throws(LedgerError) -> [LeaveRequest] {
        try engine.read { session in
            try session.checked(
                "absence",
                """
                SELECT \(RequestRow.columns) FROM absence JOIN request ON request.id = absence.id
                WHERE "end" IS NULL OR "end" > $1 ORDER BY absence.id
                """, [SQLValue(instant)]
            ).map(RequestRow.request)
        }
    }

    func write<Value>(
        _ writing: RosterWriting, look: ([Int64]) -> (value: Value, events: [NewEvent])
    ) throws(LedgerError) -> (numbers: [Int64], value: Value) {
        try engine.change(.roster) { session in
            if let wish = writing.wish, wish.number > 0 { try Self.grant(wish, in: session) }
            var writer = RosterWriter(session: session, writing: writing)
            for step in writing.steps { try writer.write(step) }
            let (value, events) = look(writer.numbers)
            try EventRow.append(events, to: session)
            return (writer.numbers, value)
        }
    }

    /// Notes that what a site had kept on its machine is here.
    private static func grant(_ wish: KeptWish, in session: Engine.Session) throws {
        let changed = try session.execute(
            "UPDATE site SET granted = $1 WHERE id = current_setting('majord.site') AND granted < $1",
            [SQLValue(wish.number)])
        guard changed == 1 else { throw LedgerError.granted }
    }
}
