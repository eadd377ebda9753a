import Sockets
import Testing

@testable import PBX

@Suite("Waiting for the ledger", .serialized)
struct WaitingTests {
    private static let late = "-ERR \(DeskAnswer.lateText)\r\n"

    @Test("connections get their answers as the ledger gives them, and nobody waits for another's")
    func betweenConnections() async throws {
        let ledger = TestLedger()
        try await withListener(ledger: ledger) { _, path in
            let peers = try (0..<20).map { _ in try TestPeer(path) }
            for (number, peer) in peers.enumerated() { peer.send("RINGING call-\(number) 2101\nECHO \(number)\n") }
            try await eventually { ledger.texts.count == peers.count }
            let other = try TestPeer(path)
            other.send("PING\n")
            #expect(other.receive(7) == "+PONG\r\n")
            for (number, peer) in peers.enumerated().reversed() {
                ledger.accept("call-\(number) ringing 2101")
                let expected = "+OK\r\n" + bulk("\(number)")
                #expect(peer.receive(expected.utf8.count) == expected)
            }
        }
    }

    @Test("answers come from any thread, and each meets its own request")
    func threads() async throws {
        let ledger = TestLedger()
        try await withListener(ledger: ledger) { _, path in
            let peers = try (0..<16).map { _ in try TestPeer(path) }
            for (number, peer) in peers.enumerated() { peer.send("AGENT \(2_100 + number) status\nPING\n") }
            try await eventually { ledger.texts.count == peers.count }
            await withTaskGroup(of: Void.self) { group in
                for number in peers.indices { group.addTask { ledger.accept("\(2_100 + number) status") } }
            }
            for (number, peer) in peers.enumerated() {
                let expected = "*2\r\n" + bulk("Joke: \"\(2_100 + number) status\"") + bulk("available") + "+PONG\r\n"
                #expect(peer.receive(expected.utf8.count) == expected)
            }
        }
    }

    @Test("replies keep their order over many reports and questions")
    func order() async throws {
        try await withListener { _, path in
            let peer = try TestPeer(path)
            let count = 500
            for number in 0..<count { peer.send("ENDED call-\(number) 486\nECHO \(number)\nRINGING x 2101\n") }
            let expected = (0..<count).map { "+OK\r\n" + bulk("\($0)") + "+OK\r\n" }.joined()
            #expect(peer.receive(expected.utf8.count) == expected)
        }
    }

    @Test("a ledger that does not answer in time is told, and what was asked behind it is answered")
    func late() async throws {
        var limits = PBXLimits()
        limits.ledger = 50
        let ledger = TestLedger()
        try await withListener(limits, ledger: ledger) { listener, path in
            let peer = try TestPeer(path)
            peer.send("RINGING a 2101\nPING\n")
            let expected = Self.late + "+PONG\r\n"
            #expect(peer.receive(expected.utf8.count) == expected)
            peer.send("ANSWERED a 2101\n")
            try await eventually { ledger.texts.count == 2 }
            ledger.accept("a ringing 2101")
            ledger.accept("a answered 2101")
            #expect(peer.receive(5) == "+OK\r\n")
            #expect(listener.figures == ConnectionFigures(current: 1, total: 1))
        }
    }

    @Test("a peer that goes while the ledger is waited for is forgotten")
    func gone() async throws {
        let ledger = TestLedger()
        try await withListener(ledger: ledger) { listener, path in
            do {
                let peer = try TestPeer(path)
                peer.send("RINGING a 2101\nPING\n")
                try await eventually { ledger.texts.count == 1 }
            }
            try await eventually { listener.figures.current == 0 }
            ledger.accept("a ringing 2101")
            let peer = try TestPeer(path)
            peer.send("PING\n")
            #expect(peer.receive(7) == "+PONG\r\n")
        }
    }

    @Test("a peer that has closed its sending side still gets the answer")
    func halfClosed() async throws {
        let ledger = TestLedger()
        try await withListener(ledger: ledger) { _, path in
            let peer = try TestPeer(path)
            peer.send("RINGING a 2101\nPING\n")
            peer.closeSending()
            try await eventually { ledger.texts.count == 1 }
            ledger.accept("a ringing 2101")
            #expect(peer.receive(100) == "+OK\r\n+PONG\r\n")
        }
    }

    @Test("an answer that comes while earlier replies are not taken waits for them")
    func early() async throws {
        let ledger = TestLedger()
        try await withListener(ledger: ledger) { _, path in
            let peer = try TestPeer(path)
            let line = "ROUTE +31612345678 +31880001234 x\n"
            // The replies are ten times as long as the requests: more than the kernel holds, while all requests come in.
            let count = 1_000
            peer.send(String(repeating: line, count: count) + "RINGING a 2101\nPING\n")
            let reply = route(RESPSessionTests.dialled).utf8.count
            var received = 0
            while ledger.texts.isEmpty {
                received += peer.receive(reply).utf8.count
            }
            ledger.accept("a ringing 2101")
            let rest = peer.receive(count * reply - received + 12)
            #expect(rest.utf8.count == count * reply - received + 12)
            #expect(rest.hasSuffix("+OK\r\n+PONG\r\n"))
        }
    }

    @Test("shutting down waits for the ledger, but not for long")
    func shutdown() async throws {
        let ledger = TestLedger()
        try await withListener(ledger: ledger) { listener, path in
            let peer = try TestPeer(path)
            peer.send("RINGING a 2101\nPING\n")
            try await eventually { ledger.texts.count == 1 }
            listener.shutdown()
            #expect(listener.figures.current == 1)
            ledger.accept("a ringing 2101")
            #expect(peer.receive(100) == "+OK\r\n+PONG\r\n")
            try await eventually { listener.figures.current == 0 }
        }
        var limits = PBXLimits()
        limits.shutdown = 50
        try await withListener(limits, ledger: TestLedger()) { listener, path in
            let peer = try TestPeer(path)
            peer.send("RINGING a 2101\n")
            listener.shutdown()
            #expect(peer.receive(100).isEmpty)
        }
    }
}
