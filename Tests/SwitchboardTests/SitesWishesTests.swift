import Foundation
import Logging
import Records
import Routing
import Switchboard
import TestSupport
import Testing
import Time

/// What is taken while the database is away, or where nobody knows what it has of it.
extension SitesTests {
    private func execute(_ statements: String..., in database: String? = nil) throws {
        let postgresql = try #require(ThrowAwayPostgreSQL.shared)
        for statement in statements {
            try postgresql.run(
                "psql", "-q", "-h", postgresql.folder, "-U", "majord", "-d", database ?? folder.lastPathComponent, "-c",
                statement)
        }
    }

    /// From now on a commit of a new row takes longer than majord waits for it, and nobody connects anew.
    private func dawdle(at table: String) throws {
        try execute(
            """
            CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS
            'BEGIN PERFORM pg_sleep(8); RETURN NULL; END'
            """,
            """
            CREATE CONSTRAINT TRIGGER dawdling AFTER INSERT ON \(table) DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION dawdle()
            """)
        try execute("ALTER DATABASE \"\(folder.lastPathComponent)\" ALLOW_CONNECTIONS false", in: "postgres")
    }

    /// Waits until what was sent is done, and has all as it was.
    private func awaitCommit(of table: String) throws {
        try execute(
            """
            DO $$ BEGIN
                FOR isDone IN 0..1 LOOP
                    WHILE (isDone = 1) = EXISTS (
                        SELECT FROM pg_stat_activity
                        WHERE datname = '\(folder.lastPathComponent)' AND state = 'active' AND query = 'COMMIT') LOOP
                        PERFORM pg_sleep(0.05);
                        PERFORM pg_stat_clear_snapshot();
                    END LOOP;
                END LOOP;
            END $$
            """, in: "postgres")
        try setAway(false)
        try execute("DROP TRIGGER dawdling ON \(table)")
    }

    @Test("a pause of which nobody knows whether it was committed is taken, and in the records once")
    func undecidedWish() async throws {
        let zwolle = try open("zwolle", kept("zwolle"))
        _ = try await zwolle.pause(agent: "mbakker", for: .hours(1), note: nil, by: manager)
        try dawdle(at: "absence")
        let entered = try await zwolle.pause(agent: "jdevries", for: .hours(1), note: nil, by: manager)
        #expect(entered.isWaiting)
        #expect(try phone(zwolle) == "2000", "both take a pause")
        try awaitCommit(of: "absence")
        try await comes {
            await zwolle.followDatabase()
            return zwolle.table.roster.absences.allSatisfy { $0.id > 0 }
        }
        let pauses = zwolle.table.roster.absences.filter { $0.agent == AgentID("jdevries") }
        #expect(pauses.map(\.id) == [2])
        #expect(pauses.map(\.end) == [clock.now.advanced(by: .hours(1))])
    }

    @Test("who is back while the database is away is back, also where he was away by a clock that is ahead")
    func backByClockAhead() async throws {
        let ledger = try kept("zwolle")
        try await sharing(open("zwolle", ledger), open("assen", ahead: .seconds(2))) { zwolle, assen in
            _ = try await assen.pause(agent: "jdevries", for: .hours(1), note: nil, by: manager)
            try await comes { try phone(zwolle) == "2102" }
            try setAway(true)
            let returned = try await zwolle.comeBack(agent: "jdevries", by: manager)
            #expect(returned.isWaiting)
            #expect(try phone(zwolle) == "2101")
            try setAway(false)
            clock.advance(by: .seconds(3))
            try await comes {
                await zwolle.followDatabase()
                return try ledger.lastKnown?.hasWishes == false && phone(assen) == "2101"
            }
            #expect(try phone(zwolle) == "2101")
        }
    }

    @Test("an event of which nobody knows whether it was committed is told once")
    func undecidedEvent() async throws {
        let ledger = try kept("zwolle")
        let zwolle = try open("zwolle", ledger)
        let recording = Task { await zwolle.recorder.run() }
        try dawdle(at: "event")
        zwolle.desk.note(PhoneReport(phone: .of("2101"), isReachable: false))
        try awaitCommit(of: "event")
        try await comes {
            await zwolle.followDatabase()
            return ledger.lastKnown?.isConnected == true
        }
        zwolle.recorder.maintain()
        zwolle.desk.notes.finish()
        await recording.value
        #expect(try ledger.events.events(EventQuery(kinds: [.phoneUnreachable])).count == 1)
    }

    @Test("an outage is told as one, however many changes wait for its end or are refused")
    func toldOnce() async throws {
        let zwolle = try open("zwolle", kept("zwolle"))
        func told() -> Int { lines.lines.count { $0.level == .error } }
        try setAway(true)
        // The one who finds it out is told another cause than those who come once it is known.
        _ = try await zwolle.pause(agent: "jdevries", for: .hours(1), note: nil, by: manager)
        try await comes {
            await zwolle.followDatabase()
            return lines.lines.contains { $0.message.contains("not currently accepting connections") }
        }
        let before = told()
        for _ in 0..<5 {
            clock.advance(by: .minutes(1))
            #expect(try await zwolle.pause(agent: "jdevries", for: .hours(1), note: nil, by: manager).isWaiting)
            await #expect(throws: RosterRefusal.self) {
                try await zwolle.planLeave(
                    agent: "mbakker", from: clock.now, until: clock.now.advanced(by: .days(1)), note: nil,
                    override: true, by: manager)
            }
        }
        #expect(told() == before)
        try setAway(false)
    }
}
