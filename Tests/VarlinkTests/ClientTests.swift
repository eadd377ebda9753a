import Glibc
import Sockets
import Testing

@testable import Varlink

@Suite("Client", .timeLimit(.minutes(1)))
struct ClientTests {
    @Test("calls one after the other on one connection")
    func calls() async throws {
        try await RunningListener.with { server in
            let client = try VarlinkClient(path: server.path)
            let info = try client.call("org.varlink.service.GetInfo")
            #expect(info["interfaces"] == .array(["org.varlink.service", "org.example.Test"]))
            #expect(try client.call("org.example.Test.Echo", ["text": "é"]) == ["text": "é"])
            try client.notify("org.example.Test.Echo", ["text": "unanswered"])
            #expect(try client.call("org.example.Test.Echo", ["text": "y"]) == ["text": "y"])
        }
    }

    @Test("a stream hands over every reply, and the connection can be used again")
    func stream() async throws {
        try await RunningListener.with { server in
            let client = try VarlinkClient(path: server.path)
            var numbers: [JSONValue?] = []
            try client.stream("org.example.Test.Count", ["to": 3]) { reply in
                numbers.append(reply["number"])
                return true
            }
            #expect(numbers == [1, 2, 3])
            #expect(try client.call("org.example.Test.Echo", ["text": "y"]) == ["text": "y"])
        }
    }

    @Test("a stream that is left before its end ends the connection")
    func leftStream() async throws {
        try await RunningListener.with { server in
            let client = try VarlinkClient(path: server.path)
            var count = 0
            try client.stream("org.example.Test.Flood") { _ in
                count += 1
                return count < 3
            }
            #expect(count == 3)
            #expect(throws: VarlinkClientError.serverClosed) { try client.call("org.example.Test.Who") }
        }
    }

    @Test("a service's error keeps the connection")
    func remoteError() async throws {
        try await RunningListener.with { server in
            let client = try VarlinkClient(path: server.path)
            #expect(throws: VarlinkClientError.remote(.permissionDenied)) {
                try client.call("org.example.Test.Forbidden")
            }
            #expect(throws: VarlinkClientError.remote(.expectedMore)) {
                try client.call("org.example.Test.Count", ["to": 3])
            }
            #expect(try client.call("org.example.Test.Echo", ["text": "y"]) == ["text": "y"])
        }
    }

    @Test("a missing socket, a plain file and a dead socket are told apart")
    func cannotConnect() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/socket"
            #expect(throws: VarlinkClientError.cannotConnect(path: path, SystemError(code: ENOENT))) {
                try VarlinkClient(path: path)
            }
            close(try ListeningSocket(path: path, mode: 0o600).descriptor)
            #expect(throws: VarlinkClientError.cannotConnect(path: path, SystemError(code: ECONNREFUSED))) {
                try VarlinkClient(path: path)
            }
        }
    }

    @Test("a service that does not answer is not waited for")
    func timedOut() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/socket"
            let silent = try ListeningSocket(path: path, mode: 0o600)
            defer { close(silent.descriptor) }
            let client = try VarlinkClient(path: path, timeout: .milliseconds(50))
            #expect(throws: VarlinkClientError.timedOut) { try client.call("a.B") }
            #expect(throws: VarlinkClientError.serverClosed) { try client.call("a.B") }
            let watcher = try VarlinkClient(path: path)
            #expect(throws: VarlinkClientError.timedOut) {
                try watcher.stream("a.B", timeout: .milliseconds(50)) { _ in true }
            }
        }
    }

    @Test("a call that is longer than a service takes is refused before any of it is sent; others go on")
    func tooLong() async throws {
        try await RunningListener.with { server in
            let client = try VarlinkClient(path: server.path)
            let parameters = JSONObject(dictionaryLiteral: ("text", .string(String(repeating: "y", count: 70_000))))
            let error = #expect(throws: VarlinkClientError.self) {
                try client.call("org.example.Test.Echo", parameters)
            }
            guard case .callTooLong(let length, 65_536) = error else { return #expect(Bool(false), "\(error as Any)") }
            #expect(length > 70_000)
            #expect(try client.call("org.example.Test.Echo", ["text": "y"]) == ["text": "y"])
        }
    }

    @Test(
        "a long call is answered where the service trusts the peer, and told to be too long where not",
        arguments: [true, false])
    func long(isTrusted: Bool) async throws {
        try await RunningListener.with(maySendLong: isTrusted) { server in
            for length in [70_000, 1_000_000] {
                let client = try VarlinkClient(path: server.path, callLength: FrameDecoder.longCallLimit)
                let text = JSONValue.string(String(repeating: "y", count: length))
                guard isTrusted else {
                    let error = #expect(throws: VarlinkClientError.self) {
                        try client.call("org.example.Test.Echo", ["text": text])
                    }
                    guard case .callTooLong(let told, 65_536) = error else {
                        return #expect(Bool(false), "\(error as Any)")
                    }
                    #expect(told > length)
                    continue
                }
                #expect(try client.call("org.example.Test.Echo", ["text": text]) == ["text": text])
                #expect(try client.call("org.example.Test.Echo", ["text": "y"]) == ["text": "y"])
            }
        }
    }

    @Test("a full backlog is not waited for")
    func connectTimedOut() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/socket"
            let listening = try ListeningSocket(path: path, mode: 0o600).descriptor
            defer { close(listening) }
            #expect(listen(listening, 0) == 0)
            let first = try VarlinkClient(path: path)
            #expect(throws: VarlinkClientError.timedOut) {
                try VarlinkClient(path: path, timeout: .milliseconds(50))
            }
            _ = first
        }
    }

    @Test(
        "a reply that cannot be used, and none at all",
        arguments: [
            ("nonsense\0", .badReply(.notJSON(offset: 0))), (#"{"error":1}"# + "\0", .badReply(.member("error"))),
            (#"{"parameters":"#, .serverClosed), ("", .serverClosed),
        ] as [(String, VarlinkClientError)])
    func badReply(text: String, error: VarlinkClientError) async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/socket"
            let listening = try ListeningSocket(path: path, mode: 0o600)
            defer { close(listening.descriptor) }
            let client = try VarlinkClient(path: path)
            let accepted = accept(listening.descriptor, nil, nil)
            let bytes = Array(text.utf8)
            #expect(write(accepted, bytes, bytes.count) == bytes.count)
            shutdown(accepted, CInt(SHUT_WR))
            #expect(throws: error) { try client.call("a.B") }
            close(accepted)
        }
    }

    @Test(
        "an error says what is wrong and what helps",
        arguments: [
            (
                .cannotConnect(path: "/run/x", SystemError(code: ENOENT)),
                "there is no socket at /run/x; is the service running?"
            ),
            (
                .remote(.invalidParameter("until")),
                #"the service answered with org.varlink.service.InvalidParameter {"parameter":"until"}"#
            ),
            (
                .badReply(.member("error")),
                #"the service's answer cannot be read: the message's member "error" is missing or has the wrong type"#
            ),
        ] as [(VarlinkClientError, String)])
    func descriptions(error: VarlinkClientError, text: String) {
        #expect(error.description == text)
    }
}
