package import Time

/// The name of one decision: unique over restarts of the daemon, and later decisions have greater ones.
package struct DecisionID: Hashable, Comparable, Sendable {
    package let number: UInt64

    package init(number: UInt64) {
        self.number = number
    }

    /// The first that is made at an instant.
    package init(first instant: Instant) {
        self.init(number: UInt64(max(instant.milliseconds, 0)) << 20)
    }

    /// When it was made, as far as it tells: decisions of one millisecond count on.
    package var instant: Instant { Instant(clamping: Int64(clamping: number >> 20)) }

    /// Reads what `description` wrote; nil for anything else.
    package init?(_ text: String) {
        guard text.utf8.count == 13 else { return nil }
        var number: UInt64 = 0
        for letter in text.utf8 {
            guard let digit = Self.alphabet.firstIndex(of: letter), number.leadingZeroBitCount >= 5 else { return nil }
            number = number << 5 | UInt64(digit)
        }
        self.number = number
    }

    /// Crockford's base 32.
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    package static func < (one: DecisionID, other: DecisionID) -> Bool {
        one.number < other.number
    }
}

extension DecisionID {
    /// How many letters its description has.
    package static let length = 13

    /// A letter of its description.
    package subscript(place: Int) -> UInt8 {
        let digit = UInt8(truncatingIfNeeded: number >> UInt64(60 &- 5 &* place)) & 31
        guard digit >= 10 else { return 0x30 &+ digit }
        // There is no i, l, o and u.
        let letter = 0x61 &+ (digit &- 10)
        let left = (digit >= 18 ? 1 : 0) &+ (digit >= 20 ? 1 : 0) &+ (digit >= 22 ? 1 : 0) &+ (digit >= 27 ? 1 : 0)
        return letter &+ UInt8(left)
    }
}

extension DecisionID: CustomStringConvertible {
    /// Thirteen digits and small letters without i, l, o and u (Crockford's base 32), such as `0dhk3v0q80001`.
    package var description: String {
        String(unsafeUninitializedCapacity: Self.length) { text in
            for place in 0..<Self.length { text[place] = self[place] }
            return Self.length
        }
    }
}

/// A call with its decision, as the PBX is told: a number and a reference, since it is passed on and remembered.
package struct RoutedCall: Sendable {
    package let id: DecisionID
    package let decision: Decision.Answer

    package init(id: DecisionID, decision: Decision.Answer) {
        self.id = id
        self.decision = decision
    }
}

/// Why a request was not looked at.
package enum RouteRefusal: Error, Equatable, Sendable {
    /// A number of more than 32 bytes, which is refused before any reading.
    case callerTooLong, calledTooLong
}
