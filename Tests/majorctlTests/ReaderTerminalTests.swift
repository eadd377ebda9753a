import ArgumentParser
import Testing
import Time
import Varlink

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

    @Test("lines are cut at a terminal's end, and whole for files and programs")
    func cut() {
        func printed(_ columns: Int?) -> String {
            var printed = ""
            let terminal = ReaderTerminal(environment: [:], columns: columns)
            let session = Session(
                GlobalOptions.parseOrExit([]), language: .en, style: Style(isColored: false), terminal: terminal,
                isInteractive: false, write: { printed += $0 }
            ) { () throws(VarlinkClientError) in throw .serverClosed }
            session.printLine("1  Joke de Vries: leave on Monday")
            session.printLine("2  Mark")
            return printed
        }
        #expect(printed(20) == "1  Joke de Vries: l…\n2  Mark\n")
        #expect(printed(nil) == "1  Joke de Vries: leave on Monday\n2  Mark\n")
    }
}
