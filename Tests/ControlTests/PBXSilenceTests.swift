import Testing
import Time

@testable import Control

/// When it is said that nobody knows who is on the phone.
@Suite("PBXs that do not ask")
struct PBXSilenceTests {
    private let now = testClock()
    private func before(_ minutes: Int64) -> Instant { now.advanced(by: Milliseconds(-minutes * 60_000)) }

    /// - Parameters:
    ///   - minutes: How long ago the last question was; nil: there was none.
    ///   - hours: How long ago the sockets began.
    private func silence(
        last minutes: Int64?, of questions: Int, hours: Int64 = 24, isServed: (Instant) -> Bool = { _ in true }
    ) -> PBXSilence? {
        let socket = SocketStanding(name: "pbx", lastQuestion: minutes.map(before), questions: questions)
        return PBXSilence(
            [socket, SocketStanding(name: "fastagi"), SocketStanding(name: "control")], since: before(hours * 60),
            at: now, isServed: isServed)
    }

    @Test("none has asked since the start")
    func unheard() {
        #expect(
            silence(last: nil, of: 0) == PBXSilence([SocketStanding(name: "pbx")], since: now, at: now) { _ in false })
        #expect(silence(last: nil, of: 0) != nil)
    }

    @Test("without a socket for PBXs there is none that could ask")
    func without() {
        #expect(PBXSilence([SocketStanding(name: "control")], since: before(60), at: now) { _ in true } == nil)
        #expect(PBXSilence([], since: before(60), at: now) { _ in true } == nil)
    }

    @Test(
        "half an hour without a question is a silence where one comes every minute, and not where one comes every hour")
    func usual() {
        #expect(silence(last: 29, of: 1_400) == nil)
        #expect(silence(last: 31, of: 1_400)?.since == before(31))
        #expect(silence(last: 31, of: 24) == nil)
        #expect(silence(last: 601, of: 24, hours: 34)?.since == before(601))
    }

    @Test("outside service hours, and in the first minutes of them, nobody is expected to call")
    func served() {
        #expect(silence(last: 600, of: 1_400) { _ in false } == nil)
        let opening = before(10)
        #expect(silence(last: 600, of: 1_400) { $0 >= opening } == nil)
        #expect(silence(last: 600, of: 1_400) { $0 >= before(600) } != nil)
    }
}
