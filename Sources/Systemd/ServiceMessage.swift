import ShownText

/// One thing that a service tells the service manager (sd_notify(3)).
package enum ServiceMessage: Sendable, Equatable {
    /// Start-up, or the reload announced before, is complete.
    case ready
    /// A reload begins; the time is that of CLOCK_MONOTONIC in microseconds, which `Type=notify-reload` requires.
    case reloading(monotonicMicroseconds: UInt64)
    /// The service is ending.
    case stopping
    /// One line for people, shown by `systemctl status`.
    case status(String)
    /// The service is alive; due at least once per ``ServiceNotifier/watchdogTimeout``.
    case watchdog

    /// The longest status in bytes of UTF-8. The manager drops a datagram over 4,096 bytes as a whole.
    package static let statusLimit = 1_000

    /// The assignments as sd_notify(3) sends them, one a line, without a final newline.
    package var assignments: String {
        switch self {
        case .ready: "READY=1"
        case .reloading(let microseconds): "RELOADING=1\nMONOTONIC_USEC=\(microseconds)"
        case .stopping: "STOPPING=1"
        case .status(let text): "STATUS=" + Self.oneLine(text)
        case .watchdog: "WATCHDOG=1"
        }
    }

    /// The datagram that carries all of `messages`.
    package static func datagram(_ messages: [ServiceMessage]) -> String {
        messages.map(\.assignments).joined(separator: "\n")
    }

    /// `text` with a space for whatever steers a screen, so that it can neither end the message early (NUL) nor
    /// bring assignments of its own (newline), and cut at a character to at most ``statusLimit`` bytes.
    static func oneLine(_ text: String) -> String {
        var line = ""
        var length = 0
        for character in text {
            let isSteering = character.unicodeScalars.contains(where: \.isSteering)
            let replaced: Character = isSteering ? " " : character
            length += replaced.utf8.count
            if length > statusLimit { break }
            line.append(replaced)
        }
        return line
    }
}
