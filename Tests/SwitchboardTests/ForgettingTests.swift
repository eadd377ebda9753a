import Foundation
import Logging
import Records
import Routing
import Switchboard
import TestSupport
import Testing
import Time

/// What is forgotten, when, and who waits for it.
@Suite("Forgetting")
struct ForgettingTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "forgetting-\(UUID())")
    let ledger: Ledger
    let clock = TestClock(Instant(clamping: 1_800_000_000_000))
    /// The clock that only goes on, as an instant.
    let uptime = TestClock(Instant(clamping: 0))
    let kept = KeptLines()
    let retention = Settings.Retention(calls: .days(100), numbers: .days(100))

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        ledger = try Ledger(folder: folder.path)
    }

    private func forgetter() throws -> Forgetter {
        let logger = Logger(label: "test") { [kept] _ in KeepingHandler(lines: kept) }
        return try Forgetter(
            ledger: ledger.forgetting, logger: logger, now: { [clock] in clock.now },
            uptime: { [uptime] in Milliseconds(uptime.now.milliseconds) })
    }

    /// Calls on each of so many days until now, the oldest first.
    private func record(days: Int, callsADay: Int = 1) throws {
        try ledger.calls.record(
            (0..<days).reversed().flatMap { day in
                (0..<callsADay).map { call in
                    CallRecord.Change(
                        callID: "call-\(day)-\(call)",
                        instant: clock.now.advanced(by: Milliseconds(-Milliseconds.days(day).count)),
                        what: .decided(.example()))
                }
            })
    }

    private var count: Int {
        get throws {
            try ledger.calls.allCalls().filter { $0.decided?.caller != nil }.count
        }
    }

    private func pass(_ time: Milliseconds) {
        clock.advance(by: time)
        uptime.advance(by: time)
    }

    @Test("a day takes away 30 days' worth at the most, whoever restarts majord")
    func budget() throws {
        try record(days: 200)
        try forgetter().forget(retention) { true }
        #expect(try count == 170)
        try forgetter().forget(retention) { true }
        pass(Milliseconds(Milliseconds.days(1).count - 1))
        try forgetter().forget(retention) { true }
        #expect(try count == 170, "another start, and the rest of the day, begin no other day")
        pass(Milliseconds(1))
        try forgetter().forget(retention) { true }
        #expect(try count == 140)
        let forgetter = try forgetter()
        for _ in 0..<10 {
            pass(.days(1))
            try forgetter.forget(retention) { true }
        }
        let left = try count
        #expect(left == 90, "what has not been kept long enough stays")
    }

    @Test("numbers of younger calls go by the same budget")
    func numbers() throws {
        try record(days: 90)
        let retention = Settings.Retention(calls: .days(400), numbers: .days(10))
        let forgetter = try forgetter()
        // Two days later nine calls are of the last ten days.
        for left in [60, 30, 9] {
            try forgetter.forget(retention) { true }
            let kept = try count
            #expect(kept == left, "calls whose number is gone are left out")
            pass(.days(1))
        }
    }

    @Test("absences go when they have been over for long enough, with their history; what is there keeps its own")
    func absences() throws {
        let (joke, mark) = (AgentID("joke"), AgentID("mark"))
        func enter(_ agent: AgentID, _ from: Int, _ until: Int?) -> RosterWriting.Step {
            let start = clock.now.advanced(by: .days(from))
            return .enter(
                NewAbsence(
                    agent: agent, kind: .sickness, start: start, end: until.map { clock.now.advanced(by: .days($0)) }))
        }
        let written = clock.now.advanced(by: .days(-900))
        try record(days: 1)
        let request = NewAbsence(
            agent: joke, kind: .leave, start: clock.now.advanced(by: .days(-820)),
            end: clock.now.advanced(by: .days(-819)))
        _ = try ledger.roster.write(
            RosterWriting(
                by: "root", at: written,
                [
                    enter(joke, -850, -840), enter(mark, -850, -90), enter(joke, -850, nil),
                    .request(request, deputy: nil), .decline(4),
                    .depute(
                        NewDeputyship(
                            deputy: mark, post: .agent(joke, client: nil), start: written,
                            end: clock.now.advanced(by: .days(-830)))),
                ]))
        let retention = Settings.Retention(calls: .days(400), numbers: .days(90), absences: .days(100))
        let forgetter = try forgetter()
        try forgetter.forget(retention) { true }
        #expect(try ledger.history.changes(HistoryQuery()).map(\.subject) == [.absence(2), .absence(3)])
        for _ in 0..<60 {
            pass(.days(1))
            try forgetter.forget(retention) { true }
        }
        let left = try ledger.history.changes(HistoryQuery())
        #expect(left.map(\.subject) == [.absence(3)], "one that goes on keeps its history")
        #expect(try ledger.roster.load(from: clock.now, ended: 9).absences.map(\.id) == [3])
        #expect(try ledger.roster.requests(from: .earliest).isEmpty)
        #expect(try ledger.roster.roster(at: written).deputyships.isEmpty)
    }

    @Test("while the clock is a year ahead nothing is forgotten, nor for a day after it has been put right")
    func yearAhead() throws {
        try record(days: 90)
        let forgetter = try forgetter()
        clock.advance(by: .days(365))
        try forgetter.forget(retention) { true }
        pass(.hours(23))
        try forgetter.forget(retention) { true }
        #expect(try count == 90)
        clock.advance(by: .days(-365))
        try forgetter.forget(retention) { true }
        #expect(try count == 90)
        let jumps = kept.lines.filter { $0.metadata["message-id"] == "\(JournalMessage.clockJumped.rawValue)" }
        #expect(jumps.map(\.level) == [.warning, .warning])
        #expect(jumps.first?.message.contains("ahead by \(365 * 1_440) minutes") == true)
    }

    @Test("a start with a clock that is a year ahead forgets nothing for a day, nor does the start after it")
    func startAhead() throws {
        try record(days: 90)
        clock.advance(by: .days(365))
        try forgetter().forget(retention) { true }
        // What the wrong clock recorded makes the next start look right.
        try record(days: 1)
        pass(.hours(23))
        try forgetter().forget(retention) { true }
        #expect(try count == 91)
        pass(.hours(1))
        try forgetter().forget(retention) { true }
        #expect(try count == 61, "nobody has noticed for a day: a month's worth is the most that it costs")
    }

    @Test("a jump in the middle of it ends it")
    func jumpInTheMiddle() throws {
        try record(days: 130, callsADay: 100)
        var slices = 0
        try forgetter().forget(retention) {
            slices += 1
            if slices == 2 { clock.advance(by: .days(365)) }
            return true
        }
        #expect(try count == 13_000 - 2 * Forgetter.rowsAtOnce)
    }

    @Test("each transaction takes a bounded number of records, and calls are recorded between two of them")
    func slices() async throws {
        try record(days: 140, callsADay: 100)
        try Data(SwitchboardTests.directory.utf8).write(to: folder.appending(path: "majord.yaml"))
        let logger = Logger(label: "test") { [kept] _ in KeepingHandler(lines: kept) }
        let switchboard = try Switchboard(
            configuration: folder.appending(path: "majord.yaml").path, ledger: ledger, logger: logger,
            now: { [clock] in clock.now }, uptime: { [uptime] in Milliseconds(uptime.now.milliseconds) })
        let recording = Task { await switchboard.recorder.run() }
        var counts = [14_000]
        let accepted = DispatchSemaphore(value: 0)
        try switchboard.forgetter.forget(retention) {
            // The recorder's own thread gets the report into the ledger while old records wait to be forgotten.
            switchboard.desk.report(CallEvent(callID: "new", kind: .ended(.answered))) { accepted.signal() }
            guard accepted.wait(timeout: .now() + 60) == .success else {
                Issue.record("the report waits for the forgetter")
                return false
            }
            switchboard.recorder.maintain()
            counts.append((try? count) ?? 0)
            return true
        }
        counts.append(try count)
        switchboard.desk.notes.finish()
        await recording.value
        #expect(counts.last == 11_000)
        #expect(counts.count > 6)
        for (before, after) in zip(counts, counts.dropFirst()) {
            #expect(before - after <= Forgetter.rowsAtOnce)
        }
    }
}
