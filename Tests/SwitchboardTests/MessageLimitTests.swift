import Routing
import Testing
import Time

@testable import Switchboard

/// What is left out of the journal is counted there.
@Suite("MessageLimit")
struct MessageLimitTests {
    private let limit = MessageLimit(.denied, "Refused requests")
    private let start = Instant(clamping: 1_800_000_000_000)

    private func ask(_ times: Int, of user: UInt32, after seconds: Int = 0) -> [Int?] {
        (0..<times).map { _ in limit.pass(user, at: start.advanced(by: .seconds(seconds))) }
    }

    private func untold(after seconds: Int) -> [String] {
        limit.untold(at: start.advanced(by: .seconds(seconds))).map(\.text)
    }

    @Test("what was left out is told once, when the minute is over, also where no further message comes")
    func told() {
        #expect(ask(40, of: 65_534).compactMap(\.self).count == MessageLimit.burst)
        _ = ask(3, of: 1_000)
        #expect(untold(after: 59).isEmpty)
        #expect(untold(after: 60) == ["Refused requests: and 30 more of uid 65534 in the minute before"])
        #expect(untold(after: 65).isEmpty)
        #expect(ask(1, of: 65_534, after: 66) == [0])
    }

    @Test("the next message tells it where it comes first, and then nothing else does")
    func nextMessage() {
        _ = ask(12, of: 7)
        #expect(ask(1, of: 7, after: 61) == [2])
        #expect(untold(after: 200).isEmpty)
    }

    @Test("a clock that was put back holds nothing back, and users who are forgotten are counted together")
    func several() {
        _ = ask(11, of: 7)
        #expect(untold(after: -3_600).count == 1)
        for user in 0..<UInt32(1_001) { _ = ask(11, of: user) }
        #expect(untold(after: 0) == ["Refused requests: and 1000 more of several users in the minute before"])
    }
}
