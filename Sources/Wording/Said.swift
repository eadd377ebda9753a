package import Time

extension Language {
    /// A sentence, side by side in every language; only the one that is asked for is made.
    package func said(en: @autoclosure () -> String, nl: @autoclosure () -> String) -> String {
        switch self {
        case .en: en()
        case .nl: nl()
        }
    }

    /// `a`, `a and b`, `a, b and c`
    package func joined(_ parts: [String]) -> String {
        let and = said(en: " and ", nl: " en ")
        guard parts.count > 2 else { return parts.joined(separator: and) }
        return parts.dropLast().joined(separator: ", ") + and + parts[parts.count - 1]
    }
}

extension String {
    /// As the beginning of a sentence. A capital has no accent of stress: `Eén van beiden`.
    package var capitalizingFirst: String {
        hasPrefix("één") ? "Eén" + dropFirst(3) : prefix(1).uppercased() + dropFirst()
    }
}
