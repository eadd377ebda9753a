import Foundation
import Logging
import Switchboard
import TestSupport
import Testing

@Suite("Journal messages")
struct JournalMessageTests {
    /// Where the catalog stands in the sources.
    private static let catalog = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "systemd/majord.catalog")

    @Test("each has an entry in the catalog, with a subject and words, and the catalog has no others")
    func catalog() throws {
        let entries = try String(contentsOf: Self.catalog, encoding: .utf8).components(separatedBy: "-- ").dropFirst()
        #expect(Set(entries.map { String($0.prefix(32)) }) == Set(JournalMessage.allCases.map(\.rawValue)))
        #expect(entries.count == JournalMessage.allCases.count)
        for entry in entries {
            let lines = entry.split(separator: "\n")
            #expect(lines.dropFirst().first?.hasPrefix("Subject: ") == true, "\(entry)")
            #expect(entry.contains("\n\n"), "\(entry)")
            #expect(lines.count > 3, "\(entry)")
        }
        // journalctl takes an entry that no empty line stands before for the words of the one above.
        for entry in entries.dropLast() { #expect(entry.hasSuffix("\n\n"), "\(entry)") }
    }

    @Test("ids are 32 hexadecimal digits", arguments: JournalMessage.allCases)
    func id(message: JournalMessage) {
        #expect(message.rawValue.count == 32)
        #expect(message.rawValue.allSatisfy { $0.isHexDigit && !$0.isUppercase })
    }

    @Test("a report has its id and level; an alert only where it is critical")
    func report() {
        let kept = KeptLines()
        let logger = Logger(label: "test") { _ in KeepingHandler(lines: kept) }
        logger.report(.uncovered, "nobody", ["client": "noord"])
        logger.report(.ledgerUnavailable, "refused", level: .error)
        #expect(kept.lines.map(\.level) == [.critical, .error])
        #expect(kept.lines[0].metadata["alert"] == "true")
        #expect(kept.lines[0].metadata["client"] == "noord")
        #expect(kept.lines[0].metadata["message-id"] == "\(JournalMessage.uncovered.rawValue)")
        #expect(kept.lines[1].metadata["alert"] == nil)
    }
}
