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

    /// Whether a contact's name stands in a text, whoever is meant.
    func isNamed(in text: String, _ kind: Kind) -> Bool {
        erased(from: text, kind, withName: true) != erased(from: text, kind, withName: false)
    }

    /// Whether a contact's name has several words. One of a single word is a client's, a town's, a month's or another's as well: it counts for
    /// nobody where it is not known who is meant.
    var hasLongName: Bool {
        guard case .contact(let name, _) = term.identifier else { return false }
        return ContactName.words(name).count > 1
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

    static func places(
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

    static func around(
        _ range: Range<String.Index>, in text: String
    ) -> (before: Character?, after: Character?) {
        (text[..<range.lowerBound].last, text[range.upperBound...].first)
    }
}
