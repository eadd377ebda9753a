// What stands between days and times.
extension MomentWords {
    /// How what follows belongs to what was before.
    enum Link {
        /// Says nothing: `from`, `at`, `op`.
        case plain
        /// The end follows, and is included.
        case through
        /// The end follows; a day is the one on which somebody is back.
        case until
    }

    static let links: [String: Link] = [
        "from": .plain, "at": .plain, "on": .plain, "van": .plain, "vanaf": .plain, "om": .plain, "op": .plain,
        "uur": .plain, "to": .through, "through": .through, "thru": .through, "t/m": .through, "tm": .through,
        "until": .until, "till": .until, "tot": .until,
    ]
    static let next: Set<String> = ["next", "volgende"]
    static let coming: Set<String> = ["this", "coming", "deze", "komende", "aanstaande"]

    static let parts: [String: Moment.Part] = [
        "morning": .morning, "afternoon": .afternoon, "evening": .evening,
        "ochtend": .morning, "middag": .afternoon, "avond": .evening,
    ]
    /// A day and its part in one word, the day counted from today.
    static let dayParts: [String: (day: Int, part: Moment.Part)] = [
        "tonight": (0, .evening), "vanochtend": (0, .morning), "vanmiddag": (0, .afternoon), "vanavond": (0, .evening),
        "morgenochtend": (1, .morning), "morgenmiddag": (1, .afternoon), "morgenavond": (1, .evening),
    ]
    /// So many days.
    static let lengths: [String: Int] = [
        "day": 1, "days": 1, "week": 7, "weeks": 7, "dag": 1, "dagen": 1, "weken": 7,
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
}
