import Foundation
import Routing
import Sockets
import Synchronization
import TestSupport
import Testing

@testable import PBX

@Suite("The end of the daemon, and the next one", .serialized)
struct RestartTests {
    /// What became of the clients' requests, by call id.
    private final class Record: Sendable {
        private let decisions = Mutex<[String: Int]>([:])
        private let answers = Mutex<[String: Int]>([:])
        private let given = Mutex<[String]>([])

        var decided: [String: Int] { decisions.withLock { $0 } }
        var answered: [String: Int] { answers.withLock { $0 } }
        /// Requests that no try got an answer to.
        var unanswered: [String] { given.withLock { $0 } }

        func decide(_ callID: String) { decisions.withLock { $0[callID, default: 0] += 1 } }
        func answer(_ callID: String) { answers.withLock { $0[callID, default: 0] += 1 } }
        func giveUp(_ callID: String) { given.withLock { $0.append(callID) } }

        var ledger: TestLedger { TestLedger(answersAtOnce: true) { self.decide($0.callID) } }
    }

    private static func question(_ callID: String) -> String {
        request("EXTENSION", "+31612345678", "+31880001234", callID)
    }

    /// Starts clients on threads of their own.
    ///
    /// - Returns: What ends when all of them have.
    private func startClients(_ count: Int, _ client: @escaping @Sendable (Int) -> Void) -> AsyncStream<Int> {
        let (ends, end) = AsyncStream.makeStream(of: Int.self)
        for number in 0..<count {
            Thread.detachNewThread {
                client(number)
                end.yield(number)
            }
        }
        return ends
    }

    @Test("whatever comes in while the daemon ends is answered, or nobody has decided it", arguments: 0..<60)
    func answeredOrNeverDecided(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let record = Record()
        let depth = Int.random(in: 1...12, using: &random)
        let enough = Int.random(in: 0...200, using: &random)
        try await withListener(ledger: record.ledger) { listener, path in
            let peers = try (0..<4).map { _ in try TestPeer(path) }
            let ends = startClients(peers.count) { number in
                let peer = peers[number]
                for round in 0..<1_000_000 {
                    let ids = (0..<depth).map { "\(number)-\(round)-\($0)" }
                    // Some come in pieces, and some of them never to their end.
                    let text = ids.map { Self.question($0) }.joined()
                    let cut = text.utf8.count * (round % 5) / 4
                    guard peer.sendWithoutWaiting(String(decoding: text.utf8.prefix(cut), as: UTF8.self)) == cut else {
                        return
                    }
                    guard
                        cut == text.utf8.count
                            || peer.sendWithoutWaiting(String(decoding: text.utf8.dropFirst(cut), as: UTF8.self)) > 0
                    else {
                        return peer.takeAnswers(to: ids, record.answer)
                    }
                    peer.takeAnswers(to: ids, record.answer)
                }
            }
            try await eventually { record.answered.count >= enough }
            listener.shutdown()
            var left = peers.count
            for await _ in ends {
                left -= 1
                if left == 0 { break }
            }
            try await eventually { listener.figures.current == 0 }
        }
        #expect(record.answered == record.decided)
        #expect(record.decided.values.allSatisfy { $0 == 1 })
    }

    @Test("what has come in before the end, and is not even read, is answered")
    func unread() async throws {
        let gate = Gate()
        let ledger = TestLedger(answersAtOnce: true) { if $0.callID == "hang" { gate.wait() } }
        try await withListener(ledger: ledger) { listener, path in
            let slow = try TestPeer(path)
            let other = try TestPeer(path)
            let quiet = try TestPeer(path)
            for peer in [slow, other, quiet] {
                peer.send("PING\n")
                #expect(peer.receive(7) == "+PONG\r\n")
            }
            // The replies to one read are more than the kernel takes at once.
            let count = 1_000
            slow.send(Self.question("hang") + String(repeating: "ROUTE +31612345678 +31880001234 x\n", count: count))
            try await eventually { gate.waiters == 1 }
            listener.shutdown()
            slow.send(Self.question("a") + "PING\n")
            other.send(Self.question("b") + "PING\n")
            other.send("PING\n" + Self.question("c") + "PIN")
            gate.open()
            let answers = "+PONG\r\n+PONG\r\n" + bulk("2101")
            #expect(other.receive(1_000) == bulk("2101") + answers)
            #expect(quiet.isClosed())
            let length = 2 * bulk("2101").utf8.count + count * route(RESPSessionTests.dialled).utf8.count + 7
            let replies = slow.receive(length + 1)
            #expect(replies.utf8.count == length)
            #expect(replies.hasSuffix(bulk("2101") + "+PONG\r\n"))
            #expect(ledger.requests.count == count + 4)
        }
    }

