extension MessageOrder {
    /// Reads a definition (https://varlink.org/Interface-Definition); what does not belong into one ends the reading.
    init(_ definition: String) {
        var reader = Reader(definition)
        var types: [String: Shape] = [:]
        var replies: [String: Shape] = [:]
        var errors: [String: Shape] = [:]
        _ = reader.take("interface")
        let interface = reader.next() ?? ""
        while let keyword = reader.next(), let name = reader.next() {
            switch keyword {
            case "type": types[name] = reader.brackets()
            case "error": errors["\(interface).\(name)"] = reader.brackets()
            case "method":
                _ = reader.brackets()
                _ = reader.take("->")
                replies["\(interface).\(name)"] = reader.brackets()
            default: break
            }
        }
        self.init(types: types, replies: replies, errors: errors)
    }

    private struct Reader {
        private var tokens: ArraySlice<Substring>

        init(_ definition: String) {
            let lines = definition.split(separator: "\n").map { $0.prefix { $0 != "#" } }
            tokens =
                lines.flatMap { line in
                    line.matches(of: /->|\[\]|\[string\]|[():,?]|[A-Za-z0-9_.]+/).map { $0.output }
                }[...]
        }

        mutating func next() -> String? { tokens.popFirst().map(String.init) }

        mutating func take(_ token: Substring) -> Bool {
            guard tokens.first == token else { return false }
            tokens.removeFirst()
            return true
        }

        /// Members in brackets; words without types are those of an enum.
        mutating func brackets() -> Shape {
            guard take("(") else { return .value }
            var members: [Member] = []
            var isEnum = false
            while let name = next(), name != ")" {
                if take(":") { members.append(Member(name: name, shape: shape())) } else { isEnum = true }
                _ = take(",")
            }
            return isEnum ? .value : .members(members)
        }

        private mutating func shape() -> Shape {
            if take("?") { return shape() }
            if take("[]") { return .list(shape()) }
            if take("[string]") { return .map(shape()) }
            if tokens.first == "(" { return brackets() }
            guard let name = next() else { return .value }
            return ["bool", "int", "float", "string", "object"].contains(name) ? .value : .named(name)
        }
    }
}
