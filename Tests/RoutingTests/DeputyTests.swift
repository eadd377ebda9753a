import Routing
import TestSupport
import Testing
import Time

@Suite("Deputies") struct DeputyTests {
    /// Anna and Bram have `noord` and, the other way round, `zuid`; Cato and Dirk have `west`.
    private static let directory = office(
        agents: [agent("anna", "2101"), agent("bram", "2102"), agent("cato", "2103"), agent("dirk", "2104")],
        clients: [
            client("noord", "anna", "bram", numbers: ["31505550100"]),
            client("zuid", "bram", "anna", numbers: ["31205550100"]),
            client("west", "cato", "dirk", numbers: ["31105550100"]),
        ])

    private static let tuesday = at("2026-03-03 10:00")

    private static func table(_ deputyships: [Deputyship], _ absences: Absence...) throws -> RoutingTable {
        try RoutingTable(
            directory: directory, roster: Roster(absences: absences, deputyships: deputyships), generation: 1)
    }

    private static func away(_ id: Int64, _ agent: String) -> Absence {
        absence(id, agent, from: at("2026-03-02 00:00"), until: at("2026-03-07 00:00"))
    }

    @Test("a deputy comes after the pair, and closes the gap where both are away")
    func afterThePair() throws {
        let deputyship = deputyship(1, "cato", for: .agent(AgentID("anna"), client: nil))
        let here = try Self.table([deputyship]).decide(call(from: "31505550100"), at: Self.tuesday)
        #expect(here.dialled == "2101:20,2102:20,2103:20,2907:0")
        #expect(here.reason == .role(.primary))
        let both = try Self.table([deputyship], Self.away(1, "anna"), Self.away(2, "bram"))
        let decision = both.decide(call(from: "31205550100"), at: Self.tuesday)
        #expect(decision.dialled == "2103:20,2907:0")
        #expect(decision.reason == .role(.deputy))
        #expect(decision.candidates.map(\.hindrance) == [.absent, .absent, nil])
    }

    @Test("for one client only, or for whoever is in the pair")
    func forOneClient() throws {
        let one = try Self.table([deputyship(1, "cato", for: .agent(AgentID("anna"), client: ClientID("zuid")))])
        #expect(one.decide(call(from: "31505550100"), at: Self.tuesday).dialled == "2101:20,2102:20,2907:0")
        #expect(one.decide(call(from: "31205550100"), at: Self.tuesday).dialled == "2102:20,2101:20,2103:20,2907:0")
        let pair = try Self.table([deputyship(1, "cato", for: .client(ClientID("noord")))])
        #expect(pair.decide(call(from: "31505550100"), at: Self.tuesday).dialled == "2101:20,2102:20,2103:20,2907:0")
        #expect(pair.decide(call(from: "31205550100"), at: Self.tuesday).dialled == "2102:20,2101:20,2907:0")
    }

