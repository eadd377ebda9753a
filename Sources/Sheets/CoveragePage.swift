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
    ///
    /// - Parameter more: What that knows beside the forecast.
    package static func body(
        _ report: CoverageReport, _ time: TimeWords, _ more: CoverageDrawing.More = CoverageDrawing.More()
    ) -> String {
        let words = ForecastWords(time.language)
        let heading = words.heading(from: report.firstDay, through: report.lastDay)
        let made = words.made(time.time(report.now)).markup
        return """
            <h1>\(heading.markup)</h1>
            <p class="made">\(made)</p>
            \(gaps(report, words, time, more.links))
            \(figure(report, words, time, more))
            \(table(report, words, time, more.links))
            """
    }

    /// The chart with its legend; rows where all is as it should be are folded away, where there are others.
    package static func figure(
        _ report: CoverageReport, _ words: ForecastWords, _ time: TimeWords,
        _ more: CoverageDrawing.More = CoverageDrawing.More()
    ) -> String {
        let all = report.rows
        let (whole, others) = (all.filter(\.isWhole), all.filter { !$0.isWhole })
        func charts(_ rows: [CoverageRow]) -> String {
            let panels = CoverageDrawing.panels(report, rows, words, time, more)
            let week = CoverageDrawing(report, rows, days: 0..<7, .narrow, words, time, more).svg()
            return panels.map { "<div class=\"chart wide\">\n\($0)\n</div>" }.joined(separator: "\n")
                + "\n<div class=\"chart narrow\">\n\(week)\n</div>"
        }
        let count = whole.reduce(0) { $0 + $1.clients.count }
        let isFolded = !whole.isEmpty && !others.isEmpty
        let named = report.namedHolidays(time)
        let holidays = named.isEmpty ? "" : "<p>\(words.holidays(named).markup)</p>"
        let folded =
            "<details class=\"whole\"><summary>\(words.whole(count).markup)</summary>\n\(charts(whole))\n</details>"
        return """
            <figure>
            \(CoverageDrawing.stripes)
            \(charts(isFolded ? others : all))
            \(isFolded ? folded : "")
            <figcaption>\(CoverageDrawing.legend(words, hasAsked: more.links != nil))<p>\(words.worstOfHalves.markup)</p>\(holidays)</figcaption>
            </figure>
            """
    }

    /// When clients have nobody, in words.
    ///
    /// - Parameter limit: So many lines at the most, and how many are left out.
    package static func gaps(
        _ report: CoverageReport, _ words: ForecastWords, _ time: TimeWords, _ links: CoverageLinks? = nil,
        limit: Int = .max
    ) -> String {
        guard !report.clients.isEmpty || report.uncovered.isEmpty else {
            return "<p>\(words.uncovered(report.uncovered.map(\.clientName), through: report.lastDay).markup)</p>"
        }
        let gaps = report.gaps(time).map { gap in
            let name = "<strong>\(gap.client.clientName.markup)</strong>"
            let shown = links.map { "<a href=\"\($0.day(gap.client.client, gap.day).markup)\">\(name)</a>" } ?? name
            let away = gap.away.isEmpty ? "" : " <span>\(words.away(gap.away).markup)</span>"
            let could = gap.standIns.map { " <span>\(words.could($0).markup)</span>" } ?? ""
            return "<li>\(shown) \(gap.times.markup)\(away)\(could)</li>"
        }
        guard !gaps.isEmpty else { return "<p class=\"good\">\(words.noGaps(through: report.lastDay).markup)</p>" }
        return
            "<h2>\(words.gaps.markup)</h2>\n<ul class=\"gaps\">\n\(gaps.prefix(limit).joined(separator: "\n"))\n</ul>"
            + (gaps.count > limit ? "<p>\(words.more(gaps.count - limit).markup)</p>" : "")
    }

    /// The same for those who do not see the chart.
    private static func table(
        _ report: CoverageReport, _ words: ForecastWords, _ time: TimeWords, _ links: CoverageLinks?
    ) -> String {
        let heading = words.heading(from: report.firstDay, through: report.lastDay).markup
        let rows = report.gapsFirst.flatMap { client -> [String] in
            let written = client.clientName.markup
            let linked = links.map { "<a href=\"\($0.client(client.client).markup)\">\(written)</a>" } ?? written
            let name = "<th scope=\"row\">\(linked)</th>"
            let pair = client.pairs.map { pair in
                let from = pair.from.flatMap { CalendarDay(text: $0) }.map { "\(words.from($0)): " } ?? ""
                return from + words.pair(primary: report.name(pair.primary), backup: report.name(pair.backup))
            }.joined(separator: "; ")
            return ["<tr>\(name)<td></td><td>\(pair.markup)</td></tr>"]
                + client.stretches.map { stretch in
                    let when = time.stretch(from: stretch.from, until: stretch.until, goesOn: stretch.goesOn).markup
                    let who = report.who(stretch, words).markup
                    return "<tr>\(name)<td>\(when)</td><td>\(who)</td></tr>"
                }
        }
        let head = [words.client, words.when, words.who].map { "<th scope=\"col\">\($0.markup)</th>" }.joined()
        return """
            <details>
            <summary>\(words.asTable.markup)</summary>
            <table>
            <caption>\(heading)</caption>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table>
            </details>
            """
    }

    package static let styles = """
        .gaps li { margin: 4px 0; } .gaps span { margin-left: 16px; } .gaps strong { color: var(--nobody); }
        @media screen and (max-width: 700px) { .gaps { padding-left: 20px; } }
        @media print { details { display: none; } }
        """
}
