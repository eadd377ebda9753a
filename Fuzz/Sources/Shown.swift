import AGI
import Logging
import Sheets
import ShownText

@testable import Systemd
@testable import Varlink

/// What others wrote, on its way to a screen, to Asterisk and to the journal.
enum Shown {
    static func text(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let shown = text.shown
        precondition(shown.isShowable, "what is shown steers the screen")
        precondition(text.isShowable == (shown == text), "what may be shown as it is is shown otherwise")
        precondition(
            text.namingInvisible.unicodeScalars.allSatisfy { !$0.isInvisible }, "what nobody sees is not named")
        agi(text)
        log(text)
        json(text)
    }

    /// For Asterisk it is one word, cut between two characters.
    private static func agi(_ text: String) {
        var command: [UInt8] = []
        AGIText(text).forEachByte { command.append($0) }
        precondition(!command.contains { $0 < 0x20 }, "a text ends Asterisk's command")
        let words = AsteriskWords.of(command)
        let clean = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isSteering ? " " : $0 }))
        precondition(words.count == 1 && words[0].utf8.count <= AGIText.limit, "Asterisk takes a text for \(words)")
        precondition(clean.utf8.starts(with: words[0].utf8), "Asterisk gets another text")
        precondition(
            text.utf8.count > AGIText.limit || words[0].utf8.count == clean.utf8.count,
            "Asterisk gets too little of a text")
    }

    /// On stderr it stays on its line, and in its quotes.
    private static func log(_ text: String) {
        let record = LogRecord(
            LogEvent(
                level: .info, message: "\(text)", metadata: ["client": "\(text)"], source: "fuzz", file: "f",
                function: "f", line: 1),
            logger: [:], provided: [:])
        for line in [LogLine.prefixed(record), LogLine.forPeople(record, at: .now(), colored: false)] {
            precondition(line.isShowable, "a message steers the screen")
        }
        let value = LogLine.value(text)
        let isQuoted = value.unicodeScalars.first == "\""
        precondition(
            isQuoted || !value.unicodeScalars.contains { $0 == " " || $0 == "=" },
            "where a value ends is not to be told")
        if isQuoted { precondition(AsteriskWords.of(value.utf8).count == 1, "a value ends before its end") }
        for field in JournalEntry(record, identifier: "majord", fieldPrefix: "MAJORD").fields {
            checkName(field.name)
        }
        checkName(JournalEntry.fieldName(text, prefix: "MAJORD"))
    }

    private static func checkName(_ name: String) {
        let isPlain = name.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "_")
        }
        precondition(isPlain && (1...64).contains(name.utf8.count), "the journal drops \(name)")
    }

    /// As JSON it is the same text.
    private static func json(_ text: String) {
        let answer: JSONObject = ["name": .string(text), "x\(text)": .array([.string(text)])]
        let line = Printable.json(String(decoding: JSONValue.object(answer).text, as: UTF8.self))
        precondition(line.isShowable, "JSON steers the screen")
        precondition((try? JSONReader.read(Array(line.utf8))) == .object(answer), "JSON is another value")
        precondition(
            Printable.texts(of: answer).allSatisfy { $0.key.isShowable }, "an answer's member steers the screen")
    }
}
