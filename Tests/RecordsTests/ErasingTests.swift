import Foundation
import GRDB
import Routing
import TestSupport
import Testing
import Time

@testable import Records

/// Reads numbers as a Dutch reader does, as far as these tests write them.
private func dutch(_ text: String) -> PhoneNumber? {
    let digits = text.filter { ("0"..."9").contains($0) }.replacingOccurrences(
        of: "^310", with: "31", options: .regularExpression)
    if text.hasPrefix("+") { return PhoneNumber(digits) }
    guard digits.hasPrefix("0") else { return nil }
    return PhoneNumber(digits.hasPrefix("00") ? String(digits.dropFirst(2)) : "31\(digits.dropFirst())")
}

@Suite("What is to be forgotten in texts")
struct ErasureTextTests {
    private static func number(_ digits: String) -> Erasure.Term.Identifier {
        guard let number = PhoneNumber(digits) else { preconditionFailure("no number \(digits)") }
        return .number(number)
    }

    private func erased(_ identifier: Erasure.Term.Identifier, _ text: String, isFile: Bool = false) -> String? {
        ErasureText(term: Erasure.Term(identifier, token: "ab12", standIn: "+44 7700 900123"), read: dutch)
            .erased(from: text, isFile: isFile)
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
            ("Karin Smits", nil), ("aKarin Smit", nil), ("Karin", nil),
        ] as [(String, String?)])
    func names(text: String, expected: String?) {
        for name in ["Karin Smit", "karin   smit "] {
            let term = Erasure.Term(
                .contact(name, of: ClientID("noord")), token: "ab12", addresses: ["k.smit@noord.example"], standIn: "")
            #expect(ErasureText(term: term, read: dutch).erased(from: text) == expected)
        }
    }

    @Test("an address that has the name in it goes as a whole; it is his in whatever is about others")
    func addresses() {
        let term = Erasure.Term(
            .contact("Karin", of: ClientID("noord")), token: "ab12", addresses: ["karin@scholen.example"], standIn: "")
        let text = ErasureText(term: term, read: dutch)
        #expect(text.erased(from: "karin@scholen.example, Karin") == "forgotten-ab12, forgotten-ab12")
        #expect(
            text.erased(from: "karin@scholen.example, Karin", withName: false) == "forgotten-ab12, Karin")
        #expect(
            text.erased(from: "id: zuid\n# karin@scholen.example, Karin", isFile: true)
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
                term: Erasure.Term(Self.number(end), token: "ab12", standIn: "+44 7700 900123"), read: dutch)
            #expect(text.line(in: file) == nil, "\(end)")
            #expect(text.line(in: file + "- +\(end)\n") == 2, "\(end)")
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
        let karin = Erasure.Term.Identifier.contact("Karin Smit", of: ClientID("noord"))
        #expect(erased(karin, "id: zuid\nname: Karin Smit\n", isFile: true) == nil)
        #expect(erased(karin, "id: noord\nname: Karin Smit\n", isFile: true) == "id: noord\nname: forgotten-ab12\n")
        let text = ErasureText(term: Erasure.Term(karin, token: "ab12", standIn: ""), read: dutch)
        #expect(text.line(in: "id: noord\ncontacts:\n  - name: Karin Smit\n") == 3)
    }

    @Test(
        "a contact's number and address are those of the entry that names him",
        arguments: [
            "id: noord\ncontacts:\n  - {name: Karin Smit, mobile: 06-12345678, email: k.smit@noord.example}\n",
            """
            id: noord
            numbers:
              - 050 555 01 00
            contacts:
              - name: Piet
                mobile: 06 99999999
                email: p@noord.example
              - mobile: "06-12345678"   # eigen
                name: Karin Smit
                email: k.smit@noord.example
              - name: Joke
                mobile: 06 88888888
            """,
        ])
    func entries(text: String) {
        let entries = ContactEntries(name: "Karin Smit", client: ClientID("noord"))
        #expect(entries.values(of: "mobile", in: text).map { String(text[$0]) } == ["06-12345678"])
        let karin = Erasure.Term.Identifier.contact("Karin Smit", of: ClientID("noord"))
        let erased = erased(karin, text, isFile: true)
        #expect(erased?.contains("email: forgotten-ab12@forgotten.invalid") == true, "\(erased ?? "")")
        #expect(erased?.contains("k.smit") == false && erased?.contains("Karin") == false)
        #expect(erased?.contains("Piet") == text.contains("Piet"))
    }

    @Test("who stands in no list, or in another client's file, has no entry")
    func noEntry() {
        let entries = ContactEntries(name: "van Dam", client: ClientID("noord"))
        let signatory = "id: noord\ncontacts:\n  - name: Piet\n    mobile: 06 99999999\nsignatory:\n  name: van Dam\n"
        #expect(entries.values(of: "mobile", in: signatory).isEmpty)
        #expect(entries.values(of: "mobile", in: "id: zuid\n- name: van Dam\n  mobile: 06 99999999\n").isEmpty)
    }
}

