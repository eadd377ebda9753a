import MajorAPI
import Routing
import Sockets
import Switchboard
import Testing

@testable import Control
@testable import Varlink

/// What a program may ask for others, as the office's page does.
@Suite("Speaking for others")
struct SpeakingForOthersTests {
    private func reply(
        _ office: ControlOffice, _ method: String, _ parameters: JSONObject = [:], for login: String?,
        by peer: PeerCredentials = ControlOffice.web
    ) async throws -> VarlinkReply {
        let call = VarlinkCall(method: method, parameters: parameters, speaksFor: login)
        return try VarlinkReply(await office.service.answer(call, from: peer) { _ in })
    }

    private func who(_ office: ControlOffice, for login: String?, by peer: PeerCredentials = ControlOffice.web)
        async throws
        -> RosterAPI.WhoAmI.Reply
    {
        try await reply(office, RosterAPI.WhoAmI.method, for: login, by: peer).parameters.decoded()
    }

    @Test("whom it speaks for has the rights of his login, and the records say who really asked")
    func rights() async throws {
        let office = try await ControlOffice.withLogins()
        let own = try await who(office, for: "joke@school")
        #expect(own.agent == "jdevries" && !own.manager && own.user == "joke@school via web" && own.known)
        #expect(try await who(office, for: "els@school").manager)
        let stranger = try await who(office, for: "nobody-knows")
        #expect(stranger.agent == nil && !stranger.manager)
        let sick = try await reply(office, RosterAPI.ReportSick.method, for: "joke@school")
        #expect(sick.error == nil)
        let entered: RosterAPI.ReportSick.Reply = try sick.parameters.decoded()
        #expect(entered.absence.enteredBy == "joke@school via web")
    }

    @Test("a login is no Unix user: the names of the one mean nothing as the other")
    func apart() async throws {
        let office = try await ControlOffice.withLogins()
        #expect(try await who(office, for: Asker.own.rawValue).agent == nil)
        #expect(try await who(office, for: "root").manager == false)
        #expect(try await who(office, for: Asker.named.rawValue).manager == false)
    }

    @Test("nobody else may, whatever he may himself", arguments: [Asker.stranger, .pbx, .own, .colleague, .manager])
    func others(asker: Asker) async throws {
        let office = try await ControlOffice.withLogins()
        for method in [RosterAPI.WhoAmI.method, RosterAPI.Status.method, NumbersAPI.List.method] {
            let reply = try await reply(office, method, for: "els@school", by: asker.peer)
            #expect(reply.error == VarlinkError.permissionDenied.name)
            #expect(reply.parameters["right"] == .string("speak-for-others"))
        }
    }

    @Test("the program itself is a stranger")
    func itself() async throws {
        let office = try await ControlOffice.withLogins()
        let own = try await who(office, for: nil)
        #expect(own.agent == nil && !own.manager && own.login == nil)
        #expect(try await reply(office, NumbersAPI.List.method, for: nil).error == VarlinkError.permissionDenied.name)
    }

    @Test("everybody may ask for nobody, and reads counts without a name", arguments: Asker.allCases)
    func nobody(asker: Asker) async throws {
        let office = try await ControlOffice.withLogins()
        let status: RosterAPI.Status.Reply = try await reply(
            office, RosterAPI.Status.method, ["clients": true], for: "", by: asker.peer
        ).parameters.decoded()
        #expect(status.agents.isEmpty && status.uncovered.isEmpty && status.clientStates == nil && status.clients == 1)
        #expect(status.gapsAhead == nil && status.sockets == nil && status.troubles.isEmpty)
        #expect(
            status.pbxSilent != nil,
            "that nobody knows who is on the phone is for everybody who reads how many are there")
        #expect(try await who(office, for: "", by: asker.peer).known == false)
        for api in [
            ReportsAPI.Coverage.method, DirectoryAPI.ListClients.method, CallsAPI.List.method, EventsAPI.List.method,
            RosterAPI.ReportSick.method, NumbersAPI.List.method, CasesAPI.List.method, CalendarAPI.Show.method,
            RoutingAPI.Explain.method, LedgerAPI.Backup.method, RosterAPI.ListAbsences.method,
        ] {
            let reply = try await reply(office, api, for: "", by: asker.peer)
            #expect(reply.error == VarlinkError.permissionDenied.name, "\(api)")
            #expect(reply.parameters["right"] == .string("be-known"), "\(api)")
        }
    }

    @Test("for whom it speaks is a name of 256 bytes at the most")
    func length() throws {
        func call(_ name: String) throws -> VarlinkCall {
            try VarlinkCall(frame: Array(#"{"method":"a.B","for":"\#(name)"}"#.utf8))
        }
        #expect(try call("joke").speaksFor == "joke")
        #expect(throws: MessageError.member("for")) { try call(String(repeating: "x", count: 257)) }
        #expect(throws: MessageError.member("for")) { try VarlinkCall(frame: Array(#"{"method":"a.B","for":1}"#.utf8)) }
    }
}
