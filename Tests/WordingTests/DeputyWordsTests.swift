import Routing
import Testing
import Time
import Wording

@Suite("DeputyWords")
struct DeputyWordsTests {
    private static let from = "2026-12-28T00:00:00+01:00"
    private static let until = "2027-01-02T00:00:00+01:00"

    @Test(
        "who stands in for whom",
        arguments: [
            (
                DeputyWords.Post.agent("Joke"),
                [
                    "Piet stands in for Joke from Monday 28 December 2026 until the end of Friday 1 January 2027 (deputyship 3).",
                    "Piet valt in voor Joke van maandag 28 december 2026 tot en met vrijdag 1 januari 2027 (vervanging 3).",
                ]
            ),
            (
                .agentAt("Joke", client: "Noord"),
                [
                    "Piet stands in for Joke with Noord from Monday 28 December 2026 until the end of Friday 1 January 2027 (deputyship 3).",
                    "Piet valt in voor Joke bij Noord van maandag 28 december 2026 tot en met vrijdag 1 januari 2027 (vervanging 3).",
                ]
            ),
            (
                .client("Noord"),
                [
                    "Piet stands in for the pair of Noord from Monday 28 December 2026 until the end of Friday 1 January 2027 (deputyship 3).",
                    "Piet valt in voor het paar van Noord van maandag 28 december 2026 tot en met vrijdag 1 januari 2027 (vervanging 3).",
                ]
            ),
        ])
    func entered(post: DeputyWords.Post, expected: [String]) {
        #expect(
            both { DeputyWords(timeWords($0)).entered("Piet", post, from: Self.from, until: Self.until, "3") }
                == expected)
    }

    @Test("what else is said of it")
    func others() {
        func words(_ language: Language) -> DeputyWords { DeputyWords(timeWords(language)) }
        #expect(
            both { words($0).line("Piet", .agent("Joke"), from: Self.from, until: Self.until) } == [
                "Piet for Joke: Monday 28 December 2026 to the end of Friday 1 January 2027",
                "Piet voor Joke: maandag 28 december 2026 tot en met vrijdag 1 januari 2027",
            ])
        #expect(
            both { words($0).cancelled("3", "Piet", .client("Noord")) } == [
                "Deputyship 3 of Piet for the pair of Noord is cancelled.",
                "Vervanging 3 van Piet voor het paar van Noord is ingetrokken.",
            ])
        #expect(
            both { words($0).changesNothing("Piet", nil) } == [
                "It changes nothing as it stands: somebody of the pair is there all the time, or Piet is not.",
                "Zoals het nu staat verandert het niets: er is de hele tijd iemand van het paar, of Piet is er niet.",
            ])
        #expect(
            both { words($0).changesNothing("Piet", .away) } == [
                "It changes nothing as it stands: Piet is away whenever nobody else is there.",
                "Zoals het nu staat verandert het niets: Piet is zelf afwezig als er verder niemand is.",
            ])
        #expect(Set(Deputyship.Needless.allCases.map { words(.nl).changesNothing("Piet", $0) }).count == 8)
        #expect(
            both { words($0).already("Piet", .agent("Joke"), from: Self.from, until: Self.until, "3") } == [
                "Piet stands in for Joke then already: Monday 28 December 2026 to the end of Friday 1 January 2027 (deputyship 3)",
                "Piet valt dan al in voor Joke: maandag 28 december 2026 tot en met vrijdag 1 januari 2027 (vervanging 3)",
            ])
        #expect(
            both { words($0).left("Piet", .agent("Joke"), from: Self.from, until: Self.until, "3") } == [
                "Piet still stands in for Joke: Monday 28 December 2026 to the end of Friday 1 January 2027 (deputyship 3); to end that: majorctl deputy cancel 3",
                "Piet valt nog in voor Joke: maandag 28 december 2026 tot en met vrijdag 1 januari 2027 (vervanging 3); om dat te beëindigen: majorctl deputy cancel 3",
            ])
        #expect(
            both { words($0).closes(["Noord", "Oost"]) } == [
                "Nobody else would be there for: Noord, Oost.", "Anders zou er niemand zijn voor: Noord, Oost.",
            ])
        #expect(
            both { words($0).overCapacity("Piet", percent: 117) } == [
                "Piet then has more clients than the capacity allows: 117 %.",
                "Piet heeft dan meer klanten dan de capaciteit toelaat: 117 %.",
            ])
        #expect(
            both { words($0).endsWithHandover("Piet", "Joke", "Noord", on: local(Self.from).day) } == [
                "Piet stands in for Joke with Noord until Joke hands over on Monday 28 December 2026.",
                "Piet valt bij Noord in voor Joke tot de overdracht op maandag 28 december 2026.",
            ])
        #expect(
            both { words($0).endsWithEmployment("Piet", on: local(Self.from).day) } == [
                "Piet stands in until the end of Monday 28 December 2026, the last day of the employment.",
                "Piet valt in tot en met maandag 28 december 2026, de laatste dag van het dienstverband.",
            ])
        #expect(
            both { words($0).unknown("3") } == [
                "there is no deputyship 3 in force or to come; see majorctl deputy list",
                "er is nu of later geen vervanging 3; zie majorctl deputy list",
            ])
    }
}
