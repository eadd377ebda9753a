/// A transaction that goes on.
final class PostgreSQLSession: SQLSession {
    private let connection: PostgreSQLConnection
    /// How long a statement may take, in milliseconds.
    private let limit: Int32
    /// Why a statement failed: PostgreSQL does nothing more in this transaction.
    private(set) var failure: PostgreSQLFailure?

    init(_ connection: PostgreSQLConnection, within limit: Int32) {
        self.connection = connection
        self.limit = limit
    }

    @discardableResult
    func execute(_ statement: String, _ values: [SQLValue]) throws -> Int { try run(statement, values).changes }

    func rows(_ statement: String, _ values: [SQLValue]) throws -> [any SQLRow] { try run(statement, values).rows }

    func forEach(_ statement: String, _ values: [SQLValue], _ body: (any SQLPlacedRow) throws -> Void) throws {
        for row in try run(statement, values).rows { try body(row) }
    }

    private func run(_ statement: String, _ values: [SQLValue]) throws(PostgreSQLFailure) -> PostgreSQLRows {
        do throws(PostgreSQLFailure) {
            return try connection.run(statement, values, within: limit)
        } catch {
            failure = failure ?? error
            throw error
        }
    }
}
