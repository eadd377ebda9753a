import Testing

@testable import Switchboard

@Suite("Outages that are told")
struct ToldOutagesTests {
    @Test("a cause is told once, also where its numbers vary, and of many causes the first few")
    func bounded() {
        var told = ToldOutages()
        let first = ["canceled by process 4711", "canceled by process 4712"].map { told.take($0) }
        #expect(first == [true, false])
        let others = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"].filter { told.take($0) }
        #expect(others.count == 7)
    }
}
