import Routing
import Time

/// Events in a database.
struct SQLEvents<Engine: SQLEngine>: EventRecords {
    let engine: Engine

    func write(_ steps: [EventStep]) throws(LedgerError) {
        // What is told without a mark is in nobody's memory.
        let isRemembered = steps.contains { if case .tell(let event) = $0 { event.mark != nil } else { true } }
        try engine.change(anyOf: isRemembered ? [.events] : []) { session in
            for step in steps {
                switch step {
                case .tell(let event): try EventRow.append([event], to: session)
                case .over(let mark):
                    try session.execute("UPDATE event SET mark = NULL WHERE mark = $1", [.text(mark)])
                case .seen(let until):
                    try session.execute(
                        """
                        INSERT INTO outlook (id, seen_until) VALUES (1, $1)
                        ON CONFLICT (id) DO UPDATE SET seen_until = $1
                        """, [SQLValue(until)])
                }
            }
        }
    }

    func conditions() throws(LedgerError) -> Set<String> {
        let kinds = Event.Kind.allCases.filter(\.isCondition).map { SQLValue.text($0.rawValue) }
        let places = kinds.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        return try engine.load(.events) { session in
            let rows = try session.checked(
                "event", "SELECT mark FROM event WHERE mark IS NOT NULL AND kind IN (\(places))", kinds)
            return Set(try rows.map { try $0.text("mark") })
        }
    }

    func gapsSeen() throws(LedgerError) -> Instant? {
        try engine.read { session in
            try session.checked("outlook", "SELECT seen_until FROM outlook").first?.instant("seen_until")
        }
    }

    func events(_ query: EventQuery) throws(LedgerError) -> [Event] {
        var values = [SQLValue(query.after)]
        func place(_ value: SQLValue) -> String {
            values.append(value)
            return "$\(values.count)"
        }
        var conditions = ["id > $1"]
        if let since = query.since { conditions.append("at >= \(place(SQLValue(since)))") }
        func isAmong(_ column: String, _ texts: [String]) -> String {
            "\(column) IN (\(texts.map { place(.text($0)) }.joined(separator: ", ")))"
        }
        if !query.kinds.isEmpty { conditions.append(isAmong("kind", query.kinds.map(\.rawValue))) }
        if let concerned = query.concerning {
            conditions.append(isAmong("kind", Event.Kind.allCases.filter(\.concernsAgents).map(\.rawValue)))
            let agent = "agent = \(place(.text(concerned.agent.description)))"
            let clients = concerned.clients.map(\.description)
            conditions.append(clients.isEmpty ? agent : "(\(agent) OR \(isAmong("client", clients)))")
        }
        let statement = """
            SELECT * FROM event WHERE \(conditions.joined(separator: " AND "))
            ORDER BY id \(query.isNewest ? "DESC" : "") LIMIT \(place(SQLValue(query.limit)))
            """
        let events = try engine.readLong { [values] session in
            try session.checked("event", statement, values).compactMap(EventRow.event)
        }
        return query.isNewest ? events.reversed() : events
    }

    func lastEvent() throws(LedgerError) -> Int64 {
        try engine.read { session in
            try session.checked("event", "SELECT max(id) AS id FROM event").first?.optionalNumber("id") ?? 0
        }
    }

    func told(_ program: String) throws(LedgerError) -> Int64? {
        try engine.read { session in
            try session.checked("told", "SELECT event FROM told WHERE program = $1", [.text(program)]).first?.number(
                "event")
        }
    }

    func note(_ program: String, toldOf number: Int64) throws(LedgerError) {
        try engine.write { session in
            _ = try session.execute(
                """
                INSERT INTO told (program, event) VALUES ($1, $2)
                ON CONFLICT (program) DO UPDATE SET event = $2 WHERE told.event < $2
                """, [.text(program), SQLValue(number)])
        }
    }
}

/// An event as a row of the table `event`.
enum EventRow {
    static func append(_ events: [NewEvent], to session: some SQLSession) throws {
        for event in events {
            let about = event.about
            try session.submit(
                """
                INSERT INTO event
                    (at, kind, mark, client, agent, absence, deputyship, missed, client_case, starts_at, ends_at, detail)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (mark) DO NOTHING
                """,
                [
                    SQLValue(event.at), .text(event.kind.rawValue), SQLValue(event.mark),
                    SQLValue(about.client?.description), SQLValue(about.agent?.description), number(about.absence),
                    number(about.deputyship), number(about.missed), number(about.file), SQLValue(about.start),
                    SQLValue(about.end), SQLValue(about.detail),
                ])
        }
    }

    /// Nil for a kind of which a later majord tells.
    static func event(_ row: CheckedRow) throws -> Event? {
        guard let kind = Event.Kind(rawValue: try row.text("kind")) else { return nil }
        return Event(
            number: try row.number("id"), at: try row.instant("at"), kind: kind,
            about: Event.About(
                client: try row.optionalText("client").map { ClientID($0) },
                agent: try row.optionalText("agent").map { AgentID($0) }, absence: try row.optionalNumber("absence"),
                deputyship: try row.optionalNumber("deputyship"), missed: try row.optionalNumber("missed"),
                file: try row.optionalNumber("client_case"), start: try row.optionalInstant("starts_at"),
                end: try row.optionalInstant("ends_at"), detail: try row.optionalText("detail")))
    }

    private static func number(_ number: Int64?) -> SQLValue {
        number.map { SQLValue($0) } ?? .null
    }
}
