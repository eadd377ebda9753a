import Foundation
import GRDB
import Routing
import TestSupport
import Testing
import Time

@testable import Records

/// The second connection: others go on meanwhile, and it leaves the log alone.
@Suite("Second connection")
struct SQLiteReaderTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "reader-\(UUID())")
    let now = Instant(clamping: 1_800_000_000_000)

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func enter(_ count: Int, _ engine: SQLiteEngine) throws {
        let roster = SQLRoster(engine: engine)
        for _ in 0..<count {
            _ = try roster.enter(
                NewAbsence(
                    agent: AgentID("joke"), kind: .leave, start: now, end: nil, note: String(repeating: "x", count: 400)
                ),
                by: "root", at: now)
        }
    }

    private func open() throws -> SQLiteEngine {
        try SQLiteEngine(folder: folder.path)
    }

    private func size(_ file: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: folder.appending(path: file).path)[.size] as? Int ?? 0
    }

    @Test("a long read sees one state, while so much is written that the log is moved into the database")
    func snapshot() throws {
        let engine = try open()
        try enter(10, engine)
        func count(_ database: Database) throws -> Int? {
            try Int.fetchOne(database, sql: "SELECT count(*) FROM absence")
        }
        try engine.readLong { database in
            #expect(try count(database) == 10)
            // More than 1,000 pages, at which SQLite moves the log.
            try enter(600, engine)
            #expect(try count(database) == 10)
            #expect(try engine.read(count) == 610)
        }
        #expect(try engine.readLong(count) == 610)
        #expect(try SQLRoster(engine: engine).absences(at: now).count == 610)
    }

    @Test("it cannot write, whatever it is asked")
    func writes() throws {
        let engine = try open()
        try enter(1, engine)
        for statement in ["DELETE FROM absence", "CREATE TABLE more (id INTEGER)", "PRAGMA user_version = 7"] {
            #expect(throws: LedgerError.self, "\(statement)") {
                try engine.readLong { try $0.execute(sql: statement) }
            }
        }
        #expect(try engine.readLong { try Int.fetchOne($0, sql: "PRAGMA wal_autocheckpoint") } == 0)
        #expect(try engine.readLong { try Int.fetchOne($0, sql: "PRAGMA query_only") } == 1)
    }

    @Test("beside the one that writes it leaves log and database as they are, however often it comes and goes")
    func beside() throws {
        let engine = try open()
        try enter(50, engine)
        let before = (try size("ledger.sqlite"), try size("ledger.sqlite-wal"))
        #expect(before.1 > 0)
        for _ in 0..<5 {
            let reader = try SQLiteReader.open(folder.appending(path: "ledger.sqlite").path)
            #expect(try reader.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM absence") } == 50)
            try reader.close()
        }
        #expect(try size("ledger.sqlite") == before.0)
        #expect(try size("ledger.sqlite-wal") == before.1)
        withExtendedLifetime(engine) {}
    }

    @Test("also as the last one to close it does not move the log, as another connection would")
    func last() throws {
        let copy = folder.appending(path: "killed")
        do {
            let engine = try open()
            try enter(50, engine)
            // What somebody who was killed leaves.
            try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
            for file in ["ledger.sqlite", "ledger.sqlite-wal"] {
                try FileManager.default.copyItem(at: folder.appending(path: file), to: copy.appending(path: file))
            }
            withExtendedLifetime(engine) {}
        }
        let (path, log) = (copy.appending(path: "ledger.sqlite").path, copy.appending(path: "ledger.sqlite-wal").path)
        let database = try Data(contentsOf: URL(filePath: path))
        let reader = try SQLiteReader.open(path)
        #expect(try reader.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM absence") } == 50)
        try reader.close()
        #expect(FileManager.default.fileExists(atPath: log))
        #expect(try Data(contentsOf: URL(filePath: path)) == database)
        let other = try DatabaseQueue(path: path)
        #expect(try other.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM absence") } == 50)
        try other.close()
        #expect(!FileManager.default.fileExists(atPath: log))
    }
}
