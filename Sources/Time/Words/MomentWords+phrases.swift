// Words and groups of words that always mean the same.
extension MomentWords {
    /// The longest one wins.
    static let phrases: [String: [Token.Kind]] = {
        var phrases = links.merging(relative) { $1 }.merging(series) { $1 }
        for (name, (day, month)) in holidays { phrases[name] = [.day(.date(day: day, month: month, year: nil))] }
        for (names, part) in parts {
            for name in names { phrases[name] = [.part(part)] }
        }
        for name in ["mornings", "ochtenden"] { phrases[name] = [.plural, .part(.morning)] }
        for name in ["afternoons", "middagen"] { phrases[name] = [.plural, .part(.afternoon)] }
        for name in ["evenings", "avonden"] { phrases[name] = [.plural, .part(.evening)] }
        for (name, weekday) in days { phrases[name] = [.day(.weekday(weekday))] }
        for weekday in Weekday.allCases {
            let (english, dutch) = (weekday.name(in: .en).lowercased(), weekday.name(in: .nl))
            for plural in ["\(english)s", "\(dutch)en", "\(dutch)s", "'s \(dutch)s"] {
                phrases[plural] = [.plural, .day(.weekday(weekday))]
            }
            for (name, part) in [
                ("ochtend", Moment.Part.morning), ("morgen", .morning), ("middag", .afternoon), ("avond", .evening),
            ] {
                phrases["\(dutch)\(name)"] = [.day(.weekday(weekday)), .part(part)]
                phrases["\(dutch)\(name)en"] = [.plural, .day(.weekday(weekday)), .part(part)]
            }
        }
        return phrases
    }()

    /// Behind which a beginning stands; `at` and `om` stand before times.
    static let beginnings: Set<String> = [
        "from", "van", "vanaf", "since", "sinds", "starting", "as of", "met ingang van", "per",
    ]

    private static let links: [String: [Token.Kind]] = [
        "from": .plain, "at": .plain, "van": .plain, "vanaf": .plain, "om": .plain, "since": .plain, "sinds": .plain,
        "starting": .plain, "as of": .plain, "met ingang van": .plain, "per": .plain,
        "on": .on, "op": .on, "between": .between, "tussen": .between, "and": .also, "en": .also, "&": .also,
        "to": .through, "through": .through, "thru": .through, "t/m": .through, "tm": .through, "tot en met": .through,
        "up to and including": .through, "until the end of": .through, "to the end of": .through,
        "tot het einde van": .through, "tot het eind van": .through, "-": .through, "–": .through,
        "until": .until, "till": .until, "tot": .until,
    ].mapValues { [.link($0)] }

    private static let parts: [([String], Moment.Part)] = [
        (["morning", "in the morning", "ochtend", "'s ochtends", "ochtends", "'s morgens", "morgens"], .morning),
        (["afternoon", "in the afternoon", "middag", "'s middags", "middags"], .afternoon),
        (["evening", "in the evening", "avond", "'s avonds", "avonds"], .evening),
    ]

    /// As seen from now.
    private static let relative: [String: [Token.Kind]] = [
        "day before yesterday": [.day(.fromToday(-2))], "eergisteren": [.day(.fromToday(-2))],
        "yesterday": [.day(.fromToday(-1))], "gisteren": [.day(.fromToday(-1))],
        "today": [.day(.fromToday(0))], "vandaag": [.day(.fromToday(0))],
        "tomorrow": [.day(.fromToday(1))], "morgen": [.day(.fromToday(1))],
        "day after tomorrow": [.day(.fromToday(2))], "overmorgen": [.day(.fromToday(2))],
        "this morning": today(.morning), "vanochtend": today(.morning), "vanmorgen": today(.morning),
        "this afternoon": today(.afternoon), "vanmiddag": today(.afternoon),
        "this evening": today(.evening), "tonight": today(.evening), "vanavond": today(.evening),
        "morgenochtend": [.day(.fromToday(1)), .part(.morning)], "morgenvroeg": [.day(.fromToday(1)), .part(.morning)],
        "morgenmiddag": [.day(.fromToday(1)), .part(.afternoon)],
        "morgenavond": [.day(.fromToday(1)), .part(.evening)],
        "gisterochtend": [.day(.fromToday(-1)), .part(.morning)],
        "gistermorgen": [.day(.fromToday(-1)), .part(.morning)],
        "gistermiddag": [.day(.fromToday(-1)), .part(.afternoon)],
        "gisteravond": [.day(.fromToday(-1)), .part(.evening)],
        "last night": [.day(.fromToday(-1)), .part(.evening)],
        "this week": [.day(.week(0, nil))], "deze week": [.day(.week(0, nil))],
        "next week": [.day(.week(1, nil))], "volgende week": [.day(.week(1, nil))],
        "komende week": [.day(.week(1, nil))],
        "the week": [.day(.week(0, nil))], "de week": [.day(.week(0, nil))],
        "last week": [.day(.week(-1, nil))], "vorige week": [.day(.week(-1, nil))],
        "afgelopen week": [.day(.week(-1, nil))],
        "now": [.ahead(minutes: 0)], "nu": [.ahead(minutes: 0)], "noon": [.noon],
        "until further notice": [.open], "tot nader bericht": [.open],
        "all day": [.wholeDay], "whole day": [.wholeDay], "the whole day": [.wholeDay], "hele dag": [.wholeDay],
        "de hele dag": [.wholeDay], "lang": [.filler], "long": [.filler], "the": [.filler], "de": [.filler],
    ]

