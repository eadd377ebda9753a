import TestSupport
import Testing
import Time
import Wording

@Suite("DigestWords")
struct DigestWordsTests {
    @Test("the subject counts what is to be done")
    func subject() {
        #expect(
            both { DigestWords(timeWords($0)).subject([(.gaps, 2), (.alone, 0), (.requests, 1)]) } == [
                "majord: 2 gaps, 1 request", "majord: 2 gaten, 1 aanvraag",
            ])
        #expect(
            both { DigestWords(timeWords($0)).subject([(.gaps, 0)]) } == [
                "majord: nothing to do for coverage", "majord: niets te doen voor de dekking",
            ])
    }

    @Test("each topic has its heading")
    func headings() {
        let sunday = day("2027-01-17")
        #expect(
            both { DigestWords(timeWords($0)).heading(.gaps, through: sunday) } == [
                "Nobody is there, in service hours, until the end of Sunday 17 January 2027:",
                "Er is niemand, binnen servicetijd, tot en met zondag 17 januari 2027:",
            ])
        #expect(
            both { DigestWords(timeWords($0)).heading(.sicknesses, days: 14) } == [
                "Sick for longer than 14 days, without an end:", "Langer dan 14 dagen ziek, zonder einde:",
            ])
    }

    @Test("lines say who, when and which")
    func lines() {
        #expect(
            both {
                DigestWords(timeWords($0)).request(
                    "7", "Joke", from: "2026-12-28T00:00:00+01:00", until: "2026-12-29T00:00:00+01:00",
                    deputy: "Piet", asked: "2026-12-22T09:00:00+01:00", lapsed: false)
            } == [
                "7  Joke: Monday 28 December 2026, the whole day, with Piet to stand in; asked on Tuesday 22 December 2026 09:00",
                "7  Joke: maandag 28 december 2026, de hele dag, met Piet als vervanger; aangevraagd op dinsdag 22 december 2026 09:00",
            ])
        #expect(
            both {
                DigestWords(timeWords($0)).alone(
                    "Noord", "Mark",
                    [(day("2026-12-28"), day("2026-12-31")), (day("2027-01-04"), day("2027-01-04"))])
            } == [
                "Noord: Mark, Monday 28 December to Thursday 31 December; Monday 4 January 2027",
                "Noord: Mark, maandag 28 december tot en met donderdag 31 december; maandag 4 januari 2027",
            ])
        let gaps = (28...31).map { date in
            DigestWords.Gap(from: "2026-12-\(date)T12:00:00+01:00", until: "2026-12-\(date)T17:00:00+01:00", days: 1)
        }
        let mornings = DigestWords.Gap(
            from: "2027-01-04T08:00:00+01:00", until: "2027-01-08T12:00:00+01:00", days: 5)
        #expect(
            both { DigestWords(timeWords($0)).gaps("Noord", [gaps[0], mornings]) } == [
                "Noord: Monday 28 December 2026, 12:00 to 17:00; Monday 4 January 2027 to Friday 8 January 2027, each time 08:00 to 12:00",
                "Noord: maandag 28 december 2026, 12:00 tot 17:00; maandag 4 januari 2027 tot en met vrijdag 8 januari 2027, telkens 08:00 tot 12:00",
            ])
        let many = DigestWords(timeWords(.en)).gaps("Noord", gaps + [gaps[0], mornings, mornings])
        #expect(many.hasSuffix("; and 10 more times until Friday 8 January 2027 12:00"), "\(many)")
        #expect(
            both { DigestWords(timeWords($0)).departure("Joke", last: day("2027-04-30"), clients: ["Noord", "Oost"]) }
                == [
                    "Joke: last day Friday 30 April 2027; still in the pair of Noord, Oost",
                    "Joke: laatste dag vrijdag 30 april 2027; nog in het vaste paar van Noord, Oost",
                ])
        #expect(
            both {
                DigestWords(timeWords($0)).deputyshipEnd(
                    "3", "Piet", .agentAt("Joke", client: "Noord"), last: day("2027-01-31"), handsOver: "Joke")
            } == [
                "Piet for Joke with Noord: until the end of Sunday 31 January 2027, when Joke hands over (deputyship 3)",
                "Piet voor Joke bij Noord: tot en met zondag 31 januari 2027, door de overdracht van Joke (vervanging 3)",
            ])
        #expect(
            both {
                DigestWords(timeWords($0)).deputyshipEnd(
                    "3", "Piet", .agent("Joke"), last: day("2027-01-31"), handsOver: nil)
            } == [
                "Piet for Joke: until the end of Sunday 31 January 2027, the last day of Piet (deputyship 3)",
                "Piet voor Joke: tot en met zondag 31 januari 2027, de laatste dag van Piet (vervanging 3)",
            ])
        #expect(
            both { DigestWords(timeWords($0)).calendar("Joke", "hr", read: nil, why: "it is no calendar") } == [
                "Joke: hr, never read: it is no calendar", "Joke: hr, nooit gelezen: it is no calendar",
            ])
        #expect(
            both { DigestWords(timeWords($0)).agreement("Noord", "MOO 2026", last: day("2026-12-31")) } == [
                "Noord: MOO 2026, until the end of Thursday 31 December 2026",
                "Noord: MOO 2026, tot en met donderdag 31 december 2026",
            ])
        #expect(
            both { DigestWords(timeWords($0)).introduction("Noord", from: day("2027-02-01")) } == [
                "Noord, the pair from Monday 1 February 2027", "Noord, het vaste paar vanaf maandag 1 februari 2027",
            ])
        #expect(
            both { DigestWords(timeWords($0)).clear([.gaps, .requests], gapsThrough: day("2027-01-17")) } == [
                "Looked for, and not found: gaps until the end of Sunday 17 January 2027; requests.",
                "Gezocht, en niet gevonden: gaten tot en met zondag 17 januari 2027; aanvragen.",
            ])
    }
}
