import Routing
import Time

/// How calendars were read, in a database.
struct SQLCalendars<Engine: SQLEngine>: CalendarRecords {
    let engine: Engine

    func calendars() throws(LedgerError) -> [CalendarStanding] {
        try engine.read { session in
            try session.checked("calendar", "SELECT * FROM calendar ORDER BY source, agent").map { row in
                let failure = try row.optionalInstant("failed_at").map { instant in
                    CalendarStanding.Failure(at: instant, why: try row.text("failure"))
                }
                return CalendarStanding(
                    calendar: CalendarID(source: try row.text("source"), agent: try row.agent("agent")),
                    read: try row.optionalInstant("read_at"), absences: Int(clamping: try row.count("absences")),
                    failure: failure)
            }
        }
    }

    func absences(of calendar: CalendarID) throws(LedgerError) -> [Absence] {
        try engine.read { session in
            try session.checked(
                "absence", "SELECT * FROM absence WHERE source = $1 AND agent = $2 ORDER BY id",
                [.text(calendar.source), SQLValue(calendar.agent)]
            ).map(AbsenceRow.absence)
        }
    }

    func changedAbsences(of calendar: CalendarID) throws(LedgerError) -> Set<Int64> {
        try engine.read { session in
            // What the calendar itself has changed was `imported`.
            let rows = try session.checked(
                "roster_change",
                """
                SELECT DISTINCT absence FROM roster_change WHERE deed IN ('changed', 'excepted')
                    AND absence IN (SELECT id FROM absence WHERE source = $1 AND agent = $2)
                """, [.text(calendar.source), SQLValue(calendar.agent)])
            return Set(try rows.map { try $0.number("absence") })
        }
    }
}
