import Routing
import TestSupport
import Testing

@Suite("Restoring a decision")
struct RoutingTableRestoreTests {
    let directory = office(
        clients: [
            client(
                "noord", "anna", "bram", numbers: ["31505550100"], contacts: [contact("Karin Smit", "31612345678")]),
            client("oost", "bram", "cato", numbers: ["31535550100"]),
        ])

    private func recorded(_ decision: Decision, _ caller: Party) -> RoutingTable.RecordedDecision {
        RoutingTable.RecordedDecision(
            caller: caller, client: decision.client?.client.id.description, action: decision.action.rawValue,
            reason: decision.reason.word,
            targets: decision.targets.map { "\($0.phone):\($0.ring)" }.joined(separator: ","),
            generation: decision.generation)
    }

    @Test(
        "a decision comes back from its record as it was",
        arguments: ["31505550100", "31612345678", "31535550100", "31999"])
    func roundTrip(caller: String) throws {
        let table = try table(directory, generation: 7)
        let call = call(from: caller)
        let decision = table.decide(call, at: at("2026-03-04 10:00"))
        let next = try Routing.RoutingTable(directory: directory, roster: Roster(), generation: 8)
        let restored = try #require(next.restore(recorded(decision, call.caller)))
        #expect(restored.action == decision.action)
        #expect(restored.reason == decision.reason)
        #expect(restored.targets == decision.targets)
        #expect(restored.client?.client.id == decision.client?.client.id)
        #expect(restored.contact == decision.contact)
        #expect(restored.generation == 7)
    }

    @Test("a number that belongs to another client by now, and words that are not known, are not restored")
    func changed() throws {
        let table = try table(directory)
        let call = call(from: "31505550100")
        let decision = table.decide(call, at: at("2026-03-04 10:00"))
        #expect(table.restore(recorded(decision, Party.number(number("31535550100")))) == nil)
        for (action, reason, targets) in [
            ("shout", "primary", "2101:20"), ("dial", "whim", "2101:20"), ("dial", "primary", "2101"),
            ("dial", "primary", "x:20"), ("dial", "primary", "2101:soon"), ("dial", "primary", "2103:20,2000:0"),
            ("dial", "primary", "2999:20,2000:0"),
        ] {
            let broken = RoutingTable.RecordedDecision(
                caller: call.caller, client: "noord", action: action, reason: reason, targets: targets, generation: 1)
            #expect(table.restore(broken) == nil, "\(action) \(reason) \(targets)")
        }
    }
}
