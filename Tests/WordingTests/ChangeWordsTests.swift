import Routing
import Testing
import Time
import Wording

@Suite("ChangeWords")
struct ChangeWordsTests {
    private static let christmas = "2026-12-24T00:00:00+01:00"
    private static let newYear = "2027-01-01T00:00:00+01:00"

    private func words(_ language: Language) -> ChangeWords { ChangeWords(timeWords(language)) }

    @Test(
        "what was entered, of oneself",
        arguments: [
            (
                Absence.Kind.leave, christmas, newYear,
                [
                    "You are on leave from Thursday 24 December 2026 until the end of Thursday 31 December 2026 (absence 7).",
                    "Je bent met verlof van donderdag 24 december 2026 tot en met donderdag 31 december 2026 (afwezigheid 7).",
                ]
            ),
            (
                .sickness, "2026-12-23T10:15:00+01:00", nil,
                ["You are reported sick until further notice.", "Je bent ziekgemeld tot nader bericht."]
            ),
            (
                .sickness, "2026-12-23T10:15:00+01:00", christmas,
                [
                    "You are reported sick, back on Thursday 24 December 2026.",
                    "Je bent ziekgemeld, weer bereikbaar op donderdag 24 december 2026.",
                ]
            ),
            (
                .pause, "2026-12-23T10:15:00+01:00", "2026-12-23T10:30:00+01:00",
                ["You are in a pause until 10:30.", "Je bent met pauze tot 10:30."]
            ),
        ] as [(Absence.Kind, String, String?, [String])])
    func entered(kind: Absence.Kind, from: String, until: String?, expected: [String]) {
        #expect(both { words($0).entered(kind, "7", from: from, until: until, .you, isLast: true) } == expected)
    }

    @Test("what was entered while something else lasts longer")
    func noted() {
        #expect(
            both {
                words($0).entered(
                    .pause, "7", from: "2026-12-23T10:15:00+01:00", until: "2026-12-23T10:30:00+01:00", .you,
                    isLast: false)
            } == ["Noted: a pause until 10:30 (absence 7).", "Genoteerd: een pauze tot 10:30 (afwezigheid 7)."])
        #expect(
            both { words($0).stillAway(until: nil, [$0.said(en: "sickness 3", nl: "ziekmelding 3")], ["3"], .you) } == [
                "You are away until further notice: sickness 3 is still there; majorctl change or cancel shortens it (3).",
                "Je bent afwezig tot nader bericht: ziekmelding 3 blijft staan; inkorten kan met majorctl change of cancel (3).",
            ])
    }

    @Test(
        "who gets the calls",
        arguments: [
            (
                ChangeWords.Who.you, ["Noord"],
                ["Calls for your client go to Mark: Noord.", "Gesprekken van je klant gaan naar Mark: Noord."]
            ),
            (
                .other("Joke"), ["Noord", "Oost"],
                [
                    "Calls for Joke's 2 clients go to Mark: Noord, Oost.",
                    "Gesprekken van de 2 klanten van Joke gaan naar Mark: Noord, Oost.",
                ]
            ),
        ])
    func takeovers(who: ChangeWords.Who, clients: [String], expected: [String]) {
        #expect(both { words($0).takeover(by: "Mark", clients, until: nil, always: true, who) } == expected)
    }

    @Test("who gets them at other times is told, too")
    func takeoverByOthers() {
        let end = "2026-12-31T00:00:00+01:00"
        #expect(
            both {
                words($0).takeover(by: "Mark", others: ["Piet", "Anna"], ["Noord"], until: end, always: false, .you)
            } == [
                "Calls for your client go to Mark, at times to Piet and Anna, until the end of Wednesday 30 December 2026, except when nobody is there: Noord.",
                "Gesprekken van je klant gaan naar Mark, soms naar Piet en Anna, tot en met woensdag 30 december 2026, behalve als er niemand is: Noord.",
            ])
        #expect(
            both { words($0).takeover(by: "Mark", others: ["Piet"], ["Noord"], until: nil, always: true, .you) } == [
                "Calls for your client go to Mark, at times to Piet: Noord.",
                "Gesprekken van je klant gaan naar Mark, soms naar Piet: Noord.",
            ])
    }

    @Test("hours that come back are not the whole time until their end")
    func takeoverAtHours() {
        let end = "2027-04-01T00:00:00+02:00"
        let texts = both {
            words($0).takeover(by: "Mark", ["Noord"], until: end, comesBack: true, always: true, .you)
        }
        #expect(texts[0].hasPrefix("Calls for your client go to Mark at those hours until "))
        #expect(texts[1].hasPrefix("Gesprekken van je klant gaan op die uren naar Mark "))
    }

    @Test("who is back, and what is over")
    func back() {
        #expect(
            both { words($0).back([.sickness], .you) } == [
                "Welcome back: calls come to you again (sickness ended).",
                "Welkom terug: gesprekken komen weer bij jou binnen (ziekmelding beëindigd).",
            ])
        #expect(
            both { words($0).cancelled(["7"], of: .other("Joke de Vries")) } == [
                "Absence 7 of Joke de Vries is cancelled.", "Afwezigheid 7 van Joke de Vries is ingetrokken.",
            ])
        #expect(
            both { words($0).over("7", of: "Joke", at: "2026-12-23T10:15:00+01:00", by: "root", cancelled: true) } == [
                "absence 7 of Joke was cancelled on Wednesday 23 December 2026 10:15 by root",
                "afwezigheid 7 van Joke is op woensdag 23 december 2026 10:15 ingetrokken door root",
            ])
    }

    @Test("several things are joined as people join them")
    func joined() {
        #expect(both { $0.joined(["a", "b", "c"]) } == ["a, b and c", "a, b en c"])
        #expect(both { $0.joined(["a", "b"]) } == ["a and b", "a en b"])
        #expect(both { $0.joined(["a"]) } == ["a", "a"])
    }

    @Test("where nobody is there")
    func gaps() {
        let (from, until) = ("2026-12-24T09:00:00+01:00", "2026-12-24T12:00:00+01:00")
        #expect(
            both { GapWords(timeWords($0)).first("Noord", from: from, until: until, ["Piet"]) } == [
                "Noord: Thursday 24 December 2026, 09:00 to 12:00; could stand in: Piet",
                "Noord: donderdag 24 december 2026, 09:00 tot 12:00; kan invallen: Piet",
            ])
        #expect(
            both { GapWords(timeWords($0)).absent(["Mark", "Samira"]) } == [
                "away then: Mark and Samira", "dan afwezig: Mark en Samira",
            ])
        #expect(
            both { GapWords(timeWords($0)).allowed([timeWords($0).period(from: from, until: until)]) } == [
                "Allowed would be: on Thursday 24 December 2026, 09:00 to 12:00.",
                "Wel mogelijk: op donderdag 24 december 2026, 09:00 tot 12:00.",
            ])
        #expect(
            both { GapWords(timeWords($0)).withDeputy("majorctl leave morgen --deputy pdeboer") } == [
                "With somebody to stand in, managers without --request: majorctl leave morgen --deputy pdeboer",
                "Met een vervanger, managers zonder --request: majorctl leave morgen --deputy pdeboer",
            ])
        #expect(
            both { GapWords(timeWords($0)).more(43, until: Self.newYear) } == [
                "and 43 more times until the end of Thursday 31 December 2026",
                "en nog 43 keer tot en met donderdag 31 december 2026",
            ])
    }
}
