/// What a `.varlink` text tells of its methods (https://varlink.org/Interface-Definition). The text is the service's own, so that
/// what is not well-formed is passed over.
enum InterfaceDescription {
    /// The parameters of each method, by its name.
    static func methods(_ text: String) -> [String: Set<String>] {
        var tokens = self.tokens(text)[...]
        var methods: [String: Set<String>] = [:]
        while let keyword = tokens.popFirst() {
            guard keyword == "method", let name = tokens.popFirst(), tokens.popFirst() == "(" else { continue }
            methods[name] = fields(&tokens)
        }
        return methods
    }

    /// The names of the fields up to the bracket that closes them; their types are passed over, also those in brackets.
    private static func fields(_ tokens: inout ArraySlice<String>) -> Set<String> {
        var names: Set<String> = []
        var depth = 1
        var isName = true
        while depth > 0, let token = tokens.popFirst() {
            switch token {
            case "(": depth += 1
            case ")": depth -= 1
            case ",": isName = true
            default:
                if depth == 1, isName { names.insert(token) }
                isName = false
            }
        }
        return names
    }

    /// Words and marks; white space and comments are left out.
    private static func tokens(_ text: String) -> [String] {
        var tokens: [String] = []
        for line in text.split(whereSeparator: \.isNewline) {
            var word = ""
            for character in line.prefix(while: { $0 != "#" }) {
                if character.isLetter || character.isNumber || character == "_" || character == "." {
                    word.append(character)
                    continue
                }
                if !word.isEmpty { tokens.append(word) }
                word = ""
                if "(),".contains(character) { tokens.append(String(character)) }
            }
            if !word.isEmpty { tokens.append(word) }
        }
        return tokens
    }
}
