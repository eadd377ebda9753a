import Logging
import Switchboard
import Testing

/// The journal's messages in docs/operations.md; the catalog is compared by JournalMessageTests.
@Suite("Journal messages in the documents")
struct JournalDocumentTests {
    @Test("each has its row in docs/operations.md, with its level")
    func rows() throws {
        let rows = try Project.text("docs/operations.md").split(separator: "\n").compactMap(Row.init)
        expectSame(
            "messages", JournalMessage.allCases.map(\.rawValue), at: "JournalMessage", rows.map(\.id),
            at: "docs/operations.md", cure: "mend the table of its chapter on the journal")
        for row in rows {
            guard let message = JournalMessage(rawValue: row.id) else { continue }
            // Which of the critical ones are alerts is for the logging to say.
            let levels = message.level == .critical ? ["critical", "alert"] : ["\(message.level)"]
            #expect(
                levels.contains { row.level.contains($0) },
                "docs/operations.md: \(row.name) is \(levels[0]), and the table says \(row.level)")
        }
    }

    /// `| starts | info | `43db…` | |`
    private struct Row {
        let name: Substring
        let level: Substring
        let id: String

        init?(_ line: Substring) {
            let cells = line.split(separator: "|").map { $0.trimmingPrefix(" ") }
            guard cells.count > 2, let mark = cells[2].split(separator: "`").first, mark.count == 32 else { return nil }
            (name, level, id) = (cells[0], cells[1], String(mark))
        }
    }
}
