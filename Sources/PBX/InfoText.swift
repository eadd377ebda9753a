import Routing

/// The counters as `INFO` shows them: sections of `key:value` lines.
struct InfoText {
    let desk: DeskFigures
    let connections: ConnectionFigures
    let fastAGI: ConnectionFigures

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
                    ("generation", "\(desk.generation)"),
                ]
            ),
            (
                "Directory",
                [
                    ("clients", "\(desk.clients)"), ("agents", "\(desk.agents)"),
                    ("agents_absent", "\(desk.agentsAbsent)"), ("clients_covered", "\(desk.clientsCovered)"),
                    ("clients_uncovered", "\(desk.clientsUncovered)"),
                ]
            ),
            (
                "Decisions",
                Decision.Reason.allCases.map { reason in
                    (
                        reason.rawValue.split(separator: "-").joined(separator: "_"),
                        "\(desk.decisions[reason, default: 0])"
                    )
                }
            ),
            ("Clients", Self.lines(of: connections, prefix: "")),
            ("FastAGI", Self.lines(of: fastAGI, prefix: "fastagi_")),
        ]
    }

    private static func lines(of figures: ConnectionFigures, prefix: String) -> [(key: String, value: String)] {
        [
            ("\(prefix)connected_clients", "\(figures.current)"),
            ("\(prefix)total_connections_received", "\(figures.total)"),
            ("\(prefix)rejected_connections", "\(figures.refused)"),
            ("\(prefix)protocol_errors", "\(figures.protocolErrors)"),
            ("\(prefix)timed_out_connections", "\(figures.timedOut)"),
        ]
    }
}
