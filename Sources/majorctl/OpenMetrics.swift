import MajorAPI

/// The text of OpenMetrics 1.0 (https://openmetrics.io), without timestamps, exemplars and the types that the older Prometheus text
/// format 0.0.4 does not have, so that readers of either take it, node_exporter's textfile collector among them.
enum OpenMetrics {
    /// Families without samples are left out.
    static func text(_ families: [ReportsAPI.Metric]) -> String {
        var text = ""
        for family in families where !family.samples.isEmpty {
            text += "# HELP \(family.name) \(family.help)\n"
            text += "# TYPE \(family.name) \(family.kind)\n"
            if let unit = family.unit { text += "# UNIT \(family.name) \(unit)\n" }
            for sample in family.samples {
                text += "\(family.name)\(sample.suffix)\(labels(sample.labels)) \(number(sample.value))\n"
            }
        }
        return text + "# EOF\n"
    }

    /// `{socket="pbx",le="0.001"}`; nothing where there is no label.
    private static func labels(_ labels: [ReportsAPI.Label]) -> String {
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
