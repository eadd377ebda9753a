import Routing
import Time

/// Cases in a database.
struct SQLCases<Engine: SQLEngine>: CaseRecords {
    let engine: Engine

    func cases(_ query: CaseQuery) throws(LedgerError) -> [KeptCaseFile] {
        var values: [SQLValue] = []
        func place(_ value: SQLValue) -> String {
            values.append(value)
            return "$\(values.count)"
        }
        var conditions = [query.areClosedTold ? "true" : "closed_at IS NULL"]
        if let holder = query.holder { conditions.append("holder = \(place(SQLValue(holder)))") }
        if let id = query.id { conditions.append("id = \(place(SQLValue(id)))") }
        if let reference = query.reference {
            // An earlier majord has kept blanks at their ends.
            let text = place(.text(reference))
            conditions.append("(reference = \(text) OR trim(reference) = \(text))")
        }
        if let clients = query.clients {
            let places = clients.map { place(.text($0.description)) }.joined(separator: ", ")
            conditions.append("client IN (\(places))")
        }
        let statement = """
            SELECT * FROM client_case WHERE \(conditions.joined(separator: " AND "))
            ORDER BY id DESC LIMIT \(place(SQLValue(query.limit)))
            """
        return try engine.readLong { [values] session in
            try session.checked("client_case", statement, values).map { row in
                let by = try row.optionalText("closed_by")
                return KeptCaseFile(
                    try CaseRow.file(row), closed: try by.map { ($0, try row.instant("closed_at")) })
            }
        }
    }
}
