import TestSupport
import Testing
import Time

@testable import Routing

@Suite struct CapacityOutlookTests {
    private static let start = at("2026-03-02 10:00")

    private static func outlook(_ directory: Directory, _ roster: Roster = Roster()) throws -> [String: CapacityOutlook]
    {
        let table = try RoutingTable(directory: directory, roster: roster, generation: 1)
        return Dictionary(
            uniqueKeysWithValues: table.capacityOutlook(from: start).map { ($0.agent.id.description, $0) })
    }

    private static let directory = office(clients: [
        client("noord", "anna", "bram", size: .large), client("zuid", "bram", "anna"),
        client("oost", "cato", "anna", until: "2026-06-30"),
    ])

    @Test("what an agent carries now, and how much more fits")
    func now() throws {
        let outlook = try Self.outlook(Self.directory)
        let anna = try #require(outlook["anna"])
        #expect(anna.load.load.percent == 67)
        #expect((anna.roomForLarge, anna.roomForSmall) == (1, 2))
        #expect(anna.load.clients[.primary] == AgentLoad.Clients(large: 1, small: 0))
        #expect(anna.load.clients[.backup] == AgentLoad.Clients(large: 0, small: 2))
    }

    @Test("an agreement that ends takes its weight away the day after; a handover moves it at its midnight")
    func changes() throws {
        var directory = Self.directory
        directory.clients[0] = directory.clients[0].handingOver(
            on: day("2026-04-01"), to: Pair(primary: AgentID("cato"), backup: AgentID("bram")))
        let outlook = try Self.outlook(directory)
        #expect(outlook["anna"]?.changes.map(\.from) == [at("2026-04-01 00:00"), at("2026-07-01 00:00")])
        #expect(outlook["anna"]?.changes.map(\.load.load.percent) == [33, 17])
        #expect(outlook["cato"]?.changes.map(\.load.load.percent) == [50, 33])
        #expect(outlook["bram"]?.changes.isEmpty == true)
        // Room is what is free all the time, so what anna loses in April does not count.
        #expect(outlook["anna"]?.roomForLarge == 1)
        #expect(outlook["cato"]?.roomForLarge == 1)
    }

    @Test("whoever leaves within the year has no room")
    func leaving() throws {
        var directory = Self.directory
        directory.agents[2] = Agent(
            id: AgentID("cato"), name: "Cato", phone: phone("2103"), employment: Employment(until: day("2026-12-31")))
        let cato = try #require(try Self.outlook(directory)["cato"])
        #expect((cato.roomForLarge, cato.roomForSmall, cato.load.load.percent) == (0, 0, 17))
    }

    @Test("a deputy carries the clients as long as he is one, and too much of it is told")
    func deputies() throws {
        var directory = Self.directory
        directory.settings.capacity = Capacity(large: 1, small: 6)
        let roster = Roster(deputyships: [
            ForecastTests.deputyship(
                1, "cato", for: .client(ClientID("noord")), "2026-03-09 00:00", "2026-03-14 00:00")
        ])
        let cato = try #require(try Self.outlook(directory, roster)["cato"])
        #expect(cato.changes.map(\.from) == [at("2026-03-09 00:00"), at("2026-03-14 00:00"), at("2026-07-01 00:00")])
        #expect(cato.changes.first?.load.clients[.deputy] == AgentLoad.Clients(large: 1, small: 0))
        #expect(cato.isExceeded)
        #expect((cato.roomForLarge, cato.roomForSmall) == (0, 0))
    }
}
