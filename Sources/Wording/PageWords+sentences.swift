import Time

extension PageWords {
    /// `1 missed`, `3 missed, 1 overdue`
    package func missed(_ count: Int, overdue: Int) -> String {
        "\(label(.missed))" + (overdue > 0 ? ", \(overdue) \(label(.overdue))" : "")
    }

    /// `of 19 available`
    package func available(of count: Int) -> String {
        language.said(en: "of \(count) available", nl: "van \(count) bereikbaar")
    }

    /// - Parameter moment: When the last one has asked; nil: none has since the start.
    package func pbxSilent(since moment: String?) -> String {
        if let moment {
            return language.said(
                en:
                    "No telephone exchange has asked since \(moment), though calls used to come: who is on the phone is not known. Tell whoever looks after it.",
                nl:
                    "Sinds \(moment) heeft geen telefooncentrale iets gevraagd, terwijl er altijd gebeld werd: wie er in gesprek is, is niet bekend. Meld het bij de beheerder."
            )
        }
        return language.said(
            en: "No telephone exchange has asked since majord was started: who is on the phone is not known.",
            nl:
                "Sinds majord is gestart, heeft geen telefooncentrale iets gevraagd: wie er in gesprek is, is niet bekend."
        )
    }

    /// `of 19 there, calls unknown`
    package func there(of count: Int) -> String {
        language.said(en: "of \(count) there, calls unknown", nl: "van \(count) aanwezig, bellen onbekend")
    }

    /// `Open until 17:00`, of a client in service hours.
    ///
    /// - Parameter until: With its `until`.
    package func open(_ until: String) -> String { "Open \(until)" }

    /// `closed, opens Monday 08:00`
    package func closed(opens moment: String) -> String {
        language.said(en: "Closed, opens \(moment)", nl: "Gesloten, open vanaf \(moment)")
    }

    /// That no client is found whose agreement ends soon.
    package func noneEnding(within days: Int) -> String {
        language.said(
            en: "No agreement ends within \(days) days.", nl: "Geen overeenkomst loopt binnen \(days) dagen af.")
    }

    /// `2 cases`
    package func cases(_ count: Int) -> String {
        language.said(en: count == 1 ? "1 case" : "\(count) cases", nl: count == 1 ? "1 zaak" : "\(count) zaken")
    }

    /// `18 min overdue`
    package func overdue(minutes: Int) -> String {
        minutes < 120
            ? language.said(en: "\(minutes) min overdue", nl: "\(minutes) min te laat")
            : language.said(en: "\(minutes / 60) h overdue", nl: "\(minutes / 60) uur te laat")
    }

    /// `2 min`
    package func minutes(_ minutes: Int) -> String { minutes < 120 ? "\(minutes) min" : "\(minutes / 60) \(hours)" }

    private var hours: String { language.said(en: "h", nl: "u") }

    /// `until Monday 08:00` of somebody away, `from 13:00` of somebody who is off.
    package func from(_ moment: String) -> String { language.said(en: "from \(moment)", nl: "vanaf \(moment)") }

    /// `You are available`
    package func youAre(_ state: String) -> String { language.said(en: "You are \(state)", nl: "Je bent \(state)") }

    /// What the band says when nothing was heard for a while.
    package var lastHeard: String {
        language.said(en: "Last heard {} s ago", nl: "Laatst gehoord {} s geleden")
    }

    package var expired: String {
        language.said(en: "Session over: log in again.", nl: "Sessie verlopen, meld je opnieuw aan.")
    }

    /// Above a page while majord does not answer.
    package func away(since moment: String) -> String {
        language.said(
            en:
                "majord does not answer since \(moment). What you see is from before; calls are routed by the PBX's own rule meanwhile.",
            nl:
                "majord antwoordt niet sinds \(moment). Wat je ziet is van daarvoor; gesprekken volgen zolang de regel van de centrale."
        )
    }

