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
