import Testing

@testable import Varlink

@Suite("Places for long messages", .timeLimit(.minutes(1)))
struct LongMessagesTests {
    @Test("there are so many at one time, and whoever comes later waits in turn")
    func bounded() async {
        let places = LongMessages(places: 2)
        await places.take()
        await places.take()
        let waiting = Task { await places.take() }
        while places.waitingCount == 0 { await Task.yield() }
        places.giveBack()
        await waiting.value
        #expect(places.waitingCount == 0)
        places.giveBack()
        places.giveBack()
        await places.take()
        await places.take()
        #expect(places.waitingCount == 0)
    }
}
