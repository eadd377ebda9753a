import CPostgreSQL

/// What a statement has brought.
struct PostgreSQLRows {
    let columns: [String]
    let rows: [PostgreSQLRow]
    /// How many rows were changed.
    let changes: Int

    init(_ result: OpaquePointer) {
        let places = 0..<cpq_columns(result)
        let names = places.map { cpq_name(result, $0).map { String(cString: $0) } ?? "" }
        let types = places.map { cpq_type(result, $0) }
        columns = names
        rows = (0..<cpq_rows(result)).map { row in
            PostgreSQLRow(columns: names, values: places.map { SQLValue(result, row, $0, types[Int($0)]) })
        }
        changes = Int(clamping: cpq_changes(result))
    }
}

struct PostgreSQLRow: SQLRow, SQLPlacedRow {
    let columns: [String]
    let values: [SQLValue]

    func value(_ column: String) -> SQLValue? { columns.firstIndex(of: column).map { values[$0] } }

    func value(at place: Int) -> SQLValue { values[place] }
}

extension SQLValue {
    /// By the numbers of PostgreSQL's own types, which never change (pg_type.dat).
    fileprivate init(_ result: OpaquePointer, _ row: Int32, _ column: Int32, _ type: UInt32) {
        guard let bytes = cpq_value(result, row, column) else {
            self = .null
            return
        }
        let length = Int(cpq_length(result, row, column))
        let text = bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
            String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
        }
        self =
            switch type {
            // int8, int2, int4, numeric (a sum)
            case 20, 21, 23, 1700: Int64(text).map(Self.integer) ?? .other(text)
            // bool, which SQLite has as 0 and 1
            case 16: .integer(text == "t" ? 1 : 0)
            // text, name, unknown, varchar
            case 25, 19, 705, 1043: .text(text)
            default: .other(text)
            }
    }

    /// As a parameter; nil is NULL. No text of PostgreSQL's has a NUL.
    var parameter: String? {
        switch self {
        case .null: nil
        case .integer(let number): "\(number)"
        case .text(let text), .other(let text):
            text.utf8.contains(0)
                ? text.split(separator: "\0", omittingEmptySubsequences: false).joined(separator: "\u{FFFD}") : text
        }
    }
}
