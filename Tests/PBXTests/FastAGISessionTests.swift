import AGI
import PBXProtocol
import Routing
import Sockets
import Testing

@testable import PBX

@Suite("A conversation with Asterisk")
struct FastAGISessionTests {
    private static let question = header("route", "+31612345678", "+31880001234", "1795378587.27")

    @Test("a call's decision is set variable by variable, the action first cleared and set last")
    func routes() throws {
        try check(FastAGISession.self, Self.question + done(16), dialledCommands, closes: true)
        try check(FastAGISession.self, Self.question.withReturns + done(16).withReturns, dialledCommands, closes: true)
    }

    @Test("each command waits for the answer to the one before")
    func steps() throws {
        var conversation = try FastAGIConversation()
        conversation.send(Self.question.utf8)
        let commands = dialledCommands.split(separator: "\n").map { "\($0)\n" }
        for count in 1...16 {
            #expect(conversation.text == commands[..<count].joined())
            #expect(!conversation.isClosed)
            conversation.send("200 result=1".utf8)
            #expect(conversation.text == commands[..<count].joined())
            conversation.send("\n".utf8)
        }
        #expect(conversation.text == dialledCommands)
        #expect(conversation.isClosed)
    }

    @Test(
        "the header's own lines stand in for arguments that are missing",
        arguments: [
            (header("route", caller: "0612345678"), ["0612345678", "+31880001234", "1795378587.27"]),
            (header("/route/?x=1"), ["", "+31880001234", "1795378587.27"]),
            (header("route", "unknown", "", ""), ["", "+31880001234", "1795378587.27"]),
            (header("route", "", "112", "7", caller: "0612345678"), ["", "112", "7"]),
            (header("route", dialed: "0880001234", extension: "s"), ["", "0880001234", "1795378587.27"]),
            (header("route", extension: "s"), ["", "", "1795378587.27"]),
            (header("route", "A, B <+3150", "x:y", " z "), ["A, B <+3150", "x:y", " z "]),
            ("agi_request: agi://127.0.0.1:4577/route?a=b\nagi_uniqueid: 5\n\n", ["", "", "5"]),
        ])
    func fallbacks(header: String, expected: [String]) throws {
        let ledger = TestLedger()
        var conversation = try FastAGIConversation(ledger)
        conversation.send((header + done(1)).utf8)
        let request = try #require(ledger.requests.first)
        #expect([request.caller, request.called, request.callID] == expected)
    }

    @Test(
        "the next target, for a call id and a status",
        arguments: [
            (header("next", "call-1", "NOANSWER"), "call-1 next no-answer"),
            (header("next", "", "busy"), "1795378587.27 next busy"),
            (header("next", "call-1", "busy", "2101"), "call-1 next busy after 2101"),
        ])
    func next(header: String, told: String) throws {
        let ledger = TestLedger()
        var conversation = try FastAGIConversation(ledger)
        conversation.send((header + proven(16)).utf8)
        #expect(conversation.text == provenCommands(overflowedCommands))
        #expect(conversation.isClosed)
        #expect(ledger.texts == [told])
    }

    @Test(
        "a report is accepted once the ledger has it",
        arguments: [
            (header("ringing", "call-1", "2101"), "call-1 ringing 2101"),
            (header("released", "call-1", "2101"), "call-1 released 2101"),
            (header("up", "call-1"), "call-1 up"), (header("up"), "1795378587.27 up"),
            (header("ended", "call\u{1B}[31m", "BUSY"), "call\u{1B}[31m ended busy"),
            (header("ended", "call-1", "ANSWER"), "call-1 ended answered"),
            // A hangup handler of a call that nobody was dialled for.
            (header("ended", "call-1", ""), "call-1 ended cancelled"),
            (header("ended"), "1795378587.27 ended cancelled"),
        ])
    func reports(header: String, told: String) throws {
        let accepted = set(["ACCEPTED": "", "ACCEPTED": "1"])
        try check(FastAGISession.self, header + proven(2), provenCommands(accepted), closes: true)
        let ledger = TestLedger()
        var conversation = try FastAGIConversation(ledger)
        conversation.send(header.utf8)
        #expect(ledger.texts.isEmpty)
        conversation.send(done(2).utf8)
        #expect(conversation.text == set(["ACCEPTED": ""]) + proofCommand)
        #expect(ledger.texts.isEmpty)
        conversation.send(proven(1).utf8)
        #expect(conversation.text == set(["ACCEPTED": ""]) + proofCommand)
        ledger.accept(told)
        conversation.deliver()
        conversation.send(done(1).utf8)
        #expect(conversation.text == provenCommands(accepted))
        #expect(conversation.isClosed)
    }

