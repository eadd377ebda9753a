import Routing
import Wording

/// A node of a YAML file with its place, and what it is called in findings.
struct Value {
    let node: YAMLNode
    /// The key under which the value stands.
    let label: String
    let file: String
    let findings: Findings

    init(_ node: YAMLNode, label: String, file: String, _ findings: Findings) {
        self.node = node
        self.label = label
        self.file = file
        self.findings = findings
    }

    var place: Place {
        Place(file: file, line: Int(node.mark.line), column: Int(node.mark.column))
    }

    /// Whether nothing stands after the key.
    var isEmpty: Bool {
        guard case .text(let text, let isPlain) = node.content else { return false }
        return text.isEmpty && isPlain
    }

    var isEmptyList: Bool {
        if case .list(let list) = node.content { list.isEmpty } else { false }
    }

    var isList: Bool {
        if case .list = node.content { true } else { false }
    }

    var hasFields: Bool {
        if case .fields = node.content { true } else { false }
    }

    func error(_ text: @autoclosure () -> String) {
        findings.error(at: place, text())
    }

    /// The text of a scalar; a finding and nil for lists and mappings.
    func scalar() -> String? {
        guard case .text(let text, _) = node.content else {
            error("`\(label)` must be a text, not \(node.kind)")
            return nil
        }
        return text
    }

    /// The values of a list; a finding and nil for texts and mappings.
    func list() -> [Value]? {
        guard case .list(let list) = node.content else {
            error("`\(label)` must be a list, not \(node.kind)")
            return nil
        }
        return list.map { Value($0, label: label, file: file, findings) }
    }

    /// The keys and values of a mapping in order; a finding and nil for texts and lists.
    func entries() -> [(key: Value, value: Value)]? {
        guard case .fields(let fields) = node.content else {
            error("`\(label)` must have keys and values, not \(node.kind)")
            return nil
        }
        return fields.compactMap { key, value in
            let key = Value(key, label: "key", file: file, findings)
            return key.scalar().map { name in (key, Value(value, label: name, file: file, findings)) }
        }
    }
}

/// A mapping whose keys are known.
struct Fields<Key: RawRepresentable<String> & CaseIterable & Hashable> {
    let place: Place
    private let findings: Findings
    /// Those whose keys are known, in the order of the file. There are a few: looking through them costs less than hashing.
    private var values: [Value] = []

    /// Reads a mapping; unknown keys become findings. Nil when the value is no mapping.
    init?(_ value: Value, _: Key.Type = Key.self) {
        guard let entries = value.entries() else { return nil }
        place = value.place
        findings = value.findings
        for (key, value) in entries {
            if Key(rawValue: value.label) != nil {
                values.append(value)
            } else {
                key.error(unknownWord("key", value.label, known: Key.allCases.map(\.rawValue)))
            }
        }
    }

    /// The value of a key; nil where the key or its value is absent.
    subscript(key: Key) -> Value? {
        written(key).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The value of a key that must be there.
    func required(_ key: Key) -> Value? {
        if let value = self[key] { return value }
        findings.error(at: written(key)?.place ?? place, "`\(key.rawValue)` is missing")
        return nil
    }

    private func written(_ key: Key) -> Value? {
        let name = key.rawValue
        return values.first { $0.label == name }
    }
}

/// ``unknown key `primry`; did you mean `primary`?``
func unknownWord(_ what: String, _ word: String, known: [String]) -> String {
    let start = "unknown \(what) `\(word.prefix(64))`; "
    if let nearest = NearestWord.nearest(to: word, among: known) { return start + "did you mean `\(nearest)`?" }
    return start + "known are " + known.prefix(16).map { "`\($0)`" }.joined(separator: ", ")
}
