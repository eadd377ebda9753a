import Foundation
import Sockets
import Synchronization
import Testing

@testable import PBX

@Suite("The PBX socket", .serialized)
struct PBXListenerTests {
    @Test("several PBXs are answered at once, in pieces and in bulk")
    func answers() async throws {
        try await withListener { listener, path in
            let one = try TestPeer(path)
            let other = try TestPeer(path)
            one.send("PI")
            other.send("PING\r\nECHO x\r\n")
            #expect(other.receive(14) == "+PONG\r\n$1\r\nx\r\n")
            one.send("NG\r\n")
            #expect(one.receive(7) == "+PONG\r\n")
            #expect(listener.figures.current == 2)
            other.send("QUIT\r\n")
            #expect(other.receive(6) == "+OK\r\n")
            #expect(other.isClosed())
            one.send("PING\r\n")
            #expect(one.receive(7) == "+PONG\r\n")
            #expect(listener.figures == ConnectionFigures(current: 1, total: 2))
        }
    }

    @Test("a peer that closes its sending side still gets its replies")
    func halfClose() async throws {
        try await withListener { _, path in
            let peer = try TestPeer(path)
            peer.send(request("ROUTE", "+31612345678", "+31880001234", "1") + "PING\r\n")
            peer.closeSending()
            let expected = route(RESPSessionTests.dialled) + "+PONG\r\n"
            #expect(peer.receive(expected.utf8.count + 1) == expected)
            #expect(peer.isClosed())
        }
    }

    @Test("a malformed request is told so before the connection closes")
    func protocolError() async throws {
        try await withListener { listener, path in
            let peer = try TestPeer(path)
            peer.send("*1\r\n!")
            let expected = "-ERR Protocol error: expected '$', got '!'\r\n"
            #expect(peer.receive(1_000) == expected)
            #expect(peer.isClosed())
            #expect(listener.figures.protocolErrors == 1)
        }
    }

    @Test("a peer that reads slowly is not read from, and gets every reply in the end")
    func backpressure() async throws {
        try await withListener { _, path in
            let peer = try TestPeer(path)
            let other = try TestPeer(path)
            let line = "ROUTE +31612345678 +31880001234 x\n"
            var sent = 0
            // Whole requests go in until the kernel takes no more, because the listener takes no more.
            while peer.sendWithoutWaiting(line) == line.utf8.count { sent += 1 }
            #expect(sent > 100)
            other.send("PING\r\n")
            #expect(other.receive(7) == "+PONG\r\n")
            let reply = route(RESPSessionTests.dialled).utf8.count
            #expect(peer.receive(sent * reply).utf8.count == sent * reply)
        }
    }

    @Test("a peer that does not take its replies is closed")
    func sendTimeout() async throws {
        var limits = PBXLimits()
        limits.send = 50
        try await withListener(limits) { listener, path in
            let peer = try TestPeer(path)
            while peer.sendWithoutWaiting("INFO\nINFO\nINFO\nINFO\n") > 0 {}
            try await eventually { listener.figures.timedOut == 1 && listener.figures.current == 0 }
        }
    }

    @Test("an idle connection is closed")
    func idle() async throws {
        var limits = PBXLimits()
        limits.idle = 50
        try await withListener(limits) { listener, path in
            let peer = try TestPeer(path)
            peer.send("PING\r\n")
            #expect(peer.receive(7) == "+PONG\r\n")
            #expect(peer.isClosed())
            #expect(listener.figures.timedOut == 1)
        }
    }

    @Test("a request that stops midway is given up, however often a byte comes")
    func requestTimeout() async throws {
        var limits = PBXLimits()
        limits.request = 100
        try await withListener(limits) { listener, path in
            let peer = try TestPeer(path)
            peer.send("PING\r\n*1000\r\n")
            #expect(peer.receive(7) == "+PONG\r\n")
            try await eventually {
                _ = peer.sendWithoutWaiting("$0\r\n\r\n")
                return listener.figures.timedOut == 1
            }
        }
    }

    @Test("the newest connection beyond the limit is closed at once and reported once")
    func tooMany() async throws {
        var limits = PBXLimits()
        limits.admission.connections = 2
        let reports = Mutex<[Refusals]>([])
        try await withListener(limits, refusals: { refusal in reports.withLock { $0.append(refusal) } }) {
            listener, path in
            let peers = [try TestPeer(path), try TestPeer(path)]
            for _ in 0..<3 { #expect(try TestPeer(path).isClosed()) }
            for peer in peers {
                peer.send("PING\r\n")
                #expect(peer.receive(7) == "+PONG\r\n")
            }
            #expect(listener.figures == ConnectionFigures(current: 2, total: 5, refused: 3))
            peers[0].send("QUIT\n")
            #expect(peers[0].receive(5) == "+OK\r\n")
            #expect(peers[0].isClosed())
            let next = try TestPeer(path)
            next.send("PING\n")
            #expect(next.receive(7) == "+PONG\r\n")
            #expect(listener.figures == ConnectionFigures(current: 2, total: 6, refused: 3))
        }
        #expect(reports.withLock { $0 } == [Refusals(count: 1, user: getuid(), cause: .tooMany)])
    }

    @Test("shutting down answers what has come in, then closes")
    func shutdown() async throws {
        try await withListener { listener, path in
            let quiet = try TestPeer(path)
            let busy = try TestPeer(path)
            busy.send("PING\r\n")
            #expect(busy.receive(7) == "+PONG\r\n")
            let line = "ROUTE +31612345678 +31880001234 x\n"
            var sent = 0
            while busy.sendWithoutWaiting(line) == line.utf8.count { sent += 1 }
            listener.shutdown()
            let reply = route(RESPSessionTests.dialled).utf8.count
            #expect(busy.receive(sent * reply).utf8.count == sent * reply)
            #expect(busy.isClosed())
            #expect(quiet.isClosed())
            try await eventually { listener.figures.current == 0 }
        }
    }

    @Test("shutting down does not wait for a peer that takes nothing")
    func shutdownLimit() async throws {
        var limits = PBXLimits()
        limits.shutdown = 50
        try await withListener(limits) { listener, path in
            let peer = try TestPeer(path)
            peer.send("PING\r\n")
            #expect(peer.receive(7) == "+PONG\r\n")
            while peer.sendWithoutWaiting("INFO\nINFO\nINFO\nINFO\n") > 0 {}
            #expect(listener.figures.current == 1)
            listener.shutdown()
            try await eventually { listener.figures.current == 0 }
        }
    }

    @Test("running ends when its task is cancelled")
    func cancellation() async throws {
        let listener = try PBXListener(socket: try ListeningSocket(address: .loopback(port: 0)), desk: TestDesk.make())
        let running = Task { try await listener.run() }
        running.cancel()
        try await running.value
    }
}
