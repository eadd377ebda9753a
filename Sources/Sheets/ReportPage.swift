package import MajorAPI
import Time
package import Wording

/// A report as one page that needs nothing else and fits paper: a client's month on his sheet, or a table of all clients.
package enum ReportPage {
    package static func text(_ report: ReportsAPI.Report.Reply, _ time: TimeWords) -> String {
        let period = ReportParts.period(report, time)
        let name = report.sheet == nil ? nil : report.clients.first?.clientName
        return PageFrame.text(
            [name, period].compactMap(\.self).joined(separator: ", "), time.language,
            paper: name == nil ? "A4 landscape" : "A4", styles: styles, body(report, time))
    }

    /// What stands on the page, within whatever is around it.
    package static func body(_ report: ReportsAPI.Report.Reply, _ time: TimeWords) -> String {
        let period = ReportParts.period(report, time)
        guard let sheet = report.sheet, let client = report.clients.first else { return all(report, period, time) }
        return ReportSheet(report, client, sheet, time).body(period)
    }

    package static let styles = "\(own)\n\(ReportDrawing.styles)"

    private static func all(_ report: ReportsAPI.Report.Reply, _ period: String, _ time: TimeWords) -> String {
        let (words, sheet) = (ReportWords(time.language), ReportSheetWords(time.language))
        var rows = report.clients.map { client in
            ReportParts.row(
                client.clientName, client.calls, client.missed, client.cases, client.uncoveredMinutes, words)
        }
        if let total = report.total, rows.count > 1 {
            rows.append(
                ReportParts.row(words.total, total.calls, total.missed, total.cases, total.uncoveredMinutes, words))
        }
        let table =
            rows.isEmpty
            ? "<p>\(words.noCalls.markup)</p>"
            : PageTable.text(
                [sheet.label(.client)] + words.heads, rows.map { ($0.first ?? "", labelled($0.dropFirst(), words)) },
                kind: "figure stacked")
                + "<p class=\"made\">\(words.headsMeaning.markup)</p>"
        return """
            <h1>\(period.markup)</h1>
            \(table)
            <p class="made">\(sheet.made(made(report, time), zone: report.timeZone).markup)</p>
            """
    }

    /// Each figure with what stands over it, for a telephone, on which a line of the table has no room.
    private static func labelled(_ figures: some Sequence<String>, _ words: ReportWords) -> [PageCell] {
        zip(figures, words.heads).map { PageCell($0, label: $1) }
    }

    static func made(_ report: ReportsAPI.Report.Reply, _ time: TimeWords) -> String {
        LocalDateTime(rfc3339: report.made).map(time.time) ?? report.made
    }

    private static let own = """
        h1 { margin-bottom: 4px; } h2 { margin: 20px 0 8px; } dl { display: grid; grid-template-columns: max-content auto; gap: 2px 16px; margin: 8px 0; }
        dt { color: var(--quiet); } dd { margin: 0; } .told { font-size: 18px; } section { break-inside: avoid; }
        .sheet { max-width: 720px; margin: 0 auto; } .good { color: var(--line); } .bad { color: var(--nobody); }
        .figure td, .figure th + th { text-align: right; white-space: nowrap; } th { font-weight: 600; } tbody th { font-weight: normal; }
        .definitions { font-size: 12px; color: var(--quiet); padding-left: 16px; }
        @media screen and (max-width: 700px) { .told { font-size: 16px; } td { overflow-wrap: normal; } dl { display: block; } dd { margin-bottom: 4px; }
          .agreed thead { display: none; } .agreed tr { display: block; padding: 4px 0; } .agreed th, .agreed td { padding: 0; }
          .agreed tbody th { display: block; } .agreed td { display: inline-block; margin-right: 16px; } .agreed td:empty { display: none; }
          .stacked thead { display: none; } .stacked tr { display: block; padding: 8px 0; } .stacked tbody th { display: block; padding: 0; font-weight: 600; }
          .stacked td { display: inline-block; padding: 0; margin-right: 16px; }
          td[data-label]::before { content: attr(data-label) " "; color: var(--quiet); } }
        @media print { body { margin: 0; font-size: 11px; line-height: 1.3; } h1 { font-size: 20px; margin: 0; } h2 { font-size: 13px; margin: 8px 0 2px; }
          .told { font-size: 12px; } .chart { margin-bottom: 2px; } td, th { padding: 1px 12px 1px 0; } dl { margin: 4px 0; gap: 0 16px; }
          .definitions { font-size: 9px; columns: 2; margin: 2px 0; } .made, figcaption { font-size: 10px; } .key { margin-right: 10px; }
          .key svg { height: 14px; width: auto; } p, ul { margin: 3px 0; } figure { margin: 2px 0; } figcaption p { display: inline; } }
        """
}

/// A cell of a table.
struct PageCell {
    let text: String
    /// The class that it is drawn as.
    let kind: String?
    /// What stands before it on a telephone, where a table has no head.
    let label: String?

    init(_ text: String, kind: String? = nil, label: String? = nil) {
        self.text = text
        self.kind = kind
        self.label = label
    }

    fileprivate var markup: String {
        let kind = kind.map { " class=\"\($0)\"" } ?? ""
        let label = label.map { " data-label=\"\($0.markup)\"" } ?? ""
        return "<td\(kind)\(label)>\(text.markup)</td>"
    }
}

/// A table whose rows have their names in front.
enum PageTable {
    static func text(_ head: [String], _ rows: [[String]], kind: String = "figure") -> String {
        text(head, rows.map { ($0.first ?? "", $0.dropFirst().map { PageCell($0) }) }, kind: kind)
    }

    static func text(
        _ head: [String], _ rows: [(name: String, cells: [PageCell])], kind: String = "figure"
    ) -> String {
        let heads = head.map { "<th scope=\"col\">\($0.markup)</th>" }.joined()
        let lines = rows.map { name, cells in
            "<tr><th scope=\"row\">\(name.markup)</th>\(cells.map(\.markup).joined())</tr>"
        }
        return """
            <table class="\(kind)">
            <thead><tr>\(heads)</tr></thead>
            <tbody>
            \(lines.joined(separator: "\n"))
            </tbody>
            </table>
            """
    }
}
