// Days and dates.
extension TokenReader {
    /// `next friday`, `next week friday`, `friday next week`, `komende maandag`, `last monday`
    mutating func takeNamedDay() -> Bool {
        guard let first = word(0), let second = word(1) else { return false }
        if first == "week" || first == "wk", second.count <= 2, let number = Self.number(second[...]),
            word(2).map(MomentWords.hourUnits.contains) != true
        {
            let year = year(at: 2)
            take(year == nil ? 2 : 3, [.day(.calendarWeek(number, year: year))])
            return true
        }
        let weeks = [(MomentWords.next, 1), (MomentWords.coming, 1), (MomentWords.this, 0), (MomentWords.last, -1)]
        for (names, offset) in weeks {
            if names.contains(first), second == "week", let day = word(2).flatMap({ MomentWords.days[$0] }) {
                take(3, [.day(.week(offset, day))])
                return true
            }
            if let day = MomentWords.days[first], names.contains(second), word(2) == "week" {
                take(3, [.day(.week(offset, day))])
                return true
            }
        }
        guard let day = MomentWords.days[second] else { return false }
        if MomentWords.next.contains(first) {
            take(2, [.day(.week(1, day))])
        } else if MomentWords.this.contains(first) {
            take(2, [.day(.weekday(day))])
        } else if MomentWords.coming.contains(first) {
            take(2, [.day(.coming(day))])
        } else if MomentWords.last.contains(first) {
            take(2, [.day(.previous(day))])
        } else {
            return false
        }
        return true
    }

    /// `24 dec`, `friday 27 november 2026`, `24-12`, `8-9 december`
    mutating func takeDate() -> Bool {
        if let weekday = word(0).flatMap({ MomentWords.days[$0] }) {
            let start = word(1) == "the" || word(1) == "de" ? 2 : 1
            guard let (date, count) = date(at: start) else { return false }
            take(start + count, [.day(.date(day: date.day, month: date.month, year: date.year, weekday))])
            return true
        }
        if let (date, count) = date(at: 0) {
            take(count, [.day(.date(day: date.day, month: date.month, year: date.year))])
            return true
        }
        // `8-9 december`
        guard let parts = word(0)?.split(whereSeparator: { $0 == "-" || $0 == "–" }), parts.count == 2,
            let first = Self.dayNumber(parts[0]), let last = Self.dayNumber(parts[1]),
            let (month, year, count) = month(at: 1)
        else { return false }
        let text = words.prefix(1 + count).joined(separator: " ")
        append(.day(.date(day: first, month: month, year: year)), text)
        append(.link(.through), text)
        take(1 + count, [.day(.date(day: last, month: month, year: year))])
        return true
    }

    typealias Written = (day: Int, month: Int, year: Int?)

    /// - Returns: The date, and how many words it has.
    private func date(at offset: Int) -> (Written, Int)? {
        guard let first = word(offset) else { return nil }
        if let day = Self.dayNumber(first[...]) {
            if let (month, year, count) = month(at: offset + 1) { return ((day, month, year), 1 + count) }
            // `24` before `t/m 26 december`
            guard let count = linkCount(at: offset + 1),
                word(offset + 1 + count).flatMap({ Self.dayNumber($0[...]) }) != nil,
                let (month, year, _) = month(at: offset + 2 + count)
            else { return nil }
            return ((day, month, year), 1)
        }
        if let month = MomentWords.months[first], let day = word(offset + 1).flatMap({ Self.dayNumber($0[...]) }) {
            let year = year(at: offset + 2)
            return ((day, month, year), year == nil ? 2 : 3)
        }
        // `9-12 uur` and `8-9 december` are no dates.
        let following = word(offset + 1) ?? ""
        guard !MomentWords.hourUnits.contains(following), MomentWords.months[following] == nil else { return nil }
        return Self.date(first).map { ($0, 1) }
    }

    /// A month, and the year where it follows.
    private func month(at offset: Int) -> (month: Int, year: Int?, count: Int)? {
        let start = word(offset) == "of" ? offset + 1 : offset
        guard let month = word(start).flatMap({ MomentWords.months[$0] }) else { return nil }
        let year = year(at: start + 1) ?? shortYear(at: start + 1)
        return (month, year, start - offset + (year == nil ? 1 : 2))
    }

    func year(at offset: Int) -> Int? {
        word(offset).flatMap { $0.count == 4 ? Self.number($0[...]) : nil }
    }

    /// `26` behind `30 nov`, where it is neither an hour nor the day of another month; `'26`.
    private func shortYear(at offset: Int) -> Int? {
        guard let word = word(offset) else { return nil }
        let digits = word.hasPrefix("'") ? word.dropFirst() : word[...]
        guard digits.count == 2, let number = Self.number(digits) else { return nil }
        guard digits.count == word.count else { return 2_000 + number }
        return number > 24 && date(at: offset) == nil ? 2_000 + number : nil
    }

    /// How many words a link has behind which a second day follows.
    private func linkCount(at offset: Int) -> Int? {
        [3, 2, 1].first { count in
            guard offset + count <= words.count else { return false }
            let phrase = words.dropFirst(offset).prefix(count).joined(separator: " ")
            return switch MomentWords.phrases[phrase] {
            case [.link(.through)], [.link(.until)], [.link(.also)]: true
            default: false
            }
        }
    }

    /// `24`, `24th`, `24e`
    private static func dayNumber(_ word: Substring) -> Int? {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        let ending = word.dropFirst(digits.count)
        guard digits.count <= 2, ["", "st", "nd", "rd", "th", "e", "ste", "de"].contains(ending) else { return nil }
        return number(digits).flatMap { (1...31).contains($0) ? $0 : nil }
    }

    /// `24-12`, `24/12`, `24-12-2026`, `24.12.2026`, `24-12-26`, `2026-12-24`
    static func date(_ word: String) -> Written? {
        for separator in ["-", "/", "."] as [Character] {
            let parts = word.split(separator: separator, omittingEmptySubsequences: false)
            let numbers = parts.compactMap(number)
            guard parts.count > 1, numbers.count == parts.count else { continue }
            switch (numbers.count, parts[0].count, parts[numbers.count - 1].count) {
            case (2, 1...2, 1...2) where separator != ".": return (numbers[0], numbers[1], nil)
            case (3, 4, 1...2) where separator != ".": return (numbers[2], numbers[1], numbers[0])
            case (3, 1...2, 4), (3, 1...2, 2): return (numbers[0], numbers[1], numbers[2])
            default: return nil
            }
        }
        return nil
    }
}
