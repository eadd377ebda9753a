import Foundation
import Logging
import Records
import Routing
import Switchboard
import TestSupport
import Testing
import Time

/// Two majords that have their records in one database.
@Suite("Two sites", .enabled(if: ThrowAwayPostgreSQL.shared != nil, "no PostgreSQL is installed"))
struct SitesTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sites-\(UUID())".lowercased())
    let clock: TestClock
    let lines = KeptLines()
    let manager = Requester(user: "root", uid: 0, isManager: true, isPBX: false)

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let zone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
        let day = try #require(CalendarDay(year: 2026, month: 12, day: 23))
        clock = TestClock(ServiceClock(zone).instant(day, try #require(LocalTime(hour: 10, minute: 0))))
        try Data(SwitchboardTests.directory.utf8).write(to: folder.appending(path: "majord.yaml"))
    }

    func server(_ site: String) throws -> PostgreSQLServer {
        let postgresql = try #require(ThrowAwayPostgreSQL.shared)
        return try PostgreSQLServer(
            try postgresql.words(folder.lastPathComponent),
            site: .init(name: site, id: site, version: LedgerSchema.oldestVersion), passwordFile: nil)
    }

    func setAway(_ isAway: Bool) throws {
        try #require(ThrowAwayPostgreSQL.shared).setAway(folder.lastPathComponent, isAway)
    }

    /// With what it keeps on its machine.
    func kept(_ site: String) throws -> Ledger {
        try Ledger(server(site), keeping: DatabaseFolder(state: folder.path), at: clock.now)
    }

    func open(
        _ site: String, _ ledger: Ledger? = nil, ahead: Milliseconds = Milliseconds(0)
    ) throws -> Switchboard {
        try Switchboard(
            configuration: folder.appending(path: "majord.yaml").path, ledger: try ledger ?? Ledger(server(site)),
            logger: Logger(label: "test") { [lines] _ in KeepingHandler(lines: lines) },
            now: { [clock] in clock.now.advanced(by: ahead) })
    }

    func phone(_ switchboard: Switchboard) throws -> String? {
        let request = RouteRequest(caller: "0505550100", called: "+31880001234", callID: "")
        return try switchboard.desk.route(request).get().decision.targets.first?.phone.description
    }

    /// Waits for what another site tells.
    func comes(
        _ sourceLocation: SourceLocation = #_sourceLocation, _ condition: () async throws -> Bool
    ) async throws {
        for _ in 0..<2_000 {
            if try await condition() { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("it has not come", sourceLocation: sourceLocation)
    }

    /// Both at work, until the body is done.
    func sharing(
        _ first: Switchboard? = nil, _ second: Switchboard? = nil,
        _ body: (Switchboard, Switchboard) async throws -> Void
    ) async throws {
        let (zwolle, assen) = (try first ?? open("zwolle"), try second ?? open("assen"))
        let hearing = [zwolle, assen].map { site in
            site.beginSharing()
            return Task { await site.followHints() }
        }
        defer {
            for site in [zwolle, assen] { site.endSharing() }
            for task in hearing { task.cancel() }
        }
        try await body(zwolle, assen)
    }

    @Test("of two managers at two sites one grants leave, and the other is told that it leaves a client alone")
    func guardHolds() async throws {
        let (zwolle, assen) = (try open("zwolle"), try open("assen"))
        let (start, end) = (clock.now.advanced(by: .days(1)), clock.now.advanced(by: .days(2)))
        _ = try await zwolle.planLeave(
            agent: "jdevries", from: start, until: end, note: nil, override: false, by: manager)
        // Nothing has told the other site of it.
        #expect(assen.table.roster.absences.isEmpty)
        do throws(RosterRefusal) {
            _ = try await assen.planLeave(
                agent: "mbakker", from: start, until: end, note: nil, override: false, by: manager)
            Issue.record("both were granted")
        } catch {
            guard case .opensGaps = error else {
                Issue.record("\(error)")
                return
            }
        }
        #expect(assen.table.roster.absences.count == 1)
    }

    @Test("a change that another site was faster than is made of what is there by then")
    func madeAnew() async throws {
        let (zwolle, assen) = (try open("zwolle"), try open("assen"))
        _ = try await zwolle.reportSick(agent: "jdevries", until: nil, note: nil, by: manager)
        let entered = try await assen.reportSick(agent: "mbakker", until: nil, note: nil, by: manager)
        #expect(entered.absence.id == 2)
        #expect(Set(assen.table.roster.absences.map(\.agent.description)) == ["jdevries", "mbakker"])
        #expect(zwolle.table.roster.absences.count == 1)
    }

    @Test("a change at one site is in force at the other")
    func inForce() async throws {
        try await sharing { zwolle, assen in
            _ = try await zwolle.reportSick(agent: "jdevries", until: nil, note: nil, by: manager)
            try await comes { try phone(assen) == "2102" }
            _ = try await assen.comeBack(agent: "jdevries", by: manager)
            try await comes { try phone(zwolle) == "2101" }
        }
    }

    @Test("what begins or ends now at a site whose clock is ahead does so at the other at once")
    func aheadOfOthers() async throws {
        let (zwolle, assen) = (try open("zwolle"), try open("assen", ahead: .seconds(2)))
        _ = try await assen.reportSick(agent: "jdevries", until: nil, note: nil, by: manager)
        _ = try await zwolle.reportSick(agent: "mbakker", until: nil, note: nil, by: manager)
        #expect(try !(["2101", "2102"].contains(phone(zwolle))))
        _ = try await assen.comeBack(agent: "jdevries", by: manager)
        _ = try await zwolle.comeBack(agent: "mbakker", by: manager)
        #expect(try phone(zwolle) == "2101")
    }

    @Test(
        "sickness and pauses are taken while the database is away, hold after a restart, and come into the records once"
    )
    func takenWhileAway() async throws {
        do {
            let zwolle = try open("zwolle", kept("zwolle"))
            try setAway(true)
            let entered = try await zwolle.reportSick(agent: "jdevries", until: nil, note: "flu", by: manager)
            #expect(entered.isWaiting && entered.absence.id < 0)
            #expect(try phone(zwolle) == "2102")
            _ = try await zwolle.pause(agent: "mbakker", for: .hours(1), note: nil, by: manager)
            clock.advance(by: .minutes(5))
            #expect(try await zwolle.comeBack(agent: "mbakker", by: manager).isWaiting)
            await #expect(throws: RosterRefusal.self) {
                try await zwolle.planLeave(
                    agent: "mbakker", from: clock.now, until: clock.now.advanced(by: .days(1)), note: nil,
                    override: true, by: manager)
            }
        }
        let zwolle = try await onceFree { try open("zwolle", kept("zwolle")) }
        #expect(try phone(zwolle) == "2102")
        try setAway(false)
        for _ in 0..<2_000 where zwolle.table.roster.absences.first?.id ?? 0 <= 0 {
            await zwolle.followDatabase()
            try await Task.sleep(for: .milliseconds(10))
        }
        let absences = zwolle.table.roster.absences.sorted { $0.id < $1.id }
        #expect(absences.map(\.id) == [1, 2])
        #expect(absences.map(\.kind) == [.sickness, .pause])
        #expect(absences.map(\.enteredAt) == Array(repeating: clock.now.advanced(by: .minutes(-5)), count: 2))
        #expect(absences.map(\.end) == [nil, clock.now])
        #expect(absences.map(\.note) == ["flu", nil])
        await zwolle.followDatabase()
        #expect(zwolle.table.roster.absences.count == 2)
    }

    @Test("a database that goes away while nobody asks it is told of, each cause once, and that it is back")
    func awayUnasked() async throws {
        let zwolle = try open("zwolle", kept("zwolle"))
        func told(_ part: String) -> Int { lines.lines.count { $0.message.contains(part) } }
        func follows(until condition: () -> Bool) async throws {
            for _ in 0..<2_000 where !condition() {
                await zwolle.followDatabase()
                try await Task.sleep(for: .milliseconds(10))
            }
        }
        await zwolle.followDatabase()
        #expect(told("Calls go on") == 0)
        try setAway(true)
        try await follows { told("not currently accepting connections") > 0 }
        #expect(!zwolle.recorder.backlog.isAvailable)
        for _ in 0..<5 { await zwolle.followDatabase() }
        #expect(told("not currently accepting connections") == 1)
        #expect(told("Calls go on") <= 2)
        try setAway(false)
        try await follows { told("available again") > 0 }
        #expect(zwolle.recorder.backlog.isAvailable)
    }

    @Test("of what comes late, that stands which was entered later for the agent")
    func late() async throws {
        let assen = try open("assen")
        let (before, user) = (clock.now, "root")
        _ = try await assen.reportSick(agent: "mbakker", until: nil, note: nil, by: manager)
        clock.advance(by: .minutes(10))
        _ = try await assen.pause(agent: "jdevries", for: .hours(1), note: "later", by: manager)
        _ = try await assen.comeBack(agent: "mbakker", by: manager)
        let ledger = try kept("zwolle")
        let (joke, mark) = (AgentID("jdevries"), AgentID("mbakker"))
        func keep(_ what: KeptWish.What, of agent: AgentID) throws {
            let at = before.advanced(by: .minutes(5))
            let known = try #require(ledger.lastKnown)
            try known.keep(known.numbered(KeptWish(what, of: agent, by: user, at: at)))
        }
        try keep(.pause(until: before.advanced(by: .hours(3)), note: "before"), of: joke)
        try keep(.back, of: mark)
        try keep(.sick(from: before.advanced(by: .minutes(5)), until: nil, note: nil), of: mark)
        let zwolle = try open("zwolle", ledger)
        await zwolle.followDatabase()
        let absences = zwolle.table.roster.absences
        #expect(absences.first { $0.note == "later" }?.end == clock.now.advanced(by: .hours(1)))
        #expect(absences.first { $0.note == "before" }?.end == clock.now)
        #expect(absences.filter { $0.agent == mark }.map(\.end) == [clock.now, clock.now])
        #expect(ledger.lastKnown?.hasWishes == false)
    }

    @Test("while what waited on a machine is brought in, what other sites have changed is in force there")
    func othersMeanwhile() async throws {
        let (ledger, assen) = (try kept("zwolle"), try open("assen"))
        let known = try #require(ledger.lastKnown)
        let joke = AgentID("jdevries")
        for what in [KeptWish.What.sick(from: clock.now, until: nil, note: nil), .back] {
            try known.keep(known.numbered(KeptWish(what, of: joke, by: "root", at: clock.now)))
        }
        let slow = SlowRoster(ledger.roster)
        let zwolle = try open(
            "zwolle",
            Ledger(
                roster: slow, history: ledger.history, calendars: ledger.calendars, calls: ledger.calls,
                cases: ledger.cases, missed: ledger.missed, events: ledger.events,
                directories: ledger.directories, forgetting: ledger.forgetting, reports: ledger.reports,
                upkeep: ledger.upkeep, erasing: ledger.erasing, feeds: ledger.feeds, database: ledger.database,
                lastKnown: known, sites: ledger.sites))
        _ = try await assen.reportSick(agent: "mbakker", until: nil, note: nil, by: manager)
        let following = Task { await zwolle.followDatabase() }
        try await comes { slow.writing == 1 }
        slow.letGo()
        try await comes { slow.writing == 1 && known.wishes.count == 1 }
        #expect(zwolle.table.roster.absences.contains { $0.agent == AgentID("mbakker") })
        slow.letGo()
        await following.value
        #expect(known.wishes.isEmpty)
        #expect(zwolle.table.roster.absences.filter { $0.agent == joke }.allSatisfy { $0.end != nil })
    }

    @Test("who is on the phone at one site is busy at the other, until his call is over")
    func busy() async throws {
        try await sharing { zwolle, assen in
            let joke = AgentID("jdevries")
            zwolle.desk.report(CallEvent(callID: "call-1", kind: .answered(.of("2101")))) {}
            try await comes { assen.desk.busy.contains(joke) }
            #expect(assen.desk.ongoing.calls[joke]?.map(\.isElsewhere) == [true])
            #expect(assen.desk.free(joke).isEmpty)
            zwolle.desk.report(CallEvent(callID: "call-1", kind: .ended(.answered))) {}
            try await comes { !assen.desk.busy.contains(joke) }
        }
    }

    @Test("an agent is freed from a call of another site, which has it in its records")
    func freedElsewhere() async throws {
        try await sharing { zwolle, assen in
            let joke = AgentID("jdevries")
            let recording = Task { await zwolle.recorder.run() }
            zwolle.desk.report(CallEvent(callID: "call-1", kind: .answered(.of("2101")))) {}
            try await comes { assen.desk.busy.contains(joke) }
            let released = try await assen.release(agent: "jdevries", by: manager)
            #expect(released.calls.map(\.isElsewhere) == [true])
            #expect(!assen.desk.busy.contains(joke))
            try await comes { !zwolle.desk.busy.contains(joke) }
            zwolle.desk.notes.finish()
            await recording.value
            let calls = try Ledger(server("emmen")).calls.calls(CallQuery())
            #expect(calls.map(\.record.course.holding) == [nil])
        }
    }

    @Test("a site that comes hears whose calls keep agents busy, and lets them go in time where no more is heard")
    func busyBefore() async throws {
        let (zwolle, joke) = (try open("zwolle"), AgentID("jdevries"))
        zwolle.desk.report(CallEvent(callID: "call-1", kind: .ringing(.of("2101")))) {}
        zwolle.beginSharing()
        let assen = try open("assen")
        assen.beginSharing()
        try await comes { assen.desk.busy.contains(joke) }
        for site in [zwolle, assen] { site.endSharing() }
        clock.advance(by: .minutes(5))
        #expect(!assen.desk.busy.contains(joke))
    }

    @Test("a site of which nothing is heard any more is told of once, and once that it is heard again")
    func silent() async throws {
        func told(_ part: String) -> Int { lines.lines.count { $0.message.contains(part) } }
        let (zwolle, assen) = (try open("zwolle"), try open("assen"))
        for site in [zwolle, assen] { site.beginSharing() }
        try await comes { zwolle.sites.count == 2 }
        assen.endSharing()
        try await comes { zwolle.sites.contains(where: \.isAway) }
        for _ in 0..<3 { await zwolle.followSites() }
        #expect(told("Nothing is heard of the site assen") == 1)
        let again = try open("assen")
        again.beginSharing()
        try await comes { !zwolle.sites.contains(where: \.isAway) }
        for _ in 0..<3 { await zwolle.followSites() }
        #expect(told("The site assen is heard again") == 1)
        for site in [zwolle, again] { site.endSharing() }
    }

    @Test("no two sites give two decisions one id")
    func decisionIDs() throws {
        let sites = [try open("zwolle"), try open("assen")]
        var ids: Set<DecisionID> = []
        for number in 0..<200 {
            for site in sites {
                let request = RouteRequest(caller: "0505550100", called: "+31880001234", callID: "\(number)")
                ids.insert(try site.desk.route(request).get().id)
            }
        }
        #expect(ids.count == 400)
    }

    @Test("one site tells events, and another does when it ends")
    func teller() async throws {
        try await sharing { zwolle, assen in
            try await comes { zwolle.isTeller != assen.isTeller }
            let (first, second) = zwolle.isTeller ? (zwolle, assen) : (assen, zwolle)
            first.endSharing()
            try await comes { second.isTeller }
        }
    }
}
