import ArgumentParser
import Foundation
import MajorAPI
import Routing
import Varlink

struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show who is covered, who is there, and what is not as it should be.",
        discussion: """
            Exit status 1: degraded (the files have errors, or the ledger cannot be used), or a client has nobody. What it is is \
            told first.
            """)

    @OptionGroup var options: GlobalOptions

    @Flag(help: "Show it again after every change, until Ctrl-C.")
    var watch = false

    @Flag(help: "Show also how each client stands; for agents, PBXs and managers.")
    var clients = false

    func run() throws {
        try reportingFailures {
            let request = RosterAPI.Status(clients: clients ? true : nil)
            let daemon = try Daemon(options)
            if watch { return try daemon.stream(request, show) }
            let status = try daemon.call(request, show)
            if status.degraded || !status.uncovered.isEmpty { throw ExitCode(1) }
        }
    }

    private func show(_ status: RosterAPI.Status.Reply) {
        for line in StatusText.lines(status, Style.standardOutput, options.language) { print(line) }
        if watch { print() }
    }
}

struct Reload: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read the directory again: all of it is put into force, or nothing.")

    @OptionGroup var options: GlobalOptions

    func run() throws {
        try reportingFailures {
            let daemon = try Daemon(options)
            try daemon.present(try daemon.read(DirectoryAPI.Reload()), show)
        }
    }

    private func show(_ reply: DirectoryAPI.Reload.Reply) {
        print("Reloaded as generation \(reply.generation): \(reply.summary).")
        for (name, changes) in [
            ("client", reply.clients), ("agent", reply.agents), ("number", reply.numbers), ("pair of", reply.pairs),
        ] {
            for (verb, ids) in [
                ("added", changes.added), ("changed", changes.changed), ("removed", changes.removed),
            ] {
                for id in ids.prefix(20) { print("  \(verb) \(name) \(id)") }
                if ids.count > 20 { print("  and \(ids.count - 20) more") }
            }
        }
        for key in reply.settings { print("  changed \(key)") }
        for finding in reply.warnings { print(FindingText.line(finding, Style.standardOutput)) }
    }
}

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read the directory as a reload would, and change nothing.",
        discussion:
            "Without a path majord checks its own directory; with one, `majord --check` reads it, running or not.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "A directory to check.")
    var path: String?

    @Flag(help: "Warnings count, too: exit status 1.")
    var strict = false

    func run() throws {
        try reportingFailures {
            if let path { throw try checkOffline(path) }
            let daemon = try Daemon(options)
            let reply: DirectoryAPI.Check.Reply = try daemon.decode(try daemon.read(DirectoryAPI.Check()))
            if options.json {
                Printable.printJSON(try JSONObject(encoding: reply))
            } else {
                for finding in reply.findings { print(FindingText.line(finding, Style.standardOutput)) }
                if reply.findings.isEmpty { print("No findings.") }
            }
            if reply.findings.contains(where: { $0.severity == .error }) { throw ExitCode(2) }
            if strict, !reply.findings.isEmpty { throw ExitCode(1) }
        }
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
