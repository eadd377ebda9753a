import Routing
import Testing
import Time
import Wording

@Suite("HistoryWords")
struct HistoryWordsTests {
    private static let at = "2026-12-23T10:15:00+01:00"

    private func words(_ language: Language) -> HistoryWords { HistoryWords(timeWords(language)) }

    @Test(
        "who changed what, when, and why",
        arguments: [
            (
                HistoryWords.Subject.absence(.leave, "7", of: "Joke"), RosterChange.Deed.cancelled, nil,
                [
                    "Wednesday 23 December 2026 10:15  emulder  leave 7 of Joke cancelled",
                    "woensdag 23 december 2026 10:15  emulder  verlof 7 van Joke ingetrokken",
                ]
            ),
            (
                .absence(nil, "7", of: "Joke"), .entered, nil,
                [
                    "Wednesday 23 December 2026 10:15  emulder  absence 7 of Joke entered",
                    "woensdag 23 december 2026 10:15  emulder  afwezigheid 7 van Joke ingevoerd",
                ]
            ),
            (
                .request("7", of: "Joke"), .declined, "te druk",
                [
                    "Wednesday 23 December 2026 10:15  emulder  request 7 of Joke declined (te druk)",
                    "woensdag 23 december 2026 10:15  emulder  aanvraag 7 van Joke afgewezen (te druk)",
                ]
            ),
            (
                .absence(.leave, "7", of: "Joke"), .entered, "",
                [
                    "Wednesday 23 December 2026 10:15  emulder  leave 7 of Joke entered (overridden without a reason)",
                    "woensdag 23 december 2026 10:15  emulder  verlof 7 van Joke ingevoerd (toch doorgevoerd, zonder reden)",
                ]
            ),
            (
                .deputyship("3", of: "Piet", .agent("Joke")), .entered, nil,
                [
                    "Wednesday 23 December 2026 10:15  emulder  deputyship 3 of Piet for Joke entered",
                    "woensdag 23 december 2026 10:15  emulder  vervanging 3 van Piet voor Joke ingevoerd",
                ]
            ),
            (
                .number("+31505550100", client: "Noord"), .learned, nil,
                [
                    "Wednesday 23 December 2026 10:15  emulder  number +31505550100 of Noord learned",
                    "woensdag 23 december 2026 10:15  emulder  nummer +31505550100 van Noord toegevoegd",
                ]
            ),
            (
                .contact("forgotten-12ab", client: "Noord"), .forgotten, nil,
                [
                    "Wednesday 23 December 2026 10:15  emulder  contact forgotten-12ab of Noord forgotten",
                    "woensdag 23 december 2026 10:15  emulder  contactpersoon forgotten-12ab van Noord vergeten",
                ]
            ),
        ] as [(HistoryWords.Subject, RosterChange.Deed, String?, [String])])
    func lines(subject: HistoryWords.Subject, deed: RosterChange.Deed, why: String?, expected: [String]) {
        #expect(both { words($0).line(at: Self.at, by: "emulder", subject, deed, why: why) } == expected)
    }

    @Test("what was before and what is since")
    func changes() {
        #expect(
            both { language in
                words(language).line(
                    at: Self.at, by: "jdevries", .absence(.leave, "7", of: "Joke"), .changed,
                    before: timeWords(language).period(
                        from: "2026-12-28T00:00:00+01:00", until: "2026-12-29T00:00:00+01:00"),
                    after: timeWords(language).period(
                        from: "2026-12-28T09:00:00+01:00", until: "2026-12-28T12:00:00+01:00"))
            } == [
                "Wednesday 23 December 2026 10:15  jdevries  leave 7 of Joke changed: on Monday 28 December 2026, 09:00 to 12:00; before: on Monday 28 December 2026, the whole day",
                "woensdag 23 december 2026 10:15  jdevries  verlof 7 van Joke gewijzigd: op maandag 28 december 2026, 09:00 tot 12:00; eerst: op maandag 28 december 2026, de hele dag",
            ])
    }

    @Test("every deed has its own words", arguments: Language.allCases)
    func deeds(language: Language) {
        let all = RosterChange.Deed.allCases.map(words(language).deed)
        #expect(Set(all).count == all.count)
        #expect(!all.contains(""))
    }
}
