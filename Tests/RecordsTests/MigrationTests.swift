import Foundation
import GRDB
import Routing
import TestSupport
import Testing
import Time

@testable import Records

@Suite("Ledgers of earlier versions")
struct MigrationTests {
    let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "migration-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    /// A ledger as the version left it whose last step this was.
    private func old(_ step: String, _ sql: String) throws {
        let queue = try DatabaseQueue(path: folder + "/ledger.sqlite")
        try Migrations.all.migrate(queue, upTo: step)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    @Test("a call that an agent had is his, and one that is over is nobody's")
    func whoHasACall() throws {
        try old(
            "absences given",
            """
            INSERT INTO call (call_id, noted_at, answered_by, agent, answered_at, ended, ended_at) VALUES
                ('up', 1000, '2101', 'joke', 2000, NULL, NULL),
                ('over', 1000, '2102', 'mark', 2000, 'answered', 3000),
                ('overflow', 1000, '2000', NULL, 2000, NULL, NULL), ('rings', 1000, NULL, NULL, NULL, NULL, NULL)
            """)
        let since = TakeUp(decided: .latest, ended: .latest, held: .earliest)
        let held = try Ledger(folder: folder).calls.calls(
            toTakeUp: since, from: .latest, until: .latest, withHeld: true, limit: 0)
        #expect(held.map(\.callID) == ["up"])
        let course = try #require(held.first).course
        #expect(
            course.holding
                == CallRecord.Course.Holding(
                    phone: .of("2101"), agent: AgentID("joke"), since: Instant(clamping: 2_000), isAnswered: true))
        #expect(course.answer?.agent == AgentID("joke") && course.answer?.instant == Instant(clamping: 2_000))
    }

    @Test("agents and roles of targets are carried over as far as the row tells them, and are unknown else")
    func targets() throws {
        let names = "call_id, noted_at, asked_at, decision, caller, client, action, reason, targets, generation"
        func row(_ id: String, _ action: String, _ reason: String, _ targets: String, _ rest: String) -> String {
            "('\(id)', 1000, 1000, '0dhk3v0q80001', '+31505550100', 'noord', '\(action)', '\(reason)', '\(targets)', 7, \(rest))"
        }
        try old(
            "who has a call",
            """
            INSERT INTO call (\(names), answered_by, agent, answered_at, held_at, holder, held_since) VALUES
                \(row("both", "dial", "primary", "2101:20,2102:20,2000:0", "NULL, NULL, NULL, NULL, NULL, NULL")),
                \(row("first", "dial", "primary", "2101:20,2000:0", "'2101', 'joke', 5, '2101', 'joke', 5")),
                \(row("given", "dial", "primary", "2101:20,2102:20,2000:0", "'2101', 'joke', 5, '2102', 'mark', 6")),
                \(row("backup", "dial", "backup", "2102:20,2000:0", "'2102', 'mark', 5, NULL, NULL, NULL")),
                \(row("overflown", "dial", "primary", "2101:20,2000:0", "'2000', NULL, 5, NULL, NULL, NULL")),
                \(row("closed", "overflow", "closed", "2000:0", "NULL, NULL, NULL, NULL, NULL, NULL")),
                \(row("odd", "dial", "primary", "2101;2102", "NULL, NULL, NULL, '2101', 'joke', NULL"));
            INSERT INTO call (call_id, noted_at, answered_by, agent, answered_at) VALUES ('unasked', 1000, '2101', 'joke', 5);
            """)
        let calls = try Ledger(folder: folder).calls.allCalls().reversed()
        let (joke, mark) = (AgentID("joke"), AgentID("mark"))
        let expected: [(String, [Target]?, Target.Part?)] = [
            ("both", [.of("2101", .primary, nil), .of("2102", .backup, nil), .overflow], nil),
            ("first", [.of("2101", .primary, joke), .overflow], .role(.primary)),
            ("given", [.of("2101", .primary, joke), .of("2102", .backup, mark), .overflow], .role(.primary)),
            ("backup", [.of("2102", .backup, mark), .overflow], .role(.backup)),
            ("overflown", [.of("2101", .primary, nil), .overflow], .overflow),
            ("closed", [.overflow], nil), ("odd", [], nil), ("unasked", nil, nil),
        ]
        #expect(calls.map(\.callID) == expected.map(\.0))
        for (call, (callID, targets, role)) in zip(calls, expected) {
            #expect(call.decided?.targets == targets, "\(callID)")
            #expect(call.course.answer?.part == role, "\(callID)")
        }
        let decided = try #require(calls.first?.decided)
        #expect(
            decided.id == DecisionID("0dhk3v0q80001") && decided.reason == .role(.primary) && decided.generation == 7)
        #expect(calls.map { $0.course.holding?.agent } == [nil, joke, mark, nil, nil, nil, nil, nil])
        #expect(calls.compactMap(\.course.holding).allSatisfy { $0.isAnswered })
    }

    @Test("what is known of absences that are there is their history, and they are what they were")
    func history() throws {
        try old(
            "versions",
            """
            INSERT INTO absence (id, agent, kind, start, "end", note, entered_by, entered_at, ended_by, ended_at,
                given_from, given_by, given_at) VALUES
                (3, 'joke', 'leave', 5000, 9000, 'ski', 'root', 1000, NULL, NULL, NULL, NULL, NULL),
                (4, 'mark', 'sickness', 2000, NULL, NULL, 'mark', 2000, NULL, NULL, NULL, NULL, NULL),
                (5, 'joke', 'leave', 7000, 7000, NULL, 'root', 2500, 'joke', 3500, NULL, NULL, NULL),
                (7, 'new', 'pause', 100, 3000, NULL, 'old', 100, 'root', 3000, 'old', 'root', 2000)
            """)
        let ledger = try Ledger(folder: folder)
        let lines = try ledger.history.changes(HistoryQuery())
        #expect(
            lines.map { "\($0.subject) \($0.deed) \($0.by) \($0.at.milliseconds) \($0.agent?.description ?? "")" } == [
                "absence(7) entered old 100 old", "absence(3) entered root 1000 joke",
                "absence(4) entered mark 2000 mark",
                "absence(7) given root 2000 new", "absence(5) entered root 2500 joke", "absence(7) ended root 3000 new",
                "absence(5) cancelled joke 3500 joke",
            ])
        let ski = try #require(lines[1].after.flatMap(KeptAbsence.init(json:)))
        #expect(ski.start.milliseconds == 5_000 && ski.end?.milliseconds == 9_000 && ski.note == "ski")
        #expect(lines[0].after.flatMap(KeptAbsence.init(json:))?.end == nil, "the end that it had is not known")
        #expect(lines[3].before.flatMap(KeptAbsence.init(json:))?.agent == AgentID("old"))
        let roster = try ledger.roster.load(from: Instant(clamping: 4_000), ended: 9)
        #expect(roster.absences.map(\.id).sorted() == [3, 4, 7] && roster.absences.allSatisfy { $0.series == nil })
        let next = try ledger.roster.write(
            RosterWriting(
                by: "root", at: Instant(clamping: 4_000),
                [.enter(NewAbsence(agent: AgentID("joke"), kind: .pause, start: Instant(clamping: 1), end: nil))]))
        #expect(next == [8])
    }
}
