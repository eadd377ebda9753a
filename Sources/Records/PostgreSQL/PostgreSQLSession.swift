/// A transaction that goes on.
final class PostgreSQLSession: SQLSession {
    private let connection: PostgreSQLConnection
    /// How long a statement may take, in milliseconds.
    private let limit: Int32
    /// When all of it has to be over.
    private let end: ContinuousClock.Instant?
    /// Why a statement failed: PostgreSQL does nothing more in this transaction.
    private(set) var failure: PostgreSQLFailure?

    var sites: SiteWords { .several }

    init(_ connection: PostgreSQLConnection, within limit: Int32, until end: ContinuousClock.Instant? = nil) {
        self.connection = connection
        self.limit = limit
        self.end = end
    }

    /// The transaction is over, and begins anew.
    func forgetFailure() { failure = nil }

    /// How long a statement may take now, in milliseconds.
    var left: Int32 { end.map { min(limit, $0.millisecondsLeft) } ?? limit }

    @discardableResult
    func execute(_ statement: String, _ values: [SQLValue]) throws -> Int { try run(statement, values).changes }

    func rows(_ statement: String, _ values: [SQLValue]) throws -> [any SQLRow] { try run(statement, values).rows }

    func forEach(_ statement: String, _ values: [SQLValue], _ body: (any SQLPlacedRow) throws -> Void) throws {
        for row in try run(statement, values).rows { try body(row) }
    }

    func submit(_ statement: String, _ values: [SQLValue]) throws {
        try noting { () throws(PostgreSQLFailure) in try connection.submit(statement, values, within: left) }
    }

    /// Waits until all that was submitted is done.
    func finish() throws {
        try noting { () throws(PostgreSQLFailure) in try connection.finish(within: left) }
    }

    /// What a statement brings, with the names of its columns.
    func run(_ statement: String, _ values: [SQLValue]) throws(PostgreSQLFailure) -> PostgreSQLRows {
        try noting { () throws(PostgreSQLFailure) in try connection.run(statement, values, within: left) }
    }

    private func noting<Value>(_ body: () throws(PostgreSQLFailure) -> Value) throws(PostgreSQLFailure) -> Value {
        do throws(PostgreSQLFailure) {
            return try body()
        } catch {
            failure = failure ?? error
            throw error
        }
    }
}

extension ContinuousClock.Instant {
    /// Until then, in milliseconds; at least one.
    var millisecondsLeft: Int32 { Int32(clamping: max(Int64((self - .now) / .milliseconds(1)), 1)) }
}
