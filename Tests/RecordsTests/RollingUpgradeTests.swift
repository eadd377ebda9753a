import Foundation
import Routing
import TestSupport
import Testing
import Time

@testable import Records

/// Majords of two versions with their records in one database.
@Suite("A rolling upgrade", .enabled(if: ThrowAwayPostgreSQL.shared != nil, "no PostgreSQL is installed"))
struct RollingUpgradeTests {
    let name = "upgrade-\(UUID())".lowercased()
    let now = Instant(clamping: 1_800_000_000_000)

    private func server(
        _ site: String = "zwolle", version: ReleaseVersion = LedgerSchema.oldestVersion
    ) throws -> PostgreSQLServer {
        let postgresql = try #require(ThrowAwayPostgreSQL.shared)
        return try PostgreSQLServer(
            try postgresql.words(name), site: .init(name: site, id: site, version: version), passwordFile: nil)
    }

    /// Does what a newer majord does when it starts: a step that this one does not know.
    private func upgrade(oldest: ReleaseVersion = LedgerSchema.oldestVersion) throws {
        let connection = try server("assen").connect(.writing)
        for statement in [
            "BEGIN", "ALTER TABLE absence ADD COLUMN of_tomorrow TEXT",
            "ALTER TABLE deputyship ADD COLUMN of_tomorrow BIGINT NOT NULL DEFAULT 7",
            "ALTER TABLE missed_call ADD COLUMN of_tomorrow TEXT", "CREATE TABLE of_tomorrow (id BIGINT PRIMARY KEY)",
            "INSERT INTO migration (name) VALUES ('of tomorrow')",
            "UPDATE schema SET oldest_version = '\(oldest)', written_by = '\(max(oldest, ReleaseVersion(6, 1, 0)))'",
            "COMMIT",
        ] { _ = try connection.run(statement, within: 10_000) }
    }

    private func use(_ ledger: Ledger, _ agent: String) throws {
        let before = try ledger.roster.load(from: now).absences.count
        let sick = NewAbsence(agent: AgentID(agent), kind: .sickness, start: now, end: nil, note: nil)
        _ = try ledger.roster.enter(sick, by: "root", at: now)
        #expect(try ledger.roster.load(from: now).absences.count == before + 1)
        #expect(try ledger.history.changes(HistoryQuery(agents: [AgentID(agent)])).count == 1)
        try ledger.calls.record([CallRecord.Change(callID: agent, instant: now, what: .decided(.example()))])
        #expect(try ledger.calls.calls(named: agent, limit: 10).count == 1)
        _ = try (ledger.missed.openMissedCalls(), ledger.missed.missedCalls(MissedQuery(limit: 10)))
        _ = try ledger.roster.roster(at: now)
    }

    @Test("who is older goes on beside a newer one that has brought the schema up to date, and starts there, too")
    func schemaAhead() throws {
        let ledger = try Ledger(server())
        try use(ledger, "joke")
        try upgrade()
        try use(ledger, "mark")
        #expect(ledger.upkeep.connections == 1)
        try use(Ledger(server("emmen")), "eva")
    }

    @Test(
        "who is too old for what a newer one has done works until his connection ends, then says why, and starts no more"
    )
    func schemaTooNew() throws {
        let ledger = try Ledger(server())
        try use(ledger, "joke")
        try upgrade(oldest: ReleaseVersion(6, 0, 0))
        try use(ledger, "mark")
        let postgresql = try #require(ThrowAwayPostgreSQL.shared)
        try postgresql.run(
            "psql", "-q", "-h", postgresql.folder, "-U", "majord", "-d", "postgres", "-o", "/dev/null", "-c",
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(name)'")
        let end = ContinuousClock.now.advanced(by: .seconds(20))
        var said = ""
        while !said.contains("written by a newer majord, 6.1.0, and needs 6.0.0 at least"), ContinuousClock.now < end {
            said = ledger.upkeep.outage.map { "\($0)" } ?? ""
            Thread.sleep(forTimeInterval: 0.01)
        }
        #expect(said.contains("written by a newer majord, 6.1.0, and needs 6.0.0 at least"))
        #expect {
            try Ledger(server("emmen"))
        } throws: { error in
            guard case .newer? = error as? LedgerError else { return false }
            return true
        }
        _ = try Ledger(server("emmen", version: ReleaseVersion(6, 0, 0)))
    }

    @Test("a database of the version before is brought up to date with what is in it, however many come first")
    func schemaBehind() throws {
        let old = try server("assen").connect(.writing)
        _ = try old.run("CREATE TABLE migration (name TEXT PRIMARY KEY)", within: 10_000)
        for (name, statements) in PostgreSQLSchema.steps.dropLast() {
            for statement in statements.split(separator: ";\n") { _ = try old.run(String(statement), within: 10_000) }
            _ = try old.run("INSERT INTO migration (name) VALUES ($1)", [.text(name)], within: 10_000)
        }
        for statement in [
            "INSERT INTO schema (id, oldest_version, written_by) VALUES (1, '0.2.0', '0.2.0')",
            "INSERT INTO directory_version_file (version, path, text) VALUES (1, 'majord.yaml', 1)",
        ] { _ = try old.run(statement, within: 10_000) }
        let servers = try (0..<3).map { try server("site-\($0)") }
        let group = DispatchGroup()
        for server in servers {
            DispatchQueue.global().async(group: group) { #expect(throws: Never.self) { try Ledger(server) } }
        }
        group.wait()
        let done = try old.run("SELECT name FROM migration", within: 4_000).rows.map { $0.value(at: 0) }
        #expect(Set(done.map { "\($0)" }) == Set(PostgreSQLSchema.steps.map { "\(SQLValue.text($0.name))" }))
        #expect(done.count == PostgreSQLSchema.steps.count)
        let kept = try old.run("SELECT path FROM directory_version_file WHERE rowid = 1", within: 4_000).rows
        #expect(kept.map { $0.value(at: 0) } == [.text("majord.yaml")])
        try use(Ledger(server()), "joke")
    }
}
