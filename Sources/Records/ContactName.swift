/// Whether two names are one contact's.
package enum ContactName {
    /// Capitals and how many blanks are between words make no other name.
    package static func isSame(_ one: String, _ other: String) -> Bool { key(one) == key(other) }

    /// Whether a name that is kept is the one that somebody asks for: a number that was in it may be forgotten, and he asks with it or
    /// without.
    static func isKept(_ kept: String, asked: String) -> Bool {
        if isSame(kept, asked) { return true }
        let all = words(kept)
        let rest = all.filter { !isForgotten($0) }
        guard rest.count < all.count, !rest.isEmpty else { return false }
        return folded(rest) == folded(words(asked).filter { !isOfNumber($0) && !isForgotten($0) })
    }

    /// Whether nothing else stands in the name's place.
    static func isForgotten(_ name: some StringProtocol) -> Bool {
        name.hasPrefix(ForgottenText.token("").text) && !name.contains(where: \.isWhitespace)
    }

    /// The same for all that is one contact's.
    static func key(_ name: String) -> String { folded(words(name)) }

    /// A text with the one apostrophe and hyphen for all that people type, of as many characters.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        return String(text.map { marks[$0] ?? $0 })
    }

    private static let marks: [Character: Character] = [
        "\u{2019}": "'", "\u{2018}": "'", "\u{201B}": "'", "\u{2BC}": "'", "\u{B4}": "'", "\u{FF07}": "'",
        "\u{2032}": "'",
        "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-", "\u{FF0D}": "-",
    ]

    static func words(_ name: String) -> [Substring] { plain(name).split(whereSeparator: \.isWhitespace) }

    private static func folded(_ words: [Substring]) -> String { words.joined(separator: " ").lowercased() }

    private static func isOfNumber(_ word: Substring) -> Bool {
        word.contains(where: \.isNumber) && !word.contains(where: \.isLetter)
    }
}
