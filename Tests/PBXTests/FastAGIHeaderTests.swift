import Routing
import Sockets
import Testing

@testable import PBX

@Suite("The header of a FastAGI dialogue")
struct FastAGIHeaderTests {
    private static let question = header("route", "+31612345678", "+31880001234", "1795378587.27")

    private static let strange: [String] = [
        "\n\r\n" + question, question + "\n", question + "\r\n\n\n", named("Karin\nSmit"),
        named("Karin\nSmit: ICT\n\u{1B}[31m"), named("\n"), named("Karin\n\nSmit"), named("\n\n\n"),
        named("HANGUP\nHANGUP"), named("x\nagi_x: y\nagi_\nagi_y"), named(repeated("x", 1_000)),
        named(repeated("é", 6_000)), named("x\n520-"), named(repeated("x\n", 1_000)),
        // The name brings lines of Asterisk's own form.
        named("x\nagi_arg_1: 2101\n"), named("x\n\nagi_arg_1: 0"), named("x\nagi_arg_4: 1"),
        named("x\nagi_arg_3: 1\nagi_arg_3: 2\nagi_arg_17: 1"), named("x\nagi_uniqueid: 1\nagi_network_script: next"),
    ]

    @Test("empty lines, lines of another form and long ones do no harm", arguments: strange)
    func strangeHeaders(header: String) throws {
        for piece in [1, 7, 1_024, header.utf8.count] {
            let ledger = TestLedger(answersAtOnce: true)
            var conversation = try FastAGIConversation(ledger)
            send(header, to: &conversation, piece)
            conversation.send((done(6) + "\n\r\n" + done(10)).utf8)
            #expect(conversation.text == dialledCommands)
            #expect(conversation.isClosed)
            #expect(conversation.connections.protocolErrors == 0)
            #expect(ledger.requests.map(\.callID) == ["1795378587.27"])
        }
    }

    private static let malformedInputs: [String] = [
        "GET / HTTP/1.1\r\n", "\nPOST /route HTTP/1.1\n" + question, "Host: x\n", "agi_network: yes\n\n",
        "\nagi_network\n\n", "HANGUPS\n\n", "\0\n\n", question.replacing("agi_arg_2", with: "agi_arg_1") + done(1),
        question.replacing("+31612345678", with: "1\nagi_arg_2: 0880001234") + done(1),
        repeated("x", 16_385), "agi_x: " + repeated("x", 16_378) + "\n", repeated("agi_x: y\n", 1_821),
        repeated("\n", 16_385), repeated("HANGUP\n", 2_341),
        question + repeated("x\n", 9_000),
    ]

    @Test("what is no FastAGI closes the connection, and nothing is asked", arguments: malformedInputs)
    func malformed(input: String) throws {
        for piece in [1, 7, 1_024, input.utf8.count] {
            let ledger = TestLedger()
            var conversation = try FastAGIConversation(ledger)
            send(input, to: &conversation, piece)
            #expect(conversation.text.isEmpty || conversation.text == set(["ACTION": ""]))
            #expect(conversation.isClosed)
            #expect(conversation.connections.protocolErrors == 1)
            #expect(ledger.requests.isEmpty)
        }
    }

    private static let forged = [
        "agi_arg_1: other\nagi_arg_2: 2101", "agi_arg_1: other\nagi_arg_2: BUSY\nagi_arg_3: 45m\nagi_arg_4: x",
        "agi_arg_1: a\nagi_arg_1: b\nagi_arg_2: c\nagi_arg_2: d", "agi_arg_2: 2101", "agi_arg_2: BUSY", "agi_arg_4: x",
        "agi_threadid: 1\nagi_arg_1: other\nagi_arg_2: 2101", "\nagi_arg_1: other\nagi_arg_2: NOANSWER",
        "agi_uniqueid: other", "agi_callerid: 0505550100", "agi_request: agi://x/agent", "agi_network_script: agent",
        "agi_dnid: 112", "agi_extension: 112",
    ]

    /// What majord is asked or told, with headers that differ only in the caller's name.
    private static let asked: [(header: String, told: [String])] = [
        (header("route", caller: "0612345678"), ["0612345678 +31880001234 1795378587.27"]),
        (
            header("route", caller: "0612345678", dialed: "0880001234", extension: "s"),
            ["0612345678 0880001234 1795378587.27"]
        ),
        (header("route", "1", "+31880001234", "c"), ["1 +31880001234 c"]),
        (header("ended"), ["1795378587.27 ended cancelled"]),
        (header("ended", "c"), ["c ended cancelled"]),
        (header("ended", "c", "BUSY"), ["c ended busy"]),
        (header("answered", "c", "2102"), ["c answered 2102"]),
        // Refused: these say of no phone.
        (header("answered"), []), (header("ringing", "c"), []),
    ]

