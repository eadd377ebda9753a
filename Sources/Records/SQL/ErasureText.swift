import Foundation
import Routing

/// Finds in texts what is to be forgotten, in whatever way people have written it, and puts something else in its place.
struct ErasureText {
    let term: Erasure.Term
    let read: (String) -> PhoneNumber?

    private typealias Replacement = (range: Range<String.Index>, text: String)

    /// The text without it; nil where it is not in there.
    ///
    /// - Parameters:
    ///   - isFile: Whether it is a file of the directory's: a number that is one end of a range is the range's there, and what stands in
    ///     its place is to be a number, too.
    ///   - withName: Whether a contact's name is meant where it stands; his addresses are his alone.
    func erased(from text: String, isFile: Bool = false, withName: Bool = true) -> String? {
        let token = ForgottenText.token(term.token).text
        var replacements: [Replacement] = []
        switch term.identifier {
        case .number(let number):
            replacements = numbers(number, in: text, isFile: isFile).map { ($0, isFile ? term.standIn : token) }
        case .contact(let name, let client):
            let names = withName ? names(name, of: client, in: text, isFile: isFile) : []
            var addresses = term.addresses.flatMap { Self.address($0, in: text) }
            if isFile, !names.isEmpty {
                addresses += ContactEntries(name: name, client: client).values(of: "email", in: text)
            }
            // An address may have the name in it.
            replacements = addresses.map { ($0, isFile ? "\(token)@forgotten.invalid" : token) }
            replacements += names.map { ($0, token) }
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
        guard case .number(let number) = term.identifier else { return nil }
        let found = numbers(number, in: text, isFile: false)
        guard !found.isEmpty else { return nil }
        var rest = text
        for range in found.reversed() { rest.replaceSubrange(range, with: term.standIn.filter(\.isNumber)) }
        return rest
    }

    /// The line of a file in which it is, from 1; nil where it is not. A contact is where his name is.
    func line(in text: String) -> Int? {
        let ranges =
            switch term.identifier {
            case .number(let number): numbers(number, in: text, isFile: true)
            case .contact(let name, let client): names(name, of: client, in: text, isFile: true)
            }
        return ranges.first.map { range in
            text[..<range.lowerBound].utf8.count { $0 == UInt8(ascii: "\n") } + 1
        }
    }

    private func names(
        _ name: String, of client: ClientID, in text: String, isFile: Bool
    ) -> [Range<String.Index>] {
        // Others' files may name people who are called alike.
        guard !isFile || !Self.words(client.description, in: text).isEmpty else { return [] }
        // As JSON has it, where that is another spelling.
        let quoted = name.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
        return Self.words(name, in: text) + (quoted == name ? [] : Self.words(quoted, in: text))
    }

    /// Where a text has words, in capitals or not, with any blanks between them, and not as part of others.
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
            return [before, after].contains { $0?.isLetter == true || $0?.isNumber == true } ? nil : end
        }
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
