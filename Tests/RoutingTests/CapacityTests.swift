import Routing
import TestSupport
import Testing

@Suite struct CapacityTests {
    @Test(
        "three large clients or six small ones are full, one more is too much",
        arguments: [
            (0, 0, 0, false), (3, 0, 100, false), (0, 6, 100, false), (1, 4, 100, false), (2, 2, 100, false),
            (4, 0, 133, true), (0, 7, 117, true), (3, 1, 117, true), (1, 0, 33, false), (0, 1, 17, false),
        ])
    func load(large: Int, small: Int, percent: Int, isExceeded: Bool) {
        let load = Capacity().load(large: large, small: small)
        #expect(load.percent == percent)
        #expect(load.isExceeded == isExceeded)
    }

    @Test("a configured capacity counts exactly, without rounding")
    func configured() {
        let capacity = Capacity(large: 7, small: 3)
        #expect(!capacity.load(large: 7, small: 0).isExceeded)
        #expect(capacity.load(large: 5, small: 1).isExceeded)
        #expect(!capacity.load(large: 4, small: 1).isExceeded)
    }

    @Test("a capacity that makes no sense is moved into 1 to 1,000", arguments: [Int.min, -1, 0, 1_001, Int.max])
    func limits(value: Int) {
        let capacity = Capacity(large: value, small: value)
        #expect((1...1_000).contains(capacity.large))
        #expect(capacity.large == capacity.small)
        #expect(!capacity.load(large: 1, small: 0).isExceeded)
    }

    @Test("both roles count, and whoever is in no pair has no load")
    func loads() {
        let loads = Capacity().loads(of: [
            client("noord", "anna", "bram", size: .large), client("zuid", "bram", "anna"),
            client("west", "anna", "cato"),
        ])
        #expect(loads[AgentID("anna")] == Capacity().load(large: 1, small: 2))
        #expect(loads[AgentID("bram")] == Capacity().load(large: 1, small: 1))
        #expect(loads[AgentID("cato")] == Capacity().load(large: 0, small: 1))
        #expect(loads[AgentID("dirk")] == nil)
    }
}