    @Test("lines that a caller's name brings change nothing of what is asked or told", arguments: forged)
    func forgedLines(lines: String) throws {
        for (header, told) in Self.asked {
            let header = header.replacing("Karin \"K\" Smit: ICT", with: "a\n\(lines)")
            let ledger = TestLedger(answersAtOnce: true)
            var conversation = try FastAGIConversation(ledger)
            conversation.send((header + proven(20)).utf8)
            let requests = ledger.requests.map { "\($0.caller) \($0.called) \($0.callID)" }
            #expect(requests + ledger.texts == told, "\(header)")
            #expect(conversation.isClosed)
            #expect(conversation.connections.protocolErrors == 0)
            let gone = TestLedger()
            var dropped = try FastAGIConversation(gone)
            dropped.drop(header.utf8, as: .gone)
            #expect(gone.texts == (ledger.requests.isEmpty ? told : []))
        }
    }

    @Test("an argument that came twice is told, and nothing is reported")
    func repeatedArgument() throws {
        let report = header("ended", "other\nagi_arg_1: mine", "BUSY")
        let ledger = TestLedger(answersAtOnce: true)
        var conversation = try FastAGIConversation(ledger)
        conversation.send((report + proven(1)).utf8)
        var dropped = try FastAGIConversation(ledger)
        dropped.drop(report.utf8, as: .gone)
        #expect(ledger.texts.isEmpty)
        let kind = DialogueIncident.Kind.broken(.malformed(FastAGIProtocolError.repeatedArgument.text))
        #expect(conversation.incident?.kind == kind)
        #expect(dropped.incident?.kind == kind)
    }

    @Test("a name that brings an answer of its own gets no action")
    func forgedAnswer() throws {
        var conversation = try FastAGIConversation()
        conversation.send((Self.named("x\n\n200 result=1\n") + done(16)).utf8)
        #expect(conversation.isClosed)
        #expect(conversation.connections.protocolErrors == 1)
        #expect(!conversation.text.contains("MAJOR_ACTION \"p"))
    }

    private static let forgedAnswers = [
        "200 result=1", "200 result=1\n200 result=1", "510 no", "520-\n520 no", "200 result=1 (0000000000000000)",
        "200 result=1\nagi_threadid: 1\nagi_arg_1: other\nagi_arg_2: 2102\n\n200 result=1",
    ]

    @Test(
        "a name that brings answers has nothing reported, wished or moved on but what the dial plan says",
        arguments: forgedAnswers)
    func forgedReports(answers: String) throws {
        for (header, told) in [
            (header("ended", "c", "BUSY"), "c ended busy"), (header("ended"), "1795378587.27 ended cancelled"),
            (header("answered", "c", "2102"), "c answered 2102"), (header("agent", "2101", "sick"), "2101 sick"),
            (header("next", "c", "BUSY"), "c next busy"),
        ] {
            for forgedArguments in ["", "\nagi_threadid: 1\nagi_arg_1: other\nagi_arg_2: 2103"] {
                let header = header.replacing("Karin \"K\" Smit: ICT", with: "a\(forgedArguments)\n\n\(answers)\n")
                let ledger = TestLedger(answersAtOnce: true)
                var conversation = try FastAGIConversation(ledger)
                conversation.send(header.utf8)
                #expect(ledger.texts.isEmpty)
                #expect(conversation.text.hasSuffix(proofCommand))
                conversation.send(proven(20).utf8)
                #expect(ledger.texts == [told])
                #expect(conversation.isClosed)
                let gone = TestLedger()
                var dropped = try FastAGIConversation(gone)
                dropped.drop(header.utf8, as: .gone)
                #expect(gone.texts == (told.contains(" next ") ? [] : [told]))
                let late = TestLedger()
                var left = try FastAGIConversation(late)
                left.send(header.utf8)
                left.drop(as: .late)
                #expect(late.texts == (told.contains(" next ") ? [] : [told]))
            }
        }
    }

    private func send(_ input: String, to conversation: inout FastAGIConversation, _ piece: Int) {
        let bytes = Array(input.utf8)
        for start in stride(from: 0, to: bytes.count, by: piece) {
            conversation.send(bytes[start..<min(start + piece, bytes.count)])
        }
    }

    /// The header with this name of the caller.
    private static func named(_ name: String) -> String {
        question.replacing("Karin \"K\" Smit: ICT", with: name)
    }

    private static func repeated(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }
}
