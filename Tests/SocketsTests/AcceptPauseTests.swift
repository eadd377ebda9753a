import Glibc
import Testing

@testable import Sockets

@Suite("Accepting again")
struct AcceptPauseTests {
    @Test(
        "what has run out is waited for; a peer that has left again is nothing to wait for",
        arguments: [
            (EMFILE, true), (ENFILE, true), (ENOBUFS, true), (ENOMEM, true), (EAGAIN, false), (ECONNABORTED, false),
            (EINTR, false),
        ])
    func codes(code: CInt, isNeeded: Bool) {
        #expect(AcceptPause.isNeeded(after: code) == isNeeded)
    }
}
