import Routing
import Sockets

/// The counters as `INFO` shows them: sections of `key:value` lines.
struct InfoText {
    let desk: DeskFigures
    let pbx: SocketCounters
    let fastAGI: SocketCounters

    /// The sections with these names, in any case; all where none is named.
    func text(sections names: [String]) -> String {
        let wanted = Set(names.map { $0.lowercased() })
        let isAll = wanted.isEmpty || !wanted.isDisjoint(with: ["all", "default", "everything"])
        return sections.filter { isAll || wanted.contains($0.name.lowercased()) }
            .map { section in
                "# \(section.name)\r\n" + section.lines.map { "\($0):\($1)\r\n" }.joined()
            }
            .joined(separator: "\r\n")
    }

    private var sections: [(name: String, lines: [(key: String, value: String)])] {
        [
            (
                "Majord",
                [
                    ("version", desk.version), ("uptime_in_seconds", "\(desk.uptimeSeconds)"),
                    ("generation", "\(desk.generation)"), ("degraded", desk.isDegraded ? "1" : "0"),
                ]
            ),
            (
                "Directory",
                [
                    ("clients", "\(desk.clients)"), ("agents", "\(desk.agents)"),
                    ("agents_absent", "\(desk.agentsAbsent)"), ("clients_covered", "\(desk.clientsCovered)"),
                    ("clients_uncovered", "\(desk.clientsUncovered)"),
                    ("directory_degraded", desk.isLastGood ? "1" : "0"),
                    ("reloads_done", "\(desk.reloadsDone)"), ("reloads_refused", "\(desk.reloadsRefused)"),
                ]
            ),
            (
                "Decisions",
                Decision.Reason.allCases.map { reason in
                    (
                        reason.word.split(separator: "-").joined(separator: "_"),
                        "\(desk.decisions[reason, default: 0])"
                    )
                }
            ),
            ("Answers", answers),
            (
                "Ledger",
                [
                    ("ledger_available", desk.ledger.isAvailable ? "1" : "0"),
                    ("records_waiting", "\(desk.ledger.recordsWaiting)"),
                    ("records_dropped", "\(desk.ledger.recordsDropped)"), ("ledger_lag_ms", "\(desk.ledger.lag)"),
                ]
            ),
            ("Clients", Self.lines(of: pbx, prefix: "")),
            ("FastAGI", Self.lines(of: fastAGI, prefix: "fastagi_")),
        ]
    }

    /// How many answers took up to so many microseconds, and how long all of them took.
    private var answers: [(key: String, value: String)] {
        let latency = pbx.latency.figures
        let names = latency.bounds.map { "answers_to_\(Int(($0 * 1_000_000).rounded()))_us" } + ["answers_above"]
        return zip(names, latency.counts).map { ($0, "\($1)") } + [
            ("answers", "\(latency.count)"), ("answers_total_us", "\(latency.sumNanoseconds / 1_000)"),
        ]
    }

    private static func lines(of counters: SocketCounters, prefix: String) -> [(key: String, value: String)] {
        let (figures, dropped) = (counters.connections.figures, counters.dropped.figures)
        return [
            ("\(prefix)connected_clients", "\(figures.current)"),
            ("\(prefix)total_connections_received", "\(figures.total)"),
            ("\(prefix)rejected_connections", "\(figures.refused)"),
            ("\(prefix)protocol_errors", "\(figures.protocolErrors)"),
            ("\(prefix)timed_out_connections", "\(figures.timedOut)"),
            ("\(prefix)late_requests", "\(dropped.late)"),
            ("\(prefix)gone_requests", "\(dropped.gone)"),
        ]
    }
}
