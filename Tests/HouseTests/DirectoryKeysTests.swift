import Routing
import Testing
import Time

@testable import DirectoryFiles

/// The keys of the directory's files, in the readers, the manual page and the example.
@Suite("Keys of the directory's files")
struct DirectoryKeysTests {
    private static let page = "majord.yaml.5"
    private static let cure =
        "write it into docs/man/majord.yaml.5, or mend the reader's keys in Sources/DirectoryFiles"

    private func names<Key: RawRepresentable<String> & CaseIterable>(_: Key.Type) -> [String] {
        Key.allCases.map(\.rawValue)
    }

    @Test("every setting is an item of the manual page, and the page has no other")
    func settings() throws {
        expectSame(
            "settings", SettingsReader.settings.map(\.key), at: "SettingsReader.settings",
            try ManualPage(Self.page).items(of: "majord.yaml", "Cm"), at: Self.page, cure: Self.cure)
    }

    @Test("every cause of the overflow is an item of the manual page, and has a row in the example")
    func causes() throws {
        let causes = ["default"] + names(Overflow.Cause.self)
        expectSame(
            "causes", ["default"] + causes, at: "Overflow.Cause",
            ["default"] + (try ManualPage(Self.page).items(of: "majord.yaml", "Cm", inside: "overflow")), at: Self.page,
            cure: Self.cure)
        expectSame(
            "causes", causes, at: "Overflow.Cause", try Example("majord.yaml").keys(below: "overflow"),
            at: "etc/majord/majord.yaml", cure: "give it an extension in the example")
    }

    @Test("every setting stands in the example, and the example has no other")
    func example() throws {
        // What needs a database that is not there stands in a remark.
        let text = try Project.text("etc/majord/majord.yaml")
        let remarks = ["records", "site"].filter { text.contains("\n# \($0): ") }
        expectSame(
            "settings", SettingsReader.settings.map(\.key), at: "SettingsReader.settings",
            try Example("majord.yaml").keys() + remarks, at: "etc/majord/majord.yaml",
            cure: "show the setting, with a remark, in the example")
    }

    @Test("what a level, capacity and retention take is in the manual page")
    func groups() throws {
        let page = try ManualPage(Self.page)
        expectSame(
            "keys of a level", names(LevelReader.Key.self), at: "LevelReader",
            page.items(of: "majord.yaml", "Cm", inside: "levels"), at: Self.page, cure: Self.cure)
        let text = page.section("majord.yaml").joined(separator: " ")
        for key in names(SettingsReader.CapacityKey.self) {
            #expect(text.contains("\(key): "), "capacity's `\(key)` is not in \(Self.page); \(Self.cure)")
        }
        for key in names(LevelReader.AnswerKey.self) + names(LevelReader.CloseKey.self) {
            #expect(text.contains("\(key): "), "a target's `\(key)` is not in \(Self.page); \(Self.cure)")
        }
        let words = page.words(of: "majord.yaml", "Cm")
        for key in names(SettingsReader.RetentionKey.self) {
            #expect(words.contains(key), "retention's `\(key)` is not in \(Self.page); \(Self.cure)")
        }
        for key in names(SettingsReader.ManagerKey.self) {
            #expect(words.contains(key), "a manager's `\(key)` is not in \(Self.page); \(Self.cure)")
        }
        for key in names(SettingsReader.ExclusiveNumberKey.self) {
            #expect(text.contains("\(key): "), "an exclusive number's `\(key)` is not in \(Self.page); \(Self.cure)")
        }
    }

    @Test("every word that a setting takes is in the manual page and in the example")
    func words() throws {
        let page = try ManualPage(Self.page).words(of: "majord.yaml", "Cm")
        let example = try Project.text("etc/majord/majord.yaml")
        for word in names(Settings.WhenBusy.self) + names(Settings.LogNumbers.self) + names(Language.self)
            + names(Settings.Diverted.self)
        {
            #expect(page.contains(word), "`\(word)` is not in \(Self.page); \(Self.cure)")
            #expect(
                example.contains(word), "`\(word)` is not in etc/majord/majord.yaml; name it in the setting's remark")
        }
    }

    @Test("every key of an agent is an item of the manual page, and stands in the example")
    func agents() throws {
        let (keys, inside) = (names(AgentReader.Key.self), names(AgentReader.CalendarKey.self))
        expectSame(
            "keys of an agent", keys, at: "AgentReader", try ManualPage(Self.page).items(of: "agents.yaml", "Cm"),
            at: Self.page, cure: Self.cure)
        let example = try Project.text("etc/majord/agents.yaml")
        let words = try ManualPage(Self.page).words(of: "agents.yaml", "Cm")
        for key in inside { #expect(words.contains(key), "`\(key)` is not in \(Self.page); \(Self.cure)") }
        for key in keys + inside {
            #expect(example.contains("\(key):"), "`\(key)` is not in etc/majord/agents.yaml; show it there")
        }
    }

    @Test("every key of a client is in the manual page, and stands in an example")
    func clients() throws {
        let page = try ManualPage(Self.page)
        expectSame(
            "keys of a client", names(ClientReader.Key.self), at: "ClientReader", page.items(of: "clients.d", "Cm"),
            at: Self.page, cure: Self.cure)
        let words = page.words(of: "clients.d", "Cm")
        let inside =
            names(AgreementReader.Key.self) + names(AgreementReader.TermKey.self) + names(PersonReader.PersonKey.self)
            + names(PersonReader.AddressKey.self) + names(PersonReader.ContactKey.self)
            + names(HandoverReader.Key.self)
        for key in inside { #expect(words.contains(key), "`\(key)` is not in \(Self.page); \(Self.cure)") }
        let examples = try Project.files(below: "etc/majord/clients.d", ending: ".yaml").map(Project.text).joined()
        for key in names(ClientReader.Key.self) + inside {
            #expect(examples.contains("\(key):"), "`\(key)` is in no example of etc/majord/clients.d; show it in one")
        }
    }

    /// A file of etc/majord, as far as its keys go.
    private struct Example {
        private let lines: [Substring]

        init(_ name: String) throws {
            lines = try Project.text("etc/majord/\(name)").split(separator: "\n")
        }

        func keys() -> [String] {
            lines.filter { $0.first?.isLetter == true }.compactMap { $0.split(separator: ":").first.map(String.init) }
        }

        func keys(below parent: String) -> [String] {
            guard let start = lines.firstIndex(of: "\(parent):") else { return [] }
            return lines[(start + 1)...].prefix { $0.hasPrefix("  ") }
                .compactMap { $0.split(separator: ":").first?.drop { $0 == " " } }.map(String.init)
        }
    }
}
