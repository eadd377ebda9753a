/// The words that stand for a day, in every language: no word of one means another day in the other.
enum MomentWords {
    static let days: [String: Moment.Day] = {
        var days: [String: Moment.Day] = [
            "yesterday": .fromToday(-1), "today": .fromToday(0), "tomorrow": .fromToday(1),
            "gisteren": .fromToday(-1), "vandaag": .fromToday(0), "morgen": .fromToday(1),
            "overmorgen": .fromToday(2),
        ]
        for language in Language.allCases {
            for weekday in Weekday.allCases {
                let name = weekday.name(in: language).lowercased()
                days[name] = .weekday(weekday)
                days[String(name.prefix(Weekday.shortLength(language)))] = .weekday(weekday)
            }
        }
        return days
    }()
}
