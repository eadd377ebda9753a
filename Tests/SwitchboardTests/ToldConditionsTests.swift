import Records
import Routing
import Switchboard
import TestSupport
import Testing
import Time

@Suite("Conditions that were told")
struct ToldConditionsTests {
    private func event(_ mark: String?) -> NewEvent {
        NewEvent(.clientUncovered, at: at("2026-11-25 10:00"), Event.About(), mark: mark)
    }

    @Test("what holds is told once, and again when it was over in between")
    func once() {
        var conditions = ToldConditions([])
        #expect(conditions.look([event("a"), event("b")]) == [.tell(event("a")), .tell(event("b"))])
        #expect(conditions.look([event("a"), event("b")]) == [])
        #expect(conditions.look([event("b")]) == [.over("a")])
        #expect(conditions.look([event("a"), event("b")]) == [.tell(event("a"))])
    }

    @Test("what the ledger knows of was told, and what holds no longer is over")
    func restarted() {
        var conditions = ToldConditions(["a", "b"])
        #expect(conditions.look([event("a")]) == [.over("b")])
        #expect(conditions == ToldConditions(["a"]))
    }

    @Test("of what nobody can say whether it is over, it is not")
    func open() {
        var conditions = ToldConditions(["a"])
        #expect(conditions.look([]) { $0 == "a" } == [])
        #expect(conditions.look([event("a")]) == [])
    }

    @Test("what a change brings is told beside what holds, once where it has a mark")
    func taken() {
        var conditions = ToldConditions(["a"])
        #expect(conditions.take([event("a"), event("b"), event(nil)]) == [event("b"), event(nil)])
        #expect(conditions.take([event("b"), event(nil)]) == [event(nil)])
    }
}
