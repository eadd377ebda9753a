import ArgumentParser
import Foundation

@testable import majorctl

/// What ArgumentParser knows of a program: its commands and their options, without those that it adds itself (help, version).
struct CommandTree: Decodable {
    struct Command: Decodable {
        let commandName: String
        let subcommands: [Command]?
        let arguments: [Argument]?

        /// The commands below it as one types them, such as `number add`; of one with several forms each of these, such as `leave import`.
        var all: [Typed] {
            (subcommands ?? []).filter { $0.commandName != "help" }.flatMap { command in
                let forms = command.commandName == Leave._commandName ? LeaveForm.allCases : []
                guard forms.isEmpty else { return forms.map { Typed($0, of: command) } }
                return [Typed(name: command.commandName, options: command.options)]
                    + command.all.map { Typed(name: "\(command.commandName) \($0.name)", options: $0.options) }
            }
        }

        /// The options in the form of mdoc: `-agent` for `--agent`.
        var options: [String] {
            let names = (arguments ?? []).filter { $0.kind != "positional" }.flatMap { $0.names ?? [] }
            return names.filter { $0.kind == "long" && !["help", "version"].contains($0.name) }.map { "-\($0.name)" }
        }
    }

    struct Typed {
        let name: String
        let options: [String]

        init(name: String, options: [String]) {
            self.name = name
            self.options = options
        }

        /// The options of all forms, and the common ones, are the command's.
        init(_ form: LeaveForm, of command: Command) {
            let others = Set(LeaveForm.allCases.flatMap(\.options)).subtracting(form.options).map {
                String($0.dropFirst())
            }
            self.init(name: form.rawValue, options: command.options.filter { !others.contains($0) })
        }
    }

    struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String
        }

        let kind: String
        let names: [Name]?
    }

    let command: Command

    init(of program: any ParsableCommand.Type) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(program._dumpHelp().utf8))
    }
}
