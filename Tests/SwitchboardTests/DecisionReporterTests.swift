import Logging
import Routing
import Switchboard
import TestSupport
import Testing

@Suite("DecisionReporter")
struct DecisionReporterTests {
    @Test("every decision reaches the journal in order, with its fields, and those for other numbers do not")
    func lines() async throws {
        let desk = try DeskTests().desk
        let kept = KeptLines()
        var logger = Logger(label: "test") { _ in KeepingHandler(lines: kept) }
        logger.logLevel = .info
        for (caller, called) in [
            ("0505550100", "+31880001234"), ("0612345678", "+31880001234"), ("0505550100", "+31201234567"),
            ("anonymous", "+31880001234"),
        ] {
            _ = try desk.route(RouteRequest(caller: caller, called: called, callID: "")).get()
        }
        desk.notes.finish()
        let reporter = DecisionReporter(logger: logger)
        desk.notes.readBatches(reporter.report)
        #expect(
            kept.lines.map(\.message) == [
                "Call from noord (+3150555****) to Joke on 2101: primary",
                "Call from +3161234**** to the overflow on 2000: unknown-caller",
                "Call from a hidden number to the overflow on 2000: anonymous",
            ])
        let first = try #require(kept.lines.first)
        #expect(first.metadata["client"] == "noord")
        #expect(first.metadata["agent"] == "noord")
        #expect(first.metadata["reason"] == "primary")
        #expect(first.metadata["generation"] == "1")
        #expect(first.metadata["decision"] != nil)
    }

    @Test("without numbers, a caller who shows his is not called hidden; one who hides his is")
    func withoutNumbers() throws {
        let desk = try DeskTests(logNumbers: .none).desk
        let kept = KeptLines()
        var logger = Logger(label: "test") { _ in KeepingHandler(lines: kept) }
        logger.logLevel = .debug
        for caller in ["0505550100", "0612345678", "anonymous", "2101", "x;y"] {
            _ = try desk.route(RouteRequest(caller: caller, called: "+31880001234", callID: "")).get()
        }
        _ = try desk.route(RouteRequest(caller: "0612345678", called: "+31201234567", callID: "")).get()
        desk.notes.finish()
        desk.notes.readBatches(DecisionReporter(logger: logger).report)
        #expect(
            kept.lines.map(\.message) == [
                "Call from noord to Joke on 2101: primary",
                "Call from a number that is not logged to the overflow on 2000: unknown-caller",
                "Call from a hidden number to the overflow on 2000: anonymous",
                "Call from an internal phone to the overflow on 2000: internal",
                "Call from an unreadable number to the overflow on 2000: unknown-caller",
                "Call from a number that is not logged is none of ours: passed on",
            ])
    }
}
