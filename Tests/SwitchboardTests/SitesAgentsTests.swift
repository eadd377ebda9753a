import Foundation
import Records
import Routing
import Switchboard
import TestSupport
import Testing
import Time

/// What one site knows of an agent counts in the decisions of the others, also where they could not hear it.
extension SitesTests {
    private func write(_ settings: String) throws {
        let text = settings + "\n" + SwitchboardTests.directory
        try Data(text.utf8).write(to: folder.appending(path: "majord.yaml"))
    }

    /// Ends the connections of a site, or those for one purpose alone.
    private func end(_ site: String, _ purpose: String = "%") throws {
        let postgresql = try #require(ThrowAwayPostgreSQL.shared)
        try postgresql.run(
            "psql", "-q", "-h", postgresql.folder, "-U", "majord", "-d", "postgres", "-o", "/dev/null", "-c",
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = '\(folder.lastPathComponent)' AND application_name LIKE 'majord \(site), \(purpose)'
            """)
    }

    private func report(_ kind: CallEvent.Kind, of call: String, at site: Switchboard) async {
        await withCheckedContinuation { told in
            site.desk.report(CallEvent(callID: call, kind: kind)) { told.resume() }
        }
    }

    @Test("whoever was told of a call that has ended meanwhile, at a site that has gone since, lets its agent go")
    func endedUnheard() async throws {
        let (zwolle, assen, joke) = (try open("zwolle"), try open("assen"), AgentID("jdevries"))
        let recording = Task { await zwolle.recorder.run() }
        await report(.answered(.of("2101")), of: "call-1", at: zwolle)
        assen.beginSharing()
        try await comes { assen.desk.busy.contains(joke) }
        // Nothing is told: only the records have it.
        await report(.ended(.answered), of: "call-1", at: zwolle)
        zwolle.desk.notes.finish()
        await recording.value
        #expect(assen.desk.busy.contains(joke))
        try end("assen", "listening")
        try await comes { !assen.desk.busy.contains(joke) }
        assen.endSharing()
    }

    @Test("a site that comes knows who is on the phone at one that has gone")
    func heldAtOneThatIsAway() async throws {
        let (zwolle, joke) = (try open("zwolle"), AgentID("jdevries"))
        let recording = Task { await zwolle.recorder.run() }
        await report(.answered(.of("2101")), of: "call-1", at: zwolle)
        zwolle.desk.notes.finish()
        await recording.value
        let assen = try open("assen")
        assen.beginSharing()
        try await comes { assen.desk.busy.contains(joke) }
        assen.endSharing()
    }

    @Test("an agent who was freed at another site is free at his call's own as soon as that can be reached")
    func freedWhileCut() async throws {
        let (zwolle, joke) = (try open("zwolle", kept("zwolle")), AgentID("jdevries"))
        let recording = Task { await zwolle.recorder.run() }
        await report(.answered(.of("2101")), of: "call-1", at: zwolle)
        await report(.answered(.of("2102")), of: "call-2", at: zwolle)
        let assen = try open("assen")
        assen.beginSharing()
        try await comes { assen.desk.busy.contains(joke) }
        #expect(try await assen.release(agent: "jdevries", by: manager).calls.count == 1)
        let records = try Ledger(server("emmen")).calls
        try await comes { try records.calls(CallQuery()).filter { $0.record.course.holding != nil }.count == 1 }
        #expect(zwolle.desk.busy.contains(joke), "it has not heard of it")
        try end("zwolle")
        try await comes {
            await zwolle.followDatabase()
            return !zwolle.desk.busy.contains(joke)
        }
        #expect(zwolle.desk.busy.contains(AgentID("mbakker")), "nobody has freed him")
        assen.endSharing()
        zwolle.desk.notes.finish()
        await recording.value
    }

    @Test("whoever starts from what was known last lets go those whose calls are over in the records")
    func overSince() async throws {
        let joke = AgentID("jdevries")
        func answer() async throws {
            let zwolle = try open("zwolle", kept("zwolle"))
            let recording = Task { await zwolle.recorder.run() }
            await report(.answered(.of("2101")), of: "call-1", at: zwolle)
            zwolle.desk.notes.finish()
            await recording.value
        }
        try await answer()
        try await onceFree {
            let report = CallRecord.Report(.ended(.answered), .ends)
            let change = CallRecord.Change(callID: "call-1", instant: clock.now, what: .reported(report))
            try Ledger(self.server("zwolle")).calls.record([change])
        }
        try setAway(true)
        let zwolle = try await onceFree { try open("zwolle", kept("zwolle")) }
        let recording = Task { await zwolle.recorder.run() }
        #expect(zwolle.desk.busy.contains(joke))
        await report(.answered(.of("2102")), of: "call-2", at: zwolle)
        try setAway(false)
        try await comes {
            await zwolle.followDatabase()
            return !zwolle.desk.busy.contains(joke)
        }
        #expect(zwolle.desk.busy.contains(AgentID("mbakker")), "his call is in the records since")
        zwolle.desk.notes.finish()
        await recording.value
    }

    @Test("whoever has just been on a call at one site comes behind the other of the pair at all sites")
    func wrapUp() async throws {
        try write("wrap_up: 5m")
        try await sharing { zwolle, assen in
            let joke = AgentID("jdevries")
            let request = RouteRequest(caller: "0612345678", called: "+31880001234", callID: "call-1")
            _ = zwolle.desk.route(request)
            zwolle.desk.report(CallEvent(callID: "call-1", kind: .answered(.of("2101")))) {}
            try await comes { assen.desk.busy.contains(joke) }
            zwolle.desk.report(CallEvent(callID: "call-1", kind: .ended(.answered))) {}
            try await comes { assen.desk.busy.isWrappingUp(joke) }
            #expect(try phone(assen) == "2102")
            clock.advance(by: .minutes(5))
            #expect(try phone(assen) == "2101")
        }
    }

    @Test("a client who was called back from one site gets whoever called at all sites")
    func calledBack() async throws {
        try await sharing { zwolle, assen in
            zwolle.desk.report(CallEvent(callID: "call-1", kind: .called(.of("2102"), number: "0505550100"))) {}
            zwolle.desk.report(CallEvent(callID: "call-1", kind: .ended(.noAnswer))) {}
            try await comes { try phone(assen) == "2102" }
        }
    }

    @Test("what was dialled at one site while another heard nothing counts there once it hears again")
    func calledBackUnheard() async throws {
        let (zwolle, assen) = (try open("zwolle"), try open("assen"))
        assen.beginSharing()
        try await comes { assen.sites.count == 1 }
        let recording = Task { await zwolle.recorder.run() }
        await report(.called(.of("2102"), number: "0505550100"), of: "call-1", at: zwolle)
        await report(.ended(.noAnswer), of: "call-1", at: zwolle)
        zwolle.desk.notes.finish()
        await recording.value
        #expect(try phone(assen) == "2101")
        try end("assen", "listening")
        try await comes { try phone(assen) == "2102" }
        assen.endSharing()
    }

    @Test("what one site forgets is not on the machines of the others either")
    func forgotten() async throws {
        let (ledger, assen) = (try kept("zwolle"), try open("assen"))
        let (zwolle, known) = (try open("zwolle", ledger), try #require(ledger.lastKnown))
        let recording = Task { await zwolle.recorder.run() }
        _ = zwolle.desk.route(RouteRequest(caller: "0612345678", called: "+31880001234", callID: "call-1"))
        await report(.ended(.answered), of: "call-1", at: zwolle)
        func callers() throws -> [String?] { try known.ledger.calls.allCalls().map { $0.decided?.caller?.word } }
        #expect(try callers() == ["+31612345678"])
        zwolle.beginSharing()
        try await comes { !zwolle.sites.isEmpty }
        // What a start overwrites is done.
        await zwolle.followDatabase()
        await zwolle.overwriteForgotten()
        _ = try await assen.forget(.number("0612345678"), isDry: false, by: manager)
        try await comes {
            await zwolle.followDatabase()
            await zwolle.overwriteForgotten()
            return try callers() != ["+31612345678"]
        }
        zwolle.endSharing()
        zwolle.desk.notes.finish()
        await recording.value
    }

    @Test("of what two sites tell of an agent that stands which came about last, whichever is heard of last")
    func lastStands() throws {
        let (assen, number) = (try open("assen"), try #require(PhoneNumber("31505550100")))
        let (now, end) = (clock.now, clock.now.advanced(by: .hours(1)))
        for (agent, ago) in [("mbakker", 1), ("jdevries", 5)] {
            let since = now.advanced(by: .minutes(-ago))
            let back = BusyAgents.CallBack(agent: AgentID(agent), since: since, until: end)
            assen.desk.take(BusyNews(site: "zwolle", agents: [.calledBack(number, back)]))
        }
        #expect(try phone(assen) == "2102")
    }

    @Test("a phone that one site's PBX cannot reach comes last at all sites, until a PBX of any reaches it")
    func unreachable() async throws {
        try await sharing { zwolle, assen in
            zwolle.desk.note(PhoneReport(phone: .of("2101"), isReachable: false))
            try await comes { try phone(assen) == "2102" }
            let emmen = try open("emmen")
            emmen.beginSharing()
            try await comes { try phone(emmen) == "2102" }
            assen.desk.note(PhoneReport(phone: .of("2101"), isReachable: true))
            for site in [assen, zwolle, emmen] { try await comes { try phone(site) == "2101" } }
            let almelo = try open("almelo")
            almelo.beginSharing()
            try await comes { almelo.sites.count == 4 }
            #expect(try phone(almelo) == "2101")
            for site in [emmen, almelo] { site.endSharing() }
        }
    }
}
