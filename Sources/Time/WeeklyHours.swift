/// Opening or working hours of an ordinary week, on the wall clock.
package struct WeeklyHours: Hashable, Sendable {
    /// A part of one day: from the first time to just before the second.
    package struct Range: Hashable, Sendable {
        package let from: LocalTime
        package let until: LocalTime

        /// Nil when the end does not come after the start: hours do not pass midnight.
        package init?(from: LocalTime, until: LocalTime) {
            guard from < until else { return nil }
            self.from = from
            self.until = until
        }
    }

    private var days: [[Range]]

    /// No hours on any day.
    package init() {
        days = Array(repeating: [], count: Weekday.allCases.count)
    }

    /// The ranges of one day, in order of time.
    package subscript(day: Weekday) -> [Range] {
        get { days[day.rawValue] }
        set { days[day.rawValue] = newValue.sorted { $0.from < $1.from } }
    }

    package var isEmpty: Bool { days.allSatisfy(\.isEmpty) }

    /// How long a day with hours is on the average of the week, in whole minutes; nil where no day has any.
    package var averageDay: Milliseconds? {
        let lengths = days.map { $0.reduce(0) { $0 + $1.until.minutes - $1.from.minutes } }.filter { $0 > 0 }
        return lengths.isEmpty ? nil : .minutes(lengths.reduce(0, +) / lengths.count)
    }

    /// Monday to Sunday, round the clock.
    package static let always: WeeklyHours = {
        var hours = WeeklyHours()
        for day in Weekday.allCases {
            hours[day] = [Range(from: .startOfDay, until: .endOfDay)].compactMap(\.self)
        }
        return hours
    }()
}
