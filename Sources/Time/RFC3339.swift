extension LocalDateTime {
    /// Reads an instant as the interfaces write it, `2026-12-24T09:00:00+01:00` (RFC 3339, section 5.6); fractions beyond milliseconds
    /// are dropped. Nil for anything else, a missing offset included.
    package init?(rfc3339 text: String) {
        var reader = DigitReader(text)
        guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"),
            let dayOfMonth = reader.number(2), let day = CalendarDay(year: year, month: month, day: dayOfMonth),
            reader.skip("T") || reader.skip("t") || reader.skip(" "),
            let hour = reader.number(2), hour < 24, reader.skip(":"), let minute = reader.number(2), minute < 60,
            reader.skip(":"), let second = reader.number(2), second < 60
        else { return nil }
        var millisecond = 0
        if reader.skip(".") {
            guard let fraction = reader.fraction() else { return nil }
            millisecond = fraction
        }
        var offset = 0
        if !reader.skip("Z"), !reader.skip("z") {
            let isWest = reader.skip("-")
            guard isWest || reader.skip("+"), let hours = reader.number(2), hours < 24, reader.skip(":"),
                let minutes = reader.number(2), minutes < 60
            else { return nil }
            offset = (hours * 60 + minutes) * (isWest ? -60 : 60)
        }
        guard reader.isAtEnd else { return nil }
        self.init(
            day: day, millisecondOfDay: ((hour * 60 + minute) * 60 + second) * 1_000 + millisecond, offset: offset)
    }

    /// The instant at which a clock with this offset shows this.
    package var instant: Instant {
        Instant(
            clamping: Int64(day.daysSince1970) * 86_400_000 + Int64(millisecondOfDay) - Int64(offset) * 1_000)
    }
}

/// Takes fixed numbers of digits from a text.
private struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = text[...].utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func number(_ count: Int) -> Int? {
        var value = 0
        for _ in 0..<count {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// The milliseconds of a fraction of at least one digit.
    mutating func fraction() -> Int? {
        var milliseconds = 0
        var unit = 100
        guard let first = digit() else { return nil }
        milliseconds = first * unit
        while let next = digit() {
            unit /= 10
            milliseconds += next * unit
        }
        return milliseconds
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == character.value else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func digit() -> Int? {
        guard let byte = rest.first, byte >= 0x30, byte <= 0x39 else { return nil }
        rest = rest.dropFirst()
        return Int(byte - 0x30)
    }
}
