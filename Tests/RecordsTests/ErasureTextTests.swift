import DirectoryFiles
import Foundation
import Routing
import TestSupport
import Testing
import Time

@testable import Records

/// Reads numbers as a Dutch reader does, as far as these tests write them.
func dutch(_ text: String) -> PhoneNumber? {
    let digits = text.filter { ("0"..."9").contains($0) }.replacingOccurrences(
        of: "^310", with: "31", options: .regularExpression)
    if text.hasPrefix("+") { return PhoneNumber(digits) }
    guard digits.hasPrefix("0") else { return nil }
    return PhoneNumber(digits.hasPrefix("00") ? String(digits.dropFirst(2)) : "31\(digits.dropFirst())")
}

/// What people wrote, as these tests have it.
let writtenDutch = ErasureReading(
    number: dutch, scalars: FileScalar.list, file: { $0.file(namedIn: $1) })

@Suite("What is to be forgotten in texts")
struct ErasureTextTests {
    private static func number(_ digits: String) -> Erasure.Term.Identifier {
        guard let number = PhoneNumber(digits) else { preconditionFailure("no number \(digits)") }
        return .number(number)
    }

    private func erased(_ identifier: Erasure.Term.Identifier, _ text: String, isFile: Bool = false) -> String? {
        let erasure = ErasureText(
            term: Erasure.Term(identifier, token: "ab12", standIn: "+44 7700 900123"), reading: writtenDutch)
        return isFile ? FileErasure(text: erasure).erased(from: text) : erasure.erased(from: text)
    }

    @Test(
        "a number is found in every way in which people write it, and no other number is",
        arguments: [
            ("bel +31612345678 terug", "bel forgotten-ab12 terug"), ("06-12345678", "forgotten-ab12"),
            ("06 12 34 56 78, thuis", "forgotten-ab12, thuis"), ("+31 6 1 2 3 4 5 6 7 8", "forgotten-ab12"),
            ("+31 (0)6 12345678", "forgotten-ab12"),
            ("0031612345678.", "forgotten-ab12."), ("31612345678@pbx", "forgotten-ab12@pbx"),
            ("2026-11-26 0612345678 en 06-12345678", "2026-11-26 forgotten-ab12 en forgotten-ab12"),
            ("{\"note\":\"+31612345678\"}", "{\"note\":\"forgotten-ab12\"}"), ("06\u{A0}12345678", "forgotten-ab12"),
            ("bel 06-1234\u{200B}56\u{2060}78", "bel forgotten-ab12"),
            ("6-12345678", "forgotten-ab12"), ("06_1234_5678", "forgotten-ab12"), ("06,12345678", "forgotten-ab12"),
            ("０６１２３４５６７８", "forgotten-ab12"), ("٠٦١٢٣٤٥٦٧٨", "forgotten-ab12"), ("＋３１ ６ １２３４５６７８", "forgotten-ab12"),
            ("Jan (06-1234 5678) belt", "Jan (forgotten-ab12) belt"), ("(06) 12345678", "forgotten-ab12"),
            ("een 0612345678, twee", "een forgotten-ab12, twee"),
            ("050 555 01 00 +31 6 12345678", "050 555 01 00 forgotten-ab12"), ("1,2,6,12345679", nil),
            ("1-6-1234567", nil), ("106-12345678", nil), ("06-123456789", nil),
            ("+31612345679", nil), ("106123456780", nil), ("0612345678901", nil), ("zaak 12345678", nil), ("", nil),
        ] as [(String, String?)])
    func numbers(text: String, expected: String?) {
        #expect(erased(Self.number("31612345678"), text) == expected)
    }

