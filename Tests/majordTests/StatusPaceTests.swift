import Testing

@testable import majord

@Suite("The pace of the status")
struct StatusPaceTests {
    private let start = ContinuousClock.now

    @Test("changes that come now and then are told at once")
    func now() {
        var pace = StatusPace()
        let waits = (0..<1_000).map { pace.wait(at: start + StatusPace.pause * $0) }
        #expect(waits.allSatisfy { $0 == .zero })
    }

    @Test("a reload's few changes are told at once, however soon they follow each other")
    func burst() {
        var pace = StatusPace()
        let waits = (0..<StatusPace.burst).map { _ in pace.wait(at: start) }
        #expect(waits.allSatisfy { $0 == .zero })
    }

    @Test("of a flood one is told in a pause, and after a rest as many at once as before")
    func flood() {
        var pace = StatusPace()
        var now = start
        for _ in 0..<StatusPace.burst { now += pace.wait(at: now) }
        for _ in 0..<100 {
            let wait = pace.wait(at: now)
            #expect(wait == StatusPace.pause)
            now += wait
        }
        now += StatusPace.pause * StatusPace.burst
        let waits = (0..<StatusPace.burst).map { _ in pace.wait(at: now) }
        #expect(waits.allSatisfy { $0 == .zero })
        #expect(pace.wait(at: now) > .zero)
    }
}
