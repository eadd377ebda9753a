import Routing
import Testing
import Wording

@Suite("EventWords")
struct EventWordsTests {
    private func sentences(_ kind: Event.Kind, _ told: EventWords.Told) -> [String] {
        both { EventWords(timeWords($0)).sentence(kind, told) }
    }

    @Test(
        "how a call was missed is told as people say it",
        arguments: zip(
            MissedCall.How.allCases,
            [
                ("hung up before answer", "opgehangen voor het opnemen"), ("nobody answered", "niemand nam op"),
                ("overflow answered", "doorgeschakeld"), ("nobody was there", "er was niemand"),
            ]))
    func missed(how: MissedCall.How, words: (en: String, nl: String)) {
        let told = EventWords.Told(client: "Noord", start: "2026-12-22T09:00:00+01:00", detail: how.rawValue)
        #expect(
            sentences(.callMissed, told) == [
                "A call from Noord was missed, Tuesday 22 December 2026 09:00: \(words.en)",
                "Een gesprek van Noord is gemist, dinsdag 22 december 2026 09:00: \(words.nl)",
            ])
    }

    @Test("a calendar that was never read is told so")
    func calendar() {
        #expect(
            sentences(.calendarStale, EventWords.Told(agent: "Joke")) == [
                "The calendar of Joke was never read; leave may be missing",
                "De agenda van Joke is nog nooit gelezen; er kan verlof ontbreken",
            ])
        #expect(
            sentences(.calendarStale, EventWords.Told(agent: "Joke", start: "2026-12-22T09:00:00+01:00")) == [
                "The calendar of Joke was read last Tuesday 22 December 2026 09:00; leave may be missing",
                "De agenda van Joke is voor het laatst gelezen dinsdag 22 december 2026 09:00; er kan verlof ontbreken",
            ])
    }
}
