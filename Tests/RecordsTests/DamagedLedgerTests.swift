import Foundation
import GRDB
import Glibc
import Routing
import TestSupport
import Testing
import Time

@testable import Records

/// What becomes of a ledger that cannot be used, and of backups.
@Suite("Damaged ledgers and backups")
struct DamagedLedgerTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "damaged-\(UUID())").path
    let now = Instant(clamping: 1_800_000_000_000)
    var path: String { folder + "/ledger.sqlite" }
    let kept = KeptDirectory(path: "/etc/majord", files: ["a": "1"], instant: Instant(clamping: 1_000))

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    /// A ledger with something of everything that is looked for afterwards.
    private func fill() throws {
        let ledger = try Ledger(folder: folder)
        try ledger.directories.keep(kept)
        _ = try ledger.roster.enter(
            NewAbsence(agent: AgentID("joke"), kind: .sickness, start: now, end: nil), by: "root", at: now)
        try ledger.calls.record(
            (0..<500).map { CallRecord.Change(callID: "call-\($0)", instant: now, what: .decided(.example())) })
    }

    private func open() throws -> (ledger: Ledger, setAside: Ledger.SetAside?) {
        try Ledger.open(folder: folder, version: LedgerSchema.oldestVersion, at: now)
    }

    private var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
    }

    @Test("one that is sound is used, and nothing is set aside")
    func sound() throws {
        try fill()
        let (ledger, setAside) = try open()
        #expect(setAside == nil && ledger.folder?.damaged == [] && ledger.upkeep.isChecked)
        #expect(try ledger.upkeep.damage() == nil)
        #expect(try ledger.roster.load(from: now, ended: 9).absences.count == 1)
    }

    @Test(
        "one that is none, empty, torn or a folder is set aside as it is, and an empty one is begun",
        arguments: ["text", "empty", "torn", "folder", "cut", "version", "schema", "foreign", "table"])
    func damaged(how: String) throws {
        try fill()
        let file = URL(filePath: path)
        var data = try Data(contentsOf: file)
        switch how {
        case "text": data = Data(String(repeating: "no ledger\n", count: 1_000).utf8)
        case "empty": data = Data()
        case "torn":
            data.replaceSubrange(4_096..<(data.count - 4_096), with: Data(repeating: 0xAA, count: data.count - 8_192))
        case "cut": data = data.prefix(data.count / 2)
        case "version": data[18] = 0xFF
        case "schema": data[47] = 0xFF
        case "foreign": data = try Self.database("CREATE TABLE t (a)")
        case "table":
            let queue = try DatabaseQueue(path: path)
            try queue.writeWithoutTransaction {
                try $0.execute(sql: "DROP TABLE event; PRAGMA wal_checkpoint(TRUNCATE)")
            }
            try queue.close()
            data = try Data(contentsOf: file)
        default: break
        }
        try FileManager.default.removeItem(atPath: path)
        if how == "folder" {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } else {
            try data.write(to: file)
        }
        let (ledger, setAside) = try open()
        let name = try #require(setAside).name
        #expect(name == "ledger.sqlite.damaged-20270115T080000Z")
        // SQLite has looked at a database of something else, and made it one with a log.
        if !["folder", "foreign"].contains(how) {
            #expect(try Data(contentsOf: URL(filePath: folder + "/" + name)) == data)
        }
        #expect(ledger.folder?.damaged == [name])
        #expect(try ledger.roster.load(from: now, ended: 9) == Roster())
        #expect(try ledger.folder?.noteSeen() == ["ledger.sqlite.seen-20270115T080000Z"])
        #expect(ledger.folder?.damaged == [])
    }

    @Test("of a log that is damaged, what comes before the damage counts; the ledger is none the worse for it")
    func log() throws {
        let ledger = try Ledger(folder: folder)
        for second in 0..<20 {
            _ = try ledger.roster.enter(
                NewAbsence(
                    agent: AgentID("joke"), kind: .sickness, start: now.advanced(by: .seconds(second)), end: nil),
                by: "root", at: now)
        }
        // As after a loss of power: the files as they are while it is open.
        let other = folder + "/other"
        try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
        for part in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: path + part, toPath: other + "/ledger.sqlite" + part)
        }
        withExtendedLifetime(ledger) {}
        let file = try FileHandle(forUpdating: URL(filePath: other + "/ledger.sqlite-wal"))
        let size = try file.seekToEnd()
        // A frame is a page of 4,096 bytes with a head of 24.
        try file.seek(toOffset: size - 3 * 4_120)
        try file.write(contentsOf: Data(repeating: 0xAA, count: 1_000))
        try file.close()
        let (sound, setAside) = try Ledger.open(folder: other, version: LedgerSchema.oldestVersion, at: now)
        #expect(setAside == nil && sound.folder?.damaged == [])
        #expect((1..<20).contains(try sound.roster.load(from: now, ended: 9).absences.count))
        #expect(try sound.upkeep.damage() == nil)
    }

    @Test("a second one in the same second gets a name of its own; the log goes with its ledger")
    func twice() throws {
        for _ in 0..<2 {
            try Data(repeating: 0x41, count: 8_192).write(to: URL(filePath: path))
            try Data("its log".utf8).write(to: URL(filePath: path + "-wal"))
            _ = try open()
        }
        let aside = try names.filter { $0.contains("damaged") }
        let name = "ledger.sqlite.damaged-20270115T080000Z"
        #expect(Set(aside).isSuperset(of: [name, name + "-wal", name + "-2", name + "-2-wal"]))
        #expect(LedgerFolder(folder).damaged == [name, name + "-2"])
    }

    @Test("the last directory of a damaged one that can be read is kept in the new one")
    func directory() throws {
        try fill()
        // A page of an index is none any more.
        let queue = try DatabaseQueue(path: path)
        let root = try queue.writeWithoutTransaction { database in
            _ = try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            return try Int.fetchOne(database, sql: "SELECT rootpage FROM sqlite_master WHERE name = 'call_by_id'")
        }
        try queue.close()
        let file = try FileHandle(forUpdating: URL(filePath: path))
        try file.seek(toOffset: UInt64((try #require(root) - 1) * 4_096))
        try file.write(contentsOf: Data(repeating: 0xAA, count: 4_096))
        try file.close()
        let (ledger, setAside) = try open()
        #expect(setAside != nil)
        #expect(try ledger.directories.keptDirectory()?.files == kept.files)
    }

    @Test("a newer majord's, or one that somebody else has, is left as it is")
    func others() throws {
        let ledger = try Ledger(folder: folder)
        #expect(throws: LedgerError.inUse(path: path)) { try open() }
        withExtendedLifetime(ledger) {}
    }

    @Test("a copy is the ledger at one instant, one file without a name, and can be put back")
    func copy() throws {
        try fill()
        let backup = folder + "/backup.sqlite"
        do {
            let ledger = try Ledger(folder: folder)
            var steps: [(Int, Int)] = []
            let copy = try ledger.upkeep.copy { done, total in
                steps.append((done, total))
                return true
            }
            #expect(steps.last.map { $0.0 == $0.1 && $0.1 == copy.size } == true)
            try Data(try copy.bytes(at: 0, count: copy.size + 1)).write(to: URL(filePath: backup))
            #expect(
                try names == [
                    "backup.sqlite", "ledger.sqlite", "ledger.sqlite-shm", "ledger.sqlite-wal", "ledger.sqlite.lock",
                ])
            _ = try ledger.roster.enter(
                NewAbsence(agent: AgentID("mark"), kind: .sickness, start: now, end: nil), by: "root", at: now)
        }
        let replaced = try Ledger.restore(backup, folder: folder, version: LedgerSchema.oldestVersion, at: now)
        #expect(replaced == "ledger.sqlite.replaced-20270115T080000Z")
        let absences = try Ledger(folder: folder).roster.load(from: now, ended: 9).absences
        #expect(absences.map(\.agent) == [AgentID("joke")])
        #expect(LedgerFolder(folder).damaged == [], "what was replaced was not damaged")
    }

    @Test(
        "what was forgotten since a backup was made is told when it is put back, and the ledger before stays as it is")
    func forgottenSince() throws {
        try fill()
        let backup = folder + "/backup.sqlite"
        func forget(_ digits: String, _ user: String, _ ledger: Ledger) throws {
            let number = try #require(PhoneNumber(digits))
            try ledger.calls.record([
                CallRecord.Change(callID: digits, instant: now, what: .decided(.example(caller: .number(number))))
            ])
            let terms = [Erasure.Term(.number(number), token: digits), .init(.number(number), token: digits + "b")]
            var all = ErasureFinding()
            all.last["directory_version"] = 1
            let erasure = Erasure(terms, by: user, at: now, ongoingSince: now, reading: writtenDutch)
            #expect(try ledger.erasing.erase(erasure, all)?.counts.calls == 1)
        }
        do {
            let ledger = try Ledger(folder: folder)
            try forget("31611111111", "root", ledger)
            let copy = try ledger.upkeep.copy { _, _ in true }
            try Data(try copy.bytes(at: 0, count: copy.size)).write(to: URL(filePath: backup))
            try forget("31622222222", "emulder", ledger)
        }
        let replaced = try #require(
            try Ledger.restore(backup, folder: folder, version: LedgerSchema.oldestVersion, at: now))
        let before = try names
        #expect(
            Ledger.forgottenAgain(backup, replaced: "\(folder)/\(replaced)") == [ForgottenAgain(at: now, by: "emulder")]
        )
        #expect(try names == before)
        #expect(Ledger.forgottenAgain(backup, replaced: "/nowhere") == [])
    }

    @Test("a copy that is not wanted any more leaves nothing")
    func given() throws {
        try fill()
        let ledger = try Ledger(folder: folder)
        #expect(throws: LedgerError.self) { try ledger.upkeep.copy { _, _ in false } }
        #expect(try !names.contains { $0.contains("copy") })
    }

    @Test("what was left of a copy or a restore that was broken off is gone with the next start")
    func brokenOff() throws {
        try fill()
        for name in ["copy", "copy-journal", "restoring", "restoring-wal"] {
            try Data("left".utf8).write(to: URL(filePath: "\(path).\(name)"))
        }
        let ledger = try Ledger(folder: folder)
        #expect(try !names.contains { $0.contains("copy") || $0.contains("restoring") })
        withExtendedLifetime(ledger) {}
    }

    @Test(
        "what is no file, empty, or the ledger's own log is no backup; the ledger is as it was",
        arguments: ["folder", "empty", "pipe", "log", ""])
    func odd(what: String) throws {
        try fill()
        var backup = folder + "/backup.sqlite"
        switch what {
        case "folder": try FileManager.default.createDirectory(atPath: backup, withIntermediateDirectories: true)
        case "empty": try Data().write(to: URL(filePath: backup))
        case "pipe": try #require(mkfifo(backup, 0o600) == 0)
        case "log":
            backup = path + "-wal"
            try Data("a log".utf8).write(to: URL(filePath: backup))
        default: backup = ""
        }
        let before = try names
        #expect {
            try Ledger.restore(backup, folder: folder, version: LedgerSchema.oldestVersion, at: now)
        } throws: { error in
            if case .cannotRestore? = error as? LedgerError { true } else { false }
        }
        #expect(try Set(names).subtracting(["ledger.sqlite.lock"]) == Set(before).subtracting(["ledger.sqlite.lock"]))
        #expect(try Ledger(folder: folder).roster.load(from: now, ended: 9).absences.count == 1)
    }

    @Test(
        "a link in the ledger's place, also one that leads nowhere, is refused with what it leads to, and stays",
        arguments: [true, false])
    func link(isDangling: Bool) throws {
        try fill()
        let target = folder + "/elsewhere.sqlite"
        try FileManager.default.moveItem(atPath: path, toPath: target)
        if isDangling { try FileManager.default.removeItem(atPath: target) }
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
        let refusal = LedgerError.link(path: path, target: target, isDangling: isDangling)
        #expect(throws: refusal) {
            _ = try Ledger.open(folder: folder, version: LedgerSchema.oldestVersion, at: now)
        }
        #expect(throws: refusal) { _ = try Ledger(folder: folder) }
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == target)
        #expect(FileManager.default.fileExists(atPath: target) != isDangling)
    }

    @Test("the ledger itself, and one that another name leads to, can be put back in its own place")
    func itself() throws {
        try fill()
        let link = folder + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        for backup in [path, link] {
            #expect(
                try Ledger.restore(backup, folder: folder, version: LedgerSchema.oldestVersion, at: now) != nil)
            #expect(try Ledger(folder: folder).roster.load(from: now, ended: 9).absences.count == 1)
        }
    }

    @Test(
        "no backup is put back that is damaged, none, or newer, nor while somebody has the ledger; all is as it was",
        arguments: ["damaged", "none", "newer", "used", "missing"])
    func notRestored(what: String) throws {
        try fill()
        let backup = folder + "/backup.sqlite"
        try FileManager.default.copyItem(atPath: path, toPath: backup)
        switch what {
        case "damaged":
            var data = try Data(contentsOf: URL(filePath: backup))
            data.replaceSubrange(8_192..<(data.count - 4_096), with: Data(repeating: 0xAA, count: data.count - 12_288))
            try data.write(to: URL(filePath: backup))
        case "none":
            let other = try DatabaseQueue(path: folder + "/other.sqlite")
            try other.write { try $0.execute(sql: "CREATE TABLE other (id INTEGER)") }
            try other.close()
            try FileManager.default.removeItem(atPath: backup)
            try FileManager.default.moveItem(atPath: folder + "/other.sqlite", toPath: backup)
        case "newer":
            let queue = try DatabaseQueue(path: backup)
            try queue.write { try $0.execute(sql: "UPDATE schema SET oldest_version = '99.0.0'") }
            try queue.close()
        case "missing": try FileManager.default.removeItem(atPath: backup)
        default: break
        }
        let user = what == "used" ? try Ledger(folder: folder) : nil
        #expect {
            try Ledger.restore(backup, folder: folder, version: LedgerSchema.oldestVersion, at: now)
        } throws: { error in
            switch (error as? LedgerError, what) {
            case (.inUse, "used"), (.newer, "newer"), (.cannotRestore, "damaged"), (.cannotRestore, "none"),
                (.cannotRestore, "missing"):
                true
            default: false
            }
        }
        withExtendedLifetime(user) {}
        #expect(try !names.contains { $0.contains("restored") || $0.contains("replaced") })
        if user == nil {
            #expect(try Ledger(folder: folder).roster.load(from: now, ended: 9).absences.count == 1)
        }
    }

    /// A copy as `majorctl backup` has it.
    private func makeCopy() throws -> String {
        let backup = folder + "/backup.sqlite"
        let ledger = try Ledger(folder: folder)
        let copy = try ledger.upkeep.copy { _, _ in true }
        try Data(try copy.bytes(at: 0, count: copy.size)).write(to: URL(filePath: backup))
        return backup
    }

    private func restore(_ backup: String) throws {
        _ = try Ledger.restore(backup, folder: folder, version: LedgerSchema.oldestVersion, at: now)
    }

    @Test(
        "a copy of which one letter is another is not put back, however sound its pages are; one that was changed on purpose can be"
    )
    func changedCopy() throws {
        try fill()
        let backup = try makeCopy()
        var data = try Data(contentsOf: URL(filePath: backup))
        let place = try #require(data.firstRange(of: Data("sickness".utf8)))
        data[place.lowerBound] = UInt8(ascii: "t")
        try data.write(to: URL(filePath: backup))
        #expect {
            try restore(backup)
        } throws: { error in
            guard case .cannotRestore(backup, let cause)? = error as? LedgerError else { return false }
            return cause.contains("its checksum is another")
        }
        #expect(try Ledger(folder: folder).roster.load(from: now, ended: 9).absences.count == 1)
        let queue = try DatabaseQueue(path: backup)
        try queue.writeWithoutTransaction {
            try $0.execute(sql: "UPDATE absence SET kind = 'pause'; PRAGMA application_id = 0")
        }
        try queue.close()
        try restore(backup)
        #expect(try Ledger(folder: folder).roster.load(from: now, ended: 9).absences.map(\.kind) == [.pause])
    }

    @Test("a copy that became the ledger by hand is copied and put back as any other")
    func copyInPlace() throws {
        try fill()
        try FileManager.default.moveItem(atPath: makeCopy(), toPath: path + ".new")
        for part in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + part) }
        try FileManager.default.moveItem(atPath: path + ".new", toPath: path)
        _ = try Ledger(folder: folder).roster.enter(
            NewAbsence(agent: AgentID("mark"), kind: .pause, start: now, end: nil), by: "root", at: now)
        let raw = folder + "/raw.sqlite"
        try FileManager.default.copyItem(atPath: path, toPath: raw)
        try restore(raw)
        try restore(makeCopy())
        #expect(try Ledger(folder: folder).roster.load(from: now, ended: 9).absences.count == 2)
    }

    @Test("a backup whose indexes do not have what its tables have is not put back")
    func otherIndex() throws {
        try fill()
        let backup = folder + "/backup.sqlite"
        try FileManager.default.copyItem(atPath: path, toPath: backup)
        let queue = try DatabaseQueue(path: backup)
        try queue.writeWithoutTransaction {
            try $0.execute(
                sql:
                    "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = 'CREATE INDEX call_by_id ON call (reason)' WHERE name = 'call_by_id'"
            )
        }
        try queue.close()
        #expect {
            try restore(backup)
        } throws: { error in
            if case .cannotRestore? = error as? LedgerError { true } else { false }
        }
    }

    @Test(
        "a folder that was emptied is told of by the next start, by its mark or by what was left there; not where the ledger was put back"
    )
    func emptied() throws {
        let mark = folder + "-mark"
        func open(at seconds: Int) throws -> Ledger {
            try Ledger.open(
                folder: folder, version: LedgerSchema.oldestVersion, at: now.advanced(by: .seconds(seconds)), mark: mark
            ).ledger
        }
        func empty() throws {
            for name in try names { try FileManager.default.removeItem(atPath: folder + "/" + name) }
        }
        func told() -> [LedgerFolder.LostRecords] { LedgerFolder(folder).lost }
        withExtendedLifetime(try open(at: 0)) {}
        #expect(told() == [], "the first one there was")
        withExtendedLifetime(try open(at: 1)) {}
        #expect(told() == [])
        try empty()
        withExtendedLifetime(try open(at: 2)) {}
        #expect(told() == [LedgerFolder.LostRecords(ledgerAt: now.advanced(by: .seconds(2)))])
        for word in told() { LedgerFolder(folder).remove(word) }
        // Who found it gone while it was open has left word; a restart of the machine takes the mark.
        try FileManager.default.removeItem(atPath: mark)
        try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
        LedgerFolder(folder).note(LedgerFolder.LostRecords(ledgerAt: now))
        withExtendedLifetime(try open(at: 3)) {}
        #expect(told() == [LedgerFolder.LostRecords(ledgerAt: now)])
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.moveItem(atPath: path + ".away", toPath: path)
        withExtendedLifetime(try open(at: 4)) {}
        #expect(told() == [])
    }

    @Test("events are numbered above all that were told, after a ledger was set aside and after one was put back")
    func eventNumbers() throws {
        func tell(_ ledger: Ledger) throws -> Int64 {
            try ledger.events.write([.tell(NewEvent(.ledgerSetAside, at: now, Event.About()))])
            return try ledger.events.lastEvent()
        }
        let backup = folder + "/backup.sqlite"
        do {
            let ledger = try Ledger(folder: folder)
            #expect(try tell(ledger) == 1)
            let copy = try ledger.upkeep.copy { _, _ in true }
            try Data(try copy.bytes(at: 0, count: copy.size)).write(to: URL(filePath: backup))
            #expect(try tell(ledger) == 2)
        }
        _ = try Ledger.restore(backup, folder: folder, version: LedgerSchema.oldestVersion, at: now)
        let first = now.milliseconds / 1_000 + 1
        #expect(try tell(Ledger(folder: folder)) == first)
        try Data("no ledger".utf8).write(to: URL(filePath: path))
        let (ledger, setAside) = try Ledger.open(
            folder: folder, version: LedgerSchema.oldestVersion, at: now.advanced(by: .hours(1)))
        #expect(setAside != nil)
        #expect(try tell(ledger) == first + 3_600)
    }

    private static func database(_ statement: String) throws -> Data {
        let path = FileManager.default.temporaryDirectory.appending(path: "other-\(UUID())").path
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: statement) }
        try queue.close()
        return try Data(contentsOf: URL(filePath: path))
    }

    /// A ledger whose last change is in its log alone, as when majord was killed.
    private func logged() throws -> Data {
        try fill()
        let ledger = try Ledger(folder: folder)
        _ = try ledger.roster.enter(
            NewAbsence(agent: AgentID("mark"), kind: .sickness, start: now, end: nil), by: "root", at: now)
        // What is open is copied as it is.
        let (main, log) = (
            try Data(contentsOf: URL(filePath: path)), try Data(contentsOf: URL(filePath: path + "-wal"))
        )
        withExtendedLifetime(ledger) {}
        for name in try names { try FileManager.default.removeItem(atPath: folder + "/" + name) }
        try main.write(to: URL(filePath: path))
        try log.write(to: URL(filePath: path + "-wal"))
        return log
    }

    @Test("beside an empty ledger, or none, its log is kept", arguments: [true, false])
    func logAlone(isEmpty: Bool) throws {
        let log = try logged()
        try FileManager.default.removeItem(atPath: path)
        if isEmpty { try Data().write(to: URL(filePath: path)) }
        let name = try #require(try open().setAside).name
        #expect(try Data(contentsOf: URL(filePath: folder + "/" + name + "-wal")) == log)
        #expect(LedgerFolder(folder).damaged == [isEmpty ? name : name + "-wal"])
    }

    @Test("a log whose head is damaged is kept, and the ledger used without it; one of zeros holds nothing")
    func brokenLog() throws {
        var log = try logged()
        for place in 0..<32 { log[place] = 0x5A }
        try log.write(to: URL(filePath: path + "-wal"))
        do {
            let (ledger, setAside) = try open()
            let name = try #require(setAside).name
            #expect(setAside?.cause == nil && LedgerFolder(folder).damaged == [name])
            #expect(try Data(contentsOf: URL(filePath: folder + "/" + name)) == log)
            #expect(try ledger.roster.load(from: now, ended: 9).absences.map(\.agent) == [AgentID("joke")])
            #expect(try ledger.folder?.noteSeen().count == 1)
        }
        var beheaded = try logged()
        for place in 0..<32 { beheaded[place] = 0 }
        try beheaded.write(to: URL(filePath: path + "-wal"))
        #expect(
            try open().setAside?.name.hasSuffix("-wal") == true,
            "zeros at its head alone are no log that never came to the disk")
        try Data(repeating: 0, count: 4_096).write(to: URL(filePath: path + "-wal"))
        #expect(try open().setAside == nil)
    }

    @Test("a sound log is none that is broken")
    func soundLog() throws {
        _ = try logged()
        let (ledger, setAside) = try open()
        #expect(setAside == nil)
        #expect(try ledger.roster.load(from: now, ended: 9).absences.count == 2)
    }

    @Test("a restoring that was broken off when the copy was ready is finished by whoever comes next")
    func restoringBrokenOff() throws {
        let log = try logged()
        // Its ledger is aside already; the copy waits.
        let aside = folder + "/other"
        try FileManager.default.createDirectory(atPath: aside, withIntermediateDirectories: true)
        let ledger = try Ledger(folder: aside)
        _ = try ledger.roster.enter(
            NewAbsence(agent: AgentID("anna"), kind: .sickness, start: now, end: nil), by: "root", at: now)
        let copy = try ledger.upkeep.copy { _, _ in true }
        try Data(try copy.bytes(at: 0, count: copy.size)).write(to: URL(filePath: path + ".restored"))
        let (opened, setAside) = try open()
        #expect(setAside == nil)
        #expect(try opened.roster.load(from: now, ended: 9).absences.map(\.agent) == [AgentID("anna")])
        let replaced = try names.filter { $0.contains("replaced") }
        #expect(replaced.count == 2)
        let kept = try #require(replaced.first { $0.hasSuffix("-wal") })
        #expect(try Data(contentsOf: URL(filePath: folder + "/" + kept)) == log)
        #expect(try !names.contains("ledger.sqlite.restored"))
    }
}
