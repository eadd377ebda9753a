import Routing

/// What stands in a row where a number or a name was, once it is forgotten: a client's block that the number was in, or a token that tells
/// nothing but that two rows had the same.
enum ForgottenText: Equatable {
    case block(String)
    case token(String)

    private static let block = "block "
    private static let token = "forgotten-"

    init(_ block: NumberBlock) {
        self = .block(block.description)
    }

    /// Reads what `text` wrote; nil for anything else.
    init?(_ text: String) {
        if text.hasPrefix(Self.block) {
            self = .block(String(text.dropFirst(Self.block.utf8.count)))
        } else if text.hasPrefix(Self.token) {
            self = .token(String(text.dropFirst(Self.token.utf8.count)))
        } else {
            return nil
        }
    }

    /// The token in a column that has numbers; nil for anything else.
    static func token(_ row: CheckedRow, _ column: String) throws -> String? {
        guard case .token(let token)? = try row.optionalText(column).flatMap(ForgottenText.init) else { return nil }
        return token
    }

    /// As it stands in a row.
    var text: String {
        switch self {
        case .block(let block): Self.block + block
        case .token(let token): Self.token + token
        }
    }
}
