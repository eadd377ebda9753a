import Foundation
import GRDB
import Routing
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

    /// Statements as majord 0.1.0 makes them; not to be changed as long as it may use the ledger.
    private static let statementsOf010 = [
        "INSERT INTO absence (agent, kind, start, end, note, entered_by, entered_at) VALUES ('joke', 'leave', 1, 2, 'x', 'root', 1)",
        "UPDATE absence SET end = min(coalesce(end, 9223372036854775807), max(start, 1)), ended_by = 'root', ended_at = 1 WHERE id = 1",
        "UPDATE absence SET given_from = agent, agent = 'mark', given_by = 'root', given_at = 1 WHERE id = 1",
        "SELECT id, agent, kind, start, end, note, entered_by, entered_at, ended_by, ended_at FROM absence",
        """
        INSERT INTO call (call_id, noted_at, asked_at, decision, caller, client, contact, action, reason, targets, generation)
        VALUES ('a', 1, 1, 'd', '+31505550100', 'noord', NULL, 'dial', 'primary', '2101:20', 1)
        """,
        "INSERT INTO call (call_id, noted_at) VALUES ('b', 1)",
        "UPDATE call SET rang = 'x', heard = 'x', rang_at = 1, answered_by = 'x', agent = 'x', answered_at = 1 WHERE id = 1",
        "UPDATE call SET held_at = NULL, holder = NULL, held_since = NULL, released = 'x', late = 'x' WHERE id = 1",
        "UPDATE call SET ended = coalesce(ended, 'answered'), ended_at = coalesce(ended_at, 2) WHERE id = 1",
        """
        SELECT call_id, noted_at, decision, caller, client, contact, action, reason, targets, generation, rang, answered_by,
            released, held_at, holder, held_since, ended_at, heard FROM call
        """,
        "INSERT INTO directory (id, path, read_at) VALUES (1, 'x', 1) ON CONFLICT (id) DO UPDATE SET path = 'x', read_at = 1",
        "INSERT INTO directory_file (path, text) VALUES ('x', 'y') ON CONFLICT (path) DO UPDATE SET text = 'y' WHERE text <> 'y'",
        "INSERT INTO forgetting (id, distrusted_until) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET distrusted_until = 1",
        "SELECT min(noted_at) FROM call INDEXED BY call_with_number WHERE caller GLOB '+*'",
        "DELETE FROM call WHERE id IN (SELECT id FROM call WHERE noted_at < 1 ORDER BY noted_at LIMIT 5)",
    ]

    @Test("the version before works with the schema as it is now, and this one with what that has written")
    func versionBefore() throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { database in
            for statement in Self.statementsOf010 { try database.execute(sql: statement) }
        }
        try queue.close()
        let ledger = try Ledger(folder: folder)
        #expect(try ledger.roster.load(from: Instant(clamping: 0)).absences.isEmpty)
        #expect(try ledger.roster.endedAbsence(1)?.absence.agent == AgentID("mark"))
        #expect(try ledger.directories.keptDirectory()?.files == ["x": "y"])
        #expect(try ledger.forgetting.newestRecord() == Instant(clamping: 1))
    }

    @Test(
        "versions are three numbers",
        arguments: [("1.2.3", "1.2.3"), ("1.2.3-rc1", "1.2.3"), ("1.2.3~deb12u1", "1.2.3"), ("10.0.2+git", "10.0.2")])
    func versions(text: String, version: String) {
        #expect(ReleaseVersion(text)?.description == version)
    }
}
