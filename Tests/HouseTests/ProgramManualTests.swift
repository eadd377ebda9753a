import ArgumentParser
import Foundation
import Testing

@testable import majorctl
@testable import majord
@testable import majord_web

/// The options and commands of both programs, in the programs and their manual pages. Completions are made of the programs (Makefile).
@Suite("Manual pages of the programs")
struct ProgramManualTests {
    /// `.Op Fl -state Ar folder` and `.It Fl -state Ar folder`, of all lines.
    private func options(in lines: some Sequence<Substring>) -> Set<String> {
        let found = lines.flatMap { line -> [String] in
            let words = line.split(separator: " ").map(String.init)
            return zip(words, words.dropFirst()).filter { $0.0 == "Fl" || $0.0 == ".Fl" }.map(\.1)
        }
        return Set(found).subtracting(["-help", "-version", "h"])
    }

    @Test("majord's options are in the synopsis and the list of majord(8), and those have no others")
    func majord() throws {
        let options = try CommandTree(of: MajordCommand.self).command.options
        let page = try ManualPage("majord.8")
        let cure = "mend docs/man/majord.8"
        expectSame(
            "options", options, at: "MajordCommand", self.options(in: page.section("SYNOPSIS")),
            at: "majord.8's synopsis", cure: cure)
        let items = page.section("DESCRIPTION").filter { $0.hasPrefix(".It ") }
        expectSame(
            "options", options, at: "MajordCommand", self.options(in: items), at: "majord.8's list", cure: cure)
    }

    @Test("majord-web's options are in the synopsis and the list of majord-web(8), and those have no others")
    func pages() throws {
        let options = try CommandTree(of: MajordWeb.self).command.options
        let page = try ManualPage("majord-web.8")
        let items = page.section("DESCRIPTION").filter { $0.hasPrefix(".It ") }
        for (lines, place) in [(Array(page.section("SYNOPSIS")), "synopsis"), (items, "list")] {
            expectSame(
                "options", options, at: "MajordWeb", self.options(in: lines), at: "majord-web.8's \(place)",
                cure: "mend docs/man/majord-web.8")
        }
    }

    @Test("majorctl's commands are in the synopsis and the lists of majorctl(1), and those have no others")
    func commands() throws {
        let commands = try CommandTree(of: MajorctlCommand.self).command.subcommands ?? []
        let names = commands.map(\.commandName).filter { $0 != "help" }
        let page = try ManualPage("majorctl.1")
        let cure = "mend docs/man/majorctl.1"
        let synopsis = page.section("SYNOPSIS").filter { $0.hasPrefix(".Cm ") }.map { String($0.dropFirst(4)) }
            .filter { !$0.contains(" ") }
        expectSame(
            "commands", names + ["help"], at: "MajorctlCommand", synopsis, at: "majorctl.1's synopsis", cure: cure)
        let listed = ["Availability", "Calls", "Service"].flatMap { page.items(of: $0, "Cm") }
        expectSame("commands", names, at: "MajorctlCommand", listed, at: "majorctl.1's lists", cure: cure)
    }

    @Test("majorctl-json(5) is what the script makes of the definitions now (else make generate), with each command")
    func json() throws {
        let made = FileManager.default.temporaryDirectory.appending(path: "majorctl-json-\(UUID())")
        defer { try? FileManager.default.removeItem(at: made) }
        let script = Process()
        script.executableURL = URL(filePath: "/usr/bin/env")
        script.arguments = [
            "python3", "-B", Project.root.appending(path: "scripts/generate-json-manual").path, made.path,
        ]
        try script.run()
        script.waitUntilExit()
        let text = try Project.text("docs/man/majorctl-json.5")
        #expect(try String(contentsOf: made, encoding: .utf8) == text)
        let commands = try CommandTree(of: MajorctlCommand.self).command.all
        let lines = try ManualPage("majorctl-json.5").lines
        let told = lines.drop { $0 != ".Sh COMMANDS" }.prefix { $0 != ".Sh TYPES" }.filter { $0.hasPrefix(".Ss ") }
        expectSame(
            "commands", commands.filter { $0.options.contains("-json") }.map(\.name), at: "MajorctlCommand",
            told.map { String($0.dropFirst(4)) }, at: "majorctl-json.5",
            cure: "mend COMMANDS of scripts/generate-json-manual, and run make generate")
    }

    @Test("each command's own options are in its synopsis, and it has no others there")
    func commandOptions() throws {
        let page = try ManualPage("majorctl.1")
        for command in try CommandTree(of: MajorctlCommand.self).command.all {
            let synopsis = page.section("SYNOPSIS").drop { $0 != ".Cm \(command.name)" }
                .prefix { $0 != ".Nm" }
            // Words of a command may stand in its item alone.
            guard !synopsis.isEmpty || !command.name.contains(" ") else { continue }
            // Those of all commands stand once, below.
            let common: Set = command.name == "agi" ? [] : ["-socket", "-json"]
            let (own, shown) = (Set(command.options).subtracting(common), options(in: synopsis))
            #expect(
                own == shown,
                "majorctl \(command.name): \(own.symmetricDifference(shown).sorted()) differs; mend majorctl.1's synopsis"
            )
            let all = options(in: page.lines)
            #expect(
                own.isSubset(of: all), "majorctl \(command.name): \(own.subtracting(all)) is not in majorctl.1")
        }
    }
}
