import Foundation
import Routing
import TestSupport
import Testing
import Time

@testable import Records

/// What is another with PostgreSQL than with a file. What is the same is in the suites that run with each engine.
@Suite("Records in PostgreSQL", .enabled(if: ThrowAwayPostgreSQL.shared != nil, "no PostgreSQL is installed"))
struct PostgreSQLEngineTests {
    let name = "records-\(UUID())".lowercased()
    let now = Instant(clamping: 1_800_000_000_000)

    private func server(
        _ site: String = "zwolle", id: String = "a", version: ReleaseVersion = LedgerSchema.oldestVersion
    ) throws -> PostgreSQLServer {
        let postgresql = try #require(ThrowAwayPostgreSQL.shared)
        return try PostgreSQLServer(
            try postgresql.words(name), site: .init(name: site, id: id, version: version), passwordFile: nil)
    }

    /// Ends all connections of majords to the database.
    private func endConnections() throws {
        let postgresql = try #require(ThrowAwayPostgreSQL.shared)
        try postgresql.run(
            "psql", "-q", "-h", postgresql.folder, "-U", "majord", "-d", "postgres", "-o", "/dev/null", "-c",
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(name)'")
    }

    private func enter(_ agent: String, in ledger: Ledger) throws {
        _ = try ledger.roster.enter(
            NewAbsence(agent: AgentID(agent), kind: .sickness, start: now, end: nil, note: nil), by: "root", at: now)
    }

    @Test("one majord has the records, and another one is told which site has them")
    func exclusive() throws {
        let first = try Ledger(server())
        #expect {
            try Ledger(server("assen", id: "b"))
        } throws: { error in
            guard case .inUseAt(_, let site)? = error as? LedgerError else { return false }
            return site == "zwolle"
        }
        try enter("joke", in: first)
    }

    @Test(
        "the same site that comes again takes the records from its connection before, which can change nothing any more"
    )
    func sameSite() throws {
        let first = try Ledger(server())
        try enter("joke", in: first)
        let second = try Ledger(server())
        #expect(throws: LedgerError.self) { try enter("mark", in: first) }
        #expect(try second.roster.load(from: now).absences.map(\.agent) == [AgentID("joke")])
    }

    @Test("a connection that is ended is made anew, and what was committed before is there, once")
    func reconnects() throws {
        let ledger = try Ledger(server())
        try enter("joke", in: ledger)
        try endConnections()
        #expect(throws: LedgerError.self) { try enter("mark", in: ledger) }
        let end = ContinuousClock.now.advanced(by: .seconds(20))
        while (try? ledger.roster.load(from: now)) == nil, ContinuousClock.now < end {
            Thread.sleep(forTimeInterval: 0.05)
        }
        try enter("mark", in: ledger)
        #expect(try ledger.roster.load(from: now).absences.map(\.agent.description).sorted() == ["joke", "mark"])
        #expect(ledger.upkeep.connections == 2)
    }

    @Test("a statement that is refused leaves nothing of its change, and the connection serves the next")
    func refused() throws {
        let engine = try PostgreSQLEngine(server())
        let ledger = Ledger(engine)
        try enter("joke", in: ledger)
        #expect(throws: LedgerError.self) {
            try engine.write { session in
                try session.execute("DELETE FROM absence", [])
                // Whoever passes over a failure does not commit what came before it.
                _ = try? session.execute("DELETE FROM nothing", [])
            }
        }
        #expect(try ledger.roster.load(from: now).absences.count == 1)
        #expect(ledger.upkeep.connections == 1)
    }

    @Test("a commit that is not answered in time is looked up over another connection, and told for what it was")
    func lateCommit() throws {
        let engine = try PostgreSQLEngine(server())
        let ledger = Ledger(engine)
        try engine.write { session in
            try session.execute(
                """
                CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN PERFORM pg_sleep(60); RETURN NULL; END'
                """, [])
            try session.execute(
                """
                CREATE CONSTRAINT TRIGGER dawdling AFTER INSERT ON absence DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION dawdle()
                """, [])
        }
        #expect {
            try enter("joke", in: ledger)
        } throws: { error in
            guard case .unavailable(let cause)? = error as? LedgerError else { return false }
            return cause.contains("has not answered for 4 seconds")
        }
        #expect(ledger.upkeep.connections == 2)
        #expect(try ledger.roster.load(from: now).absences.isEmpty)
        try engine.write { _ = try $0.execute("DROP TRIGGER dawdling ON absence", []) }
        try enter("joke", in: ledger)
        #expect(try ledger.roster.load(from: now).absences.count == 1)
    }

    @Test("an older majord than the schema asks for is refused, and a newer one takes it over")
    func versions() throws {
        do {
            let engine = try PostgreSQLEngine(server(version: ReleaseVersion(7, 0, 0)))
            try engine.write {
                _ = try $0.execute("UPDATE schema SET oldest_version = '7.0.0', written_by = '7.1.0'", [])
            }
        }
        #expect {
            try Ledger(server())
        } throws: { error in
            guard case .newer(_, let oldest?, _, _)? = error as? LedgerError else { return false }
            return oldest == ReleaseVersion(7, 0, 0)
        }
        _ = try Ledger(server(version: ReleaseVersion(7, 0, 1)))
    }

    @Test("its tables and their columns are those of SQLite")
    func sameTables() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: name).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let (file, database) = (try SQLiteEngine(folder: folder), try PostgreSQLEngine(server()))
        #expect(LedgerSchema.tables.subtracting(LedgerTable.all.map(\.name)) == ["schema"])
        for table in LedgerTable.all {
            let before = try file.read { try table.columns($0, .sqlite) }.sorted { $0.name < $1.name }
            let after = try database.read { try table.columns($0, .postgresql) }.sorted { $0.name < $1.name }
            #expect(before == after.filter { $0.name != "rowid" }, "\(table.name)")
            #expect(!before.isEmpty)
        }
    }

    @Test("a NUL and what is no character are kept as what a database can have")
    func nul() throws {
        let ledger = try Ledger(server())
        let change = CallRecord.Change(callID: "a\0b", instant: now, what: .decided(.example()))
        try ledger.calls.record([change])
        #expect(try ledger.calls.calls(CallQuery()).map(\.record.callID) == ["a\u{FFFD}b"])
    }

    @Test(
        "what is wrong with the words for a connection is told with the cure",
        arguments: [
            ("host=/nowhere dbname=x", "No such file or directory"),
            ("host=/nowhere dbname=x password=secret", "credential records-password"),
            ("postgresql://majord:secret@db/majord", "credential records-password"),
            ("host=a nonsense", "missing \"=\""),
        ])
    func words(_ words: String, told: String) throws {
        #expect {
            try Ledger(PostgreSQLServer(words, site: .test("a"), passwordFile: nil))
        } throws: { error in
            let text = "\(error)"
            return text.contains(told) && !text.contains("secret")
        }
    }
}
