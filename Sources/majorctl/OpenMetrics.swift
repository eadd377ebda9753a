/// The text of OpenMetrics 1.0 (https://openmetrics.io), without timestamps, exemplars and the types that the older Prometheus text
/// format 0.0.4 does not have, so that readers of either take it, node_exporter's textfile collector among them.
enum OpenMetrics {
    /// Families without samples are left out.
    static func text(_ families: [MetricFamily]) -> String {
        var text = ""
        for family in families where !family.samples.isEmpty {
            text += "# HELP \(family.name) \(family.help)\n"
            text += "# TYPE \(family.name) \(family.kind.rawValue)\n"
            if let unit = family.unit { text += "# UNIT \(family.name) \(unit)\n" }
            for sample in family.samples {
                text += "\(family.name)\(sample.suffix)\(labels(sample.labels)) \(number(sample.value))\n"
            }
        }
        return text + "# EOF\n"
    }

    /// `{socket="pbx",le="0.001"}`; nothing where there is no label.
    private static func labels(_ labels: [(name: String, value: String)]) -> String {
        guard !labels.isEmpty else { return "" }
        return "{" + labels.map { "\($0.name)=\"\(escaped($0.value))\"" }.joined(separator: ",") + "}"
    }

    /// A label's value: backslashes, quotes and line feeds are written with a backslash in both formats.
    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    /// Whole numbers are written without a fraction.
    private static func number(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "-Inf" : "+Inf" }
        // Beyond 2⁵³ a double does not hold every whole number.
        if value.magnitude < 9_007_199_254_740_992, value.rounded() == value { return String(Int64(value)) }
        return value.description
    }
}

/// One family of metrics: what is measured, and the samples that tell it.
struct MetricFamily {
    enum Kind: String {
        case counter, gauge, histogram
    }

    struct Sample {
        /// What comes after the family's name, as in `_total`.
        var suffix = ""
        var labels: [(name: String, value: String)] = []
        var value: Double
    }

    /// Without the suffix of a counter; ends with the unit where there is one.
    let name: String
    let kind: Kind
    /// A base unit: seconds or bytes.
    let unit: String?
    /// One sentence without backslashes, quotes and line feeds.
    let help: String
    let samples: [Sample]

    /// What is so at the moment.
    static func gauge(
        _ name: String, _ help: String, unit: String? = nil, labels: [(name: String, value: String)] = [],
        _ value: Double?
    ) -> MetricFamily {
        MetricFamily(
            name: name, kind: .gauge, unit: unit, help: help,
            samples: value.map { [Sample(labels: labels, value: $0)] } ?? [])
    }

    /// What is so at the moment, by one label.
    static func gauges(_ name: String, _ help: String, by label: String, _ values: [String: Int]) -> MetricFamily {
        MetricFamily(
            name: name, kind: .gauge, unit: nil, help: help, samples: samples(values, suffix: "", by: label))
    }

    /// What has happened since the start.
    static func counter(_ name: String, _ help: String, _ value: Int) -> MetricFamily {
        MetricFamily(
            name: name, kind: .counter, unit: nil, help: help,
            samples: [Sample(suffix: "_total", value: Double(value))])
    }

    /// What has happened since the start, by one label.
    static func counters(_ name: String, _ help: String, by label: String, _ values: [String: Int]) -> MetricFamily {
        MetricFamily(
            name: name, kind: .counter, unit: nil, help: help, samples: samples(values, suffix: "_total", by: label))
    }

    private static func samples(_ values: [String: Int], suffix: String, by label: String) -> [Sample] {
        values.sorted { $0.key < $1.key }.map {
            Sample(suffix: suffix, labels: [(label, $0.key)], value: Double($0.value))
        }
    }
}
