package import Time

/// Actions, roles and reasons. In English people read the words of the protocols, which programs read, too.
package struct ReasonWords: Sendable {
    private let language: Language

    package init(_ language: Language = .en) {
        self.language = language
    }

    /// The words of the protocols in Dutch.
    private static let dutch: [String: String] = [
        // What is to be done.
        "dial": "bellen", "overflow": "doorgeschakeld", "pass": "doorgelaten",
        // Roles.
        "primary": "eerste contactpersoon", "backup": "tweede contactpersoon", "deputy": "vervanger",
        "case": "houder van de zaak", "callback": "teruggebeld",
        // Reasons.
        "not-exclusive": "ander nummer", "anonymous": "nummer verborgen", "internal": "intern toestel",
        "unknown-caller": "onbekende beller", "agreement-not-started": "overeenkomst nog niet ingegaan",
        "agreement-ended": "overeenkomst afgelopen", "closed": "gesloten", "uncovered": "niemand aanwezig",
        "busy": "in gesprek", "other-client": "nummer van een andere klant", "refused": "geweigerd nummer",
        "no-answer": "niet opgenomen", "unknown-call": "onbekend gesprek", "exhausted": "niemand meer over",
    ]

    /// What a word of the protocols means: `primary`, `eerste contactpersoon`.
    package func text(_ word: String) -> String {
        language.said(en: word, nl: Self.dutch[word] ?? word)
    }

    /// How often there was a reason: `16 primary`, `16 keer eerste contactpersoon`.
    package func counted(_ count: Int, _ word: String) -> String {
        language.said(en: "\(count) \(word)", nl: "\(count) keer \(text(word))")
    }

    /// Where calls go that the pair cannot take.
    package var overflow: String {
        language.said(en: "overflow", nl: "doorschakeling")
    }

    /// Whose phone it is: `primary`, `overflow`.
    package func role(_ word: String) -> String {
        word == "overflow" ? overflow : text(word)
    }

    /// `dial, because primary`
    ///
    /// - Parameter emphasis: Marks what is to be done.
    package func sentence(action: String, reason: String, emphasis: (String) -> String = { $0 }) -> String {
        let what = emphasis(text(action))
        return language.said(en: "\(what), because \(reason)", nl: "\(what), want: \(text(reason))")
    }

    /// When service begins again.
    package func opens(_ moment: String) -> String {
        language.said(en: "opens \(moment)", nl: "open vanaf \(moment)")
    }
}
