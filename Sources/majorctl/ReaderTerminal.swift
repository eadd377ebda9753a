import Foundation
import Glibc

/// What a reader's terminal can show.
struct ReaderTerminal {
    /// How many columns it has.
    var width = 80
    /// The same where there is a terminal, at whose end lines may be cut.
    private(set) var columns: Int?
    /// Whether it has block characters.
    var hasBlocks = true

    /// That of stdout; what goes to a file or a mail has 80 columns.
    static var standardOutput: ReaderTerminal {
        ReaderTerminal(environment: ProcessInfo.processInfo.environment, columns: columnsOfOutput)
    }

    init() {}

    /// - Parameter columns: As the terminal tells; nil where there is none.
    init(environment: [String: String], columns: Int?) {
        if let columns, columns >= 20 {
            width = min(columns, 1_000)
            self.columns = width
        }
        hasBlocks = Self.isUTF8(environment)
    }

    /// How many rows stdout's terminal shows; nil where it is none.
    static var rows: Int? { size.map { Int($0.ws_row) } }

    private static var columnsOfOutput: Int? { size.map { Int($0.ws_col) } }

    private static var size: winsize? {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
        return size
    }

    /// Whether texts are UTF-8, by the first that is set of `LC_ALL`, `LC_CTYPE` and `LANG` (POSIX); `C.UTF-8` is.
    private static func isUTF8(_ environment: [String: String]) -> Bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
        let codeset = locale.drop { $0 != "." }.dropFirst().prefix { $0 != "@" }
        return ["utf-8", "utf8"].contains(codeset.lowercased())
    }
}
