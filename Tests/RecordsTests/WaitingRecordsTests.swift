import Foundation
import Routing
import TestSupport
import Testing
import Time

@testable import Records

/// What is kept on this machine while the database is away.
@Suite("Records that wait", .enabled(if: ThrowAwayPostgreSQL.shared != nil, "no PostgreSQL is installed"))
struct WaitingRecordsTests {
    let name = "waiting-\(UUID())".lowercased()
    let now = Instant(clamping: 1_800_000_000_000)
    let folder: DatabaseFolder

    init() throws {
        let state = FileManager.default.temporaryDirectory.appending(path: name).path
        try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
        folder = DatabaseFolder(state: state)
    }

    private func setAway(_ isAway: Bool) throws {
        try #require(ThrowAwayPostgreSQL.shared).setAway(name, isAway)
    }

    /// Opens the ledger once the one before has let go of what it has on this machine.
    private func open() throws -> Ledger {
        let postgresql = try #require(ThrowAwayPostgreSQL.shared)
        let server = try PostgreSQLServer(try postgresql.words(name), site: .test("a"), passwordFile: nil)
        for _ in 0..<1_000 {
            if let ledger = try? Ledger(server, keeping: folder, at: now) { return ledger }
            Thread.sleep(forTimeInterval: 0.005)
        }
        return try Ledger(server, keeping: folder, at: now)
    }

    private func change(_ what: CallRecord.Change.What, after span: Int) -> CallRecord.Change {
        CallRecord.Change(callID: "call-1", instant: now.advanced(by: .seconds(span)), what: what)
    }

    private func take(_ changes: [CallRecord.Change], _ ledger: Ledger) throws {
        var left = changes
        // One that has not said that it is away yet is not waited for.
        for _ in 0..<100 {
            do throws(LedgerError) {
                try ledger.calls.record(left)
                left = []
            } catch {
                guard case .kept = error else { throw error }
                return
            }
        }
        Issue.record("the database is away")
    }

    /// Brings in what waits.
    private func bring(_ ledger: Ledger) throws {
        for _ in 0..<400 where ledger.calls.waiting.count > 0 {
            try? ledger.calls.record([])
            Thread.sleep(forTimeInterval: 0.05)
        }
        #expect(ledger.calls.waiting.count == 0)
    }

    @Test(
        "nobody waits for a database that hangs: what is reported is on this machine, and comes there when it goes on")
    func hanging() throws {
        let ledger = try open()
        let postgresql = try #require(ThrowAwayPostgreSQL.shared)
        let other = try PostgreSQLServer(try postgresql.words(name), site: .test("b"), passwordFile: nil)
            .connect(.reading)
        for statement in ["BEGIN", "LOCK TABLE call"] { _ = try other.run(statement, within: 4_000) }
        let began = ContinuousClock.now
        try ledger.calls.record([change(.decided(.example()), after: 0)])
        try ledger.calls.record([change(.passedOver, after: 1)])
        #expect(ContinuousClock.now - began < .seconds(1))
        #expect(ledger.calls.waiting.count == 2)
        _ = try other.run("ROLLBACK", within: 4_000)
        try bring(ledger)
        #expect(try ledger.calls.allCalls().count == 1)
    }

    @Test("what is reported after a clock that was ahead was put right is not taken for what the database has")
    func clockPutRight() throws {
        do {
            let ledger = try open()
            try ledger.calls.record([change(.decided(.example()), after: 0)])
            try bring(ledger)
        }
        let postgresql = try #require(ThrowAwayPostgreSQL.shared)
        try postgresql.run(
            "psql", "-q", "-h", postgresql.folder, "-U", "majord", "-d", name, "-c",
            "UPDATE site SET brought = brought + 86400000")
        let ledger = try open()
        let ended = CallRecord.Report(.ended(.answered), .ends)
        try ledger.calls.record([change(.reported(ended), after: 1)])
        try bring(ledger)
        #expect(try ledger.calls.allCalls().map { $0.course.end != nil } == [true])
    }

    @Test("numbers go on behind the last one, also where nothing waits any more and the clock has gone back")
    func numbers() throws {
        let copy = try SQLiteEngine(folder: FileManager.default.temporaryDirectory.appending(path: name).path)
        let calls = try KeptNumbers(of: "calls", in: copy)
        let ahead = calls.take(3, after: 1 << 50)
        #expect(ahead == (1 << 50) + 1)
        try calls.keep()
        #expect(try KeptNumbers(of: "calls", in: copy).take(after: 0) == ahead + 3)
        #expect(try KeptNumbers(of: "wishes", in: copy).take(after: 0) < ahead)
    }

