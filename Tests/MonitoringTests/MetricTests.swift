import Testing

@testable import Monitoring

@Suite("Metric")
struct MetricTests {
    private func lines(_ metric: Metric) -> [String] {
        metric.samples.map { sample in
            let labels = sample.labels.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
            return "\(metric.name)\(sample.suffix){\(labels)} \(sample.value)"
        }
    }

    @Test("what is not known has no sample; what is counted is there before it occurs, sorted by its label")
    func samples() {
        #expect(lines(.gauge("a", "", nil)).isEmpty)
        #expect(lines(.gauge("a", "", unit: "seconds", 0.25)) == ["a{} 0.25"])
        #expect(lines(.gauge("a", "", true)) == ["a{} 1.0"])
        #expect(lines(.gauge("a", "", 7)) == ["a{} 7.0"])
        #expect(lines(.gauge("a", "", label: ("version", "0.1"), 1)) == ["a{version=0.1} 1.0"])
        #expect(lines(.counter("a", "", 3)) == ["a_total{} 3.0"])
        #expect(
            lines(.counters("a", "", by: "socket", ["pbx": 2, "control": 0]))
                == ["a_total{socket=control} 0.0", "a_total{socket=pbx} 2.0"])
        #expect(lines(.gauges("a", "", by: "socket", ["pbx": 2])) == ["a{socket=pbx} 2.0"])
    }

    @Test(
        "buckets are cumulative, the last one counts everything, and they come apart again",
        arguments: [
            ([0.00001, 0.001, 1], [5, 20, 3, 2], ["1e-05 5", "0.001 25", "1.0 28", "+Inf 30"]),
            ([0.001], [0, 0], ["0.001 0", "+Inf 0"]), ([], [0], ["+Inf 0"]),
        ] as [([Double], [Int], [String])])
    func histogram(bounds: [Double], counts: [Int], buckets: [String]) {
        let histogram = Histogram(bounds: bounds, counts: counts, sum: 0.5)
        let metric = Metric.histograms("a", "", unit: "seconds", by: "socket", ["pbx": histogram])
        #expect(
            metric.samples.filter { $0.suffix == "_bucket" }.map { "\($0.labels[1].value) \(Int($0.value))" } == buckets
        )
        #expect(metric.samples.allSatisfy { $0.labels.first == Metric.Label(name: "socket", value: "pbx") })
        #expect(
            metric.samples.suffix(2).map { "\($0.suffix) \($0.value)" }
                == ["_sum 0.5", "_count \(Double(counts.reduce(0, +)))"])
        #expect(MetricValues([metric]).histograms("a") == ["pbx": histogram])
    }

    @Test("counts near the largest number do not overflow")
    func largeCounts() {
        let histogram = Histogram(bounds: [1], counts: [.max, .max], sum: .greatestFiniteMagnitude)
        #expect(Metric.histograms("a", "", unit: "seconds", by: "socket", ["pbx": histogram]).samples.count == 4)
    }

    @Test("values are found by name and label; what is not there is nil or nothing")
    func values() {
        let values = MetricValues([
            .gauge("a", "", 7), .counters("b", "", by: "socket", ["pbx": 2, "control": 0]), .gauge("c", "", nil),
            .gauge("d", "", label: ("version", "0.1"), 1),
        ])
        #expect(values["a"] == 7)
        #expect(values["c"] == nil)
        #expect(values["e"] == nil)
        #expect(values.by("b") == ["pbx": 2, "control": 0])
        #expect(values.by("e").isEmpty)
        #expect(values.label("d") == "0.1")
        #expect(values.histograms("e").isEmpty)
    }
}
