import Logging
import Testing

@testable import Systemd

private let time = TimeOfDay(hour: 18, minute: 4, second: 5, millisecond: 123)

@Suite struct LogLineTests {
    @Test(
        "a line for people has the time, the level in one column, the message, then the metadata",
        arguments: [
            (record(), "18:04:05.123 info  call decided"),
            (
                record(metadata: ["client": "noord", "agent": "jdevries"]),
                "18:04:05.123 info  call decided  agent=jdevries client=noord"
            ),
            (record(level: .trace, "bytes read"), "18:04:05.123 trace bytes read"),
            (record(level: .debug, "bytes read"), "18:04:05.123 debug bytes read"),
            (record(level: .notice, "reloaded"), "18:04:05.123 note  reloaded"),
            (record(level: .warning, "slow"), "18:04:05.123 warn  slow"),
            (record(level: .error, "refused"), "18:04:05.123 error refused"),
            (record(level: .critical, "disk full"), "18:04:05.123 crit  disk full"),
            (
                record(level: .info, "nobody is there", metadata: ["alert": "true"]),
                "18:04:05.123 alert nobody is there"
            ),
        ])
    func forPeople(record: LogRecord, expected: String) {
        #expect(LogLine.forPeople(record, at: time, colored: false) == expected)
    }

    @Test("with colours the text is the same")
    func colored() {
        for level in Logger.Level.allCases {
            let record = record(level: level, metadata: ["client": "noord"])
            let colored = LogLine.forPeople(record, at: time, colored: true)
            #expect(colored.contains("\u{1b}["))
            #expect(colored.hasSuffix("\u{1b}[0m"))
            #expect(
                colored.replacing(/\u{1b}\[[0-9;]*m/, with: "") == LogLine.forPeople(record, at: time, colored: false))
        }
    }

    @Test("without a journal a line begins with its priority")
    func prefixed() {
        #expect(
            LogLine.prefixed(record(level: .warning, metadata: ["client": "noord"])) == "<4>call decided  client=noord")
        #expect(LogLine.prefixed(record("a\n<0>b", metadata: ["alert": "true"])) == "<1>a\\n<0>b")
    }

    @Test(
        "a value is quoted where its end could not be seen, and never steers the terminal",
        arguments: [
            ("noord", "noord"),
            ("", "\"\""),
            ("Karin Smit", "\"Karin Smit\""),
            ("a=b", "\"a=b\""),
            // A mark that combines makes other characters of them.
            ("a\"\u{301} user=root", "\"a\\\"\u{301} user=root\""),
            ("a=\u{301}b", "\"a=\u{301}b\""),
            ("say \"hi\"", "\"say \\\"hi\\\"\""),
            ("back\\slash", "\"back\\\\slash\""),
            ("two\nlines", "\"two\\nlines\""),
            ("\u{1b}[2J", "\\e[2J"),
            ("\u{9b}2J\u{0}\u{7f}", "\\u{9B}2J\\u{0}\\u{7F}"),
            ("gnp.\u{202E}exe\u{61C}", "gnp.\\u{202E}exe\\u{61C}"),
            ("Zoë", "Zoë"),
        ])
    func value(value: String, expected: String) {
        #expect(LogLine.value(value) == expected)
    }

    @Test("a message or a key cannot begin a new line")
    func oneLine() {
        let line = LogLine.forPeople(record("a\r\nb", metadata: ["k\ney": "v\r\n\tw"]), at: time, colored: false)
        #expect(line == "18:04:05.123 info  a\\r\\nb  k\\ney=\"v\\r\\n\\tw\"")
    }

    @Test("the time is written with all its digits")
    func timeOfDay() {
        #expect(TimeOfDay(hour: 0, minute: 7, second: 9, millisecond: 5).description == "00:07:09.005")
        #expect(TimeOfDay.now().description.wholeMatch(of: /[0-2]\d:[0-5]\d:[0-6]\d\.\d{3}/) != nil)
    }
}
