/// A command as Asterisk takes it apart (res_agi.c, `parse_args`).
enum AsteriskWords {
    /// Words end at blanks outside of quotes; a backslash takes the next byte as it is.
    static func of(_ line: some Sequence<UInt8>) -> [String] {
        var words: [[UInt8]] = []
        var isQuoted = false
        var isEscaped = false
        var isBetween = true
        for byte in line {
            switch byte {
            case UInt8(ascii: "\"") where !isEscaped:
                isQuoted.toggle()
                if isQuoted, isBetween {
                    words.append([])
                    isBetween = false
                }
            case UInt8(ascii: " ") where !isQuoted && !isEscaped: isBetween = true
            case UInt8(ascii: "\\") where !isEscaped: isEscaped = true
            default:
                if isBetween { words.append([]) }
                isBetween = false
                words[words.count - 1].append(byte)
                isEscaped = false
            }
        }
        return words.map { String(decoding: $0, as: UTF8.self) }
    }
}
