import Testing
import Time
import Wording

@Suite("ForgetWords")
struct ForgetWordsTests {
    @Test("where it is and was, without what it is not in; or nowhere")
    func counts() {
        let counts: [(Int, ForgetWords.Place)] = [(12, .calls), (0, .missed), (1, .cases), (2, .files)]
        #expect(
            both { ForgetWords($0).found(counts) } == [
                "It is in: calls 12, cases 1, old texts of the directory 2.",
                "Het staat in: gesprekken 12, zaken 1, oude teksten van de bestanden 2.",
            ])
        #expect(
            both { ForgetWords($0).forgotten([(3, .history), (4, .events), (5, .notes), (6, .learned)]) } == [
                "Forgotten in: lines of the history 3, events 4, notes 5, learned numbers 6.",
                "Vergeten in: regels van de geschiedenis 3, gebeurtenissen 4, opmerkingen 5, geleerde nummers 6.",
            ])
        #expect(both { ForgetWords($0).forgotten([(0, .calls)]) } == ["It is nowhere.", "Het staat nergens."])
    }

    @Test("all that stands in its place is told, and which missed calls wait for nobody's number")
    func instead() {
        let expected: [(tokens: [String], block: Bool, [String])] = [
            (["forgotten-a"], false, ["Where it was stands forgotten-a.", "Waar het stond staat nu forgotten-a."]),
            (
                ["forgotten-a", "forgotten-b"], true,
                [
                    "Where it was stands forgotten-a, forgotten-b or the client's block.",
                    "Waar het stond staat nu forgotten-a, forgotten-b of het blok van de klant.",
                ]
            ),
            ([], true, ["Where it was stands the client's block.", "Waar het stond staat nu het blok van de klant."]),
        ]
        for (tokens, block, sentences) in expected {
            #expect(both { ForgetWords($0).places(tokens, block: block) ?? "" } == sentences)
        }
        #expect(ForgetWords(.en).places([], block: false) == nil)
        #expect(both { ForgetWords($0).openMissed(["1", "3"]) }.allSatisfy { $0.contains(": 1, 3. ") })
    }

    @Test("what has it yet is told: calls that go on, backups, ledgers put aside, the journal")
    func yet() {
        #expect(
            both { ForgetWords($0).ongoing(1) } == [
                "1 call going on with it in the PBX's id or among the phones, until it is over: ask again afterwards.",
                "Nog gaande met het nummer in het id van de centrale of bij de toestellen: 1 gesprek. Vraag het daarna nog eens.",
            ])
        #expect(
            both { ForgetWords($0).aside(["ledger.sqlite.seen-1"]) } == [
                "Ledgers that were put aside may have it until you remove them: ledger.sqlite.seen-1.",
                "Registers die opzij zijn gezet kunnen het hebben tot u ze verwijdert: ledger.sqlite.seen-1.",
            ])
        #expect(
            both { ForgetWords($0).journal(.masked) } == [
                "What the journal has of it stays until journald drops it: numbers without their last four digits (log_numbers: masked), names of contacts, ids of calls and references of cases as they were.",
                "Wat het journaal ervan heeft blijft tot journald het weggooit: nummers zonder de laatste vier cijfers (log_numbers: masked), namen van contactpersonen, id's van gesprekken en kenmerken van zaken zoals ze waren.",
            ])
        for journal in [ForgetWords.Journal.full, .none] {
            #expect(both { ForgetWords($0).journal(journal) }.allSatisfy { $0.contains("log_numbers: \(journal)") })
        }
        #expect(
            both { ForgetWords($0).inFiles("a.yaml", line: 3) } == [
                "a.yaml:3 names it; take it out of there, reload, and ask again",
                "a.yaml:3 noemt het; haal het daar weg, laad opnieuw, en vraag het nog eens",
            ])
        #expect(both { ForgetWords($0).left(2) }.allSatisfy { $0.hasPrefix("2 ") })
    }
}
