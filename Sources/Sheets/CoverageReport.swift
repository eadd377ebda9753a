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
    }

    package var lastDay: CalendarDay { firstDay.advanced(by: days - 1) }

    package func name(_ agent: String) -> String { agentNames[agent] ?? agent }

    /// Who is there for a client in a stretch of time, in words.
    package func who(_ stretch: ReportsAPI.CoverageStretch, _ words: ForecastWords) -> String {
        let names = stretch.agents.map(name)
        return stretch.cover.map { words.there($0, names) } ?? names.joined(separator: ", ")
    }

    /// When a client has nobody, in words: the same hours of days of service that follow each other are one.
    package func gaps(of client: ReportsAPI.ClientCoverage, _ time: TimeWords) -> [String] {
        let gaps = client.stretches.filter { $0.state == .nobody }
        guard let zone = TimeZone(identifier: timeZone) else {
            return gaps.map { time.stretch(from: $0.from, until: $0.until) }
        }
        let clock = ServiceClock(zone)
        let intervals = gaps.compactMap { gap -> Interval? in
            guard let start = LocalDateTime(rfc3339: gap.from), let end = LocalDateTime(rfc3339: gap.until) else {
                return nil
            }
            return Interval(from: start.instant, until: end.instant)
        }
        let served = client.shownDays.map { if case .served = $0 { true } else { false } }
        func follow(_ day: CalendarDay, _ next: CalendarDay) -> Bool {
            let between = (day.daysSince1970 + 1..<next.daysSince1970).map { $0 - firstDay.daysSince1970 }
            return between.allSatisfy { !served.indices.contains($0) || !served[$0] }
        }
        return GapRun.runs(intervals, clock, follow: follow).map { run in
            let (start, end) = (clock.rfc3339(run.interval.start), clock.rfc3339(run.interval.end))
            return run.count > 1 ? time.hours(from: start, until: end) : time.stretch(from: start, until: end)
        }
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
