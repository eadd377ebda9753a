import TestSupport
import Testing

@testable import Routing

@Suite("Absences of a roster")
struct AbsencesTests {
    private static let anna = absence(7, "anna", from: at("2026-03-02 09:00"), until: at("2026-03-06 18:00"))
    private static let bram = absence(3, "bram", .sickness, from: at("2026-03-02 09:00"), until: nil)
    private static let again = absence(5, "anna", from: at("2026-01-02 09:00"), until: at("2026-01-06 18:00"))

    @Test("come agent by agent, in the order in which they were entered, from either end")
    func order() {
        var absences = Absences([Self.bram, Self.anna])
        absences.append(Self.again)
        #expect(absences.map(\.id) == [7, 5, 3] && absences.count == 3)
        #expect(absences.reversed().map(\.id) == [3, 5, 7])
        #expect(absences.of(AgentID("anna")) == [Self.anna, Self.again])
        #expect(absences.of(AgentID("cato")).isEmpty && Absences([]).isEmpty && Absences([]).count == 0)
        #expect(absences == [Self.anna, Self.bram, Self.again], "the order of the agents is none of the caller's")
    }

    @Test("one is found by its number, changed, and given to another agent")
    func change() {
        var absences: Absences = [Self.anna, Self.bram]
        #expect(absences.numbered(3) == Self.bram && absences.numbered(4) == nil)
        absences.change(4) { _ in Self.again }
        #expect(absences == [Self.anna, Self.bram])
        absences.change(3) { $0.ended(at: at("2026-03-04 08:00")) }
        #expect(absences.numbered(3)?.end == at("2026-03-04 08:00"))
        absences.change(3) { $0.given(to: AgentID("cato")) }
        #expect(absences.count == 2 && absences.of(AgentID("bram")).isEmpty)
        #expect(absences.of(AgentID("cato")).map(\.id) == [3])
        absences.change(7) { $0.given(to: AgentID("cato")) }
        #expect(absences.map(\.id) == [3, 7])
    }

    @Test("what is left out is counted no more")
    func removal() {
        var absences: Absences = [Self.anna, Self.bram, Self.again]
        absences.removeAll { $0.agent == AgentID("anna") }
        #expect(absences == [Self.bram] && absences.count == 1)
        absences.removeAll { _ in true }
        #expect(absences == [] && absences.startIndex == absences.endIndex)
    }

    /// The list that it stands for, with everything looked at in it one by one.
    @Test("does what a plain list does, with few agents and with many", arguments: 1...20)
    func likeAList(seed: UInt64) {
        let (agents, changes): (Int, Int64) = seed.isMultiple(of: 2) ? (6, 200) : (300, 600)
        var random = SeededGenerator(seed: seed)
        func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
        var (absences, list): (Absences, [Absence]) = ([], [])
        for id in 1...changes {
            let agent = AgentID("agent-\(below(agents))")
            let number = Int64(below(Int(id))) + 1
            switch below(8) {
            case 0:
                absences.removeAll { $0.id % 5 == id % 5 }
                list.removeAll { $0.id % 5 == id % 5 }
            case 1:
                absences.change(number) { $0.given(to: agent) }
                if let index = list.firstIndex(where: { $0.id == number }) {
                    let given = list[index].given(to: agent)
                    if list[index].agent != agent { list.append(given) }
                    if list[index].agent != agent { list.remove(at: index) }
                }
            default:
                let new = absence(id, agent.description, from: at("2026-03-02 09:00"), until: nil)
                absences.append(new)
                list.append(new)
            }
            #expect(absences.count == list.count && absences.numbered(number) == list.first { $0.id == number })
            #expect(absences.of(agent) == list.filter { $0.agent == agent })
        }
        #expect(absences == Absences(list) && Array(absences) == Array(Absences(list)))
    }
}
