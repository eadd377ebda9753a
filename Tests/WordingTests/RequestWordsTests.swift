import Testing
import Time
import Wording

@Suite("RequestWords")
struct RequestWordsTests {
    private static let at = "2026-12-23T10:15:00+01:00"

    private func words(_ language: Language) -> RequestWords { RequestWords(timeWords(language)) }

    @Test("what is asked for")
    func entered() {
        func period(_ language: Language) -> String {
            timeWords(language).period(from: "2026-12-28T00:00:00+01:00", until: "2026-12-29T00:00:00+01:00")
        }
        #expect(
            both { words($0).entered("7", period($0), deputy: "Piet") } == [
                "Asked for: leave on Monday 28 December 2026, the whole day (request 7), with Piet to stand in. A manager decides.",
                "Aangevraagd: verlof op maandag 28 december 2026, de hele dag (aanvraag 7), met Piet als vervanger. Een manager beslist.",
            ])
        #expect(
            both { words($0).line("Joke", period($0), deputy: nil, words($0).state(.waiting)) } == [
                "Joke: leave on Monday 28 December 2026, the whole day; waiting for a manager",
                "Joke: verlof op maandag 28 december 2026, de hele dag; wacht op een manager",
            ])
    }

    @Test(
        "what became of it",
        arguments: [
            (
                RequestWords.State.approved, nil,
                [
                    "approved on Wednesday 23 December 2026 10:15 by emulder",
                    "goedgekeurd op woensdag 23 december 2026 10:15 door emulder",
                ]
            ),
            (
                .declined, "te druk",
                [
                    "declined on Wednesday 23 December 2026 10:15 by emulder: te druk",
                    "afgewezen op woensdag 23 december 2026 10:15 door emulder: te druk",
                ]
            ),
            (
                .withdrawn, nil,
                [
                    "withdrawn on Wednesday 23 December 2026 10:15 by emulder",
                    "teruggetrokken op woensdag 23 december 2026 10:15 door emulder",
                ]
            ),
        ] as [(RequestWords.State, String?, [String])])
    func states(state: RequestWords.State, why: String?, expected: [String]) {
        #expect(both { words($0).state(state, by: "emulder", at: Self.at, why: why) } == expected)
    }

    @Test("what was done, and why nothing is")
    func done() {
        #expect(
            both { words($0).done(.declined, "7", of: "Joke", why: "te druk") } == [
                "Request 7 of Joke is declined: te druk.", "Aanvraag 7 van Joke is afgewezen: te druk.",
            ])
        #expect(
            both { words($0).decided("7", words($0).state(.lapsed)) } == [
                "request 7 is not waiting: lapsed, since nobody decided before it began",
                "aanvraag 7 wacht niet: vervallen, want niemand besliste voor het begin",
            ])
        #expect(both { words($0).none } == ["No request waits.", "Er wacht geen aanvraag."])
    }
}
