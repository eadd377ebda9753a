import Foundation
import Testing

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
}
