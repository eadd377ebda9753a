// Lengths of time, and what lies so far from now.
extension TokenReader {
    /// `a week on monday`: the one a week after the first.
    mutating func takeWeeksOn() -> Bool {
        guard let count = word(0) == "a" ? 1 : number(at: 0), (1...52).contains(count),
            ["week", "weeks"].contains(word(1)), word(2) == "on", let day = word(3).flatMap({ MomentWords.days[$0] })
        else { return false }
        take(4, [.day(.weeksAfter(count, day))])
        return true
    }

    /// `+2h`, `+1u30`, `+3 days`, `+1w`: so much longer, or later.
    mutating func takeLengthAhead() -> Bool {
        guard let first = word(0), first.hasPrefix("+") else { return false }
        let written = String(first.dropFirst())
        if let length = PauseLength(written) {
            take(1, [.length(.minutes(length.seconds / 60))])
            return true
        }
        if let unit = word(1), let length = PauseLength(written + unit) {
            take(2, [.length(.minutes(length.seconds / 60))])
            return true
        }
        let digits = written.prefix { $0.isASCII && $0.isNumber }
        let own = written.dropFirst(digits.count)
        guard digits.count <= 3, let count = Self.number(digits), count > 0 else { return false }
        let letters: [Substring: TimeSpan] = ["d": .days(1), "w": .days(7)]
        let unit =
            own.isEmpty ? word(1).flatMap { MomentWords.units[$0] } : letters[own] ?? MomentWords.units[String(own)]
        guard let unit else { return false }
        take(own.isEmpty ? 2 : 1, [.length(unit.times(count))])
        return true
    }

    /// `in 2 weeks`, `for 3 days`, `2 hours ago`, `3 dagen`
    mutating func takeSpan() -> Bool {
        guard let first = word(0) else { return false }
        if first == "in" || first == "over", let (span, count) = span(at: 1, hours: true) {
            if case .days(let days) = span, days % 7 == 0, case .day(.weekday(let weekday)) = tokens.last?.kind {
                // `vrijdag over 2 weken`
                takeWithLast(1 + count, .day(.weeksAfter(days / 7, weekday)))
            } else {
                take(1 + count, [Self.fromNow(span)])
            }
            return true
        }
        if MomentWords.last.contains(first), let (span, count) = span(at: 1, hours: false) {
            take(1 + count, [Self.fromNow(span.negated)])
            return true
        }
        if let (span, count) = span(at: 0, hours: true), word(count).map(MomentWords.ago.contains) == true {
            take(count + 1, [Self.fromNow(span.negated)])
            return true
        }
        let isLasting = MomentWords.lasting.contains(first)
        var start = isLasting ? 1 : 0
        if isLasting, word(start) == "the" || word(start) == "de" { start += 1 }
        if word(start).map({ MomentWords.next.contains($0) || MomentWords.coming.contains($0) }) == true { start += 1 }
        guard let (span, count) = span(at: start, hours: isLasting) else { return false }
        take(start + count, [.length(span)])
        return true
    }

    /// `every 3 weeks`, `om de 3 weken`; nothing comes back otherwise: neither `every 60 weeks` nor `every 3 months`.
    mutating func takeRhythm() throws(MomentError) -> Bool {
        guard let first = word(0) else { return false }
        let start = MomentWords.every.contains(first) ? 1 : first == "om" && word(1) == "de" ? 2 : nil
        guard let start else { return false }
        let count = number(at: start)
        let unit = start + (count == nil && !["other", "second", "andere"].contains(word(start)) ? 0 : 1)
        guard let span = word(unit).flatMap({ MomentWords.units[$0] }) else { return false }
        guard let weeks = count else {
            // `every month`; `every day` and `every week` are phrases.
            if case .days = span { return false }
            throw .rhythm(words.prefix(unit + 1).joined(separator: " "))
        }
        guard span == .days(7), (1...52).contains(weeks) else {
            throw .rhythm(words.prefix(unit + 1).joined(separator: " "))
        }
        take(start + 2, [.every(weeks: weeks)])
        return true
    }

    private static func fromNow(_ span: TimeSpan) -> Token.Kind {
        switch span {
        case .days(let days): .day(.fromToday(days))
        case .months(let months): .day(.monthsFromToday(months))
        case .minutes(let minutes): .ahead(minutes: minutes)
        }
    }

    /// - Parameter hours: Whether `2 uur` is a length here, and no time of a day.
    /// - Returns: The length, and how many words it has.
    private func span(at offset: Int, hours: Bool) -> (TimeSpan, Int)? {
        for (phrase, minutes) in Self.parts where words.dropFirst(offset).starts(with: phrase) {
            return (.minutes(minutes), phrase.count)
        }
        // `1,5 uur`, `1.5h`
        if let number = word(offset), number.contains(where: { $0 == "," || $0 == "." }) {
            if let length = PauseLength(number) { return (.minutes(length.seconds / 60), 1) }
            if let unit = word(offset + 1), let length = PauseLength(number + unit) {
                return (.minutes(length.seconds / 60), 2)
            }
        }
        let article = ["a", "an"].contains(word(offset)) ? 1 : nil
        guard let count = article ?? number(at: offset), count > 0, let unit = word(offset + 1) else { return nil }
        if hours, MomentWords.hourUnits.contains(unit) { return (.minutes(count * 60), 2) }
        return MomentWords.units[unit].map { ($0.times(count), 2) }
    }

    private static let parts: [([String], Int)] = [
        (["half", "an", "hour"], 30), (["een", "half", "uur"], 30), (["half", "uur"], 30), (["een", "kwartier"], 15),
        (["kwartier"], 15), (["anderhalf", "uur"], 90), (["an", "hour", "and", "a", "half"], 90),
    ]

    /// A number of at most three digits, or its word.
    func number(at offset: Int) -> Int? {
        guard let word = word(offset) else { return nil }
        return MomentWords.numbers[word] ?? (word.count <= 3 ? Self.number(word[...]) : nil)
    }

    static func number(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.count <= 4, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return Int(text)
    }
}
