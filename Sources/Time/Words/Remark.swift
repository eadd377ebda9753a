/// What is to be said of how a moment was read: what a person may not have meant.
package enum Remark: Equatable, Sendable {
    /// A date without a year that is one of another year.
    case anotherYear(String, CalendarDay)
    /// A day of the week that is not the nearest one.
    case anotherWeek(String, CalendarDay)
    /// It began on an earlier day.
    case began(CalendarDay)

    package var text: String {
        switch self {
        case .anotherYear(let typed, let day): "`\(typed)` means \(day.spelled): another year."
        case .anotherWeek(let typed, let day): "`\(typed)` means \(day.spelled): another week."
        case .began(let day): "It began on \(day.spelled); what was before now stays as it was."
        }
    }
}

/// Why what was understood is asked back before it is done.
package struct Question: Equatable, Sendable {
    /// How long it would last, or how far away it is.
    package let text: String

    /// - Parameter length: How many days it would last.
    init(length: Int) {
        text = "that lasts \(Self.words(length))"
    }

    /// - Parameter away: In how many days it would begin.
    init(away: Int) {
        text = "that begins in \(Self.words(away))"
    }

    private static func words(_ days: Int) -> String {
        switch days {
        case 340...365: "nearly a year"
        default: counted(days, "day")
        }
    }
}
