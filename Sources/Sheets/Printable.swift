import ShownText
package import Varlink

/// What others wrote (notes, names, callers, files' contents) on its way to somebody who reads it.
///
/// It is escaped in one place, as an answer comes in, and not where it is shown: no text that is added later can be forgotten. What
/// the ledger has from before notes were looked at is shown in the same way.
package enum Printable {
    /// An answer with every text in it as it may be shown.
    package static func texts(of answer: JSONObject) -> JSONObject {
        JSONObject(answer.map { ($0.key.shown, text(of: $0.value)) }, uniquingKeysWith: { first, _ in first })
    }

    /// One text.
    package static func text(_ text: String) -> String { text.shown }

    private static func text(of value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text): .string(text.shown)
        case .array(let values): .array(values.map(text))
        case .object(let object): .object(texts(of: object))
        case .null, .bool, .integer, .double: value
        }
    }
}
