import Foundation
import Glibc
import Routing
import TestSupport
import Testing
import Time

@testable import Records

@Suite("Lock of the ledger")
struct LedgerLockTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lock-\(UUID())").path
    var ledger: String { folder + "/ledger.sqlite" }
    let now = Instant(clamping: 1_800_000_000_000)

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    @Test("one at a time; the file that stays is in nobody's way, and nobody else's to read")
    func oneAtATime() throws {
        var first: LedgerLock? = try LedgerLock(ledger)
        #expect(throws: LedgerError.inUse(path: ledger)) { try LedgerLock(ledger) }
        withExtendedLifetime(first) {}
        first = nil
        let second = try LedgerLock(ledger)
        let attributes = try FileManager.default.attributesOfItem(atPath: ledger + ".lock")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        withExtendedLifetime(second) {}
    }

    @Test(
        "where its file is removed or replaced it is made anew, and nobody else comes in meanwhile",
        arguments: [false, true])
    func removed(isReplaced: Bool) throws {
        let ours = try Ledger(folder: folder)
        let lock = ledger + ".lock"
        unlink(lock)
        if isReplaced { try Data().write(to: URL(filePath: lock)) }
        #expect(ours.upkeep.hindrance == .unlocked(path: lock))
        #expect(ours.upkeep.hindrance?.isGone == false)
        #expect(throws: LedgerError.inUse(path: ledger)) { try LedgerLock(ledger) }
        #expect(throws: LedgerError.inUse(path: ledger)) { try Ledger(folder: folder) }
        #expect(throws: LedgerError.inUse(path: ledger)) {
            try Ledger.restore("/nowhere", folder: folder, version: LedgerSchema.oldestVersion, at: now)
        }
        #expect(ours.upkeep.mend() == [.unlocked(path: lock)])
        #expect(ours.upkeep.hindrance == nil)
        #expect(ours.upkeep.mend() == [])
        #expect(throws: LedgerError.inUse(path: ledger)) { try LedgerLock(ledger) }
        _ = try ours.roster.enter(
            NewAbsence(agent: AgentID("joke"), kind: .pause, start: now, end: nil), by: "root", at: now)
    }

    @Test("while somebody else has its place it is told")
    func taken() throws {
        let ours = try Ledger(folder: folder)
        let lock = ledger + ".lock"
        unlink(lock)
        let other = open(lock, O_RDWR | O_CREAT, 0o600)
        #expect(flock(other, LOCK_EX | LOCK_NB) == 0)
        #expect(ours.upkeep.mend() == [])
        #expect(ours.upkeep.hindrance == .unlocked(path: lock))
        close(other)
        #expect(ours.upkeep.mend() == [.unlocked(path: lock)])
    }

    @Test("who is killed has no lock any more")
    func killed() throws {
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            "import fcntl, sys, time; f = open(sys.argv[1], 'w'); fcntl.flock(f, fcntl.LOCK_EX); print('locked', flush=True); "
                + "time.sleep(600)", ledger + ".lock",
        ]
        process.standardOutput = output
        try process.run()
        #expect(!output.fileHandleForReading.availableData.isEmpty)
        #expect(throws: LedgerError.inUse(path: ledger)) { try Ledger(folder: folder) }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        _ = try Ledger(folder: folder)
    }

    @Test("others read the ledger meanwhile")
    func readers() throws {
        let ours = try Ledger(folder: folder)
        let absence = NewAbsence(agent: AgentID("joke"), kind: .pause, start: now, end: nil)
        _ = try ours.roster.enter(absence, by: "root", at: now)
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute('select agent from absence').fetchall())",
            ledger,
        ]
        process.standardOutput = output
        try process.run()
        process.waitUntilExit()
        #expect(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) == "[('joke',)]\n")
        // Nor is anything gone with the reader.
        _ = try ours.roster.enter(absence, by: "root", at: now)
        #expect(try ours.roster.load(from: now).absences.count == 2)
    }

    /// A process that has the ledger locked until it is killed.
    private func holding(_ statement: String) throws -> Process {
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            "import sqlite3, sys, time; db = sqlite3.connect(sys.argv[1], isolation_level=None); "
                + "[db.execute(s) for s in sys.argv[2].split(';')]; print('locked', flush=True); time.sleep(600)",
            ledger, statement,
        ]
        process.standardOutput = output
        try process.run()
        #expect(!output.fileHandleForReading.availableData.isEmpty)
        return process
    }

    private func end(_ process: Process) {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    @Test(
        "who has it locked for writing, or for himself, is named, with the cure",
        arguments: ["BEGIN IMMEDIATE", "PRAGMA locking_mode = EXCLUSIVE;BEGIN EXCLUSIVE;SELECT * FROM absence"])
    func locked(statement: String) throws {
        withExtendedLifetime(try Ledger(folder: folder)) {}
        let process = try holding(statement)
        #expect {
            try Ledger(folder: folder)
        } throws: { error in
            "\(error)".hasPrefix(
                "the ledger \(ledger) is locked by process \(process.processIdentifier) (python3")
        }
        end(process)
        withExtendedLifetime(try Ledger(folder: folder)) {}
    }

    @Test("while somebody has it locked he is named to whoever changes it, and nobody is told that it is being read")
    func lockedWhileOpen() throws {
        let ours = try Ledger(folder: folder)
        let absence = NewAbsence(agent: AgentID("joke"), kind: .pause, start: now, end: nil)
        _ = try ours.roster.enter(absence, by: "root", at: now)
        let process = try holding("BEGIN IMMEDIATE")
        func isNamed(_ error: any Error) -> Bool {
            guard case .locked(let holder)? = error as? LedgerError else { return false }
            return holder.process == process.processIdentifier && holder.name?.hasPrefix("python3") == true
        }
        #expect { try ours.roster.enter(absence, by: "root", at: now) } throws: { isNamed($0) }
        #expect { try ours.upkeep.emptyLog() } throws: { isNamed($0) }
        end(process)
        #expect(try ours.upkeep.emptyLog())
        let reader = try holding("BEGIN;SELECT * FROM absence")
        _ = try ours.roster.enter(absence, by: "root", at: now)
        #expect(try !ours.upkeep.emptyLog())
        end(reader)
        #expect(try ours.upkeep.emptyLog())
    }

    @Test("a link or a folder in the lock's place is not followed; the cure is to remove it")
    func link() throws {
        let lock = ledger + ".lock"
        #expect(symlink("/etc/hostname", lock) == 0)
        #expect(throws: LedgerError.noLock(path: lock, cause: "is a link to /etc/hostname")) { try LedgerLock(ledger) }
        unlink(lock)
        #expect(mkdir(lock, 0o700) == 0)
        let isFolder = LedgerError.noLock(path: lock, cause: "is a folder")
        #expect(throws: isFolder) { try LedgerLock(ledger) }
        #expect(
            isFolder.description == "cannot lock the ledger: \(lock) is a folder; remove it, and majord makes it anew")
    }

    @Test("a second name of the ledger, or of a lock that another majord has, is told as what it is")
    func hardLink() throws {
        withExtendedLifetime(try Ledger(folder: folder)) {}
        let lock = ledger + ".lock"
        unlink(lock)
        #expect(Glibc.link(ledger, lock) == 0)
        let refusal = LedgerError.noLock(
            path: lock, cause: "is another name (a hard link) of a file that is locked already")
        #expect(throws: refusal) { try Ledger(folder: folder) }
        unlink(lock)
        let other = open(folder + "/others.lock", O_RDWR | O_CREAT, 0o600)
        #expect(flock(other, LOCK_EX | LOCK_NB) == 0)
        #expect(Glibc.link(folder + "/others.lock", lock) == 0)
        #expect(throws: refusal) { try Ledger(folder: folder) }
        close(other)
        withExtendedLifetime(try Ledger(folder: folder)) {}
    }

    @Test("where no lock is to be had the words say why", arguments: [ENOLCK, EOPNOTSUPP, ENOSYS, EINVAL])
    func noLocks(code: Int32) {
        let text = LedgerLock.refusal(code, "/var/lib/majord/ledger.sqlite").description
        #expect(
            text.hasPrefix("cannot open the ledger /var/lib/majord/ledger.sqlite.lock: its file system gives no lock"))
        #expect(text.contains(String(cString: strerror(code))))
    }
}
