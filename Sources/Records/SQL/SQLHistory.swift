import Routing
import Time

/// The history of the roster in a database.
struct SQLHistory<Engine: SQLEngine>: HistoryRecords {
    let engine: Engine

    func changes(_ query: HistoryQuery) throws(LedgerError) -> [RosterChange] {
        var values: [SQLValue] = []
        func place(_ value: SQLValue) -> String {
            values.append(value)
            return "$\(values.count)"
        }
        var conditions: [String] = []
        if let since = query.since { conditions.append("changed_at >= \(place(SQLValue(since)))") }
        if let subject = query.subject {
            for (column, value) in zip(ChangeRow.subjects, ChangeRow.values(subject)) where value != .null {
                conditions.append("\(column) = \(place(value))")
            }
        }
        var either: [String] = []
        if !query.agents.isEmpty {
            let agents = query.agents.map { place(SQLValue($0)) }.joined(separator: ", ")
            either.append("agent IN (\(agents))")
            // What was given to somebody else was his until then.
            let owned = query.agents.flatMap { agent in ["agent", "holder"].map { Self.pattern($0, agent) } }
            let before = owned.map { #"was LIKE \#(place(.text($0))) ESCAPE '\'"# }.joined(separator: " OR ")
            either.append("(deed = 'given' AND (\(before)))")
            either.append("deputyship IN (SELECT id FROM deputyship WHERE agent IN (\(agents)))")
        }
        if !query.clients.isEmpty {
            let clients = query.clients.map { place(.text($0.description)) }.joined(separator: ", ")
            either.append("client IN (\(clients))")
        }
        if !either.isEmpty { conditions.append("(\(either.joined(separator: " OR ")))") }
        let filter = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))"
        let statement = "SELECT * FROM roster_change \(filter) ORDER BY id DESC LIMIT \(place(SQLValue(query.limit)))"
        return try engine.readLong { [values] session in
            try session.checked("roster_change", statement, values).map(ChangeRow.change).reversed()
        }
    }
}

extension SQLHistory {
    /// What a shape with an agent in one of its members is like.
    private static func pattern(_ member: String, _ agent: AgentID) -> String {
        let id = agent.description.replacing("\\", with: "\\\\").replacing("_", with: "\\_").replacing("%", with: "\\%")
        return "%\"\(member)\":\"\(id)\"%"
    }

    func lines(
        after last: (at: Instant, id: Int64), until end: Instant, limit: Int
    ) throws(LedgerError) -> [RosterLine] {
        try engine.readLong { try SQLPastRoster.lines(after: last, until: end, limit: limit, in: $0) }
    }
}

/// A line of the history as a row of the table `roster_change`.
enum ChangeRow {
    /// The columns of which one says what a line is about.
    static let subjects = ["absence", "deputyship", "number", "client_case"]

    /// Those of `subjects`, in their order.
    static func values(_ subject: RosterChange.Subject) -> [SQLValue] {
        switch subject {
        case .absence(let id): [SQLValue(id), .null, .null, .null]
        case .deputyship(let id): [.null, SQLValue(id), .null, .null]
        case .number(let number): [.null, .null, .text("\(number)"), .null]
        case .file(let id): [.null, .null, .null, SQLValue(id)]
        case .forgotten(let text): [.null, .null, .text(text), .null]
        }
    }

    static func change(_ row: CheckedRow) throws -> RosterChange {
        RosterChange(
            id: try row.number("id"), at: try row.instant("changed_at"), by: try row.text("changed_by"),
            deed: try row.word("deed"), subject: try subject(row),
            agent: try row.optionalText("agent").map { AgentID($0) },
            client: try row.optionalText("client").map { ClientID($0) }, why: try row.optionalText("why"),
            before: try row.optionalText("was"), after: try row.optionalText("became"))
    }

    private static func subject(_ row: CheckedRow) throws -> RosterChange.Subject {
        if let id = try row.optionalNumber("absence") { return .absence(id) }
        if let id = try row.optionalNumber("deputyship") { return .deputyship(id) }
        if let id = try row.optionalNumber("client_case") { return .file(id) }
        if let text = try row.optionalText("number"), ForgottenText(text) != nil { return .forgotten(text) }
        return .number(try NumberRow.number(row, "number"))
    }
}
