import MajorAPI
import Time
package import Wording

/// A forecast as one page that needs nothing else: what matters in words, a chart, and all of it as a table.
package enum CoveragePage {
    package static func text(_ report: CoverageReport, _ time: TimeWords) -> String {
        let heading = ForecastWords(time.language).heading(from: report.firstDay, through: report.lastDay)
        return PageFrame.text(heading, time.language, paper: "A4 landscape", styles: styles, body(report, time))
    }

    /// What stands on the page, within whatever is around it.
    package static func body(_ report: CoverageReport, _ time: TimeWords) -> String {
        let words = ForecastWords(time.language)
        let heading = words.heading(from: report.firstDay, through: report.lastDay)
        let made = words.made(time.time(report.now)).markup
        let panels = CoverageDrawing.panels(report, words, time).map { "<div class=\"chart wide\">\n\($0)\n</div>" }
        let week = CoverageDrawing(report, days: 0..<7, .narrow, words, time)
        return """
            <h1>\(heading.markup)</h1>
            <p class="made">\(made)</p>
            \(gaps(report, words, time))
            <figure>
            \(CoverageDrawing.stripes)
            \(panels.joined(separator: "\n"))
            <div class="chart narrow">
            \(week.svg())
            </div>
            <figcaption>\(CoverageDrawing.legend(words))<p>\(words.worst.markup)</p></figcaption>
            </figure>
            \(table(report, words, time))
            """
    }

    private static func gaps(_ report: CoverageReport, _ words: ForecastWords, _ time: TimeWords) -> String {
        guard !report.clients.isEmpty || report.uncovered.isEmpty else {
            return "<p>\(words.uncovered(report.uncovered.map(\.clientName), through: report.lastDay).markup)</p>"
        }
        let gaps = report.gapsFirst.flatMap { client in
            report.gaps(of: client, time).map { gap in
                "<li><strong>\(client.clientName.markup)</strong> \(gap.markup)</li>"
            }
        }
        guard !gaps.isEmpty else { return "<p class=\"good\">\(words.noGaps(through: report.lastDay).markup)</p>" }
        return "<h2>\(words.gaps.markup)</h2>\n<ul class=\"gaps\">\n\(gaps.joined(separator: "\n"))\n</ul>"
    }

    /// The same for those who do not see the chart.
    private static func table(_ report: CoverageReport, _ words: ForecastWords, _ time: TimeWords) -> String {
        let rows = report.gapsFirst.flatMap { client -> [String] in
            let name = "<th scope=\"row\">\(client.clientName.markup)</th>"
            let pair = client.pairs.map { pair in
                let from = pair.from.flatMap { CalendarDay(text: $0) }.map { "\(words.from($0)): " } ?? ""
                return from + words.pair(primary: report.name(pair.primary), backup: report.name(pair.backup))
            }.joined(separator: "; ")
            return ["<tr>\(name)<td></td><td>\(pair.markup)</td></tr>"]
                + client.stretches.map { stretch in
                    let when = time.stretch(from: stretch.from, until: stretch.until).markup
                    let who = report.who(stretch, words).markup
                    return "<tr>\(name)<td>\(when)</td><td>\(who)</td></tr>"
                }
        }
        let head = [words.client, words.when, words.who].map { "<th scope=\"col\">\($0.markup)</th>" }.joined()
        return """
            <details>
            <summary>\(words.asTable.markup)</summary>
            <table>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table>
            </details>
            """
    }

    package static let styles = """
        .gaps li { margin: 4px 0; } .gaps strong { color: var(--nobody); }
        @media screen and (max-width: 700px) { .gaps { padding-left: 20px; } }
        @media print { details { display: none; } }
        """
}
