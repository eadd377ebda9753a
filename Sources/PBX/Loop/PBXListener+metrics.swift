package import Monitoring

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

extension Histogram {
    fileprivate init(_ figures: LatencyFigures) {
        self.init(
            bounds: figures.bounds, counts: figures.counts, sum: Double(figures.sumNanoseconds) / 1_000_000_000)
    }
}
