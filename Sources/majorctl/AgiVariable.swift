/// A variable of Asterisk's channel.
struct AgiVariable: Equatable {
    let name: String
    let value: String

    /// The most bytes of a value: Asterisk takes 2,048 a line, and quoting may double them.
    static let limit = 900

    /// The AGI command that sets it.
    ///
    /// Within quotes Asterisk takes a backslash before a quote or a backslash. A line end would end the command, so control
    /// characters become spaces.
    var command: String {
        var quoted = ""
        var length = 0
        for scalar in value.unicodeScalars {
            length += UTF8.width(scalar)
            guard length <= Self.limit else { break }
            switch scalar {
            case "\"", "\\": quoted.unicodeScalars.append(contentsOf: ["\\", scalar])
            case "\0"..<" ", "\u{7f}"..."\u{9f}": quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return "SET VARIABLE \(name) \"\(quoted)\""
    }
}