@Suite("Forgetting a number or a person")
struct ErasingTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "erasing-\(UUID())").path
    let now = Instant(clamping: 1_800_000_000_000)
    let engine: SQLiteEngine
    let ledger: Ledger

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        engine = try SQLiteEngine(folder: folder)
        ledger = Ledger(engine)
    }

    private func execute(_ sql: String) throws { try engine.write { try $0.execute(sql: sql) } }
    private func texts(_ sql: String) throws -> [String] { try engine.read { try String.fetchAll($0, sql: sql) } }

    private func erasure(_ identifiers: [(Erasure.Term.Identifier, NumberBlock?)]) -> Erasure {
        Erasure(
            identifiers.enumerated().map { index, one in
                Erasure.Term(one.0, token: "00000000000\(index)", block: one.1, standIn: "+44 7700 90010\(index)")
            }, by: "emulder", at: now, ongoingSince: now, read: dutch)
    }

    private func erase(_ erasure: Erasure) throws -> Erasure.Counts? {
        try ledger.erasing.erase(erasure, ledger.erasing.find(erasure))?.counts
    }

    private var mobile: PhoneNumber {
        get throws { try #require(PhoneNumber("31612345678")) }
    }

    /// Something in each place in which a number or a name may stand, and others beside it.
    private func fill() throws {
        try execute(
            """
            INSERT INTO call (call_id, noted_at, decision, caller, client, contact, action, reason, targets, generation)
                VALUES ('a', 1, '0dhk3v0q80001', '+31612345678', 'noord', 'Karin Smit', 'dial', 'primary', '[]', 1),
                    ('b-0612345678', 2, '0dhk3v0q80001', '+31505550100', 'noord', NULL, 'dial', 'primary', '[]', 1);
            INSERT INTO call (call_id, noted_at, dialled, dialled_by, client, contact) VALUES ('c', 3, '+31612345678', 'joke', 'noord', 'Karin Smit');
            INSERT INTO missed_call (id, client, caller, contact, how, calls, first_at, last_at, attempts, note)
                VALUES (1, 'noord', '+31612345678', 'Karin Smit', 'nobody', 1, 1, 1, 0, 'ook 06 12 34 56 78');
            INSERT INTO client_case (client, holder, kind, reference, contact, caller, opened_by, opened_at, touched_at)
                VALUES ('noord', 'joke', 'incident', 'ZD-1', 'Karin Smit', '+31612345678', 'joke', 1, 1),
                    ('zuid', 'joke', 'incident', 'ZD-2', 'Karin Smit', NULL, 'joke', 1, 1);
            INSERT INTO learned_number (number, client, contact, function, entered_by, entered_at)
                VALUES ('+31612345678', 'noord', 'Karin Smit', 'beheer', 'emulder', 1),
                    ('+31687654321', 'noord', 'Karin Smit', 'beheer', 'emulder', 1);
            INSERT INTO roster_change (changed_at, changed_by, deed, number, client, became)
                VALUES (1, 'emulder', 'learned', '+31612345678', 'noord', '{"client":"noord","contact":"Karin Smit"}');
            INSERT INTO roster_change (changed_at, changed_by, deed, client_case, client, why)
                VALUES (2, 'joke', 'noted', 1, 'noord', 'Karin Smit, +31 (0)6 12345678');
            INSERT INTO roster_change (changed_at, changed_by, deed, absence, agent, became)
                VALUES (3, 'joke', 'entered', 1, 'joke', '{"agent":"joke","kind":"leave","note":"met Karin Smit","start":1}');
            INSERT INTO event (at, kind, client, detail) VALUES (1, 'call-missed', 'noord', 'van 06-12345678, Karin Smit');
            INSERT INTO absence (agent, kind, start, note, entered_by, entered_at) VALUES ('joke', 'leave', 1, 'bel 0612345678', 'joke', 1);
            """)
        try ledger.directories.keep(
            KeptDirectory(
                path: "/etc/majord",
                files: ["/etc/majord/noord.yaml": "id: noord\nname: Karin Smit\nmobile: 06-12345678\n"],
                instant: Instant(clamping: 1)))
        try ledger.directories.keep(
            KeptDirectory(
                path: "/etc/majord", files: ["/etc/majord/noord.yaml": "id: noord\n"], instant: Instant(clamping: 2)))
    }

    /// How often texts stand in the ledger's files, whatever SQLite says of them.
    private func traces(_ texts: String...) -> Int {
        [folder + "/ledger.sqlite", folder + "/ledger.sqlite-wal"].reduce(0) { sum, path in
            guard let data = try? Data(contentsOf: URL(filePath: path)) else { return sum }
            return texts.reduce(sum) { sum, text in
                var (count, start) = (sum, data.startIndex)
                while let range = data.range(of: Data(text.utf8), in: start..<data.endIndex) {
                    (count, start) = (count + 1, range.upperBound)
                }
                return count
            }
        }
    }

    @Test("a number goes everywhere, also out of the bytes of the files; what it stood in stays, and is counted")
    func number() throws {
        try fill()
        let forms = ["+31612345678", "0612345678", "06-12345678", "06 12 34 56 78", "(0)6 12345678"]
        #expect(forms.allSatisfy { traces($0) > 0 })
        let erasure = try erasure([(.number(mobile), nil)])
        let counted = try ledger.erasing.find(erasure).counts
        #expect(traces("+31612345678") > 0, "counting changes nothing")
        let counts = try #require(try erase(erasure))
        #expect(counts == counted)
        #expect("\(counts.calls) \(counts.missed) \(counts.cases) \(counts.learned)" == "3 1 1 1")
        #expect("\(counts.history) \(counts.events) \(counts.notes) \(counts.files)" == "2 1 1 1")
        #expect(try ledger.upkeep.emptyLog())
        for form in forms { #expect(traces(form) == 0, "\(form)") }
        let token = "forgotten-000000000000"
        #expect(try texts("SELECT caller FROM call WHERE call_id = 'a'") == [token])
        #expect(try texts("SELECT call_id FROM call WHERE id = 2") == ["b-\(token)"])
        #expect(try texts("SELECT number FROM learned_number") == ["+31687654321"])
        let clients = try ledger.calls.calls(CallQuery()).map { call in
            call.record.decided?.client ?? call.record.dialled?.client
        }
        #expect(clients == Array(repeating: ClientID("noord"), count: 3))
        #expect(try ledger.missed.openMissedCalls().open.map(\.caller) == [nil])
        let old = try ledger.directories.directory(at: Instant(clamping: 1))
        #expect(old?.files.values.first == "id: noord\nname: Karin Smit\nmobile: +44 7700 900100\n")
        let line = try #require(try ledger.history.changes(HistoryQuery()).last)
        #expect(line.deed == .forgotten && line.by == "emulder" && line.subject == .forgotten(token))
        #expect(try erase(erasure)?.total == 0)
        #expect(
            try texts("SELECT deed FROM roster_change WHERE deed = 'forgotten'").count == 1, "nothing was changed again"
        )
    }

    @Test("a number in a client's block is cut to the block where it called from there")
    func block() throws {
        try fill()
        let prefix = try NumberBlock.prefix(#require(PhoneNumber("31505")))
        let number = try #require(PhoneNumber("31505550100"))
        #expect(try erase(erasure([(.number(number), prefix)]))?.calls == 1)
        #expect(try texts("SELECT caller FROM call WHERE id = 2") == ["block +31505*"])
    }

    @Test("a contact goes with his numbers; another client's contact of the same name stays")
    func contact() throws {
        try fill()
        let noord = ClientID("noord")
        let known = try ledger.erasing.known(ofContact: "karin  Smit", of: noord, dutch)
        let numbers = known.numbers
        #expect(numbers.map(\.description) == ["+31612345678", "+31687654321"])
        var terms: [(Erasure.Term.Identifier, NumberBlock?)] = [(.contact("Karin Smit", of: noord), nil)]
        for number in numbers { terms.append((.number(number), nil)) }
        #expect(try erase(erasure(terms))?.history == 3)
        #expect(try ledger.upkeep.emptyLog())
        #expect(traces("+31612345678", "0612345678", "+31687654321") == 0)
        #expect(try texts("SELECT contact FROM client_case ORDER BY id") == ["forgotten-000000000000", "Karin Smit"])
        #expect(traces("Karin Smit") == 1, "zuid's")
        #expect(
            try texts("SELECT why FROM roster_change WHERE why IS NOT NULL") == [
                "forgotten-000000000000, forgotten-000000000001"
            ])
        #expect(try texts("SELECT number FROM learned_number").isEmpty)
    }

    @Test(
        "what people wrote of a learned number loses what is forgotten, and calls from there, too; others' words stay")
    func learnedTexts() throws {
        try execute(
            """
            INSERT INTO learned_number (number, client, contact, function, entered_by, entered_at) VALUES
                ('+31611000011', 'noord', '06-12345678 Henk', 'of 06 12345678', 'emulder', 1),
                ('+31611000022', 'noord', 'Sien', 'Henk se baas', 'emulder', 1),
                ('+31611000033', 'zuid', 'Sien', 'Henk se baas', 'emulder', 1),
                ('+31611000044', 'zuid', '0612345678', 'balie', 'emulder', 1);
            INSERT INTO roster_change (changed_at, changed_by, deed, number, client, became)
                VALUES (1, 'emulder', 'learned', '+31611000011', 'noord', '{"client":"noord","contact":"06-12345678 Henk","function":"of 06 12345678"}');
            INSERT INTO call (call_id, noted_at, decision, caller, client, contact, action, reason, targets, generation)
                VALUES ('a', 1, '0dhk3v0q80001', '+31611000011', 'noord', '06-12345678 Henk', 'dial', 'primary', '[]', 1),
                    ('b', 1, '0dhk3v0q80001', '+31611000033', 'zuid', 'Henk', 'dial', 'primary', '[]', 1);
            """)
        let person = Erasure.Term.Identifier.contact("Henk", of: ClientID("noord"))
        let erasure = try erasure([(.number(mobile), nil), (person, nil)])
        let counts = try #require(try erase(erasure))
        #expect("\(counts.learned) \(counts.calls) \(counts.history)" == "3 1 1")
        let (number, name) = ("forgotten-000000000000", "forgotten-000000000001")
        #expect(
            try texts(
                "SELECT coalesce(contact, '-') || '; ' || coalesce(function, '-') FROM learned_number ORDER BY id") == [
                    "\(number) \(name); of \(number)", "Sien; \(name) se baas", "Sien; Henk se baas", "-; -",
                ])
        #expect(try texts("SELECT contact FROM call ORDER BY id") == ["\(number) \(name)", "Henk"])
        #expect(
            try texts("SELECT became FROM roster_change WHERE became IS NOT NULL") == [
                #"{"client":"noord","contact":"\#(number) \#(name)","function":"of \#(number)"}"#
            ])
        #expect(try ledger.upkeep.emptyLog())
        #expect(traces("12345678") == 0)
        #expect(try erase(erasure)?.total == 0)
    }

    @Test("what is open has the token, in a client's block, too: a call back under way closes the missed call yet")
    func openOnes() throws {
        try fill()
        try execute(
            "UPDATE call SET ended_at = 2 WHERE id <> 3; UPDATE call SET noted_at = \(now.milliseconds) WHERE id = 3")
        let block = try NumberBlock.prefix(#require(PhoneNumber("31612")))
        #expect(try erase(erasure([(.number(mobile), block)]))?.calls == 3)
        let token = "000000000000"
        #expect(try texts("SELECT caller FROM call WHERE id = 1") == ["block +31612*"])
        #expect(try texts("SELECT dialled FROM call WHERE id = 3") == ["forgotten-\(token)"])
        let open = try ledger.missed.openMissedCalls().open
        #expect(open.map(\.token) == [token] && open.map(\.caller) == [nil])
        #expect(try ledger.calls.calls(CallQuery()).compactMap { $0.record.dialled?.token } == [token])
        // It is written as it was.
        try ledger.missed.settle([SettledCall(nil, open.map(MissedCalls.Step.replace))], [])
        #expect(try texts("SELECT caller FROM missed_call") == ["forgotten-\(token)"])
    }

    @Test("a contact's address goes wherever it stands, but one that the files have")
    func addresses() throws {
        for (instant, files) in [
            "id: noord\ncontacts:\n  - {name: Karin Smit, email: K.Smit@noord.example}\n",
            "id: noord\ncontacts:\n  - {name: Karin Smit, email: info@noord.example}\n",
            "id: noord\n# info@noord.example\n",
        ].enumerated() {
            try ledger.directories.keep(
                KeptDirectory(
                    path: "/etc/majord", files: ["noord.yaml": files], instant: Instant(clamping: Int64(instant + 1))))
        }
        try execute(
            """
            INSERT INTO absence (agent, kind, start, note, entered_by, entered_at)
                VALUES ('joke', 'leave', 1, 'mail k.smit@noord.example of info@noord.example', 'joke', 1)
            """)
        let noord = ClientID("noord")
        let known = try ledger.erasing.known(ofContact: "Karin Smit", of: noord, dutch)
        #expect(known == ContactTraces(numbers: [], addresses: ["K.Smit@noord.example"], addressesInFiles: 1))
        let term = Erasure.Term(
            .contact("Karin Smit", of: noord), token: "ab12", addresses: known.addresses, standIn: "")
        let erasure = Erasure([term], by: "emulder", at: now, ongoingSince: now, read: dutch)
        #expect(try erase(erasure)?.notes == 1)
        #expect(try texts("SELECT note FROM absence") == ["mail forgotten-ab12 of info@noord.example"])
    }

    @Test("what the newest version of the files names is told with file and line")
    func inFiles() throws {
        try fill()
        try ledger.directories.keep(
            KeptDirectory(
                path: "/etc/majord", files: ["/etc/majord/noord.yaml": "id: noord\nnumbers:\n  - 06-12345678\n"],
                instant: Instant(clamping: 3)))
        let terms = try erasure([(.number(mobile), nil)]).terms
        #expect(
            try ledger.erasing.places(inFilesOf: terms, dutch) == [Place(file: "/etc/majord/noord.yaml", line: 3)])
        let karin = erasure([(.contact("Karin Smit", of: ClientID("noord")), nil)]).terms
        #expect(try ledger.erasing.places(inFilesOf: karin, dutch) == [nil])
    }

    @Test("an agent's phone that is a number outside goes out of calls that are over, which stay what they were")
    func agentsPhone() throws {
        let targets =
            #"[{"agent": "anna", "extension": "0612345678", "ring": 20, "role": "primary"}, {"extension": "2000", "ring": 0, "role": "overflow"}]"#
        try execute(
            """
            INSERT INTO call (call_id, noted_at, decision, action, reason, targets, generation, heard, rang, rang_at, answered_by,
                agent, answered_at, ended, ended_at, late, released, held_at)
            VALUES ('x', 4, '0000000000001', 'dial', 'primary', '\(targets)', 1, '0612345678,2000', '0612345678,2000', 5,
                '31612345678', 'anna', 6, 'answered', 7, 'ringing 0612345678', '0031612345678', NULL)
            """)
        try execute(
            "INSERT INTO absence (agent, kind, start, note, entered_by, entered_at, uid) VALUES ('anna', 'leave', 1, NULL, 'x', 1, 'tel-0612345678@phone')"
        )
        try execute(
            "INSERT INTO calendar (source, agent, absences, failed_at, failure) VALUES ('a.ics', 'anna', 0, 1, 'line 3: 06-12345678')"
        )
        let counts = try #require(try erase(erasure([(.number(mobile), nil)])))
        #expect("\(counts.calls) \(counts.notes)" == "1 2")
        #expect(try ledger.upkeep.emptyLog())
        #expect(traces("0612345678", "31612345678", "06-12345678") == 0)
        let call = try #require(try ledger.calls.calls(CallQuery()).first?.record)
        #expect(call.decided?.targets.map(\.phone.description) == ["447700900100", "2000"])
        #expect(call.course.rang.map(\.description) == ["447700900100", "2000"])
        #expect(call.course.answer?.phone.description == "447700900100")
        #expect(try texts("SELECT failure FROM calendar") == ["line 3: forgotten-000000000000"])
        #expect(try texts("SELECT uid FROM absence") == ["tel-forgotten-000000000000@phone"])
    }

    @Test("what breaks in the middle of it has changed nothing")
    func breaking() throws {
        try fill()
        let breaking = BreakingEngine(engine)
        breaking.breakAfter(5)
        let erasure = try erasure([(.number(mobile), nil)])
        let found = try ledger.erasing.find(erasure)
        #expect(throws: LedgerError.self) { try SQLErasing(engine: breaking).erase(erasure, found) }
        #expect(try ledger.erasing.find(erasure).counts == found.counts)
    }

    @Test("a call that goes on keeps its id, by which it is found until it is over")
    func ongoing() throws {
        let later = now.advanced(by: .minutes(1))
        func record(_ what: CallRecord.Change.What, at instant: Instant) throws {
            try ledger.calls.record([CallRecord.Change(callID: "0612345678-1", instant: instant, what: what)])
        }
        try record(.decided(.example(caller: .number(mobile))), at: now)
        let erasure = try erasure([(.number(mobile), nil)])
        let all = try #require(try ledger.erasing.erase(erasure, ledger.erasing.find(erasure)))
        #expect(all.ongoingCalls == 1 && all.counts.calls == 1)
        try record(.reported(CallRecord.Report(.ended(.answered), .ends, agent: nil)), at: later)
        #expect(try texts("SELECT coalesce(caller, '') || ' ' || ended FROM call").count == 1)
        #expect(try erase(erasure)?.calls == 1)
        #expect(try ledger.upkeep.emptyLog())
        #expect(traces("12345678") == 0)
    }

    @Test("what was found and has changed meanwhile is looked for again; what came meanwhile goes too")
    func overtaken() throws {
        try fill()
        let erasure = try erasure([(.number(mobile), nil)])
        var found = try ledger.erasing.find(erasure)
        try execute("UPDATE missed_call SET note = 'al gesproken, 0612345678'")
        #expect(try ledger.erasing.erase(erasure, found)?.counts == nil)
        #expect(try texts("SELECT caller FROM call WHERE call_id = 'a'") == ["+31612345678"], "nothing is changed")
        found = try ledger.erasing.find(erasure)
        try execute("INSERT INTO call (call_id, noted_at, caller) VALUES ('late', 4, '+31612345678')")
        #expect(try ledger.erasing.erase(erasure, found)?.counts.calls == found.counts.calls + 1)
        #expect(try texts("SELECT note FROM missed_call") == ["al gesproken, forgotten-000000000000"])
        found = try ledger.erasing.find(erasure)
        try ledger.directories.keep(
            KeptDirectory(path: "/etc/majord", files: ["x.yaml": "id: x\n"], instant: Instant(clamping: 9)))
        #expect(try ledger.erasing.erase(erasure, found)?.counts == nil, "the files may name it by now")
    }

    /// Columns with texts in which neither a number nor a name nor people's own words stand, or that stay by intent.
    private static let others: Set = [
        "absence.agent", "absence.ended_by", "absence.entered_by", "absence.exceptions", "absence.first_day",
        "absence.given_by", "absence.given_from", "absence.hours", "absence.kind", "absence.recurrence",
        "absence.source", "calendar.agent", "calendar.source", "call.action",
        "call.agent", "call.called", "call.candidates", "call.client", "call.contact",
        "call.decision", "call.dialled_by", "call.ended", "call.held_as", "call.holder",
        "call.reason", "call.role", "client_case.client",
        "client_case.closed_by", "client_case.holder", "client_case.kind", "client_case.opened_by", "deputyship.agent",
        "deputyship.client", "deputyship.deputy", "deputyship.ended_by", "deputyship.entered_by",
        "directory_version.path", "directory_version_file.path", "event.agent", "event.client", "event.kind",
        "grdb_migrations.identifier", "learned_number.client", "learned_number.contact", "learned_number.entered_by",
        "learned_number.function", "learned_number.number", "missed_call.client", "missed_call.closed_by",
        "missed_call.closed_how", "missed_call.how", "request.decided_by", "request.deputy", "request.state",
        "roster_change.agent", "roster_change.changed_by", "roster_change.client", "roster_change.deed",
        "schema.oldest_version", "schema.written_by", "told.program",
    ]

    @Test("every column with texts is looked through, or known to have nothing to be forgotten")
    func columns() throws {
        let columns = try texts(
            """
            SELECT tables.name || '.' || columns.name FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
            WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%' AND columns.type = 'TEXT'
            """)
        let searched = Set(
            ErasureSearch.places.flatMap { place in
                (place.numbers + place.texts + place.phones).map { "\(place.table).\($0)" }
            })
        #expect(
            Set(columns) == searched.union(Self.others),
            "add a new column to ErasureSearch.places, where a number, a name or people's words may stand: \(Set(columns).symmetricDifference(searched.union(Self.others)).sorted())"
        )
    }

    @Test("calls that grew and were split over pages leave nothing in the gaps between rows")
    func gaps() throws {
        var random = SeededGenerator(seed: 7)
        let (mobile, other) = (try mobile, try #require(PhoneNumber("31687654321")))
        for batch in 0..<40 {
            let ids = (0..<40).map { "call-\(batch)-\($0)" }
            try ledger.calls.record(
                ids.map { id in
                    let caller = Int.random(in: 0..<10, using: &random) == 0 ? mobile : other
                    return CallRecord.Change(
                        callID: id, instant: now.advanced(by: .seconds(batch)),
                        what: .decided(.example(caller: .number(caller), contact: "x")))
                })
            try ledger.calls.record(
                ids.shuffled(using: &random).map { id in
                    CallRecord.Change(
                        callID: id, instant: now.advanced(by: .seconds(batch + 1)),
                        what: .reported(CallRecord.Report(.ended(.answered), .ends, agent: nil)))
                })
        }
        #expect(traces("+31612345678") > 100)
        #expect(try erase(erasure([(.number(mobile), nil)]))?.calls ?? 0 > 100)
        #expect(try ledger.upkeep.emptyLog())
        #expect(traces("+31612345678") == 0)
    }
}
