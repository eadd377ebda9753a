import Foundation
import MajorAPI
import Sheets
import Time
import Wording

/// The weeks ahead: what matters in words, the chart, and all of it as a table.
struct CoverageView {
    let context: PageContext
    let templates: Templates

    /// So many lines of gaps fit on a television.
    private static let linesOnWall = 14

    /// - Parameter waiting: Leave that is asked for.
    func body(_ report: CoverageReport, _ waiting: [RosterAPI.Absence]) -> String {
        let time = TimeWords(context.language, at: report.now.rfc3339, in: report.timeZone)
        let isTold = !report.clients.isEmpty || report.uncovered.isEmpty && context.visitor.reader != .guest
        let words = ForecastWords(context.language)
        let sheet =
            context.isWall
            ? CoveragePage.gaps(report, words, time, limit: Self.linesOnWall)
            : CoveragePage.body(report, time, Self.more(report, waiting, time, isLinked: context.visitor.isKnown))
        return templates.text(
            "coverage",
            [
                "say": context.say, "isTold": isTold, "sheet": isTold ? sheet : "", "isWall": context.isWall,
                "title": words.heading(from: report.firstDay, through: report.lastDay),
                "text": isTold ? "" : words.uncovered(report.uncovered.map(\.clientName), through: report.lastDay),
            ])
    }

    /// The chart alone, with its legend.
    static func chart(_ report: CoverageReport, _ waiting: [RosterAPI.Absence], _ time: TimeWords) -> String {
        CoveragePage.figure(
            report, ForecastWords(time.language), time, more(report, waiting, time, isLinked: true))
    }

    /// Where the chart leads to, and on which days leave of a client's pair is asked for.
    private static func more(
        _ report: CoverageReport, _ waiting: [RosterAPI.Absence], _ time: TimeWords, isLinked: Bool
    ) -> CoverageDrawing.More {
        let clock = TimeZone(identifier: report.timeZone).map { ServiceClock($0) }
        let days = clock.map { clock in
            Dictionary(grouping: waiting, by: \.agent).mapValues { asked in
                let away = AwayDays(asked, clock)
                return Set((0..<report.days).filter { away.contains(report.firstDay.advanced(by: $0)) })
            }
        }
        let links = CoverageLinks(
            client: { "/clients/\($0.addressPart)" },
            day: { "/clients/\($0.addressPart)?day=\(report.firstDay.advanced(by: $1))#day" })
        return CoverageDrawing.More(links: isLinked ? links : nil) { client, index in
            guard let days, !days.isEmpty, let pair = client.pairs.first else { return false }
            return [pair.primary, pair.backup].contains { days[$0]?.contains(index) == true }
        }
    }
}
