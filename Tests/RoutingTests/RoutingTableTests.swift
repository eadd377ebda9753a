import Routing
import TestSupport
import Testing
import Time

@Suite struct RoutingTableTests {
    @Test("a pair with an agent whom nobody knows is not compiled", arguments: [("dirk", "anna"), ("anna", "dirk")])
    func unknownAgent(primary: String, backup: String) {
        #expect(throws: CompileError.unknownAgent(AgentID("dirk"), of: ClientID("noord"))) {
            try table(office(clients: [client("noord", primary, backup)]))
        }
    }

    @Test("an agreement with a level that is not there is not compiled")
    func unknownLevel() {
        #expect(throws: CompileError.unknownLevel("gold", of: ClientID("noord"))) {
            try table(office(clients: [client("noord", "anna", "bram", level: "gold")]))
        }
    }

    @Test("agents are found by identifier and by user")
    func agents() throws {
        let table = try table(office(clients: []))
        #expect(table.agent(AgentID("bram"))?.agent.phone == phone("2102"))
        #expect(table.agent(ofUser: "cato")?.agent.id == AgentID("cato"))
        #expect(table.agent(AgentID("dirk")) == nil)
        #expect(table.agent(ofUser: "root") == nil)
    }

    @Test("an agent's clients are those in whose pair he is, in either role")
    func clients() throws {
        let table = try table(
            office(clients: [
                client("noord", "anna", "bram"), client("zuid", "bram", "cato"), client("west", "cato", "anna"),
            ]))
        #expect(table.clients(of: AgentID("anna")).map(\.client.id.description) == ["noord", "west"])
        #expect(table.clients(of: AgentID("bram")).map(\.client.id.description) == ["noord", "zuid"])
        #expect(table.clients(of: AgentID("dirk")).isEmpty)
    }

    @Test("an absence of an agent who has left changes nothing")
    func leftAgent() throws {
        let directory = office(clients: [client("noord", "anna", "bram", numbers: ["31505550100"])])
        let table = try table(directory, absence(1, "dirk", .sickness, from: .earliest, until: nil))
        #expect(table.decide(call(from: "31505550100"), at: at("2026-03-02 09:00")).reason == .role(.primary))
    }

    @Test("a table with another roster keeps its clients and decides as one compiled from scratch", arguments: 0..<20)
    func otherRoster(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let year = interval("2026-01-01 00:00", "2027-01-01 00:00")
        let directory = RoutingTableDecideTests.directory()
        let before = try RoutingTable(
            directory: directory, roster: Roster(absences: random.absences(30, of: ["anna", "bram"], in: year)),
            generation: 1)
        let roster = Roster(absences: random.absences(40, of: ["anna", "bram", "cato"], in: year))
        let replaced = RoutingTable(before, roster: roster, generation: 2)
        let compiled = try RoutingTable(directory: directory, roster: roster, generation: 2)
        #expect(replaced.clients.elementsEqual(before.clients, by: ===))
        #expect(replaced.roster == roster)
        #expect(replaced.agents.map(\.absences) == compiled.agents.map(\.absences))
        for _ in 0..<200 {
            let caller = ["31505550100", "31505551999", "31612345678", "31205550100", "31105550100", "32"]
                .randomElement(using: &random)
            let asked = call(from: caller ?? "")
            let instant = random.instant(in: year)
            try #require(replaced.decide(asked, at: instant).outcome == compiled.decide(asked, at: instant).outcome)
        }
        for agent in replaced.agents.map(\.agent.id) {
            #expect(
                replaced.clients(of: agent).map(\.client.id) == compiled.clients(of: agent).map(\.client.id))
        }
    }
}
