import MajorAPI
import Routing
import Switchboard
import Testing

@testable import Control
@testable import Varlink

/// What a television in the office reads.
@Suite("Walls")
struct WallTests {
    private func reply(
        _ office: ControlOffice, _ method: String, _ parameters: JSONObject = [:], for login: String = "hal@school"
    ) async throws -> VarlinkReply {
        let call = VarlinkCall(method: method, parameters: parameters, speaksFor: login)
        return try VarlinkReply(await office.service.answer(call, from: ControlOffice.web) { _ in })
    }

    @Test("it is told which clients have nobody when, and never why somebody is away")
    func reads() async throws {
        let office = try await ControlOffice.withLogins()
        for agent in ["jdevries", "mbakker"] {
            _ = try await office.switchboard.reportSick(agent: agent, until: nil, note: "griep", by: office.manager)
        }
        let who: RosterAPI.WhoAmI.Reply = try await reply(office, RosterAPI.WhoAmI.method).parameters.decoded()
        #expect(who.wall == true && !who.manager && who.agent == nil && who.name == "Hal")
        let status: RosterAPI.Status.Reply = try await reply(
            office, RosterAPI.Status.method, ["clients": true]
        ).parameters.decoded()
        #expect(status.gapsAhead?.map(\.client) == ["noord"])
        #expect(
            status.agents.map(\.state.word) == ["away", "away"] && status.agents.allSatisfy { $0.extension == nil })
        let coverage: ReportsAPI.Coverage.Reply = try await reply(
            office, ReportsAPI.Coverage.method, ["details": true]
        ).parameters.decoded()
        #expect(coverage.clients.map(\.clientName) == ["Scholengroep Noord"])
        #expect(coverage.clients[0].stretches.allSatisfy { $0.state == .nobody })
        let stranger: ReportsAPI.Coverage.Reply = try await reply(
            office, ReportsAPI.Coverage.method, for: "who-is-that"
        ).parameters.decoded()
        #expect(stranger.clients.isEmpty)
        let missed = try await reply(office, CallsAPI.ListMissed.method)
        #expect(missed.error == nil)
        #expect(
            try await reply(office, CallsAPI.ListMissed.method, ["closed": true]).error
                == VarlinkError.permissionDenied.name)
    }

    @Test("a call that goes on is told with its client, and not with its id")
    func ongoing() async throws {
        let office = try await ControlOffice.withLogins()
        let request = RouteRequest(caller: "0505550100", called: "+31880001234", callID: "c1")
        _ = try office.switchboard.desk.route(request).get()
        try office.answer("c1", at: "2101")
        let status: RosterAPI.Status.Reply = try await reply(office, RosterAPI.Status.method).parameters.decoded()
        let calls = status.agents.flatMap(\.calls)
        #expect(calls.map(\.clientName) == ["Scholengroep Noord"])
        #expect(calls.map(\.call) == [nil])
    }

    @Test("a missed call is told without who called")
    func missed() async throws {
        let office = try await ControlOffice.withLogins()
        let reply = try await reply(office, RosterAPI.ListAbsences.method)
        #expect(reply.error == VarlinkError.permissionDenied.name)
    }
}