    @Test(
        "a name is found in capitals or not, and not as part of another",
        arguments: [
            ("Karin Smit belde", "forgotten-ab12 belde"), ("vraag karin smit.", "vraag forgotten-ab12."),
            ("Karin  Smit", "forgotten-ab12"), ("Karin\nSmit,", "forgotten-ab12,"), ("KarinSmit", nil),
            ("Karin, Smit", nil), ("K.Smit@Noord.Example.", "forgotten-ab12."),
            ("karin smit <k.smit@noord.example>", "forgotten-ab12 <forgotten-ab12>"), ("mark.smit@noord.example", nil),
            ("a.k.smit@noord.example", nil), ("k.smit@noord.example.org", nil),
            ("Karin Smits", nil), ("aKarin Smit", nil), ("Karin", nil), ("Karin Smit-Bos", nil),
            ("Anne-Karin Smit", nil),
            ("de Karin Smit-mail", "de forgotten-ab12-mail"), ("Karin Smit de Vries", nil),
            ("Karin Smit de Vries en Karin Smit", "Karin Smit de Vries en forgotten-ab12"),
            ("Smit, Karin belde", "forgotten-ab12 belde"), ("CN=\"SMIT\\, Karin\";X=1", "CN=\"forgotten-ab12\";X=1"),
            ("Smit,Karin-Anne", nil), ("Smit, Karina", nil),
            ("zie karin_smit en KARIN-SMIT", "zie forgotten-ab12 en forgotten-ab12"), ("karin.smit", "forgotten-ab12"),
            ("Karin. Smit belt", nil), ("Anne-Karin-Smit", nil), ("Karin-Smit-Bos", nil),
            ("/etc/majord/karinsmit.yaml:3: /karin-smit", "/etc/majord/forgotten-ab12.yaml:3: /forgotten-ab12"),
        ] as [(String, String?)])
    func names(text: String, expected: String?) {
        for name in ["Karin Smit", "karin   smit "] {
            let term = Erasure.Term(
                .contact(name, of: ClientID("noord")), token: "ab12", addresses: ["k.smit@noord.example"],
                namesakes: ["karin smit de vries"], standIn: "")
            #expect(ErasureText(term: term, reading: writtenDutch).erased(from: text) == expected)
        }
    }

