package import MajorAPI

/// A report as comma-separated values (RFC 4180): a row a client, one for all together where there are several, and a head with the names that
/// docs/reports.md gives the figures. Numbers are written for programs, whatever the reader's language is.
package enum ReportCSV {
    package static func text(_ report: ReportsAPI.Report.Reply) -> String {
        var rows = report.clients.map { client in
            [
                ("client", plain(client.client)), ("client_name", plain(client.clientName)),
                ("level", plain(client.level)),
            ]
                + figures(
                    client.calls, client.missed, client.cases, client.serviceMinutes, client.uncoveredMinutes,
                    client.targets)
        }
        if let total = report.total {
            let targets = ReportsAPI.ReportTargets(cases: [:])
            rows.append(
                [("client", ""), ("client_name", "TOTAL"), ("level", "")]
                    + figures(
                        total.calls, total.missed, total.cases, total.serviceMinutes, total.uncoveredMinutes, targets))
        }
        let extra: [(String, Int?)] = [
            ("unknown_callers", report.total?.unknownCallers), ("unknown_numbers", report.total?.unknownNumbers),
            ("anonymous", report.total?.anonymous), ("refused", report.total?.refused),
            ("colleagues", report.total?.colleagues), ("unasked", report.total?.unasked),
        ]
        if extra.contains(where: { $0.1 != nil }) {
            for index in rows.indices {
                let isTotal = index == rows.count - 1
                rows[index] += extra.map { ($0.0, isTotal ? number($0.1) : "") }
            }
        }
        guard let head = rows.first?.map(\.0) else { return "" }
        return ([head] + rows.map { $0.map(\.1) }).map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func figures(
        _ calls: ReportsAPI.CallFigures, _ missed: ReportsAPI.MissedFigures, _ cases: [ReportsAPI.CaseFigures],
        _ service: Int, _ uncovered: Int, _ targets: ReportsAPI.ReportTargets
    ) -> [(String, String)] {
        var values: [(String, String)] = [
            ("calls", number(calls.calls)), ("counted", number(calls.counted)), ("answered", number(calls.answered)),
            ("primary", number(calls.primary)), ("backup", number(calls.backup)), ("deputy", number(calls.deputy)),
            ("callback", number(calls.callback)), ("case", number(calls.case)),
            ("abandoned", number(calls.abandoned)), ("no_answer", number(calls.noAnswer)),
            ("overflow", number(calls.overflow)), ("nobody", number(calls.nobody)), ("open", number(calls.open)),
            ("unknown", number(calls.unknown)), ("outside", number(calls.outside)), ("called", number(calls.called)),
            ("not_reached", number(calls.notReached)), ("target_share", number(targets.share)),
            ("target_seconds", number(targets.seconds)),
        ]
        values += share("pair", calls.pair) + share("within", calls.within)
        values += share("within_without_abandoned", calls.withinWithoutAbandoned)
        values.append(("abandoned_within", number(calls.abandonedWithin)))
        values += spread("wait", calls.wait)
        values += [
            ("missed", number(missed.missed)), ("missed_answered", number(missed.answered)),
            ("missed_called", number(missed.called)), ("missed_by_hand", number(missed.byHand)),
            ("missed_open", number(missed.open)), ("missed_overdue", number(missed.overdue)),
        ]
        values += share("missed_in_time", missed.inTime) + spread("missed_time", missed.time)
        for kind in cases {
            values += [
                ("\(kind.kind)_opened", number(kind.opened)), ("\(kind.kind)_closed", number(kind.closed)),
                ("\(kind.kind)_open", number(kind.open)),
                ("\(kind.kind)_target_seconds", number(targets.cases[kind.kind])),
            ]
            values += share("\(kind.kind)_within", kind.within) + spread("\(kind.kind)_time", kind.time)
        }
        return values + [("service_minutes", number(service)), ("uncovered_minutes", number(uncovered))]
    }

    private static func number(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }

    private static func share(_ name: String, _ share: ReportsAPI.Share?) -> [(String, String)] {
        [
            (name, number(share?.count)), ("\(name)_of", number(share?.of)),
            ("\(name)_percent", share?.percent.map { "\($0)" } ?? ""),
        ]
    }

    /// In seconds.
    private static func spread(_ name: String, _ spread: ReportsAPI.Spread) -> [(String, String)] {
        [("median", spread.median), ("p80", spread.p80), ("p95", spread.p95)].map { part, value in
            ("\(name)_\(part)", value.map { "\($0)" } ?? "")
        }
    }

    /// A text as a spreadsheet takes it for one: what begins as its formulas do gets an apostrophe in front, as their makers advise.
    private static func plain(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) else {
            return text
        }
        return "'\(text)"
    }

    private static func quoted(_ text: String) -> String {
        guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
        return "\"\(text.replacing("\"", with: "\"\""))\""
    }
}
