import MajorAPI
import Routing
import Sheets
import ShownText
import Testing
import Varlink

@testable import majorctl

@Suite("Printable")
struct PrintableTests {
    private let note = "\u{1B}[31mziek\u{1B}[0m\n\u{9B}2J\u{202E}"

    @Test("every text of an answer is escaped, however deep it lies; the rest stays as it is")
    func texts() {
        let answer: JSONObject = [
            "note": .string(note), "list": [.string("a\nb"), 1, nil, true], "inner": ["name": .string(note)],
            "k\u{1B}": "v",
        ]
        let shown = "\\e[31mziek\\e[0m\\n\\u{9B}2J\\u{202E}"
        #expect(
            Printable.texts(of: answer) == [
                "note": .string(shown), "list": ["a\\nb", 1, nil, true], "inner": ["name": .string(shown)],
                "k\\e": "v",
            ])
    }

    @Test("JSON for programs has the same values, and nothing in it that steers a terminal")
    func json() throws {
        let answer: JSONObject = ["note": .string(note), "name": "Karin, coördinator"]
        let line = Printable.json(MessageOrder.answer(answer, to: ""))
        #expect(line.isShowable, "\(line.shown)")
        #expect(line.contains("coördinator"))
        let reply = try VarlinkReply(frame: Array("{\"parameters\":\(line)}".utf8))
        #expect(reply.parameters == answer)
    }

    @Test("a refusal's texts are escaped, too, findings among them")
    func failures() throws {
        let findings = DirectoryAPI.Refused(
            generation: 3,
            findings: [
                DirectoryAPI.Finding(
                    file: "clients.d/\u{1B}[2Jnoord.yaml", line: 1, column: 2, severity: .error,
                    text: "unknown key `\u{1B}]0;x\u{7}`")
            ])
        for failure in [
            Failure(RosterAPI.Failure.unknownAgent(RosterAPI.UnknownAgent(agent: note, known: [note])).error),
            Failure(VarlinkError(name: "org.example.\u{1B}[31m", parameters: ["x": .string(note)])),
            Failure(DirectoryAPI.Failure.refused(findings).error),
        ] {
            let lines = failure.text.split(separator: "\n")
            #expect(lines.allSatisfy { $0.isShowable }, "\(failure.text.shown)")
        }
    }
}
