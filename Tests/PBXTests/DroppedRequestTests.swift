import Foundation
import Routing
import Sockets
import TestSupport
import Testing
import Time

@testable import PBX

@Suite("Requests that nobody waits for any more", .serialized)
struct DroppedRequestTests {
    private static let question = request("ROUTE", "+31612345678", "+31880001234", "x")

    // MARK: Conversations

    @Test(
        "of a peer that has gone, questions are dropped, and reports and wishes passed on in their order",
        arguments: ["*", "at once"])
    func gone(how: String) throws {
        let ledger = TestLedger()
        let sent =
            Self.question + "RINGING a 2101\nEXTENSION 1 2 x\nPING\nENDED a 486\nNEXT a BUSY\nAGENT 2101 sick\n"
            + "ENDED a\nRINGING a x\nNONSENSE\n\n*0\r\n" + request("ENDED", "b", "200") + "ENDED c 4"
        var conversation = try Conversation(ledger)
        if how == "*" {
            for byte in sent.utf8 { conversation.drop([byte], as: .gone) }
        } else {
            conversation.drop(sent.utf8, as: .gone)
        }
        #expect(ledger.requests.isEmpty)
        #expect(ledger.texts == ["a ringing 2101", "a ended busy", "2101 sick", "b ended answered"])
        #expect(conversation.text.isEmpty)
        #expect(conversation.dropped == DroppedQuestions(gone: 3))
    }

    @Test("what a peer had sent before it went is gone through, too: midway, and behind what waits")
    func held() throws {
        let ledger = TestLedger()
        var conversation = try Conversation(ledger)
        conversation.send("AGENT 2101 sick\nPING\nROUTE 1 2 x\nENDED a 486\nENDED b".utf8)
        #expect(ledger.texts == ["2101 sick"])
        conversation.drop(" 486\n".utf8, as: .gone)
        #expect(ledger.texts == ["2101 sick", "a ended busy", "b ended busy"])
        #expect(conversation.dropped == DroppedQuestions(gone: 1))
        var midway = try Conversation(ledger)
        midway.send("PING\r\nROUTE 1 2".utf8)
        midway.drop(" x\nENDED c 486\n".utf8, as: .gone)
        #expect(ledger.texts.last == "c ended busy")
        #expect(midway.dropped == DroppedQuestions(gone: 1))
    }

    @Test("behind QUIT nothing is taken")
    func quit() throws {
        let ledger = TestLedger()
        var conversation = try Conversation(ledger)
        conversation.drop("ENDED a 486\nQUIT\nENDED b 486\nROUTE 1 2 x\n".utf8, as: .gone)
        #expect(ledger.texts == ["a ended busy"])
        #expect(conversation.connections == ConnectionFigures())
    }

    @Test("a question that has become too old ends the conversation; what stands before it is answered")
    func late() throws {
        let ledger = TestLedger()
        var conversation = try Conversation(ledger)
        conversation.send(("RINGING a 2101\nPING\n" + Self.question + "ENDED a 486\nPING\n" + Self.question).utf8)
        conversation.isLate = true
        ledger.accept("a ringing 2101")
        conversation.deliver()
        #expect(conversation.text == "+OK\r\n+PONG\r\n")
        #expect(conversation.endedLate)
        #expect(ledger.requests.isEmpty)
        #expect(ledger.texts == ["a ringing 2101"])
        conversation.drop(as: .late)
        #expect(ledger.requests.isEmpty)
        #expect(ledger.texts == ["a ringing 2101", "a ended busy"])
        #expect(conversation.dropped == DroppedQuestions(late: 2))
    }

    @Test("what is no question does not become too old", arguments: ["PING\n", "ENDED b 486\n", "AGENT 2101 status\n"])
    func ageless(line: String) throws {
        let ledger = TestLedger()
        var conversation = try Conversation(ledger)
        conversation.send(("RINGING a 2101\nPING\n" + line).utf8)
        conversation.isLate = true
        ledger.accept("a ringing 2101")
        conversation.deliver()
        #expect(!conversation.isClosed)
        #expect(conversation.connections == ConnectionFigures())
    }

