/// The fields of a form, or of an address behind its `?` (application/x-www-form-urlencoded).
package struct Form: Sendable, Equatable {
    /// How long a field may be, in bytes; notes of majord are shorter.
    package static let longestField = 4_096
    package static let mostFields = 64

    private let fields: [String: String]

    /// Nil where it is no such text: broken escapes, bytes that are no UTF-8, a field twice, too many or too long ones.
    package init?(_ text: some StringProtocol) {
        var fields: [String: String] = [:]
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]), let value = Self.decoded(parts.count > 1 ? parts[1] : "") else {
                return nil
            }
            guard fields.updateValue(value, forKey: name) == nil, fields.count <= Self.mostFields else { return nil }
        }
        self.fields = fields
    }

    /// What can be read of a text that is not taken, such as one with a field that is too long: what cannot be is left out, and of a field that comes
    /// twice the first counts.
    package init(readable text: some StringProtocol) {
        var fields: [String: String] = [:]
        for pair in text.split(separator: "&").prefix(Self.mostFields) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]),
                let value = Self.decoded(parts.count > 1 ? parts[1] : "", longest: .max), fields[name] == nil
            else { continue }
            fields[name] = value
        }
        self.fields = fields
    }

    /// The names of its fields, in their order.
    package var names: [String] { fields.keys.sorted() }

    /// Whether a field is longer than one may be.
    package var isTooLong: Bool { fields.values.contains { $0.utf8.count > Self.longestField } }

    /// A field without blanks around it; nil where it is missing or empty.
    package subscript(name: String) -> String? {
        guard let value = fields[name] else { return nil }
        let trimmed = value.drop { $0.isWhitespace }
        let end = trimmed.lastIndex { !$0.isWhitespace }.map(trimmed.index(after:)) ?? trimmed.startIndex
        return end == trimmed.startIndex ? nil : String(trimmed[..<end])
    }

    package func has(_ name: String) -> Bool { fields[name] != nil }

    private static func decoded(_ text: some StringProtocol, longest: Int = longestField) -> String? {
        guard text.utf8.count / 3 <= longest else { return nil }
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(hexadecimal), let low = rest.popFirst().flatMap(hexadecimal)
                else { return nil }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        guard bytes.count <= longest, !bytes.contains(0) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        Character(UnicodeScalar(byte)).hexDigitValue.flatMap { UInt8(exactly: $0) }
    }
}
