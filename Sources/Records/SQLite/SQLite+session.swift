import CSQLite
import GRDB

/// A transaction of GRDB's as the records use it. Its statements are GRDB's, which are compiled once; what goes in and comes out goes past its
/// coders, since a call's record has forty values.
extension Database: SQLSession {
    @discardableResult
    func execute(_ statement: String, _ values: [SQLValue]) throws -> Int {
        try withStatement(statement, values) { statement in
            while try step(statement) {}
            return changesCount
        }
    }

    func rows(_ statement: String, _ values: [SQLValue]) throws -> [any SQLRow] {
        try withStatement(statement, values) { statement in
            var rows: [any SQLRow] = []
            var columns: SQLiteColumns?
            while try step(statement) {
                let known = columns ?? SQLiteColumns(statement)
                columns = known
                rows.append(SQLiteRow(columns: known, values: known.names.indices.map { SQLValue(statement, at: $0) }))
            }
            return rows
        }
    }

    func forEach(_ statement: String, _ values: [SQLValue], _ body: (any SQLPlacedRow) throws -> Void) throws {
        try withStatement(statement, values) { statement in
            let row = SQLitePlacedRow(statement: statement)
            while try step(statement) { try body(row) }
        }
    }

    private func withStatement<Result>(
        _ text: String, _ values: [SQLValue], _ body: (OpaquePointer) throws -> Result
    ) throws -> Result {
        let statement = try cachedStatement(sql: text).sqliteStatement
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        for parameter in 0..<sqlite3_bind_parameter_count(statement) {
            let number = Int(sqlite_parameter_number(statement, parameter + 1))
            guard values.indices.contains(number - 1) else {
                throw DatabaseError(resultCode: .SQLITE_MISUSE, sql: text)
            }
            let code = values[number - 1].bind(to: statement, at: parameter + 1)
            guard code == SQLITE_OK else { throw failure(code) }
        }
        return try body(statement)
    }

    /// - Returns: Whether there is a row.
    private func step(_ statement: OpaquePointer) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw failure(code)
        }
    }

    private func failure(_ code: Int32) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(sqliteConnection)),
            message: sqlite3_errmsg(sqliteConnection).map { String(cString: $0) } ?? "SQLite error \(code)")
    }
}

/// The names of a statement's columns, which its rows share.
private final class SQLiteColumns: Sendable {
    let names: [String]

    init(_ statement: OpaquePointer) {
        names = (0..<sqlite3_column_count(statement)).map { column in
            sqlite3_column_name(statement, column).map { String(cString: $0) } ?? ""
        }
    }
}

private struct SQLiteRow: SQLRow {
    let columns: SQLiteColumns
    let values: [SQLValue]

    func value(_ column: String) -> SQLValue? {
        columns.names.firstIndex(of: column).map { values[$0] }
    }
}

/// The row on which a statement stands: valid until its next step.
private struct SQLitePlacedRow: SQLPlacedRow {
    let statement: OpaquePointer

    func value(at place: Int) -> SQLValue { SQLValue(statement, at: place) }
}

extension SQLValue {
    /// A column of the row on which a statement stands.
    fileprivate init(_ statement: OpaquePointer, at place: Int) {
        let column = Int32(truncatingIfNeeded: place)
        self =
            switch sqlite3_column_type(statement, column) {
            case SQLITE_NULL: .null
            case SQLITE_INTEGER: .integer(sqlite3_column_int64(statement, column))
            case SQLITE_TEXT: .text(Self.text(statement, column))
            case SQLITE_FLOAT: .other("\(sqlite3_column_double(statement, column))")
            default: .other("a blob of \(sqlite3_column_bytes(statement, column)) bytes")
            }
    }

    private static func text(_ statement: OpaquePointer, _ column: Int32) -> String {
        // SQLite wants the bytes asked for before their number (https://sqlite.org/c3ref/column_blob.html).
        guard let bytes = sqlite3_column_text(statement, column) else { return "" }
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    fileprivate func bind(to statement: OpaquePointer, at parameter: Int32) -> Int32 {
        switch self {
        case .null: return sqlite3_bind_null(statement, parameter)
        case .integer(let number): return sqlite3_bind_int64(statement, parameter, number)
        case .text(var text), .other(var text):
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    sqlite_bind_copy(statement, parameter, $0.baseAddress, Int32(truncatingIfNeeded: $0.count))
                }
            }
        }
    }
}
