/// A telephone number in E.164 (ITU-T E.164: country code first, at most 15 digits), or the digits that such numbers begin with.
///
/// The digits are packed into one integer; no country code begins with 0, so the integer alone tells how many there are.
package struct PhoneNumber: Hashable, Comparable, Sendable {
    package let digits: UInt64

    /// The most digits that a number may have (E.164, section 6).
    package static let maximumDigitCount = 15

    /// Nil for 0 and for more than 15 digits.
    package init?(digits: UInt64) {
        guard digits > 0, digits < PowersOfTen[Self.maximumDigitCount] else { return nil }
        self.digits = digits
    }

    /// The number written as bare digits, `31612345678`; nil for anything else.
    package init?(_ text: String) {
        self.init(text[...])
    }

    /// The same of a part of a text.
    package init?(_ text: Substring) {
        var value: UInt64 = 0
        var count = 0
        for byte in text.utf8 {
            guard byte >= 0x30, byte <= 0x39, count < Self.maximumDigitCount else { return nil }
            value = value * 10 + UInt64(byte - 0x30)
            count += 1
            if value == 0 { return nil }
        }
        self.init(digits: value)
    }

    /// How many digits there are: 1 to 15.
    package var count: Int {
        // 1233/4096 is the decimal logarithm of 2, so that the bits tell the count or one less.
        let atLeast = ((UInt64.bitWidth - digits.leadingZeroBitCount) * 1_233) >> 12
        return digits >= PowersOfTen[atLeast] ? atLeast + 1 : atLeast
    }

    /// The number followed by zeros to 15 digits: numbers that begin alike lie next to each other.
    ///
    /// - Parameter count: How many digits there are, for a caller who knows.
    func padded(from count: Int) -> UInt64 {
        digits * PowersOfTen[Self.maximumDigitCount - count]
    }

    package static func < (one: PhoneNumber, other: PhoneNumber) -> Bool {
        one.digits < other.digits
    }
}

extension PhoneNumber: CustomStringConvertible {
    /// `+31612345678`
    package var description: String { "+\(digits)" }

    /// The number with its last four digits hidden, `+3161234****`: for the journal.
    package var masked: String {
        let text = String(digits)
        return "+" + text.dropLast(4) + String(repeating: "*", count: min(4, text.count))
    }
}

/// 1, 10, 100 … up to ten to the sixteenth power.
enum PowersOfTen {
    private static let values: InlineArray<17, UInt64> = [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000,
    ]

    static subscript(exponent: Int) -> UInt64 { values[exponent] }
}
