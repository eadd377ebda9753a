import Time

extension PageWords {
    package var undo: String { language.said(en: "Undo", nl: "Ongedaan maken") }
    /// Above what the guard says of something that was taken back.
    ///
    /// - Parameter name: Whose it is; nil: the reader's own.
    package func notRestored(_ absence: String, of name: String?) -> String {
        let whose = name.map { "\($0): \(absence)" } ?? absence.capitalizingFirst
        return language.said(
            en: "\(whose): this is not undone, since by now it would leave clients without anybody:",
            nl: "\(whose): dit is niet ongedaan gemaakt, want nu zouden klanten niemand hebben:")
    }

    /// Where no button takes back what was done.
    package var undoByHand: String {
        language.said(
            en: "To take this back, cancel it under “Absences” and enter again what was there before.",
            nl: "Wil je dit terugdraaien, trek het dan in bij “Afwezigheid” en voer opnieuw in wat er eerst stond.")
    }

    /// Of a request that waits again.
    package var decideAgain: String {
        language.said(
            en: "It stands under “Requests” again, where it can be decided anew.",
            nl: "De aanvraag staat weer bij “Aanvragen”; daar beslis je opnieuw.")
    }

    /// Asked back before a missed call is closed, which cannot be undone.
    package func sureMissed(_ client: String, _ called: String) -> String {
        language.said(
            en: "Is the missed call of \(client), \(called), dealt with? This cannot be undone.",
            nl: "Is het gemiste gesprek van \(client), \(called), afgehandeld? Dit kan niet ongedaan worden gemaakt.")
    }

    package var closeMissed: String { language.said(en: "Yes, it is done", nl: "Ja, klaar") }

    package var sendAgain: String { language.said(en: "Send again", nl: "Opnieuw versturen") }
    package var enterLeave: String { language.said(en: "Enter this leave", nl: "Dit verlof invoeren") }
    package var askFor: String { language.said(en: "Ask a manager for it", nl: "Aanvragen") }
    package func askFor(with deputy: String) -> String {
        language.said(en: "Ask for it with \(deputy) as deputy", nl: "Aanvragen met \(deputy) als vervanger")
    }
    package var approveAllTheSame: String { language.said(en: "Approve all the same", nl: "Toch goedkeuren") }

    package var allTheSame: String { language.said(en: "Do it all the same", nl: "Toch doen") }
    package func approve(with deputy: String) -> String {
        language.said(en: "Approve with \(deputy)", nl: "Goed met \(deputy)")
    }

    /// Above what the guard says now, where it said something else before.
    package var changedMeanwhile: String {
        language.said(
            en: "Something has changed since you looked, and nothing was sent:",
            nl: "Sinds je keek is er iets veranderd; er is niets verstuurd:")
    }

    package var feedRenewed: String {
        language.said(
            en: "There is a new address. One that there was before opens nothing any more.",
            nl: "Er is een nieuw adres. Een eerder adres geeft niets meer.")
    }

    package var feedEnded: String {
        language.said(en: "The address opens nothing any more.", nl: "Het adres geeft niets meer.")
    }

    /// Of something that somebody else has ended meanwhile.
    package var over: String {
        language.said(
            en: "That is over already, or somebody else has done it.",
            nl: "Dat is al voorbij, of een ander heeft het gedaan.")
    }