    package enum Mistake: Sendable, Equatable {
        /// majord knows somebody's login neither as an agent's nor as a manager's.
        case unknownLogin(String)
        case wallOnly, managersOnly, agentsOnly
        case notFound, notYours, away, olderMajord, badInput, oldForm, noCookie, tooLong, noName, cannotRead(String)
        /// The second day is before the first.
        case backwards(String, String)
        case tooLongAway
        case noMonth(String)
        case noMoment(String)
        case noDay(String)
        case unknownClient(String)
        /// Several are meant by what was typed.
        case severalClients(String, [String], more: Int)
        /// A field without which nothing can be done is empty.
        case missing(String)
        case unknownAgent(String)
        case unknownEither(String)
        case notKept
        /// What was kept cannot be read at the moment.
        case notRead
        case inFiles(String, client: String)
        case notLearned(String)
    }

    /// What stands over a page that there is not.
    package func title(status: Int) -> String {
        switch status {
        case 403: language.said(en: "No access", nl: "Geen toegang")
        case 404: language.said(en: "Not found", nl: "Niet gevonden")
        case 503: language.said(en: "Not available", nl: "Niet beschikbaar")
        default: language.said(en: "That did not work", nl: "Dat is niet gelukt")
        }
    }

    /// What went wrong, why, and what to do.
    package func mistake(_ mistake: Mistake) -> String {
        switch mistake {
        case .notFound:
            language.said(
                en: "There is nothing at this address. Choose a page above.",
                nl: "Hier is niets te vinden. Kies hierboven een pagina.")
        case .notYours:
            language.said(
                en:
                    "You may not see this: who you are is not said by whom it counts. Open this page by your company's address of it; if you did, tell whoever looks after it.",
                nl:
                    "Je mag dit niet zien: wie je bent, wordt niet gezegd door wie dat mag. Open deze pagina via het bedrijfsadres; deed je dat, meld het dan bij de beheerder."
            )
        case .unknownLogin(let login):
            language.said(
                en:
                    "majord does not know the login “\(login)” yet, so you see who is there and which clients have nobody, and no more. Agents see their clients, managers all: if you are one, whoever looks after the PBX enters your login.",
                nl:
                    "majord kent de login “\(login)” nog niet; je ziet daarom alleen wie er is en welke klanten niemand hebben. Medewerkers zien hun klanten, leidinggevenden alles: ben je er een, dan voert de beheerder je login in."
            )
        case .wallOnly:
            language.said(
                en: "This login is a television's: it shows Now and Coverage. Log in under your own name for all else.",
                nl:
                    "Deze login is van een televisie: die toont Nu en Dekking. Meld je met je eigen naam aan voor de rest."
            )
        case .managersOnly:
            language.said(
                en: "This is for managers. What is yours stands under “Me” and “Clients”; for all else ask a manager.",
                nl:
                    "Dit is voor leidinggevenden. Wat van jou is, staat bij “Ik” en “Klanten”; vraag de rest een leidinggevende."
            )
        case .agentsOnly:
            language.said(
                en:
                    "This is for agents, who have clients; you are a manager. What you decide and enter stands under “Manage”.",
                nl:
                    "Dit is voor medewerkers, die klanten hebben; jij bent leidinggevende. Wat je beslist en invoert, staat bij “Beheer”."
            )
        case .away:
            language.said(
                en: "majord does not answer. Calls go on; try again in a minute, and tell whoever looks after the PBX.",
                nl:
                    "majord antwoordt niet. Gesprekken gaan door; probeer het over een minuut, en meld het bij de beheerder."
            )
        case .olderMajord:
            language.said(
                en: "majord is of another version than this page. Update both packages.",
                nl: "majord heeft een andere versie dan deze pagina. Werk beide pakketten bij.")
        case .badInput:
            language.said(
                en: "This could not be read, and nothing was changed. Look at what you filled in, and send it again.",
                nl:
                    "Dit kon niet worden gelezen; er is niets veranderd. Kijk na wat je hebt ingevuld en verstuur opnieuw."
            )
        case .oldForm:
            language.said(
                en:
                    "The page was too old to be sent, and nothing was changed. Look whether all is right, and send it again.",
                nl:
                    "De pagina was te oud om te versturen; er is niets veranderd. Kijk of alles klopt en verstuur opnieuw."
            )
        case .noCookie:
            language.said(
                en:
                    "The browser did not send this page's cookie along, and nothing was changed. Send it again; if that does not help, allow cookies of this page.",
                nl:
                    "De browser heeft de cookie van deze pagina niet meegestuurd; er is niets veranderd. Verstuur opnieuw; helpt dat niet, sta dan cookies van deze pagina toe."
            )
        case .tooLong:
            language.said(
                en: "That is too long, and nothing was changed. Write less, and send it again.",
                nl: "Dat is te lang; er is niets veranderd. Schrijf minder en verstuur opnieuw.")
        case .noName:
            language.said(
                en:
                    "You look without a name: what names people or clients is left out, and nothing can be entered. Log in by way of your company's address of this page.",
                nl:
                    "Je kijkt zonder naam mee: wat mensen of klanten noemt ontbreekt, en invoeren kan niet. Meld je aan via het bedrijfsadres van deze pagina."
            )
        case .cannotRead(let text):
            language.said(en: "“\(text)” is not understood.", nl: "“\(text)” wordt niet begrepen.")
        case .backwards, .tooLongAway, .noMonth, .noMoment, .noDay, .missing, .unknownClient, .severalClients,
            .unknownAgent, .unknownEither,
            .notKept, .notRead, .inFiles, .notLearned:
            inputMistake(mistake)
        }
    }

