import ArgumentParser
import Foundation
import Glibc
import Terminal
import Time
import Wording

/// majorctl from its start to its end.
package enum MajorctlProgram {
    /// An AGI program's caller waits in silence: it answers before anything else is set up.
    package static func run() -> Never {
        let words = CommandLine.arguments.dropFirst()
        if words.first == "agi", !words.contains(where: { ["-h", "--help", "-help"].contains($0) }) {
            AgiProgram.run(Array(words.dropFirst()))
            Glibc.exit(0)
        }
        if let mistake = Mistyped.helped(by: Array(words), language) { wrongUsage(mistake.text, of: mistake.command) }
        var command: any ParsableCommand
        do {
            command = try MajorctlCommand.parseAsRoot()
        } catch {
            if let mistake = Mistyped.found(in: Array(words), error, language) {
                wrongUsage(mistake.text, of: mistake.command)
            }
            end(with: error)
        }
        do {
            try command.run()
            end()
        } catch let error as ValidationError {
            // The parser, which knows the command, has done its part: what is shown must be that command's usage, not majorctl's.
            wrongUsage(error.message, of: type(of: command))
        } catch {
            end(with: error)
        }
    }

    /// That of whoever reads what is wrong; nothing is parsed yet.
    private static var language: Language {
        CommandLine.arguments.contains("--json") ? .en : ReaderLanguage.current
    }

    /// Ends the program. Whoever does not get all of the answer is told so: a full disk is no success.
    private static func end(with error: (any Error)? = nil) -> Never {
        let status = error.map { MajorctlCommand.exitCode(for: $0) } ?? .success
        let text = error.map { MajorctlCommand.fullMessage(for: $0) } ?? ""
        if !text.isEmpty {
            if status.isSuccess { print(text) } else { StandardError.print(text) }
        }
        if let trouble = StandardOutput.finish("the answer") {
            StandardError.print(trouble)
            Glibc.exit(74)
        }
        Glibc.exit(status.rawValue)
    }

    /// The words with which one types a command, such as `leave` or `leave import`.
    private static func path(to command: any ParsableCommand.Type) -> [String] {
        for top in MajorctlCommand.configuration.subcommands {
            if top == command { return [top._commandName] }
            if top.configuration.subcommands.contains(where: { $0 == command }) {
                return [top._commandName, command._commandName]
            }
        }
        return []
    }

    /// What a command could not read, in the language in which the command says it.
    private static func wrongUsage(_ message: String, of command: any ParsableCommand.Type) -> Never {
        let program = MajorctlCommand.configuration.commandName ?? ""
        let name = ([program] + path(to: command)).joined(separator: " ")
        let error = language.said(en: "Error", nl: "Fout")
        let more = language.said(
            en: "See '\(name) --help' for more information.", nl: "Meer staat in '\(name) --help' (Engels).")
        StandardError.print("\(error): \(message)\n\(usage(of: command, language))\n  \(more)")
        Glibc.exit(64)
    }

    private static func usage(of command: any ParsableCommand.Type, _ language: Language) -> String {
        let head = language.said(en: "Usage: ", nl: "Gebruik: ")
        let lines = MajorctlCommand.usageString(for: command).trimmingPrefix("Usage: ").split(separator: "\n")
        let indent = String(repeating: " ", count: head.count)
        return head + lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n\(indent)")
    }
}
