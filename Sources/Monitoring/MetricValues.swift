/// Metrics to look up by name.
package struct MetricValues {
    private let samples: [String: [Metric.Sample]]

    package init(_ metrics: [Metric]) {
        samples = Dictionary(metrics.map { ($0.name, $0.samples) }, uniquingKeysWith: +)
    }

    /// The value of a metric that has one.
    package subscript(name: String) -> Double? { samples[name]?.first?.value }

    /// The first label's value.
    package func label(_ name: String) -> String? { samples[name]?.first?.labels.first?.value }

    /// By the first label.
    package func by(_ name: String) -> [String: Double] {
        let values = (samples[name] ?? []).compactMap { sample in sample.labels.first.map { ($0.value, sample.value) } }
        return Dictionary(values, uniquingKeysWith: { first, _ in first })
    }

    /// By the first label; counts are of each bucket alone.
    package func histograms(_ name: String) -> [String: Histogram] {
        Dictionary(grouping: samples[name] ?? []) { $0.labels.first?.value ?? "" }.mapValues { samples in
            let buckets = samples.filter { $0.suffix == "_bucket" }
            let counts = zip(buckets, [0] + buckets.map(\.value)).map { Int($0.value - $1) }
            return Histogram(
                bounds: buckets.compactMap { $0.labels.last.flatMap { Double($0.value) } }.filter(\.isFinite),
                counts: counts, sum: samples.first { $0.suffix == "_sum" }?.value ?? 0)
        }
    }
}
