import Foundation
import Routing

/// Finds in texts what is to be forgotten, in whatever way people have written it, and puts something else in its place.
struct ErasureText {
    let term: Erasure.Term
    let read: (String) -> PhoneNumber?

    /// The text without it; nil where it is not in there.
    ///
    /// - Parameter isFile: Whether it is a file of the directory's: a number that is one end of a range is the range's there, and what stands in
    ///   its place is to be a number, too.
    func erased(from text: String, isFile: Bool = false) -> String? {
        let token = ForgottenText.token(term.token).text
        var replacements: [(range: Range<String.Index>, text: String)] = []
        switch term.identifier {
        case .number:
            replacements = ranges(in: text, isFile: isFile).map { ($0, isFile ? term.standIn : token) }
        case .contact(let name, let client):
            replacements = ranges(in: text, isFile: isFile).map { ($0, token) }
            guard isFile, !replacements.isEmpty else { break }
            for address in ContactEntries(name: name, client: client).values(of: "email", in: text) {
                replacements.append((address, "\(token)@forgotten.invalid"))
            }
        }
        guard !replacements.isEmpty else { return nil }
        var rest = text
        for (range, text) in replacements.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            rest.replaceSubrange(range, with: text)
        }
        return rest
    }

    /// A list of agents' phones without it, which may be outside numbers; nil where it is not in there. What stands in its place is a phone, too: what a
    /// call's record tells of turns and answers stays.
    func erased(fromPhones text: String) -> String? {
        guard case .number = term.identifier else { return nil }
        let found = ranges(in: text, isFile: false)
        guard !found.isEmpty else { return nil }
        var rest = text
        for range in found.reversed() { rest.replaceSubrange(range, with: term.standIn.filter(\.isNumber)) }
        return rest
    }

    /// The line in which it is, from 1; nil where it is not.
    func line(in text: String) -> Int? {
        ranges(in: text, isFile: true).first.map { range in
            text[..<range.lowerBound].utf8.count { $0 == UInt8(ascii: "\n") } + 1
        }
    }

    private func ranges(in text: String, isFile: Bool) -> [Range<String.Index>] {
        switch term.identifier {
        case .number(let number):
            Self.mayHave(number, text) ? numbers(number, in: text, isFile: isFile) : []
        case .contact(let name, let client):
            // Others' files may name people who are called alike.
            isFile && Self.words(client.description, in: text).isEmpty ? [] : names(name, in: text)
        }
    }

    // MARK: - Names

    private func names(_ name: String, in text: String) -> [Range<String.Index>] {
        // As JSON has it, where that is another spelling.
        let quoted = name.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
        return Self.words(name, in: text) + (quoted == name ? [] : Self.words(quoted, in: text))
    }

    /// Where a text has words, in capitals or not, and not as part of others.
    static func words(_ words: String, in text: String) -> [Range<String.Index>] {
        var found: [Range<String.Index>] = []
        var start = text.startIndex
        while let range = text.range(of: words, options: .caseInsensitive, range: start..<text.endIndex), !range.isEmpty
        {
            let before = range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
            let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
            if !before.isLetter, !before.isNumber, !after.isLetter, !after.isNumber { found.append(range) }
            start = range.upperBound
        }
        return found
    }

    // MARK: - Numbers

    /// What people put between the digits of a number, beside spaces.
    private static let between: Set<Unicode.Scalar> = [
        " ", "+", "(", ")", "-", ".", "/", "\u{A0}", "\u{202F}", "\u{2007}", "\u{2009}", "\u{2010}", "\u{2011}",
        "\u{2013}",
    ]
    /// A number comes in so many groups of digits at the most: each digit for itself, behind 00 and with the 0 of (0).
    private static let mostGroups = PhoneNumber.maximumDigitCount + 3
    /// Whatever comes before them, every form of a number has the same last digits.
    private static let tailLength = 6

    /// The digits with which every form of a number ends.
    static func tail(of number: PhoneNumber) -> String { String("\(number.digits)".suffix(tailLength)) }

    /// Whether the number's last digits follow each other in a text, whatever is between them: most texts have to be looked at no closer.
    private static func mayHave(_ number: PhoneNumber, _ text: String) -> Bool {
        let tail = tail(of: number)
        let modulus = repeatElement(UInt64(10), count: tail.count).reduce(1, *)
        let wanted = number.digits % modulus
        var (last, count): (UInt64, Int) = (0, 0)
        for byte in text.utf8 where byte >= 0x30 && byte <= 0x39 {
            last = (last * 10 + UInt64(byte - 0x30)) % modulus
            count += 1
            if last == wanted, count >= tail.count { return true }
        }
        return false
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private func numbers(_ number: PhoneNumber, in text: String, isFile: Bool) -> [Range<String.Index>] {
        let scalars = text.unicodeScalars
        var found: [Range<String.Index>] = []
        var start = scalars.startIndex
        while let first = scalars[start...].firstIndex(where: { Self.isDigit($0) || $0 == "+" || $0 == "(" }) {
            let end =
                scalars[first...].firstIndex { !Self.isDigit($0) && !Self.between.contains($0) } ?? scalars.endIndex
            found += numbers(number, in: text, groups(text, first..<end), isFile: isFile)
            start = end
            if start == scalars.endIndex { break }
        }
        return found
    }

    /// The groups of digits of a stretch, each with what belongs before it.
    private func groups(_ text: String, _ stretch: Range<String.Index>) -> [(
        range: Range<String.Index>, digits: String
    )] {
        let scalars = text.unicodeScalars
        var groups: [(range: Range<String.Index>, digits: String)] = []
        var at = stretch.lowerBound
        while let first = scalars[at..<stretch.upperBound].firstIndex(where: Self.isDigit) {
            let end = scalars[first..<stretch.upperBound].firstIndex { !Self.isDigit($0) } ?? stretch.upperBound
            var begin = first
            while begin > at, "+(".unicodeScalars.contains(scalars[scalars.index(before: begin)]) {
                begin = scalars.index(before: begin)
            }
            groups.append((begin..<end, String(text[first..<end])))
            at = end
        }
        return groups
    }

    private func numbers(
        _ number: PhoneNumber, in text: String, _ groups: [(range: Range<String.Index>, digits: String)], isFile: Bool
    ) -> [Range<String.Index>] {
        let full = String(number.digits)
        let tail = Self.tail(of: number)
        var found: [Range<String.Index>] = []
        var first = 0
        while first < groups.count {
            let most = min(groups.count, first + Self.mostGroups)
            let last = (first..<most).reversed().first { last in
                let digits = groups[first...last].map(\.digits).joined()
                guard digits.count <= PhoneNumber.maximumDigitCount + 3, digits.hasSuffix(tail) else { return false }
                let written = String(text[groups[first].range.lowerBound..<groups[last].range.upperBound])
                return digits == full || digits == "00" + full || read(written) == number
            }
            guard let last else {
                first += 1
                continue
            }
            let range = groups[first].range.lowerBound..<groups[last].range.upperBound
            if !isFile || !Self.isOfBlock(range, text) { found.append(range) }
            first = last + 1
        }
        return found
    }

    /// Whether a number in a file is an end of a range, or what the numbers of a block begin with.
    private static func isOfBlock(_ range: Range<String.Index>, _ text: String) -> Bool {
        let (before, after) = (text[..<range.lowerBound].reversed(), text[range.upperBound...])
        return after.first == "*" || isRange(after) || isRange(before)
    }

    /// Whether what follows, or comes before, is a dash and the other end.
    private static func isRange(_ rest: some Sequence<Character>) -> Bool {
        let near = rest.prefix(8).filter { $0 != " " }.prefix(2)
        guard near.count == 2, let dash = near.first, let end = near.last else { return false }
        return "-\u{2010}\u{2011}\u{2013}".contains(dash) && (end.isNumber || end == "+")
    }
}
