extension CalendarDay {
    /// The number of the week, 1 to 53, as ISO 8601 counts: it begins on Monday, and the first of a year is the one with its first Thursday.
    package var week: Int {
        let thursday = advanced(by: 3 - weekday.rawValue)
        let newYear = Self.daysSince1970(year: thursday.date.year, month: 1, day: 1) ?? thursday.daysSince1970
        return (thursday.daysSince1970 - newYear) / 7 + 1
    }

    /// The Monday of a week by its number (ISO 8601); nil where that year has no such week.
    package init?(year: Int, week: Int) {
        // The fourth of January is always in week 1.
        guard let fourth = CalendarDay(year: year, month: 1, day: 4) else { return nil }
        let monday = fourth.advanced(by: 7 * (week - 1) - fourth.weekday.rawValue)
        guard monday.week == week else { return nil }
        self = monday
    }

    /// The day with this text, such as `2026-12-24`; nil for anything else.
    package init?(text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
            text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
