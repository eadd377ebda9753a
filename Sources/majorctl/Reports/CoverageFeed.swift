import ICalendar
import MajorAPI
import Routing
import Sheets
import Terminal
import Time
import Wording

/// A forecast as a calendar: gaps with their times, and the days on which not both of the pair are there.
enum CoverageFeed {
    static func text(_ report: CoverageReport, _ time: TimeWords) -> String {
        let words = ForecastWords(time.language)
        return CalendarWriter(product: "majorctl \(Version.text)", name: words.title, made: report.now.instant)
            .text(report.clients.flatMap { events($0, report, words) })
    }

    static func events(
        _ client: ReportsAPI.ClientCoverage, _ report: CoverageReport, _ words: ForecastWords
    ) -> [FeedEvent] {
        let name = client.clientName
        var used: [String: Int] = [:]
        // The same in every version of the feed, as long as it begins on that day.
        func uid(_ kind: String, _ day: CalendarDay) -> String {
            let text = "\(client.client).\(kind).\(day)"
            used[text, default: 0] += 1
            let number = used[text].map { $0 > 1 ? ".\($0)" : "" } ?? ""
            return "\(text)\(number)@coverage.majord"
        }
        let gaps = client.stretches.filter { $0.state == .nobody }.compactMap { gap -> FeedEvent? in
            guard let start = LocalDateTime(rfc3339: gap.from), let end = LocalDateTime(rfc3339: gap.until),
                let interval = Interval(from: start.instant, until: end.instant)
            else { return nil }
            return FeedEvent(
                uid: uid("nobody", start.day), when: .time(interval),
                summary: "\(name): \(words.there(.nobody, []))")
        }
        return gaps
            + runs(client, report).map { run in
                FeedEvent(
                    uid: uid(run.state.rawValue, run.first),
                    when: .days(run.first..<run.last.advanced(by: 1)),
                    summary: "\(name): \(words.there(run.state, run.agents.map(report.name)))",
                    description: words.worst)
            }
    }

    private struct Run {
        let state: CoverState
        let first: CalendarDay
        var last: CalendarDay
        let agents: [String]
    }

    /// Days that follow each other, each with service, on which one of the pair or a deputy is the worst.
    private static func runs(_ client: ReportsAPI.ClientCoverage, _ report: CoverageReport) -> [Run] {
        var runs: [Run] = []
        var isOpen = false
        for (index, shown) in client.shownDays.enumerated() {
            guard case .served(let state) = shown, state == .one || state == .deputy else {
                isOpen = false
                continue
            }
            let day = report.firstDay.advanced(by: index)
            let agents = agents(client, state, on: day)
            if isOpen, let last = runs.last, last.state == state, last.agents == agents {
                runs[runs.count - 1].last = day
            } else {
                runs.append(Run(state: state, first: day, last: day, agents: agents))
            }
            isOpen = true
        }
        return runs
    }

    /// Who is there in the first stretch of that kind on a day.
    private static func agents(
        _ client: ReportsAPI.ClientCoverage, _ state: CoverState, on day: CalendarDay
    ) -> [String] {
        client.stretches.first { stretch in
            guard stretch.cover == state, let start = LocalDateTime(rfc3339: stretch.from),
                let end = LocalDateTime(rfc3339: stretch.until)
            else { return false }
            return start.day <= day && (day < end.day || (day == end.day && !end.isMidnight))
        }?.agents ?? []
    }
}
