/// Reads days and times as people type them, in English and Dutch: `monday 09:00`, `friday from 9 to 12`, `24 december t/m 4 januari`.
///
/// A time belongs to the day before it. What stands behind `to`, `through` or `t/m` is the end and is included; behind `until` or `tot` a
/// day is the one on which somebody is back.
struct MomentParser {
    private var words: ArraySlice<String>
    private var moments: [Moment] = []
    /// Whether the next day or time begins a moment of its own.
    private var isEnd = false
    /// Whether that is the one on which somebody is back.
    private var isReturn = false
    /// Whether a number alone is an hour here.
    private var takesHour = false
    /// Whether a day or a time is to follow.
    private var isOpen = false

    /// - Parameter words: In small letters.
    init(_ words: [String]) {
        self.words = words[...]
    }

    mutating func read() throws(MomentError) -> [Moment] {
        while let word = words.popFirst() {
            try take(word)
        }
        // A script whose variable is empty must not get a shorter leave than it meant.
        guard !moments.isEmpty, !isOpen else { throw .missing }
        return moments
    }

    private mutating func take(_ word: String) throws(MomentError) {
        if let exact = LocalDateTime(rfc3339: word.uppercased()) {
            append(Moment(exact: exact.instant, text: word))
        } else if let link = link(word) {
            isEnd = isEnd || link != .plain
            isReturn = isReturn || link == .until
            takesHour = true
            isOpen = word != "uur"
            return
        } else if let day = day(word) {
            append(Moment(day: day.day, text: day.text))
            takesHour = true
        } else if word == "morgen", let last = moments.last, last.takesTime, !isEnd, last.day?.isToday == false {
            note(.morning, word)
        } else if let part = MomentWords.parts[word] {
            note(part, word)
        } else if let (day, part) = MomentWords.dayParts[word] {
            append(Moment(day: .fromToday(day), text: word))
            note(part, word)
        } else if let (day, part) = Self.weekdayPart(word) {
            append(Moment(day: day, text: word))
            note(part, word)
        } else if let time = time(word) {
            note(time, word)
            takesHour = true
        } else if let day = MomentWords.days[word] ?? Self.date(word) {
            append(Moment(day: day, text: word))
            takesHour = true
        } else {
            throw .unreadable(word)
        }
        isOpen = false
    }

    /// A word that says how what follows belongs to what was before.
    private mutating func link(_ word: String) -> MomentWords.Link? {
        if word == "tot", words.prefix(2) == ["en", "met"] {
            words = words.dropFirst(2)
            return .through
        }
        return MomentWords.links[word]
    }

    /// A day of several words.
    private mutating func day(_ word: String) -> (day: Moment.Day, text: String)? {
        if MomentWords.next.contains(word), let day = nextDay(word) { return day }
        if MomentWords.coming.contains(word), let day = words.first.flatMap({ MomentWords.days[$0] }),
            let name = words.popFirst()
        {
            return (day, "\(word) \(name)")
        }
        if word == "in" || word == "over", let count = words.first.flatMap({ Int($0) }), (1...999).contains(count),
            let length = words.dropFirst().first.flatMap({ MomentWords.lengths[$0] })
        {
            let text = "\(word) \(words.prefix(2).joined(separator: " "))"
            words = words.dropFirst(2)
            return (.fromToday(count * length), text)
        }
        return date(word)
    }

    /// `next friday`, `next week friday`, `volgende week`
    private mutating func nextDay(_ word: String) -> (day: Moment.Day, text: String)? {
        let isWeek = words.first == "week"
        let name = isWeek ? words.dropFirst().first : words.first
        if case .weekday(let weekday) = name.flatMap({ MomentWords.days[$0] }), let name {
            words = words.dropFirst(isWeek ? 2 : 1)
            return (.nextWeek(weekday), isWeek ? "\(word) week \(name)" : "\(word) \(name)")
        }
        guard isWeek else { return nil }
        words = words.dropFirst()
        let text = "\(word) week"
        if let last = moments.last, case .weekday(let weekday) = last.day, last.time == nil, !isEnd {
            // `friday next week`: the day was named before.
            moments.removeLast()
            return (.nextWeek(weekday), "\(last.text) \(text)")
        }
        if moments.isEmpty, words.isEmpty { moments.append(Moment(day: .nextWeek(.monday), text: text)) }
        return (.nextWeek(moments.isEmpty ? .monday : .sunday), text)
    }

