import PBXProtocol
import Routing
import Testing

@testable import PBX

@Suite("What becomes of a call, over RESP")
struct RESPCallTests {
    @Test(
        "a report is accepted once the ledger has it",
        arguments: [
            ("RINGING call-1 2101", "call-1 ringing 2101"), ("ANSWERED call-1 2101", "call-1 answered 2101"),
            ("RELEASED call-1 2101", "call-1 released 2101"), ("UP call-1", "call-1 up"),
            ("ENDED call-1 ANSWER", "call-1 ended answered"), ("ENDED call-1 486", "call-1 ended busy"),
            ("ended call-1 ''", "call-1 ended cancelled"),
        ])
    func reports(line: String, told: String) throws {
        try check(line + "\nPING\n", "+OK\r\n+PONG\r\n")
        let ledger = TestLedger()
        var conversation = try Conversation(ledger)
        conversation.send((line + "\n").utf8)
        #expect(conversation.text.isEmpty)
        ledger.accept(told)
        conversation.deliver()
        #expect(conversation.text == "+OK\r\n")
    }

    @Test("NEXT answers as ROUTE does")
    func next() throws {
        let ledger = TestLedger()
        var conversation = try Conversation(ledger)
        conversation.send(request("NEXT", "call-1", "noanswer").utf8)
        #expect(conversation.text == route(RESPSessionTests.overflowed))
        #expect(ledger.texts == ["call-1 next no-answer"])
        try check("NEXT call-1 BUSY\n", route(RESPSessionTests.overflowed))
        conversation.send(request("NEXT", "call-1", "486", "2101").utf8)
        #expect(ledger.texts.last == "call-1 next busy after 2101")
    }

    @Test(
        "a desk phone's wish is answered with a sentence and a word",
        arguments: [
            ("status", "status"), ("SICK", "sick"), ("back", "back"), ("free", "free"), ("pause 45m", "pause 2700"),
            ("Pause 1H30M", "pause 5400"),
        ])
    func wishes(words: String, wish: String) throws {
        try check("AGENT 2101 \(words)\n", "*2\r\n" + bulk("Joke: \"2101 \(wish)\"") + bulk("available"))
    }

    @Test(
        "what cannot be read is named, and the connection stays",
        arguments: [
            (
                "NEXT c RUNNING",
                "unknown status 'RUNNING': a DIALSTATUS such as NOANSWER or BUSY, or a SIP status is meant"
            ),
            ("ENDED c 99", "unknown status '99': a DIALSTATUS such as NOANSWER or BUSY, or a SIP status is meant"),
            ("RINGING '' 2101", "a report needs the call's id, as it was asked about"),
            ("ENDED \u{0} BUSY", "a report needs the call's id, as it was asked about"),
            ("RINGING c 21a", "extension '21a' is not 1 to 15 digits"),
            ("ANSWERED c ''", "extension '' is not 1 to 15 digits"),
            ("AGENT x status", "extension 'x' is not 1 to 15 digits"),
            ("AGENT 2101 holiday", "unknown wish 'holiday': status, sick, back, pause or free is meant"),
            ("AGENT 2101 pause", "pause takes a duration such as 45m, 2h or 1h30m"),
            ("AGENT 2101 sick 2h", "sick takes no duration"),
            ("AGENT 2101", "wrong number of arguments for 'agent'"), ("NEXT c", "wrong number of arguments for 'next'"),
            ("ENDED c BUSY 1 x", "wrong number of arguments for 'ended'"),
        ])
    func refused(line: String, error: String) throws {
        try check(line + "\nPING\n", "-ERR \(error)\r\n+PONG\r\n")
    }

