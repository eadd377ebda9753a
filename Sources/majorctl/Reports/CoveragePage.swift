import MajorAPI
import Time
import Wording

/// A forecast as one page that needs nothing else: what matters in words, a chart, and all of it as a table.
enum CoveragePage {
    static func text(_ report: CoverageReport, _ time: TimeWords) -> String {
        let words = ForecastWords(time.language)
        let heading = words.heading(from: report.firstDay, through: report.lastDay).markup
        let made = words.made(time.time(report.now)).markup
        let panels = CoverageDrawing.panels(report, words, time).map { "<div class=\"chart wide\">\n\($0)\n</div>" }
        let week = CoverageDrawing(report, days: 0..<7, .narrow, words, time)
        return """
            <!DOCTYPE html>
            <html lang="\(time.language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(heading)</title>
            <style>
            \(styles)
            </style>
            </head>
            <body>
            <h1>\(heading)</h1>
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
            </body>
            </html>

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
                    let who = CoverageText.who(stretch, report, words).markup
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

    private static let styles = """
        :root { --page: #fff; --text: #17202b; --quiet: #5f6b79; --both: #e8f7f1; --line: #037d5c;
          --deputy: #431955; --nobody: #7d1020; --onNobody: #fff; }
        @media (prefers-color-scheme: dark) { :root { --page: #11161c; --text: #e8edf2; --quiet: #8b97a4; --both: #103b2f;
          --line: #76f8c8; --deputy: #f8d0ff; --nobody: #ff5a70; --onNobody: #0d1217; } }
        @media print { :root { --page: #fff; --text: #17202b; --quiet: #5f6b79; --both: #e8f7f1; --line: #037d5c;
          --deputy: #431955; --nobody: #7d1020; --onNobody: #fff; } }
        @page { size: A4 landscape; margin: 12mm; }
        body { margin: 24px; background: var(--page); color: var(--text); font: 16px/1.4 system-ui, sans-serif;
          font-variant-numeric: tabular-nums; }
        h1 { font-size: 28px; } h2 { font-size: 20px; }
        .made, figcaption { color: var(--quiet); font-size: 14px; }
        .gaps li { margin: 4px 0; } .gaps strong { color: var(--nobody); }
        figure { margin: 24px 0; } .chart { margin-bottom: 16px; break-inside: avoid; } .shared { position: absolute; }
        .narrow { display: none; } svg { display: block; max-width: 100%; height: auto; } svg text { fill: var(--text); font-size: 14px; } svg .small { fill: var(--quiet); font-size: 11px; }
        .key { display: inline-block; margin-right: 16px; } .key svg { display: inline-block; vertical-align: middle; }
        .b { fill: var(--both); stroke: var(--line); } .o { fill: var(--line); } .n { fill: var(--nobody); }
        .d { fill: url(#stripes); stroke: var(--deputy); } .stripe { stroke: var(--deputy); stroke-width: 3; }
        .c { stroke: var(--quiet); } svg .mark { fill: var(--onNobody); font-weight: bold; text-anchor: middle; }
        table { border-collapse: collapse; } th, td { padding: 4px 16px 4px 0; text-align: left; vertical-align: top; }
        tr { border-top: 1px solid var(--quiet); }
        @media screen and (max-width: 700px) { body { margin: 16px; } h1 { font-size: 20px; } h2 { font-size: 16px; }
          .wide { display: none; } .narrow { display: block; } .gaps { padding-left: 20px; } table { font-size: 14px; }
          td { overflow-wrap: anywhere; } }
        @media print { details { display: none; } }
        """
}

extension String {
    /// The text as it stands in HTML and SVG, in elements and in attributes with quotation marks.
    var markup: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