    /// `24 dec`, `24 december 2026`, `december 24`, and `24` before `t/m 26 december`
    private mutating func date(_ word: String) -> (day: Moment.Day, text: String)? {
        let (number, month): (Int, Int)
        var text = word
        if let day = Self.dayNumber(word), let named = words.first.flatMap({ MomentWords.months[$0] }) {
            (number, month) = (day, named)
            text += " \(words.removeFirst())"
        } else if let named = MomentWords.months[word], let day = words.first.flatMap(Self.dayNumber) {
            (number, month) = (day, named)
            text += " \(words.removeFirst())"
        } else if let day = Self.dayNumber(word), words.count >= 3,
            words.first.flatMap({ MomentWords.links[$0] }) == .through,
            words.dropFirst().first.flatMap(Self.dayNumber) != nil,
            let named = words.dropFirst(2).first.flatMap({ MomentWords.months[$0] })
        {
            return (.date(day: day, month: named, year: nil), word)
        } else {
            return nil
        }
        guard let year = words.first.flatMap({ $0.count == 4 ? Self.number($0[...]) : nil }) else {
            return (.date(day: number, month: month, year: nil), text)
        }
        text += " \(words.removeFirst())"
        return (.date(day: number, month: month, year: year), text)
    }

    private mutating func append(_ moment: Moment) {
        var moment = moment
        (moment.isEnd, moment.isReturn) = (isEnd, isReturn)
        moments.append(moment)
        (isEnd, isReturn) = (false, false)
    }

    private mutating func note(_ time: LocalTime, _ word: String) {
        if !isEnd, let last = moments.last, last.takesTime {
            moments[moments.count - 1].time = time
            moments[moments.count - 1].text += " \(word)"
        } else {
            append(Moment(time: time, text: word))
        }
    }

    private mutating func note(_ part: Moment.Part, _ word: String) {
        let isNamed = moments.last?.text == word
        note(part.start, word)
        moments[moments.count - 1].part = part
        if isNamed { moments[moments.count - 1].text = word }
    }

    /// `vrijdagmiddag`
    private static func weekdayPart(_ word: String) -> (day: Moment.Day, part: Moment.Part)? {
        for (name, part) in MomentWords.parts where word.hasSuffix(name) {
            if let day = MomentWords.days[String(word.dropLast(name.count))], !day.isToday { return (day, part) }
        }
        return nil
    }

    /// `9:00`, `09.00`, and `9` where an hour is expected.
    private func time(_ word: String) -> LocalTime? {
        if word == "noon" { return LocalTime(hour: 12, minute: 0) }
        if takesHour, word.count <= 2, let hour = Self.number(word[...]) { return LocalTime(hour: hour, minute: 0) }
        let parts = word.split(omittingEmptySubsequences: false, whereSeparator: { $0 == ":" || $0 == "." })
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            let hour = Self.number(parts[0]), let minute = Self.number(parts[1])
        else { return nil }
        return LocalTime(hour: hour, minute: minute)
    }

    private static func date(_ word: String) -> Moment.Day? {
        let parts = word.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "/" })
        let numbers = parts.compactMap(number)
        guard numbers.count == parts.count else { return nil }
        switch (numbers.count, parts.first?.count) {
        case (2, 1), (2, 2): return .date(day: numbers[0], month: numbers[1], year: nil)
        case (3, 4): return .date(day: numbers[2], month: numbers[1], year: numbers[0])
        case (3, 1) where parts[2].count == 4, (3, 2) where parts[2].count == 4:
            return .date(day: numbers[0], month: numbers[1], year: numbers[2])
        default: return nil
        }
    }

    private static func dayNumber(_ word: String) -> Int? {
        number(word[...]).flatMap { (1...31).contains($0) && word.count <= 2 ? $0 : nil }
    }

    private static func number(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.count <= 4, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return Int(text)
    }
}
