import Routing
import Testing

/// The kinds of events in the document about them.
@Suite("Events in the documents")
struct EventsDocumentTests {
    @Test("each has its row in docs/events.md")
    func rows() throws {
        let rows = try Project.text("docs/events.md").split(separator: "\n")
            .drop { $0 != "| Kind | When | To whom |" }.dropFirst(2).prefix { $0.hasPrefix("|") }
        let named = rows.flatMap { row in
            (row.split(separator: "|").first ?? "").matches(of: /`([a-z-]+)`/).map { String($0.output.1) }
        }
        expectSame(
            "kinds", Event.Kind.allCases.map(\.rawValue), at: "Event.Kind", named, at: "docs/events.md",
            cure: "mend its table")
    }
}
