import Glibc
import Testing

@testable import Sockets

@Suite("Listening socket")
struct ListeningSocketTests {
    @Test("a socket file that nobody listens on is replaced, and removed at the end")
    func stale() throws {
        try withTemporaryDirectory { directory in
            let path = directory + "/socket"
            close(try ListeningSocket(path: path, mode: 0o600).descriptor)
            let socket = try ListeningSocket(path: path, mode: 0o600)
            close(socket.descriptor)
            socket.removeFile()
            #expect(access(path, F_OK) != 0)
        }
    }

    @Test("a socket that somebody listens on is not taken away")
    func taken() throws {
        try withTemporaryDirectory { directory in
            let path = directory + "/socket"
            let first = try ListeningSocket(path: path, mode: 0o600)
            defer { close(first.descriptor) }
            #expect(throws: SystemError(code: EADDRINUSE)) { try ListeningSocket(path: path, mode: 0o600) }
            _ = try ClientSocket(path: path, until: .now + .seconds(5))
        }
    }

    @Test("a file that is no socket is left alone")
    func plainFile() throws {
        try withTemporaryDirectory { directory in
            let path = directory + "/socket"
            close(creat(path, 0o600))
            #expect(throws: SystemError(code: EADDRINUSE)) { try ListeningSocket(path: path, mode: 0o600) }
            #expect(access(path, F_OK) == 0)
        }
    }

    @Test("the mode is exactly the one asked for, and the group as far as it may be", arguments: [0o600, 0o660, 0o666])
    func mode(mode: UInt32) throws {
        try withTemporaryDirectory { directory in
            let path = directory + "/socket"
            let group: gid_t = getuid() == 0 ? 65_534 : getgid()
            close(try ListeningSocket(path: path, mode: mode, group: group).descriptor)
            var status = stat()
            #expect(stat(path, &status) == 0)
            #expect(status.st_mode & 0o777 == mode)
            #expect(status.st_gid == group)
        }
    }

    @Test("a TCP port that somebody has is refused")
    func takenPort() throws {
        let first = try ListeningSocket(address: .loopback(port: 0))
        defer { close(first.descriptor) }
        #expect(throws: SystemError(code: EADDRINUSE)) { try ListeningSocket(address: first.address) }
    }

    @Test("what is passed in is taken as it is, and its file is not removed")
    func passed() throws {
        try withTemporaryDirectory { directory in
            let made = try ListeningSocket(path: directory + "/socket", mode: 0o600)
            defer { close(made.descriptor) }
            let passed = try ListeningSocket(passed: made.descriptor, families: [.unix])
            #expect(passed.address.path == directory + "/socket")
            passed.removeFile()
            #expect(access(directory + "/socket", F_OK) == 0)
            #expect(throws: ListeningSocket.Unusable.otherFamily) {
                try ListeningSocket(passed: made.descriptor, families: [.ipv4, .ipv6])
            }
        }
    }

    @Test("what does not listen, or is no stream, cannot be served")
    func unusable() throws {
        let silent = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        let datagram = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue), 0)
        let file = open("/dev/null", O_RDONLY)
        defer { for descriptor in [silent, datagram, file] { close(descriptor) } }
        for descriptor in [silent, datagram, file, -1, CInt.max] {
            #expect(throws: ListeningSocket.Unusable.notListening) {
                try ListeningSocket(passed: descriptor, families: [.unix])
            }
        }
    }
}
