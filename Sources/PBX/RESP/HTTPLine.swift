import AGI

/// Recognises the lines of HTTP.
///
/// Whoever can make a program fetch an address of his choice can send lines of his own to a socket that takes one command a line, but
/// not before HTTP's own. So a connection is closed at the first of these, as Redis does for `POST` and `Host:`
/// (`securityWarningCommand`).
enum HTTPLine {
    /// RFC 9110, section 9.3, PATCH (RFC 5789), and the preface of HTTP/2 (RFC 9113, section 3.4).
    private static let methods: Set<String> = [
        "get", "head", "post", "put", "delete", "connect", "options", "trace", "patch", "pri",
    ]
    private static let longestMethod = 7

    /// Whether a line begins with a method or a header field's name, or tells HTTP's version, as every request since HTTP/1.0 does,
    /// whatever its method.
    static func isOne(_ line: Span<UInt8>) -> Bool {
        var start = 0
        while start < line.count, isBlank(line[start]) { start &+= 1 }
        var end = start
        while end < line.count, !isBlank(line[end]) { end &+= 1 }
        let word = line.extracting(start..<end)
        // No command has a colon in its name.
        return word.firstIndex(of: UInt8(ascii: ":")) != nil || isMethod(word) || hasVersion(line, from: end)
    }

    /// Whether a command's name is one that Redis knows as HTTP's.
    static func isCommand(_ name: Span<UInt8>) -> Bool {
        name.count == 4 && isMethod(name, "post") || name.count == 5 && isMethod(name, "host:")
    }

    private static func isMethod(_ word: Span<UInt8>) -> Bool {
        word.count <= longestMethod && methods.contains(word.text.lowercased())
    }

    private static func isMethod(_ word: Span<UInt8>, _ method: StaticString) -> Bool {
        method.withUTF8Buffer { method in
            // Setting this bit makes a capital letter small, and leaves a colon as it is.
            for index in method.indices where word[index] | 0x20 != method[index] { return false }
            return true
        }
    }

    private static func hasVersion(_ line: Span<UInt8>, from start: Int) -> Bool {
        var index = start
        while index < line.count {
            if isBlank(line[index]), line.extracting((index &+ 1)...).hasPrefix("HTTP/") { return true }
            index &+= 1
        }
        return false
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (byte >= 0x09 && byte <= 0x0D)
    }
}
