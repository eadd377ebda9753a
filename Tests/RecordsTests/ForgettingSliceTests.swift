import Foundation
import GRDB
import Routing
import TestSupport
import Testing
import Time

@testable import Records

/// What goes when it has been kept long enough, and what stays.
@Suite("What is forgotten", .eachEngine)
struct ForgettingSliceTests {
    let engine: TestRecords
    let ledger: Ledger
    /// Long after everything that is to go.
    let late = Instant(clamping: 10_000)

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "slice-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        engine = try TestRecords(folder: folder)
        ledger = engine.ledger
    }

    private func execute(_ sql: String) throws {
        try engine.execute(sql)
    }

    private func texts(_ sql: String) throws -> [String] {
        try engine.texts(sql)
    }

    private func bounds(calls: Int64 = 0, numbers: Int64 = 0, absences: Int64 = 0, events: Int64 = 0) -> ForgettingDay {
        ForgettingDay(
            callsBefore: Instant(clamping: calls), numbersBefore: Instant(clamping: numbers),
            absencesBefore: Instant(clamping: absences), eventsBefore: Instant(clamping: events))
    }

    @discardableResult
    private func forget(_ bounds: ForgettingDay, atMost limit: Int = 100) throws -> Int {
        try ledger.forgetting.forget(bounds, atMost: limit) { number in
            PhoneNumber("3150555").map { NumberBlock.prefix($0) }.flatMap { $0.contains(number) ? $0 : nil }
        }
    }

    @Test("cases and missed calls go with the calls, a case with what was noted of it; open ones stay, however old")
    func casesAndMissedCalls() throws {
        let columns = "id, client, holder, kind, opened_by, opened_at, touched_at, closed_by, closed_at"
        try execute(
            """
            INSERT INTO client_case (\(columns)) VALUES
                (1, 'noord', 'joke', 'incident', 'joke', 10, 10, NULL, NULL),
                (2, 'noord', 'joke', 'incident', 'joke', 10, 10, 'joke', 20),
                (3, 'noord', 'joke', 'incident', 'joke', 10, 10, 'joke', 2000);
            INSERT INTO roster_change (changed_at, changed_by, deed, client_case, why) VALUES
                (10, 'joke', 'opened', 1, NULL), (15, 'joke', 'noted', 2, 'wachtwoord'), (16, 'joke', 'noted', 3, NULL);
            INSERT INTO missed_call (id, client, how, calls, first_at, last_at, attempts, closed_how, closed_by, closed_at)
                VALUES (1, 'noord', 'abandoned', 1, 10, 10, 0, NULL, NULL, NULL),
                    (2, 'noord', 'abandoned', 1, 10, 10, 0, 'by-hand', 'joke', 20);
            INSERT INTO unsettled (call, at) VALUES (99, 5);
            """)
        #expect(try forget(bounds(calls: 1_000)) == 2)
        #expect(try texts("SELECT id FROM client_case ORDER BY id") == ["1", "3"])
        #expect(try texts("SELECT client_case FROM roster_change ORDER BY id") == ["1", "3"])
        #expect(try texts("SELECT id FROM missed_call") == ["1"])
        #expect(try texts("SELECT call FROM unsettled").isEmpty)
        #expect(try forget(bounds(absences: 1_000)) == 0, "an open case keeps its history")
    }

    @Test("numbers are cut to the client's block, wherever one stands; those of open cases and open missed calls stay")
    func numbers() throws {
        try execute(
            """
            INSERT INTO call (call_id, noted_at, decision, caller, client, action, reason, targets, generation, dialled, dialled_by)
                VALUES ('block', 10, '0dhk3v0q80001', '+31505550123', 'noord', 'dial', 'primary', '[]', 1, NULL, NULL),
                    ('mobile', 11, '0dhk3v0q80001', '+31612345678', 'noord', 'dial', 'primary', '[]', 1, NULL, NULL),
                    ('hidden', 12, '0dhk3v0q80001', 'anonymous', NULL, 'dial', 'primary', '[]', 1, NULL, NULL),
                    ('out', 13, NULL, NULL, 'noord', NULL, NULL, NULL, NULL, '+31505550124', 'joke');
            INSERT INTO client_case (id, client, holder, kind, caller, opened_by, opened_at, touched_at, closed_by, closed_at)
                VALUES (1, 'noord', 'joke', 'incident', '+31505550123', 'joke', 10, 10, NULL, NULL),
                    (2, 'noord', 'joke', 'incident', '+31505550123', 'joke', 10, 10, 'joke', 20);
            INSERT INTO missed_call
                (id, client, caller, how, calls, first_at, last_at, attempts, closed_how, closed_by, closed_at)
                VALUES (1, 'noord', '+31612345678', 'abandoned', 1, 10, 10, 0, NULL, NULL, NULL),
                    (2, 'noord', '+31612345678', 'abandoned', 1, 10, 10, 0, 'by-hand', 'joke', 20);
            """)
        let day = try #require(try ledger.forgetting.forgettingDay(at: late, budget: Milliseconds(900)))
        #expect(day.numbersBefore == Instant(clamping: 910))
        #expect(try forget(bounds(numbers: 1_000), atMost: 2) == 2)
        #expect(try forget(bounds(numbers: 1_000)) == 3)
        #expect(try forget(bounds(numbers: 1_000)) == 0, "what is cut is not looked at again")
        let calls = try ledger.calls.calls(CallQuery())
        #expect(calls.map { $0.record.decided?.caller } == [nil, .anonymous, nil, nil])
        #expect(calls.map { $0.record.decided?.block } == [nil, nil, nil, "+3150555*"])
        #expect(calls.first?.record.dialled?.number == nil && calls.first?.record.dialled?.agent == AgentID("joke"))
        let cases = try ledger.cases.cases(CaseQuery(areClosedTold: true))
        #expect(cases.map { $0.file.caller?.description } == [nil, "+31505550123"])
        #expect(try texts("SELECT coalesce(caller, '-') FROM missed_call ORDER BY id") == ["+31612345678", "-"])
        #expect(try ledger.missed.missedCalls(MissedQuery()).map(\.id) == [2, 1])
    }

    @Test("a version of the directory stays while a call is there that it decided, a text while a version names it")
    func versions() throws {
        func keep(_ files: [String: String], _ at: Int64) throws {
            try ledger.directories.keep(
                KeptDirectory(path: "/etc/majord", files: files, instant: Instant(clamping: at)))
        }
        try keep(["a": "1", "b": "same"], 100)
        try keep(["a": "2", "b": "same"], 200)
        try keep(["a": "3", "b": "same"], 300)
        try keep(["a": "4"], 400)
        try execute("INSERT INTO call (call_id, noted_at) VALUES ('of the second', 250), ('of the last', 500)")
        #expect(try forget(bounds(calls: 240)) == 1, "the first; the call of the second is not old enough")
        #expect(try texts("SELECT id FROM directory_version ORDER BY id") == ["2", "3", "4"])
        #expect(try forget(bounds(calls: 450)) == 3)
        #expect(try texts("SELECT id FROM directory_version") == ["4"])
        #expect(try texts("SELECT text FROM directory_text") == ["4"])
        #expect(try ledger.directories.keptDirectory()?.files == ["a": "4"])
        #expect(
            try forget(bounds(calls: 10_000)) == 1, "the call; the newest version stays for a start with broken files")
        #expect(try ledger.directories.keptDirectory() != nil)
    }

    @Test(
        "events go when what they are about is over for long enough, and what tells of programs that are gone with them"
    )
    func events() throws {
        try execute(
            """
            INSERT INTO missed_call (id, client, how, calls, first_at, last_at, attempts) VALUES (1, 'noord', 'nobody', 1, 1, 1, 0);
            INSERT INTO event (id, at, kind, mark, missed, ends_at) VALUES
                (1, 10, 'call-overdue', 'overdue 1', 1, 5), (2, 11, 'agreement-ending', 'ends', NULL, 5000),
                (3, 12, 'overflow-taken', NULL, NULL, NULL), (4, 13, 'call-missed', NULL, NULL, 14),
                (5, 2000, 'overflow-taken', NULL, NULL, NULL);
            INSERT INTO told (program, event) VALUES ('gone', 0), ('there', 5);
            """)
        let day = try #require(try ledger.forgetting.forgettingDay(at: late, budget: Milliseconds(900)))
        #expect(day.eventsBefore == Instant(clamping: 912), "counted from the oldest that may go")
        #expect(try forget(bounds(events: 1_000)) == 2)
        #expect(try texts("SELECT id FROM event ORDER BY id") == ["1", "2", "5"])
        #expect(
            try texts("SELECT program FROM told ORDER BY program") == ["gone", "there"], "the first event is there yet")
        try execute("UPDATE missed_call SET closed_how = 'by-hand', closed_by = 'joke', closed_at = 20")
        #expect(try forget(bounds(events: 6_000)) == 3)
        try execute("INSERT INTO event (id, at, kind) VALUES (6, 7000, 'overflow-taken')")
        #expect(try forget(bounds(events: 6_000)) == 0)
        #expect(try texts("SELECT program FROM told") == ["there"])
    }
}
