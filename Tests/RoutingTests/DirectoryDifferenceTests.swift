import TestSupport
import Testing
import Time

@testable import Routing

@Suite struct DirectoryDifferenceTests {
    private static func directory(_ clients: Client...) -> Directory {
        office(clients: clients)
    }

    private static let noord = client("noord", "anna", "bram", numbers: ["31505550100"])
    private static let zuid = client("zuid", "bram", "anna", numbers: ["31205550100"])

    @Test("a directory does not differ from itself, nor from one whose lines have moved")
    func none() {
        let moved = Client(
            id: Self.noord.id, name: Self.noord.name, size: Self.noord.size, schools: Self.noord.schools,
            pair: Self.noord.pair, agreement: Self.noord.agreement, numbers: [written("31505550100", line: 9)])
        #expect(DirectoryDifference(from: Self.directory(Self.noord), to: Self.directory(moved), settings: []).isEmpty)
    }

    @Test("settings that are others are a difference")
    func settings() {
        let directory = Self.directory(Self.noord)
        let difference = DirectoryDifference(from: directory, to: directory, settings: ["ring", "levels"])
        #expect(difference.settings == ["ring", "levels"])
        #expect(!difference.isEmpty)
    }

    @Test("a new client comes with its numbers and its pair, a removed one takes them away")
    func clients() {
        let old = Self.directory(Self.noord)
        let new = Self.directory(Self.noord, Self.zuid)
        let added = DirectoryDifference(from: old, to: new, settings: [])
        #expect(added.clients == .init(added: ["zuid"]))
        #expect(added.numbers == .init(added: ["+31205550100"]))
        #expect(added.pairs == .init(added: ["zuid"]))
        #expect(added.agents.isEmpty && !added.isEmpty)
        let removed = DirectoryDifference(from: new, to: old, settings: [])
        #expect(removed.clients == .init(removed: ["zuid"]))
        #expect(removed.numbers == .init(removed: ["+31205550100"]))
        #expect(removed.pairs == .init(removed: ["zuid"]))
    }

    @Test("another pair changes the client and the pair")
    func pairs() {
        let swapped = client("noord", "bram", "anna", numbers: ["31505550100"])
        let difference = DirectoryDifference(
            from: Self.directory(Self.noord), to: Self.directory(swapped), settings: [])
        #expect(difference.clients == .init(changed: ["noord"]))
        #expect(difference.pairs == .init(changed: ["noord"]))
        #expect(difference.numbers.isEmpty)
    }

    @Test("another pair to come changes the client and the pair; only its introduction, the client alone")
    func handovers() {
        func noord(_ from: String, introduced: String? = nil) -> Directory {
            let client = Self.noord
            return Self.directory(
                Client(
                    id: client.id, name: client.name, size: client.size, schools: client.schools, pair: client.pair,
                    handovers: [
                        Handover(
                            from: day(from), pair: Pair(primary: AgentID("cato"), backup: AgentID("anna")),
                            introduced: introduced.map { day($0) })
                    ], agreement: client.agreement, numbers: client.numbers))
        }
        let planned = DirectoryDifference(from: Self.directory(Self.noord), to: noord("2026-06-01"), settings: [])
        #expect(planned.pairs == .init(changed: ["noord"]))
        let moved = DirectoryDifference(from: noord("2026-06-01"), to: noord("2026-07-01"), settings: [])
        #expect(moved.pairs == .init(changed: ["noord"]))
        let introduced = DirectoryDifference(
            from: noord("2026-06-01"), to: noord("2026-06-01", introduced: "2026-05-20"), settings: [])
        #expect(introduced.clients == .init(changed: ["noord"]))
        #expect(introduced.pairs.isEmpty)
    }

    @Test("a number that goes to another client has changed")
    func numbers() {
        let poor = client("noord", "anna", "bram")
        let rich = client(
            "zuid", "bram", "anna", numbers: ["31505550100", "31205550100"], contacts: [contact("Karin", "31612345678")]
        )
        let difference = DirectoryDifference(
            from: Self.directory(Self.noord, Self.zuid), to: Self.directory(poor, rich), settings: [])
        #expect(difference.numbers == .init(added: ["+31612345678"], changed: ["+31505550100"]))
        #expect(difference.clients == .init(changed: ["noord", "zuid"]))
        #expect(difference.pairs.isEmpty)
    }

    @Test("agents are compared as a whole, and named in order")
    func agents() {
        var new = Self.directory(Self.noord)
        new.agents = [agent("dirk", "2104"), agent("anna", "2111"), agent("bram", "2102"), agent("abel", "2105")]
        let difference = DirectoryDifference(from: Self.directory(Self.noord), to: new, settings: [])
        #expect(difference.agents == .init(added: ["abel", "dirk"], changed: ["anna"], removed: ["cato"]))
        #expect(difference.clients.isEmpty)
    }
}
