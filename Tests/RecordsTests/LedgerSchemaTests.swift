import Foundation
import GRDB
import Routing
import TestSupport
import Testing
import Time

@testable import Records

@Suite("Versions that may use the ledger")
struct LedgerSchemaTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "schema-\(UUID())").path
    var path: String { folder + "/ledger.sqlite" }
    let now = Instant(clamping: 1_800_000_000_000)

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        _ = try Ledger(folder: folder)
    }

    private func change(_ statements: String...) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { database in
            for statement in statements { try database.execute(sql: statement) }
        }
        try queue.close()
    }

    private func schema() throws -> [String] {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.read { database in
            try String.fetchAll(
                database, sql: "SELECT oldest_version FROM schema UNION ALL SELECT written_by FROM schema")
        }
    }

    @Test(
        "only a version that is older than the ledger names refuses, with the versions and the cure",
        arguments: [
            ("0.2.0", "0.1.9", false), ("0.2.0", "0.2.0", true), ("0.2.0", "0.10.0", true), ("1.0.0", "0.99.99", false),
            ("1.0.0", "2.0.0", true),
        ])
    func oldest(oldest: String, version: String, isUsed: Bool) throws {
        try change(
            "INSERT INTO grdb_migrations VALUES ('of tomorrow')",
            "UPDATE schema SET oldest_version = '\(oldest)', written_by = '3.0.0'",
            "ALTER TABLE absence ADD COLUMN of_tomorrow TEXT", "CREATE TABLE of_tomorrow (id INTEGER PRIMARY KEY)")
        let this = try #require(ReleaseVersion(version))
        guard isUsed else {
            #expect {
                try Ledger(folder: folder, version: this)
            } throws: { error in
                "\(error)"
                    == "the ledger \(path) was written by a newer majord, 3.0.0, and needs \(oldest) at least; this is \(version): install such a version again, or give another --state"
            }
            #expect(try schema() == [oldest, "3.0.0"])
            return
        }
        do {
            let ledger = try Ledger(folder: folder, version: this)
            let absence = NewAbsence(agent: AgentID("joke"), kind: .pause, start: now, end: nil)
            let entered = try ledger.roster.enter(absence, by: "root", at: now)
            #expect(try ledger.roster.load(from: now).absences == [entered])
            try ledger.calls.probe()
        }
        #expect(try schema() == [oldest, "3.0.0"], "who is older lowers nothing")
    }

    @Test("a ledger that knows migrations, and does not say who may use it, is a newer majord's")
    func unknown() throws {
        try change("DROP TABLE schema", "INSERT INTO grdb_migrations VALUES ('of tomorrow')")
        #expect(
            throws: LedgerError.newer(
                path: path, oldest: nil, writtenBy: nil, this: LedgerSchema.oldestVersion)
        ) { try Ledger(folder: folder) }
    }

    @Test("what no majord writes there is refused", arguments: ["", "new", "1.0", "1.0.0.0", "-1.0.0"])
    func foreign(version: String) throws {
        try change("UPDATE schema SET oldest_version = '\(version)'")
        #expect(throws: LedgerError.foreign(cause: "schema.oldest_version is \(version.debugDescription)")) {
            try Ledger(folder: folder)
        }
    }

    @Test("the version that made the ledger is noted, and stays when a later one has nothing to add")
    func writtenBy() throws {
        _ = try Ledger(folder: folder, version: ReleaseVersion(7, 0, 0))
        #expect(try schema() == [LedgerSchema.oldestVersion, LedgerSchema.oldestVersion].map(\.description))
    }

    @Test("0.1.0, which would take leave that is asked for as leave, is refused by what it asks first")
    func versionBefore() throws {
        #expect {
            try Ledger(folder: folder, version: ReleaseVersion(0, 1, 0))
        } throws: { error in
            "\(error)".contains("needs 0.2.0 at least; this is 0.1.0")
        }
    }

    @Test(
        "versions are three numbers",
        arguments: [("1.2.3", "1.2.3"), ("1.2.3-rc1", "1.2.3"), ("1.2.3~deb12u1", "1.2.3"), ("10.0.2+git", "10.0.2")])
    func versions(text: String, version: String) {
        #expect(ReleaseVersion(text)?.description == version)
    }

    @Test("the tables that are asked for are those that the migrations make")
    func tables() throws {
        let queue = try DatabaseQueue()
        try Migrations.all.migrate(queue)
        let names = try queue.read {
            try String.fetchSet(
                $0, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        }
        #expect(names.subtracting(["grdb_migrations"]) == LedgerSchema.tables)
    }

    @Test("a commit is on disk before it returns, also after a restore's copy was brought up to date")
    func durable() throws {
        let engine = try SQLiteEngine(folder: folder)
        // 2 is FULL: https://www.sqlite.org/pragma.html#pragma_synchronous
        #expect(try engine.write { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
        #expect(try engine.write { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
        let (writer, _) = try SQLiteEngine.connect(folder + "/other.sqlite", LedgerSchema.oldestVersion)
        #expect(try writer.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    }
}
