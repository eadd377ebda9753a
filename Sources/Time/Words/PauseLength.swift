/// A length of time as a person writes it: `45m`, `2h`, `1h30m`.
package struct PauseLength: Equatable, Sendable {
    package let seconds: Int

    /// Hours and minutes, at most 999 of each; nil for anything else, a number without a unit included.
    package init?(_ text: String) {
        var total = 0
        var digits = ""
        var units: [Character] = []
        for character in text.lowercased() {
            if character.isASCII, character.isNumber, digits.count < 3 {
                digits.append(character)
                continue
            }
            guard let number = Int(digits), !units.contains(character) else { return nil }
            switch character {
            case "h" where units.isEmpty: total += number * 3_600
            case "m": total += number * 60
            default: return nil
            }
            units.append(character)
            digits = ""
        }
        guard digits.isEmpty, !units.isEmpty else { return nil }
        seconds = total
    }
}
