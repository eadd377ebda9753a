import CPhoneNumber
import Routing

extension NumberReader {
    /// The full way: reads a number without wrapper in any form, with libphonenumber.
    func fullParty(_ number: [UInt8]) -> Party {
        if number.isEmpty || HiddenNumber.isHidden(number) { return .anonymous }
        if number.count <= 6, number.allSatisfy(ASCII.isDigit) { return .internal }
        return fullNumber(number).map { .number($0) } ?? .unknown
    }

    /// The number that a text without wrapper is, by the rules of the region.
    ///
    /// A number outside the ranges that libphonenumber knows is taken when its form leaves no doubt (a plus, 00, the national 0 or the
    /// region's own country code) and its length is possible: ranges are given out faster than libraries are updated. Bare digits of
    /// a foreign number (from a trunk that drops the plus) must be valid.
    func fullNumber(_ number: [UInt8]) -> PhoneNumber? {
        Digits(number).flatMap(fullNumber)
    }

    func fullNumber(_ written: Digits) -> PhoneNumber? {
        if written.hasPlus { return accepted(parse(written.text)) }
        if plan.writesLeadingZero {
            if written.text.first == ASCII.zero { return accepted(parse(written.text)) }
            return acceptedBare(parse(written.international))
        }
        // Where national numbers stand bare, a valid one is meant.
        let national = parse(written.text)
        if national.valid { return accepted(national) }
        if let bare = acceptedBare(parse(written.international)) { return bare }
        let isUnmistakable =
            Int(national.country_code) != plan.countryCode
            || (!plan.nationalPrefix.isEmpty && written.text.starts(with: plan.nationalPrefix))
        return isUnmistakable ? accepted(national) : nil
    }

    private func parse(_ text: [UInt8]) -> cpn_number {
        text.withUnsafeBytes { cpn_parse($0.bindMemory(to: CChar.self).baseAddress, $0.count, region) }
    }

    private func accepted(_ number: cpn_number) -> PhoneNumber? {
        number.valid || number.possible ? PhoneNumber(digits: number.digits) : nil
    }

    private func acceptedBare(_ number: cpn_number) -> PhoneNumber? {
        number.valid || Int(number.country_code) == plan.countryCode ? accepted(number) : nil
    }
}
