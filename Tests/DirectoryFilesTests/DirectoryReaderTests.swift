import DirectoryFiles
import Foundation
import Routing
import Testing
import Time

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
        for name in ["noord.yaml.dpkg-old", "Noord.YAML.BAK", "readme.txt", "noord.yaml.orig"] {
            try folder.write("clients.d/\(name)", "}")
        }
        for name in ["zuid.yml", "zuid.YAML", "zuid.yaml.txt", "zuid", "st.delta.json", "west.yaml.disabled"] {
            try folder.write("clients.d/\(name)", "}")
        }
        try FileManager.default.createDirectory(
            atPath: folder.path + "/clients.d/old.yaml", withIntermediateDirectories: false)
        let (directory, lines) = folder.read()
        #expect(
            lines == [
                "clients.d/old.yaml: warning: is not read; put the files of this folder beside it",
                "clients.d/st.delta.json: warning: is not read; name it st.delta.yaml",
                "clients.d/west.yaml.disabled: warning: is not read; name it west.yaml.disabled.yaml",
                "clients.d/zuid: warning: is not read; name it zuid.yaml",
                "clients.d/zuid.YAML: warning: is not read; name it zuid.yaml",
                "clients.d/zuid.yaml.txt: warning: is not read; name it zuid.yaml",
                "clients.d/zuid.yml: warning: is not read; name it zuid.yaml",
            ])
        #expect(directory != nil)
    }

    @Test("clients.d that is a file, or has a file on its way, is told in the system's words")
    func notAFolder() throws {
        let folder = try TestFolder()
        try FileManager.default.removeItem(atPath: folder.path + "/clients.d")
        try folder.write("clients.d", "id: noord")
        #expect(
            folder.read().lines == [
                "clients.d: error: cannot be listed (Not a directory); it must be a folder with a file for each client"
            ])
        #expect(
            DirectoryReader.read(at: folder.path + "/agents.yaml/x", now: TestFolder.now).findings.map(\.text) == [
                "cannot be read (Not a directory); give the service's user the right to, or name another with --configuration"
            ])
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

    @Test(
        "an encoding that is not UTF-8 is named",
        arguments: [
            ("UTF-16", Data([0xFF, 0xFE]) + Data("id: é".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })),
            ("UTF-16", Data([0xFE, 0xFF]) + Data("id: é".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })),
            ("UTF-16", Data("id: noord".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })),
            ("UTF-16", Data("id: noord".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })),
            ("UTF-32", Data([0xFF, 0xFE, 0, 0, 0x69, 0, 0, 0])), ("UTF-32", Data([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x69])),
            ("UTF-32", Data([0x69, 0, 0, 0, 0x64, 0, 0, 0])),
        ] as [(String, Data)])
    func encodings(name: String, bytes: Data) throws {
        let folder = try TestFolder()
        try bytes.write(to: URL(filePath: folder.path + "/clients.d/noord.yaml"))
        #expect(folder.read().lines == ["clients.d/noord.yaml: error: is \(name); save the file as UTF-8"])
    }

    @Test("letters of Windows are named with their place")
    func windows() throws {
        let folder = try TestFolder()
        try (Data("id: noord\nname: Zuid".utf8) + Data([0xE9, 0x0A])).write(
            to: URL(filePath: folder.path + "/clients.d/noord.yaml"))
        #expect(
            folder.read().lines == [
                "clients.d/noord.yaml:2:11: error: is not UTF-8 here but probably Windows-1252; save the file as UTF-8"
            ])
    }

    @Test("a file that is too large is refused before it is read")
    func tooLarge() throws {
        let folder = try TestFolder()
        #expect(truncate(folder.path + "/clients.d/noord.yaml", 65 * 1_048_576) == 0)
        #expect(folder.read().lines == ["clients.d/noord.yaml: error: is larger than 64 MiB; split it"])
    }

    @Test("aliases cannot make a small file stand for billions of values", .timeLimit(.minutes(5)))
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

    @Test("deep nesting is refused", .timeLimit(.minutes(5)), arguments: ["[", "{a: ", "- ", "? "])
    func deepNesting(opening: String) throws {
        let folder = try TestFolder()
        try folder.write("clients.d/noord.yaml", String(repeating: opening, count: 200_000))
        let lines = folder.read().lines
        #expect(lines.count == 1)
        // libyaml looks further ahead than it tells, and has a limit of its own.
        let isBounded = lines.first?.contains("stands more than 16 values deep") == true
        #expect(isBounded || lines.first?.contains("is no YAML") == true, "\(lines)")
    }

    @Test("keys that nest, each with keys that nest, take no longer than they are long", .timeLimit(.minutes(5)))
    func nestedKeys() throws {
        let folder = try TestFolder()
        let line = String(repeating: "? ", count: 49)
        try folder.write(
            "clients.d/noord.yaml",
            (0..<20).map { String(repeating: " ", count: $0 * 98) + line + "a" }.joined(separator: "\n"))
        #expect(folder.read().lines.first?.contains("values deep") == true)
        try folder.write(
            "clients.d/noord.yaml", String(repeating: "{? ", count: 990) + String(repeating: "}", count: 990))
        #expect(folder.read().lines.first?.contains("values deep") == true)
    }

    @Test(
        "large and odd files are read or refused in bounded time", .timeLimit(.minutes(5)),
        arguments: [
            LargeFile(
                "many tags", (1...200_000).map { "%TAG !a\($0)! x" }.joined(separator: "\n") + "\n---\nid: noord\n"),
            LargeFile(
                "many tags of a second document",
                "id: noord\n...\n" + (1...200_000).map { "%TAG !a\($0)! x" }.joined(separator: "\n")
                    + "\n---\nid: noord\n"),
            LargeFile("many keys", (1...200_000).map { "unknown\($0): 1" }.joined(separator: "\n")),
            LargeFile("a long list", "[" + String(repeating: "a,", count: 4_100_000) + "]"),
            LargeFile(
                "deep and unfinished", String(repeating: "[{", count: 20) + String(repeating: "x, ", count: 10_000)),
            LargeFile("many numbers", "numbers: [" + String(repeating: "x,", count: 200_000) + "]"),
            LargeFile("one key often", String(repeating: "id: noord\n", count: 200_000)),
            LargeFile("many escapes", "\"" + String(repeating: "\\x41", count: 500_000) + "\""),
            LargeFile("remarks alone", String(repeating: "# only remarks\n", count: 500_000)),
            LargeFile("many anchors", String(repeating: "&a ", count: 100_000)),
            LargeFile("many types", String(repeating: "!!str ", count: 100_000)),
            LargeFile("keys on one line", String(repeating: "a: ", count: 100_000)),
        ])
    func bounded(file: LargeFile) throws {
        let folder = try TestFolder()
        try folder.write("clients.d/noord.yaml", file.text)
        let (directory, lines) = folder.read()
        #expect(directory == nil)
        #expect((1...10_100).contains(lines.count))
        #expect(lines.allSatisfy { $0.utf8.count < 1_000 })
    }

    @Test("of very many findings all are counted")
    func manyFindings() throws {
        let folder = try TestFolder()
        try folder.replace(
            "- +31 50 555 01 00", with: String(repeating: "- x\n  ", count: 10_500), in: "clients.d/noord.yaml")
        try folder.replace("introduced: 2026-01-12\n", with: "", in: "clients.d/noord.yaml")
        let lines = folder.read().lines
        #expect(lines.count == 10_002)
        #expect(lines.first?.hasPrefix("clients.d/noord.yaml:") == true)
        #expect(lines[10_000] == "\(folder.path): error: and 500 more errors", "behind those that are shown")
        #expect(
            lines.last
                == "clients.d/noord.yaml:1:5: warning: the pair was never introduced; give the day as `introduced`")
    }

    @Test("how many more there are stands behind those of its severity that are shown")
    func more() {
        let errors = (1...30).map { Finding(.error, at: Place(file: "a.yaml", line: $0), "broken") }
        let warnings = (1...5).map { Finding(.warning, at: Place(file: "a.yaml", line: $0), "late") }
        let shown = (warnings + errors).first(20, of: "/etc/majord").map(\.description)
        #expect(shown.count == 22)
        #expect(shown[19] == "a.yaml:20: error: broken")
        #expect(
            shown.suffix(2) == ["/etc/majord: error: and 10 more errors", "/etc/majord: warning: and 5 more warnings"])
        let again = (warnings + errors).first(20, of: "/etc/majord").first(10, of: "/etc/majord")
        #expect(again.count(of: .error) == 30)
        #expect(again.count(of: .warning) == 5)
        #expect((warnings + errors).first(35, of: "/etc/majord").count == 35)
    }

    @Test("errors come before warnings")
    func errorsFirst() throws {
        let folder = try TestFolder()
        try folder.write("clients.d/aa.yml", "}")
        try folder.replace("size: large", with: "size: huge", in: "clients.d/noord.yaml")
        #expect(folder.read().lines.map { $0.contains(": error: ") } == [true, false])
    }

    @Test("crossing blocks of two clients are an error, nested ones a warning, with both places")
    func crossing() throws {
        let folder = try TestFolder()
        try folder.replace("- +31 50 555 01 00", with: "- 050 555 02 00 - 99", in: "clients.d/noord.yaml")
        let second = TestFolder.client.replacing("id: noord", with: "id: zuid").replacing(
            "06-12345678", with: "06-12345679")
        try folder.write("clients.d/zuid.yaml", second.replacing("+31 50 555 01 00", with: "050 555 02 50 - 03 10"))
        #expect(
            folder.read().lines == [
                "clients.d/zuid.yaml:14:5: error: `050 555 02 50 - 03 10` overlaps `050 555 02 00 - 99` of client `noord` in "
                    + "clients.d/noord.yaml:14:5"
            ])
        try folder.write("clients.d/zuid.yaml", second.replacing("+31 50 555 01 00", with: "050 555 02 50"))
        let (directory, lines) = folder.read()
        #expect(directory != nil)
        #expect(
            lines == [
                "clients.d/zuid.yaml:14:5: warning: `050 555 02 50` lies inside `050 555 02 00 - 99` of client `noord` in "
                    + "clients.d/noord.yaml:14:5; calls from there are client `zuid`'s"
            ])
    }

    @Test("the Unix users that agents are said to be are named with their places")
    func users() throws {
        let folder = try TestFolder()
        let users = DirectoryReader.readKeeping(at: folder.path, now: TestFolder.now).users
        #expect(users.map(\.name) == ["jdevries", "mbakker"])
        #expect(
            users.last?.missing.description.replacing(folder.path + "/", with: "")
                == "agents.yaml:9:11: warning: no Unix user is called `mbakker`: only managers can change the availability of "
                + "`mbakker`; mend the name, make the user, or leave `user` out")
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
        #expect(whole.map { DirectoryDifference(from: parts, to: $0, settings: []).isEmpty } == true)
        #expect(whole?.settings.keys(differingFrom: parts.settings) == [])
        try folder.write("all.yaml", TestFolder.settings)
        #expect(
            DirectoryReader.read(at: folder.path + "/all.yaml", now: TestFolder.now).findings.map(\.text)
                == ["`agents` is missing", "`clients` is missing"])
    }
}

/// A file whose text is too long to be printed with every run of the tests.
struct LargeFile: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String

    init(_ name: String, _ text: String) {
        testDescription = name
        self.text = text
    }
}