    @Test("of Asterisk that has gone, a question is dropped, and a report or wish passed on")
    func goneAsterisk() throws {
        let cases: [(header: String, told: [String], gone: Int)] = [
            (header("route", "+31612345678", "+31880001234"), [], 1), (header("next", "call-1", "BUSY"), [], 1),
            (header("ended", "call-1", "BUSY"), ["call-1 ended busy"], 0),
            (header("agent", "2101", "sick"), ["2101 sick"], 0), (header("agent", "2101", "nonsense"), [], 0),
            (header("nonsense"), [], 0), ("GET / HTTP/1.1\n\n", [], 0), ("agi_network: yes\n", [], 0), ("", [], 0),
        ]
        for (header, told, gone) in cases {
            for start in 0...header.utf8.count {
                let ledger = TestLedger()
                var conversation = try FastAGIConversation(ledger)
                // Up to its last byte the header says nothing yet.
                let first = header.utf8.prefix(start).dropLast(start == header.utf8.count ? 1 : 0)
                conversation.send(first)
                guard !conversation.isClosed else { continue }
                conversation.drop((header + "\nHANGUP\n").utf8.dropFirst(first.count), as: .gone)
                #expect(ledger.texts == told)
                #expect(ledger.requests.isEmpty)
                #expect(conversation.text.isEmpty)
                #expect(conversation.dropped == DroppedQuestions(gone: gone))
            }
        }
    }

    @Test("whatever a peer that has gone had sent, how it is split changes nothing", arguments: 0..<200)
    func garbage(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let fragments = [
            "*3\r\n", "$5\r\n", "ENDED", "\r\n", "\n", "ENDED a 486\n", "ROUTE 1 2 x\n", "QUIT\n", "\"", "*0\r\n",
            request("RINGING", "a", "2101"), request("NEXT", "a", "BUSY"), "AGENT 2101 pause 2h\n", "$-1\r\n",
        ]
        let input = (0..<20).flatMap { _ in Array((fragments.randomElement(using: &random) ?? "").utf8) }
        let wholeLedger = TestLedger()
        var whole = try Conversation(wholeLedger)
        whole.drop(input, as: .gone)
        let splitLedger = TestLedger()
        var split = try Conversation(splitLedger)
        for piece in pieces(of: input, using: &random) { split.drop(piece, as: .gone) }
        #expect(wholeLedger.texts == splitLedger.texts)
        #expect(whole.connections == split.connections)
        var other = try FastAGIConversation()
        for piece in pieces(of: input, using: &random) { other.drop(piece, as: .gone) }
        #expect(other.text.isEmpty)
    }

    // MARK: Sockets

    /// A ledger whose desk hangs on the question with the call id `hang` until the gate is opened.
    private static func hanging(at gate: Gate, answersAtOnce: Bool = true) -> TestLedger {
        TestLedger(answersAtOnce: answersAtOnce) { if $0.callID == "hang" { gate.wait() } }
    }

    @Test("a peer that goes while the loop is busy is not decided for, but its reports are taken")
    func goneSocket() async throws {
        let gate = Gate()
        let ledger = Self.hanging(at: gate)
        try await withListener(ledger: ledger) { listener, path in
            let slow = try TestPeer(path)
            let known = try TestPeer(path)
            known.send("PING\n")
            #expect(known.receive(7) == "+PONG\r\n")
            slow.send("EXTENSION +31612345678 +31880001234 hang\n")
            try await eventually { gate.waiters == 1 }
            // One comes and goes; one had been there, and does not even read what it is sent.
            var new: TestPeer? = try TestPeer(path)
            new?.send(Self.question + "ENDED a 486\n" + Self.question)
            new = nil
            known.send(Self.question + "ENDED b 486\n")
            shutdown(known.descriptor, Int32(SHUT_RDWR))
            let halfClosed = try TestPeer(path)
            halfClosed.send("EXTENSION +31612345678 +31880001234 half\n")
            halfClosed.closeSending()
            gate.open()
            #expect(halfClosed.receive(100) == bulk("2101"))
            #expect(slow.receive(10) == bulk("2101"))
            try await eventually { listener.figures.current == 1 }
            #expect(ledger.requests.map(\.callID) == ["hang", "half"])
            #expect(Set(ledger.texts) == ["a ended busy", "b ended busy"])
            #expect(listener.figures == ConnectionFigures(current: 1, total: 4))
            #expect(listener.dropped == DroppedQuestions(gone: 3))
        }
    }

    @Test("a peer that goes while it waits for the ledger leaves its reports, and no questions")
    func goneWaiting() async throws {
        let ledger = TestLedger()
        try await withListener(ledger: ledger) { listener, path in
            var peer: TestPeer? = try TestPeer(path)
            peer?.send("RINGING a 2101\nPING\nENDED a 486\n" + Self.question)
            try await eventually { ledger.texts.count == 1 }
            peer?.send("ENDED b 486\n")
            peer = nil
            try await eventually { listener.figures.current == 0 }
            #expect(ledger.texts == ["a ringing 2101", "a ended busy", "b ended busy"])
            #expect(ledger.requests.isEmpty)
            #expect(listener.figures == ConnectionFigures(current: 0, total: 1))
            #expect(listener.dropped == DroppedQuestions(gone: 1))
        }
    }

