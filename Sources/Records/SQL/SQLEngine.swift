/// A database that takes the statements of the records: what an engine has to offer, whatever its driver.
protocol SQLEngine: Sendable {
    associatedtype Session: SQLSession

    /// Where its SQL is another one.
    var dialect: Dialect { get }

    /// One short transaction that sees what was committed last.
    func read<Value>(_ body: (Session) throws -> Value) throws(LedgerError) -> Value

    /// One transaction that may take long: others read and write meanwhile, and it sees none of that.
    func readLong<Value>(_ body: (Session) throws -> Value) throws(LedgerError) -> Value

    /// One transaction: all of it is durable when this returns, or nothing of it happened.
    func write<Value>(_ body: (Session) throws -> Value) throws(LedgerError) -> Value

    /// Whether the change of an `undecided` was committed.
    func isWritten(_ mark: String) throws(LedgerError) -> Bool

    /// As `read`, of all of a part: what is read is known from then on.
    func load<Value>(_ part: SharedPart, _ body: (Session) throws -> Value) throws(LedgerError) -> Value

    /// As `write`, of a change that was made of what is known of a part.
    ///
    /// - Throws: `overtaken` where somebody else has changed it since.
    func change<Value>(_ part: SharedPart, _ body: (Session) throws -> Value) throws(LedgerError) -> Value

    /// As `write`, of a change of some parts, whatever is known of them.
    func change<Value>(
        anyOf parts: [SharedPart], _ body: (Session) throws -> Value
    ) throws(LedgerError) -> Value
}

extension SQLEngine {
    /// An engine that always knows leaves nothing undecided.
    func isWritten(_ mark: String) throws(LedgerError) -> Bool { false }

    // Whoever has the records for himself knows what is there.

    func load<Value>(_ part: SharedPart, _ body: (Session) throws -> Value) throws(LedgerError) -> Value {
        try read(body)
    }

    func change<Value>(_ part: SharedPart, _ body: (Session) throws -> Value) throws(LedgerError) -> Value {
        try write(body)
    }

    func change<Value>(
        anyOf parts: [SharedPart], _ body: (Session) throws -> Value
    ) throws(LedgerError) -> Value {
        try write(body)
    }
}

/// A transaction that goes on. Parameters of statements are $1, $2 and on, in SQLite as in PostgreSQL; each may stand in several places.
protocol SQLSession {
    var sites: SiteWords { get }

    /// - Returns: How many rows were changed.
    @discardableResult
    func execute(_ statement: String, _ values: [SQLValue]) throws -> Int

    /// As `execute`, where nobody has to know what it changes: what it fails for may be thrown by a later statement, or by the transaction's end.
    func submit(_ statement: String, _ values: [SQLValue]) throws

    func rows(_ statement: String, _ values: [SQLValue]) throws -> [any SQLRow]

    /// Goes through rows one by one; none of them is kept.
    func forEach(_ statement: String, _ values: [SQLValue], _ body: (any SQLPlacedRow) throws -> Void) throws
}

extension SQLSession {
    var sites: SiteWords { .alone }

    func submit(_ statement: String, _ values: [SQLValue]) throws { try execute(statement, values) }

    /// The last number of so many rows of a table after one; nil where there are no more. Numbers may have gaps of a billion.
    func end(of count: Int64, after: Int64, _ key: String, of table: String) throws -> Int64? {
        try checked(
            table,
            """
            SELECT max(\(key)) AS last FROM
                (SELECT \(key) FROM \(table) WHERE \(key) > $1 ORDER BY \(key) LIMIT $2) AS slice
            """, [SQLValue(after), SQLValue(count)]
        ).first?.optionalNumber("last")
    }

    /// The rows of a table, to be read with a check of each value.
    func checked(_ table: String, _ statement: String, _ values: [SQLValue] = []) throws -> [CheckedRow] {
        try rows(statement, values).map { CheckedRow(row: $0, table: table) }
    }
}

/// A row whose values are asked for by their places among the columns: where very many rows are looked at.
protocol SQLPlacedRow {
    func value(at place: Int) -> SQLValue
}

protocol SQLRow {
    /// Nil where there is no such column.
    func value(_ column: String) -> SQLValue?
}
