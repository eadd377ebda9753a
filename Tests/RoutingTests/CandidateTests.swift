import TestSupport
import Testing
import Time

@testable import Routing

@Suite struct CandidateTests {
    private static let monday = at("2026-03-02 10:00")

    /// `primary absent 2026-03-03 09:00, backup`
    private static func words(_ decision: Decision, _ table: RoutingTable) -> [String] {
        decision.candidates.map { candidate in
            let hindrance = candidate.hindrance.map { hindrance in
                let until = candidate.until.map { " \(table.clock.local($0).day) \(table.clock.local($0).time)" } ?? ""
                return " \(hindrance.rawValue)\(until)"
            }
            return "\(table.agent(candidate).id) \(candidate.role.rawValue)\(hindrance ?? "")"
        }
    }

    private static let leave = absence(1, "anna", from: at("2026-03-02 08:30"), until: at("2026-03-03 09:00"))
    private static let sickness = absence(2, "bram", .sickness, from: at("2026-03-02 08:00"), until: nil)

    @Test(
        "a decision tells who was considered, and why each was passed over until when",
        arguments: [
            ([], ["anna primary", "bram backup"]), ([leave], ["anna primary absent 2026-03-03 09:00", "bram backup"]),
            ([leave, sickness], ["anna primary absent 2026-03-03 09:00", "bram backup absent"]),
        ] as [([Absence], [String])])
    func considered(absences: [Absence], words: [String]) throws {
        let table = try RoutingTable(
            directory: RoutingTableDecideTests.directory(), roster: Roster(absences: absences), generation: 1)
        #expect(Self.words(table.decide(call(from: "31505550100"), at: Self.monday), table) == words)
    }

    @Test("whoever is on the phone, or outside his own hours, is passed over for that")
    func busyAndOutside() throws {
        let table = try table(RoutingTableDecideTests.directory())
        var busy = BusyAgents.nobody
        busy.add(AgentID("bram"))
        let afternoon = at("2026-03-02 14:00")
        let decision = table.decide(call(from: "31105550100"), at: afternoon, busy: busy)
        #expect(Self.words(decision, table) == ["cato primary outside-hours 2026-03-03 09:00", "bram backup busy"])
        #expect(decision.reason == .cause(.busy))
    }

    @Test("where a call does not come so far, nobody is considered")
    func nobody() throws {
        let table = try table(RoutingTableDecideTests.directory())
        #expect(table.decide(call(from: "31505550100"), at: at("2026-03-02 20:00")).candidates.isEmpty)
        #expect(table.decide(call(from: "31999"), at: Self.monday).candidates.isEmpty)
    }

    @Test("what explains a decision says the same as its candidates")
    func explained() throws {
        let table = try table(RoutingTableDecideTests.directory(), Self.leave, Self.sickness)
        let explanation = table.explain(call(from: "31505550100"), at: Self.monday)
        let steps = explanation.steps.compactMap { step -> String? in
            guard case .agent(let agent, let role, let availability, _) = step else { return nil }
            return "\(agent.id) \(role.rawValue) \(availability.isAvailable)"
        }
        #expect(
            steps
                == explanation.decision.candidates.map {
                    "\(table.agent($0).id) \($0.role.rawValue) \($0.hindrance == nil)"
                })
    }

    @Test("no more than eight are kept, in their order")
    func bounded() {
        var candidates = Candidates()
        for position in 0..<12 {
            candidates.append(
                Candidate(position: Int32(position), role: .backup, hindrance: .absent, until: .latest))
        }
        #expect(candidates.map(\.position) == Array(0..<8))
        #expect(candidates.holds(7) && !candidates.holds(8))
    }

    @Test("every reason's word is read as that reason, and nothing else is")
    func reasons() {
        let words = Decision.Reason.allCases.map(\.word)
        #expect(Set(words).count == words.count)
        for reason in Decision.Reason.allCases { #expect(Decision.Reason(word: reason.word) == reason) }
        for word in ["", "no-answer", "overflow", "Primary"] { #expect(Decision.Reason(word: word) == nil) }
    }
}
