import Routing
import TestSupport
import Testing
import Time
import Wording

@Suite("ForecastWords")
struct ForecastWordsTests {
    @Test(
        "who is there",
        arguments: [
            (CoverState.nobody, [], ["nobody", "niemand"]),
            (.one, ["Mark Bakker"], ["Mark Bakker alone", "Mark Bakker alleen"]),
            (.one, ["Mark Bakker", "Piet"], ["Mark Bakker, then Piet", "Mark Bakker, dan Piet"]),
            (.deputy, ["Piet"], ["Piet as a deputy", "Piet als vervanger"]),
            (.both, ["Joke", "Mark"], ["Joke, then Mark", "Joke, dan Mark"]),
        ])
    func there(state: CoverState, agents: [String], expected: [String]) {
        #expect(both { ForecastWords($0).there(state, agents) } == expected)
    }

    @Test("days have short names, weeks their numbers")
    func heads() {
        #expect(both { ForecastWords($0).shortDate(day("2026-11-30")) } == ["30 Nov", "30 nov"])
        #expect(both { ForecastWords($0).shortDate(day("2027-03-01")) } == ["1 Mar", "1 mrt"])
        #expect(both { ForecastWords($0).week(day("2027-01-01")) } == ["wk 53", "wk 53"])
        #expect(both { ForecastWords($0).initial(.wednesday) } == ["W", "w"])
    }

    @Test("what a stranger is told")
    func uncovered() {
        let sunday = day("2027-01-17")
        #expect(
            both { ForecastWords($0).uncovered(["Noord", "Oost"], through: sunday) } == [
                "Nobody is there at times until the end of Sunday 17 January 2027 for: Noord, Oost.",
                "Tot en met zondag 17 januari 2027 is er soms niemand voor: Noord, Oost.",
            ])
        #expect(
            both { ForecastWords($0).uncovered([], through: sunday) } == [
                "No gaps until the end of Sunday 17 January 2027.", "Geen gaten tot en met zondag 17 januari 2027.",
            ])
    }
}
