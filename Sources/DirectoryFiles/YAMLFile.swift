import Routing

/// A YAML file as a tree of values that know their places.
///
/// The tree is bounded in depth and size; aliases, of which a few lines can stand for billions of values, are refused.
struct YAMLFile {
    /// How deep values may stand within one another; a directory in one file has 7.
    static let maximumDepth = 16
    /// How many texts, lists and mappings a file may have: enough for the numbers of a country, and some hundred megabytes.
    static let maximumNodes = 4_000_000

    private let events: YAMLEvents
    private let file: String
    private let findings: Findings
    private var nodes = 0

    /// The file's only document; nil when there is none, and the findings say why.
    static func document(_ text: String, file: String, _ findings: Findings) -> Value? {
        var text = text
        return text.withUTF8 { bytes in
            var reader = YAMLFile(events: YAMLEvents(bytes), file: file, findings: findings)
            do throws(YAMLEvents.Failure) {
                guard let root = try reader.document() else {
                    findings.error(at: Place(file: file, line: 1, column: 1), "is empty")
                    return nil
                }
                return Value(root, label: "the file", file: file, findings)
            } catch {
                findings.error(at: reader.place(error.mark), error.text)
                return nil
            }
        }
    }

    private init(events: YAMLEvents, file: String, findings: Findings) {
        self.events = events
        self.file = file
        self.findings = findings
    }

    private mutating func document() throws(YAMLEvents.Failure) -> YAMLNode? {
        _ = try events.next()
        guard case .documentStart = try events.next().event else { return nil }
        let (event, mark) = try events.next()
        let root = try node(event, mark, depth: 1)
        _ = try events.next()
        let (last, place) = try events.next()
        guard case .streamEnd = last else {
            throw YAMLEvents.Failure(text: "a second document begins here; a file holds one", mark: place)
        }
        return root
    }

    private mutating func node(
        _ event: YAMLEvents.Event, _ mark: YAMLNode.Mark, depth: Int
    ) throws(YAMLEvents.Failure) -> YAMLNode {
        nodes += 1
        guard nodes <= Self.maximumNodes else {
            throw YAMLEvents.Failure(text: "holds more than \(Self.maximumNodes) values; split it", mark: mark)
        }
        guard depth <= Self.maximumDepth else {
            throw YAMLEvents.Failure(text: "stands more than \(Self.maximumDepth) values deep", mark: mark)
        }
        switch event {
        case .text(let text, let isPlain): return YAMLNode(content: .text(text, isPlain: isPlain), mark: mark)
        case .listStart: return YAMLNode(content: .list(try list(depth)), mark: mark)
        case .fieldsStart: return YAMLNode(content: .fields(try fields(depth)), mark: mark)
        case .alias(let name):
            throw YAMLEvents.Failure(text: "`*\(name.prefix(64))` is a YAML alias; write the value out", mark: mark)
        case .end, .streamStart, .documentStart, .documentEnd, .streamEnd:
            throw YAMLEvents.Failure(text: "is no YAML: a value is missing", mark: mark)
        }
    }

    private mutating func list(_ depth: Int) throws(YAMLEvents.Failure) -> [YAMLNode] {
        var list: [YAMLNode] = []
        while true {
            let (event, mark) = try events.next()
            if case .end = event { return list }
            list.append(try node(event, mark, depth: depth + 1))
        }
    }

    private mutating func fields(_ depth: Int) throws(YAMLEvents.Failure) -> [(key: YAMLNode, value: YAMLNode)] {
        var fields: [(key: YAMLNode, value: YAMLNode)] = []
        var keys = WrittenKeys()
        while true {
            let (event, mark) = try events.next()
            if case .end = event { return fields }
            let key = try node(event, mark, depth: depth + 1)
            let (next, place) = try events.next()
            let value = try node(next, place, depth: depth + 1)
            guard case .text(let name, _) = key.content else {
                findings.error(at: self.place(mark), "`key` must be a text, not \(key.kind)")
                continue
            }
            switch keys.note(name, at: mark) {
            case .first: break
            case .second(let earlier):
                findings.error(at: self.place(earlier), "`\(name.prefix(64))` is written more than once")
                continue
            case .later: continue
            }
            fields.append((key, value))
        }
    }

    private func place(_ mark: YAMLNode.Mark) -> Place {
        Place(file: file, line: Int(mark.line), column: Int(mark.column))
    }
}

/// The keys of a mapping, as far as they were read.
private struct WrittenKeys {
    enum Occurrence {
        case first
        /// With the place of the first.
        case second(YAMLNode.Mark)
        case later
    }

    /// With more keys than this, hashing costs less than looking through them.
    private static let few = 24

    private var names: [(name: String, mark: YAMLNode.Mark, isTold: Bool)] = []
    /// Where each stands among the names, once they are many.
    private var places: [String: Int] = [:]

    mutating func note(_ name: String, at mark: YAMLNode.Mark) -> Occurrence {
        if let place = place(of: name) {
            defer { names[place].isTold = true }
            return names[place].isTold ? .later : .second(names[place].mark)
        }
        names.append((name, mark, false))
        if names.count == Self.few {
            for (place, known) in names.enumerated() { places[known.name] = place }
        } else if names.count > Self.few {
            places[name] = names.count - 1
        }
        return .first
    }

    private func place(of name: String) -> Int? {
        names.count < Self.few ? names.firstIndex { $0.name == name } : places[name]
    }
}
