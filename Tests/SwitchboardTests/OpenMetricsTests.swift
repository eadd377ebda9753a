import Foundation
import Logging
import Monitoring
import Records
import Routing
import Switchboard
import TestSupport
import Testing
import Time

/// What monitoring is told of that somebody has to do something about.
@Suite("Figures of what is open")
struct OpenMetricsTests {
    private let folder: URL
    private let clock = TestClock(Instant(clamping: 1_790_000_000_000))

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "open-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(SwitchboardTests.directory.utf8).write(to: folder.appending(path: "majord.yaml"))
    }

    /// Those that are not 0.
    private func figures(_ switchboard: Switchboard) -> [String: Double] {
        var figures: [String: Double] = [:]
        for metric in switchboard.openMetrics(at: clock.now) {
            for sample in metric.samples where sample.value != 0 {
                figures[([metric.name] + sample.labels.map(\.value)).joined(separator: " ")] = sample.value
            }
        }
        return figures
    }

    @Test(
        "calls are counted by who answered and how they were missed once they are over, missed ones until they are done"
    )
    func calls() async throws {
        let switchboard = try Switchboard(
            configuration: folder.appending(path: "majord.yaml").path, ledger: try Ledger(folder: folder.path),
            logger: Logger(label: "test"), now: { [clock] in clock.now })
        let names = Set(switchboard.openMetrics(at: clock.now).map(\.name))
        #expect(
            names == [
                "majord_missed_calls_open", "majord_missed_calls_overdue", "majord_cases_open",
                "majord_calls_answered", "majord_calls_missed",
            ])
        #expect(figures(switchboard).isEmpty)

        let manager = Requester(user: "root", uid: 0, isManager: true, isPBX: false)
        _ = try await switchboard.openCase(.init(client: "noord"), by: manager)
        let desk = switchboard.desk
        func report(_ call: String, _ kind: CallEvent.Kind) { desk.report(CallEvent(callID: call, kind: kind)) {} }
        for call in ["answered", "goes on", "given up"] {
            _ = try desk.route(RouteRequest(caller: "0505550100", called: "+31880001234", callID: call)).get()
            report(call, .ringing(try #require(Extension("2101"))))
            clock.advance(by: .minutes(20))
        }
        report("answered", .answered(try #require(Extension("2101"))))
        report("goes on", .answered(try #require(Extension("2102"))))
        report("answered", .ended(.answered))
        report("given up", .ended(.cancelled))
        desk.notes.finish()
        await switchboard.recorder.run()
        await switchboard.settleCalls()
        #expect(figures(switchboard) == ["majord_cases_open": 1], "what is reported late may change it")
        clock.advance(by: .seconds(10))
        await switchboard.settleCalls()
        let counts = [
            "majord_cases_open": 1.0, "majord_calls_answered case": 1, "majord_calls_missed abandoned": 1,
            "majord_missed_calls_open": 1,
        ]
        #expect(figures(switchboard) == counts)
        clock.advance(by: .hours(1))
        await switchboard.settleCalls()
        #expect(figures(switchboard) == counts.merging(["majord_missed_calls_overdue": 1]) { $1 })
        let missed = try #require(switchboard.missedCalls.open.first)
        _ = try await switchboard.closeMissedCall("\(missed.id)", note: nil, by: manager)
        #expect(
            figures(switchboard) == [
                "majord_cases_open": 1, "majord_calls_answered case": 1, "majord_calls_missed abandoned": 1,
            ])
    }
}
