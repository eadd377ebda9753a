import Foundation
import Sockets
import Testing

@testable import PBX

@Suite("The FastAGI socket", .serialized)
struct FastAGIListenerTests {
    private static let question = header("route", "+31612345678", "+31880001234", "1795378587.27")

    /// Answers every command, as Asterisk does, up to the end.
    private func dialogue(_ peer: TestPeer) -> String {
        var commands = ""
        while true {
            let line = peer.receiveLine()
            if line.isEmpty { return commands }
            commands += line
            peer.send(Self.answer(to: line))
        }
    }

    private static func answer(to command: String) -> String {
        guard command.hasPrefix("GET FULL VARIABLE ") else { return "200 result=1\n" }
        return "200 result=1 (\(command.dropFirst("GET FULL VARIABLE ".count).dropLast()))\n"
    }

    /// Carries out the two commands behind which something is changed.
    private func prove(_ peer: TestPeer) {
        for _ in 0..<2 { peer.send(Self.answer(to: peer.receiveLine())) }
    }

    /// Without the word, which is another one each time.
    private func told(_ commands: String) -> String {
        commands.split(separator: "\n").filter { !$0.hasPrefix("GET FULL VARIABLE ") }.map { "\($0)\n" }.joined()
    }

    @Test("a call's decision is set, then the connection closes; the Unix socket is served beside")
    func answers() async throws {
        try await withFastAGI { listener, path, port in
            let pbx = try TestPeer(path)
            let asterisk = try TestPeer(port: port)
            // Asterisk sends each line by itself.
            for line in Self.question.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
                asterisk.send("\(line)\n")
            }
            #expect(dialogue(asterisk) == dialledCommands)
            pbx.send("PING\n")
            #expect(pbx.receive(7) == "+PONG\r\n")
            #expect(listener.figures.current == 1)
            try await eventually { listener.fastAGIFigures == ConnectionFigures(current: 0, total: 1) }
        }
    }

    @Test("a report waits for the ledger, and meanwhile others are answered")
    func reports() async throws {
        let ledger = TestLedger()
        try await withFastAGI(ledger: ledger) { _, _, port in
            let first = try TestPeer(port: port)
            let second = try TestPeer(port: port)
            first.send(header("ended", "a", "ANSWER"))
            second.send(header("agent", "2101", "sick"))
            prove(first)
            prove(second)
            let third = try TestPeer(port: port)
            third.send(Self.question)
            #expect(dialogue(third) == dialledCommands)
            try await eventually { ledger.texts.count == 2 }
            ledger.accept("2101 sick")
            #expect(dialogue(second).hasSuffix(set(["STATE": "available"])))
            ledger.accept("a ended answered")
            #expect(dialogue(first) == set(["ACCEPTED": "1"]))
        }
    }

    @Test("a ledger that does not answer in time does not keep the call waiting")
    func late() async throws {
        var limits = PBXLimits.patientFastAGI
        limits.ledger = 50
        try await withFastAGI(limits, ledger: TestLedger()) { listener, _, port in
            let peer = try TestPeer(port: port)
            peer.send(header("ringing", "a", "2101"))
            #expect(told(dialogue(peer)) == set(["ACCEPTED": ""]) + refusal(DeskAnswer.lateText))
            #expect(listener.fastAGIFigures.timedOut == 0)
        }
    }

    @Test(
        "a dialogue that takes too long is ended, wherever it stands and however often something comes",
        arguments: ["", "agi_network: yes\n", question, question + "200 result=1\n", header("ended", "a", "BUSY")])
    func lifetime(sent: String) async throws {
        var limits = PBXLimits.fastAGI
        limits.lifetime = 100
        try await withFastAGI(limits, ledger: TestLedger()) { listener, _, port in
            let peer = try TestPeer(port: port)
            peer.send(sent)
            try await eventually {
                _ = peer.sendWithoutWaiting("HANGUP\n")
                return listener.fastAGIFigures == ConnectionFigures(current: 0, total: 1, timedOut: 1)
            }
        }
    }

    @Test(
        "connections that break or are half-closed are forgotten",
        arguments: ["", "agi_network: yes\n", question, question + done(5), header("ended", "a", "BUSY")],
        ["closed", "half-closed", "broken"])
    func broken(sent: String, how: String) async throws {
        let ledger = TestLedger()
        try await withFastAGI(ledger: ledger) { listener, _, port in
            var peer: TestPeer? = try TestPeer(port: port)
            peer?.send(sent)
            let isReport = sent.contains("ended")
            if isReport {
                peer.map(prove)
                try await eventually { !ledger.texts.isEmpty }
            }
            switch how {
            case "half-closed": peer?.closeSending()
            case "broken":
                peer?.breakOnClose()
                peer = nil
            default: peer = nil
            }
            if isReport { ledger.accept("a ended busy") }
            try await eventually {
                listener.fastAGIFigures.current == 0 && listener.fastAGIFigures.total == 1
            }
            #expect(listener.fastAGIFigures.protocolErrors == 0)
        }
    }

    @Test("shutting down lets dialogues come to their end")
    func shutdown() async throws {
        try await withFastAGI { listener, _, port in
            let peer = try TestPeer(port: port)
            peer.send("agi_network: yes\n")
            try await eventually { listener.fastAGIFigures.current == 1 }
            listener.shutdown()
            peer.send(String(Self.question.drop { $0 != "\n" }.dropFirst()))
            #expect(dialogue(peer) == dialledCommands)
        }
    }

    @Test("peers who showed the token are not closed for others: the newest connection beyond the limit is")
    func tooMany() async throws {
        var limits = PBXLimits.patientFastAGI
        limits.admission.connections = 1
        try await withFastAGI(limits) { listener, path, port in
            let first = try TestPeer(port: port)
            first.send(Self.question)
            #expect(first.receiveLine() == "SET VARIABLE MAJOR_ACTION \"\"\n")
            #expect(try TestPeer(port: port).isClosed())
            let pbx = try TestPeer(path)
            pbx.send("PING\n")
            #expect(pbx.receive(7) == "+PONG\r\n")
            first.send("200 result=1\n")
            #expect(set(["ACTION": ""]) + dialogue(first) == dialledCommands)
            #expect(listener.fastAGIFigures.refused == 1)
        }
    }

    @Test(
        "whoever fills all places without the token keeps nobody out, however far his dialogues have come",
        arguments: [
            "", "agi_network: yes\n", header("route", "1", "112", token: nil), header("route", token: "wrong") + "200 ",
        ])
    func hostile(sent: String) async throws {
        var limits = PBXLimits.patientFastAGI
        limits.admission.connections = 40
        limits.admission.connectionsPerPeer = 30
        try await withFastAGI(limits) { listener, _, port in
            let asterisk = try TestPeer(port: port)
            asterisk.send(Self.question)
            #expect(asterisk.receiveLine() == "SET VARIABLE MAJOR_ACTION \"\"\n")
            var crowd: [TestPeer] = []
            for _ in 0..<20 {
                for _ in 0..<30 {
                    let one = try TestPeer(port: port)
                    _ = one.sendWithoutWaiting(sent)
                    crowd.append(one)
                }
                let next = try TestPeer(port: port)
                next.send(Self.question)
                #expect(dialogue(next).hasSuffix(set(["ACTION": "dial"])))
            }
            asterisk.send("200 result=1\n")
            #expect(dialogue(asterisk).hasSuffix(set(["ACTION": "dial"])))
            #expect(listener.fastAGIFigures.current <= 30)
            #expect(listener.fastAGIFigures.refused >= 560)
            withExtendedLifetime(crowd) {}
        }
    }

    @Test("two thousand calls at the same time, each on a connection of its own")
    func many() async throws {
        try allowDescriptors(5_000)
        let count = 2_000
        try await withFastAGI { listener, _, port in
            let peers = try (0..<count).map { _ in try TestPeer(port: port) }
            for peer in peers { peer.send(Self.question) }
            var actions = 0
            for _ in 0..<16 {
                for peer in peers {
                    if peer.receiveLine() == "SET VARIABLE MAJOR_ACTION \"dial\"\n" { actions += 1 }
                    peer.send("200 result=1\n")
                }
            }
            #expect(actions == count)
            for peer in peers { #expect(peer.isClosed()) }
            try await eventually { listener.fastAGIFigures == ConnectionFigures(current: 0, total: count) }
        }
    }
}

/// Raises the process's own limit as far as it may.
private func allowDescriptors(_ count: rlim_t) throws {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = max(limit.rlim_cur, min(count, limit.rlim_max))
    try #require(limit.rlim_cur >= count, "\(count) descriptors are needed: see ulimit -n")
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
}
