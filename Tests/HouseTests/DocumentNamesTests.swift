import Foundation
import Testing

/// What documents for developers say of the tree: files and names that are there.
@Suite("Names in documents")
struct DocumentNamesTests {
    private static let folders = [
        "Sources", "Tests", "Fuzz", "Benchmarks", "docs", "etc", "systemd", "debian", "scripts",
    ]

    private static func documents() throws -> [String] {
        try ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"] + Project.files(below: "docs", ending: ".md")
    }

    @Test("every link to a file leads to one", arguments: try documents())
    func links(document: String) throws {
        let folder = Project.root.appending(path: document).deletingLastPathComponent()
        for link in try Project.text(document).matches(of: /\]\(([^)#:\s]+)(?:#[^)]*)?\)/) {
            #expect(
                FileManager.default.fileExists(atPath: folder.appending(path: link.1).path),
                "\(document) links to \(link.1), which is not there")
        }
    }

    @Test("every path that is named is one", arguments: try documents())
    func paths(document: String) throws {
        for word in try Self.words(in: document) {
            guard !word.hasPrefix("/"), let folder = word.split(separator: "/").first,
                Self.folders.contains(String(folder)),
                word.contains("/"),
                !word.contains(where: { " *…<>$:".contains($0) })
            else { continue }
            #expect(
                FileManager.default.fileExists(atPath: Project.root.appending(path: word).path),
                "\(document) names \(word), which is not there")
        }
    }

    @Test(
        "every type that is named is one",
        arguments: try ["CONTRIBUTING.md", "docs/ARCHITECTURE.md"]
            + Project.files(below: "docs/decisions", ending: ".md"))
    func types(document: String) throws {
        let names = try Self.known.get()
        for word in try Self.words(in: document) {
            guard let type = word.wholeMatch(of: /([A-Z][a-z]+(?:[A-Z][A-Za-z]*)+)(?:[.(].*)?/)?.1 else { continue }
            #expect(names.contains(String(type)), "\(document) names \(type), which no source does")
        }
    }

    @Test("every fuzz target has seeds, and there are none of others")
    func seeds() throws {
        let text = try Project.text("Fuzz/Sources/FuzzTarget.swift")
        let cases = text.split(separator: "\n").filter { $0.hasPrefix("    case ") }
            .flatMap { $0.dropFirst("    case ".count).split(separator: ", ").map(String.init) }
        let seeds = try FileManager.default.contentsOfDirectory(
            atPath: Project.root.appending(path: "Fuzz/Seeds").path)
        expectSame(
            "targets", cases, at: "FuzzTarget", seeds, at: "Fuzz/Seeds", cure: "give the target a folder with inputs")
    }

    /// What stands in backticks.
    private static func words(in document: String) throws -> [String] {
        let text = try Project.text(document).replacing(/```[\s\S]*?```/, with: "")
        return text.matches(of: /`([^`\n]+)`/).map { String($0.1) }
    }

    /// All words of the sources that may be types, those of other packages included.
    private static let known = Result {
        let files = try ["Sources", "Tests"].flatMap { try Project.files(below: $0, ending: ".swift") }
        return try (files + ["Package.swift"]).reduce(into: Set<String>()) { names, file in
            let words = try Project.text(file).utf8.split { byte in
                !(0x30...0x39).contains(byte) && !(0x41...0x5A).contains(byte & 0xDF) && byte != UInt8(ascii: "_")
            }
            for word in words where (0x41...0x5A).contains(word[word.startIndex]) {
                names.insert(String(decoding: word, as: UTF8.self))
            }
        }
    }
}
