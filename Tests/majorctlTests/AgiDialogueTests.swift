import Testing

@testable import majorctl

/// The program's side of the dialogue, against what a real Asterisk sends.
@Suite("AGI dialogue")
struct AgiDialogueTests {
    static let commands = ["A", "B", "C", "D", "E"].map { AgiVariable(name: "MAJOR_\($0)", value: "x").command }

    /// Plays what Asterisk sent, and answers like a program that has `commands` to send.
    private func play(_ transcript: AgiTranscript) -> (asked: Int, sent: [String], ended: Bool) {
        var dialogue = AgiDialogue()
        var asked = 0
        var sent: [String] = []
        for line in transcript.received {
            var step = dialogue.received(line)
            if step == .ask {
                asked += 1
                step = dialogue.answered(Self.commands)
            }
            switch step {
            case .send(let command): sent.append(command)
            case .end, .refused: return (asked, sent, true)
            case .wait, .ask: break
            }
        }
        return (asked, sent, false)
    }

    @Test(
        "asks once, behind the header, and sets every variable",
        arguments: [
            "agi-route", "agi-caller-hangs-up", "route", "caller-absent", "caller-hangs-up",
            "caller-hangs-up-unannounced",
            "many-arguments", "strange-caller", "no-script", "refused-commands", "line-end-in-caller-name",
        ])
    func wholeDialogues(name: String) throws {
        let transcript = try AgiTranscript(name)
        let played = play(transcript)
        #expect(played.asked == 1)
        let answers = transcript.received.filter { $0.hasPrefix("200 ") || $0.hasPrefix("5") && !$0.hasPrefix("520-") }
        let carriedOut = answers.prefix { $0 == "200 result=1" }.count
        #expect(played.sent == Array(Self.commands.prefix(carriedOut + 1)))
        #expect(played.ended == (carriedOut < answers.count || carriedOut >= Self.commands.count))
    }

    @Test("a command is sent only behind the answer to the one before")
    func inTurn() {
        var dialogue = AgiDialogue()
        #expect(dialogue.received("agi_request: /usr/bin/majorctl") == .wait)
        #expect(dialogue.received("") == .ask)
        #expect(dialogue.received("agi_arg_1: late") == .wait)
        #expect(dialogue.answered(Self.commands) == .send("SET VARIABLE MAJOR_A \"x\""))
        for passedOver in [
            "HANGUP", "", "520-Invalid command syntax.  Proper usage follows:", "Usage: 200", "20 x", "2000",
        ] {
            #expect(dialogue.received(passedOver) == .wait, "\(passedOver)")
        }
        #expect(dialogue.received("520 x") == .refused("SET VARIABLE MAJOR_A \"x\""))
        #expect(dialogue.received("200 result=1") == .end)
    }

    @Test("each command waits for the answer to the one before")
    func steps() {
        var dialogue = AgiDialogue()
        #expect(dialogue.received("") == .ask)
        #expect(dialogue.answered(Self.commands) == .send("SET VARIABLE MAJOR_A \"x\""))
        for name in ["B", "C", "D", "E"] {
            #expect(dialogue.received("HANGUP") == .wait)
            #expect(dialogue.received("200 result=1") == .send("SET VARIABLE MAJOR_\(name) \"x\""))
        }
        #expect(dialogue.received("200 result=1") == .end)
        #expect(dialogue.received("200 result=1") == .end)
    }

    @Test("without Asterisk majord is asked all the same, and nothing is waited for")
    func withoutAsterisk() {
        var dialogue = AgiDialogue()
        #expect(dialogue.received("agi_request: x") == .wait)
        #expect(dialogue.inputEnded() == .ask)
        var step = dialogue.answered(Self.commands)
        for command in Self.commands {
            #expect(step == .send(command))
            step = dialogue.inputEnded()
        }
        #expect(step == .end)
    }

    @Test("lines come out whole, wherever the bytes are cut; of an endless one the beginning is kept")
    func lines() {
        let bytes = Array("agi_callerid: ü\n\n200 result=1\r\nrest".utf8)
        for cut in 0...bytes.count {
            var lines = AgiLines()
            #expect(
                lines.append(bytes[..<cut]) + lines.append(bytes[cut...]) == ["agi_callerid: ü", "", "200 result=1"])
        }
        var lines = AgiLines()
        #expect(lines.append([UInt8](repeating: 0x78, count: 1_000_000)) == [])
        #expect(lines.append([0x0a]) == [String(repeating: "x", count: AgiLines.limit)])
    }
}
