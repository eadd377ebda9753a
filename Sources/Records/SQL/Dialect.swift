/// Where the SQL of engines differs; everything else in the statements is what SQLite and PostgreSQL share. What only a schema needs, such
/// as types and numbers that count up, is among the engine's migrations.
struct Dialect {
    /// Whether a call's record has a caller's number, worded as its index is.
    let hasNumber: String
    /// Names, after the table, the index of those that have one.
    let byNumber: String

    /// Whether a text contains another.
    func contains(_ column: String, _ text: String) -> String { "instr(\(column), \(text)) > 0" }

    static let sqlite = Dialect(hasNumber: "caller GLOB '+*'", byNumber: "INDEXED BY call_with_number")
}
