import MajorAPI
import Testing

@testable import majorctl

@Suite("OpenMetrics")
struct OpenMetricsTests {
    @Test("a family has its help, type and unit before its samples; the text has an end")
    func families() {
        let text = OpenMetrics.text([
            .gauge("majord_lag_seconds", "How late.", unit: "seconds", [([], 0.25)]),
            ReportsAPI.Metric(
                name: "majord_errors", kind: .counter, help: "How often.",
                samples: [
                    .init(suffix: "_total", labels: [.init(name: "socket", value: "control")], value: 0),
                    .init(suffix: "_total", labels: [.init(name: "socket", value: "pbx")], value: 2),
                ]),
            .gauge("majord_lost", "How many.", [([], 7)]),
        ])
        #expect(
            text == """
                # HELP majord_lag_seconds How late.
                # TYPE majord_lag_seconds gauge
                # UNIT majord_lag_seconds seconds
                majord_lag_seconds 0.25
                # HELP majord_errors How often.
                # TYPE majord_errors counter
                majord_errors_total{socket="control"} 0
                majord_errors_total{socket="pbx"} 2
                # HELP majord_lost How many.
                # TYPE majord_lost gauge
                majord_lost 7
                # EOF

                """)
    }

    @Test("families without samples are left out")
    func emptyFamilies() {
        #expect(OpenMetrics.text([.gauge("majord_unknown", "Not known.", [])]) == "# EOF\n")
        #expect(OpenMetrics.text([]) == "# EOF\n")
    }

    @Test(
        "label values are escaped",
        arguments: [
            ("plain", "plain"), ("", ""), ("a\"b", #"a\"b"#), (#"a\b"#, #"a\\b"#), ("a\nb", #"a\nb"#),
            (#"\""#, #"\\\""#), (#"\n"#, #"\\n"#), ("{é,}", "{é,}"),
        ])
    func escapes(value: String, written: String) {
        let text = OpenMetrics.text([.gauge("majord_x", "X.", [([("a", value), ("b", "1")], 1)])])
        #expect(text.contains("\nmajord_x{a=\"\(written)\",b=\"1\"} 1\n"), "\(text)")
    }

    @Test(
        "numbers are written without a fraction where they have none",
        arguments: [
            (0, "0"), (-0.0, "0"), (12, "12"), (-3, "-3"), (0.25, "0.25"), (1_795_377_600.25, "1795377600.25"),
            (9_007_199_254_740_991, "9007199254740991"), (1e300, "1e+300"), (1e-5, "1e-05"), (.nan, "NaN"),
            (.infinity, "+Inf"), (-.infinity, "-Inf"),
        ])
    func numbers(value: Double, written: String) {
        #expect(OpenMetrics.text([.gauge("majord_x", "X.", [([], value)])]).hasSuffix("\nmajord_x \(written)\n# EOF\n"))
    }
}

extension ReportsAPI.Metric {
    static func gauge(
        _ name: String, _ help: String, unit: String? = nil, _ samples: [([(name: String, value: String)], Double)]
    ) -> Self {
        Self(
            name: name, kind: .gauge, unit: unit, help: help,
            samples: samples.map { labels, value in
                ReportsAPI.Sample(
                    suffix: "", labels: labels.map { ReportsAPI.Label(name: $0.name, value: $0.value) }, value: value)
            })
    }
}
