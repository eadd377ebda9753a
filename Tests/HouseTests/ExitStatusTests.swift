import Testing

/// What majord ends with, in its manual page and in docs/operations.md.
@Suite("Exit statuses in the documents")
struct ExitStatusTests {
    @Test("docs/operations.md and majord(8) tell of the same exit statuses, and that a damaged ledger is set aside")
    func exitStatuses() throws {
        let rows = try Project.text("docs/operations.md").split(separator: "\n").filter {
            $0.wholeMatch(of: /\| [0-9]{2} [A-Z]+ \|.*/) != nil
        }
        let page = try ManualPage("majord.8").section("EXIT STATUS").filter {
            $0.wholeMatch(of: /\.It [0-9]{2}/) != nil
        }
        expectSame(
            "exit statuses", page.map { String($0.suffix(2)) }, at: "majord(8)",
            rows.map { String($0.dropFirst(2).prefix(2)) }, at: "docs/operations.md", cure: "mend its table")
        #expect(rows.first { $0.hasPrefix("| 74 ") }?.contains("set aside") == true)
    }
}
