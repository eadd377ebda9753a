import MajorAPI
import Routing
import Testing

@testable import majorctl

@Suite("MetricsText")
struct MetricsTextTests {
    /// Just started, with nothing that has happened.
    private func figures() -> ReportsAPI.Figures.Reply {
        ReportsAPI.Figures.Reply(
            version: "0.1.0", started: "2026-12-24T09:00:00.250+01:00", now: "2026-12-24T09:00:01+01:00",
            secondsToReady: 0.0125, generation: 12, degraded: false, clients: 40, inService: 39, covered: 38,
            uncovered: 1, agents: 12, agentsBusy: 3, agentsAbsent: 0, decisions: [:], callEvents: [:], answers: [:],
            connections: [:],
            ledger: ReportsAPI.Ledger(available: true, recordsWaiting: 0, recordsDropped: 0, lagSeconds: 0),
            reloads: [:], lastReload: nil, lastReloadResult: nil, process: ReportsAPI.Process())
    }

    private func lines(_ figures: ReportsAPI.Figures.Reply, of name: String) -> [String] {
        MetricsText.text(figures).split(separator: "\n").map(String.init).filter {
            $0.hasPrefix("\(name) ") || $0.hasPrefix("\(name){") || $0.hasPrefix("\(name)_")
        }
    }

