import Foundation
import Routing
import Sockets
import Synchronization
import Testing
import Time

@testable import PBX

@Suite("Users and connections beside each other", .serialized)
struct FairnessTests {
    private static let dear = "EXTENSION +31612345678 +31880001234 dear\n"
    private static let cheap = "EXTENSION +31612345678 +31880001234 cheap"

    /// A desk that takes two milliseconds for each question of one kind, and how many of them it has taken.
    private final class SlowDesk: Sendable {
        private let count = Atomic<Int>(0)

        var dearRequests: Int { count.load(ordering: .relaxed) }

        var ledger: TestLedger {
            TestLedger(answersAtOnce: true) { request in
                guard request.callID == "dear" else { return }
                self.count.add(1, ordering: .relaxed)
                let end = LoopTime.nanosecondsNow + 2_000_000
                while LoopTime.nanosecondsNow < end {}
            }
        }
    }

    /// Connections with so many dear questions each that all of them would take minutes.
    private func crowd(_ path: String, _ count: Int = 60) throws -> [TestPeer] {
        let peers = try (0..<count).map { _ in try TestPeer(path) }
        for peer in peers { _ = peer.sendWithoutWaiting(String(repeating: Self.dear, count: 1_000)) }
        return peers
    }

    @Test("hundreds of dear questions of one user cost each question of another a handful", .enabled(if: getuid() == 0))
    func betweenUsers() async throws {
        let desk = SlowDesk()
        try await withListener(ledger: desk.ledger) { listener, path in
            chmod(path, 0o777)
            let crowd = try crowd(path)
            try await eventually { desk.dearRequests > 0 && listener.figures.current == crowd.count }
            let before = desk.dearRequests
            let count = 40
            let client = Process()
            client.executableURL = URL(filePath: "/usr/bin/setpriv")
            client.arguments =
                ["--reuid=65534", "--clear-groups", "redis-cli", "-s", path, "-r", "\(count)"]
                + Self.cheap.split(separator: " ").map(String.init)
            let output = Pipe()
            client.standardOutput = output
            try client.run()
            let answers = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            client.waitUntilExit()
            let between = desk.dearRequests - before
            #expect(answers.split(separator: "\n") == Array(repeating: "2101", count: count))
            // A turn has four of them. Connecting takes a few, and what the client does between two questions as well.
            #expect(between < count * 40, "\(between) dear questions were answered before \(count) cheap ones")
            withExtendedLifetime(crowd) {}
        }
    }

    @Test("a user's own connections take turns, so that the last of them does not wait for the others to end")
    func betweenConnections() async throws {
        let desk = SlowDesk()
        try await withListener(ledger: desk.ledger) { listener, path in
            let crowd = try crowd(path)
            try await eventually { desk.dearRequests > 0 && listener.figures.current == crowd.count }
            let peer = try TestPeer(path)
            let before = desk.dearRequests
            peer.send(Self.cheap + "\n")
            #expect(peer.receive(10) == bulk("2101"))
            // Each of the others has had two turns at the most.
            #expect(desk.dearRequests - before < crowd.count * 4 * 3)
            withExtendedLifetime(crowd) {}
        }
    }

    @Test("the heart beats between the turns of those who ask for more than a second's work")
    func beats() async throws {
        let beats = Mutex(0)
        let desk = SlowDesk()
        let heartbeat = PBXListener.Heartbeat(interval: 20) { beats.withLock { $0 += 1 } }
        try await withListener(ledger: desk.ledger, heartbeat: heartbeat) { _, path in
            let crowd = try crowd(path, 2)
            try await eventually { desk.dearRequests >= 100 }
            // A hundred of them take ten times the interval.
            #expect(beats.withLock { $0 } >= 5)
            withExtendedLifetime(crowd) {}
        }
    }

    @Test("many that leave with much behind them keep nobody waiting either")
    func leaving() async throws {
        let ledger = TestLedger(answersAtOnce: true)
        try await withListener(ledger: ledger) { listener, path in
            let gate = try TestPeer(path)
            var crowd = try (0..<40).map { _ in try TestPeer(path) }
            for peer in crowd { _ = peer.sendWithoutWaiting(String(repeating: "ENDED x BUSY\n", count: 3_000)) }
            crowd = []
            gate.send("PING\n")
            #expect(gate.receive(7) == "+PONG\r\n")
            try await eventually { listener.figures.current == 1 }
            // Whatever was read of them is passed on in whole lines.
            #expect(Set(ledger.texts) == ["x ended busy"])
        }
    }
}
