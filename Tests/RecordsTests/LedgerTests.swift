import Foundation
import Records
import Routing
import TestSupport
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
}
