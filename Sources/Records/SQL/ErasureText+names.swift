import Foundation
import Routing

/// Names, as people write them.
extension ErasureText {
    /// What may join the parts of a name where no blanks are.
    private static let joiners: Set<Character> = ["-", "_", "."]

    /// Where a contact is named, and nobody whose longer name has his in it.
    func names(_ name: String, in text: String) -> [Range<String.Index>] {
        let found = Self.words(name, in: text) + namesInPaths(text)
        guard !found.isEmpty else { return [] }
        let others = term.namesakes.flatMap { Self.words($0, in: text) }
        return found.filter { range in !others.contains { $0.overlaps(range) } }
    }

    /// Paths stand in texts, too, as where a file was refused.
    private func namesInPaths(_ text: String) -> [Range<String.Index>] {
        guard text.contains("/") else { return [] }
        return text.split(whereSeparator: \.isWhitespace).filter { $0.contains("/") }.flatMap { part in
            let path = String(part)
            return places(inPath: path).map { range in
                let start = text.index(
                    part.startIndex, offsetBy: path.distance(from: path.startIndex, to: range.lowerBound))
                return start..<text.index(start, offsetBy: path.distance(from: range.lowerBound, to: range.upperBound))
            }
        }
    }

    /// Where a text has words, in capitals or not, and not as part of others: `Jan-Willem` is not Jan, and `Karin Smit-Bos` is not Karin Smit, who is
    /// meant in `Karin Smit-mail`. Between them are any blanks, or what joins them (`karin_smit`); `Smit, Karin` are the same.
    static func words(_ words: String, in text: String) -> [Range<String.Index>] {
        let parts = ContactName.words(words)
        guard let first = parts.first else { return [] }
        // Of as many characters.
        let plain = ContactName.plain(text)
        var found = places(of: first, in: plain) { end(of: parts, comma: nil, from: $0, in: plain) }
        for comma in parts.indices.dropFirst() {
            let turned = Array(parts[comma...] + parts[..<comma])
            found += places(of: turned[0], in: plain) {
                end(of: turned, comma: parts.count - comma, from: $0, in: plain)
            }
        }
        guard plain != text else { return found }
        return found.map { range in
            let start = text.index(
                text.startIndex, offsetBy: plain.distance(from: plain.startIndex, to: range.lowerBound))
            return start..<text.index(start, offsetBy: plain.distance(from: range.lowerBound, to: range.upperBound))
        }
    }

    /// Where a name ends of which the first part was found.
    ///
    /// - Parameter comma: Before which part there is one; nil: before none.
    private static func end(
        of parts: [Substring], comma: Int?, from head: Range<String.Index>, in text: String
    ) -> String.Index? {
        var end = head.upperBound
        for (place, part) in parts.enumerated().dropFirst() {
            let start = place == comma ? behindComma(end, text) : behindGap(end, text)
            let range = start.flatMap {
                text.range(of: part, options: [.caseInsensitive, .anchored], range: $0..<text.endIndex)
            }
            guard let range else { return nil }
            end = range.upperBound
        }
        let (before, after) = around(head.lowerBound..<end, in: text)
        guard ![before, after].contains(where: { $0?.isLetter == true || $0?.isNumber == true }) else { return nil }
        return isJoined(head.lowerBound..<end, in: text, isOneWord: parts.count == 1) ? nil : end
    }

    private static func behindGap(_ place: String.Index, _ text: String) -> String.Index? {
        guard let next = text[place...].first else { return nil }
        if joiners.contains(next) { return text.index(after: place) }
        return next.isWhitespace ? behindBlanks(place, text) : nil
    }

    /// A calendar writes a backslash before it (RFC 5545, section 3.3.11).
    private static func behindComma(_ place: String.Index, _ text: String) -> String.Index? {
        var comma = behindBlanks(place, text)
        if comma < text.endIndex, text[comma] == "\\" { comma = text.index(after: comma) }
        guard comma < text.endIndex, text[comma] == "," else { return nil }
        return behindBlanks(text.index(after: comma), text)
    }

    private static func behindBlanks(_ place: String.Index, _ text: String) -> String.Index {
        text[place...].firstIndex { !$0.isWhitespace } ?? text.endIndex
    }

    /// Whether a hyphen joins it with another word to a name.
    private static func isJoined(_ range: Range<String.Index>, in text: String, isOneWord: Bool) -> Bool {
        let (before, after) = (text[..<range.lowerBound].suffix(2), text[range.upperBound...].prefix(2))
        if before.last == "-", before.count == 2, before.first?.isLetter == true { return true }
        guard after.first == "-", let next = after.dropFirst().first else { return false }
        return isOneWord ? next.isLetter : next.isUppercase
    }
}
