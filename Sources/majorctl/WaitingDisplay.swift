import Glibc

/// How far something has come, as a person at the terminal sees it.
struct WaitingDisplay {
    private let isShown: Bool
    private var begun: ContinuousClock.Instant?
    private var shown: ContinuousClock.Instant?

    init(isShown: Bool = isatty(STDERR_FILENO) == 1) {
        self.isShown = isShown
    }

    /// What is done within a second needs no words; then a line is enough ten times a second.
    mutating func note(_ text: String, at now: ContinuousClock.Instant) {
        guard let begun else {
            self.begun = now
            return
        }
        guard isShown, now - begun > .seconds(1), shown.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
        shown = now
        StandardError.write("\r\u{1b}[K\(text)")
    }

    /// Takes the line away.
    mutating func clear() {
        if shown != nil { StandardError.write("\r\u{1b}[K") }
        shown = nil
    }
}
