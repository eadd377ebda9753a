import ArgumentParser
import Glibc
import Sockets
import Testing

@testable import majord

@Suite("What keeps majord from starting")
struct StartFailureTests {
    @Test("a taken port: the address, the option, who has it and the cure; status 69")
    func takenPort() {
        let failure = StartFailure.fastAGI(
            address: "127.0.0.1:4573", SystemError(code: EADDRINUSE), holder: PortHolder(user: 0))
        #expect(
            failure.lines == [
                "FastAGI cannot listen on 127.0.0.1:4573 (--fastagi): a program of user root listens there already; "
                    + "stop that program, or give --fastagi another port, and the dial plan the same"
            ])
        #expect(failure.exitCode.rawValue == 69)
    }
}
