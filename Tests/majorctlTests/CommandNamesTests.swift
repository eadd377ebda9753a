import ArgumentParser
import Testing

@testable import majorctl

@Suite("Names of commands")
struct CommandNamesTests {
    /// Else they are made of the types' names whenever majorctl starts, which takes as long as all else that it does.
    @Test("each command says its own")
    func names() {
        var waiting: [any ParsableCommand.Type] = [MajorctlCommand.self]
        while let command = waiting.popLast() {
            #expect(command.configuration.commandName != nil, "\(command): give its configuration a commandName")
            waiting += command.configuration.subcommands
        }
    }
}
