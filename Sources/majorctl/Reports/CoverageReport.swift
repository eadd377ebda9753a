import MajorAPI
import Routing
import Time

/// A forecast as majord told it.
struct CoverageReport {
    let now: LocalDateTime
    let timeZone: String
    /// Today.
    let firstDay: CalendarDay
    /// How many days, today included.
    let days: Int
    private let agentNames: [String: String]
    let clients: [ReportsAPI.ClientCoverage]
    let uncovered: [ReportsAPI.NamedClient]

    /// Nil where the reply is none of this version's.
    init?(_ reply: ReportsAPI.Coverage.Reply) {
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
    }

    var lastDay: CalendarDay { firstDay.advanced(by: days - 1) }

    func name(_ agent: String) -> String { agentNames[agent] ?? agent }

    /// Those with gaps first, as they come.
    var gapsFirst: [ReportsAPI.ClientCoverage] {
        clients.filter { $0.days.contains("n") } + clients.filter { !$0.days.contains("n") }
    }
}

extension ReportsAPI.ClientCoverage {
    /// What each day shows; a letter of a newer majord is shown as no service.
    var shownDays: [ForecastDay] {
        days.map { letter in
            switch letter {
            case "b": .served(.both)
            case "o": .served(.one)
            case "d": .served(.deputy)
            case "n": .served(.nobody)
            case " ": .noAgreement
            default: .closed
            }
        }
    }
}

extension ReportsAPI.CoverageStretch {
    /// Nil for one of a newer majord.
    var cover: CoverState? { CoverState(rawValue: state.word) }
}
