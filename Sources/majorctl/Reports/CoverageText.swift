import MajorAPI
import Sheets
import Time
import Wording

/// A forecast in words around its picture.
enum CoverageText {
    /// How many gaps are told one by one.
    private static let limit = 40

    /// - Parameters:
    ///   - chart: Nil where there is nothing to draw, for those who are told names alone.
    ///   - isDetailed: Whether each client's stretches are told, too.
    static func lines(
        _ report: CoverageReport, _ chart: CoverageChart, isDetailed: Bool, _ time: TimeWords
    ) -> [String] {
        let words = ForecastWords(time.language)
        guard !report.clients.isEmpty else {
            return [words.uncovered(report.uncovered.map(\.clientName), through: report.lastDay)]
        }
        var lines = [words.heading(from: report.firstDay, through: report.lastDay), ""]
        lines += chart.lines(report) + [""] + chart.legend(report) + [""]
        lines += isDetailed ? details(report, words, time) : gaps(report, words, time)
        return lines
    }

    private static func gaps(_ report: CoverageReport, _ words: ForecastWords, _ time: TimeWords) -> [String] {
        let gaps = report.gaps(time).map { "\($0.client.clientName): \($0.times)" }
        guard !gaps.isEmpty else { return [words.noGaps(through: report.lastDay)] }
        let told = gaps.prefix(limit).map { "  \($0)" }
        let left = gaps.count - told.count
        return [words.gaps] + told + (left > 0 ? ["  \(words.more(left))"] : [])
    }

    private static func details(_ report: CoverageReport, _ words: ForecastWords, _ time: TimeWords) -> [String] {
        let told = report.gapsFirst.flatMap { client -> [String] in
            let pairs = client.pairs.map { pair in
                let names = words.pair(primary: report.name(pair.primary), backup: report.name(pair.backup))
                let from = pair.from.flatMap { CalendarDay(text: $0) }.map { "\(words.from($0)): " }
                return "  \(from ?? "")\(names)"
            }
            let stretches = client.stretches.prefix(limit).map { stretch in
                "  \(time.stretch(from: stretch.from, until: stretch.until, goesOn: stretch.goesOn)): \(report.who(stretch, words))"
            }
            let left = client.stretches.count - stretches.count
            return [client.clientName] + pairs + stretches + (left > 0 ? ["  \(words.more(left))"] : [])
        }
        return told + (report.uncovered.isEmpty ? [words.noGaps(through: report.lastDay)] : [])
    }
}
