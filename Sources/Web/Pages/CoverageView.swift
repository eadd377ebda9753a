import MajorAPI
import Sheets
import Time
import Wording

/// The weeks ahead: what matters in words, the chart, and all of it as a table.
struct CoverageView {
    let context: PageContext
    let templates: Templates

    func body(_ report: CoverageReport) -> String {
        let time = TimeWords(context.language, at: report.now.rfc3339, in: report.timeZone)
        let isTold = !report.clients.isEmpty
        let words = ForecastWords(context.language)
        return templates.text(
            "coverage",
            [
                "say": context.say, "isTold": isTold, "sheet": isTold ? CoveragePage.body(report, time) : "",
                "title": words.heading(from: report.firstDay, through: report.lastDay),
                "text": isTold ? "" : words.uncovered(report.uncovered.map(\.clientName), through: report.lastDay),
                "links": isTold && !context.isWall
                    ? report.gapsFirst.map {
                        ["name": $0.clientName, "href": "/clients/\($0.client.addressPart)"] as Templates.Values
                    } : [],
            ])
    }
}
