import CStandardStreams
import Foundation
import Glibc
import Testing

@Suite("Standard streams")
struct StandardStreamsTests {
    private func identity(_ descriptor: Int32) -> [UInt64] {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? [UInt64(status.st_dev), UInt64(status.st_ino)] : []
    }

    @Test("those that are open stay what they are, and no further descriptor stays open")
    func open() {
        let before = (0...2).map { identity($0) }
        #expect(before.allSatisfy { !$0.isEmpty }, "they were opened before main")
        standard_streams_open()
        #expect((0...2).map { identity($0) } == before)
    }

    /// Where the build put majord, which is majorctl where it is called so: beside the tests.
    private static let program: String = {
        var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        while folder.pathComponents.count > 1,
            !FileManager.default.isExecutableFile(atPath: folder.appending(path: "majord").path)
        {
            folder.deleteLastPathComponent()
        }
        return folder.appending(path: "majord").path
    }()

    /// Else the file that is opened would take one of their numbers, and what is printed would go into it.
    @Test("a program that starts without them writes nothing into what it opens but what belongs there")
    func closed() throws {
        let output = FileManager.default.temporaryDirectory.appending(path: "streams-\(UUID())").path
        defer { unlink(output) }
        let program = Self.program
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in 0...2 as ClosedRange<Int32> { posix_spawn_file_actions_addclose(&actions, descriptor) }
        let words = ["majorctl", "metrics", "--socket", "/nowhere", "--output", output]
        var arguments = words.map { strdup($0) }
        defer { for argument in arguments { free(argument) } }
        arguments.append(nil)
        var process = pid_t()
        #expect(posix_spawn(&process, program, &actions, nil, arguments, environ) == 0)
        var status: Int32 = 0
        #expect(waitpid(process, &status, 0) == process)
        let text = try String(contentsOfFile: output, encoding: .utf8)
        #expect(text.hasPrefix("# HELP majord_up") && text.hasSuffix("majord_up 0\n# EOF\n"))
    }
}
