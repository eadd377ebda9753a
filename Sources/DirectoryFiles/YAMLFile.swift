import Routing
import Yams

/// A YAML file as a tree of values that know their places.
enum YAMLFile {
    /// The file's only document; nil when there is none, and the findings say why.
    static func document(_ text: String, file: String, _ findings: Findings) -> Value? {
        if let alias = YAMLAlias.first(in: text) {
            let place = Place(file: file, line: alias.line, column: alias.column)
            findings.error(at: place, "`*\(alias.name)` is a YAML alias; write the value out")
            return nil
        }
        do {
            // The basic resolver leaves every plain scalar the text that stands there.
            guard let root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot() else {
                findings.error(at: Place(file: file), "is empty")
                return nil
            }
            return Value(root, label: "the file", file: file, findings)
        } catch let error as YamlError {
            report(error, file: file, findings)
        } catch {
            findings.error(at: Place(file: file), "is no YAML: \(error)")
        }
        return nil
    }

    private static func report(_ error: YamlError, file: String, _ findings: Findings) {
        func place(_ mark: Mark) -> Place { Place(file: file, line: mark.line, column: mark.column) }
        switch error {
        case .scanner(_, let problem, let mark, _):
            let cure = problem.contains("cannot start any token") ? "; indent with spaces, and quote the text" : ""
            findings.error(at: place(mark), "is no YAML: \(problem)\(cure)")
        case .parser(_, let problem, let mark, _):
            findings.error(at: place(mark), "is no YAML: \(problem)")
        case .composer(_, let problem, let mark, _):
            let isSecond = problem.contains("another document")
            findings.error(
                at: place(mark), isSecond ? "a second document begins here; a file holds one" : "is no YAML: \(problem)"
            )
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.map { "`\($0)`" }.joined(separator: ", ")
            findings.error(at: place(context.mark), "\(keys) is written more than once")
        case .reader(let problem, let offset, _, let text):
            let before = text.prefix(offset ?? 0)
            let line = before.count(where: \.isNewline) + 1
            let column = before.reversed().prefix { !$0.isNewline }.count + 1
            findings.error(at: Place(file: file, line: line, column: column), "is no YAML: \(problem)")
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            findings.error(at: Place(file: file), "is no YAML: \(error)")
        }
    }
}

/// Looks for aliases before the parser does: a few lines of them can stand for billions of values, and comparing those as keys
/// would take for ever.
enum YAMLAlias {
    /// The first `*name` for which the text has an `&name`.
    static func first(in text: String) -> (name: String, line: Int, column: Int)? {
        let bytes = text.utf8
        guard bytes.contains(UInt8(ascii: "&")), bytes.contains(UInt8(ascii: "*")) else { return nil }
        let anchors = Set(names(after: UInt8(ascii: "&"), in: text).map(\.name))
        guard let alias = names(after: UInt8(ascii: "*"), in: text).first(where: { anchors.contains($0.name) }) else {
            return nil
        }
        let before = text.unicodeScalars[..<alias.index]
        let line = before.count { $0 == "\n" } + 1
        let column = before.reversed().prefix { $0 != "\n" }.count + 1
        return (String(alias.name), line, column)
    }

    private static func names(after mark: UInt8, in text: String) -> [(name: Substring, index: String.Index)] {
        var names: [(name: Substring, index: String.Index)] = []
        var rest = text.utf8[...]
        while let index = rest.firstIndex(of: mark) {
            rest = rest[text.utf8.index(after: index)...]
            let name = rest.prefix { byte in
                // YAML allows more; libyaml takes no other bytes into a name.
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
            if !name.isEmpty { names.append((Substring(name), index)) }
            rest = rest[name.endIndex...]
        }
        return names
    }
}
