/// A table of the ledger as it is carried from one engine to another: with the same names and columns in both.
struct LedgerTable {
    let name: String
    /// The column by which it is read in slices; nil: it has few rows.
    var key: String? = "id"
    /// Whether the engine numbers its rows.
    var isCounted = true

    /// All of them but what belongs to an engine: its list of migrations, its versions, its sites.
    static let all = [
        LedgerTable(name: "absence"), LedgerTable(name: "request", isCounted: false), LedgerTable(name: "deputyship"),
        LedgerTable(name: "learned_number"), LedgerTable(name: "calendar", key: nil, isCounted: false),
        LedgerTable(name: "roster_change"), LedgerTable(name: "client_case"), LedgerTable(name: "missed_call"),
        LedgerTable(name: "call"), LedgerTable(name: "unsettled", key: "call", isCounted: false),
        LedgerTable(name: "passed_over", key: nil, isCounted: false), LedgerTable(name: "event"),
        LedgerTable(name: "told", key: nil, isCounted: false), LedgerTable(name: "outlook", isCounted: false),
        LedgerTable(name: "forgetting", isCounted: false), LedgerTable(name: "directory_version"),
        LedgerTable(name: "directory_text"),
        LedgerTable(name: "directory_version_file", key: nil, isCounted: false),
        LedgerTable(name: "feed", key: nil, isCounted: false),
    ]

    struct Column: Equatable {
        let name: String
        let isText: Bool

        /// As statements have it: `end` is a word of SQL's.
        var quoted: String { "\"\(name)\"" }
    }

    func columns(_ session: some SQLSession, _ dialect: Dialect) throws -> [Column] {
        try session.checked(name, dialect.columns, [.text(name)]).map { row in
            Column(name: try row.text("name"), isText: try row.number("is_text") != 0)
        }
    }

    /// So many values go into one statement.
    private static let mostValues = 4_000
    /// So many rows are read together.
    private static let slice: Int64 = 5_000

    /// Writes the rows of one engine into another.
    ///
    /// - Parameter condition: Which of them, with the values of its parameters.
    func copy(
        _ columns: [Column], from source: some SQLSession, to target: some SQLSession,
        where condition: String = "true", _ values: [SQLValue] = []
    ) throws {
        let names = columns.map(\.quoted).joined(separator: ", ")
        let select = "SELECT \(names) FROM \(name) WHERE \(condition)"
        guard let key else { return try write(select, values, columns, source, target) }
        let (after, through) = (values.count + 1, values.count + 2)
        var done = Int64.min
        while let last = try source.end(of: Self.slice, after: done, key, of: name) {
            try write(
                "\(select) AND \(key) > $\(after) AND \(key) <= $\(through) ORDER BY \(key)",
                values + [SQLValue(done), SQLValue(last)], columns, source, target)
            done = last
        }
    }

    private func write(
        _ select: String, _ values: [SQLValue], _ columns: [Column], _ source: some SQLSession,
        _ target: some SQLSession
    ) throws {
        let atOnce = max(1, Self.mostValues / columns.count)
        var waiting: [SQLValue] = []
        try source.forEach(select, values) { row in
            waiting += columns.indices.map { row.value(at: $0) }
            if waiting.count == atOnce * columns.count { try flush() }
        }
        try flush()

        func flush() throws {
            guard !waiting.isEmpty else { return }
            let rows = (0..<waiting.count / columns.count).map { row in
                "(\(columns.indices.map { "$\(row * columns.count + $0 + 1)" }.joined(separator: ", ")))"
            }
            try target.execute(
                "INSERT INTO \(name) (\(columns.map(\.quoted).joined(separator: ", "))) VALUES \(rows.joined(separator: ", "))",
                waiting)
            waiting = []
        }
    }

    /// How many rows there are, and a sum of each column: of numbers by their rest of a prime, since the sum of all might be none any more, of texts by
    /// their length.
    func sums(_ columns: [Column], _ session: some SQLSession) throws -> [String: Int64] {
        let sums = columns.map { column in
            let part = column.isText ? "length(\(column.quoted))" : "\(column.quoted) % 1000003"
            return "coalesce(sum(\(part)), 0) AS \(column.quoted)"
        }
        let row = try session.checked(name, "SELECT count(*) AS rows, \(sums.joined(separator: ", ")) FROM \(name)")
            .first
        var found = ["rows": try row?.number("rows") ?? 0]
        for column in columns { found[column.name] = try row?.number(column.name) }
        return found
    }
}
