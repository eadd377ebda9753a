extension StringProtocol {
    /// How many columns a terminal needs for the text, with what it cannot show left out of account (Unicode's East_Asian_Width, UAX #11:
    /// wide and fullwidth characters and emoji take two, marks none).
    package var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

    /// The text with exactly so many columns: filled with blanks, or cut, which an ellipsis tells.
    package func fitted(to width: Int) -> String {
        let own = displayWidth
        guard own > width else { return String(self) + String(repeating: " ", count: width - own) }
        var kept = ""
        var used = 0
        for character in self {
            let next = character.displayWidth
            guard used + next < width else { break }
            kept.append(character)
            used += next
        }
        return kept + (width > 0 ? "…" : "") + String(repeating: " ", count: Swift.max(width - used - 1, 0))
    }
}

extension Character {
    /// 0, 1 or 2 columns.
    fileprivate var displayWidth: Int {
        guard let first = unicodeScalars.first, !isASCII else { return 1 }
        let takesNone =
            first.isInvisible || [.nonspacingMark, .enclosingMark].contains(first.properties.generalCategory)
        if takesNone { return 0 }
        // A picture that a selector asks for is as wide as one that is always that.
        let isPicture =
            first.properties.isEmojiPresentation || unicodeScalars.contains { $0.value == 0xFE0F }
        return isPicture || Self.wide.contains { $0.contains(first.value) } ? 2 : 1
    }

    /// The blocks whose characters are wide or fullwidth.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
        0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
        0x20000...0x3FFFD,
    ]
}
