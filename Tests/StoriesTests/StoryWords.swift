import Foundation

/// The words of a step: separated by blanks; `"…"` is one word, in which `\n`, `\r`, `\t`, `\e`, `\0`, `\xFF`, `\u{202A}`, `\"` and `\\`
/// stand for what cannot be written; `'…'` is one word as it stands. A comment begins with two blanks and `# `.
enum StoryWords {
    static func read(_ text: String, line: Int) throws(Story.Mistake) -> [String] {
        try bytes(text, line: line).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The same as bytes, which need not be UTF-8.
    static func bytes(_ text: String, line: Int) throws(Story.Mistake) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var word: [UInt8]?
        var rest = Substring(text)
        while let character = rest.popFirst() {
            switch character {
            case " ":
                if let ended = word { words.append(ended) }
                word = nil
                if rest.hasPrefix(" # ") { return words }
            case "\"":
                let (quoted, left) = try quoted(rest, line: line)
                word = (word ?? []) + quoted
                rest = left
            case "'" where word == nil:
                guard let end = rest.firstIndex(of: "'") else { throw unclosed(line) }
                word = (word ?? []) + Array(rest[..<end].utf8)
                rest = rest[rest.index(after: end)...]
            default: word = (word ?? []) + Array(String(character).utf8)
            }
        }
        if let word { words.append(word) }
        return words
    }

    /// Reads up to the closing quotation mark.
    private static func quoted(_ text: Substring, line: Int) throws(Story.Mistake) -> ([UInt8], Substring) {
        var (bytes, rest) = ([UInt8](), text)
        while let character = rest.popFirst() {
            switch character {
            case "\"": return (bytes, rest)
            case "\\": bytes += try escaped(&rest, line: line)
            default: bytes += Array(String(character).utf8)
            }
        }
        throw unclosed(line)
    }

    private static func escaped(_ rest: inout Substring, line: Int) throws(Story.Mistake) -> [UInt8] {
        switch rest.popFirst() {
        case "n": return [0x0A]
        case "r": return [0x0D]
        case "t": return [0x09]
        case "e": return [0x1B]
        case "0": return [0x00]
        case "\"": return [0x22]
        case "\\": return [0x5C]
        case "x":
            let digits = rest.prefix(2)
            rest = rest.dropFirst(2)
            if let byte = UInt8(digits, radix: 16) { return [byte] }
        case "u":
            if rest.first == "{", let end = rest.firstIndex(of: "}"),
                let scalar = UInt32(rest[..<end].dropFirst(), radix: 16).flatMap(Unicode.Scalar.init)
            {
                rest = rest[rest.index(after: end)...]
                return Array(String(scalar).utf8)
            }
        default: break
        }
        throw Story.Mistake(
            line: line, text: "an escape that is none: \\n \\r \\t \\e \\0 \\xFF \\u{202A} \\\" \\\\ are")
    }

    private static func unclosed(_ line: Int) -> Story.Mistake {
        Story.Mistake(line: line, text: "a quotation mark is missing")
    }
}
