import Time

extension PageWords {
    package var undo: String { language.said(en: "Undo", nl: "Ongedaan maken") }
    package var enterLeave: String { language.said(en: "Enter this leave", nl: "Dit verlof invoeren") }
    package var askFor: String { language.said(en: "Ask a manager for it", nl: "Aanvragen") }
    package func askFor(with deputy: String) -> String {
        language.said(en: "Ask for it with \(deputy) as deputy", nl: "Aanvragen met \(deputy) als vervanger")
    }
    package var approveAllTheSame: String { language.said(en: "Approve all the same", nl: "Toch goedkeuren") }

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
        default: label.rawValue
        }
    }
}
