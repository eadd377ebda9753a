import Foundation
import Routing
import Testing
import Time

@testable import Records

@Suite("Kept directory", .eachEngine)
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
            let ledger = try Ledger.test(folder: folder)
            #expect(try ledger.directories.keptDirectory() == nil)
            try ledger.directories.keep(kept(["/etc/majord/majord.yaml": "a", "/etc/majord/clients.d/a.yaml": "gone"]))
            try ledger.directories.keep(second)
        }
        let last = try #require(try Ledger.test(folder: folder).directories.keptDirectory())
        #expect(last == KeptDirectory(version: 2, path: second.path, files: second.files, instant: second.instant))
    }

    @Test("a version decides from when it came into force until the next one does; before the first, the first is told")
    func versions() throws {
        let ledger = try Ledger.test(folder: folder)
        let directories = ledger.directories
        try directories.keep(kept(["a": "1", "b": "same"]))
        try directories.keep(kept(["a": "2", "b": "same"], after: 60))
        func number(_ seconds: Int) throws -> Int64? {
            try directories.directory(at: now.advanced(by: .seconds(seconds)))?.version
        }
        #expect(try [-1, 0, 59, 60, 600].map(number) == [1, 1, 1, 2, 2])
        #expect(try directories.directory(at: now)?.files == ["a": "1", "b": "same"])
        #expect(try directories.version(at: now.advanced(by: .seconds(61)))?.since == now.advanced(by: .seconds(60)))
    }

    @Test("what is read again unchanged is no new version; a file that came, went or moved is one")
    func unchanged() throws {
        let directories = try Ledger.test(folder: folder).directories
        for (index, files) in [
            ["a": "1", "b": "2"], ["a": "1", "b": "2"], ["a": "1"], ["a": "1"], ["c": "1"], ["a": "1", "b": "2"],
        ].enumerated() {
            try directories.keep(kept(files, after: index))
        }
        let last = try #require(try directories.keptDirectory())
        #expect(last.version == 4)
        #expect(last.files == ["a": "1", "b": "2"])
        #expect(try directories.directory(at: now.advanced(by: .seconds(1)))?.instant == now.advanced(by: .seconds(1)))
    }

    @Test("what a directory brings about is told with it or not at all, wherever it is broken off")
    func telling() throws {
        let engine = try TestRecords(folder: folder)
        let breaking = BreakingEngine(engine)
        let (directories, events) = (SQLDirectories(engine: engine), SQLEvents(engine: engine))
        try directories.keep(kept(["a": "1"]))
        let event = NewEvent(.clientUncovered, at: now, Event.About(client: ClientID("noord"), start: now))
        var breaks = 0
        while true {
            breaking.breakAfter(breaks)
            do throws(LedgerError) {
                try SQLDirectories(engine: breaking).keep(kept(["a": "2", "b": "3"], after: 60), telling: [event])
                break
            } catch {
                #expect(try directories.keptDirectory()?.files == ["a": "1"])
                #expect(try events.lastEvent() == 0)
            }
            breaks += 1
        }
        #expect(breaks > 5)
        #expect(try directories.keptDirectory()?.files == ["a": "2", "b": "3"])
        #expect(try events.events(EventQuery()).map(\.kind) == [.clientUncovered])
    }

    @Test("a text that several versions have is kept once")
    func once() throws {
        let engine = try TestRecords(folder: folder)
        let directories = SQLDirectories(engine: engine)
        for index in 0..<5 { try directories.keep(kept(["a": "\(index)", "b": "same"], after: index)) }
        let texts = try engine.read {
            try $0.checked("directory_text", "SELECT text FROM directory_text").map { try $0.text("text") }
        }
        #expect(texts.sorted() == ["0", "1", "2", "3", "4", "same"])
    }
}
