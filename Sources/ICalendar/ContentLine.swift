/// One unfolded line of a calendar: `NAME;PARAMETER=value:VALUE` (RFC 5545, section 3.1).
struct ContentLine {
    /// In capitals.
    let name: String
    let value: String
    /// Where it begins in the file, from 1.
    let line: Int
    private let parameters: [(name: String, text: String)]

    /// Properties whose values have no colon, so that one in a parameter that somebody forgot to quote does no harm: Exchange writes
    /// `TZID=tzone://Microsoft/Utc`.
    private static let withoutColon: Set<String> = ["DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID"]

    /// An attendee has about ten.
    private static let maximumParameters = 20

    /// Nil where there is no name with a colon after it, a quotation has no end, or there are too many parameters.
    init?(_ bytes: ArraySlice<UInt8>, line: Int) {
        guard let nameEnd = bytes.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") }),
            nameEnd > bytes.startIndex
        else { return nil }
        name = String(decoding: bytes[..<nameEnd], as: UTF8.self).uppercased()
        var separators: [Int] = []
        var colon: Int?
        var isQuoted = false
        let takesLast = Self.withoutColon.contains(name)
        scan: for index in nameEnd..<bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ";") where !isQuoted: separators.append(index)
            case UInt8(ascii: ":") where !isQuoted:
                colon = index
                if !takesLast { break scan }
            default: break
            }
        }
        guard let colon else { return nil }
        value = String(decoding: bytes[(colon + 1)...], as: UTF8.self)
        self.line = line
        let starts = separators.filter { $0 < colon }
        guard starts.count <= Self.maximumParameters else { return nil }
        parameters = zip(starts, starts.dropFirst() + [colon]).map { start, end in
            let parts = bytes[(start + 1)..<end].split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let text = parts.count > 1 ? parts[1].filter { $0 != UInt8(ascii: "\"") } : []
            return (String(decoding: parts[0], as: UTF8.self).uppercased(), String(decoding: text, as: UTF8.self))
        }
    }

    /// A parameter's text without quotation marks; nil where it is missing or empty.
    func parameter(_ name: String) -> String? {
        parameters.first { $0.name == name }.flatMap { $0.text.isEmpty ? nil : $0.text }
    }

    /// The value of a property of type TEXT: its first line without escapes, at most 200 characters (RFC 5545, section 3.3.11).
    var text: String {
        var result = ""
        var isEscaped = false
        for character in value.prefix(400) {
            if isEscaped {
                if character == "n" || character == "N" { break }
                result.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return printable(result, limit: 200)
    }
}
