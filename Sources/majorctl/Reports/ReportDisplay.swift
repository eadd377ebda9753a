import Glibc
import MajorAPI
import Wording

/// How many calls a report has looked at, as a person at the terminal sees it.
struct ReportDisplay {
    private let isShown: Bool
    private var isTold = false
    private var hasLine = false

    init(isShown: Bool = isatty(STDERR_FILENO) == 1) {
        self.isShown = isShown
    }

    /// Takes what majord tells: at once, and then every second.
    mutating func note(_ progress: ReportsAPI.ReportProgress) {
        defer { isTold = true }
        // What is done within a second needs no words.
        guard isShown, isTold else { return }
        hasLine = true
        StandardError.write("\r\u{1b}[Kmajord has looked at \(counted(progress.calls, .call)) …")
    }

    /// Takes the line away.
    mutating func clear() {
        if hasLine { StandardError.write("\r\u{1b}[K") }
        hasLine = false
    }
}
