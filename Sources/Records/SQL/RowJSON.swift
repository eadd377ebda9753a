/// JSON of the few kinds of values that a row's parts have, its keys in order: one of Foundation's coders takes longer for it than SQLite takes
/// for the row (RFC 8259, section 7).
enum RowJSON {
    case text(String?)
    case number(Int64?)

    /// `{"agent":"jdevries","ring":20}`; what is nil is left out.
    static func object(_ members: KeyValuePairs<StaticString, RowJSON>, to json: inout String) {
        json += "{"
        var isFirst = true
        for (key, value) in members {
            guard let text = value.written else { continue }
            json += isFirst ? "\"\(key)\":" : ",\"\(key)\":"
            json += text
            isFirst = false
        }
        json += "}"
    }

    /// A list of objects.
    static func list<Part>(_ parts: some Sequence<Part>, _ write: (Part, inout String) -> Void) -> String {
        var json = "["
        var isFirst = true
        for part in parts {
            if !isFirst { json += "," }
            write(part, &json)
            isFirst = false
        }
        return json + "]"
    }

    private var written: String? {
        switch self {
        case .text(let text): text.map(Self.quoted)
        case .number(let number): number.map { "\($0)" }
        }
    }

    static func quoted(_ text: String) -> String {
        // Nearly every text is an identifier.
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else { return "\"\(text)\"" }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\u{0}"..<"\u{10}": quoted += "\\u000" + String(scalar.value, radix: 16)
            case "\u{10}"..<" ": quoted += "\\u00" + String(scalar.value, radix: 16)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