    /// Holidays that are on the same date each year.
    private static let holidays: [String: (day: Int, month: Int)] = [
        "kerstmis": (25, 12), "eerste kerstdag": (25, 12), "1e kerstdag": (25, 12), "1ste kerstdag": (25, 12),
        "christmas": (25, 12), "christmas day": (25, 12), "xmas": (25, 12), "first christmas day": (25, 12),
        "1st christmas day": (25, 12), "tweede kerstdag": (26, 12), "2e kerstdag": (26, 12), "2de kerstdag": (26, 12),
        "boxing day": (26, 12), "second christmas day": (26, 12), "2nd christmas day": (26, 12),
        "kerstavond": (24, 12), "christmas eve": (24, 12), "xmas eve": (24, 12), "oudejaarsdag": (31, 12),
        "oudjaarsdag": (31, 12), "oudejaarsavond": (31, 12), "new year's eve": (31, 12), "new years eve": (31, 12),
        "new year eve": (31, 12), "nieuwjaarsdag": (1, 1), "nieuwjaar": (1, 1), "new year's day": (1, 1),
        "new years day": (1, 1), "new year": (1, 1), "bevrijdingsdag": (5, 5),
    ]

    /// Whether a year may stand behind it, as behind a date.
    static func isHoliday(_ phrase: String) -> Bool { holidays[phrase] != nil }

    /// Those that are not: by Easter, or as the day of the week falls.
    static let movableHolidays: Set<String> = [
        "goede vrijdag", "pasen", "paasdag", "eerste paasdag", "1e paasdag", "tweede paasdag", "2e paasdag",
        "paasmaandag", "koningsdag", "hemelvaart", "hemelvaartsdag", "pinksteren", "pinksterdag", "eerste pinksterdag",
        "1e pinksterdag", "tweede pinksterdag", "2e pinksterdag", "pinkstermaandag", "good friday", "easter",
        "easter sunday", "easter monday", "king's day", "ascension day", "pentecost", "whit sunday", "whit monday",
    ]

    private static func today(_ part: Moment.Part) -> [Token.Kind] { [.day(.fromToday(0)), .part(part)] }

    private static let series: [String: [Token.Kind]] = {
        let (all, work) = (Weekday.allCases, Weekday.allCases.filter { $0 != .saturday && $0 != .sunday })
        var series: [String: [Token.Kind]] = [
            "every other": [.every(weeks: 2)], "every second": [.every(weeks: 2)],
            "every other week": [.every(weeks: 2)],
            "every second week": [.every(weeks: 2)], "om de week": [.every(weeks: 2)],
            "om de andere week": [.every(weeks: 2)], "weekly": [.every(weeks: 1)], "wekelijks": [.every(weeks: 1)],
            "daily": [.plural, .days(all)], "dagelijks": [.plural, .days(all)],
            "weekdays": [.plural, .days(work)], "werkdagen": [.plural, .days(work)],
        ]
        for word in every {
            series[word] = [.every(weeks: 1)]
            series["\(word) week"] = [.every(weeks: 1)]
            for day in ["day", "dag"] { series["\(word) \(day)"] = [.every(weeks: 1), .days(all)] }
            for day in ["weekday", "working day", "werkdag"] {
                series["\(word) \(day)"] = [.every(weeks: 1), .days(work)]
            }
        }
        return series
    }()
}
