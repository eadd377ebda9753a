package import MajorAPI
package import Time

extension RosterAPI.Series {
    private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// Nil for hours that this version cannot read.
    package var weeklyHours: WeeklyHours? {
        var week = WeeklyHours()
        for part in hours {
            guard let place = Self.days.firstIndex(of: part.day.word), let from = Self.time(part.from),
                let until = Self.time(part.until), let range = WeeklyHours.Range(from: from, until: until)
            else { return nil }
            week[Weekday.allCases[place]].append(range)
        }
        return week
    }

    package init(_ hours: WeeklyHours, weeks: Int, firstDay: CalendarDay) {
        self.init(
            hours: Weekday.allCases.flatMap { day in
                hours[day].map {
                    RosterAPI.SeriesHours(
                        day: .init(word: Self.days[day.rawValue]), from: "\($0.from)", until: "\($0.until)")
                }
            }, weeks: weeks, firstDay: "\(firstDay)")
    }

    private static func time(_ text: String) -> LocalTime? {
        let parts = text.split(separator: ":").compactMap { Int($0) }
        return parts.count == 2 ? LocalTime(hour: parts[0], minute: parts[1]) : nil
    }
}
