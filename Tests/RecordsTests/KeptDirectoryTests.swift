import Foundation
import Records
import Routing
import Testing
import Time

@Suite("Kept directory")
struct KeptDirectoryTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID())").path
    let now = Instant(clamping: 1_800_000_000_000)

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func kept(_ files: [String: String], after seconds: Int = 0) -> KeptDirectory {
        KeptDirectory(path: "/etc/majord", files: files, instant: now.advanced(by: .seconds(seconds)))
    }

    @Test("the last one is there after the ledger is opened again, in place of those before, to the last byte")
    func lastOne() throws {
        let second = kept(["/etc/majord/majord.yaml": "b\r\nœ\n", "/etc/majord/clients.d/b.yaml": ""], after: 60)
        do {
            let ledger = try Ledger(folder: folder)
            #expect(try ledger.directories.keptDirectory() == nil)
            try ledger.directories.keep(kept(["/etc/majord/majord.yaml": "a", "/etc/majord/clients.d/a.yaml": "gone"]))
            try ledger.directories.keep(second)
        }
        #expect(try Ledger(folder: folder).directories.keptDirectory() == second)
    }
}
