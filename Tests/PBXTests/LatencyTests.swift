import Sockets
import Testing

@testable import PBX

@Suite("How long answers took")
struct LatencyTests {
    @Test("each bucket holds what is no longer than its bound, the last one all the rest")
    func buckets() {
        let histogram = LatencyHistogram()
        let bounds = histogram.figures.bounds
        #expect(
            bounds == [
                0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.3,
                1,
            ])
        var expected = [Int](repeating: 0, count: 16)
        var sum = 0
        for (index, bound) in bounds.enumerated() {
            let nanoseconds = Int((bound * 1e9).rounded())
            histogram.note(2, of: Int64(nanoseconds))
            histogram.note(1, of: Int64(nanoseconds + 1))
            expected[index] += 2
            expected[index + 1] += 1
            sum += 3 * nanoseconds + 1
            #expect(histogram.figures.counts == expected)
        }
        histogram.note(1, of: .max / 4)
        expected[15] += 1
        #expect(histogram.figures.counts == expected)
        #expect(histogram.figures.sumNanoseconds == sum + Int(Int64.max / 4))
        #expect(histogram.figures.count == 46)
    }

    @Test("when the last question was answered is known from the first one on")
    func last() async throws {
        try await withFastAGI { listener, path, port in
            #expect(listener.sinceLastQuestion == nil)
            let peer = try TestPeer(path)
            peer.send("PING\nINFO clients\nENDED x 486\n")
            #expect(peer.receive(7) == "+PONG\r\n")
            #expect(listener.sinceLastQuestion == nil)
            let other = try TestPeer(path)
            other.send("EXTENSION +31612345678 +31880001234 x\n")
            #expect(other.receive(10) == bulk("2101"))
            // It is counted once its answer has been sent.
            try await eventually { listener.sinceLastQuestion != nil }
            let since = try #require(listener.sinceLastQuestion)
            #expect((0..<60_000).contains(since))
            #expect(listener.sinceLastFastAGIQuestion == nil)
        }
    }

    @Test("questions alone are counted, each once, whatever they are answered")
    func questions() async throws {
        try await withFastAGI { listener, path, port in
            let peer = try TestPeer(path)
            peer.send(
                "PING\nROUTE +31612345678 +31880001234 x\nEXTENSION 1 2 x\nNEXT x BUSY\nNEXT x WHAT\nENDED x 486\nPING\n"
            )
            while !peer.receiveLine().hasPrefix("+OK") {}
            #expect(peer.receiveLine() == "+PONG\r\n")
            try await eventually { listener.latency.count == 4 }
            #expect(listener.latency.sumNanoseconds > 0)
            #expect(listener.fastAGILatency.count == 0)
            for script in [header("route", "1", "2"), header("next", "x", "BUSY"), header("ended", "x", "BUSY")] {
                let asterisk = try TestPeer(port: port)
                asterisk.send(script + done(1))
                #expect(!asterisk.receiveLine().isEmpty)
                let second = asterisk.receiveLine()
                #expect(!second.isEmpty)
                guard second.hasPrefix("GET FULL VARIABLE ") else { continue }
                asterisk.send("200 result=1 (\(second.dropFirst("GET FULL VARIABLE ".count).dropLast()))\n")
                #expect(!asterisk.receiveLine().isEmpty)
            }
            try await eventually { listener.fastAGILatency.count == 2 }
            #expect(listener.latency.count == 4)
        }
    }

    @Test("the time that the desk takes is in it, and that of a report before")
    func slow() async throws {
        let gate = Gate()
        let ledger = TestLedger { _ in gate.wait() }
        try await withListener(ledger: ledger) { listener, path in
            let peer = try TestPeer(path)
            peer.send("EXTENSION +31612345678 +31880001234 x\n")
            try await eventually { gate.waiters == 1 }
            try await Task.sleep(for: .milliseconds(26))
            gate.open()
            #expect(peer.receive(10) == bulk("2101"))
            // The client may have its reply before the loop has looked at the clock.
            try await eventually { listener.latency.count == 1 }
            #expect(listener.latency.sumNanoseconds > 26_000_000)
            #expect(listener.latency.counts.dropFirst(11).contains(1))
            peer.send("RINGING a 2101\nPING\nEXTENSION +31612345678 +31880001234 y\n")
            try await eventually { ledger.texts.count == 1 }
            try await Task.sleep(for: .milliseconds(26))
            gate.open()
            ledger.accept("a ringing 2101")
            let expected = "+OK\r\n+PONG\r\n" + bulk("2101")
            #expect(peer.receive(expected.utf8.count) == expected)
            try await eventually { listener.latency.count == 2 }
            #expect(listener.latency.sumNanoseconds > 52_000_000)
        }
    }
}
