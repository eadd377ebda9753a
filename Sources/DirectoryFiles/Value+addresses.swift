import ShownText

/// How somebody, or something, is reached.
extension Value {
    /// Something, an at sign, something, and neither blanks nor what cannot be seen: mistypings are meant to be found, not the letter of RFC 5322.
    func emailAddress() -> String? {
        guard let text = line() else { return nil }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !text.hasBlanks else {
            error("`\(text)` is no e-mail address")
            return nil
        }
        return text
    }

    /// A name that a server of web pages knows somebody by: whatever it writes, without blanks.
    func login() -> String? {
        guard let text = line() else { return nil }
        guard !text.hasBlanks else {
            error("`\(label)` must be a name without blanks, not `\(text.prefix(64))`")
            return nil
        }
        return text
    }

    /// `https://…` or `http://…` of at most 2,000 bytes, all of them such as RFC 3986 has in a URL.
    func webAddress() -> String? {
        guard let text = scalar() else { return nil }
        let marks = Set("-._~:/?#[]@!$&'()*+,;=%".utf8)
        let scheme = ["https://", "http://"].first(where: text.lowercased().hasPrefix)
        guard let scheme, (scheme.utf8.count + 1...2_000).contains(text.utf8.count),
            text.utf8.allSatisfy({ marks.contains($0) || Character(UnicodeScalar($0)).isASCIIWord })
        else {
            error("`\(label)` must be an address such as https://hr.example/jdevries.ics")
            return nil
        }
        return text
    }
}

extension Character {
    fileprivate var isASCIIWord: Bool { isASCII && (isLetter || isNumber) }
}

extension String {
    fileprivate var hasBlanks: Bool {
        unicodeScalars.contains { $0.properties.isWhitespace || $0.isInvisible || $0.isControl }
    }
}
