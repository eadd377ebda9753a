package import Monitoring

extension ConnectionFigures {
    /// The connections of all sockets, by their names.
    package static func metrics(_ sockets: [String: ConnectionFigures]) -> [Metric] {
        func counters(_ name: String, _ help: String, _ figure: (ConnectionFigures) -> Int) -> Metric {
            .counters(name, help, by: "socket", sockets.mapValues(figure))
        }
        return [
            .gauges(
                "majord_connections", "Open connections.", by: "socket", sockets.mapValues { Double($0.current) }),
            counters(
                "majord_connections_accepted", "Connections that came in, the refused ones included.", \.total),
            counters("majord_connections_refused", "Connections closed because there were too many.", \.refused),
            counters(
                "majord_connections_timed_out", "Connections closed because their peer was too slow or silent.",
                \.timedOut),
            counters(
                "majord_protocol_errors", "Connections closed because their peer could not be understood.",
                \.protocolErrors),
        ]
    }
}
