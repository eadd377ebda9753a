/// The bytes that numbers and their wrappers are written with.
enum ASCII {
    static let zero = UInt8(ascii: "0")
    static let plus = UInt8(ascii: "+")
    static let space = UInt8(ascii: " ")
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let percent = UInt8(ascii: "%")
    static let semicolon = UInt8(ascii: ";")
    static let colon = UInt8(ascii: ":")
    static let at = UInt8(ascii: "@")
    static let less = UInt8(ascii: "<")
    static let greater = UInt8(ascii: ">")

    static func isDigit(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39
    }

    static func isSmallLetter(_ byte: UInt8) -> Bool {
        byte >= 0x61 && byte <= 0x7A
    }

    /// Space, tab and the line ends.
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == space || (byte >= 0x09 && byte <= 0x0D)
    }

    /// Capital letters made small, all other bytes as they are.
    static func lowercased(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
    }

    /// The value of a hexadecimal digit.
    static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch lowercased(byte) {
        case 0x30...0x39: byte - 0x30
        case let letter where letter >= 0x61 && letter <= 0x66: letter - 0x61 + 10
        default: nil
        }
    }
}

extension Collection where Element == UInt8 {
    /// Whether the bytes begin with a word, small and capital letters being alike; the word is written small.
    func hasPrefix(ignoringCase word: String) -> Bool {
        count >= word.utf8.count && zip(self, word.utf8).allSatisfy { ASCII.lowercased($0) == $1 }
    }
}

extension ArraySlice<UInt8> {
    /// Without blanks at both ends.
    var trimmed: ArraySlice<UInt8> {
        guard let first = firstIndex(where: { !ASCII.isBlank($0) }),
            let last = lastIndex(where: { !ASCII.isBlank($0) })
        else { return [] }
        return self[first...last]
    }
}
