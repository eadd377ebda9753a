import Testing

@testable import majorctl

@Suite("OpenMetrics")
struct OpenMetricsTests {
    @Test("a family has its help, type and unit before its samples; the text has an end")
    func families() {
        let text = OpenMetrics.text([
            .gauge("majord_lag_seconds", "How late.", unit: "seconds", 0.25),
            .counters("majord_errors", "How often.", by: "socket", ["pbx": 2, "control": 0]),
            .counter("majord_lost", "How many.", 7),
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
                # TYPE majord_lost counter
                majord_lost_total 7
                # EOF

                """)
    }

    @Test("families without samples are left out")
    func emptyFamilies() {
        let families: [MetricFamily] = [
            .gauge("majord_unknown", "Not known.", nil), .gauges("majord_none", "None.", by: "kind", [:]),
        ]
        #expect(OpenMetrics.text(families) == "# EOF\n")
        #expect(OpenMetrics.text([]) == "# EOF\n")
    }

    @Test(
        "label values are escaped",
        arguments: [
            ("plain", "plain"), ("", ""), ("a\"b", #"a\"b"#), (#"a\b"#, #"a\\b"#), ("a\nb", #"a\nb"#),
            (#"\""#, #"\\\""#), (#"\n"#, #"\\n"#), ("{é,}", "{é,}"),
        ])
    func escapes(value: String, written: String) {
        let text = OpenMetrics.text([.gauge("majord_x", "X.", labels: [("a", value), ("b", "1")], 1)])
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
        #expect(OpenMetrics.text([.gauge("majord_x", "X.", value)]).hasSuffix("\nmajord_x \(written)\n# EOF\n"))
    }
}
