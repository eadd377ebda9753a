import GRDB
import Routing
import Time

/// Looks for rows of the right types that no majord writes, also among those that are read later or never.
enum ForeignRows {
    struct Rule {
        let table: String
        let column: String
        /// What is told of the value.
        let fault: String
        let condition: String

        init(_ table: String, _ column: String, _ fault: String, _ condition: String) {
            (self.table, self.column, self.fault, self.condition) = (table, column, fault, condition)
        }
    }

    static let last = Int64.max
    private static let rules: [Rule] = [
        Rule("absence", "id", "and numbers count from 1", "id < 1"),
        Rule("absence", "id", "so no further absence can have a number", "id = \(last)"),
        Rule("absence", "agent", "and no agent's id", "agent = '' OR \(hasNUL("agent"))"),
        Rule("absence", "end", "before its start", "end < start"),
        // An absence that was cancelled before it began ends at its start.
        Rule("absence", "end", "its start, and nobody has cancelled it", "end = start AND ended_by IS NULL"),
        Rule("absence", "end", "and somebody has ended it", "end IS NULL AND ended_at IS NOT NULL"),
        Rule("absence", "ended_by", "and ended_at is not", "ended_by IS NULL AND ended_at IS NOT NULL"),
        Rule("absence", "ended_at", "and ended_by is not", "ended_at IS NULL AND ended_by IS NOT NULL"),
        Rule(
            "absence", "given_from", "and it was given",
            "given_from IS NULL AND (given_by IS NOT NULL OR given_at IS NOT NULL)"),
        Rule("absence", "given_by", "and given_from is not", "given_by IS NULL AND given_from IS NOT NULL"),
        Rule("absence", "given_at", "and given_from is not", "given_at IS NULL AND given_from IS NOT NULL"),
        // The message goes to the journal, where no note has a place.
        Rule("absence", "note", "a text with a NUL", hasNUL("note")),
        Rule("call", "id", "and numbers count from 1", "id = (SELECT min(id) FROM call) AND id < 1"),
        Rule("call", "id", "so no further call can have a number", "id = \(last)"),
        Rule(
            "call", "held_since", "and no instant",
            "ended_at IS NULL AND holder IS NOT NULL AND held_since > \(Instant.latest.milliseconds)"),
        Rule("call", "ended", "and no word for an end", "\(newest) AND ended NOT IN (\(endings))"),
        Rule("call", "ended", "and ended_at is not", "\(newest) AND ended IS NULL AND ended_at IS NOT NULL"),
        Rule("call", "ended_at", "and ended is not", "\(newest) AND ended_at IS NULL AND ended IS NOT NULL"),
    ]
    /// Nothing reads a call that is over, and there may be millions of them.
    private static let newest = "id IN (SELECT id FROM call ORDER BY id DESC LIMIT 1000)"
    private static let endings = DialStatus.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")

    static func hasNUL(_ column: String) -> String { "instr(CAST(\(column) AS BLOB), x'00')" }

    /// - Throws: `ForeignRow` for the first that is found.
    static func check(_ database: Database) throws {
        let tables = Dictionary(grouping: rules + rosterRules, by: \.table)
        for (table, rules) in tables.sorted(by: { $0.key < $1.key }) where try isSuspect(table, rules, database) {
            for rule in rules { try check(rule, database) }
        }
    }

    /// Whether a table may have such a row: one look for all rules, since a statement for each of them would take a tenth of a start. Of calls
    /// there may be millions, so that what finds few of them at once must not be asked together with others.
    private static func isSuspect(_ table: String, _ rules: [Rule], _ database: Database) throws -> Bool {
        guard table != "call" else { return true }
        let condition = rules.map { "(\($0.condition))" }.joined(separator: " OR ")
        return try Row.fetchOne(database, sql: "SELECT 1 FROM \(table) WHERE \(condition) LIMIT 1") != nil
    }

    private static func check(_ rule: Rule, _ database: Database) throws {
        let sql = "SELECT rowid, \(rule.column) FROM \(rule.table) WHERE \(rule.condition) LIMIT 1"
        guard let row = try Row.fetchOne(database, sql: sql) else { return }
        let values = row.databaseValues.map(\.description)
        let value = rule.column == "note" ? rule.fault : "\(values.last ?? ""), \(rule.fault)"
        throw ForeignRow(table: rule.table, column: rule.column, value: "\(value) (row \(values.first ?? ""))")
    }
}
