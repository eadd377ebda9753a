import Foundation
import Testing

@testable import majord

@Suite("The file with FastAGI's token")
struct TokenFileTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "token-\(UUID())").path
    private static let token = String(repeating: "a1B2", count: 8)

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func write(_ text: String) throws -> String {
        let path = folder + "/fastagi-token"
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }

    @Test("the file that is named counts, else the credential that systemd passes")
    func found() throws {
        let path = try write(Self.token + "\n")
        let named = TokenFile(path, environment: [:])
        #expect(named.token != nil && named.trouble == nil)
        let passed = TokenFile(nil, environment: ["CREDENTIALS_DIRECTORY": folder])
        #expect(passed.token != nil && passed.trouble == nil)
    }

    @Test("without one the trouble says what that means, and the cure")
    func missing() throws {
        let none = TokenFile(nil, environment: [:])
        #expect(none.token == nil)
        #expect(none.trouble?.contains("/route and /next alone; give majord one with --fastagi-token") == true)
        let absent = TokenFile(folder + "/nowhere", environment: [:])
        #expect(absent.token == nil)
        #expect(absent.trouble?.contains("\(folder)/nowhere: No such file or directory") == true)
        let unit = TokenFile(try write("none\n"), environment: [:])
        #expect(unit.token == nil)
        #expect(unit.trouble?.contains("new-fastagi-token") == true)
    }

    @Test(
        "what is no token is told by its form, and never shown",
        arguments: ["short", "", String(repeating: "a", count: 257), Self.token + " \(Self.token)", Self.token + "é"])
    func malformed(text: String) throws {
        let file = TokenFile(try write(text), environment: [:])
        #expect(file.token == nil)
        #expect(file.trouble?.contains("has no token of 32 to 256 letters and digits") == true)
        #expect(text.isEmpty || file.trouble?.contains(text) == false)
    }

    @Test("a pipe that nobody writes to does not hold up the start")
    func pipe() throws {
        #expect(mkfifo(folder + "/pipe", 0o600) == 0)
        #expect(TokenFile(folder + "/pipe", environment: [:]).token == nil)
    }
}
