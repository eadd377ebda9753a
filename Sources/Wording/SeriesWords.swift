package import Routing
package import Time

/// Hours that come back every week or every few weeks.
package struct SeriesWords: Sendable {
    private let time: TimeWords
    private var language: Language { time.language }

    package init(_ time: TimeWords) {
        self.time = time
    }

    /// `every Friday, 12:30 to 18:00`, `every other Tuesday, the whole day`, `every Monday, 09:00 to 12:00, and Friday, the whole day`
    package func rhythm(_ hours: WeeklyHours, weeks: Int) -> String {
        let groups = groups(hours).map { "\(names($0.days)), \($0.hours)" }
        let all = groups.joined(separator: language.said(en: ", and ", nl: ", en "))
        return switch weeks {
        case ...1: language.said(en: "every \(all)", nl: "elke \(all)")
        case 2: language.said(en: "every other \(all)", nl: "om de week op \(all)")
        default: language.said(en: "every \(weeks) weeks on \(all)", nl: "elke \(weeks) weken op \(all)")
        }
    }

    /// `every Friday, 12:30 to 18:00, from Friday 4 December 2026 until further notice`
    ///
    /// - Parameters:
    ///   - first: The day on which it happens first.
    ///   - end: When it comes back no more; nil: it goes on.
    package func text(_ hours: WeeklyHours, weeks: Int, first: CalendarDay, until end: LocalDateTime?) -> String {
        let from = time.from(first.spelled(in: language))
        let rhythm = rhythm(hours, weeks: weeks)
        return "\(rhythm), \(from) \(end.map(time.until) ?? time.untilFurtherNotice)"
    }

    /// The same for lists, without the year where it is this one: `every Friday, 12:30 to 18:00, until the end of Friday 18 December`.
    package func listed(_ hours: WeeklyHours, weeks: Int, until end: LocalDateTime?) -> String {
        "\(rhythm(hours, weeks: weeks)), \(end.map(time.shortUntil) ?? time.untilFurtherNotice)"
    }

    /// On which days it does not happen, or ends early: `not on Friday 25 December 2026 and Friday 1 January 2027`; nil where there are none.
    package func exceptions(_ days: [CalendarDay]) -> String? {
        guard !days.isEmpty else { return nil }
        let told = days.prefix(4).map { $0.spelled(in: language) }
        let more = days.count - told.count
        let all = language.joined(more > 0 ? told + [countedMore(more, .day, in: language)] : told)
        return language.said(en: "not on \(all)", nl: "niet op \(all)")
    }

    /// Why a series that would never happen is refused: `no Monday lies between Tuesday 1 December 2026 and Sunday 6 December 2026`.
    package func never(_ days: [Weekday], from first: CalendarDay, through last: CalendarDay) -> String {
        let names = either(days)
        let (from, until) = (first.spelled(in: language), last.spelled(in: language))
        guard first <= last else {
            return language.said(
                en: "it would never happen: it ends before it begins",
                nl: "dat komt nooit voor: het eindigt voordat het begint")
        }
        return language.said(
            en: "it would never happen: no \(names) lies in the days from \(from) to \(until)",
            nl: "dat komt nooit voor: er is geen \(names) van \(from) tot en met \(until)")
    }

    /// The same of a series, of which days lie there all the same: they are those of other weeks, were all cancelled, or have hours that the clock
    /// does not show.
    package func never(
        _ series: WeeklySeries, from first: CalendarDay, through last: CalendarDay, _ clock: ServiceClock
    ) -> String {
        let days = Weekday.allCases.filter { !series.hours[$0].isEmpty }
        let all = (first.daysSince1970..<max(first, last.advanced(by: 1)).daysSince1970).lazy
            .map { CalendarDay(daysSince1970: $0) }.filter { days.contains($0.weekday) }
        guard all.first != nil else { return never(days, from: first, through: last) }
        let falling = all.filter(series.falls)
        guard falling.first != nil else {
            let (from, until) = (first.spelled(in: language), last.spelled(in: language))
            return language.said(
                en:
                    "it would never happen: it comes every \(series.weeks) weeks, and no \(either(days)) of those weeks lies in the days from \(from) to \(until)",
                nl:
                    "dat komt nooit voor: het komt elke \(series.weeks) weken, en er is geen \(either(days)) van die weken van \(from) tot en met \(until)"
            )
        }
        let kept = falling.first { day in !series.exceptions.contains { $0.day == day && $0.end == nil } }
        guard let kept else {
            return language.said(
                en: "it would never happen: each of its days is cancelled",
                nl: "dat komt nooit voor: al zijn dagen zijn ingetrokken")
        }
        let (day, hours) = (kept.spelled(in: language), language.joined(series.hours[kept.weekday].map(text)))
        guard series.occurrences(on: kept, clock).isEmpty else {
            return language.said(
                en: "it would never happen: \(hours) on \(day) is before it begins, or after it ends",
                nl: "dat komt nooit voor: \(hours) op \(day) is voordat het begint, of nadat het eindigt")
        }
        return language.said(
            en: "it would never happen: on \(day) the clock is set forward, and skips \(hours); give other hours",
            nl: "dat komt nooit voor: op \(day) gaat de klok vooruit, en slaat \(hours) over; geef andere uren")
    }

    private func either(_ days: [Weekday]) -> String {
        days.map { $0.name(in: language) }.joined(separator: language.said(en: " or ", nl: " of "))
    }

    private func groups(_ hours: WeeklyHours) -> [(days: [Weekday], hours: String)] {
        var groups: [(days: [Weekday], ranges: [WeeklyHours.Range])] = []
        for day in Weekday.allCases where !hours[day].isEmpty {
            if let index = groups.firstIndex(where: { $0.ranges == hours[day] }) {
                groups[index].days.append(day)
            } else {
                groups.append(([day], hours[day]))
            }
        }
        return groups.map { ($0.days, language.joined($0.ranges.map(text))) }
    }

    /// `Monday to Friday`, `Monday and Friday`
    private func names(_ days: [Weekday]) -> String {
        let names = days.map { $0.name(in: language) }
        if days.count > 2, let first = days.first, let last = days.last,
            last.rawValue - first.rawValue == days.count - 1
        {
            return language.said(
                en: "\(names[0]) to \(names[names.count - 1])", nl: "\(names[0]) tot en met \(names[names.count - 1])")
        }
        return language.joined(names)
    }

    private func text(_ range: WeeklyHours.Range) -> String {
        if range.from == .startOfDay, range.until == .endOfDay { return time.wholeDay }
        return time.zoned("\(range.from) \(language.said(en: "to", nl: "tot")) \(range.until)")
    }
}
