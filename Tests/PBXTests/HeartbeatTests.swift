import Foundation
import Synchronization
import Testing

@testable import PBX

@Suite("The heartbeat of the loop", .serialized)
struct HeartbeatTests {
    /// Counts beats, and keeps the thread that the last of them came from.
    private final class Heart: Sendable {
        private let state = Mutex<(beats: Int, thread: pthread_t?)>((0, nil))

        var beats: Int { state.withLock { $0.beats } }
        var thread: pthread_t? { state.withLock { $0.thread } }

        var heartbeat: PBXListener.Heartbeat {
            PBXListener.Heartbeat(interval: 5) { self.state.withLock { $0 = ($0.beats + 1, pthread_self()) } }
        }

        /// Waits for some more beats.
        func goesOn() async throws {
            let before = beats
            try await eventually { beats >= before + 3 }
        }
    }

    @Test("it beats while nothing happens, and while much does")
    func beats() async throws {
        let heart = Heart()
        try await withListener(heartbeat: heart.heartbeat) { _, path in
            try await heart.goesOn()
            let peer = try TestPeer(path)
            let before = heart.beats
            // The loop always has something to do.
            for _ in 0..<100_000 where heart.beats < before + 3 {
                peer.send("PING\n")
                _ = peer.receive(7)
            }
            #expect(heart.beats >= before + 3)
        }
    }

    @Test("it stops while the loop hangs, because the loop itself beats, and goes on with it")
    func hangs() async throws {
        let heart = Heart()
        let gate = Gate()
        let hanging = Mutex<pthread_t?>(nil)
        let ledger = TestLedger(answersAtOnce: true) { _ in
            hanging.withLock { $0 = pthread_self() }
            gate.wait()
        }
        try await withListener(ledger: ledger, heartbeat: heart.heartbeat) { _, path in
            try await heart.goesOn()
            let peer = try TestPeer(path)
            peer.send(request("EXTENSION", "+31612345678", "+31880001234", "x"))
            try await eventually { gate.waiters == 1 }
            let before = heart.beats
            try await Task.sleep(for: .milliseconds(100))
            #expect(heart.beats == before)
            gate.open()
            #expect(peer.receive(10) == bulk("2101"))
            try await heart.goesOn()
            #expect(heart.thread == hanging.withLock { $0 })
        }
    }

    @Test("it beats while the last replies are waited for")
    func drains() async throws {
        var limits = PBXLimits.patient
        limits.shutdown = 60_000
        let heart = Heart()
        let ledger = TestLedger()
        try await withListener(limits, ledger: ledger, heartbeat: heart.heartbeat) { listener, path in
            let peer = try TestPeer(path)
            let other = try TestPeer(path)
            other.send("PING\n")
            #expect(other.receive(7) == "+PONG\r\n")
            peer.send("RINGING a 2101\n")
            try await eventually { ledger.texts.count == 1 }
            listener.shutdown()
            #expect(other.isClosed())
            try await heart.goesOn()
            ledger.accept("a ringing 2101")
            #expect(peer.receive(100) == "+OK\r\n")
        }
    }
}
