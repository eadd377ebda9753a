import Foundation
import Routing
import ShownText
import Time

extension Value {
    /// A name, title or mark on one line, at most 200 bytes.
    func line() -> String? {
        guard let text = scalar() else { return nil }
        guard !text.isEmpty, text.utf8.count <= 200, !text.hasControl() else {
            error("`\(label)` must be one line of 1 to 200 bytes")
            return nil
        }
        return text
    }

    /// A text of any number of lines, at most 4,000 bytes.
    func lines() -> String? {
        guard let text = scalar() else { return nil }
        guard text.utf8.count <= 4_000, !text.hasControl(exceptNewline: true) else {
            error("`\(label)` must be a text of at most 4000 bytes without control characters")
            return nil
        }
        return text.trimmingCharacters(in: .newlines)
    }

    /// An identifier: 1 to 64 letters, digits, `.`, `_` and `-`, beginning with a letter or a digit, so that it can be typed anywhere.
    func identifier() -> String? {
        guard let text = scalar() else { return nil }
        func isPlain(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"):
                true
            default: false
            }
        }
        let marks: [UInt8] = [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-")]
        guard text.utf8.count <= 64, text.utf8.first.map(isPlain) == true,
            text.utf8.allSatisfy({ isPlain($0) || marks.contains($0) })
        else {
            error("`\(label)` must be 1 to 64 letters, digits, dots, hyphens and underscores, not `\(text.prefix(64))`")
            return nil
        }
        return text
    }

    /// A whole number.
    func integer(in range: ClosedRange<Int>) -> Int? {
        guard let text = scalar() else { return nil }
        guard let number = Int(text), range.contains(number), text.utf8.first != UInt8(ascii: "+") else {
            error(
                "`\(label)` must be a number from \(range.lowerBound) to \(range.upperBound), not `\(text.prefix(64))`")
            return nil
        }
        return number
    }

    /// One of some words.
    func word<Word: RawRepresentable<String> & CaseIterable>(_: Word.Type = Word.self) -> Word? {
        guard let text = scalar() else { return nil }
        guard let word = Word(rawValue: text) else {
            let words = Word.allCases.map { "`\($0.rawValue)`" }
            error("`\(label)` must be \(words.joined(separator: " or ")), not `\(text.prefix(64))`")
            return nil
        }
        return word
    }

    /// Digits that the PBX dials.
    func phone() -> Extension? {
        guard let text = scalar() else { return nil }
        let digits = text.unicodeScalars.filter { !$0.isInvisible && !$0.properties.isWhitespace }
        guard let phone = Extension(String(String.UnicodeScalarView(digits))) else {
            error("`\(label)` must be an extension or number of 1 to 15 digits, not `\(text.prefix(64))`")
            return nil
        }
        return phone
    }

    /// A date, `2026-12-24`.
    func day() -> CalendarDay? {
        guard let text = scalar() else { return nil }
        guard let day = CalendarDay(iso: text) else {
            error("`\(label)` must be a date such as 2026-12-24, not `\(text.prefix(64))`")
            return nil
        }
        return day
    }

    /// `20s`, `45m`, `4h`, `400d` or `2y`.
    func duration(in range: ClosedRange<Milliseconds>) -> Milliseconds? {
        guard let text = scalar() else { return nil }
        guard let duration = Milliseconds(written: text) else {
            error("`\(label)` must be a duration such as 20s, 45m, 4h or 400d, not `\(text.prefix(64))`")
            return nil
        }
        guard range.contains(duration) else {
            error(
                "`\(label)` must be from \(range.lowerBound.written) to \(range.upperBound.written), "
                    + "not `\(text.prefix(64))`")
            return nil
        }
        return duration
    }
}

extension String {
    /// Whether a control character is in it. Nearly every text is printable ASCII, which needs no look at Unicode's properties.
    fileprivate func hasControl(exceptNewline: Bool = false) -> Bool {
        if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return false }
        return unicodeScalars.contains { $0.isControl && !(exceptNewline && $0 == "\n") }
    }
}

extension CalendarDay {
    /// A date as ISO 8601 writes it: four digits, two and two with hyphens between; nil for anything else.
    init?(iso text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2] else { return nil }
        let numbers = parts.compactMap { Int(digits: $0) }
        guard numbers.count == 3 else { return nil }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }
}

extension Milliseconds {
    /// A number and a unit: `20s`, `45m`, `4h`, `400d`, `2y` (of 365 days each); nil for anything else.
    init?(written text: String) {
        guard let unit = text.utf8.last, let count = Int(digits: text.utf8.dropLast()) else { return nil }
        switch unit {
        case UInt8(ascii: "s"): self = .seconds(count)
        case UInt8(ascii: "m"): self = .minutes(count)
        case UInt8(ascii: "h"): self = .hours(count)
        case UInt8(ascii: "d"): self = .days(count)
        case UInt8(ascii: "y") where count < 1_000: self = .days(count * 365)
        default: return nil
        }
    }

    /// The shortest form that `init(written:)` reads, of whole seconds.
    var written: String {
        for (unit, length) in [("d", Int64(86_400)), ("h", 3_600), ("m", 60)]
        where count > 0 && count % (length * 1_000) == 0 {
            return "\(count / 1_000 / length)\(unit)"
        }
        return "\(count / 1_000)s"
    }
}

extension Int {
    /// The number that 1 to 9 digits are; nil for anything else.
    init?(digits: some Collection<UInt8>) {
        guard (1...9).contains(digits.count) else { return nil }
        var number = 0
        for byte in digits {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        self = number
    }
}
