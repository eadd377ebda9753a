import Foundation
import MajorAPI
import Monitoring
import Routing
import Switchboard
import Testing
import Time

@testable import Control
@testable import Varlink

/// What monitoring is told.
@Suite("Reports")
struct ReportsTests {
    private func metrics(_ office: ControlOffice) async throws -> [ReportsAPI.Metric] {
        let reply: ReportsAPI.Metrics.Reply = try await office.call(ReportsAPI.Metrics.method, by: .stranger)
            .parameters.decoded()
        return reply.metrics
    }

    @Test("what the switchboard counts is told as it declares it, and each reason and event before it occurs")
    func declared() async throws {
        let office = try ControlOffice()
        let metrics = try await metrics(office)
        let declared =
            office.switchboard.directoryMetrics(at: testClock()) + office.switchboard.callMetrics
            + office.switchboard.openMetrics(at: testClock())
        #expect(metrics.prefix(declared.count) == declared.map(ReportsAPI.Metric.init)[...])
        let decisions = try #require(metrics.first { $0.name == "majord_decisions" })
        #expect(decisions.samples.count == Decision.Reason.allCases.count)
        #expect(decisions.samples.allSatisfy { $0.value == 0 && $0.suffix == "_total" })
        #expect(metrics.first { $0.name == "majord_call_events" }?.samples.count == 5)
        #expect(metrics.first { $0.name == "majord_reloads" }?.samples.map(\.value) == [0, 0])
        #expect(metrics.first { $0.name == "majord_last_reload_successful" }?.samples.isEmpty == true)
    }

    @Test("each metric is declared once, with types that Prometheus's text format has, and its unit ends its name")
    func families() async throws {
        let metrics = try await metrics(ControlOffice())
        #expect(Set(metrics.map(\.name)).count == metrics.count)
        for metric in metrics {
            #expect(metric.name.hasPrefix("majord_"))
            #expect([.counter, .gauge, .histogram].contains(metric.kind), "\(metric.name)")
            #expect(metric.unit.map { metric.name.hasSuffix("_\($0)") } ?? true, "\(metric.name)")
            #expect(metric.help.hasSuffix(".") && !metric.help.contains { "\\\"\n".contains($0) }, "\(metric.name)")
        }
    }

    @Test("a reload and a decided call are counted")
    func counted() async throws {
        let office = try ControlOffice()
        let recording = Task { await office.switchboard.recorder.run() }
        _ = await office.switchboard.reload()
        _ = office.switchboard.desk.route(
            RouteRequest(caller: "+31505550100", called: "+31880001234", callID: "call-1"))
        office.switchboard.desk.notes.finish()
        await recording.value
        let metrics = try await metrics(office)
        func value(_ name: String, _ label: String? = nil) -> Double? {
            metrics.first { $0.name == name }?.samples.first { label == nil || $0.labels.first?.value == label }?.value
        }
        #expect(value("majord_reloads", "done") == 1)
        #expect(value("majord_last_reload_successful") == 1)
        #expect(value("majord_last_reload_timestamp_seconds") == testClock().secondsSince1970)
        #expect(value("majord_decisions", "primary") == 1)
        #expect(value("majord_clients_covered") == 1)
    }

    @Test("events are counted by kind, each once, whoever appended them")
    func events() async throws {
        let office = try ControlOffice()
        try Data("region: [".utf8).write(to: office.folder.appending(path: "majord.yaml"))
        for _ in 0..<2 {
            _ = await office.switchboard.reload()
            await office.switchboard.countEvents()
        }
        let metric = try #require(office.switchboard.eventCounts.metrics.map(ReportsAPI.Metric.init).first)
        #expect(metric.samples.count == Event.Kind.allCases.count)
        #expect(metric.samples.filter { $0.value != 0 }.map { $0.labels.first?.value } == ["directory-refused"])
        #expect(metric.samples.first { $0.value != 0 }?.value == 1)
    }

