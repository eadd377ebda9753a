import MajorAPI

/// What `majorctl metrics` writes: what majord tells, and whether it did.
enum MetricsText {
    /// The text where there are no figures to be had.
    static let away = OpenMetrics.text([up(false)])

    static func text(_ metrics: [ReportsAPI.Metric]) -> String {
        OpenMetrics.text([up(true)] + metrics)
    }

    private static func up(_ isUp: Bool) -> ReportsAPI.Metric {
        ReportsAPI.Metric(
            name: "majord_up", kind: .gauge, help: "Whether majord answered with its figures.",
            samples: [ReportsAPI.Sample(suffix: "", labels: [], value: isUp ? 1 : 0)])
    }
}
