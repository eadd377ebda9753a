import Foundation
import Glibc
import Terminal

/// Colours, where `Colors.areShown`.
struct Style {
    private let isColored: Bool

    static let standardOutput = Style(descriptor: STDOUT_FILENO)
    static let standardError = Style(descriptor: STDERR_FILENO)

    init(isColored: Bool) {
        self.isColored = isColored
    }

    private init(descriptor: Int32) {
        isColored = Colors.areShown(
            environment: ProcessInfo.processInfo.environment, isTerminal: isatty(descriptor) == 1)
    }

    func bold(_ text: String) -> String { paint(text, "1") }
    func red(_ text: String) -> String { paint(text, "31") }
    func green(_ text: String) -> String { paint(text, "32") }
    func yellow(_ text: String) -> String { paint(text, "33") }
    func cyan(_ text: String) -> String { paint(text, "36") }

    private func paint(_ text: String, _ code: String) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

enum StandardError {
    static func print(_ text: String) {
        write(text + "\n")
    }

    static func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