    @Test("over restarts that leave the socket open, every call is answered, and none decided twice")
    func restarts() async throws {
        let (socket, path) = try listenOnPath()
        defer {
            Glibc.close(socket.descriptor)
            unlink(path)
        }
        let record = Record()
        let isOver = Mutex(false)
        let ends = startClients(3) { number in
            var peer: TestPeer?
            var call = 0
            while !isOver.withLock({ $0 }) {
                call += 1
                let id = "\(number)-\(call)"
                // One keeps its connection, the others take a new one for every call; who gets no answer asks once more.
                if number > 0 { peer = nil }
                var isAnswered = false
                for _ in 0..<2 where !isAnswered {
                    if peer == nil { peer = try? TestPeer(path) }
                    _ = peer?.sendWithoutWaiting(Self.question(id))
                    isAnswered = peer?.receive(10) == bulk("2101")
                    if !isAnswered { peer = nil }
                }
                if isAnswered { record.answer(id) } else { record.giveUp(id) }
            }
        }
        for _ in 0..<30 {
            // As systemd passes it on: the same socket under another descriptor.
            let listener = try PBXListener(
                socket: try listening(dup(socket.descriptor)), desk: TestDesk.make(record.ledger))
            let loop = start(listener)
            let before = record.answered.count
            try await eventually { record.answered.count >= before + 50 }
            listener.shutdown()
            for await end in loop { try end.get() }
        }
        isOver.withLock { $0 = true }
        // Those who ask now are still to be answered.
        let last = try PBXListener(socket: try listening(dup(socket.descriptor)), desk: TestDesk.make(record.ledger))
        let loop = start(last)
        var left = 3
        for await _ in ends {
            left -= 1
            if left == 0 { break }
        }
        last.shutdown()
        for await end in loop { try end.get() }
        #expect(record.unanswered.isEmpty)
        #expect(record.answered == record.decided)
        #expect(record.decided.values.allSatisfy { $0 == 1 })
    }

    @Test("who connects after the end has begun waits for the next daemon, and is answered by it")
    func backlog() async throws {
        let (socket, path) = try listenOnPath()
        defer {
            Glibc.close(socket.descriptor)
            unlink(path)
        }
        let ledger = TestLedger()
        let first = try PBXListener(
            socket: try listening(dup(socket.descriptor)), desk: TestDesk.make(ledger), limits: .patient)
        let firstLoop = start(first)
        let waiting = try TestPeer(path)
        let quiet = try TestPeer(path)
        waiting.send("RINGING a 2101\n")
        try await eventually { ledger.texts.count == 1 && first.figures.current == 2 }
        first.shutdown()
        // An accepted connection that has asked nothing is closed, not served by halves.
        #expect(quiet.isClosed())
        let new = try TestPeer(path)
        new.send(Self.question("x"))
        ledger.accept("a ringing 2101")
        #expect(waiting.receive(5) == "+OK\r\n")
        for await end in firstLoop { try end.get() }
        #expect(ledger.requests.isEmpty)
        #expect(first.figures.total == 2)
        let second = try PBXListener(socket: try listening(dup(socket.descriptor)), desk: TestDesk.make(ledger))
        let secondLoop = start(second)
        #expect(new.receive(10) == bulk("2101"))
        #expect(ledger.requests.count == 1)
        second.close()
        for await end in secondLoop { try end.get() }
    }
}

extension TestPeer {
    /// Tells of each question that is answered, in order, until one is not.
    fileprivate func takeAnswers(to ids: [String], _ answered: (String) -> Void) {
        for id in ids {
            guard receive(10) == bulk("2101") else { return }
            answered(id)
        }
    }
}
