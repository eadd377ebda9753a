import DirectoryFiles
import Foundation
import GRDB
import Routing
import TestSupport
import Testing
import Time

@testable import Records

@Suite("Forgetting a number or a person", .eachEngine)
struct ErasingTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "erasing-\(UUID())").path
    let now = Instant(clamping: 1_800_000_000_000)
    let engine: TestRecords
    let ledger: Ledger

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        engine = try TestRecords(folder: folder)
        ledger = engine.ledger
    }

    private func execute(_ sql: String) throws { try engine.execute(sql) }
    private func texts(_ sql: String) throws -> [String] { try engine.texts(sql) }

    private func erasure(_ identifiers: [(Erasure.Term.Identifier, NumberBlock?)]) -> Erasure {
        Erasure(
            identifiers.enumerated().map { index, one in
                Erasure.Term(one.0, token: "00000000000\(index)", block: one.1, standIn: "+44 7700 90010\(index)")
            }, by: "emulder", at: now, ongoingSince: now, reading: writtenDutch)
    }

    private func erase(_ erasure: Erasure) throws -> Erasure.Counts? {
        try ledger.erasing.erase(erasure, looked(for: erasure))?.counts
    }

    /// All of what is found at once.
    private func looked(for erasure: Erasure) throws -> ErasureFinding {
        let outline = try ledger.erasing.find(erasure)
        var all = outline.rest
        for stretch in outline.stretches { all.add(try ledger.erasing.look(for: erasure, in: stretch)) }
        #expect(all.counts == outline.tally.counts && all.count == outline.tally.count)
        return all
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
                files: [
                    "/etc/majord/noord.yaml": "id: noord\ncontacts:\n  - name: Karin Smit\n    mobile: 06-12345678\n"
                ],
                instant: Instant(clamping: 1)))
        try ledger.directories.keep(
            KeptDirectory(
                path: "/etc/majord", files: ["/etc/majord/noord.yaml": "id: noord\n"], instant: Instant(clamping: 2)))
    }

    /// How often texts stand in the ledger's files, whatever SQLite says of them.
    private func traces(_ texts: String...) -> Int {
        engine.files(folder).reduce(0) { sum, path in
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
        let counted = try looked(for: erasure).counts
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
        #expect(old?.files.values.first == "id: noord\ncontacts:\n  - name: Karin Smit\n    mobile: +44 7700 900100\n")
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
        let known = try ledger.erasing.known(ofContact: "karin  Smit", of: noord, writtenDutch)
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
                    "-; -", "Sien; \(name) se baas", "Sien; Henk se baas", "-; -",
                ])
        #expect(try texts("SELECT contact FROM call ORDER BY id") == [name, "Henk"])
        #expect(
            try texts("SELECT became FROM roster_change WHERE became IS NOT NULL") == [
                #"{"client":"noord","contact":"\#(name)","function":"of \#(number)"}"#
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
        let known = try ledger.erasing.known(ofContact: "Karin Smit", of: noord, writtenDutch)
        #expect(known == ContactTraces(numbers: [], addresses: ["K.Smit@noord.example"], sharedAddresses: 1))
        let term = Erasure.Term(
            .contact("Karin Smit", of: noord), token: "ab12", addresses: known.addresses, standIn: "")
        let erasure = Erasure([term], by: "emulder", at: now, ongoingSince: now, reading: writtenDutch)
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
            try ledger.erasing.places(inFilesOf: terms, writtenDutch) == [
                Place(file: "/etc/majord/noord.yaml", line: 3)
            ])
        let karin = erasure([(.contact("Karin Smit", of: ClientID("noord")), nil)]).terms
        #expect(try ledger.erasing.places(inFilesOf: karin, writtenDutch) == [nil])
    }

    @Test("names of files lose it, too, also where two have it; the newest version's path is told")
    func paths() throws {
        try fill()
        let folder = "/etc/majord/clients.d"
        let old = [
            "karin-smit.yaml", "Karin_Smit (0612345678).yaml", "karin.smit-bos.yaml", "noord.yaml", "KarinSmit.yaml",
        ]
        try ledger.directories.keep(
            KeptDirectory(
                path: "/etc/majord",
                files: Dictionary(uniqueKeysWithValues: old.map { ("\(folder)/\($0)", "id: x\n") }),
                instant: Instant(clamping: 3)))
        let person = Erasure.Term.Identifier.contact("Karin Smit", of: ClientID("noord"))
        let erasure = try erasure([(person, nil), (.number(mobile), nil)])
        #expect(
            try ledger.erasing.places(inFilesOf: erasure.terms, writtenDutch) == [
                Place(file: "\(folder)/KarinSmit.yaml"), Place(file: "\(folder)/Karin_Smit (0612345678).yaml"),
            ])
        try ledger.directories.keep(
            KeptDirectory(
                path: "/etc/majord", files: ["\(folder)/noord.yaml": "id: x\n"], instant: Instant(clamping: 4)))
        #expect(try ledger.erasing.places(inFilesOf: erasure.terms, writtenDutch) == [nil, nil])
        #expect(try erase(erasure)?.files == 5)
        let kept = try #require(try ledger.directories.directory(at: Instant(clamping: 3)))
        #expect(kept.files.count == old.count && kept.files.keys.contains("\(folder)/noord.yaml"))
        #expect(kept.files.keys.allSatisfy { $0.hasPrefix(folder) && $0.hasSuffix(".yaml") })
        #expect(kept.files.keys.count { $0.contains("forgotten-000000000000") } == 4)
        #expect(try ledger.upkeep.emptyLog())
        #expect(traces("karin-smit", "Karin_Smit", "KarinSmit", "karin.smit", "12345678") == 0)
    }

    @Test("a file that another one names is named as it is called from then on, and so is the folder of them all")
    func namedFiles() throws {
        try fill()
        func version(_ number: Int64, _ path: String, _ files: [String: String]) throws {
            try ledger.directories.keep(KeptDirectory(path: path, files: files, instant: Instant(clamping: number)))
        }
        let calendar = "BEGIN:VCALENDAR\r\nSUMMARY:dag van Karin Smit\r\n"
        let settings = """
            levels:
              a: {hours: {}, holidays: ./karin-smit.ics}  # van Karin Smit
              b: {hours: {}, holidays: "/srv/Karin Smit/06-12345678.ics"}
              c: {hours: {}, holidays: schools.ics}

            """
        let files = [
            "majord.yaml": settings, "karin-smit.ics": calendar, "schools.ics": calendar,
            "clients.d/noord.yaml": "id: noord\n",
        ]
        for (number, folder) in ["/etc/majord", "/srv/karin_smit/majord"].enumerated() {
            var kept = Dictionary(uniqueKeysWithValues: files.map { ("\(folder)/\($0)", $1) })
            kept["/srv/Karin Smit/06-12345678.ics"] = calendar
            try version(Int64(number) + 3, folder, kept)
        }
        try version(5, "/etc/majord", ["/etc/majord/noord.yaml": "id: noord\n"])
        let person = Erasure.Term.Identifier.contact("Karin Smit", of: ClientID("noord"))
        let erasure = try erasure([(person, nil), (.number(mobile), nil)])
        let found = try looked(for: erasure)
        let (others, named, rest) = found.parts(atMost: 8)
        #expect(
            (others + named).allSatisfy { $0.traces.allSatisfy { $0.spot.column != "path" } },
            "a version is renamed as a whole")
        #expect(rest.traces.count { $0.spot.column == "path" } == 8)
        _ = try #require(try erase(erasure))
        for (instant, folder) in [(3, "/etc/majord"), (4, "/srv/forgotten-000000000000-c/majord")] {
            let kept = try #require(try ledger.directories.directory(at: Instant(clamping: Int64(instant))))
            #expect(kept.path == folder)
            let text = try #require(kept.files["\(folder)/majord.yaml"])
            let scalars = try #require(FileScalar.list(in: text))
            let targets = scalars.compactMap { $0.file(namedIn: "\(folder)/majord.yaml") }
            #expect(
                targets == [
                    "\(folder)/forgotten-000000000000-b.ics",
                    "/srv/forgotten-000000000000-a/forgotten-000000000001-a.ics", "\(folder)/schools.ics",
                ])
            #expect(targets.allSatisfy { kept.files[$0] != nil } && kept.files.count == 5)
        }
        #expect(try ledger.upkeep.emptyLog())
        #expect(traces("karin-smit", "karin_smit", "Karin Smit/", "van Karin Smit", "12345678") == 0)
    }

    @Test("in comments of others' files, too, but not where somebody of that name is known there")
    func commentsElsewhere() throws {
        func version(_ number: Int64, _ files: [String: String]) throws {
            try ledger.directories.keep(
                KeptDirectory(path: "/etc/majord", files: files, instant: Instant(clamping: number)))
        }
        let files = [
            "agents.yaml": "# Karin Smit heeft liever Joke\nagents:\n  - name: Joke\n",
            "noord.yaml": "id: noord\n", "oost.yaml": "id: oost\nnotes: Karin Smit weet het\n# en Tom\n",
            "zuid.yaml": "id: zuid\n# Karin Smit sinds 2025\ncontacts:\n  - name: Karin Smit\n",
        ]
        try version(1, files)
        func place(_ name: String) throws -> Place? {
            let term = Erasure.Term(.contact(name, of: ClientID("noord")), token: "ab12", standIn: "")
            return try ledger.erasing.places(inFilesOf: [term], writtenDutch)[0]
        }
        #expect(try place("Karin Smit") == Place(file: "agents.yaml", line: 1))
        #expect(try place("Tom") == nil, "a name of one word may be anybody's")
        try version(2, files.filter { $0.key != "agents.yaml" })
        #expect(try place("Karin Smit") == Place(file: "oost.yaml", line: 2))
        try version(3, ["noord.yaml": "id: noord\n", "zuid.yaml": try #require(files["zuid.yaml"])])
        #expect(try place("Karin Smit") == nil)
        #expect(try erase(erasure([(.contact("Karin Smit", of: ClientID("noord")), nil)]))?.files == 2)
        let texts = try texts("SELECT text FROM directory_text")
        #expect(texts.count { $0.contains("Karin Smit") } == 1, "zuid's")
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

    @Test(
        "numbers that have a gap of a billion, as events' after a restore, are gone through as quickly",
        .timeLimit(.minutes(1)))
    func gap() throws {
        for number in [1, 2, 1_800_000_000_000_000] {
            try execute("INSERT INTO event (id, at, kind, detail) VALUES (\(number), 1, 'call-missed', '0612345678')")
        }
        #expect(try erase(erasure([(.number(mobile), nil)]))?.events == 3)
        #expect(try texts("SELECT DISTINCT detail FROM event") == ["forgotten-000000000000"])
    }

    @Test("what breaks in the middle of it has changed nothing")
    func breaking() throws {
        try fill()
        let breaking = BreakingEngine(engine)
        breaking.breakAfter(5)
        let erasure = try erasure([(.number(mobile), nil)])
        let found = try looked(for: erasure)
        #expect(throws: LedgerError.self) { try SQLErasing(engine: breaking).erase(erasure, found) }
        #expect(try looked(for: erasure).counts == found.counts)
    }

    @Test("a call that goes on keeps its id, by which it is found until it is over")
    func ongoing() throws {
        let later = now.advanced(by: .minutes(1))
        func record(_ what: CallRecord.Change.What, at instant: Instant) throws {
            try ledger.calls.record([CallRecord.Change(callID: "0612345678-1", instant: instant, what: what)])
        }
        try record(.decided(.example(caller: .number(mobile))), at: now)
        let erasure = try erasure([(.number(mobile), nil)])
        let all = try #require(try ledger.erasing.erase(erasure, looked(for: erasure)))
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
        var found = try looked(for: erasure)
        try execute("UPDATE missed_call SET note = 'al gesproken, 0612345678'")
        #expect(try ledger.erasing.erase(erasure, found)?.counts == nil)
        #expect(try texts("SELECT caller FROM call WHERE call_id = 'a'") == ["+31612345678"], "nothing is changed")
        found = try looked(for: erasure)
        try execute("INSERT INTO call (call_id, noted_at, caller) VALUES ('late', 4, '+31612345678')")
        #expect(try ledger.erasing.erase(erasure, found)?.counts.calls == found.counts.calls + 1)
        #expect(try texts("SELECT note FROM missed_call") == ["al gesproken, forgotten-000000000000"])
        found = try looked(for: erasure)
        try ledger.directories.keep(
            KeptDirectory(path: "/etc/majord", files: ["x.yaml": "id: x\n"], instant: Instant(clamping: 9)))
        #expect(try ledger.erasing.erase(erasure, found)?.counts == nil, "the files may name it by now")
    }

    @Test("a number that another contact has or had stays in what is that one's, and so does an address")
    func shared() throws {
        let noord = ClientID("noord")
        try execute(
            """
            INSERT INTO call (call_id, noted_at, decision, caller, client, contact, action, reason, targets, generation)
                VALUES ('t', 1, '0dhk3v0q80001', '+31612345678', 'delta', 'Tom', 'dial', 'primary', '[]', 1),
                    ('g', 2, '0dhk3v0q80001', '+31612345678', 'noord', 'Gert', 'dial', 'primary', '[]', 1),
                    ('n', 3, '0dhk3v0q80001', '+31612345678', NULL, NULL, 'dial', 'primary', '[]', 1),
                    ('a', 4, '0dhk3v0q80001', '+31611111111', 'noord', 'Gert', 'dial', 'primary', '[]', 1);
            """)
        for (instant, file) in [
            "id: delta\ncontacts: [{name: Tom, mobile: 0612345678, email: info@x.example}]\n",
            "id: noord\ncontacts: [{name: Gert, mobile: 0612345678, email: info@x.example}]\n", "id: noord\n",
        ].enumerated() {
            try ledger.directories.keep(
                KeptDirectory(
                    path: "/etc/majord", files: ["x.yaml": file], instant: Instant(clamping: Int64(instant + 1))))
        }
        let known = try ledger.erasing.known(ofContact: "Gert", of: noord, writtenDutch)
        #expect(known.numbers.map(\.description) == ["+31611111111", "+31612345678"])
        #expect(try known.shared == [mobile] && known.sharedAddresses == 1 && known.addresses.isEmpty)
        let terms = try [
            Erasure.Term(.contact("Gert", of: noord), token: "00000000000a", standIn: ""),
            Erasure.Term(
                .number(mobile), token: "00000000000b", owner: .init(name: "Gert", client: noord),
                standIn: "+44 7700 900123"),
        ]
        #expect(
            try erase(Erasure(terms, by: "emulder", at: now, ongoingSince: now, reading: writtenDutch))?.calls == 2)
        #expect(
            try texts("SELECT caller FROM call ORDER BY id") == [
                "+31612345678", "forgotten-00000000000b", "+31612345678", "+31611111111",
            ])
        let kept = try texts("SELECT text FROM directory_text ORDER BY id")
        #expect(
            kept == [
                "id: delta\ncontacts: [{name: Tom, mobile: 0612345678, email: info@x.example}]\n",
                "id: noord\ncontacts: [{name: forgotten-00000000000a, mobile: +44 7700 900123, email: forgotten-00000000000a@forgotten.invalid}]\n",
                "id: noord\n",
            ])
    }

    @Test("people whose names have his in them are known, and keep them")
    func namesakes() throws {
        try fill()
        try execute("UPDATE client_case SET contact = 'Karin Smit de Vries' WHERE client = 'zuid'")
        try execute("UPDATE missed_call SET note = 'Karin Smit de Vries, niet Karin Smit'")
        let noord = ClientID("noord")
        let known = try ledger.erasing.known(ofContact: "karin smit", of: noord, writtenDutch)
        #expect(known.namesakes == ["Karin Smit de Vries"])
        let term = Erasure.Term(
            .contact("Karin Smit", of: noord), token: "ab12", namesakes: known.namesakes, standIn: "")
        #expect(
            try erase(Erasure([term], by: "emulder", at: now, ongoingSince: now, reading: writtenDutch))?.missed == 1)
        #expect(try texts("SELECT note FROM missed_call") == ["Karin Smit de Vries, niet forgotten-ab12"])
        #expect(
            try texts("SELECT contact FROM client_case ORDER BY id") == ["forgotten-ab12", "Karin Smit de Vries"])
    }

    @Test("a name of one word goes in what is about his client, and stays where it may be anybody's; that is counted")
    func oneWord() throws {
        try execute(
            """
            INSERT INTO absence (agent, kind, start, note, entered_by, entered_at) VALUES ('joke', 'leave', 1, 'feest van Sander', 'joke', 1);
            INSERT INTO roster_change (changed_at, changed_by, deed, absence, agent, became)
                VALUES (3, 'joke', 'entered', 1, 'joke', '{"note":"feest van Sander"}');
            INSERT INTO event (at, kind, detail) VALUES (1, 'x', 'voor Sander'), (1, 'x', 'sander');
            INSERT INTO missed_call (id, client, how, calls, first_at, last_at, attempts, note)
                VALUES (1, 'noord', 'nobody', 1, 1, 1, 0, 'Sander belt'), (2, 'zuid', 'nobody', 1, 1, 1, 0, 'Sander belt');
            """)
        let sander = try erasure([(.contact("Sander", of: ClientID("noord")), nil)])
        let left = try ledger.erasing.find(sander).left
        #expect("\(left.notes) \(left.history) \(left.events) \(left.total)" == "1 1 1 3")
        #expect(try erase(sander)?.total == 1)
        #expect(try texts("SELECT note FROM absence") == ["feest van Sander"])
        #expect(
            try texts("SELECT note FROM missed_call ORDER BY id") == ["forgotten-000000000000 belt", "Sander belt"])
    }

    @Test("what nobody waits for goes in parts; broken off between two, asking again forgets the rest")
    func parts() throws {
        for call in 0..<30 {
            try execute(
                """
                INSERT INTO call (call_id, noted_at, ended_at, decision, caller, client, contact, action, reason, targets, generation)
                    VALUES ('c\(call)', 1, 2, '0dhk3v0q80001', '+31612345678', 'noord', '\(call < 20 ? "Karin Smit" : "")', 'dial', 'primary', '[]', 1)
                """)
        }
        try execute(
            """
            INSERT INTO missed_call (id, client, caller, contact, how, calls, first_at, last_at, attempts)
                VALUES (1, 'noord', '+31612345678', 'Karin Smit', 'nobody', 1, 1, 1, 0)
            """)
        let erasure = try erasure([(.contact("Karin Smit", of: ClientID("noord")), nil), (.number(mobile), nil)])
        let found = try looked(for: erasure)
        let (others, named, rest) = found.parts(atMost: 8)
        let parts = others + named
        #expect(others.map(\.counts.calls) == [8, 2])
        #expect(parts.map(\.counts.calls) == [8, 2, 8, 8, 4] && rest.counts.missed == 1 && rest.counts.calls == 0)
        #expect(try ledger.erasing.erase(part: parts[0], firstOf: erasure).count == 0)
        #expect(
            try texts("SELECT deed FROM roster_change") == ["forgotten", "forgotten"], "told of, if it is broken off")
        #expect(try ledger.erasing.erase(part: parts[1], firstOf: nil).count == 0)
        #expect(try texts("SELECT DISTINCT contact FROM call WHERE caller = '+31612345678'") == ["Karin Smit"])
        var again = try looked(for: erasure)
        again.isNoted = true
        #expect(try ledger.erasing.erase(erasure, again)?.counts.calls == 20)
        #expect(try ledger.erasing.erase(part: parts[3], firstOf: nil).count > 0, "it is there no more")
        #expect(try ledger.upkeep.emptyLog())
        #expect(traces("+31612345678", "Karin Smit") == 0)
        #expect(try texts("SELECT deed FROM roster_change") == ["forgotten", "forgotten"])
    }

    @Test("what was broken off goes on with the tokens that stand there; what was done before is no part of it")
    func resumed() throws {
        for call in 0..<20 {
            try execute(
                """
                INSERT INTO call (call_id, noted_at, ended_at, decision, caller, client, contact, action, reason, targets, generation)
                    VALUES ('c\(call)', 1, 2, '0dhk3v0q80001', '+31612345678', 'noord', 'Karin Smit', 'dial', 'primary', '[]', 1)
                """)
        }
        func prepared(_ number: Int, _ name: String) throws -> Erasure {
            let terms = try [
                Erasure.Term(.contact(name, of: ClientID("noord")), token: "\(number)a"),
                Erasure.Term(.number(mobile), token: "\(number)b"),
            ]
            return Erasure(
                try ledger.erasing.prepared(terms), by: "emulder", at: now, ongoingSince: now, reading: writtenDutch)
        }
        let first = try prepared(1, "Karin Smit")
        #expect(first.terms.map(\.token) == ["1a", "1b"])
        let parts = try looked(for: first).parts(atMost: 8).named
        _ = try ledger.erasing.erase(part: parts[0], firstOf: first)
        let second = try prepared(2, "karin  SMIT")
        #expect(second.terms.map(\.token) == ["1a", "1b"])
        #expect(try prepared(2, "Karin Smit-Bos").terms.map(\.token) == ["2a", "1b"])
        _ = try ledger.erasing.erase(part: looked(for: second).parts(atMost: 8).named[0], firstOf: second)
        #expect(try erase(second)?.calls == 4)
        #expect(try texts("SELECT DISTINCT contact FROM call") == ["forgotten-1a"])
        #expect(try texts("SELECT DISTINCT caller FROM call") == ["forgotten-1b"])
        #expect(
            try texts("SELECT number FROM roster_change WHERE was IS NULL ORDER BY number")
                == ["forgotten-1a", "forgotten-1b"])
        #expect(try texts("SELECT number FROM roster_change").count == 2)
        #expect(try prepared(3, "Karin Smit").terms.map(\.token) == ["3a", "3b"])
    }

    @Test("what stands for a number in old versions is none that another one has there")
    func standIns() throws {
        let numbers = (0..<1_000).map { "+44 7700 900\(String($0 + 1_000).dropFirst())" }
        try ledger.directories.keep(
            KeptDirectory(
                path: "/etc/majord", files: ["a.yaml": numbers.joined(separator: "\n")], instant: Instant(clamping: 1)))
        let terms = try (1...30).map { number in
            Erasure.Term(.number(try #require(PhoneNumber("316123456\(number + 10)"))), token: "\(number)")
        }
        let standIns = try ledger.erasing.prepared(terms).map(\.standIn)
        #expect(Set(standIns).count == 30 && Set(standIns).isDisjoint(with: numbers))
        #expect(standIns.allSatisfy { dutch($0) != nil })
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
        "event.agent", "event.client", "event.kind",
        "feed.agent", "feed.key",
        "grdb_migrations.identifier", "learned_number.client", "learned_number.contact", "learned_number.entered_by",
        "learned_number.function", "learned_number.number", "missed_call.client", "missed_call.closed_by",
        "missed_call.closed_how", "missed_call.how", "request.decided_by", "request.deputy", "request.state",
        "roster_change.agent", "roster_change.changed_by", "roster_change.client", "roster_change.deed",
        "schema.oldest_version", "schema.written_by", "told.program",
    ]

    @Test("every column with texts is looked through, or known to have nothing to be forgotten")
    func columns() throws {
        // Both engines have the same (`PostgreSQLEngineTests`).
        guard engine.dialect == .sqlite else { return }
        let columns = try texts(
            """
            SELECT tables.name || '.' || columns.name FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
            WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%' AND columns.type = 'TEXT'
            """)
        let searched = Set(
            ErasureSearch.places.flatMap { place in
                (place.columns + (place.isPath ? ["path"] : [])).map { "\(place.table).\($0)" }
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
