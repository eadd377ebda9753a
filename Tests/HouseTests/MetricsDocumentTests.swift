import Testing

/// The metrics, where they are declared and in the documents.
@Suite("Metrics in the documents")
struct MetricsDocumentTests {
    /// Each is declared with its name as it stands, beside what it counts.
    private static func declared() throws -> Set<String> {
        let names = try SwiftSource.all(below: "Sources").flatMap { source in
            source.text.matches(of: /"(majord_[a-z_]+)"/).map { String($0.output.1) }
        }
        return Set(names)
    }

    @Test("each has its row in docs/operations.md")
    func table() throws {
        let rows = try Project.text("docs/operations.md").split(separator: "\n")
            .drop { $0 != "| Metric | Type | What |" }.dropFirst(2).prefix { $0.hasPrefix("|") }
        let named = rows.flatMap { row in
            (row.split(separator: "|").first ?? "").matches(of: /`(majord_[a-z_]+)`/).map { String($0.output.1) }
        }
        expectSame(
            "metrics", try Self.declared(), at: "Sources", named, at: "docs/operations.md",
            cure: "mend the table of all metrics in its chapter on monitoring")
    }

    @Test(
        "no document names one that there is not",
        arguments: ["docs/operations.md", "docs/man/majord.8", "docs/man/majorctl.1", "README.md"])
    func named(path: String) throws {
        let declared = try Self.declared()
        for match in try Project.text(path).matches(of: /\bmajord_[a-z_]+[a-z]/) {
            let name = String(match.output)
            // A package's file is called so, too.
            guard !name.hasPrefix("majord_amd") else { continue }
            let family = ["_total", "_bucket", "_count", "_sum"].first { name.hasSuffix($0) }
                .map { String(name.dropLast($0.count)) }
            #expect(
                declared.contains(name) || family.map(declared.contains) == true,
                "\(path) names \(name), which nothing declares")
        }
    }
}
