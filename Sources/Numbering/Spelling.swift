import Routing
import ShownText

/// How people and programs type numbers: with characters that nobody sees, and with the many blanks and dashes of Unicode.
enum Spelling {
    private static let hyphen = UInt8(ascii: "-")
    /// U+2013, which alone may stand between the ends of a range without blanks.
    static let enDash: [UInt8] = [0xE2, 0x80, 0x93]

    /// The text without invisible characters, every blank as a space and every dash as a hyphen or an en dash.
    ///
    /// Address books and office programs put such characters around numbers that are copied from them. What is no UTF-8 stays something
    /// that no number has.
    static func plain(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(where: { $0 >= 0x80 }) else { return text }
        var plain: [UInt8] = []
        plain.reserveCapacity(text.count)
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "\u{FFFD}": plain.append(0xFF)
            case "\u{2010}"..."\u{2012}", "\u{2212}", "\u{FE58}", "\u{FE63}", "\u{FF0D}": plain.append(hyphen)
            case "\u{2013}"..."\u{2015}": plain += enDash
            case _ where scalar.isInvisible: break
            case _ where !scalar.isASCII && scalar.properties.isWhitespace: plain.append(ASCII.space)
            default: plain += Array(String(scalar).utf8)
            }
        }
        return plain
    }
}
