import ArgumentParser
import DirectoryFiles
import Glibc
import Records
import Routing
import Sockets
import Terminal
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

    private static let failures: [(StartFailure, Int32, String)] = [
        (
            .directory([Finding(.error, at: Place(file: "a.yaml"), "x")]), 78,
            "The directory has 1 error and none was kept"
        ),
        (.ledger(.inUse(path: "/l")), 69, "/l"),
        (.ledger(.newer(path: "/l", oldest: nil, writtenBy: nil, this: Version.release)), 78, "/l"),
        (.ledger(.unreadable(path: "/l", cause: "bad")), 74, "bad"),
        (.ledger(.foreign(cause: "call.id is x")), 74, "call.id is x"),
        (.ledger(.unavailable(cause: "the disk is full")), 74, "the ledger cannot be used: the disk is full"),
        (.ledger(.cannotOpen(path: "/l", cause: "no")), 73, "no"),
        (.ledger(.noLock(path: "/l.lock", cause: "is a link to /t")), 73, "/l.lock is a link to /t; remove it"),
        (
            .ledger(.link(path: "/l", target: "/t", isDangling: true)), 73,
            "the ledger /l is a link to /t, which is not there: move the ledger itself into the folder"
        ),
        (.socket(path: "/s", SystemError(code: EADDRINUSE)), 69, "Somebody listens on /s already; stop that majord"),
        (.socket(path: "/s", SystemError(code: ENOENT)), 73, "Cannot make the socket /s: No such file or directory"),
        (.fastAGI(address: "a:1", SystemError(code: EADDRNOTAVAIL), holder: nil), 73, "no such address"),
        (.fastAGI(address: "a:1", SystemError(code: EACCES), holder: nil), 73, "ports below 1024 are root's"),
        (.mistake("x"), 70, "A mistake in majord: x"),
    ]

    @Test("each has its exit status, as majord(8) says, and says what is wrong", arguments: Self.failures.indices)
    func status(index: Int) throws {
        let (failure, code, text) = Self.failures[index]
        #expect(failure.exitCode.rawValue == code)
        #expect(failure.lines.contains { $0.contains(text) }, "\(failure.lines)")
    }
}
