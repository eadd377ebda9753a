import Time

/// A date, or a date with a time, as a calendar writes it (RFC 5545, sections 3.3.4 and 3.3.5).
enum DateValue: Equatable {
    /// Days since 1970-01-01.
    case day(Int)
    /// Seconds since 1970-01-01T00:00:00 on a wall clock that the value does not name.
    case local(Int)
    /// Seconds since 1970, UTC.
    case utc(Int)

    /// `20270426`, `20270426T130000` or `20270426T110000Z`, of the years 1 to 9999; nil for anything else.
    init?(_ text: some StringProtocol) {
        var bytes = Array(text.utf8.filter { $0 != UInt8(ascii: " ") })
        guard bytes.count >= 8, let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[4..<6]),
            let day = Self.number(bytes[6..<8]),
            let days = CalendarDay.daysSince1970(year: year, month: month, day: day)
        else { return nil }
        if bytes.count == 8 {
            self = .day(days)
            return
        }
        let isUTC = bytes.last == UInt8(ascii: "Z") || bytes.last == UInt8(ascii: "z")
        if isUTC { bytes.removeLast() }
        guard bytes.count == 15, bytes[8] == UInt8(ascii: "T") || bytes[8] == UInt8(ascii: "t"),
            let hour = Self.number(bytes[9..<11]), let minute = Self.number(bytes[11..<13]),
            let second = Self.number(bytes[13..<15]), minute < 60, second <= 60,
            hour < 24 || (hour == 24 && minute == 0 && second == 0)
        else { return nil }
        // A leap second is taken for the one before it (section 3.3.12).
        let seconds = days * 86_400 + hour * 3_600 + minute * 60 + min(second, 59)
        self = isUTC ? .utc(seconds) : .local(seconds)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for digit in digits {
            guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
            number = number * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return number
    }
}

/// A length as a calendar writes it: `P1D`, `PT90M`, `P2W`, `-PT15M` (RFC 5545, section 3.3.6).
struct CalendarDuration: Equatable {
    /// Days of the calendar, weeks included.
    var days = 0
    /// Exact seconds besides.
    var seconds = 0

    /// Nil where it is no duration.
    init?(_ text: some StringProtocol) {
        var rest = text.utf8.filter { $0 != UInt8(ascii: " ") }[...]
        var sign = 1
        if let first = rest.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
            sign = first == UInt8(ascii: "-") ? -1 : 1
            rest = rest.dropFirst()
        }
        guard rest.popFirst() == UInt8(ascii: "P") else { return nil }
        var hasTime = false
        var parts = 0
        while let first = rest.first {
            if first == UInt8(ascii: "T"), !hasTime {
                hasTime = true
                rest = rest.dropFirst()
                continue
            }
            let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard (1...9).contains(digits.count), let number = Int(String(decoding: digits, as: UTF8.self)) else {
                return nil
            }
            rest = rest.dropFirst(digits.count)
            parts += 1
            switch (rest.popFirst(), hasTime) {
            case (UInt8(ascii: "W"), false): days += number * 7
            case (UInt8(ascii: "D"), false): days += number
            case (UInt8(ascii: "H"), true): seconds += number * 3_600
            case (UInt8(ascii: "M"), true): seconds += number * 60
            case (UInt8(ascii: "S"), true): seconds += number
            default: return nil
            }
            guard parts <= 5 else { return nil }
        }
        guard parts > 0 else { return nil }
        days *= sign
        seconds *= sign
    }

    init(days: Int = 0, seconds: Int = 0) {
        self.days = days
        self.seconds = seconds
    }

    /// How many days of the calendar an all-day event takes with it.
    var wholeDays: Int { days + (seconds + 86_399) / 86_400 }
}
