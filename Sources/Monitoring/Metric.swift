/// One family of figures as monitoring reads it: declared beside what it counts, and carried to whoever asks as it is.
package struct Metric: Sendable, Equatable {
    package enum Kind: String, Sendable {
        case counter, gauge, histogram
    }

    package struct Label: Sendable, Equatable {
        package let name: String
        package let value: String
    }

    package struct Sample: Sendable, Equatable {
        /// What comes after the metric's name, as in `_total`.
        package let suffix: String
        package let labels: [Label]
        package let value: Double
    }

    /// Without the suffix of a counter; ends with the unit where there is one.
    package let name: String
    package let kind: Kind
    /// A base unit: seconds or bytes.
    package let unit: String?
    /// One sentence without backslashes, quotes and line feeds.
    package let help: String
    /// None: it is left out.
    package let samples: [Sample]
}

extension Metric {
    /// What is so at the moment.
    ///
    /// - Parameter value: Nil where it is not known.
    package static func gauge(
        _ name: String, _ help: String, unit: String? = nil, label: (name: String, value: String)? = nil,
        _ value: Double?
    ) -> Metric {
        let labels = label.map { [Label(name: $0.name, value: $0.value)] } ?? []
        return Metric(
            name: name, kind: .gauge, unit: unit, help: help,
            samples: value.map { [Sample(suffix: "", labels: labels, value: $0)] } ?? [])
    }

    /// A number of things at the moment.
    package static func gauge(_ name: String, _ help: String, _ count: Int) -> Metric {
        gauge(name, help, Double(count))
    }

    /// Whether something is so: 1 or 0.
    package static func gauge(_ name: String, _ help: String, _ isSo: Bool) -> Metric {
        gauge(name, help, isSo ? 1 : 0)
    }

    /// What is so at the moment, by one label.
    package static func gauges(
        _ name: String, _ help: String, unit: String? = nil, by label: String, _ values: [String: Double]
    ) -> Metric {
        Metric(name: name, kind: .gauge, unit: unit, help: help, samples: samples(values, suffix: "", by: label))
    }

    /// What has happened since the start.
    package static func counter(_ name: String, _ help: String, _ value: Int) -> Metric {
        Metric(
            name: name, kind: .counter, unit: nil, help: help,
            samples: [Sample(suffix: "_total", labels: [], value: Double(value))])
    }

    /// What has happened since the start, by one label. Give a zero for what has not, so that a rate over it is known from the start.
    package static func counters(
        _ name: String, _ help: String, by label: String, _ values: [String: Int]
    ) -> Metric {
        Metric(
            name: name, kind: .counter, unit: nil, help: help,
            samples: samples(values.mapValues(Double.init), suffix: "_total", by: label))
    }

    private static func samples(_ values: [String: Double], suffix: String, by label: String) -> [Sample] {
        values.sorted { $0.key < $1.key }.map {
            Sample(suffix: suffix, labels: [Label(name: label, value: $0.key)], value: $0.value)
        }
    }
}
