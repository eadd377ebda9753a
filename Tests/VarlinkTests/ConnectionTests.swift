import Glibc
import Sockets
import TestSupport
import Testing

@testable import Varlink

@Suite("Connection", .timeLimit(.minutes(1)))
struct ConnectionTests {
    private static func echo(_ text: String, oneway: Bool = false) -> VarlinkCall {
        VarlinkCall(method: "org.example.Test.Echo", parameters: ["text": .string(text)], oneway: oneway)
    }

    private static func echoed(_ text: String) -> VarlinkReply {
        VarlinkReply(parameters: ["text": .string(text)])
    }

    private static func call(_ method: String, _ parameters: JSONObject = [:], more: Bool = false) -> VarlinkCall {
        VarlinkCall(method: "org.example.Test." + method, parameters: parameters, more: more)
    }

    @Test("pipelined calls are answered in order, also after the peer has closed its half")
    func pipelining() async throws {
        try await RunningListener.with { server in
            let peer = try RawPeer(path: server.path)
            try peer.send((1...500).map { Self.echo("\($0)") })
            peer.endInput()
            let replies = try peer.replies()
            #expect(replies == (1...500).map { Self.echoed("\($0)") })
        }
    }

    @Test("more bytes in replies than a socket holds reach a peer that has closed its half")
    func longReplies() async throws {
        try await RunningListener.with { server in
            let text = String(repeating: "y", count: 60_000)
            let peer = try RawPeer(path: server.path)
            for _ in 1...4 { try peer.send([Self.echo(text)]) }
            peer.endInput()
            let count = try peer.replies().count { $0 == Self.echoed(text) }
            #expect(count == 4)
        }
    }

    @Test("a call that comes byte by byte is answered")
    func byteByByte() async throws {
        try await RunningListener.with { server in
            let peer = try RawPeer(path: server.path)
            for byte in Self.echo("x").frame { try peer.send([byte]) }
            let reply = try peer.reply()
            #expect(reply == Self.echoed("x"))
        }
    }

    @Test("a oneway call gets no reply, not even an error")
    func oneway() async throws {
        try await RunningListener.with { server in
            let peer = try RawPeer(path: server.path)
            try peer.send([Self.echo("a", oneway: true), Self.echo("bad", oneway: true), Self.echo("b")])
            peer.endInput()
            let replies = try peer.replies()
            #expect(replies == [Self.echoed("b")])
            #expect(await server.example.happenings.next() == "echo a")
        }
    }

    @Test("a oneway call is run for a peer that leaves at once")
    func onewayAndGone() async throws {
        try await RunningListener.with { server in
            try RawPeer(path: server.path).send([Self.echo("a", oneway: true), Self.echo("b", oneway: true)])
            #expect(await server.example.happenings.next() == "echo a")
            #expect(await server.example.happenings.next() == "echo b")
        }
    }

    @Test("a oneway call goes on when its peer has left")
    func onewayGoesOn() async throws {
        var limits = VarlinkLimits()
        limits.admission = AdmissionLimits(connections: 1, connectionsPerPeer: 64, root: .asOthers)
        try await RunningListener.with(limits) { server in
            do {
                let peer = try RawPeer(path: server.path)
                try peer.send([VarlinkCall(method: "org.example.Test.Hold", oneway: true)])
                #expect(await server.example.happenings.next() == "hold begun")
            }
            // The next peer is let in when the service has seen that the first has left.
            #expect(try RawPeer.isLetIn(path: server.path, call: Self.echo("x"), reply: Self.echoed("x")))
            #expect(await server.example.happenings.next() == "echo x")
            server.example.gate.open()
            #expect(await server.example.happenings.next() == "hold ended")
        }
    }

    @Test("a call is cancelled when its peer has left")
    func cancelled() async throws {
        try await RunningListener.with { server in
            do {
                let peer = try RawPeer(path: server.path)
                try peer.send([Self.call("Hold")])
                #expect(await server.example.happenings.next() == "hold begun")
            }
            #expect(await server.example.happenings.next() == "hold cancelled")
        }
    }

