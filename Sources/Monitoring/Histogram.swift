/// How often something took how long.
package struct Histogram: Sendable, Equatable {
    /// The buckets' upper bounds, each included, in rising order.
    package let bounds: [Double]
    /// How many fell into each bucket and none before it; one bucket more than there are bounds, for all that took longer.
    package let counts: [Int]
    /// All together.
    package let sum: Double

    package init(bounds: [Double], counts: [Int], sum: Double) {
        self.bounds = bounds
        self.counts = counts
        self.sum = sum
    }
}

extension Metric {
    /// Durations by one label.
    package static func histograms(
        _ name: String, _ help: String, unit: String, by label: String, _ values: [String: Histogram]
    ) -> Metric {
        Metric(
            name: name, kind: .histogram, unit: unit, help: help,
            samples: values.sorted { $0.key < $1.key }.flatMap {
                samples($0.value, Label(name: label, value: $0.key))
            })
    }

    /// Buckets are cumulative; the one without a bound counts everything.
    private static func samples(_ histogram: Histogram, _ label: Label) -> [Sample] {
        var sum = 0.0
        var samples: [Sample] = []
        for (bound, count) in zip(histogram.bounds, histogram.counts) {
            sum += Double(count)
            samples.append(bucket(label, bound.description, sum))
        }
        let total = histogram.counts.reduce(0) { $0 + Double($1) }
        samples.append(bucket(label, "+Inf", total))
        samples.append(Sample(suffix: "_sum", labels: [label], value: histogram.sum))
        samples.append(Sample(suffix: "_count", labels: [label], value: total))
        return samples
    }

    private static func bucket(_ label: Label, _ bound: String, _ value: Double) -> Sample {
        Sample(suffix: "_bucket", labels: [label, Label(name: "le", value: bound)], value: value)
    }
}