    @Test("deputies of deputies follow, each once, and a circle ends")
    func deputyOfDeputy() throws {
        let table = try Self.table([
            deputyship(1, "cato", for: .agent(AgentID("anna"), client: nil)),
            deputyship(2, "dirk", for: .agent(AgentID("cato"), client: nil)),
            deputyship(3, "anna", for: .agent(AgentID("dirk"), client: nil)),
            deputyship(4, "cato", for: .agent(AgentID("dirk"), client: nil)),
        ])
        #expect(
            table.decide(call(from: "31505550100"), at: Self.tuesday).dialled
                == "2101:20,2102:20,2103:20,2104:20,2907:0")
        #expect(
            table.decide(call(from: "31105550100"), at: Self.tuesday).dialled == "2103:20,2104:20,2101:20,2907:0")
        #expect(table.clientsConcerned(by: AgentID("dirk")).map(\.client.id.description) == ["noord", "zuid", "west"])
    }

    @Test("several deputies are tried in the order in which they were named")
    func order() throws {
        let table = try Self.table([
            deputyship(7, "dirk", for: .agent(AgentID("bram"), client: nil)),
            deputyship(8, "cato", for: .agent(AgentID("anna"), client: nil)),
        ])
        #expect(
            table.decide(call(from: "31505550100"), at: Self.tuesday).dialled
                == "2101:20,2102:20,2104:20,2103:20,2907:0")
    }

    @Test("who is said to take over is who is tried first, whatever the directory's order")
    func toldInOrder() throws {
        let table = try Self.table(
            [
                deputyship(7, "dirk", for: .agent(AgentID("bram"), client: nil)),
                deputyship(8, "cato", for: .agent(AgentID("anna"), client: nil)),
            ], Self.away(1, "anna"), Self.away(2, "bram"))
        #expect(table.decide(call(from: "31505550100"), at: Self.tuesday).dialled == "2104:20,2103:20,2907:0")
        let noord = try #require(table.client(ClientID("noord")))
        let week = interval("2026-03-02 00:00", "2026-03-07 00:00")
        let coverage = table.coverage(of: noord, over: week)
        #expect(coverage.stretches.map { table.agents(of: $0).map(\.id.description) } == [["dirk", "cato"]])
        #expect(table.coverings(of: noord, over: week).map(\.agent?.id) == [AgentID("dirk")])
        let before = try Self.table(table.roster.deputyships, Self.away(2, "bram"))
        let consequences = table.consequences(of: Self.away(1, "anna"), before: before)
        #expect(consequences.takeovers.map(\.by?.id) == [AgentID("dirk")])
    }

    @Test("one who stands in twice has another place from day to day, as calls try him")
    func anotherPlace() throws {
        let table = try Self.table(
            [
                deputyship(1, "cato", for: .agent(AgentID("anna"), client: nil), until: at("2026-03-04 00:00")),
                deputyship(2, "dirk", for: .agent(AgentID("anna"), client: nil)),
                deputyship(3, "cato", for: .agent(AgentID("bram"), client: nil), from: at("2026-03-03 00:00")),
            ], Self.away(1, "anna"), Self.away(2, "bram"))
        let noord = try #require(table.client(ClientID("noord")))
        let calendar = table.coverings(of: noord, over: interval("2026-03-02 00:00", "2026-03-07 00:00"))
        #expect(calendar.map(\.agent?.id) == [AgentID("cato"), AgentID("dirk")])
        #expect(calendar.map(\.interval.start) == [at("2026-03-02 08:00"), at("2026-03-04 08:00")])
    }

    @Test("where several get the calls one after the other, all are told, the one with the most of them first")
    func several() throws {
        let deputies = [
            deputyship(1, "dirk", for: .client(ClientID("noord")), until: at("2026-03-04 00:00")),
            deputyship(2, "cato", for: .agent(AgentID("bram"), client: nil), from: at("2026-03-04 00:00")),
        ]
        let before = try Self.table(deputies, Self.away(2, "bram"))
        let leave = absence(1, "anna", from: at("2026-03-03 00:00"), until: at("2026-03-07 00:00"))
        let takeover = try #require(before.guarded(leave, at: at("2026-03-02 00:00")).takeovers.first)
        #expect(takeover.by?.id == AgentID("cato"))
        #expect(takeover.others.map(\.id) == [AgentID("dirk")])
    }

    @Test("a deputyship that a handover or a last day ends early is known, with when and where")
    func endsEarly() throws {
        var directory = Self.directory
        directory.agents[2] = Agent(
            id: AgentID("cato"), name: "Cato", phone: phone("2103"),
            employment: Employment(until: day("2026-03-20")))
        directory.clients[0] = directory.clients[0].handingOver(
            on: day("2026-03-04"), to: Pair(primary: AgentID("bram"), backup: AgentID("dirk")))
        let roster = Roster(deputyships: [
            deputyship(1, "cato", for: .agent(AgentID("anna"), client: nil)),
            deputyship(2, "dirk", for: .client(ClientID("noord"))),
            deputyship(3, "dirk", for: .agent(AgentID("anna"), client: ClientID("zuid"))),
            deputyship(4, "dirk", for: .agent(AgentID("anna"), client: nil), until: at("2026-03-04 00:00")),
        ])
        let table = try RoutingTable(directory: directory, roster: roster, generation: 1)
        let ends = table.earlyEnds(during: interval("2026-03-02 00:00", "2026-04-02 00:00"))
        #expect(ends.map(\.deputyship.id) == [1, 1])
        #expect(ends.map(\.cause) == [.handover, .employment])
        #expect(ends.map(\.at) == [at("2026-03-04 00:00"), at("2026-03-21 00:00")])
        #expect(ends.map(\.client?.client.id) == [ClientID("noord"), nil])
        let cato = try #require(table.agent(AgentID("cato")))
        let next = try #require(table.nextChange(of: cato, after: Self.tuesday))
        #expect(next.what == .deputyEnds && next.at == at("2026-03-04 00:00"))
        let zuid = try #require(table.client(ClientID("zuid")))
        let last = try #require(table.nextChange(of: zuid, after: at("2026-03-05 00:00")))
        #expect(last.at == at("2026-03-21 00:00"), "his last day comes before the last day of the deputyship")
    }

    @Test("a deputyship ends where the agent loses the post")
    func handover() throws {
        var directory = Self.directory
        directory.clients[0] = Client(
            id: ClientID("noord"), name: "Noord", size: .small, schools: 20,
            pair: Pair(primary: AgentID("anna"), backup: AgentID("bram")),
            handovers: [
                Handover(from: day("2026-03-04"), pair: Pair(primary: AgentID("bram"), backup: AgentID("dirk")))
            ],
            agreement: Agreement(title: "2026", start: day("2026-01-01"), end: nil, level: "always"),
            numbers: [written("31505550100")])
        let roster = Roster(deputyships: [deputyship(1, "cato", for: .agent(AgentID("anna"), client: nil))])
        let table = try RoutingTable(directory: directory, roster: roster, generation: 1)
        let caller = call(from: "31505550100")
        #expect(table.decide(caller, at: at("2026-03-03 23:59:59.999")).dialled == "2101:20,2102:20,2103:20,2907:0")
        #expect(table.decide(caller, at: at("2026-03-04 00:00")).dialled == "2102:20,2104:20,2907:0")
    }

    @Test("a deputyship of somebody whom the directory does not have has no effect")
    func orphan() throws {
        let table = try Self.table([
            deputyship(1, "emma", for: .agent(AgentID("anna"), client: nil)),
            deputyship(2, "cato", for: .agent(AgentID("emma"), client: nil)),
            deputyship(3, "cato", for: .client(ClientID("oost"))),
            deputyship(4, "cato", for: .agent(AgentID("anna"), client: ClientID("oost"))),
        ])
        #expect(table.decide(call(from: "31505550100"), at: Self.tuesday).dialled == "2101:20,2102:20,2907:0")
    }

    @Test("nobody who can take the call is left out, however many deputies there are")
    func many() throws {
        var directory = Self.directory
        let more = (0..<12).map { agent("extra\($0)", "30\($0 < 10 ? "0" : "")\($0)") }
        directory.agents += more
        let deputyships = more.enumerated().map { index, agent in
            deputyship(Int64(index + 1), agent.id.description, for: .client(ClientID("noord")))
        }
        let absences = (more.dropLast().map(\.id.description) + ["anna", "bram"]).enumerated().map {
            Self.away(Int64($0), $1)
        }
        let roster = Roster(absences: absences, deputyships: deputyships)
        let table = try RoutingTable(directory: directory, roster: roster, generation: 1)
        #expect(table.decide(call(from: "31505550100"), at: Self.tuesday).dialled == "3011:20,2907:0")
    }

    @Test("one that changes nothing is known to")
    func nothing() throws {
        let new = deputyship(1, "cato", for: .agent(AgentID("anna"), client: nil))
        #expect(try Self.table([], Self.away(1, "anna")).needlessness(of: new) == .somebodyThere)
        #expect(try Self.table([], Self.away(1, "anna"), Self.away(2, "bram")).needlessness(of: new) == nil)
        #expect(
            try Self.table([], Self.away(1, "anna"), Self.away(2, "bram"), Self.away(3, "cato"))
                .needlessness(of: new) == .away)
        let (anna, noord, west) = (AgentID("anna"), ClientID("noord"), ClientID("west"))
        let away = try Self.table([], Self.away(1, "anna"), Self.away(2, "bram"))
        #expect(away.needlessness(of: deputyship(1, "bram", for: .agent(anna, client: nil))) == .inPair)
        #expect(away.needlessness(of: deputyship(1, "anna", for: .client(noord))) == .inPair)
        #expect(away.needlessness(of: deputyship(1, "cato", for: .agent(anna, client: west))) == .notStanding)
        // Dirk stands for the one who is a deputy himself.
        let chain = try Self.table(
            [deputyship(1, "cato", for: .agent(anna, client: noord))], Self.away(1, "anna"), Self.away(2, "bram"),
            Self.away(3, "cato"))
        #expect(chain.needlessness(of: deputyship(2, "dirk", for: .agent(AgentID("cato"), client: noord))) == nil)
    }
}
