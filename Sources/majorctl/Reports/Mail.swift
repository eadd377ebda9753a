/// A mail as `sendmail -t` takes it: a text with what says how it is written (RFC 5322, RFC 2045).
struct Mail {
    let recipients: [String]
    let subject: String
    let lines: [String]

    /// Whether an address can stand in a header: a local part and a domain in printable ASCII, with nothing that would end it.
    static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && text.utf8.count <= 254 && !text.hasPrefix("-")
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"<>(),;:\\\"[]".utf8.contains($0) }
    }

    /// With ends of lines as Unix programs hand them to sendmail.
    var text: String {
        let head = [
            "To: \(recipients.joined(separator: ",\n "))", "Subject: \(Self.header(subject))",
            // Nobody is to answer with an absence note (RFC 3834).
            "Auto-Submitted: auto-generated", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
        ]
        return (head + [""] + lines.map(Self.quotedPrintable)).joined(separator: "\n") + "\n"
    }

    /// A text of a header; in encoded words where it is more than ASCII (RFC 2047).
    private static func header(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { return text }
        // A word has at most 75 characters (a byte takes up to three), and breaks no character.
        var words: [[UInt8]] = [[]]
        for character in text {
            let bytes = Array(String(character).utf8)
            if words[words.count - 1].count + bytes.count > 20 { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?utf-8?Q?\($0.map(qEncoded).joined())?=" }.joined(separator: "\n ")
    }

    private static func qEncoded(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: " "): "_"
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: String(UnicodeScalar(byte))
        default: escaped(byte)
        }
    }

    /// One line of a text, in lines of at most 76 characters (RFC 2045, section 6.7).
    static func quotedPrintable(_ line: String) -> String {
        var result = ""
        var length = 0
        let bytes = Array(line.utf8)
        for (index, byte) in bytes.enumerated() {
            let isPlain = (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "=")
            let isLastBlank = byte == UInt8(ascii: " ") && index == bytes.count - 1
            // What some mail programs take for a line of their own: a dot alone, `From ` of a mailbox.
            let isMark =
                index == 0
                && (byte == UInt8(ascii: ".") || (byte == UInt8(ascii: "F") && line.hasPrefix("From ")))
            let piece = isPlain && !isLastBlank && !isMark ? String(UnicodeScalar(byte)) : escaped(byte)
            if length + piece.utf8.count > 75 {
                result += "=\n"
                length = 0
            }
            result += piece
            length += piece.utf8.count
        }
        return result
    }

    private static func escaped(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "=" + (digits.count < 2 ? "0" : "") + digits
    }
}
