/// The words that stand for a time, in every language: no word of one means another time in the other.
enum MomentWords {
    /// How what follows belongs to what was before.
    enum Link: Equatable {
        /// Says nothing more than that something follows: `from`, `at`.
        case plain
        /// A day follows that belongs to the times before it, or a time: `on`.
        case on
        /// Two ends follow, with `and` between them.
        case between
        case also
        /// The end follows, and is included.
        case through
        /// The end follows; a day is the one on which somebody is back.
        case until
    }

    static let days: [String: Weekday] = {
        var days: [String: Weekday] = [
            "tues": .tuesday, "wednes": .wednesday, "weds": .wednesday, "thur": .thursday, "thurs": .thursday,
            "woe": .wednesday, "don": .thursday, "vrij": .friday, "zat": .saturday, "zon": .sunday,
        ]
        for (language, weekday) in everyWeekday {
            let name = weekday.name(in: language).lowercased()
            days[name] = weekday
            days[String(name.prefix(Weekday.shortLength(language)))] = weekday
        }
        return days
    }()

    static let next: Set<String> = ["next", "volgende"]
    static let this: Set<String> = ["this", "deze"]
    static let coming: Set<String> = ["coming", "komende", "aanstaande"]
    static let last: Set<String> = ["last", "vorige", "afgelopen"]
    static let every: Set<String> = ["every", "each", "elke", "elk", "iedere", "ieder"]
    static let lasting: Set<String> = ["for", "voor", "gedurende"]
    static let ago: Set<String> = ["ago", "geleden"]
    /// Behind an hour.
    static let hourUnits: Set<String> = ["uur", "u", "h", "o'clock", "o’clock"]

    static let units: [String: TimeSpan] = [
        "day": .days(1), "days": .days(1), "dag": .days(1), "dagen": .days(1), "week": .days(7), "weeks": .days(7),
        "weken": .days(7), "month": .months(1), "months": .months(1), "maand": .months(1), "maanden": .months(1),
        "hour": .minutes(60), "hours": .minutes(60), "uren": .minutes(60), "minute": .minutes(1),
        "minutes": .minutes(1), "min": .minutes(1), "minuut": .minutes(1), "minuten": .minutes(1),
    ]

    static let numbers: [String: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6,
        "zeven": 7,
        "acht": 8, "negen": 9, "tien": 10, "elf": 11, "twaalf": 12,
    ]
    /// Which of them are Dutch: `half tien` is not said in English.
    static let dutchNumbers: Set<String> = [
        "een", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
    ]

    /// January is 1.
    static let months: [String: Int] = {
        var months = ["mrt": 3, "sept": 9]
        for language in Language.allCases {
            for (index, name) in CalendarDay.monthNames(language).enumerated() {
                let name = name.lowercased()
                months[name] = index + 1
                months[String(name.prefix(3))] = index + 1
            }
        }
        return months
    }()

    static var everyWeekday: [(Language, Weekday)] {
        Language.allCases.flatMap { language in Weekday.allCases.map { (language, $0) } }
    }
}
