import Testing

@testable import Sockets

@Suite("Counting connections")
struct ConnectionCountersTests {
    @Test("one that is refused counts as accepted, one that made room as refused")
    func counts() {
        let counters = ConnectionCounters()
        for _ in 0..<3 { counters.noteOpened() }
        counters.noteRefused()
        counters.noteMadeRoom()
        counters.noteClosed()
        counters.noteProtocolError()
        counters.noteTimedOut()
        #expect(
            counters.figures == ConnectionFigures(current: 2, total: 4, refused: 2, protocolErrors: 1, timedOut: 1))
    }
}
