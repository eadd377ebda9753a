import Foundation
import GRDB
import Routing
import TestSupport
import Testing
import Time

@testable import Records

@Suite("What somebody does to the files of a ledger that is open")
struct LedgerFilesTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID())").path
    var path: String { folder + "/ledger.sqlite" }
    let ledger: Ledger

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        ledger = try Ledger(folder: folder)
        _ = try ledger.upkeep.emptyLog()
        // As before every change: how large it is by now.
        #expect(ledger.upkeep.hindrance == nil)
    }

    private func move(_ old: String, _ new: String) throws {
        try FileManager.default.moveItem(atPath: old, toPath: new)
    }

    private func expectRefused() {
        #expect(throws: LedgerError.self) { try ledger.calls.probe() }
        #expect(throws: LedgerError.self) { _ = try ledger.upkeep.emptyLog() }
    }

    @Test("while the ledger is removed or replaced nothing is written, and once it is put back it is")
    func removed() throws {
        #expect(ledger.upkeep.hindrance == nil)
        try move(path, path + ".away")
        #expect(ledger.upkeep.hindrance == .removed(path: path))
        expectRefused()
        try Data("other".utf8).write(to: URL(filePath: path))
        #expect(ledger.upkeep.hindrance == .replaced(path: path))
        expectRefused()
        try FileManager.default.removeItem(atPath: path)
        #expect(symlink(path + ".away", path) == 0)
        #expect(ledger.upkeep.hindrance == .linked(path: path))
        expectRefused()
        try FileManager.default.removeItem(atPath: path)
        try move(path + ".away", path)
        #expect(ledger.upkeep.hindrance == nil)
        try ledger.calls.probe()
        #expect(ledger.upkeep.mend() == [])
    }

    @Test("so it is while the folder is away")
    func folderRemoved() throws {
        try move(folder, folder + ".away")
        #expect(ledger.upkeep.hindrance == .removed(path: path))
        expectRefused()
        try move(folder + ".away", folder)
        #expect(ledger.upkeep.hindrance == nil)
        try ledger.calls.probe()
    }

    @Test("a ledger that was cut short is not written any more", arguments: [0, 50, 4_096, 8_192])
    func cut(size: UInt64) throws {
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        try file.truncate(atOffset: size)
        #expect(ledger.upkeep.hindrance == .cut(path: path))
        expectRefused()
    }

    @Test("one that SQLite has made smaller is whole")
    func vacuumed() throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "CREATE TABLE filling (text TEXT)")
            try database.execute(sql: "INSERT INTO filling VALUES (zeroblob(1000000))")
            try database.checkpoint(.truncate)
            #expect(ledger.upkeep.hindrance == nil)
            try database.execute(sql: "DROP TABLE filling")
            try database.execute(sql: "VACUUM")
            try database.checkpoint(.truncate)
        }
        #expect(ledger.upkeep.hindrance == nil)
        try ledger.calls.probe()
    }

    @Test("files that the next start could not open are told of, and written on", .enabled(if: geteuid() != 0))
    func closed() throws {
        chmod(path, 0o400)
        #expect(ledger.upkeep.hindrance == .closed(path: path, cause: "Permission denied"))
        try ledger.calls.probe()
        chmod(path, 0o600)
        #expect(ledger.upkeep.hindrance == nil)
    }

    @Test(
        "shared memory that is cut short ends nobody: it is made of the log anew before it is touched, and nothing is lost",
        arguments: [0, 100, 4_096])
    func memoryCut(length: Int) throws {
        let agent = AgentID("joke")
        let now = Instant(clamping: 1_800_000_000_000)
        for second in 0..<50 {
            let start = now.advanced(by: .seconds(second))
            _ = try ledger.roster.enter(
                NewAbsence(agent: agent, kind: .pause, start: start, end: nil), by: "root", at: now)
        }
        #expect(truncate(path + "-shm", length) == 0)
        #expect(try ledger.roster.load(from: now).absences.count == 50)
        #expect(truncate(path + "-shm", length) == 0)
        _ = try ledger.roster.enter(NewAbsence(agent: agent, kind: .leave, start: now, end: nil), by: "root", at: now)
        #expect(truncate(path + "-shm", length) == 0)
        #expect(ledger.upkeep.mend() == [.memoryCut(path: path + "-shm")])
        #expect(truncate(path + "-shm", length) == 0)
        _ = try ledger.upkeep.copy { _, _ in true }
        #expect(ledger.upkeep.mend() == [.memoryCut(path: path + "-shm")])
        #expect(ledger.upkeep.hindrance == nil && ledger.upkeep.mend() == [])
        #expect(try ledger.reports.isRecorded(ClientID("noord")) == false)
        #expect(try ledger.roster.load(from: now).absences.count == 51)
        // Others find the same in it.
        let other = try DatabaseQueue(path: path)
        #expect(try other.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM absence") } == 51)
        #expect(try ledger.upkeep.emptyLog())
        #expect(try ledger.upkeep.damage() == nil)
    }
}
