import Foundation
package import MajorAPI
package import Routing
package import Time
package import Wording

/// A forecast as majord told it.
package struct CoverageReport {
    package let now: LocalDateTime
    package let timeZone: String
    /// Today.
    package let firstDay: CalendarDay
    /// How many days, today included.
    package let days: Int
    private let agentNames: [String: String]
    package let clients: [ReportsAPI.ClientCoverage]
    package let uncovered: [ReportsAPI.NamedClient]
    /// What days without service are called, by their places.
    package let holidays: [Int: String]

    /// Nil where the reply is none of this version's.
    package init?(_ reply: ReportsAPI.Coverage.Reply) {
        guard let now = LocalDateTime(rfc3339: reply.now), let day = CalendarDay(text: reply.firstDay),
            (1...800).contains(reply.days)
        else { return nil }
        self.now = now
        timeZone = reply.timeZone
        firstDay = day
        days = reply.days
        agentNames = reply.agentNames
        clients = reply.clients
        uncovered = reply.uncovered
        let named = (reply.holidays ?? []).compactMap { holiday in
            CalendarDay(text: holiday.day).map { ($0.daysSince1970 - day.daysSince1970, holiday.name) }
        }
        holidays = Dictionary(named) { first, _ in first }.filter { (0..<reply.days).contains($0.key) }
    }

    package var lastDay: CalendarDay { firstDay.advanced(by: days - 1) }

    package func name(_ agent: String) -> String { agentNames[agent] ?? agent }

    /// Who is there for a client in a stretch of time, in words.
    package func who(_ stretch: ReportsAPI.CoverageStretch, _ words: ForecastWords) -> String {
        let names = stretch.agents.map(name)
        return stretch.cover.map { words.there($0, names) } ?? names.joined(separator: ", ")
    }

    /// The holidays in words, in their order: `Fri 25 Dec Eerste Kerstdag`.
    package func namedHolidays(_ time: TimeWords) -> [String] {
        holidays.sorted { $0.key < $1.key }.map { "\(time.compactDay(firstDay.advanced(by: $0.key))) \($0.value)" }
    }

    /// Those with gaps first, as they come.
    package var gapsFirst: [ReportsAPI.ClientCoverage] {
        clients.filter { $0.days.contains("n") } + clients.filter { !$0.days.contains("n") }
    }
}

extension ReportsAPI.ClientCoverage {
    /// What each day shows; a letter of a newer majord is shown as no service.
    package var shownDays: [ForecastDay] {
        days.map { ForecastDay(letter: $0) ?? .closed }
    }
}

extension ForecastDay {
    /// As the control interface writes it; nil for another letter.
    package init?(letter: Character) {
        switch letter {
        case "b": self = .served(.both)
        case "o": self = .served(.one)
        case "d": self = .served(.deputy)
        case "n": self = .served(.nobody)
        case " ": self = .noAgreement
        case "-": self = .closed
        default: return nil
        }
    }
}

extension ReportsAPI.CoverageStretch {
    /// Nil for one of a newer majord.
    package var cover: CoverState? { CoverState(rawValue: state.word) }
}
