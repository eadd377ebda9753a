/// A day, a time, or both, as a person says it; what it means is for a ``MomentReader`` to tell.
package struct Moment: Equatable, Sendable {
    package enum Day: Equatable, Sendable {
        /// So many days from today: `tomorrow` is 1.
        case fromToday(Int)
        case weekday(Weekday)
        case date(day: Int, month: Int, year: Int?)

        /// Whether one of several days must be chosen.
        package var isChosen: Bool {
            switch self {
            case .weekday, .date(_, _, nil): true
            case .fromToday, .date: false
            }
        }
    }

    package var day: Day?
    package var time: LocalTime?
    /// Given as RFC 3339, which needs no clock.
    package var exact: Instant?
    /// As it was typed, for messages.
    package var text: String
}

extension Moment {
    /// Reads moments from words, each of which may hold several: a time belongs to the day before it.
    package static func read(_ words: [String]) throws(MomentError) -> [Moment] {
        var moments: [Moment] = []
        for word in words {
            let parts = word.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
            // A script whose variable is empty must not get a shorter leave than it meant.
            guard !parts.isEmpty else { throw .missing }
            for part in parts { try append(part, to: &moments) }
        }
        guard !moments.isEmpty else { throw .missing }
        return moments
    }

    private static func append(_ word: String, to moments: inout [Moment]) throws(MomentError) {
        if let exact = LocalDateTime(rfc3339: word.uppercased()) {
            moments.append(Moment(exact: exact.instant, text: word))
        } else if let time = time(word) {
            if let last = moments.last, last.day != nil, last.time == nil {
                moments[moments.count - 1].time = time
                moments[moments.count - 1].text += " \(word)"
            } else {
                moments.append(Moment(time: time, text: word))
            }
        } else if let day = MomentWords.days[word] ?? date(word) {
            moments.append(Moment(day: day, text: word))
        } else {
            throw .unreadable(word)
        }
    }

    private static func time(_ word: String) -> LocalTime? {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            let hour = Self.number(parts[0]), let minute = Self.number(parts[1])
        else { return nil }
        return LocalTime(hour: hour, minute: minute)
    }

    private static func date(_ word: String) -> Day? {
        let parts = word.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "/" })
        let numbers = parts.compactMap(Self.number)
        guard numbers.count == parts.count else { return nil }
        switch (numbers.count, parts.first?.count) {
        case (2, 1), (2, 2): return .date(day: numbers[0], month: numbers[1], year: nil)
        case (3, 4): return .date(day: numbers[2], month: numbers[1], year: numbers[0])
        case (3, 1) where parts[2].count == 4, (3, 2) where parts[2].count == 4:
            return .date(day: numbers[0], month: numbers[1], year: numbers[2])
        default: return nil
        }
    }

    private static func number(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.count <= 4, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return Int(text)
    }
}
