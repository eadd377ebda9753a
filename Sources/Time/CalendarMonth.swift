/// A month of the calendar.
package struct CalendarMonth: Hashable, Comparable, Sendable {
    package let firstDay: CalendarDay

    /// The month that a day is in.
    package init(of day: CalendarDay) {
        firstDay = day.advanced(by: 1 - day.date.day)
    }

    /// Reads `2026-11`; nil for anything else.
    package init?(text: String) {
        guard text.utf8.count == 7, let day = CalendarDay(text: "\(text)-01") else { return nil }
        firstDay = day
    }

    /// Reads what people call a month: `2026-9`, `october`, `okt 2025`, `this month`, `vorige maand`. One without a year is the latest that has
    /// begun.
    ///
    /// - Returns: Nil for anything else.
    package init?(words: [String], on today: CalendarDay) {
        let words = words.flatMap { $0.lowercased().split(separator: " ") }.map(String.init)
        let current = CalendarMonth(of: today)
        switch words {
        case ["this", "month"], ["deze", "maand"]: self = current
        case ["last", "month"], ["previous", "month"], ["vorige", "maand"], ["afgelopen", "maand"]:
            self = current.previous
        default:
            guard let first = words.first, words.count <= 2 else { return nil }
            if let number = Self.number(named: first) {
                let year = words.count == 2 ? CalendarMonth.year(words[1]) : nil
                guard year != nil || words.count == 1 else { return nil }
                let (thisYear, thisMonth, _) = today.date
                self.init(year: year ?? (number <= thisMonth ? thisYear : thisYear - 1), number: number)
            } else {
                let parts = first.split(separator: "-", omittingEmptySubsequences: false)
                guard words.count == 1, parts.count == 2, let year = Self.year(parts[0]),
                    (1...2).contains(parts[1].utf8.count), let number = Int(parts[1])
                else { return nil }
                self.init(year: year, number: number)
            }
        }
    }

    private init?(year: Int, number: Int) {
        guard (1...12).contains(number) else { return nil }
        self.init(text: "\(year)-\(number < 10 ? "0" : "")\(number)")
    }

    /// By its name in English or Dutch, or the first three letters of it.
    private static func number(named word: String) -> Int? {
        guard word.utf8.count >= 3 else { return nil }
        let word = word == "mrt" ? "maart" : word
        return Language.allCases.lazy.compactMap { language in
            CalendarDay.monthNames(language).firstIndex { name in
                let name = name.lowercased()
                return name == word || name.prefix(3) == word
            }.map { $0 + 1 }
        }.first
    }

    private static func year(_ text: some StringProtocol) -> Int? {
        text.utf8.count == 4 && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }

    package var next: CalendarMonth { CalendarMonth(of: firstDay.advanced(by: 31)) }
    package var previous: CalendarMonth { CalendarMonth(of: firstDay.advanced(by: -1)) }

    /// From the midnight with which it begins to that of the next month; nil beyond the years that majord knows.
    package func interval(_ clock: ServiceClock) -> Interval? {
        Interval(from: clock.instant(firstDay, .startOfDay), until: clock.instant(next.firstDay, .startOfDay))
    }

    package static func < (one: CalendarMonth, other: CalendarMonth) -> Bool { one.firstDay < other.firstDay }
}

extension CalendarMonth: CustomStringConvertible {
    /// `2026-11`
    package var description: String { String(firstDay.description.prefix(7)) }
}
