/// Where the SQL of engines differs; everything else in the statements is what SQLite and PostgreSQL share. What only a schema needs, such
/// as types and numbers that count up, is among the engine's migrations.
struct Dialect {
    static let sqlite = Dialect()

    /// Whether a column has a telephone number, worded as indices of those that have one are.
    func hasNumber(_ column: String) -> String { "\(column) GLOB '+*'" }

    /// Names, after a table, the index by which its rows are found.
    func by(_ index: String) -> String { "INDEXED BY \(index)" }

    /// Whether a text contains another.
    func contains(_ column: String, _ text: String) -> String { "instr(\(column), \(text)) > 0" }
}
