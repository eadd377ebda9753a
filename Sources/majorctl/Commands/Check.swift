import ArgumentParser
import Foundation
import MajorAPI

struct Check: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read the directory as a reload would, and change nothing.",
        discussion:
            "Without a path majord checks its own directory; with one, `majord --check` reads it, running or not.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "A directory to check.", completion: .file())
    var path: String?

    @Flag(help: "Warnings count, too: exit status 1.")
    var strict = false

    func run(_ session: Session) throws {
        if let path { throw try checkOffline(path) }
        let daemon = try session.daemon()
        let request = DirectoryAPI.Check()
        let reply = try daemon.present(try daemon.read(request), to: request) { reply in
            for finding in reply.findings { session.print(FindingText.line(finding, session.style)) }
            if reply.findings.isEmpty { session.print("No findings.") }
        }
        if reply.findings.contains(where: { $0.severity == .error }) { throw ExitCode(2) }
        if strict, !reply.findings.isEmpty { throw ExitCode(1) }
    }

    /// majord reads directories, not majorctl: the one that stands beside it, else the one in the path.
    private func checkOffline(_ path: String) throws -> ExitCode {
        let beside = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "majord")
        let process = Process()
        if let beside, FileManager.default.isExecutableFile(atPath: beside.path) {
            process.executableURL = beside
            process.arguments = ["--check", path]
        } else {
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = ["majord", "--check", path]
        }
        if strict { process.arguments?.append("--strict") }
        if options.json { process.arguments?.append("--json") }
        try process.run()
        process.waitUntilExit()
        return ExitCode(process.terminationStatus)
    }
}
