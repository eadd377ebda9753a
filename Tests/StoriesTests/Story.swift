import Foundation
import Testing

/// What happens in an office that majord answers for, step by step, and what must come of it; `Tests/Stories/README.md` tells the format.
struct Story: Sendable {
    /// One line, and the lines that are indented behind it.
    struct Step: Sendable {
        let line: Int
        /// As it is written.
        let text: String
        let words: [String]
        let body: [Line]
    }

    struct Line: Sendable {
        let number: Int
        let text: String
    }

    /// A story that cannot be read or played.
    struct Mistake: Error {
        let line: Int
        let text: String
    }

    let title: String
    /// Why the story does not come true yet.
    let knownIssue: String?
    let steps: [Step]

    init(_ text: String) throws(Mistake) {
        var steps: [Step] = []
        for (number, body) in Self.blocks(text) {
            guard let head = body.first else { continue }
            let isText = [Self.titled, Self.known].contains { head.text.hasPrefix($0) }
            let words = isText ? [] : try StoryWords.read(head.text, line: number)
            steps.append(
                Step(line: number, text: head.text, words: words, body: Self.outdented(Array(body.dropFirst()))))
        }
        guard let first = steps.first, first.text.hasPrefix(Self.titled) else {
            throw Mistake(line: 1, text: "a story begins with `story` and its title")
        }
        title = String(first.text.dropFirst(Self.titled.count))
        steps.removeFirst()
        if let issue = steps.first, issue.text.hasPrefix(Self.known) {
            knownIssue = String(issue.text.dropFirst(Self.known.count))
            steps.removeFirst()
        } else {
            knownIssue = nil
        }
        self.steps = steps
    }

    private static let titled = "story "
    private static let known = "known issue "

    /// Each step's line, and those behind it; comments at the margin are nobody's.
    private static func blocks(_ text: String) -> [(number: Int, lines: [Line])] {
        var blocks: [(number: Int, lines: [Line])] = []
        for (index, text) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = Line(number: index + 1, text: String(text))
            if text.isEmpty || text.first == " " {
                if !blocks.isEmpty { blocks[blocks.count - 1].lines.append(line) }
            } else if text.first != "#" {
                blocks.append((line.number, [line]))
            }
        }
        return blocks
    }

    /// Lines without the indentation of the first, and without the empty ones at the end.
    private static func outdented(_ lines: [Line]) -> [Line] {
        let indentation = lines.first { !$0.text.isEmpty }.map { $0.text.prefix { $0 == " " }.count } ?? 0
        var body = lines.map { line in
            let blanks = min(line.text.prefix { $0 == " " }.count, indentation)
            return Line(number: line.number, text: String(line.text.dropFirst(blanks)))
        }
        while body.last?.text.isEmpty == true { body.removeLast() }
        return body
    }
}

/// A file with a story.
struct StoryFile: Sendable, CustomTestStringConvertible {
    let path: String

    var testDescription: String { name }
    var name: String { URL(filePath: path).lastPathComponent }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Stories")

    /// The one of `$STORY`, else all of `Tests/Stories`.
    static func all() throws -> [StoryFile] {
        if let one = ProcessInfo.processInfo.environment["STORY"], !one.isEmpty { return [StoryFile(path: one)] }
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".story") }
            .sorted().map { StoryFile(path: folder.appending(path: $0).path) }
    }

    func read() throws(Story.Mistake) -> Story {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Story.Mistake(line: 1, text: "\(path) cannot be read as text")
        }
        return try Story(text)
    }

    /// For messages about one of its lines.
    func place(_ line: Int) -> SourceLocation {
        SourceLocation(fileID: "Stories/\(name)", filePath: path, line: max(line, 1), column: 1)
    }
}
