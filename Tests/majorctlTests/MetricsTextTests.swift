import MajorAPI
import Testing

@testable import majorctl

@Suite("MetricsText")
struct MetricsTextTests {
    @Test("that majord answered comes first, then what it tells, in its order")
    func order() {
        let text = MetricsText.text([
            .gauge("majord_start_time_seconds", "When.", unit: "seconds", [([], 1_798_099_200.25)]),
            .gauge("majord_info", "The version.", [([("version", "0.1.0")], 1)]),
        ])
        #expect(
            text == """
                # HELP majord_up Whether majord answered with its figures.
                # TYPE majord_up gauge
                majord_up 1
                # HELP majord_start_time_seconds When.
                # TYPE majord_start_time_seconds gauge
                # UNIT majord_start_time_seconds seconds
                majord_start_time_seconds 1798099200.25
                # HELP majord_info The version.
                # TYPE majord_info gauge
                majord_info{version="0.1.0"} 1
                # EOF

                """)
    }

    @Test("without an answer there is only that")
    func away() {
        #expect(
            MetricsText.away
                == "# HELP majord_up Whether majord answered with its figures.\n# TYPE majord_up gauge\nmajord_up 0\n# EOF\n"
        )
    }
}
