import DirectoryFiles
import Foundation
import Routing
import Testing

@Suite("Reading a directory")
struct DirectoryReaderTests {
    @Test("two clients may not own the same number or overlapping blocks of equal width")
    func conflicts() throws {
        let folder = try TestFolder()
        let second = TestFolder.client.replacing("id: noord", with: "id: zuid")
            .replacing("+31 50 555 01 00", with: "0031505550100\n  - 050 555 2*")
        try folder.write("clients.d/zuid.yaml", second)
        try folder.replace("- +31 50 555 01 00", with: "- +31 50 555 01 00\n  - 050 555 2*", in: "clients.d/noord.yaml")
        #expect(
            folder.read().lines == [
                "clients.d/zuid.yaml:14:5: error: `0031505550100` is already client `noord`'s in clients.d/noord.yaml:14:5",
                "clients.d/zuid.yaml:15:5: error: `050 555 2*` is already client `noord`'s in clients.d/noord.yaml:15:5",
                "clients.d/zuid.yaml:18:13: error: `06-12345678` is already client `noord`'s in clients.d/noord.yaml:18:13",
            ])
    }

    @Test("a client that stands in two files is a finding in the second")
    func duplicateClient() throws {
        let folder = try TestFolder()
        let copy = TestFolder.client.replacing("01 00", with: "01 01").replacing("06-12345678", with: "06-12345679")
        try folder.write("clients.d/zuid.yaml", copy)
        #expect(
            folder.read().lines == [
                "clients.d/zuid.yaml:1:5: error: client `noord` is already in clients.d/noord.yaml:1:5"
            ])
    }

    @Test("an agent with too many clients is a warning")
    func capacity() throws {
        let folder = try TestFolder()
        for index in 1...3 {
            let client = TestFolder.client.replacing("id: noord", with: "id: c\(index)")
                .replacing("01 00", with: "01 0\(index)").replacing("06-12345678", with: "06-1234567\(index)")
            try folder.write("clients.d/c\(index).yaml", client)
        }
        let (directory, lines) = folder.read()
        #expect(
            lines == [
                "agents.yaml:2:9: warning: `jdevries` has clients for 133 % of the capacity; give some to another agent",
                "agents.yaml:6:9: warning: `mbakker` has clients for 133 % of the capacity; give some to another agent",
            ])
        #expect(directory?.clients.map(\.id.description) == ["c1", "c2", "c3", "noord"])
    }

    @Test("hidden files and editors' leftovers are passed over, a misnamed one is a warning")
    func leftovers() throws {
        let folder = try TestFolder()
        for name in [".noord.yaml.swp", ".hidden.yaml", "#noord.yaml#", "noord.yaml~", "noord.yaml.bak", "README"] {
            try folder.write("clients.d/\(name)", "}")
        }
        try folder.write("clients.d/zuid.yml", "}")
        let (directory, lines) = folder.read()
        #expect(lines == ["clients.d/zuid.yml: warning: is not read; name it zuid.yaml"])
        #expect(directory != nil)
    }

    @Test("what is not there or cannot be read is a finding with the cure")
    func unreadable() throws {
        let folder = try TestFolder()
        try FileManager.default.removeItem(atPath: folder.path + "/agents.yaml")
        try FileManager.default.removeItem(atPath: folder.path + "/clients.d")
        try FileManager.default.removeItem(atPath: folder.path + "/majord.yaml")
        try FileManager.default.createDirectory(atPath: folder.path + "/majord.yaml", withIntermediateDirectories: true)
        #expect(
            folder.read().lines == [
                "agents.yaml: error: does not exist", "clients.d: error: does not exist; create it",
                "majord.yaml: error: is a folder where a file is expected",
            ])
        let (directory, findings) = DirectoryReader.read(at: "/nowhere/majord", now: TestFolder.now)
        #expect(directory == nil)
        #expect(
            findings.map(\.description) == [
                "/nowhere/majord: error: does not exist; create it, or name another with --configuration"
            ])
        #expect(
            DirectoryReader.read(at: "/dev/null", now: TestFolder.now).findings.map(\.text) == [
                "is no regular file"
            ])
    }

    @Test("bytes that are not UTF-8 are named with their place")
    func notUTF8() throws {
        let folder = try TestFolder()
        let bytes = Data("id: noord\nname: Zuidé ".utf8) + Data([0xE9, 0x0A])
        try bytes.write(to: URL(filePath: folder.path + "/clients.d/noord.yaml"))
        #expect(
            folder.read().lines == ["clients.d/noord.yaml:2:13: error: is not UTF-8 here; save the file as UTF-8"])
    }

    @Test("a file that is too large is refused before it is read")
    func tooLarge() throws {
        let folder = try TestFolder()
        #expect(truncate(folder.path + "/clients.d/noord.yaml", 65 * 1_048_576) == 0)
        #expect(folder.read().lines == ["clients.d/noord.yaml: error: is larger than 64 MiB; split it"])
    }

    @Test("aliases cannot make a small file stand for billions of values", .timeLimit(.minutes(1)))
    func billionLaughs() throws {
        let folder = try TestFolder()
        var text = "a0: &a0 [x]\n"
        for level in 1...40 {
            let previous = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(previous)]\n"
        }
        try folder.write("clients.d/noord.yaml", text + "? *a40\n: 1\n")
        #expect(
            folder.read().lines == ["clients.d/noord.yaml:2:10: error: `*a0` is a YAML alias; write the value out"])
    }

    @Test("deep nesting is refused", .timeLimit(.minutes(1)), arguments: ["[", "{a: ", "- ", "? "])
    func deepNesting(opening: String) throws {
        let folder = try TestFolder()
        try folder.write("clients.d/noord.yaml", String(repeating: opening, count: 200_000))
        #expect(folder.read().lines.count >= 1)
        #expect(folder.read().directory == nil)
    }

    @Test("one file may hold all three")
    func oneFile() throws {
        let folder = try TestFolder()
        let client = TestFolder.client.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
        let clients = "clients:\n  -\n" + client
        try folder.write("all.yaml", [TestFolder.settings, TestFolder.agents, clients].joined(separator: "\n"))
        let (whole, findings) = DirectoryReader.read(at: folder.path + "/all.yaml", now: TestFolder.now)
        #expect(findings == [])
        let parts = try #require(folder.read().directory)
        #expect(whole.map { DirectoryDifference(from: parts, to: $0).isEmpty } == true)
        try folder.write("all.yaml", TestFolder.settings)
        #expect(
            DirectoryReader.read(at: folder.path + "/all.yaml", now: TestFolder.now).findings.map(\.text)
                == ["`agents` is missing", "`clients` is missing"])
    }
}
