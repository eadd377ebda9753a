/// How an event repeats (RFC 5545, section 3.3.10), as far as holidays and people's calendars do: no more often than daily.
struct RecurrenceRule: Equatable {
    enum Frequency: String {
        case daily = "DAILY"
        case weekly = "WEEKLY"
        case monthly = "MONTHLY"
        case yearly = "YEARLY"
    }

    /// A day of the week, 0 is Monday; `ordinal` is 0 for every one, 2 for the second, -1 for the last.
    struct Day: Hashable {
        var ordinal: Int
        var weekday: Int
    }

    var frequency: Frequency
    var interval = 1
    var count: Int?
    var until: DateValue?
    /// Each list is sorted and without doubles; empty where the rule has no such part.
    var months: [Int] = []
    var weeks: [Int] = []
    var yearDays: [Int] = []
    var monthDays: [Int] = []
    var days: [Day] = []
    var hours: [Int] = []
    var minutes: [Int] = []
    var seconds: [Int] = []
    var positions: [Int] = []
    /// On which weekday weeks begin, 0 is Monday.
    var weekStart = 0

    /// Whether it says at what time of the day.
    var hasTimes: Bool { !hours.isEmpty || !minutes.isEmpty || !seconds.isEmpty }
}
