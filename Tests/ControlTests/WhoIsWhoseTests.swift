import Foundation
import MajorAPI
import Routing
import Switchboard
import Testing
import Time

@testable import Varlink

/// Who is whose, as far as each may know.
@Suite("Who is whose")
struct WhoIsWhoseTests {
    private func clients(
        _ office: ControlOffice, _ asker: Asker, _ client: String? = nil
    ) async throws -> [DirectoryAPI.Client] {
        let parameters: JSONObject = client.map { ["client": .string($0)] } ?? [:]
        let reply = try await office.call(DirectoryAPI.ListClients.method, parameters, by: asker)
        return try reply.parameters.decoded(as: DirectoryAPI.ListClients.Reply.self).clients
    }

    private func agents(_ office: ControlOffice, _ asker: Asker) async throws -> [DirectoryAPI.Agent] {
        try await office.call(DirectoryAPI.ListAgents.method, by: asker).parameters
            .decoded(as: DirectoryAPI.ListAgents.Reply.self).agents
    }

    @Test(
        "numbers, contacts and the agreement are told to those who stand for the client, and to managers",
        arguments: [
            (Asker.own, ["noord"]), (.colleague, ["noord", "west"]), (.manager, ["noord", "west"]),
        ])
    func particulars(asker: Asker, told: [String]) async throws {
        let office = try await ControlOffice.withWest()
        for client in [String?.none, "noord", "west"] {
            for shown in try await clients(office, asker, client) {
                let mayRead = told.contains(shown.id)
                #expect((shown.numbers != nil) == mayRead, "\(asker) \(shown.id)")
                #expect((shown.contacts != nil) == mayRead)
                #expect((shown.agreement != nil) == mayRead)
                #expect(shown.agents.count == 2, "the pair is for all agents")
                #expect((shown.gaps != nil) == (client != nil), "coverage is for all agents")
            }
        }
    }

    @Test("numbers that managers have entered are told with the others, and to the same people")
    func learned() async throws {
        let office = try await ControlOffice.withWest()
        for (number, contact) in [("0612399999", nil), ("0612399998", "Piet"), ("0505550100", nil)] {
            _ = try? await office.switchboard.learn(
                number, client: "noord", contact: contact, function: nil, by: office.manager)
        }
        for asker in [Asker.own, .manager] {
            let noord = try #require(try await clients(office, asker, "noord").first)
            #expect(noord.learned == ["+31612399999"], "what the files have, and contacts', stands elsewhere")
            #expect(noord.contacts?.contains { $0.name == "Piet" && $0.mobile == "+31612399998" } == true)
        }
        _ = try await office.switchboard.learn(
            "0612399997", client: "west", contact: nil, function: nil, by: office.manager)
        #expect(try await clients(office, .own, "west").first?.learned == nil)
    }

    @Test("a deputy reads as long as he stands in")
    func deputy() async throws {
        let office = try await ControlOffice.withWest()
        let table = office.switchboard.table
        let noord = try #require(table.client(ClientID("noord")))
        var roster = table.roster
        roster.deputyships.append(
            Deputyship(
                id: 1, deputy: AgentID("sjansen"), post: .client(ClientID("noord")), start: testClock(),
                end: testClock().advanced(by: .days(1)), enteredBy: "root", enteredAt: testClock()))
        let next = RoutingTable(table, roster: roster, generation: 9)
        #expect(!table.stands(AgentID("sjansen"), for: noord, at: testClock()))
        #expect(next.stands(AgentID("sjansen"), for: noord, at: testClock()))
        #expect(!next.stands(AgentID("sjansen"), for: noord, at: testClock().advanced(by: .days(1))))
    }