    @Test("what is no UTF-8 counts as many bytes as it has")
    func rawLength() throws {
        func request(_ count: Int) -> [UInt8] {
            Array("*3\r\n$5\r\nENDED\r\n$\(count)\r\n".utf8) + Array(repeating: 0x80, count: count)
                + Array("\r\n$3\r\n200\r\n".utf8)
        }
        for (count, reply) in [(128, "+OK\r\n"), (129, "-ERR call id is too long (128 bytes at most)\r\n")] {
            var conversation = try Conversation()
            conversation.send(request(count))
            conversation.deliver()
            #expect(conversation.text == reply)
        }
    }

    @Test(
        "a pause that is no pause is refused",
        arguments: [
            "45", "m", "h", "0m", "1441m", "25h", "24h1m", "30m1h", "-5m", "+5m", "1h 5m", "99999m", "1d", "1.5.5h",
            "٣m",
            "1hm",
        ])
    func badPause(text: String) throws {
        try check(
            request("AGENT", "2101", "pause", text),
            "-ERR duration '\(text)' is not 1m to 24h, such as 45m, 2h or 1h30m\r\n")
    }

    @Test("requests behind a report wait for it, in their order")
    func order() throws {
        let ledger = TestLedger()
        var conversation = try Conversation(ledger)
        conversation.send("PING\nRINGING a 2101\nECHO 1\nENDED a 200\nECHO 2\nPI".utf8)
        #expect(conversation.text == "+PONG\r\n")
        #expect(ledger.texts == ["a ringing 2101"])
        ledger.accept("a ringing 2101")
        conversation.deliver()
        #expect(conversation.text == "+PONG\r\n+OK\r\n$1\r\n1\r\n")
        ledger.accept("a ended answered")
        conversation.deliver()
        conversation.send("NG\n".utf8)
        #expect(conversation.text == "+PONG\r\n+OK\r\n$1\r\n1\r\n+OK\r\n$1\r\n2\r\n+PONG\r\n")
    }

    @Test("an answer that comes too late is forgotten, also when the next one is waited for")
    func late() throws {
        let ledger = TestLedger()
        var conversation = try Conversation(ledger)
        conversation.send("RINGING a 2101\nPING\nANSWERED a 2101\n".utf8)
        conversation.take(.late)
        let error = "-ERR \(DeskAnswer.lateText)\r\n+PONG\r\n"
        #expect(conversation.text == error)
        #expect(conversation.isWaiting)
        ledger.accept("a ringing 2101")
        conversation.deliver()
        #expect(conversation.text == error)
        ledger.accept("a answered 2101")
        conversation.deliver()
        #expect(conversation.text == error + "+OK\r\n")
    }

    @Test("reports that come together are passed on at once, and answered together with the last")
    func joined() throws {
        let ledger = TestLedger()
        var conversation = try Conversation(ledger)
        conversation.send("RINGING a 2101\nANSWERED a 2101\nENDED a 200\nENDED b 99\nRINGING c 2102\nPING\n".utf8)
        #expect(ledger.texts == ["a ringing 2101", "a answered 2101", "a ended answered"])
        ledger.accept("a ringing 2101")
        ledger.accept("a answered 2101")
        conversation.deliver()
        #expect(conversation.text == "")
        ledger.accept("a ended answered")
        conversation.deliver()
        let error = "-ERR unknown status '99': a DIALSTATUS such as NOANSWER or BUSY, or a SIP status is meant\r\n"
        #expect(conversation.text == "+OK\r\n+OK\r\n+OK\r\n" + error)
        ledger.accept("c ringing 2102")
        conversation.deliver()
        #expect(conversation.text == "+OK\r\n+OK\r\n+OK\r\n" + error + "+OK\r\n+PONG\r\n")
    }

    @Test("reports that come together and are not accepted in time are each told so")
    func joinedLate() throws {
        let ledger = TestLedger()
        var conversation = try Conversation(ledger)
        conversation.send("RINGING a 2101\nANSWERED a 2101\nPING\n".utf8)
        conversation.take(.late)
        let error = "-ERR \(DeskAnswer.lateText)\r\n"
        #expect(conversation.text == error + error + "+PONG\r\n")
    }
}