    @Test("a desk phone's wish is answered with a sentence and a word, quoted")
    func wishes() throws {
        let answered = set(["STATE": "", "SENTENCE": #"Joke: \"2101 pause 2700\""#, "STATE": "available"])
        try check(
            FastAGISession.self, header("agent", "2101", "pause", "45m") + proven(3), provenCommands(answered),
            closes: true)
        let status = set(["STATE": "", "SENTENCE": #"Joke: \"2102 status\""#, "STATE": "available"])
        try check(
            FastAGISession.self, header("agent", "2102", "status", "") + proven(3), provenCommands(status), closes: true
        )
    }

    @Test("a ledger that does not answer in time is told on the console, and nothing is accepted")
    func late() throws {
        let message = refusal(DeskAnswer.lateText)
        var report = try FastAGIConversation(TestLedger())
        report.send((header("ended", "1", "BUSY") + proven(1)).utf8)
        report.take(.late)
        report.send(done(2).utf8)
        #expect(report.text == provenCommands(set(["ACCEPTED": ""]) + message))
        #expect(report.isClosed)
        var wish = try FastAGIConversation(TestLedger())
        wish.send((header("agent", "2101", "sick") + proven(1)).utf8)
        wish.take(.late)
        wish.send(done(4).utf8)
        #expect(
            wish.text
                == provenCommands(
                    set(["STATE": "", "SENTENCE": DeskAnswer.lateText]) + message + set(["STATE": "unknown"])))
        #expect(wish.isClosed)
    }

    @Test(
        "a question that is not looked at sends the call to the dial plan's overflow",
        arguments: [
            (
                header("route", "1", "+31880001234", "c", "d", "e"),
                "wrong number of arguments for 'route': is there a comma in one of them?"
            ),
            (header("route", String(repeating: "1", count: 33)), "caller number is too long (32 bytes at most)"),
            (header("route", String(repeating: "1", count: 257)), "caller is too long (256 bytes at most)"),
            (header("route", "1", String(repeating: "1", count: 257)), "called is too long (256 bytes at most)"),
            (header("next", String(repeating: "1", count: 129), "BUSY"), "call id is too long (128 bytes at most)"),
            (header("next", "call-1"), "wrong number of arguments for 'next'"),
            (
                header("next", "call-1", ""),
                "unknown status '': a DIALSTATUS such as NOANSWER or BUSY, or a SIP status is meant"
            ),
        ])
    func refusedCalls(header: String, reason: String) throws {
        let commands = refusedCommands(reason)
        try check(
            FastAGISession.self, header + proven(18),
            header.contains("script: next") ? provenCommands(commands) : commands, closes: true)
    }

    @Test(
        "a script that is none of majord's is refused in words, whatever the dial plan tests, and the journal is told",
        arguments: [
            (header("rout\"e"), #"/rout\"e"#), (header(""), "/"), (header("route/x"), "/route/x"),
            (header("nosuch", "1", "2", token: nil), "/nosuch"),
        ])
    func unknownScript(header: String, name: String) throws {
        var conversation = try FastAGIConversation(TestLedger())
        conversation.send((header + done(21)).utf8)
        let reason =
            "\(name) is none of majord's scripts: /route, /next, /ringing, /answered, /up, /released, /ended, /called, /phone, /agent, /case"
        let refused = refusedCommands(reason).dropFirst(set(["ACTION": ""]).count)
        #expect(
            conversation.text == set(["ACTION": "", "ACCEPTED": "", "SENTENCE": reason, "STATE": "refused"]) + refused)
        #expect(conversation.isClosed)
        #expect(conversation.incident?.kind == .unknownScript)
        var gone = try FastAGIConversation(TestLedger())
        gone.drop(header.utf8, as: .gone)
        #expect(gone.incident?.kind == .unknownScript)
    }

    @Test(
        "without the right token questions alone are answered",
        arguments: [
            nil, "", "x", String(TestDesk.tokenText.dropLast()), TestDesk.tokenText + "x",
            TestDesk.tokenText.uppercased(),
        ])
    func token(token: String?) throws {
        let ledger = TestLedger(answersAtOnce: true)
        for question in [
            header("route", "+31612345678", "+31880001234", "1", token: token),
            header("next", "1", "BUSY", token: token),
        ] {
            var conversation = try FastAGIConversation(ledger)
            conversation.send((question + proven(16)).utf8)
            #expect(conversation.text.contains("MAJOR_EXTENSION \"2"))
            #expect(conversation.isClosed)
            #expect(conversation.incident == nil)
        }
        #expect(ledger.texts == ["1 next busy"])
        let reports = [
            header("ringing", "1", "2101", token: token), header("answered", "1", "2101", token: token),
            header("ended", "1", "BUSY", token: token), header("agent", "2101", "sick", token: token),
            header("agent", "2101", "status", token: token), header("ended", token: token),
        ]
        for report in reports {
            var conversation = try FastAGIConversation(ledger)
            conversation.send((report + done(5)).utf8)
            #expect(conversation.isClosed)
            #expect(
                conversation.text.contains(token?.isEmpty == false ? "the token is not that of" : "needs the token of"))
            #expect(!conversation.text.contains("MAJOR_ACCEPTED \"1\""))
            #expect(conversation.incident?.kind == .denied(hasToken: token?.isEmpty == false))
            #expect(token?.isEmpty != false || conversation.incident?.script.contains("token") == false)
            var gone = try FastAGIConversation(ledger)
            gone.drop(report.utf8, as: .gone)
        }
        #expect(ledger.texts == ["1 next busy"], "nothing was reported or wished")
    }

    @Test("the token may stand in agi_request alone, and among other words")
    func tokenPlaces() throws {
        let ledger = TestLedger(answersAtOnce: true)
        let texts = [
            "agi_request: agi://127.0.0.1/ended?token=\(TestDesk.tokenText)\nagi_arg_1: a\n\n",
            "agi_network_script: ended?x=1&token=\(TestDesk.tokenText)&y\nagi_arg_1: a\n\n",
            "agi_network_script: /ended/?token=&token=\(TestDesk.tokenText)\nagi_arg_1: a\n\n",
        ]
        for text in texts {
            var conversation = try FastAGIConversation(ledger)
            conversation.send((text + proven(2)).utf8)
            #expect(conversation.text == provenCommands(set(["ACCEPTED": "", "ACCEPTED": "1"])))
        }
        #expect(ledger.texts == Array(repeating: "a ended cancelled", count: 3))
    }

    @Test("a file holds a token of 32 to 256 plain characters, whatever blanks are around it")
    func tokenFiles() {
        let token = String(repeating: "aZ09-._~", count: 4)
        for contents in [token, token + "\n", " \t\(token)\r\n\n"] {
            #expect(FastAGIToken(contents.utf8)?.matches(token) == true)
        }
        for contents in [
            "", "\n", "none", String(token.dropLast()), token + " x", token + "&", String(repeating: "x", count: 257),
        ] {
            #expect(FastAGIToken(contents.utf8) == nil)
        }
        #expect(FastAGIToken(token.utf8)?.matches(nil) == false)
    }

    @Test("an answer that was not taken to its end is told, with its call, and what was taken is not")
    func notTaken() throws {
        for count in 1...12 {
            var conversation = try FastAGIConversation()
            conversation.send((Self.question + done(count)).utf8)
            let incident = try #require(conversation.incident)
            #expect(incident.kind == .notTaken(.closed))
            #expect(incident.callID == "1795378587.27")
            #expect(incident.decision == DecisionID(number: 1))
            #expect(incident.script == "route")
            #expect(conversation.incidentInTime?.kind == .notTaken(.silent))
            conversation.send("510 Invalid or unknown command\n".utf8)
            #expect(conversation.incident?.kind == .notTaken(.refused))
        }
        var taken = try FastAGIConversation()
        taken.send((Self.question + done(16)).utf8)
        #expect(taken.incident == nil)
        // Before the first answer nothing is decided.
        var early = try FastAGIConversation()
        early.send(Self.question.utf8)
        #expect(early.incident == nil)
        #expect(early.incidentInTime?.kind == .broken(.silent))
        var silent = try FastAGIConversation()
        silent.send("".utf8)
        #expect(silent.incidentInTime == nil)
    }

    @Test("a report or wish that cannot be read is told on the console")
    func refusedReports() throws {
        let badPhone = refusal("extension 'SIP/2101' is not 1 to 15 digits")
        try check(
            FastAGISession.self, header("ringing", "call-1", "SIP/2101") + proven(3),
            provenCommands(set(["ACCEPTED": ""]) + badPhone), closes: true)
        let text = "pause takes a duration such as 45m, 2h or 1h30m"
        try check(
            FastAGISession.self, header("agent", "2101", "pause") + proven(5),
            provenCommands(set(["STATE": "", "SENTENCE": text]) + refusal(text) + set(["STATE": "refused"])),
            closes: true)
    }

    @Test("HANGUP is passed over wherever it comes")
    func hangups() throws {
        let lines = (Self.question + done(16)).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        for index in lines.indices {
            var input = Array(lines)
            input.insert("HANGUP", at: index)
            var conversation = try FastAGIConversation()
            conversation.send((input.joined(separator: "\n") + "\n").utf8)
            #expect(conversation.text == dialledCommands, "before line \(index)")
            #expect(conversation.isClosed)
        }
        let ledger = TestLedger()
        var waiting = try FastAGIConversation(ledger)
        waiting.send((header("ended", "1", "CANCEL") + proven(1) + "HANGUP\nHAN").utf8)
        #expect(waiting.isWaiting)
        ledger.accept("1 ended cancelled")
        waiting.deliver()
        waiting.send(("GUP\n" + done(1) + "HANGUP\n").utf8)
        #expect(waiting.text == provenCommands(set(["ACCEPTED": "", "ACCEPTED": "1"])))
        #expect(waiting.isClosed)
    }

    @Test(
        "a command that is not carried out ends the dialogue before the action is set",
        arguments: [
            "200 result=0\n", "200 result=-1\n", "200 result=10\n", "510 Invalid or unknown command\n",
            "511 Command Not Permitted on a dead channel or intercept routine\n",
            "520 Invalid command syntax.  Proper usage not available.\n",
            """
            520-Invalid command syntax.  Proper usage follows:
            Usage: SET VARIABLE <variablename> <value>

            HANGUP
            200 result=1
            520 End of proper usage.

            """,
        ], [0, 5, 12])
    func badResults(reply: String, done count: Int) throws {
        let commands = dialledCommands.split(separator: "\n").prefix(count + 1).map { "\($0)\n" }.joined()
        var conversation = try FastAGIConversation()
        conversation.send((Self.question + done(count) + reply).utf8)
        #expect(conversation.text == commands)
        #expect(conversation.isClosed)
        #expect(conversation.connections.protocolErrors == 0)
    }

    @Test(
        "a report without a call's id, or with a NUL in it, is refused as over RESP",
        arguments: ["ringing", "answered", "released", "up", "ended"], ["", "a\0b"])
    func badCallIDs(script: String, callID: String) throws {
        let message = refusal(PBXRefusal.badCallID.text)
        let ledger = TestLedger()
        var conversation = try FastAGIConversation(ledger)
        let words = script == "up" ? [callID] : [callID, script == "ended" ? "BUSY" : "2101"]
        conversation.send((header(script, arguments: words) + proven(3)).utf8)
        #expect(conversation.text == provenCommands(set(["ACCEPTED": ""]) + message))
        #expect(conversation.isClosed)
        #expect(ledger.texts.isEmpty)
        let overRESP = script == "up" ? request(script, callID) : request(script, callID, "2101")
        try check(overRESP, "-ERR \(PBXRefusal.badCallID.text)\r\n")
    }

    @Test(
        "an answer that is none of these ends the dialogue, and no action is set",
        arguments: ["200", "200 OK", "600 result=1", "510"])
    func noReply(reply: String) throws {
        for count in [0, 1, 12] {
            var conversation = try FastAGIConversation()
            conversation.send((Self.question + done(count) + reply + "\n").utf8)
            #expect(conversation.isClosed)
            #expect(!conversation.text.contains("\"dial\"") || count == 12)
        }
    }

    @Test(
        "values are quoted so that Asterisk reads them as one argument",
        arguments: [
            ("", #""""#), (#"a "b" \c"#, #""a \"b\" \\c""#),
            ("a\r\nSET VARIABLE X\t\u{7F}\u{85}", #""a  SET VARIABLE X   ""#),
            ("a\u{202E}b\u{61C}c", #""a b c""#), ("Ë€😀", #""Ë€😀""#),
            (String(repeating: "x", count: 899) + "é", "\"" + String(repeating: "x", count: 899) + "\""),
            (String(repeating: "\"", count: 2_000), "\"" + String(repeating: #"\""#, count: 900) + "\""),
        ])
    func quoting(value: String, quoted: String) {
        var output = ReplyBuffer()
        output.write { $0.command(.set(.clientName, value)) }
        let text = output.withBytes { String(decoding: $0, as: UTF8.self) }
        #expect(text == "SET VARIABLE MAJOR_CLIENT_NAME \(quoted)\n")
    }
}

extension String {
    /// With carriage returns before the line ends.
    fileprivate var withReturns: String {
        split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    }
}