    @Test("what is reported while calls are read for the copy on this machine stays in it")
    func reportedMeanwhile() throws {
        let ledger = try open()
        let known = try #require(ledger.lastKnown)
        try ledger.calls.record([change(.decided(.example()), after: 0)])
        try bring(ledger)
        let postgresql = try #require(ThrowAwayPostgreSQL.shared)
        let other = try PostgreSQLServer(try postgresql.words(name), site: .test("b"), passwordFile: nil)
            .connect(.reading)
        // The calls can be read, and what comes after them in reading cannot.
        for statement in ["BEGIN", "LOCK TABLE call IN SHARE MODE", "LOCK TABLE passed_over"] {
            _ = try other.run(statement, within: 4_000)
        }
        let (instant, group) = (now.advanced(by: .seconds(2)), DispatchGroup())
        DispatchQueue.global().async(group: group) { known.refresh(whole: true, at: instant) }
        func isWaiting() throws -> Bool {
            let statement =
                "SELECT count(*) AS count FROM pg_locks WHERE relation = 'passed_over'::regclass AND NOT granted"
            return try other.run(statement, within: 4_000).rows.first?.value(at: 0) == .integer(1)
        }
        for _ in 0..<1_000 where try !isWaiting() { Thread.sleep(forTimeInterval: 0.01) }
        #expect(try isWaiting())
        let ended = CallRecord.Report(.ended(.answered), .ends)
        try ledger.calls.record([change(.reported(ended), after: 1)])
        _ = try other.run("ROLLBACK", within: 4_000)
        group.wait()
        try bring(ledger)
        #expect(try known.ledger.calls.allCalls().first?.course.end != nil)
    }

    @Test(
        "what is reported while the database is away is on this machine, also for the next majord, and is brought in once"
    )
    func calls() throws {
        let reports: [CallRecord.Report] = [
            .init(.ringing(.of("2101")), .rings(.of("2101")), agent: AgentID("joke"), part: .role(.primary)),
            .init(.answered(.of("2101")), .answers(.of("2101"), hasCredit: true), agent: AgentID("joke")),
            .init(.up, .staysUp(.of("2101"))), .init(.released(.of("2101")), .letsGo),
            .init(.ringing(.of("2102")), .late(hasCredit: false)), .init(.ended(.answered), .ends),
        ]
        var expected = CallRecord(beginningWith: change(.decided(.example()), after: 0))
        do {
            let ledger = try open()
            try ledger.calls.record([change(.decided(.example()), after: 0)])
            try bring(ledger)
            try setAway(true)
            for (place, report) in reports.enumerated() {
                let change = change(.reported(report), after: place + 1)
                expected.take(change)
                try take([change], ledger)
            }
            #expect(
                ledger.calls.waiting == WaitingRecords(count: 6, oldest: now.advanced(by: .seconds(1)), isKept: true))
        }
        do {
            let ledger = try open()
            #expect(ledger.calls.waiting.count == 6)
            #expect(try ledger.atStart.calls.allCalls() == [expected])
            let dialled = CallRecord.Dialled(
                agent: AgentID("joke"), number: PhoneNumber("+31505550100"), client: ClientID("noord"), contact: nil)
            let called = CallRecord.Report(.called(.of("2101"), number: "0505550100"), .rings(.of("2101")))
            try take([change(.freed, after: 8), change(.passedOver, after: 9)], ledger)
            try take(
                [CallRecord.Change(callID: "call-2", instant: now, what: .dialled(dialled, called))], ledger)
        }
        try setAway(false)
        for _ in 0..<2 {
            // What was brought in is in the file on this machine still, as if majord had been killed then.
            let ledger = try open()
            try bring(ledger)
            let calls = try ledger.calls.allCalls()
            #expect(calls.count == 2)
            #expect(calls.first { $0.callID == "call-1" }?.course.answer == expected.course.answer)
            #expect(calls.first { $0.callID == "call-1" }?.course.end == expected.course.end)
            #expect(calls.first { $0.callID == "call-2" }?.dialled?.agent == AgentID("joke"))
            #expect(try ledger.calls.callsPassedOver(since: now, limit: 10) == [CallMark("call-1")])
        }
    }
}
