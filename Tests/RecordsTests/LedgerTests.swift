import Foundation
import Records
import Routing
import Testing
import Time

@Suite("Ledger")
struct LedgerTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID())").path
    let now = Instant(clamping: 1_800_000_000_000)

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func sickness(_ agent: String, at start: Instant, until end: Instant? = nil) -> NewAbsence {
        NewAbsence(agent: AgentID(agent), kind: .sickness, start: start, end: end, note: "griep")
    }

    @Test("an entered absence is there after the ledger is opened again, to the last field")
    func survivesReopening() throws {
        let entered: Absence
        do {
            let ledger = try Ledger(folder: folder)
            entered = try ledger.roster.enter(sickness("jdevries", at: now), by: "root", at: now)
        }
        #expect(try Ledger(folder: folder).roster.load(from: now) == Roster(absences: [entered]))
        #expect(entered.note == "griep")
        #expect(entered.enteredBy == "root")
        #expect(entered.end == nil)
    }

    @Test("the roster holds what is in force or to come, and not what is over")
    func rosterLeavesOutThePast() throws {
        let ledger = try Ledger(folder: folder)
        let hour = Milliseconds.hours(1)
        let past = now.advanced(by: .hours(-2))
        _ = try ledger.roster.enter(sickness("a", at: past, until: now), by: "root", at: now)
        let current = try ledger.roster.enter(
            sickness("b", at: past, until: now.advanced(by: hour)), by: "root", at: now)
        let future = try ledger.roster.enter(sickness("c", at: now.advanced(by: hour), until: nil), by: "root", at: now)
        #expect(try ledger.roster.load(from: now).absences == [current, future])
    }

    @Test("ending an absence ends it now; ending one to come cancels it")
    func ending() throws {
        let ledger = try Ledger(folder: folder)
        let later = now.advanced(by: .hours(1))
        let current = try ledger.roster.enter(sickness("a", at: now), by: "root", at: now)
        let future = try ledger.roster.enter(sickness("a", at: later.advanced(by: .days(1))), by: "root", at: now)
        try ledger.roster.end([current.id, future.id], by: "root", at: later)
        #expect(try ledger.roster.load(from: later).absences.isEmpty)
        #expect(try ledger.roster.load(from: now).absences.map(\.id) == [current.id])
    }

    @Test("an absence takes the place of others in the same transaction")
    func replacing() throws {
        let ledger = try Ledger(folder: folder)
        let first = try ledger.roster.enter(sickness("a", at: now), by: "root", at: now)
        let later = now.advanced(by: .hours(1))
        let second = try ledger.roster.enter(sickness("a", at: later), by: "root", at: later, replacing: [first.id])
        #expect(try ledger.roster.load(from: later).absences == [second])
        #expect(throws: LedgerError.unknownAbsence(99)) {
            try ledger.roster.enter(sickness("a", at: later), by: "root", at: later, replacing: [99])
        }
        #expect(try ledger.roster.load(from: later).absences == [second], "a refused change leaves nothing behind")
    }

    @Test("a second daemon on the same ledger is refused")
    func exclusive() throws {
        let ledger = try Ledger(folder: folder)
        #expect(throws: LedgerError.inUse(path: folder + "/ledger.sqlite")) { try Ledger(folder: folder) }
        withExtendedLifetime(ledger) {}
    }

    @Test("a folder that is not there is named")
    func missingFolder() {
        #expect {
            try Ledger(folder: folder + "/nowhere")
        } throws: { error in
            if case .cannotOpen(let path, _) = error as? LedgerError {
                path == folder + "/nowhere/ledger.sqlite"
            } else {
                false
            }
        }
    }

    @Test("a ledger of a newer version is left alone")
    func newer() throws {
        _ = try Ledger(folder: folder)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            "import sqlite3; d = sqlite3.connect('\(folder)/ledger.sqlite'); "
                + "d.execute(\"insert into grdb_migrations values ('calls-of-2030')\"); d.commit()",
        ]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(throws: LedgerError.newer(path: folder + "/ledger.sqlite")) { try Ledger(folder: folder) }
    }
}
