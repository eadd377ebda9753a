import Foundation
import Routing
import Synchronization
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

    @Test("one majord has a site's name, and another one is told that it is taken")
    func exclusive() throws {
        let first = try Ledger(server())
        #expect {
            try Ledger(server("zwolle", id: "b"))
        } throws: { error in
            guard case .inUseAt(_, let site)? = error as? LedgerError else { return false }
            return site == "zwolle"
        }
        try enter("joke", in: first)
        let second = try Ledger(server("assen", id: "b"))
        #expect([first, second].map(\.sites?.number) == [1, 2])
    }

    @Test("a change that was made of what another site has changed since is not made")
    func overtaken() throws {
        let (first, second) = (try Ledger(server()), try Ledger(server("assen", id: "b")))
        for ledger in [first, second] { _ = try ledger.roster.load(from: now) }
        try enter("joke", in: first)
        #expect(throws: LedgerError.overtaken) { try enter("mark", in: second) }
        #expect(try second.roster.load(from: now).absences.map(\.agent.description) == ["joke"])
        try enter("mark", in: second)
        #expect(throws: LedgerError.overtaken) { try enter("eva", in: first) }
        #expect(try first.history.changes(HistoryQuery(limit: 10)).map(\.agent?.description) == ["joke", "mark"])
    }

    @Test("a call's id belongs to a site: the same id at another is another call, and is not taken up there")
    func calls() throws {
        let (first, second) = (try Ledger(server()), try Ledger(server("assen", id: "b")))
        func takenUp(_ ledger: Ledger) throws -> [CallRecord] {
            let since = now.advanced(by: .hours(-1))
            return try ledger.calls.calls(
                toTakeUp: TakeUp(decided: since, ended: since, held: since), from: since,
                until: now.advanced(by: .hours(1)), withHeld: true, limit: 10)
        }
        try first.calls.record([CallRecord.Change(callID: "1", instant: now, what: .decided(.example()))])
        #expect(try takenUp(second).isEmpty)
        let report = CallRecord.Report(.ended(.answered), .ends)
        try second.calls.record([CallRecord.Change(callID: "1", instant: now, what: .reported(report))])
        #expect(try takenUp(first).map(\.course.end) == [nil])
        try first.calls.record([CallRecord.Change(callID: "1", instant: now, what: .passedOver)])
        #expect(try second.calls.callsPassedOver(since: now, limit: 10).isEmpty)
        #expect(try second.calls.calls(CallQuery()).count == 2)
    }

    @Test(
        "the same site that comes again takes the records from its connection before, which can change nothing any more"
    )
    func sameSite() throws {
        // The one before does not connect again: it is in another process, or gone.
        let before = try server().connect(.writing)
        _ = try PostgreSQLHold(connection: before, server: server()).take()
        let second = try Ledger(server())
        #expect(throws: PostgreSQLFailure.self) {
            try before.run("INSERT INTO told (program, event) VALUES ('a', 1)", within: 4_000)
        }
        try enter("joke", in: second)
        #expect(try second.roster.load(from: now).absences.map(\.agent) == [AgentID("joke")])
    }

    @Test("what a site was about to tell over a connection of before does not come after what it tells over the next")
    func tellsOverOne() throws {
        _ = try Ledger(server())
        let (before, next) = (try server().connect(.listening), try server().connect(.listening))
        try PostgreSQLHold(connection: before, server: server()).takeExchange()
        try PostgreSQLHold(connection: next, server: server()).takeExchange()
        #expect(throws: PostgreSQLFailure.self) {
            try before.run("SELECT pg_notify('majord-busy', 'old')", within: 4_000)
        }
        _ = try next.run("SELECT pg_notify('majord-busy', 'new')", within: 4_000)
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

    @Test("of two changes that wait for one another both are made")
    func deadlock() throws {
        let engines = [try PostgreSQLEngine(server()), try PostgreSQLEngine(server("assen", id: "b"))]
        // Both are connected before one waits for the other.
        for (engine, program) in zip(engines, ["a", "b"]) {
            try engine.write { session in
                _ = try session.execute("INSERT INTO told (program, event) VALUES ($1, 0)", [.text(program)])
            }
        }
        let haveFirst = Mutex(0)
        let group = DispatchGroup()
        for (engine, order) in zip(engines, [["a", "b"], ["b", "a"]]) {
            DispatchQueue.global().async(group: group) {
                #expect(throws: Never.self) {
                    try engine.write { session in
                        for program in order {
                            _ = try session.execute(
                                "UPDATE told SET event = event + 1 WHERE program = $1", [.text(program)])
                            haveFirst.withLock { $0 += 1 }
                            let end = ContinuousClock.now.advanced(by: .seconds(20))
                            // The server ends a transaction in which nothing is asked for.
                            while haveFirst.withLock({ $0 < 2 }), ContinuousClock.now < end {
                                _ = try session.rows("SELECT 1 AS one FROM pg_sleep(0.01)", [])
                            }
                        }
                    }
                }
            }
        }
        group.wait()
        #expect(try ["a", "b"].map { try Ledger(engines[0]).events.told($0) } == [2, 2])
    }

    @Test("calls of any ids are found together, and each has one record")
    func idsTogether() throws {
        let engine = try PostgreSQLEngine(server())
        let ids = ["a\"\u{301}", "b\\", "c\"", "{d,e}", "NULL", "", "f\0", "plain"]
        try SQLCalls(engine: engine).record(
            ids.map { CallRecord.Change(callID: $0, instant: now, what: .decided(.example(caller: .noord))) })
        let ends = ids.map { id in
            let end = CallRecord.Report(.ended(.cancelled), .ends)
            return CallRecord.Change(callID: id, instant: now, what: .reported(end))
        }
        try engine.write { session in
            var writer = CallWriter(session)
            try writer.read(ends)
            for end in ends { try writer.write(end) }
        }
        let calls = try SQLCalls(engine: engine).calls(CallQuery(limit: 99))
        #expect(calls.count == ids.count && calls.allSatisfy { $0.record.course.end != nil })
    }

    @Test("calls are settled without waiting for a site that records something of one of them at this moment")
    func settlingBesideRecording() throws {
        let (settling, recording) = (try PostgreSQLEngine(server()), try PostgreSQLEngine(server("assen", id: "b")))
        let end = CallRecord.Report(.ended(.cancelled), .ends)
        for id in ["a", "b"] {
            try SQLCalls(engine: settling).record([
                CallRecord.Change(callID: id, instant: now, what: .decided(.example(caller: .noord))),
                CallRecord.Change(callID: id, instant: now, what: .reported(end)),
            ])
        }
        let missed = SQLMissed(engine: settling)
        let later = now.advanced(by: CallRecord.settling)
        let calls = try missed.unsettledCalls(until: later, limit: 9)
        try #require(calls.map(\.record.callID) == ["a", "b"])
        _ = try missed.openMissedCalls()
        try recording.write { session in
            _ = try session.execute("UPDATE unsettled SET at = at + 0 WHERE call = $1", [SQLValue(calls[0].row)])
            try missed.settle(calls.map { SettledCall($0, []) }, [])
        }
        #expect(try missed.unsettledCalls(until: later, limit: 9).map(\.record.callID) == ["a"])
        // Of one whose own record would be another nothing is settled yet.
        try recording.write { session in
            _ = try session.execute("UPDATE call SET client = client WHERE id = $1", [SQLValue(calls[0].row)])
            #expect {
                try missed.settle([SettledCall(calls[0], [], missed: 1)], [])
            } throws: { error in
                if case .unavailable? = error as? LedgerError { true } else { false }
            }
        }
        #expect(try missed.unsettledCalls(until: later, limit: 9).map(\.missed) == [nil])
        try missed.settle([SettledCall(calls[0], [], missed: 1)], [])
        #expect(try missed.unsettledCalls(until: later, limit: 9).isEmpty)
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
            return cause.contains("has not answered for 3 seconds")
        }
        #expect(ledger.upkeep.connections == 2)
        #expect(try ledger.roster.load(from: now).absences.isEmpty)
        try engine.write { _ = try $0.execute("DROP TRIGGER dawdling ON absence", []) }
        try enter("joke", in: ledger)
        #expect(try ledger.roster.load(from: now).absences.count == 1)
    }

    @Test("whoever changes something is answered before he gives up, also where nobody knows what became of it")
    func undecided() throws {
        let engine = try PostgreSQLEngine(server())
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
        let postgresql = try #require(ThrowAwayPostgreSQL.shared)
        try postgresql.run(
            "psql", "-q", "-h", postgresql.folder, "-U", "majord", "-d", "postgres", "-c",
            "ALTER DATABASE \"\(name)\" ALLOW_CONNECTIONS false")
        let began = ContinuousClock.now
        #expect {
            try enter("joke", in: Ledger(engine))
        } throws: { error in
            guard case .undecided? = error as? LedgerError else { return false }
            return true
        }
        #expect(ContinuousClock.now - began < .seconds(6))
        try postgresql.setAway(name, true)
    }

    @Test("a wait for an answer is given up where the server answers over another connection")
    func givesUp() throws {
        let engine = try PostgreSQLEngine(server())
        let other = try server(id: "b").connect(.reading)
        for statement in ["BEGIN", "LOCK TABLE absence"] { _ = try other.run(statement, within: 4_000) }
        let refused = DispatchGroup()
        DispatchQueue.global().async(group: refused) {
            #expect {
                try Ledger(engine).roster.load(from: now)
            } throws: { error in
                "\(error)".contains("does over another")
            }
        }
        for _ in 0..<500 where refused.wait(timeout: .now() + 0.01) == .timedOut { engine.giveUpWaiting() }
        #expect(refused.wait(timeout: .now()) == .success)
        _ = try other.run("ROLLBACK", within: 4_000)
        let end = ContinuousClock.now.advanced(by: .seconds(20))
        while engine.cause != nil, ContinuousClock.now < end { Thread.sleep(forTimeInterval: 0.01) }
        #expect(try Ledger(engine).roster.load(from: now).absences.isEmpty)
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
            #expect(before == after.filter { !["rowid", "site"].contains($0.name) }, "\(table.name)")
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
