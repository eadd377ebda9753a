import Glibc
import NIOCore
import Testing

@testable import Sockets
@testable import Varlink

@Suite("Listener", .timeLimit(.minutes(1)))
struct ListenerTests {
    private static let echo = VarlinkCall(method: "org.example.Test.Echo", parameters: ["text": "x"])
    private static let hold = VarlinkCall(method: "org.example.Test.Hold")
    private static let watch = VarlinkCall(method: "org.example.Test.Watch", more: true)
    private static let echoed = VarlinkReply(parameters: ["text": "x"])

    @Test("a method knows who calls")
    func credentials() async throws {
        try await RunningListener.with { server in
            let reply = try VarlinkClient(path: server.path).call("org.example.Test.Who")
            let own = try PeerCredentials.own
            #expect(
                reply == [
                    "process": .integer(Int64(getpid())), "user": .integer(Int64(getuid())),
                    "group": .integer(Int64(getgid())), "groups": .array(own.groups.map { .integer(Int64($0)) }),
                ])
        }
    }

    @Test("the newest connection above a limit is closed, and one that leaves makes room", arguments: [true, false])
    func limits(perUser: Bool) async throws {
        var limits = VarlinkLimits()
        limits.admission = AdmissionLimits(
            connections: perUser ? 9 : 2, connectionsPerPeer: perUser ? 2 : 9, root: .asOthers)
        try await RunningListener.with(limits) { server in
            let first = try RawPeer(path: server.path)
            try first.send([Self.echo])
            #expect(try first.reply() == Self.echoed)
            do {
                let second = try RawPeer(path: server.path)
                try second.send([Self.echo])
                #expect(try second.reply() == Self.echoed)
                let third = try RawPeer(path: server.path)
                #expect(try third.reply() == nil)
                try first.send([Self.echo])
                #expect(try first.reply() == Self.echoed)
            }
            // The service finds out by itself that the second has left.
            #expect(try RawPeer.isLetIn(path: server.path, call: Self.echo, reply: Self.echoed))
            let cause: RefusalCause = perUser ? .tooManyOfUser : .tooMany
            #expect(await server.refusals.next() == Refusals(count: 1, user: getuid(), cause: cause))
        }
    }

    @Test(
        "where all places are taken, the user who has most makes room for others, root's apart",
        arguments: [true, false])
    func makesRoom(streams: Bool) async throws {
        var limits = VarlinkLimits()
        limits.admission.connections = 3
        try await RunningListener.with(limits, users: [7, 7, 7, 8, 7, 0]) { server in
            let greedy = try (1...3).map { _ in
                let peer = try RawPeer(path: server.path)
                try peer.send([streams ? Self.watch : Self.echo])
                _ = try #require(try peer.reply())
                return peer
            }
            let newcomer = try RawPeer(path: server.path)
            try newcomer.send([Self.echo])
            #expect(try newcomer.reply() == Self.echoed)
            #expect(await server.refusals.next() == Refusals(count: 1, user: 7, cause: .hadMost))
            // The newest stream, or the one that has been idle longest.
            #expect(try greedy[streams ? 2 : 0].reply() == nil)
            #expect(try RawPeer(path: server.path).reply() == nil, "no room for the greedy one")
            let root = try RawPeer(path: server.path)
            try root.send([Self.echo])
            #expect(try root.reply() == Self.echoed)
            #expect(server.counters.figures.refused == 2)
        }
    }

    @Test("shutdown answers the call under way, begins no other, and closes")
    func shutdown() async throws {
        try await RunningListener.with { server in
            let idle = try RawPeer(path: server.path)
            try idle.send([Self.echo])
            let busy = try RawPeer(path: server.path)
            try busy.send([Self.hold, Self.echo])
            #expect(await server.example.happenings.next() != nil)
            #expect(await server.example.happenings.next() != nil)
            server.listener.shutdown()
            #expect(try idle.replies() == [Self.echoed])
            server.example.gate.open()
            #expect(try busy.replies() == [VarlinkReply(parameters: ["cancelled": false])])
        }
    }

    @Test("shutdown lets a stream say its last reply")
    func shutdownOfStream() async throws {
        try await RunningListener.with { server in
            let peer = try RawPeer(path: server.path)
            try peer.send([Self.watch])
            #expect(try peer.reply() == VarlinkReply(parameters: ["state": "begun"], continues: true))
            server.listener.shutdown()
            #expect(try peer.replies() == [VarlinkReply(parameters: ["state": "ended"])])
        }
    }

    @Test("a call that does not end is closed when the grace is over")
    func grace() async throws {
        var limits = VarlinkLimits()
        limits.shutdownGrace = .milliseconds(100)
        try await RunningListener.with(limits) { server in
            let peer = try RawPeer(path: server.path)
            try peer.send([Self.hold])
            #expect(await server.example.happenings.next() == "hold begun")
            server.listener.shutdown()
            #expect(try peer.replies().isEmpty)
        }
    }

    @Test("cancelling closes at once and removes the socket")
    func cancel() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/socket"
            let example = ExampleService()
            let listener = VarlinkListener(
                socket: try ListeningSocket(path: path, mode: 0o600), service: example.service)
            let running = Task { try await listener.run() }
            let peer = try RawPeer(path: path)
            try peer.send([Self.hold])
            #expect(await example.happenings.next() == "hold begun")
            running.cancel()
            try await running.value
            #expect(try peer.replies().isEmpty)
            #expect(throws: SystemError(code: ENOENT)) { try RawPeer(path: path) }
        }
    }

    @Test("shutdown before the start ends it at once")
    func shutdownFirst() async throws {
        try await withTemporaryDirectory { directory in
            let socket = try ListeningSocket(path: directory + "/socket", mode: 0o600)
            let listener = VarlinkListener(socket: socket, service: ExampleService().service)
            listener.shutdown()
            try await listener.run()
        }
    }

    @Test("a socket that cannot listen ends it with an error")
    func cannotListen() async throws {
        let listener = VarlinkListener(
            socket: ListeningSocket(
                descriptor: socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0), address: try SocketAddress(path: "/none"),
                isOwn: false), service: ExampleService().service)
        await #expect(throws: IOError.self) { try await listener.run() }
    }

    @Test("a socket that was passed in is served, and its file stays")
    func passedSocket() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/socket"
            let made = try ListeningSocket(path: path, mode: 0o600)
            let listener = VarlinkListener(
                socket: try ListeningSocket(passed: made.descriptor, families: [.unix]),
                service: ExampleService().service)
            let running = Task { try await listener.run() }
            let reply = try VarlinkClient(path: path).call("org.example.Test.Echo", ["text": "x"])
            #expect(reply == ["text": "x"])
            listener.shutdown()
            try await running.value
            #expect(access(path, F_OK) == 0)
        }
    }
}
