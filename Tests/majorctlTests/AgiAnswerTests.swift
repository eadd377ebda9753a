import PBXProtocol
import Testing

@testable import majorctl

/// What majord answers, and what the dial plan gets of it.
@Suite("AGI answer")
struct AgiAnswerTests {
    private static let reply = AgiReply.texts([
        "action", "dial", "extension", "2101", "agent", "joke", "role", "primary", "ring", "20", "targets",
        "2101:20,2050:0",
        "client", "noord", "client-name", "Noord", "contact", "Karin Smit", "case", "", "reason", "primary", "decision",
        "7f",
        "generation", "4", "for", "mark", "display", "Noord: K. Smit (for Mark)", "displays",
        "Noord: K. Smit (for Mark)|Noord: K. Smit", "something-new", "1",
    ])

    @Test("a decision sets every variable; the action is cleared first and set last")
    func decision() {
        do {
            let answer = AgiAnswer(Self.reply, to: .question)
            #expect(answer.complaint == nil)
            #expect(
                answer.variables.map { "\($0.name)=\($0.value)" } == [
                    "MAJOR_ACTION=", "MAJOR_EXTENSION=2101", "MAJOR_TARGETS=2101:20,2050:0", "MAJOR_RING=20",
                    "MAJOR_AGENT=joke", "MAJOR_ROLE=primary", "MAJOR_CLIENT=noord", "MAJOR_CLIENT_NAME=Noord",
                    "MAJOR_CONTACT=Karin Smit", "MAJOR_CASE=", "MAJOR_REASON=primary", "MAJOR_DECISION=7f",
                    "MAJOR_FOR=mark", "MAJOR_DISPLAY=Noord: K. Smit (for Mark)",
                    "MAJOR_DISPLAYS=Noord: K. Smit (for Mark)|Noord: K. Smit", "MAJOR_ACTION=dial",
                ])
        }
    }

    @Test("without majord the action is overflow, and nothing of an earlier answer is left")
    func away() {
        let answer = AgiAnswer(.away("majord is not running"), to: .question)
        #expect(answer.complaint == "majord is not running")
        let ofDecision = Set(AgiAnswer(Self.reply, to: .question).variables.map(\.name))
        #expect(Set(answer.variables.map(\.name)) == ofDecision.union(["MAJOR_ERROR"]))
        #expect(
            answer.variables.filter { !$0.value.isEmpty } == [
                AgiVariable(name: "MAJOR_REASON", value: "majord-away"),
                AgiVariable(name: "MAJOR_ERROR", value: "majord is not running"),
                AgiVariable(name: "MAJOR_ACTION", value: "overflow"),
            ])
    }

    @Test(
        "an answer that is none counts as a refusal",
        arguments: [
            AgiReply.error("unknown command 'ROUTE'"), .null, .status("OK"), .text("2101"), .texts([]),
            .texts(["action"]), .texts(["action", ""]), .texts(["extension", "2101"]),
        ])
    func refusals(reply: AgiReply) {
        let answer = AgiAnswer(reply, to: .question)
        #expect(answer.variables.last == AgiVariable(name: "MAJOR_ACTION", value: "overflow"))
        #expect(answer.variables.contains(AgiVariable(name: "MAJOR_REASON", value: "majord-refused")))
        #expect(answer.complaint != nil)
    }

    @Test("a report says whether it was accepted")
    func reports() {
        let kind = PBXCommand.Kind.report
        func values(_ answer: AgiAnswer) -> [String] { answer.variables.map { "\($0.name)=\($0.value)" } }
        #expect(values(AgiAnswer(.status("OK"), to: kind)) == ["MAJOR_ACCEPTED=", "MAJOR_ACCEPTED=1"])
        for (answer, why) in [(AgiAnswer(.error("no"), to: kind), "no"), (AgiAnswer(.away("gone"), to: kind), "gone")] {
            #expect(values(answer) == ["MAJOR_ACCEPTED=", "MAJOR_ERROR=\(why)", "MAJOR_ACCEPTED="])
            #expect(
                answer.commands == [
                    #"SET VARIABLE MAJOR_ACCEPTED """#, "SET VARIABLE MAJOR_ERROR \"\(why)\"",
                    "VERBOSE \"majorctl agi: \(why)\" 0", #"SET VARIABLE MAJOR_ACCEPTED """#,
                ])
        }
    }

    @Test("a desk phone gets a sentence and a word")
    func deskPhone() {
        func values(_ answer: AgiAnswer) -> [String] { answer.variables.map { "\($0.name)=\($0.value)" } }
        #expect(
            values(AgiAnswer(.texts(["Joke de Vries is available", "available"]), to: .wish)) == [
                "MAJOR_STATE=", "MAJOR_SENTENCE=Joke de Vries is available", "MAJOR_STATE=available",
            ])
        #expect(values(AgiAnswer(.error("no"), to: .wish)).last == "MAJOR_STATE=refused")
        #expect(
            values(AgiAnswer(.away("gone"), to: .wish)).suffix(3) == [
                "MAJOR_SENTENCE=Not possible now, nothing has changed", "MAJOR_ERROR=gone", "MAJOR_STATE=unknown",
            ])
        #expect(
            values(AgiAnswer(.late("hung"), to: .wish)).suffix(3) == [
                "MAJOR_SENTENCE=Not known whether it was done: dial *70", "MAJOR_ERROR=hung", "MAJOR_STATE=unknown",
            ])
    }

    @Test("words that majord cannot be asked leave nothing that a dial plan could take for an answer")
    func unknown() {
        let answer = AgiAnswer(.refused("`nosuch` is not understood"), to: nil)
        let values = Dictionary(answer.variables.map { ($0.name, $0.value) }) { $1 }
        #expect(values["MAJOR_ACTION"] == "overflow")
        #expect(values["MAJOR_TARGETS"] == "")
        #expect(values["MAJOR_ACCEPTED"] == "")
        #expect(values["MAJOR_STATE"] == "refused")
        #expect(values["MAJOR_SENTENCE"] == "`nosuch` is not understood")
        #expect(values["MAJOR_ERROR"] == "`nosuch` is not understood")
    }

    @Test(
        "values are quoted for Asterisk",
        arguments: [
            ("2101:20,2102:20", "\"2101:20,2102:20\""), ("", "\"\""), ("a \"b\" c", "\"a \\\"b\\\" c\""),
            ("a\\b", "\"a\\\\b\""), ("a\nSET VARIABLE X 1", "\"a SET VARIABLE X 1\""),
            ("a\r\u{0}\u{7f}\u{85}b", "\"a    b\""),
            ("ICT-coördinator ${EXTEN}; x", "\"ICT-coördinator ${EXTEN}; x\""),
            (String(repeating: "é", count: 600), "\"" + String(repeating: "é", count: 450) + "\""),
        ])
    func quoting(value: String, quoted: String) {
        #expect(AgiVariable(name: "MAJOR_CONTACT", value: value).command == "SET VARIABLE MAJOR_CONTACT \(quoted)")
    }

    @Test("quoted as in the recording, whose Asterisk understood it")
    func recorded() throws {
        let name = "Scholen \"Noord\" \\ Zuid, ${EXTEN} & Ëé; (1)"
        let transcript = try AgiTranscript("route")
        #expect(transcript.lines.contains(.sent(AgiVariable(name: "MAJOR_CLIENT_NAME", value: name).command)))
        #expect(transcript.lines.last == .received("200 result=1 (\(name))"))
    }
}
