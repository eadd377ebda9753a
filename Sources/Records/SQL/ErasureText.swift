import Foundation
import Routing

/// Finds in texts what is to be forgotten, in whatever way people have written it, and puts something else in its place.
struct ErasureText {
    let term: Erasure.Term
    let reading: ErasureReading

    /// What a text is, by which it hangs what a contact's name is in it.
    enum Kind {
        /// Whatever people write: his name is any words in it that are no part of others.
        case free
        /// A person's name: his is all of it.
        case name
        /// A mark of somebody else's, or a word of the records: his name is none of it.
        case mark
        /// As the history keeps what was and became.
        case json
    }

    private typealias Replacement = (range: Range<String.Index>, text: String)

    private static let kinds: [String: Kind] = ["contact": .name, "function": .free, "note": .free, "reference": .free]

    /// The text without it; nil where it is not in there.
    ///
    /// - Parameter withName: Whether a contact's name is meant where it stands; his addresses are his alone.
    func erased(from text: String, _ kind: Kind = .free, withName: Bool = true) -> String? {
        // What is no other's is looked for where it is known whose it is.
        guard term.owner == nil else { return nil }
        let token = ForgottenText.token(term.token).text
        switch kind {
        case .json:
            return JSONTexts.changed(text) { key, value in
                erased(from: value, Self.kinds[key] ?? .mark, withName: withName)
            }
        case .name where withName && isHis(text): return token
        case .free: return replaced(in: text, token, address: token, withName: withName)
        case .name, .mark: return replaced(in: text, token, address: token, withName: false)
        }
    }

    /// Whether a contact's name has several words. One of a single word is a client's, a town's, a month's or another's as well: it counts for
    /// nobody where it is not known who is meant.
    var hasLongName: Bool {
        guard case .contact(let name, _) = term.identifier else { return false }
        return name.split(whereSeparator: \.isWhitespace).count > 1
    }

    /// Whether a name is the contact's.
    func isHis(_ name: String) -> Bool {
        guard case .contact(let asked, _) = term.identifier else { return false }
        return ContactName.isKept(name, asked: asked)
    }

    /// The text with something else in its place; nil where it is not in there.
    ///
    /// - Parameters:
    ///   - token: For a number, or a contact's name.
    ///   - address: For his addresses; nil where they are not looked for.
    ///   - isFile: Whether it is of a file of the directory's: a number that is one end of a range is the range's there.
    func replaced(
        in text: String, _ token: String, address: String? = nil, isFile: Bool = false, withName: Bool = true
    ) -> String? {
        var replacements: [Replacement] = []
        switch term.identifier {
        case .number(let number): replacements = numbers(number, in: text, isFile: isFile).map { ($0, token) }
        case .contact(let name, _):
            // An address may have the name in it.
            if let address {
                replacements = term.addresses.flatMap { Self.address($0, in: text) }.map { ($0, address) }
            }
            if withName { replacements += names(name, in: text).map { ($0, token) } }
        }
        var taken: [Replacement] = []
        for one in replacements where !taken.contains(where: { $0.range.overlaps(one.range) }) { taken.append(one) }
        guard !taken.isEmpty else { return nil }
        var rest = text
        for (range, text) in taken.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            rest.replaceSubrange(range, with: text)
        }
        return rest
    }

    /// A list of agents' phones without it, which may be outside numbers; nil where it is not in there. What stands in its place is a phone, too: what a
    /// call's record tells of turns and answers stays.
    func erased(fromPhones text: String) -> String? {
        guard case .number(let number) = term.identifier, term.owner == nil else { return nil }
        let found = numbers(number, in: text, isFile: false)
        guard !found.isEmpty else { return nil }
        var rest = text
        for range in found.reversed() { rest.replaceSubrange(range, with: term.standIn.filter(\.isNumber)) }
        return rest
    }

    /// Where a contact is named, and nobody whose longer name has his in it.
    private func names(_ name: String, in text: String) -> [Range<String.Index>] {
        let found = Self.words(name, in: text)
        guard !found.isEmpty else { return [] }
        let others = term.namesakes.flatMap { Self.words($0, in: text) }
        return found.filter { range in !others.contains { $0.overlaps(range) } }
    }

    /// Where a text has words, in capitals or not, with any blanks between them, and not as part of others: `Jan-Willem` is not Jan, and
    /// `Karin Smit-Bos` is not Karin Smit, who is meant in `Karin Smit-mail`.
    static func words(_ words: String, in text: String) -> [Range<String.Index>] {
        let parts = words.split(whereSeparator: \.isWhitespace)
        guard let first = parts.first else { return [] }
        return places(of: first, in: text) { head in
            var end = head.upperBound
            for part in parts.dropFirst() {
                let start = text[end...].firstIndex { !$0.isWhitespace } ?? text.endIndex
                let range = text.range(
                    of: part, options: [.caseInsensitive, .anchored], range: start..<text.endIndex)
                guard start > end, let range else { return nil }
                end = range.upperBound
            }
            let (before, after) = around(head.lowerBound..<end, in: text)
            guard ![before, after].contains(where: { $0?.isLetter == true || $0?.isNumber == true }) else { return nil }
            return isJoined(head.lowerBound..<end, in: text, isOneWord: parts.count == 1) ? nil : end
        }
    }

    /// Whether a hyphen joins it with another word to a name.
    private static func isJoined(_ range: Range<String.Index>, in text: String, isOneWord: Bool) -> Bool {
        func isHyphen(_ character: Character) -> Bool { character == "-" || character == "\u{2010}" }
        let (before, after) = (text[..<range.lowerBound].suffix(2), text[range.upperBound...].prefix(2))
        if let last = before.last, isHyphen(last), before.count == 2, before.first?.isLetter == true { return true }
        guard let first = after.first, isHyphen(first), let next = after.dropFirst().first else { return false }
        return isOneWord ? next.isLetter : next.isUppercase
    }

    /// Where a text has a mail address, in capitals or not, and not as part of another.
    static func address(_ address: String, in text: String) -> [Range<String.Index>] {
        places(of: address[...], in: text) { found in
            let (before, after) = around(found, in: text)
            if let before, before.isLetter || before.isNumber || "._%+-".contains(before) { return nil }
            if let after, after.isLetter || after.isNumber || after == "-" { return nil }
            // What ends a sentence is none of the address.
            let next = text[found.upperBound...].dropFirst().first
            if after == ".", let next, next.isLetter || next.isNumber { return nil }
            return found.upperBound
        }
    }

    private static func places(
        of first: Substring, in text: String, _ end: (Range<String.Index>) -> String.Index?
    ) -> [Range<String.Index>] {
        var found: [Range<String.Index>] = []
        var start = text.startIndex
        while let range = text.range(of: first, options: .caseInsensitive, range: start..<text.endIndex),
            !range.isEmpty
        {
            start = range.upperBound
            guard let end = end(range) else { continue }
            found.append(range.lowerBound..<end)
            start = end
        }
        return found
    }

    private static func around(
        _ range: Range<String.Index>, in text: String
    ) -> (before: Character?, after: Character?) {
        (text[..<range.lowerBound].last, text[range.upperBound...].first)
    }
}