    private func all(_ names: [String], _ more: Int) -> String {
        (names + (more > 0 ? [language.said(en: "\(more) more", nl: "nog \(more)")] : [])).joined(separator: ", ")
    }

    /// Of what was typed, or asked for in an address.
    private func inputMistake(_ mistake: Mistake) -> String {
        switch mistake {
        case .backwards(let first, let last):
            language.said(
                en: "“Through” (\(last)) is before “From” (\(first)).",
                nl: "“Tot en met” (\(last)) ligt voor “Van” (\(first)).")
        case .tooLongAway: DurationWords(language).leaveRefused.capitalizingFirst + "."
        case .noMonth(let text):
            language.said(
                en: "“\(text)” is no month; write it as 2026-11.",
                nl: "“\(text)” is geen maand; schrijf haar als 2026-11.")
        case .noMoment(let text):
            language.said(
                en: "“\(text)” is no moment; write it as 2026-12-24T08:30.",
                nl: "“\(text)” is geen moment; schrijf het als 2026-12-24T08:30.")
        case .noDay(let text):
            language.said(
                en: "“\(text)” is no day; write it as 2026-12-24.",
                nl: "“\(text)” is geen dag; schrijf hem als 2026-12-24.")
        case .unknownClient(let text):
            language.said(
                en: "There is no client “\(text)”. Choose one of the list.",
                nl: "Er is geen klant “\(text)”. Kies er een uit de lijst.")
        case .severalClients(let text, let names, let more):
            language.said(
                en: "“\(text)” is said of several clients: \(all(names, more)). Write one of them.",
                nl: "“\(text)” past bij meer klanten: \(all(names, more)). Schrijf er één van.")
        case .missing(let field):
            language.said(
                en: "“\(field)” is empty, and nothing was changed. Fill it in, and send it again.",
                nl: "“\(field)” is leeg; er is niets veranderd. Vul het in en verstuur opnieuw.")
        case .unknownAgent(let text):
            language.said(en: "There is no agent “\(text)”.", nl: "Er is geen medewerker “\(text)”.")
        case .unknownEither(let text):
            language.said(
                en: "There is no client and no agent “\(text)”.", nl: "Er is geen klant en geen medewerker “\(text)”.")
        case .notKept:
            language.said(
                en:
                    "Nothing was changed: majord cannot keep anything now. Try again in a minute, and tell whoever looks after the PBX.",
                nl:
                    "Er is niets gewijzigd: majord kan nu niets bewaren. Probeer het over een minuut, en meld het bij de beheerder."
            )
        case .notRead:
            language.said(
                en: "What was kept cannot be read now. Try again in a minute, and tell whoever looks after the PBX.",
                nl:
                    "Wat bewaard is, kan nu niet worden gelezen. Probeer het over een minuut, en meld het bij de beheerder."
            )
        case .inFiles(let number, let client):
            language.said(
                en: "\(number) is a number of \(client) already; whoever looks after the PBX changes that.",
                nl: "\(number) is al een nummer van \(client); de beheerder wijzigt dat.")
        case .notLearned(let number):
            language.said(
                en: "Nothing was entered of \(number), or it is forgotten already.",
                nl: "Over \(number) is niets ingevoerd, of het is al vergeten.")
        default: ""
        }
    }
}
