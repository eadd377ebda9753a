import Routing
import TestSupport
import Testing

@Suite
struct CallEventTests {
    @Test(
        "a dial status is Asterisk's word in any case, or a SIP status",
        arguments: [
            ("ANSWER", DialStatus.answered), ("200", .answered), ("noanswer", .noAnswer), ("480", .unavailable),
            ("408", .noAnswer), ("BUSY", .busy), ("486", .busy), ("600", .busy), ("CHANUNAVAIL", .unavailable),
            ("404", .unavailable), ("503", .unavailable), ("CANCEL", .cancelled), ("487", .cancelled),
            ("CONGESTION", .failed), ("500", .failed), ("699", .failed), ("603", .failed), ("100", .answered),
            ("no-answer", .noAnswer), ("700", .failed), ("999", .failed), ("", nil), ("099", nil), ("1000", nil),
            ("4O4", nil), ("+48", nil),
            ("BUSYISH", nil),
        ] as [(String, DialStatus?)])
    func dialStatus(text: String, status: DialStatus?) {
        #expect(DialStatus(text) == status)
    }
}

@Suite
struct BusyAgentsTests {
    @Test("an agent is busy until each of his calls is over")
    func counting() {
        var busy = BusyAgents.nobody
        let anna = AgentID("anna")
        busy.add(anna)
        busy.add(anna)
        busy.remove(anna)
        #expect(busy.contains(anna))
        busy.remove(anna)
        busy.remove(anna)
        #expect(!busy.contains(anna))
        #expect(busy == .nobody)
    }

    @Test(
        "a busy agent is passed over, unless the directory lets phones ring all the same",
        arguments: Settings.WhenBusy.allCases)
    func whenBusy(rule: Settings.WhenBusy) throws {
        var directory = RoutingTableDecideTests.directory()
        directory.settings.whenBusy = rule
        let table = try RoutingTable(directory: directory, roster: Roster(), generation: 1)
        let time = at("2026-03-02 10:00")
        let free = table.decide(call(from: "31505550100"), at: time)
        let primary = try #require(free.targets.first?.agent)
        var busy = BusyAgents.nobody
        busy.add(primary)
        let decision = table.decide(call(from: "31505550100"), at: time, busy: busy)
        #expect(decision.targets.contains { $0.agent == primary } == (rule == .ring))
        let explanation = table.explain(call(from: "31505550100"), at: time, busy: busy)
        #expect(explanation.decision.targets == decision.targets)
        let isBusy = explanation.steps.contains { step in
            if case .agent(_, .primary, .busy, _) = step { true } else { false }
        }
        #expect(isBusy == (rule == .backup))
    }
}
