import ArgumentParser
import PBXProtocol
import Testing

@testable import majorctl

/// What PBXs can ask, report and wish, in the table of commands, the documents and the help of `majorctl agi`.
@Suite("Commands of PBXs in the documents")
struct PBXCommandsTests {
    private static let names = PBXCommand.allCases.map(\.rawValue)

    /// RESP's own commands are no calls.
    private static let connection: Set = ["info", "ping", "echo", "select", "client", "command", "hello", "quit"]

    @Test("each has its row in docs/pbx-protocol.md, with as many arguments as it takes")
    func protocolDocument() throws {
        let rows = try Project.text("docs/pbx-protocol.md").split(separator: "\n").drop { $0 != "| Command | Reply |" }
            .dropFirst(2).prefix { $0.hasPrefix("|") }
        let forms = rows.flatMap { row in
            (row.split(separator: "|").first ?? "").split(separator: "`").map { $0.split(separator: " ") }
        }.filter { $0.first?.allSatisfy(\.isUppercase) == true && $0.first?.isEmpty == false }
        expectSame(
            "commands", Self.names, at: "PBXCommand",
            forms.compactMap { $0.first?.lowercased() }.filter { !Self.connection.contains($0) },
            at: "docs/pbx-protocol.md", cure: "mend the document's first table")
        for form in forms {
            guard let command = PBXCommand(name: form[0]), command.kind != .wish else { continue }
            let required = form.dropFirst().count { !$0.hasPrefix("[") }
            #expect(
                command.argumentCount == required...form.count - 1,
                "docs/pbx-protocol.md: \(form.joined(separator: " ")) takes \(command.argumentCount) arguments")
        }
    }

    @Test("each that a dial plan can use over AGI is in majorctl agi's help and manual page")
    func agi() throws {
        // `extension` is for a PBX that takes one answer: over AGI, MAJOR_EXTENSION is that of `route`.
        let names = Self.names.filter { $0 != "extension" }
        let help = Agi.configuration.usage?.split(separator: "\n").compactMap { line in
            line.split(separator: "]").dropFirst().first?.split(separator: " ").first.map(String.init)
        }
        expectSame(
            "commands", names, at: "PBXCommand", help ?? [], at: "majorctl agi --help",
            cure: "mend Sources/majorctl/Commands/Agi.swift")
        let page = try ManualPage("majorctl.1").section("Asterisk").filter { $0.hasPrefix(".It Cm ") }
            .compactMap { $0.split(separator: " ").dropFirst(2).first.map(String.init) }
        expectSame(
            "commands", names, at: "PBXCommand", page, at: "majorctl(1)", cure: "mend docs/man/majorctl.1, Asterisk")
    }

    @Test("each is a script of FastAGI's in the documents")
    func fastAGI() throws {
        let section = try Project.text("docs/pbx-protocol.md").split(separator: "## FastAGI").last ?? ""
        for name in Self.names where name != "extension" {
            #expect(section.contains("/\(name)"), "docs/pbx-protocol.md, FastAGI, does not name /\(name)")
        }
    }
}
