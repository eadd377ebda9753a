import Routing

/// Finds what a file of the directory says of a contact, as it is written: by the lines or braces of the entry that names him.
struct ContactEntries {
    let name: String
    let client: ClientID

    /// Where the values of a key stand, in all entries with this name.
    func values(of key: String, in text: String) -> [Range<String.Index>] {
        guard !ErasureText.words(client.description, in: text).isEmpty else { return [] }
        return ErasureText.words(name, in: text).flatMap { found in
            Self.values(of: key, in: text, Self.entry(around: found, in: text))
        }
    }

    /// `{name: …}` on its line, else the lines of the list's entry.
    private static func entry(around name: Range<String.Index>, in text: String) -> Range<String.Index> {
        let before = text[..<name.lowerBound]
        if let open = before.lastIndex(where: { $0 == "{" || $0 == "}" }), text[open] == "{",
            let close = text[name.upperBound...].firstIndex(of: "}")
        {
            return open..<close
        }
        var start = lineStart(name.lowerBound, in: text)
        while !isEntry(text[start...]), start > text.startIndex {
            start = lineStart(text.index(before: start), in: text)
        }
        let indentation = text[start...].prefix { $0 == " " }.count
        var end = text[start...].firstIndex(where: \.isNewline).map(text.index(after:)) ?? text.endIndex
        while end < text.endIndex {
            let line = text[end...].prefix { !$0.isNewline }
            let content = line.drop { $0 == " " }
            if !content.isEmpty, line.distance(from: line.startIndex, to: content.startIndex) <= indentation { break }
            end = line.endIndex < text.endIndex ? text.index(after: line.endIndex) : text.endIndex
        }
        // Who stands in no list has no entry.
        return name.lowerBound < end ? start..<end : name
    }

    private static func lineStart(_ place: String.Index, in text: String) -> String.Index {
        text[..<place].lastIndex(where: \.isNewline).map(text.index(after:)) ?? text.startIndex
    }

    private static func isEntry(_ line: Substring) -> Bool { line.drop { $0 == " " }.hasPrefix("- ") }

    private static func values(
        of key: String, in text: String, _ entry: Range<String.Index>
    ) -> [Range<String.Index>] {
        ErasureText.words(key, in: text).compactMap { found in
            guard entry.contains(found.lowerBound), text[found.upperBound...].hasPrefix(":") else { return nil }
            let start = text[text.index(after: found.upperBound)...].firstIndex { !" \"'".contains($0) }
            guard let start, start < entry.upperBound else { return nil }
            let end = text[start..<entry.upperBound].firstIndex { ",}\"'#".contains($0) || $0.isNewline }
            var value = text[start..<(end ?? entry.upperBound)]
            while value.last == " " { value.removeLast() }
            return value.isEmpty ? nil : value.startIndex..<value.endIndex
        }
    }
}
