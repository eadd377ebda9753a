/// A length of time as a person writes it: `45m`, `2h`, `1h30m`, `1u`, `1u30`, `1 uur`, `1,5 uur`.
package struct PauseLength: Equatable, Sendable {
    package let seconds: Int

    /// Hours and minutes, at most 9999 of each; nil for anything else, a number without a unit included.
    package init?(_ text: String) {
        if let minutes = Self.decimalHours(text.lowercased()) {
            seconds = minutes * 60
            return
        }
        var total = 0
        var digits = ""
        var units: [Unit] = []
        var rest = text.lowercased()[...]
        while let character = rest.first {
            if character.isASCII, character.isNumber, digits.count < 4 {
                digits.append(rest.removeFirst())
                continue
            }
            guard let number = Int(digits), let (name, unit) = Self.names.first(where: { rest.hasPrefix($0.0) }),
                units.last.map({ $0 == .hour && unit == .minute }) ?? true
            else { return nil }
            total += number * unit.rawValue
            units.append(unit)
            digits = ""
            rest = rest.dropFirst(name.count)
        }
        if units == [.hour], digits.count == 2, let minutes = Int(digits), minutes < 60 {
            // `1u30`
            total += minutes * 60
        } else if !digits.isEmpty || units.isEmpty {
            return nil
        }
        seconds = total
    }

    /// The minutes of `1,5h`, `0.5u`, `1,25 uur`; nil for what may be hours and minutes, such as `1.30 uur`.
    private static func decimalHours(_ text: String) -> Int? {
        let number = text.prefix { $0.isASCII && $0.isNumber || $0 == "," || $0 == "." }
        let unit = text.dropFirst(number.count).drop { $0 == " " }
        let parts = number.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard names.contains(where: { $0.0 == unit && $0.1 == .hour }), parts.count == 2,
            (1...2).contains(parts[0].count), let hours = Int(parts[0])
        else { return nil }
        if parts[1].count == 1 { return Int(parts[1]).map { hours * 60 + $0 * 6 } }
        guard number.contains(","), let quarters = ["25": 1, "50": 2, "75": 3][String(parts[1])] else { return nil }
        return hours * 60 + quarters * 15
    }

    private enum Unit: Int { case hour = 3_600, minute = 60 }

    /// The longest ones first.
    private static let names: [(String, Unit)] = [
        ("minutes", .minute), ("minuten", .minute), ("minuut", .minute), ("minute", .minute), ("min", .minute),
        ("m", .minute), ("hours", .hour), ("hour", .hour), ("uren", .hour), ("uur", .hour), ("u", .hour), ("h", .hour),
    ]
}