    @Test("a question that waited too long behind the ledger is dropped with its connection, reports are not")
    func lateSocket() async throws {
        var limits = PBXLimits.patient
        limits.answer = 50
        let ledger = TestLedger()
        try await withListener(limits, ledger: ledger) { listener, path in
            let peer = try TestPeer(path)
            peer.send("RINGING a 2101\nPING\n" + Self.question + "ENDED a 486\n")
            try await eventually { ledger.texts.count == 1 }
            peer.send("ENDED b 486\n")
            try await Task.sleep(for: .milliseconds(60))
            ledger.accept("a ringing 2101")
            #expect(peer.receive(12) == "+OK\r\n+PONG\r\n")
            #expect(peer.isClosed())
            try await eventually { listener.figures.current == 0 }
            #expect(ledger.requests.isEmpty)
            #expect(ledger.texts == ["a ringing 2101", "a ended busy", "b ended busy"])
            #expect(listener.figures == ConnectionFigures(current: 0, total: 1))
            #expect(listener.dropped == DroppedQuestions(late: 1))
        }
    }

    @Test("questions behind replies that the peer does not take become too old, new ones do not")
    func lateUnsent() async throws {
        var limits = PBXLimits.patient
        limits.answer = 50
        let ledger = TestLedger(answersAtOnce: true)
        try await withListener(limits, ledger: ledger) { listener, path in
            let peer = try TestPeer(path)
            // The replies to one read are ten times as long as the kernel holds.
            let count = 2_000
            peer.send(String(repeating: "ROUTE +31612345678 +31880001234 x\n", count: count))
            // Once another peer is answered, the loop has done for the first what it could.
            let other = try TestPeer(path)
            for _ in 0..<2 {
                other.send("PING\n")
                #expect(other.receiveLine() == "+PONG\r\n")
            }
            try await Task.sleep(for: .milliseconds(60))
            let reply = route(RESPSessionTests.dialled).utf8.count
            let received = peer.receive(count * reply).utf8.count
            #expect(received % reply == 0)
            try await eventually { listener.figures.current == 1 }
            #expect(ledger.requests.count == received / reply)
            #expect(listener.dropped.late == count - received / reply)
            #expect(listener.dropped.late > 0)
            withExtendedLifetime(other) {}
        }
    }

    @Test("a peer that never takes its replies leaves its reports when it is given up")
    func timedOut() async throws {
        var limits = PBXLimits.patient
        limits.send = 50
        let ledger = TestLedger(answersAtOnce: true)
        try await withListener(limits, ledger: ledger) { listener, path in
            let peer = try TestPeer(path)
            peer.send(String(repeating: "INFO\n", count: 2_000) + "ENDED a 486\n")
            try await eventually { listener.figures.timedOut == 1 && listener.figures.current == 0 }
            #expect(ledger.texts == ["a ended busy"])
        }
    }

    @Test(
        "a call whose caller has hung up before Asterisk's question was read is not decided", arguments: [true, false])
    func goneFastAGI(isHalfClosed: Bool) async throws {
        let gate = Gate()
        let ledger = Self.hanging(at: gate)
        try await withFastAGI(ledger: ledger) { listener, path, port in
            let slow = try TestPeer(path)
            slow.send("EXTENSION +31612345678 +31880001234 hang\n")
            try await eventually { gate.waiters == 1 }
            var question: TestPeer? = try TestPeer(port: port)
            var report: TestPeer? = try TestPeer(port: port)
            question?.send(header("route", "+31612345678", "+31880001234", "y"))
            report?.send(header("ended", "a", "BUSY"))
            if isHalfClosed {
                question?.closeSending()
                report?.closeSending()
            } else {
                question = nil
                report = nil
            }
            gate.open()
            try await eventually { listener.fastAGIFigures.current == 0 && listener.fastAGIFigures.total == 2 }
            #expect(ledger.requests.map(\.callID) == ["hang"])
            #expect(ledger.texts == ["a ended busy"])
            #expect(listener.fastAGIFigures == ConnectionFigures(current: 0, total: 2))
            #expect(listener.fastAGIDropped == DroppedQuestions(gone: 1))
        }
    }
}
