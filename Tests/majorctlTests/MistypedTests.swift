import ArgumentParser
import Testing
import Time

@testable import majorctl

@Suite("Mistyped words")
struct MistypedTests {
    @Test(
        "a mistyped command or option is answered with the nearest there is, and the usage of the command at hand",
        arguments: [
            (["stauts"], "there is no command stauts; did you mean status?", "majorctl"),
            (["frobnicate", "x"], "there is no command frobnicate", "majorctl"),
            (
                ["leave", "tomorrow", "--overide"],
                "leave has no option --overide; did you mean --override?", "leave"
            ),
            (["sick", "--untill=monday"], "sick has no option --untill; did you mean --until?", "sick"),
            (["number", "ad", "1"], "there is no command ad; did you mean add?", "number"),
            (
                ["number", "add", "1", "noord", "--contcat", "x"],
                "number add has no option --contcat; did you mean --contact?", "add"
            ),
            (["status", "--frobnicate"], "status has no option --frobnicate", "status"),
        ])
    func mistyped(words: [String], text: String, command: String) throws {
        let error = try #require(throws: (any Error).self) { _ = try MajorctlCommand.parseAsRoot(words) }
        let found = try #require(Mistyped.found(in: words, error, .en))
        #expect(found.text == text)
        #expect(found.command._commandName == command)
    }

    @Test(
        "what is missing or too much is told in Dutch to Dutch readers",
        arguments: [
            (["leave"], "er ontbreekt: <moments> ..."), (["leave", "morgen"], nil),
            (["decline", "3"], "er ontbreekt: <why>"),
            (
                ["decline", "3", "te", "druk"],
                "dit hoort er niet bij: 'druk'; zet tekst met spaties tussen aanhalingstekens"
            ),
            (
                ["cancel", "8", "en", "9"],
                "dit hoort er niet bij: 'en', '9'; zet tekst met spaties tussen aanhalingstekens"
            ),
            (["absences", "--agent"], "--agent vraagt een waarde"),
            (["coverage", "--weeks", "veel"], "`veel` kan niet bij --weeks"),
            (["case", "open", "noord", "--kind", "x"], "`x` kan niet bij --kind; wel: incident, request"),
        ])
    func dutch(words: [String], expected: String?) throws {
        do {
            _ = try MajorctlCommand.parseAsRoot(words)
            #expect(expected == nil)
        } catch {
            #expect(Mistyped.found(in: words, error, .nl)?.text == expected)
            #expect(Mistyped.found(in: words, error, .en) == nil)
        }
    }

    @Test(
        "help of a command that there is not is answered in the same way",
        arguments: [
            (["help", "covrage"], "there is no command covrage; did you mean coverage?"),
            (["help", "deputy", "lsit"], "there is no command lsit; did you mean list?"),
            (["covrage", "--help"], "there is no command covrage; did you mean coverage?"),
            (["help"], nil), (["help", "leave"], nil), (["help", "leave", "import"], nil), (["help", "help"], nil),
            (["--help"], nil), (["leave", "--help"], nil), (["number", "add", "-h"], nil),
            (["sick", "--note", "x"], nil),
        ] as [([String], String?)])
    func helped(words: [String], text: String?) {
        #expect(Mistyped.helped(by: words, .en)?.text == text)
    }

    @Test(
        "what is wrong otherwise is left to the parser",
        arguments: [
            ["leave"], ["cancel", "x"], ["sick", "--note"], ["leave", "--note", "x"], ["--version"], ["help"],
        ])
    func others(words: [String]) {
        do {
            _ = try MajorctlCommand.parseAsRoot(words)
        } catch {
            #expect(Mistyped.found(in: words, error, .en) == nil, "\(words)")
        }
    }
}
