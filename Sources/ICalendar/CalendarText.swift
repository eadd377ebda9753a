import Time

/// How a calendar writes values (RFC 5545, section 3.3).
enum CalendarText {
    /// `20270426`; of years that have four digits.
    static func date(_ day: CalendarDay) -> String {
        let (year, month, day) = day.date
        return digits(min(max(year, 0), 9999), 4) + digits(month, 2) + digits(day, 2)
    }

    /// `20270426T110000Z`; fractions of a second are left out.
    static func utc(_ instant: Instant) -> String {
        let local = ServiceClock.utc.local(instant)
        let seconds = local.millisecondOfDay / 1_000
        let time = digits(seconds / 3_600, 2) + digits(seconds / 60 % 60, 2) + digits(seconds % 60, 2)
        return "\(date(local.day))T\(time)Z"
    }

    /// A text as a value: backslashes, semicolons, commas and ends of lines escaped (section 3.3.11); other control characters, which
    /// section 3.1 does not allow, are left out.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",":
                result.append("\\")
                result.append(scalar)
            case "\n" where previous == "\r": break
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": result.append(contentsOf: "\\n".unicodeScalars)
            case "\t": result.append(scalar)
            default: if scalar.properties.generalCategory != .control { result.append(scalar) }
            }
            previous = scalar
        }
        return String(result)
    }

    private static func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(count - text.count, 0)) + text
    }
}
