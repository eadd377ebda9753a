import CPhoneNumber
package import Routing

extension NumberReader {
    /// One number as it stands in the directory, such as `06-12345678`.
    package func number(_ text: String) throws(NumberError) -> PhoneNumber {
        try number(try Self.plain(text))
    }

    /// A client's numbers: `+31 50 555 01 00`, `+31 50 555 02 00 - 02 99` or `050 555 1*`.
    package func block(_ text: String) throws(NumberError) -> NumberBlock {
        // Most numbers stand there as trunks write them.
        if case .number(let number) = trunkForms.party(text.utf8Span.span) { return .single(number) }
        let written = try Self.plain(text)
        guard written.count <= 2 * Self.maximumNumberLength + 3 else { throw .tooLong }
        if written.last == UInt8(ascii: "*") { return .prefix(try prefix(written.dropLast())) }
        if let dash = Self.rangeDash(in: written) {
            // A dash with spaces around may also stand inside a single number: 050 - 555 01 00.
            do throws(NumberError) {
                return try range(try number(written[..<dash.lowerBound].trimmed), written[dash.upperBound...])
            } catch .notANumber {}
        }
        return .single(try number(written))
    }

    private static func plain(_ text: String) throws(NumberError) -> ArraySlice<UInt8> {
        guard text.utf8.count <= maximumWrittenLength else { throw .tooLong }
        return Spelling.plain(Array(text.utf8))[...].trimmed
    }

    private func number(_ text: ArraySlice<UInt8>) throws(NumberError) -> PhoneNumber {
        guard text.count <= Self.maximumNumberLength else { throw .tooLong }
        guard let written = Digits(text) else { throw .notANumber }
        switch trunkForms.party(written.text.span) {
        case .number(let number): return number
        // At most six digits are an extension to callers, so they are no number here either.
        case .anonymous, .internal, .unknown: throw .notANumber
        case nil:
            guard let number = fullNumber(written) else { throw .notANumber }
            guard isWhole(number) else { throw .wrongLength }
            return number
        }
    }

    /// The last hyphen or dash between blanks, or en dash.
    private static func rangeDash(in text: ArraySlice<UInt8>) -> Range<Int>? {
        let enDash = Spelling.enDash
        for index in text.indices.reversed() {
            if text[index...].starts(with: enDash) { return index..<index + enDash.count }
            if text[index] == UInt8(ascii: "-"), index > text.startIndex, ASCII.isBlank(text[index - 1]),
                index + 1 == text.endIndex || ASCII.isBlank(text[index + 1])
            {
                return index..<index + 1
            }
        }
        return nil
    }

    private func range(_ first: PhoneNumber, _ end: ArraySlice<UInt8>) throws(NumberError) -> NumberBlock {
        guard end.count <= Self.maximumNumberLength else { throw .tooLong }
        guard let written = Digits(end), !written.digits.isEmpty else { throw .badRangeEnd }
        let length = first.count - nationalStart(of: first)
        let last: PhoneNumber
        if !written.hasPlus, written.digits.count <= length {
            // The end's last digits take the place of the start's.
            var unit: UInt64 = 1
            for _ in written.digits { unit *= 10 }
            guard let value = UInt64(String(decoding: written.digits, as: UTF8.self)),
                let number = PhoneNumber(digits: first.digits / unit * unit + value)
            else { throw .badRangeEnd }
            last = number
        } else {
            guard let number = fullNumber(Array(end)) else { throw .badRangeEnd }
            last = number
        }
        guard last.count == first.count, cpn_country_code(last.digits) == cpn_country_code(first.digits) else {
            throw .badRangeEnd
        }
        guard let range = NumberBlock.DDIRange(first: first, last: last) else { throw .rangeEndsBeforeStart }
        return .range(range)
    }

    /// The digits that all numbers of a prefix begin with. What is no whole number cannot be validated: only the country code is.
    private func prefix(_ text: ArraySlice<UInt8>) throws(NumberError) -> PhoneNumber {
        guard text.count <= Self.maximumNumberLength else { throw .tooLong }
        guard let written = Digits(text) else { throw .badPrefix }
        let bytes = written.digits
        var digits: [UInt8]
        if written.hasPlus {
            digits = Array(bytes)
        } else if bytes.starts(with: [ASCII.zero, ASCII.zero]) {
            digits = Array(bytes.dropFirst(2))
        } else if !plan.nationalPrefix.isEmpty, bytes.starts(with: plan.nationalPrefix) {
            digits = Array("\(plan.countryCode)".utf8) + bytes.dropFirst(plan.nationalPrefix.count)
        } else if plan.writesLeadingZero {
            digits = Array(bytes)
        } else {
            digits = Array("\(plan.countryCode)".utf8) + bytes
        }
        guard var prefix = PhoneNumber(String(decoding: digits, as: UTF8.self)) else { throw .badPrefix }
        var start = nationalStart(of: prefix)
        if Int(cpn_country_code(prefix.digits)) == plan.countryCode, plan.writesLeadingZero, digits.count > start,
            digits[start] == ASCII.zero
        {
            // +31 (0)50 555*
            digits.remove(at: start)
            guard let shorter = PhoneNumber(String(decoding: digits, as: UTF8.self)) else { throw .badPrefix }
            prefix = shorter
            start = nationalStart(of: prefix)
        }
        guard start > 0 else { throw .badPrefix }
        guard prefix.count >= start + 2 else { throw .prefixTooShort }
        return prefix
    }

    /// Whether a number is valid or at least as long as numbers of its region are. A caller's number is taken with fewer digits, too,
    /// for the sake of services; a client's own number with a digit too few or too many is mistyped.
    private func isWhole(_ number: PhoneNumber) -> Bool {
        cpn_is_whole(number.digits)
    }

    /// How many digits the country code has; 0 for a number without one.
    private func nationalStart(of number: PhoneNumber) -> Int {
        let code = cpn_country_code(number.digits)
        return code == 0 ? 0 : code < 10 ? 1 : code < 100 ? 2 : 3
    }
}
