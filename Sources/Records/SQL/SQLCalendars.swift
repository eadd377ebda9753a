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
                    read: try row.optionalInstant("read_at"), changed: try row.optionalInstant("changed_at"),
                    absences: Int(clamping: try row.count("absences")), failure: failure)
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

    func agents(
        of source: String, givenTo agent: AgentID
    ) throws(LedgerError) -> (all: [AgentID], givers: Set<AgentID>) {
        try engine.read { session in
            let all = try session.checked(
                "absence", "SELECT DISTINCT agent FROM absence WHERE source = $1 ORDER BY agent", [.text(source)]
            ).map { try $0.agent("agent") }
            let givers = try session.checked(
                "absence", "SELECT DISTINCT given_from FROM absence WHERE agent = $1 AND given_from IS NOT NULL",
                [SQLValue(agent)]
            ).map { try $0.agent("given_from") }
            return (all, Set(givers))
        }
    }
}
