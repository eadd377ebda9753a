import Foundation
import Glibc
import Testing
import Wording

@testable import majorctl

@Suite("Files of backups")
struct BackupFileTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "backup-\(UUID())").path

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func write(_ name: String, replaces: Bool) throws {
        let file = try BackupFile("\(folder)/\(name)", replaces: replaces)
        try file.append(Data("copy".utf8))
        try file.finish()
    }

    private func content(_ name: String) throws -> String {
        try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    }

    @Test("it is there when it is finished; another is replaced only where that is asked for")
    func finished() throws {
        do {
            let file = try BackupFile("\(folder)/a", replaces: false)
            try file.append(Data("half".utf8))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
        try write("a", replaces: false)
        #expect(throws: BackupFile.Failure.isThere(path: "\(folder)/a")) { try write("a", replaces: false) }
        try Data("older".utf8).write(to: URL(filePath: "\(folder)/a"))
        try write("a", replaces: true)
        #expect(try content("a") == "copy")
    }

    @Test(
        "the ledger, what belongs to it and what would be put in its place are not replaced",
        arguments: ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite.lock", "ledger.sqlite.restored"])
    func ledger(name: String) throws {
        for part in ["", "-wal", ".lock"] {
            try Data("ledger".utf8).write(to: URL(filePath: "\(folder)/ledger.sqlite\(part)"))
        }
        #expect(throws: BackupFile.Failure.self) { try write(name, replaces: true) }
        for part in ["", "-wal", ".lock"] { #expect(try content("ledger.sqlite\(part)") == "ledger") }
        // Elsewhere a backup may have the name.
        try FileManager.default.removeItem(atPath: "\(folder)/ledger.sqlite.lock")
        try write("ledger.sqlite", replaces: true)
    }

    @Test(
        "where there is too little room it says what it takes and what is free, before all is copied, and leaves nothing",
        .enabled(if: getuid() == 0, "only root mounts a small file system"))
    func noRoom() throws {
        let mount = Process()
        mount.executableURL = URL(filePath: "/usr/bin/env")
        mount.arguments = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]
        try mount.run()
        mount.waitUntilExit()
        try #require(mount.terminationStatus == 0)
        defer { umount2(folder, 2) }
        let path = "\(folder)/a"
        do {
            let file = try BackupFile(path, replaces: false)
            #expect(throws: BackupFile.Failure.noRoom(path: path, needed: 2 << 20, folder: folder, free: 1 << 20)) {
                try file.expect(2 << 20)
            }
            let other = try BackupFile(path, replaces: false)
            try other.expect(1 << 20)
            // Somebody else takes the room meanwhile.
            try file.append(Data(count: 1 << 19))
            #expect(throws: BackupFile.Failure.noRoom(path: path, needed: 1 << 20, folder: folder, free: 1 << 19)) {
                try other.append(Data(count: 1 << 20))
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
        let words = LedgerWords().noRoom(for: path, needed: 2 << 20, in: folder, free: 1 << 20)
        #expect(
            words == "cannot write \(path): the copy takes 2098 kB, and \(folder) has 1049 kB free; "
                + "make room, or name a file elsewhere; nothing was written")
    }
}
