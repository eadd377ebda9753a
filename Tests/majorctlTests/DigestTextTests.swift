import MajorAPI
import Testing
import Time
import Wording

@testable import majorctl

@Suite("The week in a text")
struct DigestTextTests {
    private let reply = ReportsAPI.Digest.Reply(
        now: "2026-11-26T10:00:00+01:00", timeZone: "Europe/Amsterdam", language: "nl", mails: [],
        gapsUntil: "2027-05-30",
        gaps: [
            .init(
                client: "noord", clientName: "Noord", from: "2026-12-02T08:00:00+01:00",
                until: "2026-12-02T12:00:00+01:00"),
            .init(
                client: "noord", clientName: "Noord", from: "2026-12-07T12:00:00+01:00",
                until: "2026-12-11T17:00:00+01:00", days: 5),
            .init(
                client: "oost", clientName: "Oost", from: "2026-12-08T12:00:00+01:00",
                until: "2026-12-09T00:00:00+01:00"),
        ], moreGaps: 3, aloneUntil: "2026-12-06",
        alone: [
            .init(
                client: "noord", clientName: "Noord", agent: "mark", agentName: "Mark", firstDay: "2026-11-30",
                lastDay: "2026-12-01"),
            .init(
                client: "noord", clientName: "Noord", agent: "mark", agentName: "Mark", firstDay: "2026-12-04",
                lastDay: "2026-12-04"),
        ],
        requests: [
            .init(
                request: "8", agent: "joke", agentName: "Joke", from: "2026-12-28T00:00:00+01:00",
                until: "2026-12-29T00:00:00+01:00", askedAt: "2026-11-20T09:00:00+01:00", lapsed: false)
        ], reviewAfterDays: 14,
        sicknesses: [.init(absence: "7", agent: "joke", agentName: "Joke", since: "2026-11-02T08:00:00+01:00")],
        agreementDays: 90,
        agreements: [.init(client: "oost", clientName: "Oost", title: "MOO 2026", lastDay: "2026-12-31")],
        introductions: [.init(client: "oost", clientName: "Oost", from: "2027-02-01")],
        orphans: [.init(absence: "9", agent: "jdv")],
        departures: [
            .init(
                agent: "joke", agentName: "Joke", lastDay: "2027-04-30",
                clients: [.init(client: "noord", clientName: "Noord"), .init(client: "oost", clientName: "Oost")]),
            .init(agent: "piet", agentName: "Piet", lastDay: "2027-05-28", clients: []),
        ],
        deputyshipEnds: [
            .init(
                deputyship: "3", deputy: "piet", deputyName: "Piet", agent: "joke", agentName: "Joke", client: "noord",
                clientName: "Noord", cause: .handover, lastDay: "2027-01-31"),
            .init(
                deputyship: "4", deputy: "piet", deputyName: "Piet", client: "oost", clientName: "Oost",
                cause: .employment, lastDay: "2027-05-28"),
        ],
        calendars: [
            .init(agent: "joke", agentName: "Joke", source: "hr", why: "het is geen agenda"),
            .init(agent: "mark", agentName: "Mark", source: "hr", read: "2026-11-17T09:00:00+01:00"),
        ],
        missed: [
            .init(
                missed: "3", client: "noord", clientName: "Noord", at: "2026-11-25T16:30:00+01:00",
                due: "2026-11-26T08:30:00+01:00", overdue: true),
            .init(
                missed: "4", client: "oost", clientName: "Oost", at: "2026-11-26T09:50:00+01:00",
                due: "2026-11-26T10:50:00+01:00", overdue: false),
            .init(missed: "5", client: "west", clientName: "West", at: "2026-11-26T09:55:00+01:00", overdue: false),
        ], moreMissed: 7,
        cases: [
            .init(
                case: "6", reference: "INC-2041", client: "noord", clientName: "Noord", holder: "piet",
                holderName: "Piet"),
            .init(case: "8", client: "oost", clientName: "Oost", holder: "gone", holderName: "gone"),
        ])

