import Glibc
import Wording

/// How far a copy has come, as a person at the terminal sees it.
struct BackupDisplay {
    private let words: LedgerWords
    private let isShown: Bool
    private var begun: ContinuousClock.Instant?
    private var shown: ContinuousClock.Instant?

    init(_ words: LedgerWords, isShown: Bool = isatty(STDERR_FILENO) == 1) {
        self.words = words
        self.isShown = isShown
    }

    /// What is done within a second needs no words; then a line is enough ten times a second.
    mutating func note(_ done: Int, of total: Int, at now: ContinuousClock.Instant) {
        guard let begun else {
            self.begun = now
            return
        }
        guard isShown, now - begun > .seconds(1), shown.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
        shown = now
        StandardError.write("\r\u{1b}[K\(words.copying(done, of: total))")
    }

    /// Takes the line away.
    mutating func clear() {
        if shown != nil { StandardError.write("\r\u{1b}[K") }
        shown = nil
    }
}
