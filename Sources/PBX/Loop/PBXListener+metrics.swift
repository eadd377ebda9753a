package import Metrics

extension PBXListener {
    /// How long answers took, by socket.
    package func answerMetrics(hasFastAGI: Bool) -> [Metric] {
        var answers = ["pbx": Histogram(latency)]
        if hasFastAGI { answers["fastagi"] = Histogram(fastAGILatency) }
        return [
            .histograms(
                "majord_answer_duration_seconds", "How long answers took, from when majord woke up for the question.",
                unit: "seconds", by: "socket", answers)
        ]
    }
}

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
            counters(
                "majord_requests_late", "Requests dropped because they had waited longer than their deadline.",
                \.requestsLate),
            counters("majord_requests_gone", "Requests dropped because their peer had gone.", \.requestsGone),
        ]
    }
}

extension Histogram {
    fileprivate init(_ figures: LatencyFigures) {
        self.init(
            bounds: figures.bounds, counts: figures.counts, sum: Double(figures.sumNanoseconds) / 1_000_000_000)
    }
}
