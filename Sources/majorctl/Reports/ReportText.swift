import MajorAPI
import Sheets
import ShownText
import Time
import Wording

/// A report as a table in words: of one client a line a figure, of all a line a client.
enum ReportText {
    static func lines(_ report: ReportsAPI.Report.Reply, _ time: TimeWords, _ style: Style) -> [String] {
        let words = ReportWords(time.language)
        if report.sheet != nil, let client = report.clients.first {
            return [style.bold("\(client.clientName), \(ReportParts.period(report, time))"), ""]
                + figures(client, words)
        }
        return [style.bold(ReportParts.period(report, time)), ""] + all(report, words, style)
    }

    private static func figures(_ client: ReportsAPI.ClientReport, _ words: ReportWords) -> [String] {
        let (calls, missed) = (client.calls, client.missed)
        var rows: [(ReportWords.Label, String)] = [(.calls, "\(calls.calls)")]
        func share(_ share: ReportsAPI.Share) -> String { told(share, words) }
        if calls.counted > 0 { rows.append((.pair, share(calls.pair))) }
        if let within = calls.within, let seconds = client.targets.seconds {
            let target = client.targets.share.map { " (\(words.target($0)))" } ?? ""
            rows.append((.within(seconds), share(within) + target))
            if let others = calls.withinWithoutAbandoned { rows.append((.withoutAbandoned, share(others))) }
        }
        if let spread = spread(calls.wait, words.wait) { rows.append((.waits, spread)) }
        rows += [(.abandoned, "\(calls.abandoned)"), (.notReported, "\(calls.unknown + calls.open)")]
        rows += [(.outside, "\(calls.outside)"), (.called, "\(calls.called) (\(calls.notReached))")]
        rows.append((.missed, "\(missed.missed)"))
        if missed.missed > 0 {
            rows.append((.inTime, share(missed.inTime)))
            if let spread = spread(missed.time, words.serviceTime, isWithP95: false) {
                rows.append((.calledBack, spread))
            }
            rows.append((.stillOpen, "\(missed.open) (\(missed.overdue))"))
        }
        rows.append((.uncovered, "\(client.uncoveredMinutes)"))
        for kind in client.cases where kind.opened + kind.closed + kind.open > 0 {
            rows.append((.cases(kind.kind), "\(kind.opened), \(kind.closed), \(kind.open)"))
            if let spread = spread(kind.time, words.serviceTime, isWithP95: false) {
                rows.append((.closed(kind.kind), spread))
            }
            if let within = kind.within, let target = client.targets.cases[kind.kind] {
                rows.append((.closedWithin(kind.kind, words.serviceTime(Double(target))), share(within)))
            }
        }
        let labels = rows.map { words.label($0.0).capitalizingFirst }
        let width = labels.map(\.displayWidth).max() ?? 0
        return (calls.calls == 0 ? [words.noCalls, ""] : [])
            + zip(labels, rows).map { label, row in "\(label.fitted(to: width))  \(row.1)" }
    }

    /// `38 of 42`, with percents where there are enough.
    static func told(_ share: ReportsAPI.Share, _ words: ReportWords) -> String {
        let counts = words.counts(share.count, of: share.of)
        guard share.isManyEnough, let percent = share.percent else { return counts }
        return "\(counts)  \(words.percent(percent))"
    }

    /// Nil of too few.
    private static func spread(
        _ spread: ReportsAPI.Spread, _ text: (Double) -> String, isWithP95: Bool = true
    ) -> String? {
        guard spread.isManyEnough, let median = spread.median, let p80 = spread.p80, let p95 = spread.p95 else {
            return nil
        }
        return ([median, p80] + (isWithP95 ? [p95] : [])).map(text).joined(separator: ", ")
    }

    private static func all(_ report: ReportsAPI.Report.Reply, _ words: ReportWords, _ style: Style) -> [String] {
        var rows = report.clients.map { client in
            ReportParts.row(
                client.clientName, client.calls, client.missed, client.cases, client.uncoveredMinutes, words)
        }
        if let total = report.total, rows.count > 1 {
            rows.append(
                ReportParts.row(words.total, total.calls, total.missed, total.cases, total.uncoveredMinutes, words))
        }
        guard !rows.isEmpty else { return [words.noCalls] }
        let nameWidth = min(rows.map { $0[0].displayWidth }.max() ?? 0, 30)
        func line(_ name: String, _ columns: [String]) -> String {
            name.fitted(to: nameWidth)
                + columns.map { " " + String(repeating: " ", count: max(9 - $0.displayWidth, 0)) + $0 }.joined()
        }
        var lines = [style.bold(line("", words.heads))] + rows.map { line($0[0], Array($0.dropFirst())) }
        lines += ["", words.headsMeaning]
        if let total = report.total, let callers = total.unknownCallers, let numbers = total.unknownNumbers {
            lines.append("\(words.label(.unknownCallers).capitalizingFirst): \(callers) (\(numbers))")
        }
        return lines
    }
}
