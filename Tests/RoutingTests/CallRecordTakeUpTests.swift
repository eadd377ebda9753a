import Routing
import TestSupport
import Testing
import Time

@Suite("Taking up a call from its record")
struct CallRecordTakeUpTests {
    static let clients = [
        client("noord", "anna", "bram", numbers: ["31505550100"], contacts: [contact("Karin Smit", "31612345678")]),
        client("oost", "bram", "cato", numbers: ["31535550100"]),
    ]
    let directory = office(clients: clients)
    let morning = at("2026-03-04 10:00")

    private static let id = DecisionID(number: 77)

    private func record(
        _ decision: Decision, of caller: Party, in table: RoutingTable,
        _ reports: [(CallEvent.Kind, CallProgress.Effect)] = []
    ) -> CallRecord {
        var record = CallRecord(
            beginningWith: CallRecord.Change(
                callID: "call-1", instant: morning,
                what: .decided(
                    CallRecord.Decided(decision, id: Self.id, of: Call(caller: caller, called: .unknown), in: table))))
        for (kind, effect) in reports {
            record.take(
                CallRecord.Change(
                    callID: "call-1", instant: morning, what: .reported(CallRecord.Report(kind, effect))))
        }
        return record
    }

    private func decided(_ caller: String, _ table: RoutingTable, at instant: Instant) -> (Party, Decision) {
        let call = call(from: caller)
        return (call.caller, table.decide(call, at: instant))
    }

    @Test(
        "a decision comes back from its record as it was, of every kind",
        arguments: [
            ("31505550100", "2026-03-04 10:00"), ("31612345678", "2026-03-04 10:00"),
            ("31535550100", "2026-03-04 10:00"), ("31999", "2026-03-04 10:00"), ("31505550100", "2026-03-04 20:00"),
            ("31505550100", "2025-03-04 10:00"),
        ])
    func asItWas(caller: String, instant: String) throws {
        let table = try table(directory, generation: 7)
        let (party, decision) = decided(caller, table, at: at(instant))
        let next = try Routing.RoutingTable(directory: directory, roster: Roster(), generation: 8)
        let takenUp = try #require(next.takeUp(record(decision, of: party, in: table)))
        #expect(takenUp.id == Self.id)
        #expect(takenUp.decision.outcome == decision.outcome)
        #expect(takenUp.decision.generation == 7)
    }

    @Test("whoever has the pair, the phones or the number by now: agents and roles are those of the record")
    func whateverChanged() throws {
        let table = try table(directory)
        let (party, decision) = decided("31505550100", table, at: morning)
        let others = office(
            agents: [agent("anna", "2109"), agent("bram", "2101"), agent("cato", "2103"), agent("dirk", "2102")],
            clients: [
                client("noord", "cato", "dirk", numbers: ["31505550199"]),
                client("oost", "bram", "cato", numbers: ["31505550100"]),
            ])
        let takenUp = try #require(
            try Routing.RoutingTable(directory: others, roster: Roster(), generation: 2).takeUp(
                record(decision, of: party, in: table)))
        #expect(takenUp.decision.targets == decision.targets)
        #expect(takenUp.decision.targets.map(\.agent) == [AgentID("anna"), AgentID("bram"), nil])
        #expect(takenUp.decision.client?.client.id == ClientID("noord"))
        let gone = office(clients: [Self.clients[1]])
        let nobodys = try #require(
            try Routing.RoutingTable(directory: gone, roster: Roster(), generation: 3).takeUp(
                record(decision, of: party, in: table)))
        #expect(nobodys.decision.targets == decision.targets && nobodys.decision.client == nil)
    }

    @Test(
        "of a phone whose role alone an earlier majord recorded, the agent is who sits there; without targets nothing comes back"
    )
    func earlier() throws {
        func takenUp(_ targets: [Target]) throws -> RoutedCall? {
            let decided = CallRecord.Decided.example(targets: targets)
            return try table(directory).takeUp(CallRecord(callID: "a", noted: morning, decided: decided))
        }
        let earlier = try takenUp([.of("2101", .primary, nil), .of("2999", .backup, nil), .overflow])
        #expect(earlier?.decision.targets.map(\.agent) == [AgentID("anna"), nil, nil])
        #expect(try takenUp([]) == nil)
    }

    @Test("a call that was never asked about has no decision to come back")
    func unasked() throws {
        let record = CallRecord(callID: "a", noted: morning)
        #expect(try table(directory).takeUp(record) == nil)
        #expect(CallProgress(record) == nil)
    }

    @Test("the last of the targets that rang tells how many have had their turn")
    func turns() throws {
        let table = try table(directory)
        let (party, decision) = decided("31505550100", table, at: morning)
        #expect(record(decision, of: party, in: table).tried == 1)
        for (digits, tried) in [("2101", 1), ("2102", 2), ("2907", 3), ("2999", 1)] {
            let rang = CallEvent.Kind.ringing(phone(digits))
            #expect(record(decision, of: party, in: table, [(rang, .rings(phone(digits)))]).tried == tried, "\(digits)")
        }
    }

    @Test(
        "how far a call had come, as its reports left it",
        arguments: [
            "RINGING 2101", "RINGING 2101, ANSWERED 2101", "RINGING 2101, RINGING 2102, ANSWERED 2102",
            "ANSWERED 2101, RELEASED 2101", "ANSWERED 2101, RELEASED 2101, ANSWERED 2777", "ANSWERED 2101, UP",
            "RINGING 2101, ENDED", "ANSWERED 2101, ENDED", "ENDED",
        ])
    func progress(story: String) throws {
        let table = try table(directory)
        let (party, decision) = decided("31505550100", table, at: morning)
        var live = CallProgress(targets: decision.targets.map(\.phone))
        var reports: [(CallEvent.Kind, CallProgress.Effect)] = []
        for report in CallProgressTests.reports(story) {
            let effect = live.take(report, at: morning)
            reports.append((report, effect))
        }
        let takenUp = try #require(CallProgress(record(decision, of: party, in: table, reports)))
        #expect(takenUp.state == live.state)
        #expect(takenUp.credited == live.credited)
        #expect(takenUp.isKeptUp == live.isKeptUp)
    }
}