    @Test("an address that has the name in it goes as a whole; it is his in whatever is about others")
    func addresses() {
        let term = Erasure.Term(
            .contact("Karin", of: ClientID("noord")), token: "ab12", addresses: ["karin@scholen.example"], standIn: "")
        let text = ErasureText(term: term, reading: writtenDutch)
        #expect(text.erased(from: "karin@scholen.example, Karin") == "forgotten-ab12, forgotten-ab12")
        #expect(
            text.erased(from: "karin@scholen.example, Karin", withName: false) == "forgotten-ab12, Karin")
        #expect(
            FileErasure(text: text).erased(from: "id: zuid\n# karin@scholen.example, Karin")
                == "id: zuid\n# forgotten-ab12@forgotten.invalid, Karin")
    }

    @Test(
        "both ends of a range in a file are the range's",
        arguments: [
            "- +31 20 555 02 00 - +31 20 555 03 49\n", "- 020 555 02 00 - 020 555 03 49\n",
            "- 0031205550200 – 0031205550349\n", "numbers: [+31 50 555 01 00, +31 20 555 02 00 - +31 20 555 03 49]\n",
        ])
    func ends(file: String) {
        for end in ["31205550200", "31205550349"] {
            let text = ErasureText(
                term: Erasure.Term(Self.number(end), token: "ab12", standIn: "+44 7700 900123"), reading: writtenDutch)
            #expect(FileErasure(text: text).line(in: file) == nil, "\(end)")
            #expect(FileErasure(text: text).line(in: file + "- +\(end)\n") == 2, "\(end)")
        }
    }

    @Test("in a file a number stays one, the end of a range stays the range's, and other clients' contacts stay")
    func files() {
        let mobile = Self.number("31612345678")
        #expect(erased(mobile, "mobile: 06-12345678\n", isFile: true) == "mobile: +44 7700 900123\n")
        #expect(erased(mobile, "  - 06 12345678\n", isFile: true) == "  - +44 7700 900123\n")
        #expect(
            erased(mobile, "# 2026-11-26 0612345678 - Karin", isFile: true) == "# 2026-11-26 +44 7700 900123 - Karin")
        #expect(erased(mobile, "- 06 12345600 - 06 12345678\n", isFile: true) == nil)
        #expect(erased(mobile, "- 06 12345678 - 06 12345699\n", isFile: true) == nil)
        #expect(erased(mobile, "- 06 12345678 - 99\n", isFile: true) == nil)
        #expect(erased(mobile, "- 06 12345678*\n", isFile: true) == nil)
        #expect(
            erased(mobile, "agents:\n  - {id: a, extension: 0612345678}\n", isFile: true)?.contains(": 447700900123}")
                == true)
    }

    private static let karin = Erasure.Term.Identifier.contact("Karin Smit", of: ClientID("noord"))

    private func line(_ identifier: Erasure.Term.Identifier, _ file: String) -> Int? {
        let term = Erasure.Term(identifier, token: "ab12", standIn: "")
        return FileErasure(text: ErasureText(term: term, reading: writtenDutch)).line(in: file)
    }

    @Test(
        "a contact is named where a person's name is his, or where people write freely; keys, ids, and others' names do not name him",
        arguments: [
            ("id: noord\ncontacts:\n  - name: Karin Smit\n", 3), ("id: noord\ncontacts: [{name: karin  smit}]\n", 2),
            ("id: noord\nsignatory: {name: Karin Smit}\n", 2), ("id: noord\nnotes: vraag Karin Smit\n", 2),
            ("id: noord\n# eerst Karin Smit\nschools: 1\n", 2),
            ("clients:\n  - id: zuid\n    notes: x\n  - id: noord\n    notes: Karin Smit\n", 5),
            ("id: noord\nname: Karin Smit\n", nil), ("id: zuid\ncontacts: [{name: Karin Smit}]\n", nil),
            ("id: zuid\ncontacts: [{name: Karin Smit, email: noord@x.example}]\n", nil),
            ("id: noord\ncontacts: [{name: Karin Smit de Vries}]\n", nil), ("id: noord\nbackup: Karin Smit\n", nil),
            ("agents: [{id: noord, name: Karin Smit}]\n", nil), ("id: noord\nKarin Smit: x\n", nil),
            ("clients:\n  - id: zuid\n    notes: Karin Smit\n  - id: noord\n    schools: 1\n", 3),
        ] as [(String, Int?)])
    func named(file: String, line: Int?) {
        #expect(self.line(Self.karin, file) == line)
        #expect((erased(Self.karin, file, isFile: true) != nil) == (line != nil))
    }

    @Test("a number in a path is found, too, once the name before it is forgotten")
    func pathOfNameAndNumber() throws {
        func renamed(_ path: String, _ identifier: Erasure.Term.Identifier, _ token: String) -> String? {
            let term = Erasure.Term(identifier, token: token, standIn: "")
            return ErasurePaths([path], [ErasureText(term: term, reading: writtenDutch)]).renamed[path]
        }
        let nameless = try #require(renamed("/etc/majord/karin-smit-0612345678.yaml", Self.karin, "ab13"))
        #expect(nameless == "/etc/majord/forgotten-ab13-a-0612345678.yaml")
        #expect(
            renamed(nameless, Self.number("31612345678"), "cd34")
                == "/etc/majord/forgotten-ab13-a-forgotten-cd34-a.yaml")
    }

    @Test(
        "a name, a number and an address are found however YAML writes them, and the rest of the file stays",
        arguments: [
            #"name: "Ren\xE9 Klaver", mobile: "\x30612345678", email: 'r.klaver@x.example'"#,
            #"name: "Ren\u00e9 Klaver", email: "r.klaver\u0040x.example""#,
            "mobile: '0612345678', name: René Klaver, email: r.klaver@x.example",
        ])
    func written(entry: String) throws {
        let file = "id: noord # ja\ncontacts:\n  - {\(entry)}\n  - name: Piet # René K.\nnotes: \"zo \\u00e9n\"\n"
        let person = Erasure.Term.Identifier.contact("rené klaver", of: ClientID("noord"))
        #expect(line(person, file) == 3)
        let nameless = try #require(erased(person, file, isFile: true))
        let left = erased(Self.number("31612345678"), nameless, isFile: true) ?? nameless
        let read = try #require(DirectoryText(left, writtenDutch))
        let entry = try #require(read.people.first)
        #expect(entry.name.value == "forgotten-ab12")
        #expect(entry.values(of: "email").map(\.value) == ["forgotten-ab12@forgotten.invalid"])
        #expect(entry.values(of: "mobile").allSatisfy { $0.value == "+44 7700 900123" })
        #expect(left.hasPrefix("id: noord # ja\ncontacts:\n  - {"))
        #expect(left.hasSuffix("}\n  - name: Piet # René K.\nnotes: \"zo \\u00e9n\"\n"))
    }

    @Test(
        "whichever apostrophe and hyphen somebody types, it is the same name",
        arguments: [
            ("Jan-Willem d'Arcy", "Jan\u{2011}Willem d\u{2019}Arcy"),
            ("Jan\u{2010}Willem d\u{2019}Arcy", "Jan-Willem d'Arcy"),
        ])
    func marks(asked: String, written: String) {
        let person = Erasure.Term.Identifier.contact(asked, of: ClientID("noord"))
        #expect(erased(person, "é \(written) belt") == "é forgotten-ab12 belt")
        #expect(
            erased(person, "id: noord\ncontacts: [{name: \(written)}]\n", isFile: true)
                == "id: noord\ncontacts: [{name: forgotten-ab12}]\n")
        #expect(ContactName.isSame(asked, written))
    }

    @Test("a calendar's lines are folded anywhere: what goes on behind a blank is one line")
    func folded() {
        let calendar = [
            "BEGIN:VCALENDAR", "SUMMARY:Studiedag van Kar", " in Smit", "ATTENDEE;CN=\"Smit,",
            "  Karin\":mailto:x@x.example",
            "DESCRIPTION:bel 06-1234", "\t5678 terug", "END:VCALENDAR", "",
        ]
        for end in ["\r\n", "\n"] {
            let file = calendar.joined(separator: end)
            let nameless = erased(Self.karin, file, isFile: true)
            let expected = [
                "BEGIN:VCALENDAR", "SUMMARY:Studiedag van forgotten-ab12",
                "ATTENDEE;CN=\"forgotten-ab12\":mailto:x@x.example", "DESCRIPTION:bel 06-1234", "\t5678 terug",
                "END:VCALENDAR", "",
            ]
            #expect(nameless == expected.joined(separator: end))
            #expect(line(Self.karin, file) == 2 && line(Self.number("31612345678"), file) == 6)
            #expect(
                erased(Self.number("31612345678"), file, isFile: true)?.contains("bel +44 7700 900123 terug\(end)END")
                    == true)
        }
    }

    @Test("a name with a quote in it, on several lines, and in a text of several lines")
    func quoted() {
        let hart = Erasure.Term.Identifier.contact("Jan 't Hart", of: ClientID("noord"))
        let file =
            "id: noord\ncontacts:\n- name: 'Jan ''t Hart'\n  function: x\n- name: >-\n    Jan\n    't Hart\n  function: y\n"
        #expect(
            erased(hart, file, isFile: true)
                == "id: noord\ncontacts:\n- name: \"forgotten-ab12\"\n  function: x\n- name: \"forgotten-ab12\"\n  function: y\n"
        )
        #expect(
            erased(hart, "id: noord\nnotes: |\n  Vraag \"Jan\n  't Hart\"\nschools: 1\n", isFile: true)
                == "id: noord\nnotes: \"Vraag \\\"forgotten-ab12\\\"\\n\"\nschools: 1\n")
    }

    @Test("in what the history keeps, values change and keys do not")
    func history() {
        func erased(_ name: String, _ json: String) -> String? {
            let term = Erasure.Term(.contact(name, of: ClientID("noord")), token: "ab12", standIn: "")
            return ErasureText(term: term, reading: writtenDutch).erased(from: json, .json)
        }
        let json = #"{"client":"noord","contact":"Holder","holder":"holder","kind":"incident"}"#
        #expect(
            erased("Holder", json)
                == #"{"client":"noord","contact":"forgotten-ab12","holder":"holder","kind":"incident"}"#)
        for name in ["Incident", "noord", "contact", "Hold"] { #expect(erased(name, json) == nil, "\(name)") }
        #expect(erased("Jan \"x\"", #"{"note":"met Jan \"x\", \u00e9"}"#) == #"{"note":"met forgotten-ab12, é"}"#)
    }

    @Test("a kept name is whole the one asked for; what was forgotten of it is not asked for")
    func keptNames() {
        for (kept, asked, isHis) in [
            ("Karin Smit", "karin  smit", true), ("Karin Smit", "Karin", false), ("Jan 't Hart", "Jan", false),
            ("Piet forgotten-ab12", "Piet 0655556666", true), ("Piet forgotten-ab12", "piet", true),
            ("forgotten-ab12", "forgotten-cd34", false), ("forgotten-ab12", "0655556666", false),
            ("Piet", "Piet 0655556666", false), ("Piet Puk forgotten-ab12", "Piet", false),
        ] {
            #expect(ContactName.isKept(kept, asked: asked) == isHis, "\(kept), \(asked)")
        }
    }

    @Test("who stands in no list, or in another client's file, is nobody's contact")
    func people() throws {
        let file =
            "id: noord\ncontacts:\n  - name: Piet\n    mobile: 06 99999999\nsignatory:\n  name: van Dam\nagents: [{name: Joke}]\n"
        let people = try #require(DirectoryText(file, writtenDutch)).people
        #expect(people.map(\.name.value) == ["Piet", "van Dam", "Joke"])
        #expect(people.map { $0.values(of: "mobile").count } == [1, 0, 0])
        #expect(DirectoryText("BEGIN:VCALENDAR\nX-NAME:Jan\n", writtenDutch) == nil)
    }
}
