import Logging
import Testing

@testable import Systemd

@Suite struct JournalEntryTests {
    @Test(
        "a metadata key becomes a field name that the journal takes",
        arguments: [
            ("client", "MAJORD", "MAJORD_CLIENT"),
            ("client-name", "MAJORD", "MAJORD_CLIENT_NAME"),
            ("decision.id", "MAJORD", "MAJORD_DECISION_ID"),
            ("message", "MAJORD", "MAJORD_MESSAGE"),
            ("priority", "MAJORD", "MAJORD_PRIORITY"),
            ("zoë ß٣", "MAJORD", "MAJORD_ZO____"),
            ("a=b\nc", "MAJORD", "MAJORD_A_B_C"),
            ("", "MAJORD", "MAJORD_"),
            ("_PID", "", "PID"),
            ("_PID", "__", "PID"),
            ("2nd", "9", "ND"),
            ("", "", "FIELD"),
            (String(repeating: "x", count: 80), "P", "P_" + String(repeating: "X", count: 62)),
        ])
    func fieldName(key: String, prefix: String, expected: String) {
        #expect(JournalEntry.fieldName(key, prefix: prefix) == expected)
    }

    @Test("an entry has the message, the priority, where it comes from, and its metadata")
    func fields() {
        let record = record(
            level: .notice, metadata: ["client": "noord", LogRecord.messageIDKey: "0123456789abcdef0123456789abcdef"])
        let entry = JournalEntry(record, identifier: "exchange", fieldPrefix: "EX")
        #expect(
            entry.fields.map { "\($0.name)=\($0.value)" } == [
                "MESSAGE=call decided",
                "PRIORITY=5",
                "SYSLOG_IDENTIFIER=exchange",
                "CODE_FILE=Switchboard/Calls.swift",
                "CODE_LINE=42",
                "CODE_FUNC=decide(_:)",
                "MESSAGE_ID=0123456789abcdef0123456789abcdef",
                "EX_CLIENT=noord",
            ])
    }

    @Test("an alert has priority 1")
    func alert() {
        let entry = JournalEntry(
            record(level: .critical, metadata: ["alert": "true"]), identifier: "exchange", fieldPrefix: "EX")
        #expect(entry.fields.contains(JournalEntry.Field("PRIORITY", "1")))
        #expect(entry.fields.count == 6)
    }

    @Test("values keep every byte, newlines and NUL included, and do not run into each other")
    func encoding() {
        let values = ["two\nlines\nPRIORITY=0", "", "nul\u{0}byte", "Zoë 📞"]
        let metadata = Dictionary(uniqueKeysWithValues: zip(["a", "b", "c", "d"], values)).mapValues {
            Logger.MetadataValue.string($0)
        }
        let entry = JournalEntry(record(metadata: metadata), identifier: "exchange", fieldPrefix: "EX")
        let (bytes, ends) = Journal.encode(entry)
        #expect(ends.last == bytes.count)
        let begins = [0] + ends.dropLast()
        let fields = zip(begins, ends).map { String(decoding: bytes[$0..<$1], as: UTF8.self) }
        #expect(fields == entry.fields.map { "\($0.name)=\($0.value)" })
        #expect(fields.suffix(4) == ["EX_A=" + values[0], "EX_B=", "EX_C=" + values[2], "EX_D=Zoë 📞"])
    }
}
