import ArgumentParser
import Foundation
import Testing

@testable import majorctl

@Suite("MetricsFile")
final class MetricsFileTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "majorctl-\(UUID().uuidString)").path

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    private var file: String { "\(folder)/majord.prom" }

    private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    @Test("a new file is readable by everybody, and nothing else is left")
    func newFile() throws {
        let long = String(repeating: "majord_up 1\n", count: 100_000)
        try MetricsFile.replace(file, with: long)
        #expect(try text(file) == long)
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o644)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["majord.prom"])
    }

    @Test("who reads the old file goes on reading the old text")
    func replaced() throws {
        try MetricsFile.replace(file, with: "old and long\n")
        let reader = try #require(FileHandle(forReadingAtPath: file))
        try MetricsFile.replace(file, with: "new\n")
        #expect(try reader.readToEnd() == Data("old and long\n".utf8))
        #expect(try text(file) == "new\n")
    }

    @Test("without a folder there is no file")
    func noFolder() throws {
        let path = "\(folder)/none/majord.prom"
        #expect(throws: MetricsFile.Failure(path: path, cause: "there is no such folder; create it first")) {
            try MetricsFile.replace(path, with: "new\n")
        }
    }

    @Test("folders, links and devices are left as they are", arguments: ["folder", "link", "device"])
    func otherFiles(kind: String) throws {
        try MetricsFile.replace(file, with: "old\n")
        let path = "\(folder)/other"
        switch kind {
        case "folder": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        case "link": try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: file)
        default: break
        }
        let target = kind == "device" ? "/dev/null" : path
        #expect(throws: MetricsFile.Failure(path: target, cause: "it is no regular file; name another one")) {
            try MetricsFile.replace(target, with: "new\n")
        }
        #expect(try text(file) == "old\n")
        #expect(try !FileManager.default.contentsOfDirectory(atPath: folder).contains { $0.hasPrefix(".") })
    }

    @Test("when majord does not answer, the file says so, and the exit status is 69")
    func away() throws {
        try MetricsFile.replace(file, with: "majord_up 1\n")
        #expect(status(["--socket", "\(folder)/none.sock", "--output", file]) == 69)
        #expect(try text(file) == MetricsText.away)
    }

    @Test("when the file cannot be written, the exit status is 73")
    func cannotCreate() {
        #expect(status(["--socket", "\(folder)/none.sock", "--output", "\(folder)/none/majord.prom"]) == 73)
    }

    @Test("a file takes no JSON, and needs a name", arguments: [["--json", "--output", "x"], ["--output", ""]])
    func usage(arguments: [String]) {
        #expect(status(arguments) == 64)
    }

    /// The exit status of `majorctl metrics` with these arguments.
    private func status(_ arguments: [String]) -> Int32 {
        do {
            let command = try Metrics.parse(arguments)
            try command.run()
            return 0
        } catch {
            return Metrics.exitCode(for: error).rawValue
        }
    }
}
