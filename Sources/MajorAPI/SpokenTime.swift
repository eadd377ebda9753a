package import Routing

extension LocalDateTime {
    /// The time as people say it: `09:00` today, `Monday 4 January 09:00` on another day, with the year when it is another one.
    package func spoken(today: CalendarDay) -> String {
        day == today ? time.description : "\(day.spoken(today: today)) \(time)"
    }
}

extension CalendarDay {
    /// `Monday 4 January`, with the year when it is another one.
    package func spoken(today: CalendarDay) -> String {
        let (year, month, day) = date
        let name = "\(weekday.name) \(day) \(Self.monthNames[month - 1])"
        return year == today.date.year ? name : "\(name) \(year)"
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