    @Test("every reason is there before it occurs, and one that is not known here is shown")
    func reasons() {
        var figures = figures()
        figures.decisions = ["primary": 5, "deputy": 2]
        let expected = Decision.Reason.allCases.map { ($0.word, $0 == .role(.primary) ? 5 : 0) } + [("deputy", 2)]
        #expect(
            Set(lines(figures, of: "majord_decisions"))
                == Set(expected.map { "majord_decisions_total{reason=\"\($0.0)\"} \($0.1)" }))
        #expect(lines(figures, of: "majord_decisions").count == expected.count)
    }

    @Test("when a PBX asked last is told by socket, and nothing before the first question")
    func lastQuestion() {
        var figures = figures()
        #expect(lines(figures, of: "majord_pbx_last_question_timestamp_seconds").isEmpty)
        figures.lastQuestions = ["pbx": "2026-12-24T09:00:00.500+01:00", "fastagi": "2026-12-24T08:00:00Z"]
        #expect(
            lines(figures, of: "majord_pbx_last_question_timestamp_seconds") == [
                "majord_pbx_last_question_timestamp_seconds{socket=\"fastagi\"} 1798099200",
                "majord_pbx_last_question_timestamp_seconds{socket=\"pbx\"} 1798099200.5",
            ])
    }

    @Test("whether each socket's file is as shipped")
    func socketFiles() {
        var figures = figures()
        figures.socketFiles = [
            "pbx": ReportsAPI.SocketFile(asShipped: false, mode: "0600", owner: "root", group: "majord-pbx"),
            "control": ReportsAPI.SocketFile(asShipped: true, mode: "0666", owner: "root", group: "root"),
        ]
        #expect(
            lines(figures, of: "majord_socket_as_shipped") == [
                "majord_socket_as_shipped{socket=\"control\"} 1", "majord_socket_as_shipped{socket=\"pbx\"} 0",
            ])
    }

    @Test("every result and event is there before it occurs")
    func zeros() {
        #expect(
            lines(figures(), of: "majord_reloads") == [
                "majord_reloads_total{result=\"done\"} 0", "majord_reloads_total{result=\"refused\"} 0",
            ])
        #expect(lines(figures(), of: "majord_call_events").count == 4)
    }

    @Test(
        "buckets are cumulative, and the last one counts every answer",
        arguments: [
            ([0.00001, 0.001, 1], [5, 20, 3, 2], ["1e-05": 5, "0.001": 25, "1.0": 28, "+Inf": 30]),
            ([0.001], [0, 0], ["0.001": 0, "+Inf": 0]), ([], [], ["+Inf": 0]),
            // From a daemon that counts otherwise: never fewer in the last bucket than in those before it.
            ([0.001, 1], [4], ["0.001": 4, "+Inf": 4]), ([0.001], [1, 2, 3], ["0.001": 1, "+Inf": 6]),
        ] as [([Double], [Int], [String: Int])])
    func histogram(bounds: [Double], counts: [Int], buckets: [String: Int]) {
        let name = "majord_answer_duration_seconds"
        var figures = figures()
        figures.answers = ["pbx": ReportsAPI.AnswerTimes(bounds: bounds, counts: counts, sumSeconds: 0.5)]
        let lines = lines(figures, of: name)
        #expect(
            Set(lines.dropLast(2)) == Set(buckets.map { "\(name)_bucket{socket=\"pbx\",le=\"\($0.key)\"} \($0.value)" })
        )
        #expect(
            lines.suffix(2) == [
                "\(name)_sum{socket=\"pbx\"} 0.5", "\(name)_count{socket=\"pbx\"} \(counts.reduce(0, +))",
            ])
    }

    @Test("counts near the largest number do not overflow")
    func largeCounts() {
        var figures = figures()
        figures.answers = [
            "pbx": ReportsAPI.AnswerTimes(bounds: [1], counts: [.max, .max], sumSeconds: .greatestFiniteMagnitude)
        ]
        #expect(lines(figures, of: "majord_answer_duration_seconds").count == 4)
    }

    @Test("states are ones and zeros, instants are seconds since 1970")
    func states() {
        var figures = figures()
        #expect(lines(figures, of: "majord_up") == ["majord_up 1"])
        #expect(lines(figures, of: "majord_info") == ["majord_info{version=\"0.1.0\"} 1"])
        #expect(lines(figures, of: "majord_start_time_seconds") == ["majord_start_time_seconds 1798099200.25"])
        #expect(lines(figures, of: "majord_directory_degraded") == ["majord_directory_degraded 0"])
        #expect(lines(figures, of: "majord_ledger_available") == ["majord_ledger_available 1"])
        #expect(lines(figures, of: "majord_last_reload").isEmpty)
        figures.degraded = true
        figures.ledger.available = false
        figures.lastReload = "2026-12-24T08:00:10Z"
        figures.lastReloadResult = .refused
        #expect(lines(figures, of: "majord_directory_degraded") == ["majord_directory_degraded 1"])
        #expect(lines(figures, of: "majord_ledger_available") == ["majord_ledger_available 0"])
        #expect(
            lines(figures, of: "majord_last_reload") == [
                "majord_last_reload_timestamp_seconds 1798099210", "majord_last_reload_successful 0",
            ])
        figures.lastReloadResult = .done
        #expect(lines(figures, of: "majord_last_reload_successful") == ["majord_last_reload_successful 1"])
    }

    @Test("each figure of a socket stands under its own name")
    func connections() {
        var figures = figures()
        figures.connections = [
            "pbx": ReportsAPI.Connections(
                current: 1, total: 2, refused: 3, protocolErrors: 4, timedOut: 5, requestsLate: 6, requestsGone: 7)
        ]
        let text = MetricsText.text(figures)
        for (name, value) in [
            ("majord_connections", 1), ("majord_connections_accepted_total", 2),
            ("majord_connections_refused_total", 3), ("majord_protocol_errors_total", 4),
            ("majord_connections_timed_out_total", 5), ("majord_requests_late_total", 6),
            ("majord_requests_gone_total", 7),
        ] {
            #expect(text.contains("\n\(name){socket=\"pbx\"} \(value)\n"), "\(name)")
        }
    }

    @Test("only types that Prometheus's text format has, each family once, and its unit at the end of its name")
    func families() {
        var types: [Substring: Substring] = [:]
        for line in MetricsText.text(figures()).split(separator: "\n") {
            let words = line.split(separator: " ")
            if line.hasPrefix("# TYPE ") {
                #expect(["counter", "gauge", "histogram"].contains(words[3]), "\(line)")
                #expect(types.updateValue(words[3], forKey: words[2]) == nil, "\(line)")
            } else if line.hasPrefix("# UNIT ") {
                #expect(words[2].hasSuffix("_\(words[3])"), "\(line)")
            }
        }
        #expect(types["majord_decisions"] == "counter")
        #expect(types["majord_info"] == "gauge")
    }

    @Test("without an answer there is only that")
    func away() {
        #expect(
            MetricsText.away
                == "# HELP majord_up Whether majord answered with its figures.\n# TYPE majord_up gauge\nmajord_up 0\n# EOF\n"
        )
    }
}
