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

    package var pbxSilent: String {
        language.said(
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
        case notFound, notYours, away, olderMajord, badInput, oldForm, tooLong, noName, cannotRead(String)
        /// The second day is before the first.
        case backwards(String, String)
        case tooLongAway
        case noMonth(String)
        case noMoment(String)
        case noDay(String)
        case unknownClient(String)
        case unknownAgent(String)
        case unknownEither(String)
        case notKept
        case inFiles(String, client: String)
        case notLearned(String)
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
                    "You may not see this. Agents see their own clients, managers all; if you are one, majord does not know your login yet.",
                nl:
                    "Je mag dit niet zien. Medewerkers zien hun eigen klanten, leidinggevenden alles; ben je er een, dan kent majord je login nog niet."
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
        case .tooLong:
            language.said(
                en: "That is too long, and nothing was changed. Write less, and send it again.",
                nl: "Dat is te lang; er is niets veranderd. Schrijf minder en verstuur opnieuw.")
        case .noName:
            language.said(
                en:
                    "You look without a name, so nothing can be entered here. Log in by way of your company's address of this page.",
                nl:
                    "Je kijkt zonder naam mee, dus invoeren kan niet. Meld je aan via het bedrijfsadres van deze pagina."
            )
        case .cannotRead(let text):
            language.said(en: "“\(text)” is not understood.", nl: "“\(text)” wordt niet begrepen.")
        case .backwards, .tooLongAway, .noMonth, .noMoment, .noDay, .unknownClient, .unknownAgent, .unknownEither,
            .notKept, .inFiles, .notLearned:
            inputMistake(mistake)
        }
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