    /// What stands at fields and on buttons.
    func formLabel(_ label: Label) -> String {
        switch label {
        case .pauseFor: language.said(en: "Pause", nl: "Pauze")
        case .backAgain: language.said(en: "Available again", nl: "Weer bereikbaar")
        case .sick: language.said(en: "Sick", nl: "Ziek")
        case .sickMeans:
            language.said(
                en: "From now on your calls go to the others. Colleagues only see that you are away.",
                nl: "Vanaf nu gaan je gesprekken naar de anderen. Collega's zien alleen dat je afwezig bent.")
        case .backOn:
            language.said(en: "Back on (empty: not known)", nl: "Weer terug op (leeg: nog niet bekend)")
        case .note: language.said(en: "Note, for you and managers", nl: "Notitie, voor jou en leidinggevenden")
        case .reportSick: language.said(en: "Report sick", nl: "Ziek melden")
        case .leave: language.said(en: "Leave", nl: "Verlof")
        case .from: language.said(en: "From", nl: "Van")
        case .through: language.said(en: "Through (included)", nl: "Tot en met")
        case .partOfDay: language.said(en: "Part of a day: from", nl: "Dagdeel: van")
        case .untilTime: language.said(en: "until", nl: "tot")
        case .check: language.said(en: "Check", nl: "Controleer")
        case .cancel: language.said(en: "Cancel it", nl: "Intrekken")
        case .withdraw: language.said(en: "Withdraw", nl: "Intrekken")
        case .deputy: language.said(en: "Deputy", nl: "Vervanger")
        case .approve: language.said(en: "Approve", nl: "Goedkeuren")
        case .decline: language.said(en: "Decline", nl: "Afwijzen")
        case .reason: language.said(en: "Reason", nl: "Reden")
        case .decided: language.said(en: "Decided", nl: "Beslist")
        case .contact: language.said(en: "Contact", nl: "Contactpersoon")
        case .add: language.said(en: "Add", nl: "Toevoegen")
        case .refuse: language.said(en: "Refuse", nl: "Weigeren")
        case .remove: language.said(en: "Remove", nl: "Verwijderen")
        case .whom: language.said(en: "Stands in for", nl: "Vervangt")
        case .nameDeputy: language.said(en: "Name deputy", nl: "Vervanger aanwijzen")
        case .agent: language.said(en: "Agent", nl: "Medewerker")
        case .done: language.said(en: "Done", nl: "Klaar")
        case .away: language.said(en: "away", nl: "afwezig")
        case .waiting: language.said(en: "asked for", nl: "in behandeling")
        case .you: language.said(en: "you", nl: "jij")
        case .feed: language.said(en: "For other calendars", nl: "Voor andere agenda's")
        case .feedMeans:
            language.said(
                en:
                    "Calendar programs can subscribe to an address, which needs no login: whoever has it reads who is away, and nothing else.",
                nl:
                    "Agendaprogramma's kunnen zich abonneren op een adres, zonder in te loggen: wie het heeft, leest wie er afwezig is, en verder niets."
            )
        case .makeAddress: language.said(en: "Make an address", nl: "Maak een adres")
        case .renewAddress: language.said(en: "Another address", nl: "Ander adres")
        case .opens: language.said(en: "It would leave nobody:", nl: "Dan is er niemand:")
        case .approveAllTheSame: approveAllTheSame
        case .signatory: language.said(en: "Signatory", nl: "Tekenbevoegde")
        case .terms: language.said(en: "Address, signatory, notes", nl: "Adres, tekenbevoegde, notities")
        case .explainNumber: language.said(en: "Explain this number", nl: "Nummer uitleggen")
        case .outcome: language.said(en: "What came of it (need not be)", nl: "Wat eruit kwam (mag leeg)")
        case .couldStandIn: language.said(en: "Could stand in", nl: "Kan invallen")
        case .others: language.said(en: "Others", nl: "Anderen")
        case .choose: language.said(en: "choose…", nl: "kies…")
        case .pairOf: language.said(en: "The pair of a client", nl: "Het vaste paar van een klant")
        case .isLearned: language.said(en: "learned", nl: "geleerd")
        case .allHaveSomebody:
            language.said(
                en: "Every client in service has somebody now.", nl: "Elke klant met servicetijd heeft nu iemand.")
        case .noneMine: language.said(en: "You stand for no client.", nl: "Je staat voor geen enkele klant.")
        case .noneOfThem:
            language.said(
                en: "No client is all of that at once.", nl: "Geen klant voldoet aan dat alles tegelijk.")
        case .typed: language.said(en: "What you filled in:", nl: "Wat je hebt ingevuld:")
        default: label.rawValue
        }
    }
}