    @Test("agents have their load and posts; clients who answers, and what changes next")
    func whole() async throws {
        let office = try await ControlOffice.withWest()
        let day = testClock()
        _ = try await office.switchboard.reportSick(
            agent: "jdevries", until: day.advanced(by: .days(2)), note: nil, by: office.manager)
        let agents = try await agents(office, .colleague)
        #expect(agents.map(\.id) == ["jdevries", "mbakker", "sjansen"])
        #expect(agents.map(\.load) == [17, 50, 33])
        #expect(agents[1].clients.map { "\($0.client) \($0.role)" } == ["noord backup", "west backup"])
        #expect(agents[0].state == .away, "why is not for colleagues")
        #expect(agents[0].next?.what == .back)
        #expect(agents[0].next?.at == agents[0].until)
        #expect(agents[1].next == nil)
        let noord = try #require(try await clients(office, .colleague, "noord").first)
        #expect(noord.state == .covered)
        #expect(noord.answering == "mbakker")
        #expect(
            noord.agents.map { "\($0.agent) \($0.role) \($0.state)" } == [
                "jdevries primary away", "mbakker backup available",
            ])
        #expect(noord.next?.what == .back)
        #expect(noord.next?.agent == "jdevries")
        #expect(noord.gaps == [])
        let west = try #require(try await clients(office, .own).last)
        #expect(west.answering == "sjansen")
        #expect(west.next?.what == .agreementEnds)
        #expect(west.next?.at == "2027-04-01T00:00:00+02:00")
    }

    @Test(
        "whose call goes on is told to those who stand for the client, and to managers",
        arguments: [(Asker.own, nil), (.colleague, "west"), (.manager, "west"), (.stranger, nil)])
    func ongoing(asker: Asker, client: String?) async throws {
        let office = try await ControlOffice.withWest()
        let request = RouteRequest(caller: "0705550100", called: "+31880001234", callID: "c1")
        _ = try office.switchboard.desk.route(request).get()
        try office.answer("c1", at: "2103")
        let status: RosterAPI.Status.Reply = try await office.call(RosterAPI.Status.method, by: asker).parameters
            .decoded()
        let calls = try #require(status.agents.first { $0.id == "sjansen" }).calls
        #expect(calls.count == 1)
        #expect(calls.map(\.client) == [client])
        #expect(calls.map(\.clientName) == [client == nil ? nil : "Scholengroep West"])
    }

    @Test("whose phone cannot be reached is told wherever his state is, until it can be reached again")
    func unreachable() async throws {
        let office = try await ControlOffice.withWest()
        func told() async throws -> [Bool?] {
            let status: RosterAPI.Status.Reply = try await office.call(RosterAPI.Status.method, by: .own).parameters
                .decoded()
            let agents = try await agents(office, .own)
            let noord = try #require(try await clients(office, .own, "noord").first)
            return [
                status.agents.first { $0.id == "mbakker" }?.unreachable,
                agents.first { $0.id == "mbakker" }?.unreachable,
                noord.agents.first { $0.agent == "mbakker" }?.unreachable,
            ]
        }
        let phone = try #require(Extension("2102"))
        office.switchboard.desk.note(PhoneReport(phone: phone, isReachable: false))
        #expect(try await told() == [true, true, true])
        office.switchboard.desk.note(PhoneReport(phone: phone, isReachable: true))
        #expect(try await told() == [nil, nil, nil])
    }

    @Test("until when a client has service is told where it ends within eight days")
    func closes() async throws {
        let office = try await ControlOffice.withWest()
        #expect(try await clients(office, .own, "noord").first?.closes == nil)
        let file = office.folder.appending(path: "majord.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data(text.replacing("mon-sun: \"00:00-24:00\"", with: "mon-fri: \"08:00-17:00\"").utf8).write(to: file)
        guard case .done = await office.switchboard.reload() else {
            Issue.record("not reloaded")
            return
        }
        #expect(try await clients(office, .own, "noord").first?.closes == "2026-11-26T17:00:00+01:00")
    }

    @Test("who is unknown is told with the ids there are")
    func unknown() async throws {
        let office = try await ControlOffice.withWest()
        let client = try await office.call(DirectoryAPI.ListClients.method, ["client": "nord"], by: .own)
        #expect(client.error == "org.majord.Directory.UnknownClient")
        #expect(client.parameters["known"] == ["noord", "west"])
        let agent = try await office.call(DirectoryAPI.ListAgents.method, ["agent": "joke"], by: .own)
        #expect(agent.error == "org.majord.Roster.UnknownAgent")
    }
}
