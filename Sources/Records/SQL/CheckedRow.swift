import Routing
import Time

/// A value that no majord writes.
struct ForeignRow: Error, CustomStringConvertible {
    let table: String
    let column: String
    let value: String

    var description: String { "\(table).\(column) is \(value)" }
}

/// Reads a row's values with a check of each: the ledger is a file, and anybody with the right to may have written into it.
struct CheckedRow {
    let row: any SQLRow
    let table: String

    /// The same row of two tables together, for the values that are of the other.
    func of(_ table: String) -> CheckedRow { CheckedRow(row: row, table: table) }

    func text(_ column: String) throws -> String {
        guard let text = try optionalText(column) else { throw foreign(column, "NULL") }
        return text
    }

    func optionalText(_ column: String) throws -> String? {
        switch row.value(column) {
        case .null: nil
        case .text(let text): text
        case let value: throw foreign(column, value?.description ?? "missing")
        }
    }

    func number(_ column: String) throws -> Int64 {
        guard let number = try optionalNumber(column) else { throw foreign(column, "NULL") }
        return number
    }

    func optionalNumber(_ column: String) throws -> Int64? {
        switch row.value(column) {
        case .null: nil
        case .integer(let number): number
        case let value: throw foreign(column, value?.description ?? "missing")
        }
    }

    func agent(_ column: String) throws -> AgentID {
        let text = try text(column)
        guard !text.isEmpty else { throw foreign(column, "empty") }
        return AgentID(text)
    }

    func instant(_ column: String) throws -> Instant {
        try checked(try number(column), column)
    }

    func optionalInstant(_ column: String) throws -> Instant? {
        try optionalNumber(column).map { try checked($0, column) }
    }

    /// A number that counts from 0.
    func count(_ column: String) throws -> UInt64 {
        let number = try number(column)
        guard let count = UInt64(exactly: number) else { throw foreign(column, "\(number)") }
        return count
    }

    /// One of the words of an enumeration.
    func word<Word: RawRepresentable>(_ column: String) throws -> Word where Word.RawValue == String {
        let text = try text(column)
        guard let word = Word(rawValue: text) else { throw foreign(column, text.debugDescription) }
        return word
    }

    /// A word that an initializer reads.
    func word<Word>(_ column: String, _ read: (String) -> Word?) throws -> Word {
        let text = try text(column)
        guard let word = read(text) else { throw foreign(column, text.debugDescription) }
        return word
    }

    func optionalWord<Word>(_ column: String, _ read: (String) -> Word?) throws -> Word? {
        try optionalText(column) == nil ? nil : try word(column, read)
    }

    func optionalWord<Word: RawRepresentable>(_ column: String) throws -> Word? where Word.RawValue == String {
        try optionalText(column) == nil ? nil : try word(column)
    }

    func foreign(_ column: String, _ value: String) -> ForeignRow {
        ForeignRow(table: table, column: column, value: value)
    }

    private func checked(_ milliseconds: Int64, _ column: String) throws -> Instant {
        let instant = Instant(clamping: milliseconds)
        guard instant.milliseconds == milliseconds else { throw foreign(column, "\(milliseconds)") }
        return instant
    }
}
