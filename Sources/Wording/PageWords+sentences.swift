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
                en: "This could not be read. Go back and fill it in again.",
                nl: "Dit kon niet worden gelezen. Ga terug en vul het opnieuw in.")
        case .oldForm:
            language.said(
                en:
                    "The page was too old to be sent, and nothing was changed. Look whether all is right, and send it again.",
                nl:
                    "De pagina was te oud om te versturen; er is niets veranderd. Kijk of alles klopt en verstuur opnieuw."
            )
        case .tooLong:
            language.said(en: "That is too long. Write less.", nl: "Dat is te lang. Schrijf minder.")
        case .noName:
            language.said(
                en:
                    "You look without a name, so nothing can be entered here. Log in by way of your company's address of this page.",
                nl:
                    "Je kijkt zonder naam mee, dus invoeren kan niet. Meld je aan via het bedrijfsadres van deze pagina."
            )
        case .cannotRead(let text):
            language.said(en: "`\(text)` is not understood.", nl: "`\(text)` wordt niet begrepen.")
        }
    }
}
