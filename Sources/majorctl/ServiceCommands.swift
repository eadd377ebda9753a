import ArgumentParser
import Foundation
import MajorAPI
import Routing
import Varlink

struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show who is covered and who is there.")

    @OptionGroup var options: GlobalOptions

    func run() throws {
        try reportingFailures {
            try Daemon(options).call(RosterAPI.status, NoParameters()) { (status: StatusMessage) in
                for line in StatusText.lines(status, Style.standardOutput) { print(line) }
            }
        }
    }
}

struct Reload: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read the directory again: all of it is put into force, or nothing.")

    @OptionGroup var options: GlobalOptions

    func run() throws {
        try reportingFailures {
            let daemon = try Daemon(options)
            try daemon.present(try daemon.read(DirectoryAPI.reload), show)
        }
    }

    private func show(_ reply: DirectoryAPI.Reloaded) {
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
            let reply: DirectoryAPI.Checked = try daemon.decode(try daemon.read(DirectoryAPI.check))
            if options.json {
                Printable.printJSON(try JSONObject(encoding: reply))
            } else {
                for finding in reply.findings { print(FindingText.line(finding, Style.standardOutput)) }
                if reply.findings.isEmpty { print("No findings.") }
            }
            if reply.findings.contains(where: \.isError) { throw ExitCode(2) }
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
        try process.run()
        process.waitUntilExit()
        return ExitCode(process.terminationStatus)
    }
}

/// The status in words.
enum StatusText {
    static func lines(_ status: StatusMessage, _ style: Style) -> [String] {
        let wording = Wording(at: status.now, in: status.timeZone)
        let absent = status.agents.count { !["available", "busy", "off_hours"].contains($0.state) }
        let coverage =
            status.clients == 0
            ? "no clients yet"
            : status.inService == 0
                ? "no client in service now" : "\(status.covered) of \(status.inService) clients covered"
        var lines = [
            "majord \(status.version), generation \(status.generation): "
                + (status.uncovered.isEmpty ? style.green(coverage) : style.red(coverage))
                + ", \(absent) \(absent == 1 ? "agent" : "agents") absent"
        ]
        for trouble in status.troubles { lines.append(style.red("  \(trouble)")) }
        for client in status.uncovered { lines.append(style.red("  nobody for \(client.clientName)")) }
        let width = status.agents.map(\.name.count).max() ?? 0
        for agent in status.agents {
            let phone = agent.phone.map { "  \($0)" } ?? ""
            let state = agent.state.replacing("_", with: " ")
            let until = agent.until.map { " until \(wording.shortEnd($0))" } ?? ""
            let painted = agent.state == "available" ? style.green(state) : style.yellow(state)
            lines.append(
                "  \(agent.name.padding(to: width))\(phone)  \(painted)\(until)"
                    + (agent.id == status.you ? "  (you)" : ""))
        }
        if !status.decisions.isEmpty {
            let counts = status.decisions.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
            lines.append("Decisions since the start: \(counts.joined(separator: ", "))")
        }
        if let line = SocketText.line(status) { lines.append(line) }
        return lines
    }
}
