// What people write for others to read, such as names and notes: whether it may be shown as it is, and how it is shown where it may not.

extension Unicode.Scalar {
    /// Whether it is a control character (C0, DEL, C1) or ends a line.
    package var isControl: Bool {
        switch value {
        // Names and notes are ASCII for the most part.
        case 0x20...0x7E: false
        default:
            switch properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
    }

    /// Whether it takes no room of its own: marks for the direction of text, zero-width spaces and joiners, the soft hyphen, a byte order
    /// mark (Unicode's category Cf and its property Default_Ignorable_Code_Point).
    package var isInvisible: Bool {
        !isASCII && (properties.generalCategory == .format || properties.isDefaultIgnorableCodePoint)
    }

    /// Whether it steers a screen instead of standing on it: a control character, or one that only turns the direction of writing
    /// (Unicode's property Bidi_Control: the embeddings, overrides, isolates and marks of UAX #9).
    package var isSteering: Bool {
        isControl || (!isASCII && properties.isBidiControl)
    }
}

extension StringProtocol {
    /// Whether the text is one line that every terminal and browser shows as it was written.
    package var isShowable: Bool {
        !unicodeScalars.contains(where: \.isSteering)
    }

    /// The text on one line, with `\n`, `\e` or `\u{202E}` in place of what would steer the screen.
    package var shown: String {
        guard !isShowable else { return String(self) }
        var shown = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\n": shown += "\\n"
            case "\r": shown += "\\r"
            case "\t": shown += "\\t"
            case "\u{1B}": shown += "\\e"
            case _ where scalar.isSteering: shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }

    /// The text with `U+202A` in place of everything that cannot be seen, or not be told from a blank: for words that are wrong because
    /// of such a character.
    package var namingInvisible: String {
        func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
            scalar.isControl || scalar.isInvisible || (!scalar.isASCII && scalar.properties.isWhitespace)
        }
        guard unicodeScalars.contains(where: isUnseen) else { return String(self) }
        var named = ""
        for scalar in unicodeScalars {
            if isUnseen(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                named += "U+" + String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
            } else {
                named.unicodeScalars.append(scalar)
            }
        }
        return named
    }
}