    @Test("the figures of the first version say the same as the metrics")
    func figures() async throws {
        let started = testClock().advanced(by: Milliseconds(-250))
        let clock = try ControlOffice().switchboard.table.clock
        let metrics: [Metric] = [
            .gauge("majord_info", "", label: ("version", "0.1.0"), 1),
            .gauge("majord_start_time_seconds", "", unit: "seconds", started.secondsSince1970),
            .gauge("majord_start_duration_seconds", "", unit: "seconds", 0.0125),
            .gauge("majord_directory_generation", "", 12), .gauge("majord_directory_degraded", "", true),
            .gauge("majord_clients", "", 40), .gauge("majord_clients_in_service", "", 39),
            .gauge("majord_clients_covered", "", 38), .gauge("majord_clients_uncovered", "", 1),
            .gauge("majord_agents", "", 12), .gauge("majord_agents_busy", "", 3),
            .gauge("majord_agents_absent", "", 2),
            .counters("majord_decisions", "", by: "reason", ["primary": 5, "backup": 0]),
            .counters("majord_call_events", "", by: "event", ["ringing": 1, "ended": 0]),
            .histograms(
                "majord_answer_duration_seconds", "", unit: "seconds", by: "socket",
                ["pbx": Histogram(bounds: [0.001, 1], counts: [5, 2, 1], sum: 0.5)]),
            .gauges("majord_connections", "", by: "socket", ["pbx": 1]),
            .counters("majord_connections_accepted", "", by: "socket", ["pbx": 2]),
            .counters("majord_connections_refused", "", by: "socket", ["pbx": 3]),
            .counters("majord_connections_timed_out", "", by: "socket", ["pbx": 4]),
            .counters("majord_protocol_errors", "", by: "socket", ["pbx": 5]),
            .counters("majord_requests_late", "", by: "socket", ["pbx": 6]),
            .counters("majord_requests_gone", "", by: "socket", ["pbx": 7]),
            .gauge("majord_ledger_available", "", false), .gauge("majord_ledger_records_waiting", "", 17),
            .counter("majord_ledger_records_dropped", "", 2),
            .gauge("majord_ledger_lag_seconds", "", unit: "seconds", 3.5),
            .counters("majord_reloads", "", by: "result", ["done": 1, "refused": 4]),
            .gauge("majord_last_reload_timestamp_seconds", "", unit: "seconds", started.secondsSince1970),
            .gauge("majord_last_reload_successful", "", false),
            .gauge("majord_process_resident_memory_bytes", "", unit: "bytes", 31_457_280),
            .gauges(
                "majord_pbx_last_question_timestamp_seconds", "", unit: "seconds", by: "socket",
                ["pbx": started.secondsSince1970]),
        ]
        let file = SocketStanding.File(path: "/run/x", mode: "0600", owner: "root", group: "pbx", trouble: "closed")
        let figures = ReportsAPI.Figures.Reply(
            metrics, [SocketStanding(name: "pbx", file: file)], configuration: "/etc/majord", state: "/var/lib/majord",
            at: testClock(), clock)
        let past = clock.rfc3339(started)
        #expect(past == "2026-11-26T09:59:59.750+01:00")
        #expect(
            figures
                == ReportsAPI.Figures.Reply(
                    version: "0.1.0", started: past, now: clock.rfc3339(testClock()), secondsToReady: 0.0125,
                    generation: 12, degraded: true, clients: 40, inService: 39, covered: 38, uncovered: 1, agents: 12,
                    agentsBusy: 3, agentsAbsent: 2, decisions: ["primary": 5], callEvents: ["ringing": 1, "ended": 0],
                    answers: ["pbx": .init(bounds: [0.001, 1], counts: [5, 2, 1], sumSeconds: 0.5)],
                    connections: [
                        "pbx": .init(
                            current: 1, total: 2, refused: 3, protocolErrors: 5, timedOut: 4, requestsLate: 6,
                            requestsGone: 7)
                    ],
                    ledger: .init(available: false, recordsWaiting: 17, recordsDropped: 2, lagSeconds: 3.5),
                    reloads: ["done": 1, "refused": 4], lastReload: past, lastReloadResult: .refused,
                    process: .init(residentMemoryBytes: 31_457_280), lastQuestions: ["pbx": past],
                    socketFiles: ["pbx": .init(asShipped: false, mode: "0600", owner: "root", group: "pbx")],
                    configurationFolder: "/etc/majord", stateFolder: "/var/lib/majord"))
    }
}
