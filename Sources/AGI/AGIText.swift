import ShownText

/// A text as an AGI command takes it: in quotes, one word.
package struct AGIText: Sendable {
    /// The most bytes of a value: Asterisk before 12 took 2,048 a line, and quoting may double them.
    package static let limit = 900

    private let text: String

    package init(_ text: String) {
        self.text = text
    }

    /// Passes on the bytes, one after the other. Quotes and backslashes are escaped; line ends, which would end the command, and
    /// whatever else steers a screen become blanks; what is too long is cut between two characters.
    package func forEachByte(_ body: (UInt8) -> Void) {
        body(UInt8(ascii: "\""))
        defer { body(UInt8(ascii: "\"")) }
        // Nearly every text is of plain characters, a byte each.
        guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F || $0 == 0x22 || $0 == 0x5C }) else {
            for byte in text.utf8.prefix(Self.limit) { body(byte) }
            return
        }
        var count = 0
        for scalar in text.unicodeScalars {
            count &+= UTF8.width(scalar)
            guard count <= Self.limit else { break }
            if scalar == "\"" || scalar == "\\" { body(UInt8(ascii: "\\")) }
            if scalar.isSteering {
                body(UInt8(ascii: " "))
            } else {
                for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { body(unit) }
            }
        }
    }
}
