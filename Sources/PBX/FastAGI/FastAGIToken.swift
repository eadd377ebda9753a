/// What a FastAGI peer shows to do more than ask about calls: over TCP nobody knows which user connects, and every local user may.
package struct FastAGIToken: Sendable {
    /// How many characters it may have. The file that the package makes has 64.
    package static let lengths = 32...256

    private let bytes: [UInt8]

    /// Reads the contents of a token's file, without blanks and line ends around it.
    ///
    /// - Returns: Nil for what is shorter or longer than a token may be, or has other characters than letters, digits, `-`, `.`, `_` and
    ///   `~`, which an address takes as they are (RFC 3986, section 2.3).
    package init?(_ contents: some Sequence<UInt8>) {
        let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
        var text = Array(contents.drop(while: blanks.contains))
        while let last = text.last, blanks.contains(last) { text.removeLast() }
        guard Self.lengths.contains(text.count), text.allSatisfy(Self.isPlain) else { return nil }
        bytes = text
    }

    /// Whether a text is the token. How long that takes tells nothing of where they differ.
    func matches(_ text: String?) -> Bool {
        guard let text, text.utf8.count == bytes.count else { return false }
        var difference: UInt8 = 0
        for (one, other) in zip(bytes, text.utf8) { difference |= one ^ other }
        return difference == 0
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
