import Glibc
import MajorAPI
import Routing
import Wording

/// How far reading the directory has come, as a person at the terminal sees it; and whether it goes on at all.
struct ReadingDisplay {
    /// For so long it may stand still: comparing and compiling the largest directories takes some seconds.
    static let standstillLimit: Duration = .seconds(60)

    private let isShown: Bool
    private var last: DirectoryAPI.Progress?
    private var changed: ContinuousClock.Instant?
    private var hasLine = false

    init(isShown: Bool = isatty(STDERR_FILENO) == 1) {
        self.isShown = isShown
    }

    /// Takes what majord tells: at once, and then every second.
    ///
    /// - Returns: Whether to wait on.
    mutating func note(_ progress: DirectoryAPI.Progress, at now: ContinuousClock.Instant) -> Bool {
        // What is done within a second needs no words.
        if last != nil { show(progress) }
        defer { last = progress }
        guard progress == last, let changed else {
            changed = now
            return true
        }
        return now - changed < Self.standstillLimit
    }

    /// Takes the line away.
    mutating func clear() {
        if hasLine { StandardError.write("\r\u{1b}[K") }
        hasLine = false
    }

    /// What to say when it was given up.
    var standstill: String {
        "majord has come no further for \(Self.standstillLimit.components.seconds) seconds"
            + (last.map { " (\(Self.text($0)))" } ?? "")
            + "; see journalctl -u majord, and majorctl status for what is in force"
    }

    static func text(_ progress: DirectoryAPI.Progress) -> String {
        switch progress.phase {
        case .waiting: "another reload comes first"
        case .reading:
            progress.files.map { "\(progress.filesRead) of \(counted($0, .file)) read" }
                ?? "\(counted(progress.filesRead, .file)) read"
        case .checking: "\(counted(progress.filesRead, .file)) read, being checked"
        case .keeping, .other: "in force, being kept"
        }
    }

    private mutating func show(_ progress: DirectoryAPI.Progress) {
        guard isShown else { return }
        hasLine = true
        StandardError.write("\r\u{1b}[Kmajord reads the directory: \(Self.text(progress)) …")
    }
}
