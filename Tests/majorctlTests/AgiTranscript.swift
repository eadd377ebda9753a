import Foundation

/// What Asterisk sent, and what it was sent, as recorded under `Tests/EndToEnd/asterisk`.
struct AgiTranscript {
    enum Line: Equatable {
        case sent(String)
        case received(String)
    }

    let lines: [Line]

    init(_ name: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "EndToEnd/asterisk/\(name).agi")
        lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            switch line.prefix(2) {
            case "< ": .received(String(line.dropFirst(2)))
            case "> ": .sent(String(line.dropFirst(2)))
            default: nil
            }
        }
    }

    /// What Asterisk sent.
    var received: [String] {
        lines.compactMap { if case .received(let line) = $0 { line } else { nil } }
    }
}
