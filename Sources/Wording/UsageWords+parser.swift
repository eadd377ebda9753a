extension UsageWords {
    /// What the parser of commands says in English of words that are missing or too many, in Dutch. Nil for what it says otherwise: that stays as
    /// it is.
    package static func dutch(_ message: String) -> String? {
        if let found = message.wholeMatch(of: /Missing expected argument '(.+)'/) {
            return "er ontbreekt: \(found.1)"
        }
        if let found = message.wholeMatch(of: /Missing one of: (.+)/) { return "er ontbreekt een van: \(found.1)" }
        if let found = message.wholeMatch(of: /(?:Unexpected argument|[0-9]+ unexpected arguments:?) (.+)/) {
            return "dit hoort er niet bij: \(found.1); zet tekst met spaties tussen aanhalingstekens"
        }
        if let found = message.wholeMatch(of: /Missing value for '(\S+).*'/) { return "\(found.1) vraagt een waarde" }
        if let found = message.wholeMatch(of: /(?s)The value '(.*)' is invalid for '(.+?)'(.*)/) {
            let name = found.2.split(separator: " ").first.map(String.init) ?? String(found.2)
            let choices = found.3.matches(of: /'([^']+)'/).map { String($0.1) }
            return "`\(found.1)` kan niet bij \(name)"
                + (choices.isEmpty ? "" : "; wel: \(choices.joined(separator: ", "))")
        }
        return nil
    }
}
