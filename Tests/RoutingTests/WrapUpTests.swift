import TestSupport
import Testing
import Time

@testable import Routing

@Suite("After a call") struct WrapUpTests {
    private static let ten = at("2026-03-02 10:00")

    /// Those who have been on a call until ten, with whose it was: `anna of zuid`.
    private static func wrappingUp(_ words: [String]) -> BusyAgents {
        var busy = BusyAgents.nobody
        for word in words {
            let parts = word.split(separator: " ").map(String.init)
            let client = parts.dropFirst(2).first.map { ClientID($0) }
            if let wrapUp = BusyAgents.WrapUp(after: ten, of: client, for: .minutes(5)) {
                busy.wrapUp(AgentID(parts[0]), wrapUp)
            }
        }
        return busy
    }

    @Test(
        "the agent comes behind the other of the pair, but for the client he has just spoken with",
        arguments: [
            (["anna of zuid"], "10:00", "backup 2102:20,2101:20,2907:0"),
            (["anna"], "10:00", "backup 2102:20,2101:20,2907:0"),
            (["anna of zuid"], "10:04:59.999", "backup 2102:20,2101:20,2907:0"),
            (["anna of zuid"], "10:05", "primary 2101:20,2102:20,2907:0"),
            (["anna of noord"], "10:00", "primary 2101:20,2102:20,2907:0"),
            (["bram of zuid"], "10:00", "primary 2101:20,2102:20,2907:0"),
            (["anna of zuid", "bram of zuid"], "10:00", "primary 2101:20,2102:20,2907:0"),
            (["anna of zuid", "bram of noord"], "10:00", "backup 2102:20,2101:20,2907:0"),
            (["cato of zuid"], "10:00", "primary 2101:20,2102:20,2907:0"),
        ] as [([String], String, String)])
    func order(whom: [String], time: String, expected: String) throws {
        let table = try table(RoutingTableDecideTests.directory())
        let (instant, busy) = (at("2026-03-02 \(time)"), Self.wrappingUp(whom))
        let decision = table.decide(call(from: "31505550100"), at: instant, busy: busy)
        #expect("\(decision.reason.word) \(decision.dialled)" == expected)
        #expect(table.explain(call(from: "31505550100"), at: instant, busy: busy).decision.targets == decision.targets)
    }

    @Test("he is not behind one who cannot take the call, and takes it where he is the only one")
    func alone() throws {
        let away = absence(1, "bram", from: Self.ten, until: at("2026-03-02 12:00"))
        let decision = try table(RoutingTableDecideTests.directory(), away).decide(
            call(from: "31505550100"), at: Self.ten, busy: Self.wrappingUp(["anna of zuid"]))
        #expect(decision.dialled == "2101:20,2907:0")
        #expect(decision.candidates.map(\.hindrance) == [nil, .absent])
    }

    @Test("he is available all the same")
    func available() throws {
        let table = try table(RoutingTableDecideTests.directory())
        let anna = try #require(table.agent(AgentID("anna")))
        #expect(table.availability(anna, at: Self.ten, busy: Self.wrappingUp(["anna of zuid"])) == .available)
    }

    @Test("without such a time there is none")
    func none() {
        #expect(BusyAgents.WrapUp(after: Self.ten, of: nil, for: .seconds(0)) == nil)
        var busy = Self.wrappingUp(["anna"])
        #expect(busy.forgetPassing(at: Self.ten) == Self.ten.advanced(by: .minutes(5)))
        #expect(busy.forgetPassing(at: Self.ten.advanced(by: .minutes(5))) == .latest)
        #expect(busy == .nobody)
    }
}
