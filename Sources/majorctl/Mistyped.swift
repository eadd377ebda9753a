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
        switch named(by: words.filter { !$0.hasPrefix("-") }, language) {
        case .failure(let mistyped): return mistyped
        case .success((let command, let names)):
            if let mistyped = option(of: command, names, in: words, language) { return mistyped }
            guard language == .nl, !names.isEmpty else { return nil }
            return UsageWords.dutch(MajorctlCommand.message(for: error)).map {
                Mistyped(text: $0, command: command)
            }
        }
    }

    /// A command that help was asked of, and that there is not: the parser would tell of all of them.
    static func helped(by words: [String], _ language: Language) -> Mistyped? {
        let plain = words.filter { !$0.hasPrefix("-") }
        let asked =
            plain.first == "help"
            ? plain.dropFirst() : words.contains { ["-h", "--help"].contains($0) } ? plain[...] : []
        guard case .failure(let mistyped) = named(by: Array(asked), language) else { return nil }
        return mistyped
    }

    private enum Named {
        case success((command: any ParsableCommand.Type, names: [String]))
        case failure(Mistyped)
    }

    /// The command that words begin with, as far as they name one.
    private static func named(by words: [String], _ language: Language) -> Named {
        var command: any ParsableCommand.Type = MajorctlCommand.self
        var names: [String] = []
        var rest = words[...]
        while !command.configuration.subcommands.isEmpty, let name = rest.popFirst() {
            guard name != "help" else { return .success((command, [])) }
            let commands = command.configuration.subcommands
            guard let next = commands.first(where: { $0._commandName == name }) else {
                let text = UnknownWords(language).command(name, known: commands.map { $0._commandName })
                return .failure(Mistyped(text: text, command: command))
            }
            command = next
            names.append(name)
        }
        return .success((command, names))
    }

    private static func option(
        of command: any ParsableCommand.Type, _ names: [String], in words: [String], _ language: Language
    ) -> Mistyped? {
        guard !names.isEmpty else { return nil }
        let known = options(of: command)
        let given = words.prefix { $0 != "--" }.filter { $0.hasPrefix("--") }.map { String($0.prefix { $0 != "=" }) }
        guard let option = given.first(where: { !known.contains($0) }) else { return nil }
        let text = UnknownWords(language).option(option, of: names.joined(separator: " "), known: known)
        return Mistyped(text: text, command: command)
    }

    /// All that its usage or its help names.
    private static func options(of command: any ParsableCommand.Type) -> [String] {
        let help = MajorctlCommand.helpMessage(for: command)
        return Set(help.matches(of: /--[a-z][a-z-]*/).map { String($0.output) }).sorted()
    }
}
