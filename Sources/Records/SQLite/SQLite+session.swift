import GRDB

extension Database: SQLSession {
    @discardableResult
    func execute(_ statement: String, _ values: [SQLValue]) throws -> Int {
        try cachedStatement(sql: statement).execute(arguments: Self.arguments(values))
        return changesCount
    }

    func rows(_ statement: String, _ values: [SQLValue]) throws -> [any SQLRow] {
        try Row.fetchAll(cachedStatement(sql: statement), arguments: Self.arguments(values))
    }

    func forEach(_ statement: String, _ values: [SQLValue], _ body: (any SQLPlacedRow) throws -> Void) throws {
        let rows = try Row.fetchCursor(cachedStatement(sql: statement), arguments: Self.arguments(values))
        while let row = try rows.next() { try body(row) }
    }

    /// GRDB takes `$1` as the argument that is named `1`.
    private static func arguments(_ values: [SQLValue]) -> StatementArguments {
        var arguments: [String: (any DatabaseValueConvertible)?] = [:]
        for (place, value) in values.enumerated() { arguments["\(place + 1)"] = value.databaseValue }
        return StatementArguments(arguments)
    }
}

extension Row: SQLRow {
    func value(_ column: String) -> SQLValue? {
        (self[column] as DatabaseValue?).map(SQLValue.init)
    }
}

extension Row: SQLPlacedRow {
    func value(at place: Int) -> SQLValue { SQLValue(self[place] as DatabaseValue) }
}

extension SQLValue {
    fileprivate init(_ value: DatabaseValue) {
        self =
            switch value.storage {
            case .null: .null
            case .int64(let number): .integer(number)
            case .string(let text): .text(text)
            case .double, .blob: .other(value.description)
            }
    }

    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .text(let text), .other(let text): text.databaseValue
        }
    }
}
