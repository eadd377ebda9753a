import Glibc
import Time
import Wording

/// How far a replay has come, as a person at the terminal sees it: a bar on stderr, once it takes longer than a second.
struct ReplayDisplay {
    private static let width = 30
    /// What is done within that needs no bar.
    private static let patience: Duration = .seconds(1)
    /// How often it is drawn again.
    private static let interval: Duration = .milliseconds(200)

    private let isShown: Bool
    private let words: ReplayWords
    private let started: ContinuousClock.Instant
    private var drawn: ContinuousClock.Instant?

    init(
        _ language: Language, isShown: Bool = isatty(STDERR_FILENO) == 1, since start: ContinuousClock.Instant = .now
    ) {
        words = ReplayWords(language)
        self.isShown = isShown
        started = start
    }

    mutating func note(looked: Int, of count: Int, moved: Int, at now: ContinuousClock.Instant) {
        guard isShown, now - started >= Self.patience, drawn.map({ now - $0 >= Self.interval }) ?? true else { return }
        drawn = now
        StandardError.write("\r\u{1b}[K" + line(looked: looked, of: count, moved: moved))
    }

    /// Takes the bar away.
    mutating func clear() {
        if drawn != nil { StandardError.write("\r\u{1b}[K") }
        drawn = nil
    }

    /// `[###############               ]  50 %  500000 of 1000000 calls, 12 elsewhere`
    func line(looked: Int, of count: Int, moved: Int) -> String {
        let share = count > 0 ? min(1, Double(looked) / Double(count)) : 0
        let done = Int(share * Double(Self.width))
        let bar = String(repeating: "#", count: done) + String(repeating: " ", count: Self.width - done)
        let percent = "\(Int(share * 100))"
        return "[\(bar)] \(String(repeating: " ", count: 3 - percent.count))\(percent) %  "
            + words.progress(looked: looked, of: count, moved: moved)
    }
}
