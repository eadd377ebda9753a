import Testing

@testable import majorctl

@Suite("What a terminal can show")
struct ReaderTerminalTests {
    @Test(
        "block characters are for UTF-8",
        arguments: [
            (["LANG": "nl_NL.UTF-8"], true), (["LANG": "C.utf8"], true), (["LANG": "nl_NL@euro"], false),
            (["LANG": "nl_NL.UTF-8", "LC_ALL": "C"], false), (["LC_CTYPE": "de_DE.UTF-8", "LANG": "C"], true),
            (["LC_ALL": "", "LANG": "en_GB.utf-8@x"], true), ([:], false),
        ] as [([String: String], Bool)])
    func blocks(environment: [String: String], hasBlocks: Bool) {
        #expect(ReaderTerminal(environment: environment, columns: nil).hasBlocks == hasBlocks)
    }

    @Test("a width is the terminal's where it tells one", arguments: [(nil, 80), (0, 80), (120, 120), (9_999, 1_000)])
    func width(columns: Int?, width: Int) {
        #expect(ReaderTerminal(environment: [:], columns: columns).width == width)
    }
}
