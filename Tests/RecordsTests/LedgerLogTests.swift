import Foundation
import GRDB
import Routing
import TestSupport
import Testing
import Time

@testable import Records

@Suite("What somebody does to the log of a ledger that is open")
struct LedgerLogTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID())").path
    var path: String { folder + "/ledger.sqlite" }
    var log: String { path + "-wal" }
    let ledger: Ledger
    let now = Instant(clamping: 1_800_000_000_000)

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        ledger = try Ledger(folder: folder)
        _ = try ledger.upkeep.emptyLog()
        try enter()
    }

    private func enter(_ ledger: Ledger? = nil, note: String? = nil) throws {
        _ = try (ledger ?? self.ledger).roster.enter(
            NewAbsence(agent: AgentID("joke"), kind: .leave, start: now, end: nil, note: note), by: "root", at: now)
    }

    /// How many absences a start would find after this instant.
    private func found(after body: () throws -> Void = {}) throws -> Int {
        let copy = folder + "/copy"
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: copy) }
        for part in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: path + part, toPath: copy + "/ledger.sqlite" + part)
        }
        return try Ledger(folder: copy).roster.load(from: now).absences.count
    }

    private func size(_ file: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
    }

    private func cut(to size: Int) throws {
        let file = try FileHandle(forWritingTo: URL(filePath: log))
        try file.truncate(atOffset: UInt64(size))
        try file.close()
    }

    private func isLogCut() -> Bool {
        if case .logCut(log, _)? = ledger.upkeep.hindrance { true } else { false }
    }

    private func expectRefused() {
        #expect(throws: LedgerError.self) { try enter() }
        #expect(throws: LedgerError.self) { _ = try ledger.upkeep.emptyLog() }
    }

    @Test(
        "one that is removed is written anew, with all that was in it, before the next change",
        arguments: [false, true])
    func removed(isSeen: Bool) throws {
        unlink(log)
        if isSeen {
            #expect(ledger.upkeep.hindrance?.lostSince != nil)
            #expect(ledger.upkeep.mend().count == 1)
            #expect(try found() == 1)
        }
        try enter()
        #expect(try found() == 2)
        #expect(ledger.upkeep.mend().count == (isSeen ? 0 : 1))
        #expect(ledger.upkeep.hindrance == nil)
        #expect(try ledger.roster.load(from: now).absences.count == 2)
        #expect(try ledger.upkeep.emptyLog())
        #expect(try size(log) == 0)
        try enter()
        #expect(try found() == 3)
    }

    @Test("there is room in it for what comes before it is moved, and what is written there is found by a start")
    func room() throws {
        _ = ledger.upkeep.mend()
        let size = try size(log)
        #expect(size > 1_000 * 4_096 && size < 1_300 * 4_200)
        for _ in 0..<40 { try enter() }
        #expect(try self.size(log) == size)
        #expect(ledger.upkeep.hindrance == nil)
        #expect(try found() == 41)
        #expect(try ledger.upkeep.emptyLog())
        #expect(try self.size(log) == 0)
        #expect(ledger.upkeep.mend().isEmpty)
        #expect(try self.size(log) == 0, "an empty log has no head, and would be taken for one that was written over")
        try enter()
        _ = ledger.upkeep.mend()
        #expect(try self.size(log) == size)
        #expect(try found() == 42)
    }

    @Test("with room in it, it is noticed all the same where it is cut, and where it was written into")
    func roomAndDamage() throws {
        _ = ledger.upkeep.mend()
        let whole = try Data(contentsOf: URL(filePath: log))
        try cut(to: 2_000)
        #expect(isLogCut())
        #expect(ledger.upkeep.mend().isEmpty)
        #expect(try size(log) == 2_000, "nothing is written behind what is lost")
        expectRefused()
        try whole.write(to: URL(filePath: log), options: [])
        try cut(to: 100_000)
        #expect(!isLogCut(), "only room is cut away")
        try enter()
        #expect(try found() == 2)
    }

    @Test("so it is over and over, whoever reads or copies the ledger meanwhile")
    func again() throws {
        for count in 2..<6 {
            unlink(log)
            if count.isMultiple(of: 2) {
                let copy = try ledger.upkeep.copy { _, _ in true }
                #expect(copy.size > 0)
            }
            try enter()
            #expect(try found() == count)
        }
    }

    @Test("another file in its place is set aside, and an empty one, as a reader makes it, is not")
    func replaced() throws {
        unlink(log)
        try Data().write(to: URL(filePath: log))
        try enter()
        #expect(try found() == 2)
        #expect(LedgerFolder(folder).aside == [])
        unlink(log)
        try Data(repeating: 7, count: 5_000).write(to: URL(filePath: log))
        try enter()
        #expect(try found() == 3)
        let aside = LedgerFolder(folder).aside
        #expect(aside.count == 1 && aside[0].hasPrefix("ledger.sqlite.replaced-"), "\(aside)")
        #expect(try size(folder + "/" + (aside.first ?? "")) == 5_000)
        #expect(LedgerFolder(folder).damaged == [])
    }

    @Test("one that was away and is put back after changes takes nothing with it")
    func putBack() throws {
        #expect(rename(log, log + ".away") == 0)
        try enter()
        #expect(rename(log + ".away", log) == 0)
        try enter()
        #expect(try found() == 3)
        #expect(LedgerFolder(folder).aside == [])
    }

    @Test("where it cannot be written anew nothing is written, it says why and since when, and goes on once it can")
    func cannotMend() throws {
        unlink(log)
        // A folder that is not empty takes no other's place.
        try FileManager.default.createDirectory(atPath: path + ".log/x", withIntermediateDirectories: true)
        #expect(ledger.upkeep.mend() == [])
        guard case .logGone(log, let since, let cause?)? = ledger.upkeep.hindrance else {
            Issue.record("\(ledger.upkeep.hindrance as Any)")
            return
        }
        #expect(cause.contains("File exists"), "\(cause)")
        #expect(since > Instant(clamping: 1_700_000_000_000))
        #expect(throws: LedgerError.self) { try enter() }
        #expect(try ledger.roster.load(from: now).absences.count == 1)
        try FileManager.default.removeItem(atPath: path + ".log")
        #expect(ledger.upkeep.mend().count == 1)
        try enter()
        #expect(try found() == 2)
    }

    @Test(
        "one that was cut short is noticed before a change is acknowledged, and never moved into the ledger",
        arguments: [0, 1, 32, 2_000, 4_152])
    func cut(size: Int) throws {
        for _ in 0..<20 { try enter() }
        let before = try Data(contentsOf: URL(filePath: path))
        try cut(to: size)
        expectRefused()
        #expect(isLogCut())
        // What makes it longer again brings nothing back.
        try cut(to: 1_000_000)
        #expect(isLogCut())
        expectRefused()
        #expect(ledger.upkeep.mend() == [])
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    @Test("one that was written into is noticed when majord looks after its ledger, and changes are refused")
    func writtenIntoUnseen() throws {
        for _ in 0..<20 { try enter() }
        #expect(ledger.upkeep.mend() == [])
        #expect(ledger.upkeep.hindrance == nil)
        let file = try FileHandle(forUpdating: URL(filePath: log))
        try file.seek(toOffset: 5_000)
        try file.write(contentsOf: Data(repeating: 7, count: 16))
        try file.close()
        #expect(ledger.upkeep.mend() == [])
        #expect(isLogCut())
        expectRefused()
    }

    @Test("one that was written into is not moved into the ledger")
    func writtenInto() throws {
        for _ in 0..<20 { try enter() }
        let before = try Data(contentsOf: URL(filePath: path))
        let file = try FileHandle(forUpdating: URL(filePath: log))
        try file.seek(toOffset: 20_000)
        try file.write(contentsOf: Data(repeating: 7, count: 100))
        try file.close()
        #expect(throws: LedgerError.self) { _ = try ledger.upkeep.emptyLog() }
        #expect(isLogCut())
        #expect(throws: LedgerError.self) { try enter() }
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    @Test("one that is cut and removed is not written anew")
    func cutAndRemoved() throws {
        try cut(to: 5_000)
        unlink(log)
        #expect(ledger.upkeep.mend() == [])
        #expect(ledger.upkeep.hindrance?.lostSince != nil)
        #expect(throws: LedgerError.self) { try enter() }
    }

    @Test("majord and others who let SQLite empty it do it no harm")
    func emptied() throws {
        let other = try DatabaseQueue(path: path)
        for _ in 0..<3 {
            try enter()
            try other.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            #expect(ledger.upkeep.hindrance == nil)
            try enter()
            #expect(try ledger.upkeep.emptyLog())
            #expect(ledger.upkeep.hindrance == nil)
        }
        #expect(try found() == 7)
    }

    @Test("it is moved into the ledger as it grows, also while somebody reads what was before")
    func grows() throws {
        let note = String(repeating: "x", count: 4_000)
        for _ in 0..<200 { try enter(note: note) }
        #expect(try size(log) < 6_000_000)
        let other = try DatabaseQueue(path: path)
        try other.read { database in
            _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM absence")
            for _ in 0..<200 { try enter(note: note) }
        }
        #expect(ledger.upkeep.hindrance == nil)
        for _ in 0..<10 { try enter(note: note) }
        #expect(try found() == 411)
        #expect(try ledger.upkeep.emptyLog())
        #expect(try size(log) == 0)
    }

    @Test("an engine that is let go leaves all in the ledger; one whose log was cut leaves the ledger as it is")
    func letGo() throws {
        let other = folder + "/other"
        try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
        var second: Ledger? = try Ledger(folder: other)
        if let second { try enter(second) }
        unlink(other + "/ledger.sqlite-wal")
        if let second { try enter(second) }
        second = nil
        #expect(access(other + "/ledger.sqlite-wal", F_OK) != 0)
        #expect(try Ledger(folder: other).roster.load(from: now).absences.count == 2)
    }
}
