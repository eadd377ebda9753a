import ArgumentParser
import Time
import Wording

/// A command or an option that there is not, and the one that is most likely meant.
struct Mistyped {
    let text: String
    /// Whose usage helps.
    let command: any ParsableCommand.Type

    /// - Returns: Nil where what is wrong is something else.
    static func found(in words: [String], _ error: any Error, _ language: Language) -> Mistyped? {
        guard MajorctlCommand.exitCode(for: error) == .validationFailure else { return nil }
        let unknown = UnknownWords(language)
        var command: any ParsableCommand.Type = MajorctlCommand.self
        var names: [String] = []
        var rest = words.filter { !$0.hasPrefix("-") }[...]
        while !command.configuration.subcommands.isEmpty, let name = rest.popFirst() {
            guard name != "help" else { return nil }
            let commands = command.configuration.subcommands
            guard let next = commands.first(where: { $0._commandName == name }) else {
                // What the command does without a further word takes whatever comes.
                if let usual = command.configuration.defaultSubcommand {
                    command = usual
                    break
                }
                return Mistyped(text: unknown.command(name, known: commands.map { $0._commandName }), command: command)
            }
            command = next
            names.append(name)
        }
        guard !names.isEmpty else { return nil }
        let known = options(of: command)
        let given = words.prefix { $0 != "--" }.filter { $0.hasPrefix("--") }.map { String($0.prefix { $0 != "=" }) }
        guard let option = given.first(where: { !known.contains($0) }) else { return nil }
        return Mistyped(
            text: unknown.option(option, of: names.joined(separator: " "), known: known), command: command)
    }

    /// All that its usage or its help names.
    private static func options(of command: any ParsableCommand.Type) -> [String] {
        let help = MajorctlCommand.helpMessage(for: command)
        return Set(help.matches(of: /--[a-z][a-z-]*/).map { String($0.output) }).sorted()
    }
}
