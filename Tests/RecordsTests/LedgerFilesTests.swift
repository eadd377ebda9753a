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
}
