import ArgumentParser
import Terminal
import Testing

@testable import majorctl
@testable import majord
@testable import majord_web

@Suite("The version")
struct VersionTests {
    @Test("is the Debian changelog's, and both programs show it")
    func programs() throws {
        let first = try #require(try Project.text("debian/changelog").split(separator: "\n").first)
        let version = try #require(first.split(separator: " ").dropFirst().first).dropFirst().dropLast()
        let cure = "write the version of debian/changelog into Sources/Terminal/Version.swift"
        #expect(Version.text == version, "\(cure)")
        #expect(MajordCommand.configuration.version == Version.text)
        #expect(MajorctlCommand.configuration.version == Version.text)
        #expect(MajordWeb.configuration.version == Version.text)
    }

    @Test("is what the documents show", arguments: ["docs/operations.md", "docs/first-call.md"])
    func documents(path: String) throws {
        let text = try Project.text(path)
        for word in text.split(whereSeparator: { " \n()`".contains($0) })
        where word.hasPrefix("majord_") && word.hasSuffix(".deb") {
            let isAnother = word.contains("…") || word.contains("*") || word.contains("_\(Version.text)_")
            #expect(isAnother, "\(path) says \(word), and the version is \(Version.text); mend the document")
        }
        let shown = text.matches(of: /majord ([0-9]+\.[0-9]+\.[0-9]+)/).map { String($0.output.1) }
        #expect(
            Set(shown).isSubset(of: [Version.text]), "\(path) says \(Set(shown)), and the version is \(Version.text)")
    }
}
