import ArgumentParser
import Foundation

/// What ArgumentParser knows of a program: its commands and their options, without those that it adds itself (help, version).
struct CommandTree: Decodable {
    struct Command: Decodable {
        let commandName: String
        let subcommands: [Command]?
        let arguments: [Argument]?

        /// The commands below it as one types them, such as `leave` and `leave import`: the one of the same name is what is done without a
        /// further word.
        var all: [Typed] {
            (subcommands ?? []).filter { $0.commandName != "help" }.flatMap { command in
                let own = (command.subcommands ?? []).first { $0.commandName == command.commandName } ?? command
                let others = command.all.filter { $0.name != command.commandName }
                return [Typed(name: command.commandName, options: own.options)]
                    + others.map { Typed(name: "\(command.commandName) \($0.name)", options: $0.options) }
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
