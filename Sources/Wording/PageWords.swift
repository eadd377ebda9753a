package import Time

/// What the office's pages say around what others tell: names of pages, counters, headings, hints.
package struct PageWords: Sendable {
    package let language: Language

    package init(_ language: Language) {
        self.language = language
    }

    package enum Page: String, CaseIterable, Sendable {
        case now, coverage, me, clients, manage, reports
    }

    package func name(_ page: Page) -> String {
        switch page {
        case .now: language.said(en: "Now", nl: "Nu")
        case .coverage: language.said(en: "Coverage", nl: "Dekking")
        case .me: language.said(en: "Me", nl: "Ik")
        case .clients: language.said(en: "Clients", nl: "Klanten")
        case .manage: language.said(en: "Manage", nl: "Beheer")
        case .reports: language.said(en: "Reports", nl: "Rapporten")
        }
    }

    package enum Label: String, CaseIterable, Sendable {
        case skip, pages, loaded, live, refresh, pause, resume, nobody, missed, overdue, available, calls, people,
            client
        case covered, lookingOnly, noTroubles, of, until, agents, contacts, numbers, cases, recent, search, mine,
            withNobody
        case ending, answers, explain, caller, at, none, month, show, print, download, requests, unknown, deputies,
            capacity
        case learned, absences, large, small, role, state, nothingFound, callBack, noCallsYet, noRequests, noDeputies
        case noUnknown, noLearned, noCases, service, load, myClients, when, who, calling, phone, week, all, noAbsences,
            why
        case enteredBy, number, times, last, near, share
        case pauseFor, backAgain, sick, sickMeans, backOn, note, reportSick, leave, from, through, partOfDay, untilTime
        case check, cancel, withdraw, deputy, approve, decline, reason, decided, contact, add, refuse, remove, whom
        case nameDeputy, agent, done, away, waiting, you, feed, feedMeans, makeAddress, renewAddress, opens
        case approveAllTheSame, signatory, terms, explainNumber, typed, outcome, couldStandIn, others
        case choose, pairOf, isLearned, allHaveSomebody, noneMine, noneOfThem
    }

    package func label(_ label: Label) -> String {
        switch label {
        case .skip: language.said(en: "To the content", nl: "Naar de inhoud")
        case .pages: language.said(en: "Pages", nl: "Pagina's")
        case .loaded: language.said(en: "loaded", nl: "geladen")
        case .live: "live"
        case .refresh: language.said(en: "Refresh", nl: "Vernieuw")
        case .pause: language.said(en: "Pause updates", nl: "Pauzeer")
        case .resume: language.said(en: "Resume updates", nl: "Hervat")
        case .nobody: language.said(en: "NOBODY", nl: "NIEMAND")
        case .missed: language.said(en: "missed", nl: "gemist")
        case .overdue: language.said(en: "overdue", nl: "te laat")
        case .available: language.said(en: "available", nl: "bereikbaar")
        case .calls: language.said(en: "Calls now", nl: "Gesprekken nu")
        case .people: language.said(en: "People", nl: "Medewerkers")
        case .client: language.said(en: "Client", nl: "Klant")
        case .covered: language.said(en: "Every client has somebody.", nl: "Iedereen gedekt.")
        case .lookingOnly:
            language.said(
                en: "You look without a name, so names are left out and nothing can be entered.",
                nl: "Je kijkt zonder naam mee: namen zijn weggelaten en invoeren kan niet.")
        case .noTroubles: language.said(en: "All is as it should be.", nl: "Alles is in orde.")
        case .of: language.said(en: "of", nl: "van")
        case .until: language.said(en: "until", nl: "tot")
        case .agents: language.said(en: "Pair and deputies", nl: "Vast paar en vervangers")
        case .contacts: language.said(en: "Contacts", nl: "Contactpersonen")
        case .numbers: language.said(en: "Numbers", nl: "Nummers")
        case .cases: language.said(en: "Cases", nl: "Zaken")
        case .recent: language.said(en: "Calls", nl: "Gesprekken")
        case .search:
            language.said(en: "Search: name, place, number, contact", nl: "Zoek: naam, plaats, nummer, contactpersoon")
        case .mine: language.said(en: "mine", nl: "mijn")
        case .withNobody: language.said(en: "nobody there", nl: "niemand")
        case .ending: language.said(en: "ending", nl: "loopt af")
        case .answers: language.said(en: "Now", nl: "Nu")
        case .explain: language.said(en: "Why?", nl: "Waarom?")
        case .caller: language.said(en: "Calling number", nl: "Nummer van de beller")
        case .at: language.said(en: "At (empty: now)", nl: "Wanneer (leeg: nu)")
        case .none: language.said(en: "none", nl: "geen")
        case .month: language.said(en: "Month", nl: "Maand")
        case .show: language.said(en: "Show", nl: "Toon")
        case .print: language.said(en: "Print", nl: "Print")
        case .download: "CSV"
        case .requests: language.said(en: "Requests", nl: "Aanvragen")
        case .unknown: language.said(en: "Unknown callers", nl: "Onbekende bellers")
        case .deputies: language.said(en: "Deputies", nl: "Vervangers")
        case .capacity: language.said(en: "Capacity", nl: "Capaciteit")
        case .learned: language.said(en: "Learned numbers", nl: "Geleerde nummers")
        case .absences: language.said(en: "Absences", nl: "Afwezigheid")
        case .large: language.said(en: "large", nl: "groot")
        case .small: language.said(en: "small", nl: "klein")
        case .role: language.said(en: "Role", nl: "Rol")
        case .state: language.said(en: "State", nl: "Stand")
        case .nothingFound:
            language.said(
                en: "No client has that in his name, place, numbers or contacts.",
                nl: "Geen klant heeft dat in naam, plaats, nummers of contactpersonen.")
        case .callBack: language.said(en: "Call back", nl: "Terugbellen")
        case .noCallsYet: language.said(en: "No calls yet.", nl: "Nog geen gesprekken.")
        case .noRequests: language.said(en: "No requests.", nl: "Geen aanvragen.")
        case .noDeputies: language.said(en: "Nobody stands in.", nl: "Niemand vervangt.")
        case .noUnknown: language.said(en: "Nobody unknown has called.", nl: "Geen onbekende bellers.")
        case .noLearned: language.said(en: "No number was learned.", nl: "Geen geleerde nummers.")
        case .noCases: language.said(en: "No open cases.", nl: "Geen open zaken.")
        case .service: language.said(en: "Agreement", nl: "Overeenkomst")
        case .load: language.said(en: "Load", nl: "Bezetting")
        case .myClients: language.said(en: "My clients", nl: "Mijn klanten")
        case .when: language.said(en: "When", nl: "Wanneer")
        case .who: language.said(en: "Who", nl: "Wie")
        case .calling: language.said(en: "ringing", nl: "gaat over")
        case .phone: language.said(en: "on the phone", nl: "in gesprek")
        case .week: language.said(en: "week", nl: "week")
        case .all: language.said(en: "all", nl: "alle")
        case .noAbsences:
            language.said(en: "Nobody is away, now or later.", nl: "Niemand is afwezig, nu en later niet.")
        case .why: language.said(en: "Why", nl: "Waarom")
        case .enteredBy: language.said(en: "Entered by", nl: "Ingevoerd door")
        case .number: language.said(en: "Number", nl: "Nummer")
        case .times: language.said(en: "Times", nl: "Keer")
        case .last: language.said(en: "Last", nl: "Laatst")
        case .near: language.said(en: "Near", nl: "Naast")
        case .share: language.said(en: "Share", nl: "Deel")
        default: formLabel(label)
        }
    }
}
