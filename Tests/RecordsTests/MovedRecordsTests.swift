import Foundation
import Routing
import TestSupport
import Testing
import Time

@testable import Records

/// A ledger that is carried from its file into a database, and what a machine keeps of one that is in there.
@Suite("Records that move", .enabled(if: ThrowAwayPostgreSQL.shared != nil, "no PostgreSQL is installed"))
struct MovedRecordsTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "moved-\(UUID())").path
    let now = Instant(clamping: 1_800_000_000_000)

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func enter(_ agent: String, note: String? = nil, in ledger: Ledger) throws {
        _ = try ledger.roster.enter(
            NewAbsence(agent: AgentID(agent), kind: .sickness, start: now, end: nil, note: note), by: "root", at: now)
    }

    /// Something in each table that a test's words can fill.
    private func fill(_ ledger: Ledger) throws {
        for number in 0..<20 { try enter("agent-\(number)", note: "griep, \"zwaar\" é 🤒", in: ledger) }
        try ledger.roster.end([20], by: "root", at: now)
        let calls = (0..<300).map { number in
            CallRecord.Change(
                callID: "call-\(number)", instant: now.advanced(by: .seconds(number)),
                what: number % 7 == 0 ? .passedOver : .decided(.example()))
        }
        try ledger.calls.record(calls)
        try ledger.events.write([.tell(NewEvent(.ledgerSetAside, at: now, Event.About(detail: "x"), mark: "m"))])
        try ledger.directories.keep(
            KeptDirectory(path: "/etc/majord", files: ["a": "1", "b": "2"], instant: now, since: now), telling: [])
    }

    @Test("all of it is the same there, numbers go on, the file is put aside, and it moves once")
    func moves() async throws {
        let before: (roster: Roster, history: [RosterChange], calls: [KeptCall], events: [Event])
        do {
            let engine = try SQLiteEngine(folder: folder)
            let ledger = Ledger(engine)
            try fill(ledger)
            // As after a restore.
            try engine.write {
                _ = try $0.execute(
                    "INSERT INTO event (id, at, kind) VALUES (1800000000000000, 1, 'ledger-set-aside')", [])
            }
            before = (
                try ledger.roster.load(from: now), try ledger.history.changes(HistoryQuery(limit: 100)),
                try ledger.calls.calls(CallQuery(limit: 1_000)), try ledger.events.events(EventQuery())
            )
        }
        var told = 0
        let moved = try await onceFree {
            try Ledger.move(folder: folder, to: .test(folder), at: now) { told += Int($0.rows) }
        }
        #expect(told > 300 && moved.name.hasPrefix("ledger.sqlite.moved-"))
        #expect(!LedgerFolder(folder).exists)
        let ledger = try Ledger(.test(folder))
        #expect(try ledger.roster.load(from: now) == before.roster)
        #expect(try ledger.history.changes(HistoryQuery(limit: 100)) == before.history)
        let calls = try ledger.calls.calls(CallQuery(limit: 1_000))
        #expect(calls.map(\.row) == before.calls.map(\.row) && calls.map(\.record) == before.calls.map(\.record))
        #expect(try ledger.events.events(EventQuery()) == before.events)
        #expect(try ledger.directories.keptDirectory()?.files == ["a": "1", "b": "2"])
        try enter("late", in: ledger)
        #expect(try ledger.roster.load(from: now).absences.map(\.id).max() == 21)
    }

    @Test("into a database that has records nothing is carried, and the file stays")
    func refused() async throws {
        do { try enter("there", in: Ledger(.test(folder))) }
        do { try enter("here", in: Ledger(folder: folder)) }
        #expect(throws: LedgerError.self) { try Ledger.move(folder: folder, to: .test(folder), at: now) { _ in } }
        let here = try await onceFree { try Ledger(folder: folder).roster.load(from: now) }
        #expect(here.absences.map(\.agent) == [AgentID("here")])
        #expect(try Ledger(.test(folder)).roster.load(from: now).absences.map(\.agent) == [AgentID("there")])
    }

    @Test("what a start needs is on this machine while the database is away, and nothing can be changed then")
    func lastKnown() async throws {
        let kept = DatabaseFolder(state: folder)
        let record = CallRecord.Change(callID: "a", instant: now, what: .decided(.example()))
        do {
            let ledger = try Ledger(.test(folder), keeping: kept, at: now)
            try fill(ledger)
            // What cannot be read now is read with the next look.
            var isTaken = false
            for _ in 0..<100 where !isTaken { isTaken = try #require(ledger.lastKnown).refresh(at: now) }
            try ledger.calls.record([record])
            // On a busy machine a server may be late, and is connected to anew.
            for _ in 0..<1_000 where ledger.atStart.database == nil { try await Task.sleep(for: .milliseconds(10)) }
            #expect(ledger.lastKnown?.trouble == nil && ledger.atStart.database != nil)
        }
        let away = try PostgreSQLServer("host=/nowhere dbname=x", site: .test(folder), passwordFile: nil)
        let ledger = try await onceFree { try Ledger(away, keeping: kept, at: now) }
        #expect(try ledger.atStart.roster.load(from: now).absences.count == 19)
        #expect(try ledger.atStart.directories.keptDirectory()?.files == ["a": "1", "b": "2"])
        #expect(try ledger.atStart.events.conditions().isEmpty)
        #expect(try ledger.atStart.calls.calls(named: "a", limit: 10).count == 1)
        #expect(throws: LedgerError.self) { try enter("joke", in: ledger) }
    }

    @Test("a start without the database and without a copy is refused")
    func nothingKnown() throws {
        let away = try PostgreSQLServer("host=/nowhere dbname=x", site: .test(folder), passwordFile: nil)
        #expect(throws: LedgerError.self) {
            try Ledger(away, keeping: DatabaseFolder(state: folder), at: now)
        }
    }
}
