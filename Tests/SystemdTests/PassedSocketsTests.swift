import Foundation
import Sockets
import Systemd
import Testing

@Suite struct PassedSocketsTests {
    @Test("listening stream sockets with known names are accepted, several under one name in order")
    func accepted() throws {
        let first = try BoundSocket(type: SOCK_STREAM)
        let second = try BoundSocket(type: SOCK_STREAM)
        let third = try BoundSocket(type: SOCK_STREAM)
        for descriptor in [first.descriptor, second.descriptor, third.descriptor] { listen(descriptor, 1) }

        let passed = try PassedSockets(
            checking: [
                PassedSocket(name: "pbx", descriptor: first.descriptor),
                PassedSocket(name: "control", descriptor: second.descriptor),
                PassedSocket(name: "pbx", descriptor: third.descriptor),
            ], known: ["pbx": [.unix], "control": [.unix]])
        #expect(passed.sockets(named: "pbx").map(\.descriptor) == [first.descriptor, third.descriptor])
        #expect(passed.sockets(named: "control").map(\.descriptor) == [second.descriptor])
        #expect(passed.sockets(named: "fastagi").map(\.descriptor) == [])
    }

    @Test("a socket with an unknown name is refused")
    func unknownName() throws {
        let socket = try BoundSocket(type: SOCK_STREAM)
        listen(socket.descriptor, 1)
        let passed = PassedSocket(name: "unknown", descriptor: socket.descriptor)
        #expect(throws: PassedSocketError.unknownName("unknown", known: ["pbx"])) {
            try PassedSockets(checking: [passed], known: ["pbx": [.unix]])
        }
    }

    @Test("a stream socket that does not listen is refused")
    func notListening() throws {
        let socket = try BoundSocket(type: SOCK_STREAM)
        let passed = PassedSocket(name: "pbx", descriptor: socket.descriptor)
        #expect(throws: PassedSocketError.notListening(passed)) {
            try withExtendedLifetime(socket) { try PassedSockets(checking: [passed], known: ["pbx": [.unix]]) }
        }
    }

    @Test("a TCP socket is taken under the names where it is served, and refused under the others")
    func otherKind() throws {
        let socket = try ListeningSocket(address: .loopback(port: 0))
        defer { close(socket.descriptor) }
        let known: PassedSockets.Kinds = ["pbx": [.unix], "fastagi": [.unix, .ipv4, .ipv6]]
        let fastAGI = PassedSocket(name: "fastagi", descriptor: socket.descriptor)
        let passed = try PassedSockets(checking: [fastAGI], known: known)
        #expect(passed.sockets(named: "fastagi").map(\.address.port) == [socket.address.port])
        let pbx = PassedSocket(name: "pbx", descriptor: socket.descriptor)
        #expect(throws: PassedSocketError.otherKind(pbx)) { try PassedSockets(checking: [pbx], known: known) }
    }

    @Test("a datagram socket, a file and a descriptor that is not open are refused")
    func noStream() throws {
        let datagram = try BoundSocket(type: SOCK_DGRAM)
        let file = open("/dev/null", O_RDONLY)
        defer { close(file) }
        for descriptor in [datagram.descriptor, file, -1, Int32.max] {
            let passed = PassedSocket(name: "pbx", descriptor: descriptor)
            #expect(throws: PassedSocketError.notListening(passed)) {
                try withExtendedLifetime(datagram) { try PassedSockets(checking: [passed], known: ["pbx": [.unix]]) }
            }
        }
    }

    @Test("what the environment passes is taken once, with its names, and closed on exec")
    func taken() async {
        await #expect(processExitsWith: .success) {
            let socket = try BoundSocket(type: SOCK_STREAM)
            listen(socket.descriptor, 1)
            setenv("LISTEN_PID", String(getpid()), 1)
            setenv("LISTEN_FDS", "1", 1)
            setenv("LISTEN_FDNAMES", "pbx", 1)

            let (sockets, flags) = try asFirstPassed(socket.descriptor) {
                (try PassedSockets.take(known: ["pbx": [.unix]]), fcntl(3, F_GETFD))
            }
            #expect(sockets.sockets(named: "pbx").map(\.descriptor) == [3])
            #expect(flags & FD_CLOEXEC != 0)
            #expect(getenv("LISTEN_FDS") == nil && getenv("LISTEN_PID") == nil && getenv("LISTEN_FDNAMES") == nil)
            #expect(try PassedSockets.take(known: ["pbx": [.unix]]).isEmpty)
        }
    }

    @Test("names that do not fit the number of sockets are refused")
    func unreadable() async {
        await #expect(processExitsWith: .success) {
            let socket = try BoundSocket(type: SOCK_STREAM)
            setenv("LISTEN_PID", String(getpid()), 1)
            setenv("LISTEN_FDS", String(socket.descriptor - 2), 1)
            setenv("LISTEN_FDNAMES", (3...socket.descriptor + 1).map { _ in "pbx" }.joined(separator: ":"), 1)
            #expect(throws: PassedSocketError.unreadable(code: EINVAL)) {
                try PassedSockets.take(known: ["pbx": [.unix]])
            }
        }
    }

    @Test(
        "an error names the socket and the cure",
        arguments: [
            (
                .unknownName("pxb", known: ["pbx", "control"]),
                "A socket named \"pxb\" was passed, but only pbx, control are known: "
                    + "set FileDescriptorName= in its socket unit to one of them."
            ),
            (
                .notListening(PassedSocket(name: "pbx", descriptor: 4)),
                "The passed socket \"pbx\" (descriptor 4) is not a listening stream socket: "
                    + "its socket unit needs ListenStream= and Accept=no."
            ),
            (
                .otherKind(PassedSocket(name: "pbx", descriptor: 4)),
                "The passed socket \"pbx\" (descriptor 4) is of a kind that is not served under this name: "
                    + "its socket unit needs a path as ListenStream=."
            ),
            (
                .unreadable(code: EINVAL),
                "The passed sockets cannot be read (Invalid argument): "
                    + "start the service by its socket units, or without LISTEN_FDS in the environment."
            ),
        ] as [(PassedSocketError, String)])
    func descriptions(error: PassedSocketError, expected: String) {
        #expect(error.description == expected)
    }
}

/// Runs `body` with `descriptor` also open as 3, where passed sockets begin. What the test library has there comes back.
private func asFirstPassed<Result>(_ descriptor: Int32, _ body: () throws -> Result) rethrows -> Result {
    let kept = dup(3)
    dup2(descriptor, 3)
    defer {
        dup2(kept, 3)
        close(kept)
    }
    return try body()
}
