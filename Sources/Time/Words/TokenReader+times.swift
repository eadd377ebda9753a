// Times of a day.
extension TokenReader {
    /// `half tien`, `kwart over 9`, `quarter to ten`
    mutating func takeSpokenTime() throws(MomentError) -> Bool {
        guard let first = word(0) else { return false }
        if first == "half" {
            let isPast = word(1) == "past"
            guard let hour = number(at: isPast ? 2 : 1), (1...12).contains(hour), let name = word(1) else {
                return false
            }
            if isPast { return take(3, hour, 30) }
            guard let before = Self.time(hour, -30), let after = Self.time(hour, 30) else { return false }
            // In Dutch it is the half hour before, in English the one after.
            guard MomentWords.dutchNumbers.contains(name) else { throw .ambiguous("half \(name)", before, after) }
            return take(2, hour, -30)
        }
        guard first == "kwart" || first == "quarter", let hour = number(at: 2), (1...12).contains(hour) else {
            return false
        }
        switch word(1) {
        case "over", "past": return take(3, hour, 15)
        case "voor", "to": return take(3, hour, -15)
        default: return false
        }
    }

    /// `9:00`, `09.00`, `9u30`, `9am`, `9 uur`, `09:00-12:00`, and `9`, which is an hour where one can stand.
    mutating func takeTime() -> Bool {
        guard let first = word(0) else { return false }
        if let (time, seconds) = Self.precise(first[...]) {
            take(1, [seconds == 0 ? .time(time) : .precise(time, seconds: seconds)])
            return true
        }
        let ends = first.split(whereSeparator: { $0 == "-" || $0 == "–" })
        if ends.count == 2, first.count == ends[0].count + ends[1].count + 1 {
            let isHours = word(1).map(MomentWords.hourUnits.contains) == true
            guard let from = clock(ends[0]) ?? (isHours ? hour(ends[0]) : nil),
                let until = clock(ends[1]) ?? (isHours ? hour(ends[1]) : nil)
            else { return false }
            append(.time(from), String(ends[0]))
            append(.link(.through), first)
            take(isHours ? 2 : 1, [.time(until)])
            return true
        }
        if let half = word(1).flatMap(Self.half), let time = hour(first[...]) ?? clock(first[...]),
            let noted = Self.time(time, half)
        {
            take(2, [.time(noted)])
            return true
        }
        let isHour = word(1).map(MomentWords.hourUnits.contains) == true
        if let time = clock(first[...]) {
            take(isHour ? 2 : 1, [.time(time)])
        } else if let time = hour(first[...]) {
            take(isHour ? 2 : 1, [isHour ? .time(time) : .hour(time)])
        } else if let number = MomentWords.numbers[first], let time = LocalTime(hour: number, minute: 0) {
            take(isHour ? 2 : 1, [isHour ? .time(time) : .hour(time)])
        } else {
            return false
        }
        return true
    }

    private mutating func take(_ count: Int, _ hour: Int, _ minutes: Int) -> Bool {
        guard let time = Self.time(hour, minutes) else { return false }
        take(count, [.time(time)])
        return true
    }

    /// So many minutes after a full hour of 1 to 12; before one o'clock it is after twelve.
    private static func time(_ hour: Int, _ minutes: Int) -> LocalTime? {
        let all = hour * 60 + minutes
        let shown = all < 60 ? all + 720 : all
        return LocalTime(hour: shown / 60, minute: shown % 60)
    }

    private func hour(_ text: Substring) -> LocalTime? {
        text.count <= 2 ? Self.number(text).flatMap { LocalTime(hour: $0, minute: 0) } : nil
    }

    /// `09:00:30`
    static func precise(_ text: Substring) -> (LocalTime, seconds: Int)? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, (1...2).contains(parts[0].count), parts[1].count == 2, parts[2].count == 2,
            let hour = number(parts[0]), let minute = number(parts[1]), let seconds = number(parts[2]), seconds < 60
        else { return nil }
        return LocalTime(hour: hour, minute: minute).map { ($0, seconds) }
    }

    /// A time that can be nothing else.
    func clock(_ text: Substring) -> LocalTime? {
        for half in ["am", "pm"] where text.hasSuffix(half) {
            let rest = text.dropLast(2)
            return (hour(rest) ?? clock(rest)).flatMap { Self.time($0, half) }
        }
        for separator in [":", ".", "u", "h"] as [Character] {
            let parts = text.split(separator: separator, omittingEmptySubsequences: false)
            guard parts.count == 2, (1...2).contains(parts[0].count), let hour = Self.number(parts[0]) else { continue }
            if parts[1].isEmpty, separator.isLetter { return LocalTime(hour: hour, minute: 0) }
            guard parts[1].count == 2, let minute = Self.number(parts[1]) else { return nil }
            return LocalTime(hour: hour, minute: minute)
        }
        return nil
    }

    /// `am` or `pm` in one of the ways in which they are written.
    private static func half(_ word: String) -> String? {
        switch word {
        case "am", "a.m": "am"
        case "pm", "p.m": "pm"
        default: nil
        }
    }

    private static func time(_ time: LocalTime, _ half: String) -> LocalTime? {
        let (hour, minute) = (time.minutes / 60, time.minutes % 60)
        guard (1...12).contains(hour) else { return nil }
        return LocalTime(hour: hour % 12 + (half == "pm" ? 12 : 0), minute: minute)
    }
}
