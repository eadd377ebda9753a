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
                ("overflow answered", "algemene lijn nam op"), ("nobody was there", "er was niemand"),
            ]))
    func missed(how: MissedCall.How, words: (en: String, nl: String)) {
        let told = EventWords.Told(client: "Noord", start: "2026-12-22T09:00:00+01:00", detail: how.rawValue)
        #expect(
            sentences(.callMissed, told) == [
                "A call from Noord was missed, Tuesday 22 December 2026 09:00: \(words.en)",
                "Een gesprek van Noord is gemist, dinsdag 22 december 2026 09:00: \(words.nl)",
            ])
    }

    @Test("a missed call is told with whom to call back, as far as that is known, and by which number it is done")
    func whomToCallBack() {
        let told = EventWords.Told(
            client: "Noord", start: "2026-12-22T09:00:00+01:00", end: "2026-12-22T10:00:00+01:00", number: "3",
            contact: "Karin Smit")
        #expect(
            sentences(.callMissed, told) == [
                "A call from Noord (Karin Smit) was missed, Tuesday 22 December 2026 09:00; call back before Tuesday 22 December 2026 10:00 (missed call 3)",
                "Een gesprek van Noord (Karin Smit) is gemist, dinsdag 22 december 2026 09:00; bel terug vóór dinsdag 22 december 2026 10:00 (gemist gesprek 3)",
            ])
        #expect(
            sentences(.callOverdue, told) == [
                "Noord (Karin Smit) was to be called back before Tuesday 22 December 2026 10:00 (missed call 3)",
                "Noord (Karin Smit) had teruggebeld moeten zijn vóór dinsdag 22 december 2026 10:00 (gemist gesprek 3)",
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
