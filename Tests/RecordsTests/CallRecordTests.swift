import Foundation
import GRDB
import Routing
import Testing
import Time

@testable import Records

@Suite("Call records")
struct CallRecordTests {
    let engine: SQLiteEngine
    let ledger: Ledger
    let start = Instant(clamping: 1_800_000_000_000)

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "calls-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        engine = try SQLiteEngine(folder: folder)
        ledger = Ledger(engine)
    }

    private func decided(_ callID: String, caller: String = "+31505550100", at instant: Instant? = nil) -> CallRecord {
        CallRecord(
            callID: callID, instant: instant ?? start,
            change: .decided(
                CallRecord.Decided(
                    decision: "d-\(callID)", caller: caller, client: "noord", contact: nil, action: "dial",
                    reason: "primary", targets: "2101:20,2000:0", generation: 3)))
    }

    private func change(_ callID: String, after seconds: Int, _ change: CallRecord.Change) -> CallRecord {
        CallRecord(callID: callID, instant: start.advanced(by: .seconds(seconds)), change: change)
    }

    private func rows() throws -> [[String: String]] {
        try engine.calls()
    }

    @Test("one record a call: decided, rang, answered by whom and when, ended how")
    func wholeCall() throws {
        try ledger.calls.record([
            decided("a"), decided("b"), change("a", after: 1, .rang(phone: "2101")),
            change("a", after: 2, .rang(phone: "2101")),
            change("a", after: 21, .rang(phone: "2102")),
            change("a", after: 25, .answered(phone: "2102", agent: "mark", hasCredit: true, holds: true)),
        ])
        #expect(try ledger.calls.heldCalls(from: start, until: .latest).map(\.callID) == ["a"])
        try ledger.calls.record([change("a", after: 300, .ended(status: "answered"))])
        #expect(try ledger.calls.heldCalls(from: start, until: .latest).isEmpty)
        let rows = try rows()
        #expect(rows.count == 2)
        #expect(rows[0]["rang"] == "2101,2102")
        #expect(rows[0]["rang_at"] == "\(start.milliseconds + 1_000)")
        #expect(rows[0]["answered_by"] == "2102")
        #expect(rows[0]["agent"] == "mark")
        #expect(rows[0]["ended"] == "answered")
        #expect(rows[1]["rang"] == nil)
    }

    @Test("an event of a call that was never asked about is kept")
    func unasked() throws {
        try ledger.calls.record([
            change("x", after: 1, .answered(phone: "2101", agent: nil, hasCredit: true, holds: true)),
            change("x", after: 2, .ended(status: "answered")),
        ])
        let rows = try rows()
        #expect(rows.count == 1)
        #expect(rows[0]["answered_by"] == "2101")
        #expect(rows[0]["ended"] == "answered")
        #expect(rows[0]["decision"] == nil)
    }

    @Test("the credit for a call and who has it are two things; what is told too late is listed")
    func transferred() throws {
        func answered(_ phone: String, _ agent: String, hasCredit: Bool, holds: Bool) -> CallRecord.Change {
            .answered(phone: phone, agent: agent, hasCredit: hasCredit, holds: holds)
        }
        try ledger.calls.record([
            decided("a"), change("a", after: 5, answered("2101", "joke", hasCredit: true, holds: true)),
            change("a", after: 60, .released(phone: "2101")),
        ])
        #expect(try ledger.calls.heldCalls(from: start, until: .latest).isEmpty)
        try ledger.calls.record([change("a", after: 70, answered("2102", "mark", hasCredit: false, holds: true))])
        let held = try #require(try ledger.calls.heldCalls(from: start, until: .latest).first)
        #expect(held.agent == AgentID("mark") && held.since == start.advanced(by: .seconds(70)))
        #expect(
            held.progress
                == RecordedProgress(
                    phones: ["2101", "2000", "2102"], rang: [], answeredBy: "2101", released: ["2101"], heldAt: "2102",
                    ended: nil))
        let late = { (seconds: Int, change: CallRecord.Change, word: String) in
            CallRecord(callID: "a", instant: start.advanced(by: .seconds(seconds)), change: change, late: word)
        }
        try ledger.calls.record([
            change("a", after: 100, .ended(status: "answered")), change("a", after: 101, .ended(status: "busy")),
            late(110, .rang(phone: "2103"), "RINGING 2103"), late(111, .overtaken, "RELEASED 2102"),
            late(112, .overtaken, "RELEASED 2102"),
        ])
        let row = try #require(try rows().first)
        #expect(row["answered_by"] == "2101" && row["agent"] == "joke" && row["holder"] == nil)
        #expect(row["ended"] == "answered" && row["ended_at"] == "\(start.milliseconds + 100_000)")
        #expect(row["late"] == "RINGING 2103,RELEASED 2102")
        #expect(row["rang_at"] == row["answered_at"])
    }

    @Test("an answer that is told after the end was before it")
    func answeredLate() throws {
        try ledger.calls.record([
            decided("a"), change("a", after: 5, .ended(status: "answered")),
            CallRecord(
                callID: "a", instant: start.advanced(by: .seconds(9)),
                change: .answered(phone: "2101", agent: "joke", hasCredit: true, holds: false), late: "ANSWERED 2101"),
        ])
        let row = try #require(try rows().first)
        #expect(row["answered_by"] == "2101" && row["answered_at"] == row["ended_at"] && row["late"] == "ANSWERED 2101")
        #expect(try ledger.calls.heldCalls(from: start, until: .latest).isEmpty)
    }

    @Test("an id that a PBX uses again is another call, and events belong to the newest")
    func reusedID() throws {
        try ledger.calls.record([decided("a"), change("a", after: 5, .ended(status: "busy")), decided("a")])
        try ledger.calls.record([
            change("a", after: 9, .answered(phone: "2101", agent: "joke", hasCredit: true, holds: true))
        ]
        )
        let rows = try rows()
        #expect(rows.map { $0["ended"] } == ["busy", nil])
        #expect(rows.map { $0["agent"] } == [nil, "joke"])
    }

    @Test("what has been kept long enough is forgotten, numbers before calls")
    func retention() throws {
        let day = Milliseconds.days(1)
        try ledger.calls.record([
            decided("old"), decided("middle", at: start.advanced(by: day)),
            decided("new", caller: "anonymous", at: start.advanced(by: .days(2))),
        ])
        #expect(
            try ledger.forgetting.forget(
                callsBefore: start.advanced(by: day), numbersBefore: start.advanced(by: .days(3)), atMost: 10) == 2)
        #expect(try rows().map { $0["call_id"] } == ["middle", "new"])
        #expect(try rows().map { $0["caller"] } == [nil, "anonymous"])
    }

    @Test("calls that were decided a short while ago can be taken up again, with how far they had come")
    func recentDecisions() throws {
        try ledger.calls.record([
            decided("old", at: start.advanced(by: .minutes(-11))), decided("first"), decided("over"), decided("second"),
            change("first", after: 2, .rang(phone: "2101")), change("first", after: 22, .rang(phone: "2102")),
            change("over", after: 3, .ended(status: "cancelled")), change("unasked", after: 4, .rang(phone: "2101")),
            decided(""), decided("hidden", caller: "anonymous"),
        ])
        let recent = try ledger.calls.recentDecisions(
            from: start.advanced(by: .minutes(-10)), until: .latest, limit: 10)
        #expect(
            recent.map(\.record) == [
                decided("first"), decided("over"), decided("second"), decided("hidden", caller: "anonymous"),
            ])
        #expect(recent.map(\.progress.rang) == [["2101", "2102"], [], [], []])
        #expect(recent.map(\.progress.ended) == [nil, start.advanced(by: .seconds(3)), nil, nil])
        #expect(
            try ledger.calls.recentDecisions(from: start, until: .latest, limit: 2).map(\.record.callID)
                == ["second", "hidden"])
        #expect(
            try ledger.calls.recentDecisions(from: .earliest, until: start, limit: 9).map(\.record.callID) == ["old"])
    }
}

extension SQLiteEngine {
    /// Every call's record, oldest first, as texts.
    fileprivate func calls() throws -> [[String: String]] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM call ORDER BY id").map { row in
                var texts: [String: String] = [:]
                for (name, value) in row {
                    if let text = String.fromDatabaseValue(value) ?? Int64.fromDatabaseValue(value).map(String.init) {
                        texts[name] = text
                    }
                }
                return texts
            }
        }
    }
}
