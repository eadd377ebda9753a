extension LocalDateTime {
    /// The time as people say it: `09:00` today, `Monday 4 January 09:00` on another day, with the year when it is another one.
    package func spoken(today: CalendarDay) -> String {
        day == today ? time.description : "\(day.spoken(today: today)) \(time)"
    }

    /// `Monday 4 January 2027 09:00`: what was understood, with nothing left to guess.
    package var spelled: String { "\(day.spelled) \(time)" }

    /// The same as an end: midnight is the end of the day before, which is what people mean by it.
    package var spelledAsEnd: String {
        isMidnight ? "the end of \(day.advanced(by: -1).spelled)" : spelled
    }

    package var isMidnight: Bool { millisecondOfDay == 0 }
}

extension CalendarDay {
    /// `Monday 4 January`, with the year when it is another one.
    package func spoken(today: CalendarDay) -> String {
        date.year == today.date.year ? name : spelled
    }

    /// `Monday 4 January 2027`
    package var spelled: String { "\(name) \(date.year)" }

    private var name: String {
        let (_, month, day) = date
        return "\(weekday.name) \(day) \(Self.monthNames[month - 1])"
    }

    package static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

extension Weekday {
    /// `Monday`
    package var name: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }
}
