import Foundation
import MajorAPI
import Sheets
import Time
import Wording

/// Two months as tables: when the reader is away, and those with whom he has clients; what is asked for is dotted.
struct LeaveCalendar {
    private struct Person {
        let name: String
        let initials: String
        let isOwn: Bool
        let away: AwayDays
        let asked: AwayDays
    }

    private let context: PageContext
    private let today: CalendarDay
    private let people: [Person]

    /// - Parameters:
    ///   - names: Of the reader and of those with whom he has clients, by id.
    ///   - waiting: What is asked for.
    init?(
        _ own: String, _ names: [String: String], _ absences: [RosterAPI.Absence], _ waiting: [RosterAPI.Absence],
        _ today: CalendarDay, in zone: String, _ context: PageContext
    ) {
        guard let zone = TimeZone(identifier: zone) else { return nil }
        let clock = ServiceClock(zone)
        self.context = context
        self.today = today
        let others = names.filter { $0.key != own }.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        let all = [(key: own, value: names[own] ?? own)] + others
        people = all.map { id, name in
            Person(
                name: name, initials: CoverageDrawing.initials(name), isOwn: id == own,
                away: AwayDays(absences.filter { $0.agent == id }, clock),
                asked: AwayDays(waiting.filter { $0.agent == id }, clock))
        }
    }

    var values: Templates.Values {
        let month = CalendarMonth(of: today)
        return [
            "months": [month, month.next].map(values),
            "colleagues": people.filter { !$0.isOwn }.map {
                ["initials": $0.initials, "name": $0.name] as Templates.Values
            }, "say": context.say,
        ]
    }

    private func values(of month: CalendarMonth) -> Templates.Values {
        let language = context.language
        let (year, number, _) = month.firstDay.date
        let first = month.firstDay.advanced(by: -month.firstDay.weekday.rawValue)
        let end = month.next.firstDay
        var weeks: [Templates.Values] = []
        var monday = first
        while monday < end {
            let days = (0..<7).map { monday.advanced(by: $0) }
            weeks.append(["days": days.map { $0 < month.firstDay || $0 >= end ? ["isBlank": true] : values(of: $0) }])
            monday = monday.advanced(by: 7)
        }
        return [
            "caption": "\(CalendarDay.monthNames(language)[number - 1]) \(year)",
            "weekdays": Weekday.allCases.map { day in
                let name = day.name(in: language)
                return ["name": name, "short": String(name.prefix(2))] as Templates.Values
            }, "weeks": weeks,
        ]
    }

    private func values(of day: CalendarDay) -> Templates.Values {
        let words = context.words
        let marks = people.compactMap { person -> Templates.Values? in
            let (isAway, isAsked) = (person.away.contains(day), person.asked.contains(day))
            guard isAway || isAsked else { return nil }
            let state = isAway ? words.label(.away) : words.label(.waiting)
            return [
                "text": (person.isOwn ? words.label(.you) : person.initials) + (isAway ? "" : "?"),
                "title": "\(person.isOwn ? words.label(.you) : person.name): \(state)",
                "kind": (person.isOwn ? "own" : "other") + (isAway ? "" : " asked"),
            ]
        }
        return [
            "number": "\(day.date.day)", "isToday": day == today, "isPast": day < today, "marks": marks,
            "date": day.spelled(in: context.language),
            "isFree": [.saturday, .sunday].contains(day.weekday),
        ]
    }
}