    @Test("a stream's replies continue up to the last")
    func stream() async throws {
        try await RunningListener.with { server in
            let peer = try RawPeer(path: server.path)
            try peer.send([
                Self.call("Count", ["to": 3], more: true), Self.call("Count", ["to": 3]), Self.echo("x"),
            ])
            peer.endInput()
            let replies = try peer.replies()
            #expect(
                replies == [
                    VarlinkReply(parameters: ["number": 1], continues: true),
                    VarlinkReply(parameters: ["number": 2], continues: true),
                    VarlinkReply(parameters: ["number": 3]),
                    VarlinkReply(.expectedMore), Self.echoed("x"),
                ])
        }
    }

    @Test("a stream ends when its reader leaves", arguments: ["Watch", "Flood"])
    func readerLeaves(method: String) async throws {
        try await RunningListener.with { server in
            do {
                let peer = try RawPeer(path: server.path)
                try peer.send([Self.call(method, more: true)])
                _ = try peer.reply()
            }
            #expect(await server.example.happenings.next() == method.lowercased() + " ended")
        }
    }

    @Test("a stream ends when its reader closes first one half, then the other")
    func readerLeavesInHalves() async throws {
        try await RunningListener.with { server in
            do {
                let peer = try RawPeer(path: server.path)
                try peer.send([Self.call("Watch", more: true)])
                peer.endInput()
                _ = try peer.reply()
            }
            #expect(await server.example.happenings.next() == "watch ended")
        }
    }

    @Test("a reader that is too slow is closed, and others do not notice")
    func slowReader() async throws {
        var limits = VarlinkLimits()
        limits.writeTimeout = .milliseconds(200)
        try await RunningListener.with(limits) { server in
            let slow = try RawPeer(path: server.path)
            try slow.send([Self.call("Flood", more: true)])
            let peer = try RawPeer(path: server.path)
            try peer.send([Self.echo("x")])
            let reply = try peer.reply()
            #expect(reply == Self.echoed("x"))
            #expect(await server.events.next() == DroppedConnection(peer: try .own, cause: .slow))
            #expect(await server.example.happenings.next() == "echo x")
            #expect(await server.example.happenings.next() == "flood ended")
            _ = slow
        }
    }

    @Test("a peer that sends no whole call is closed", arguments: ["", #"{"method":"org."#])
    func silent(beginning: String) async throws {
        var limits = VarlinkLimits()
        limits.requestTimeout = .milliseconds(100)
        try await RunningListener.with(limits) { server in
            let peer = try RawPeer(path: server.path)
            // On a busy machine the service may have closed the connection before this.
            try? peer.send(beginning)
            #expect(try peer.replies().isEmpty)
            #expect(await server.events.next() == DroppedConnection(peer: try .own, cause: .unfinished))
        }
    }

    @Test(
        "after a call, a peer is closed that begins another and does not end it, or begins none for long",
        arguments: [true, false])
    func laterCall(begins: Bool) async throws {
        var limits = VarlinkLimits()
        limits.requestTimeout = begins ? .milliseconds(100) : .seconds(60)
        limits.idleTimeout = begins ? .seconds(60) : .milliseconds(100)
        try await RunningListener.with(limits) { server in
            let peer = try RawPeer(path: server.path)
            try peer.send([Self.echo("x")])
            #expect(try peer.reply() == Self.echoed("x"))
            if begins { try peer.send("{") }
            #expect(try peer.replies().isEmpty)
            #expect(
                await server.events.next() == DroppedConnection(peer: try .own, cause: begins ? .unfinished : .idle))
            #expect(server.counters.figures.timedOut == 1)
        }
    }

    @Test("the time for a first call is no time for a call or a stream under way, nor for a later one")
    func onlyRequests() async throws {
        var limits = VarlinkLimits()
        limits.requestTimeout = .seconds(1)
        try await RunningListener.with(limits) { server in
            let stream = try RawPeer(path: server.path)
            try stream.send([Self.call("Watch", more: true)])
            _ = try stream.reply()
            let idle = try RawPeer(path: server.path)
            try idle.send([Self.echo("x")])
            #expect(try idle.reply() == Self.echoed("x"))
            // The silent one comes last, so that its time is over after that of the others.
            let silent = try RawPeer(path: server.path)
            #expect(try silent.replies().isEmpty)
            #expect(await server.events.next() == DroppedConnection(peer: try .own, cause: .unfinished))
            try idle.send([Self.echo("y")])
            #expect(try idle.reply() == Self.echoed("y"))
            server.example.gate.open()
            #expect(try stream.reply() == VarlinkReply(parameters: ["state": "ended"]))
        }
    }

    @Test("single bytes now and then do not keep a connection open")
    func trickle() async throws {
        var limits = VarlinkLimits()
        limits.requestTimeout = .milliseconds(200)
        try await RunningListener.with(limits) { server in
            let peer = try RawPeer(path: server.path)
            // Sending fails when the service has closed the connection; 2,000 are ten seconds' worth.
            #expect(throws: SystemError(code: EPIPE)) {
                for _ in 1...2_000 {
                    try peer.send(" ")
                    usleep(5_000)
                }
            }
            #expect(await server.events.next() == DroppedConnection(peer: try .own, cause: .unfinished))
        }
    }

    @Test(
        "a bad message is told, after the calls before it were answered, and ends the connection",
        arguments: [
            ("GET / HTTP/1.1\r\n\r\n\0", "message", .notJSON(offset: 0)),
            ("\0", "message", .notJSON(offset: 0)),
            ("[]\0", "message", .notAnObject),
            ("{}\0", "method", .member("method")),
            (#"{"method":"a.B","parameters":7}"# + "\0", "parameters", .member("parameters")),
            (String(repeating: "[", count: 17) + "\0", "message", .tooDeep),
            (String(repeating: "x", count: 64 * 1024 + 1), "message", .tooLong),
        ] as [(String, String, MessageError)])
    func badMessage(text: String, parameter: String, error: MessageError) async throws {
        try await RunningListener.with { server in
            let peer = try RawPeer(path: server.path)
            try peer.send([Self.echo("x")])
            try peer.send(text)
            let replies = try peer.replies()
            #expect(replies == [Self.echoed("x"), VarlinkReply(.invalidParameter(parameter))])
            #expect(await server.events.next() == DroppedConnection(peer: try .own, cause: .badMessage(error)))
        }
    }

    @Test("bad parameters keep the connection")
    func badParameters() async throws {
        try await RunningListener.with { server in
            let peer = try RawPeer(path: server.path)
            try peer.send([Self.call("Echo", ["text": 1]), Self.echo("x")])
            peer.endInput()
            let replies = try peer.replies()
            #expect(replies == [VarlinkReply(.invalidParameter("text")), Self.echoed("x")])
        }
    }

    @Test("random bytes end the connection and nothing else", arguments: 1...20 as ClosedRange<UInt64>)
    func randomBytes(seed: UInt64) async throws {
        try await RunningListener.with { server in
            var generator = SeededGenerator(seed: seed)
            let bytes = (0..<500).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let bad = try RawPeer(path: server.path)
            // The service may close before all of it is sent.
            try? bad.send(bytes + [0])
            _ = try bad.replies()
            let peer = try RawPeer(path: server.path)
            try peer.send([Self.echo("x")])
            let reply = try peer.reply()
            #expect(reply == Self.echoed("x"))
        }
    }
}
