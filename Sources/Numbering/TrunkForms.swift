import Routing

/// The quick way: numbers of regions with a fixed length, written in the forms of trunks, need no libphonenumber.
///
/// It answers only where libphonenumber would give the same answer, and leaves everything else to it. A test compares the two.
struct TrunkForms: Sendable {
    /// A region's numbers, of which libphonenumber calls every one of these lengths possible.
    private struct Plan {
        let region: String
        let countryCode: UInt64
        /// Digits after the country code.
        let lengths: ClosedRange<Int>
        /// Whether national numbers are written with a leading 0 and none begins with 0 after that.
        let writesLeadingZero: Bool
    }

    private static let plans = [
        Plan(region: "NL", countryCode: 31, lengths: 9...9, writesLeadingZero: true),
        Plan(region: "BE", countryCode: 32, lengths: 8...9, writesLeadingZero: true),
        Plan(region: "FR", countryCode: 33, lengths: 9...9, writesLeadingZero: true),
        Plan(region: "ES", countryCode: 34, lengths: 9...9, writesLeadingZero: false),
        Plan(region: "CH", countryCode: 41, lengths: 9...9, writesLeadingZero: true),
        Plan(region: "GB", countryCode: 44, lengths: 10...10, writesLeadingZero: true),
        Plan(region: "DK", countryCode: 45, lengths: 8...8, writesLeadingZero: false),
        Plan(region: "PL", countryCode: 48, lengths: 9...9, writesLeadingZero: false),
    ]

    /// The region's own plan; nil: every number goes the full way, but for extensions and empty texts.
    private let own: Plan?

    init(region: String) {
        own = Self.plans.first { $0.region == region && $0.writesLeadingZero }
    }

    /// What the text is; nil where libphonenumber has to say.
    func party(_ text: Span<UInt8>) -> Party? {
        guard text.count > 0 else { return .anonymous }
        // The longest form is 00, a country code and a national number.
        guard text.count <= 17 else { return nil }
        let hasPlus = text[0] == ASCII.plus
        var value: UInt64 = 0
        var zeros = 0
        for index in (hasPlus ? 1 : 0)..<text.count {
            guard ASCII.isDigit(text[index]) else { return nil }
            value = value * 10 + UInt64(text[index] - ASCII.zero)
            if value == 0 { zeros += 1 }
        }
        let count = text.count - (hasPlus ? 1 : 0)
        if value == 0, count > 0 { return .anonymous }
        if !hasPlus, count <= 6 { return .internal }
        guard let own else { return nil }
        switch (hasPlus, zeros) {
        case (true, 0): return international(value, count: count)
        case (false, 2): return international(value, count: count - 2)
        case (false, 1): return national(value, count: count - 1, own)
        case (false, 0): return match(value, count: count, own)
        default: return nil
        }
    }

    private func international(_ value: UInt64, count: Int) -> Party? {
        for plan in Self.plans {
            if let party = match(value, count: count, plan) { return party }
        }
        return nil
    }

    private func national(_ value: UInt64, count: Int, _ plan: Plan) -> Party? {
        guard plan.lengths.contains(count) else { return nil }
        return PhoneNumber(digits: plan.countryCode * Self.unit(count) + value).map { .number($0) }
    }

    /// The number, if its digits are the plan's country code and a national number that does not begin with 0.
    private func match(_ value: UInt64, count: Int, _ plan: Plan) -> Party? {
        // Every country code of the plans has two digits.
        let length = count - 2
        guard plan.lengths.contains(length) else { return nil }
        let unit = Self.unit(length)
        guard value / unit == plan.countryCode, value % unit >= unit / 10 else { return nil }
        return PhoneNumber(digits: value).map { .number($0) }
    }

    /// Ten to the power of a plan's length.
    private static func unit(_ length: Int) -> UInt64 {
        switch length {
        case 8: 100_000_000
        case 9: 1_000_000_000
        default: 10_000_000_000
        }
    }
}
