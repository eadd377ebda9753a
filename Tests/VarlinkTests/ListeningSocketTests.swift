import Glibc
import Testing

@testable import Varlink

@Suite("Listening socket")
struct ListeningSocketTests {
    @Test("a socket file that nobody listens on is replaced")
    func stale() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/socket"
            close(try ListeningSocket(path: path, mode: 0o600).descriptor)
            close(try ListeningSocket(path: path, mode: 0o600).descriptor)
        }
    }

    @Test("a socket that somebody listens on is not taken away")
    func taken() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/socket"
            let first = try ListeningSocket(path: path, mode: 0o600)
            defer { close(first.descriptor) }
            #expect(throws: SystemError(code: EADDRINUSE)) { try ListeningSocket(path: path, mode: 0o600) }
            _ = try RawPeer(path: path)
        }
    }

    @Test("a file that is no socket is left alone")
    func plainFile() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/socket"
            close(creat(path, 0o600))
            #expect(throws: SystemError(code: EADDRINUSE)) { try ListeningSocket(path: path, mode: 0o600) }
            #expect(access(path, F_OK) == 0)
        }
    }

    @Test("the mode is exactly the one asked for", arguments: [0o600, 0o660, 0o666] as [UInt32])
    func mode(mode: UInt32) async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/socket"
            close(try ListeningSocket(path: path, mode: mode).descriptor)
            var status = stat()
            #expect(stat(path, &status) == 0)
            #expect(status.st_mode & 0o777 == mode)
        }
    }

    @Test(
        "a path that cannot be a socket's is refused",
        arguments: [("", EINVAL), ("a\0b", EINVAL), (String(repeating: "x", count: 108), ENAMETOOLONG)])
    func badPath(path: String, code: CInt) {
        #expect(throws: SystemError(code: code)) { try ListeningSocket(path: path, mode: 0o600) }
    }
}