    @Test("each topic has its lines, and the subject counts them")
    func all() {
        let text = DigestText(reply, TimeWords(.nl, at: reply.now, in: nil))
        #expect(
            text.lines == [
                "Dekking op donderdag 26 november 2026", "",
                "Er is niemand, binnen servicetijd, tot en met zondag 30 mei 2027:",
                "  Noord: woensdag 2 december 2026, 08:00 tot 12:00; maandag 7 december 2026 tot en met vrijdag 11 december 2026, telkens 12:00 tot 17:00",
                "  Oost: dinsdag 8 december 2026, 12:00 tot 24:00", "  en nog 3", "",
                "Gemiste gesprekken waarop niemand heeft teruggebeld:",
                "  3  Noord: woensdag 25 november 16:30, te laat sinds 08:30",
                "  4  Oost: 09:50, bel terug vóór 10:50", "  5  West: 09:55", "  en nog 7", "",
                "De tweede contactpersoon is er alleen tot en met zondag 6 december 2026:",
                "  Noord: Mark, maandag 30 november tot en met dinsdag 1 december; vrijdag 4 december", "",
                "Aanvragen voor verlof die wachten:",
                "  8  Joke: maandag 28 december 2026, de hele dag; aangevraagd op vrijdag 20 november 2026 09:00", "",
                "Langer dan 14 dagen ziek, zonder einde:", "  Joke, sinds maandag 2 november 08:00 (afwezigheid 7)", "",
                "Medewerkers die vertrekken tot en met zondag 30 mei 2027:",
                "  Joke: laatste dag vrijdag 30 april 2027; nog in het vaste paar van Noord, Oost",
                "  Piet: laatste dag vrijdag 28 mei 2027", "",
                "Vervangingen die voor hun laatste dag aflopen tot en met zondag 30 mei 2027:",
                "  Piet voor Joke bij Noord: tot en met zondag 31 januari 2027, door de overdracht van Joke (vervanging 3)",
                "  Piet voor het paar van Oost: tot en met vrijdag 28 mei 2027, de laatste dag van Piet (vervanging 4)",
                "",
                "Agenda's die te lang geleden gelezen zijn, zodat verlof kan ontbreken:",
                "  Joke: hr, nooit gelezen: het is geen agenda",
                "  Mark: hr, het laatst gelezen op dinsdag 17 november 2026 09:00", "",
                "Overeenkomsten die binnen 90 dagen aflopen:",
                "  Oost: MOO 2026, tot en met donderdag 31 december 2026", "", "Vaste paren zonder kennismaking:",
                "  Oost, het vaste paar vanaf maandag 1 februari 2027", "",
                "Afwezigheden die niet van kracht zijn, want die medewerker is er niet (majorctl give, of cancel):",
                "  afwezigheid 9 van jdv", "",
                "Open zaken waarvan de houder weg is (majorctl case give):",
                "  zaak #6 (INC-2041) van Noord, van Piet", "  zaak #8 van Oost, van gone",
            ])
        #expect(
            text.subject
                == "majord: 6 gaten, 10 gemiste gesprekken, 1 tweede alleen, 1 aanvraag, 1 lange ziekte, 2 aflopende dienstverbanden, "
                + "2 vervangingen die eerder aflopen, 2 verouderde agenda's, 1 aflopende overeenkomst, "
                + "1 kennismaking te doen, 1 zonder medewerker, 2 zaken zonder houder")
    }

    @Test("what was looked for and not found is said, so that silence is no mistake")
    func quiet() {
        let quiet = ReportsAPI.Digest.Reply(
            now: reply.now, timeZone: reply.timeZone, language: "en", mails: [], gapsUntil: "2027-05-30", gaps: [],
            moreGaps: 0, aloneUntil: "2026-12-06", alone: [], requests: [], reviewAfterDays: 14, sicknesses: [],
            agreementDays: 90, agreements: [], introductions: [], orphans: [])
        let text = DigestText(quiet, TimeWords(.en, at: quiet.now, in: nil))
        #expect(text.lines.count == 3)
        #expect(
            text.lines.last?.hasPrefix("Looked for, and not found: gaps until the end of Sunday 30 May 2027; ") == true)
        #expect(text.subject == "majord: nothing to do for coverage")
    }
}
