/// A length of time as a person writes it: `45m`, `2h`, `1h30m`, `1u`, `1u30`, `1 uur`.
package struct PauseLength: Equatable, Sendable {
    package let seconds: Int

    /// Hours and minutes, at most 9999 of each; nil for anything else, a number without a unit included.
    package init?(_ text: String) {
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

    private enum Unit: Int { case hour = 3_600, minute = 60 }

    /// The longest ones first.
    private static let names: [(String, Unit)] = [
        ("minutes", .minute), ("minuten", .minute), ("minuut", .minute), ("minute", .minute), ("min", .minute),
        ("m", .minute), ("hours", .hour), ("hour", .hour), ("uren", .hour), ("uur", .hour), ("u", .hour), ("h", .hour),
    ]
}
