/// Where the SQL of engines differs; everything else in the statements is what SQLite and PostgreSQL share. What only a schema needs, such
/// as types and numbers that count up, is among the engine's migrations.
enum Dialect {
    case sqlite, postgresql

    /// Whether a column has a telephone number, worded as indices of those that have one are.
    func hasNumber(_ column: String) -> String {
        switch self {
        case .sqlite: "\(column) GLOB '+*'"
        case .postgresql: "\(column) LIKE '+%'"
        }
    }

    /// Names, after a table, the index by which its rows are found, where an engine has to be told.
    func by(_ index: String) -> String {
        switch self {
        case .sqlite: "INDEXED BY \(index)"
        case .postgresql: ""
        }
    }

    /// The numbers of a JSON array, as rows.
    func numbers(_ list: String) -> String {
        switch self {
        case .sqlite: "SELECT value FROM json_each(\(list))"
        case .postgresql: "SELECT json_array_elements_text(\(list)::json)::bigint"
        }
    }

    /// Ends a query for rows that are to be changed: those that somebody else is changing are left out, and are not waited for.
    var unlocked: String {
        switch self {
        case .sqlite: ""
        case .postgresql: "FOR UPDATE SKIP LOCKED"
        }
    }

    /// Whether a text contains another.
    func contains(_ column: String, _ text: String) -> String {
        switch self {
        case .sqlite: "instr(\(column), \(text)) > 0"
        case .postgresql: "strpos(\(column), \(text)) > 0"
        }
    }

    /// The columns of the table $1 as they were made, `name` and whether each `is_text`.
    var columns: String {
        switch self {
        case .sqlite: "SELECT name, type = 'TEXT' AS is_text FROM pragma_table_info($1) ORDER BY cid"
        case .postgresql:
            """
            SELECT column_name AS name, data_type = 'text' AS is_text FROM information_schema.columns
            WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position
            """
        }
    }
}
