/// The words that stand for a day.
enum MomentWords {
    static let days: [String: Moment.Day] = {
        var days: [String: Moment.Day] = [
            "yesterday": .fromToday(-1), "today": .fromToday(0), "tomorrow": .fromToday(1),
        ]
        for weekday in Weekday.allCases {
            let name = weekday.name.lowercased()
            days[name] = .weekday(weekday)
            days[String(name.prefix(3))] = .weekday(weekday)
        }
        return days
    }()
}
