import Testing

@testable import Sockets

@Suite("Telling of refusals")
struct RefusalLogTests {
    @Test("they are told once a minute, with how many, whose the last was and why")
    func minute() {
        var log = RefusalLog()
        #expect(log.note(.tooMany, of: 5, at: 1_000) == Refusals(count: 1, user: 5, cause: .tooMany))
        #expect(log.note(.tooMany, of: 6, at: 30_000) == nil)
        #expect(log.note(.unknownPeer, of: nil, at: 60_999) == nil)
        #expect(log.note(.tooManyOfUser, of: 7, at: 61_000) == Refusals(count: 3, user: 7, cause: .tooManyOfUser))
        #expect(log.note(.tooMany, of: nil, at: 121_000) == Refusals(count: 1, user: nil, cause: .tooMany))
    }

    @Test("one kind does not keep another from being told")
    func kinds() {
        var log = RefusalLog()
        for cause in [RefusalCause.tooMany, .madeRoom, .http] {
            #expect(log.note(cause, of: 5, at: 1_000) == Refusals(count: 1, user: 5, cause: cause))
        }
        for cause in [RefusalCause.shuttingDown, .tooManyOfAddress, .hadMost, .http] {
            #expect(log.note(cause, of: 5, at: 2_000) == nil)
        }
        #expect(log.note(.madeRoom, of: 5, at: 61_000) == Refusals(count: 2, user: 5, cause: .madeRoom))
    }
}
