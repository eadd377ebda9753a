package import MajorAPI
import Routing
import Time
package import Wording

/// What a report's page and its lines at a terminal have in common.
package enum ReportParts {
    /// `November 2026`, or from when until when.
    package static func time(of report: ReportsAPI.Report.Reply, _ time: TimeWords) -> String {
        let month = report.month.flatMap { CalendarMonth(text: $0) }
        return month.map(ReportWords(time.language).month) ?? time.stretch(from: report.from, until: report.until)
    }

    /// `November 2026 (provisional, until …)`
    package static func period(_ report: ReportsAPI.Report.Reply, _ time: TimeWords) -> String {
        let words = ReportWords(time.language)
        var told: [String] = []
        if let known = report.knownFrom.flatMap({ LocalDateTime(rfc3339: $0) }) {
            told.append(words.known(from: known.day.spelled(in: time.language)))
        }
        if !report.complete, let made = LocalDateTime(rfc3339: report.made) {
            told.append(words.provisional(time.until(made)))
        }
        let name = self.time(of: report, time)
        return told.isEmpty ? name : "\(name) (\(told.joined(separator: "; ")))"
    }

    /// The name, and the columns behind it.
    package static func row(
        _ name: String, _ calls: ReportsAPI.CallFigures, _ missed: ReportsAPI.MissedFigures,
        _ cases: [ReportsAPI.CaseFigures],
        _ uncovered: Int, _ words: ReportWords
    ) -> [String] {
        func share(_ share: ReportsAPI.Share?) -> String {
            guard let share, share.of > 0 else { return "–" }
            guard share.isManyEnough, let percent = share.percent else { return "\(share.count)/\(share.of)" }
            return words.percent(percent)
        }
        let half = calls.wait.isManyEnough ? calls.wait.median.map(words.wait) ?? "–" : "–"
        return [
            name, "\(calls.calls)", share(calls.pair), share(calls.within), half, "\(missed.missed)",
            "\(missed.inTime.of - missed.inTime.count)", "\(uncovered)", "\(cases.reduce(0) { $0 + $1.closed })",
        ]
    }
}

extension ReportsAPI.Share {
    /// Of fewer, people are told the counts alone.
    package var isManyEnough: Bool { of >= Share.leastForPercent }
}

extension ReportsAPI.Spread {
    package var isManyEnough: Bool { count >= Share.leastForPercent }
}
