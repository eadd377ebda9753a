import Routing
import ShownText
import Varlink

/// What others wrote (notes, names, callers, files' contents) on its way to a terminal.
///
/// It is escaped in one place, as an answer comes in, and not where it is printed: no text that is added later can be forgotten. What
/// the ledger has from before notes were looked at is shown in the same way.
enum Printable {
    /// An answer with every text in it as it may be shown.
    static func texts(of answer: JSONObject) -> JSONObject {
        JSONObject(answer.map { ($0.key.shown, text(of: $0.value)) }, uniquingKeysWith: { first, _ in first })
    }

    /// One line of JSON with the same values, in which nothing steers the terminal.
    static func json(_ text: String) -> String {
        var line = ""
        for scalar in text.unicodeScalars {
            if scalar.isSteering {
                // All of them lie in the Basic Multilingual Plane, and inside of strings (RFC 8259, section 7).
                let digits = String(scalar.value, radix: 16)
                line += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            } else {
                line.unicodeScalars.append(scalar)
            }
        }
        return line
    }

    private static func text(of value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text): .string(text.shown)
        case .array(let values): .array(values.map(text))
        case .object(let object): .object(texts(of: object))
        case .null, .bool, .integer, .double: value
        }
    }
}
