package import Time

/// Calls that came, who got them, and those that were missed.
package struct CallRecordWords: Sendable {
    private let language: Language

    package init(_ language: Language = .en) {
        self.language = language
    }

    private static let outcomes: [String: (en: String, nl: String)] = [
        "answered": ("answered", "aangenomen"), "abandoned": ("hung up before answer", "opgehangen voor het opnemen"),
        "no-answer": ("nobody answered", "niemand nam op"), "overflow": ("overflow answered", "algemene lijn nam op"),
        "nobody": ("nobody was there", "er was niemand"), "elsewhere": ("not for the pair", "niet voor het paar"),
        "open": ("goes on", "loopt nog"), "unknown": ("not reported", "niet gemeld"),
        "called": ("called by us", "door ons gebeld"), "not-reached": ("called, not reached", "gebeld, niet bereikt"),
    ]

    /// `hung up before answer`; a word that is not known stays.
    package func outcome(_ word: String) -> String {
        Self.outcomes[word].map { language.said(en: $0.en, nl: $0.nl) } ?? word
    }

    /// How a call ended, as the PBX told: `no-answer`, `niet opgenomen`; a word that is not known stays.
    package func end(_ word: String) -> String {
        switch word {
        case "answered": language.said(en: word, nl: "aangenomen")
        case "busy": language.said(en: word, nl: "in gesprek")
        case "no-answer": language.said(en: word, nl: "niet opgenomen")
        case "unavailable": language.said(en: word, nl: "niet bereikbaar")
        case "cancelled": language.said(en: word, nl: "opgehangen voor het opnemen")
        case "failed": language.said(en: word, nl: "mislukt")
        default: word
        }
    }

    /// `7.2 s`
    package func seconds(_ seconds: Double) -> String {
        let tenths = Int((seconds * 10).rounded())
        return language.said(en: "\(tenths / 10).\(abs(tenths) % 10) s", nl: "\(tenths / 10),\(abs(tenths) % 10) s")
    }

    package var none: String { language.said(en: "No calls.", nl: "Geen gesprekken.") }
    /// - Parameter next: Where one goes on.
    package func more(_ next: String) -> String {
        language.said(
            en: "There are more: --before \(next) shows those that follow, --limit more at a time.",
            nl: "Er zijn er meer: --before \(next) toont de volgende, --limit meer tegelijk.")
    }

    /// Nobody asked about the call: who called was never told.
    package var neverTold: String { language.said(en: "caller never told", nl: "beller nooit gemeld") }

    /// Who called, once his number was forgotten: after its time, or by what stands in its place.
    package func forgotten(_ token: String?) -> String {
        guard let token else { return language.said(en: "number no longer kept", nl: "nummer niet meer bewaard") }
        return language.said(en: "number forgotten, \(token)", nl: "nummer vergeten, \(token)")
    }

    /// - Parameters:
    ///   - why: Why he could not take the call.
    ///   - behind: Why he came behind others although he could.
    package func considered(
        _ agent: String, _ role: String, _ why: String?, until: String?, behind: [String] = []
    ) -> String {
        let role = ReasonWords(language).role(role)
        guard let why else {
            return "\(agent) (\(role))" + (behind.isEmpty ? "" : ": \(behind.map(later).joined(separator: ", "))")
        }
        return "\(agent) (\(role)): \(hindrance(why))" + (until.map { " \($0)" } ?? "")
    }

    private func later(_ word: String) -> String {
        switch word {
        case "wrap-up":
            language.said(en: "later, has just been on a call", nl: "later, had net een ander gesprek")
        case "unreachable": language.said(en: "last, phone not reachable", nl: "als laatste, toestel onbereikbaar")
        default: word
        }
    }

    private func hindrance(_ word: String) -> String {
        switch word {
        case "absent": language.said(en: "away", nl: "afwezig")
        case "outside-hours": language.said(en: "outside working hours", nl: "buiten werktijd")
        case "not-employed": language.said(en: "not employed", nl: "niet in dienst")
        case "busy": language.said(en: "on the phone", nl: "in gesprek")
        default: word
        }
    }

    package func label(_ label: Label) -> String {
        switch label {
        case .from: language.said(en: "from", nl: "van")
        case .to: language.said(en: "to", nl: "naar")
        case .decided: language.said(en: "decided", nl: "besluit")
        case .considered: language.said(en: "considered", nl: "bekeken")
        case .toDial: language.said(en: "to dial", nl: "te bellen")
        case .rang: language.said(en: "rang", nl: "ging over")
        case .answered: language.said(en: "answered", nl: "aangenomen")
        case .released: language.said(en: "given away by", nl: "afgestaan door")
        case .turns: language.said(en: "had by", nl: "gevoerd door")
        case .ended: language.said(en: "ended", nl: "einde")
        case .late: language.said(en: "told too late", nl: "te laat gemeld")
        case .directory: language.said(en: "directory", nl: "gegevens")
        case .missed: language.said(en: "missed call", nl: "gemist gesprek")
        }
    }

    /// Labels have fewer letters than this, so that texts behind them begin below each other.
    package static let labelWidth = 16

    package enum Label: CaseIterable, Sendable {
        case from, to, decided, considered, toDial, rang, answered, released, turns, ended, late, directory, missed
    }

    /// `10:01 to 10:05`; no end: somebody has the call yet.
    package func turn(_ since: String, _ until: String?) -> String {
        guard let until else { return language.said(en: "since \(since)", nl: "sinds \(since)") }
        return language.said(en: "\(since) to \(until)", nl: "\(since) tot \(until)")
    }

    package func version(_ number: Int, since moment: String) -> String {
        language.said(en: "version \(number), in force since \(moment)", nl: "versie \(number), geldig sinds \(moment)")
    }

    package func after(_ seconds: String) -> String { language.said(en: "after \(seconds)", nl: "na \(seconds)") }

    package func unknown(_ name: String) -> String {
        language.said(en: "there is no call \(name) that you may see", nl: "er is geen gesprek \(name) dat je mag zien")
    }

    // Missed calls.

    package var noMissed: String { language.said(en: "Nobody waits to be called back.", nl: "Niets terug te bellen.") }

    package func due(_ moment: String, isOverdue: Bool) -> String {
        isOverdue
            ? language.said(en: "OVERDUE since \(moment)", nl: "TE LAAT sinds \(moment)")
            : language.said(en: "call back before \(moment)", nl: "bel terug vóór \(moment)")
    }

    package func times(_ count: Int) -> String { language.said(en: "\(count) times", nl: "\(count) keer") }

    package func attempts(_ count: Int) -> String {
        language.said(
            en: count == 1 ? "called once, not reached" : "called \(count) times, not reached",
            nl: count == 1 ? "één keer gebeld, niet bereikt" : "\(count) keer gebeld, niet bereikt")
    }

    package func done(_ id: String, client: String) -> String {
        language.said(
            en: "Missed call \(id) of \(client) is done.", nl: "Gemist gesprek \(id) van \(client) is afgehandeld.")
    }

    package func closed(_ how: String, by: String, _ moment: String) -> String {
        let what =
            switch how {
            case "answered":
                language.said(
                    en: "called again and was answered by \(by)", nl: "belde opnieuw en werd geholpen door \(by)")
            case "called": language.said(en: "called back by \(by)", nl: "teruggebeld door \(by)")
            case "by-hand": language.said(en: "done, says \(by)", nl: "afgehandeld, zegt \(by)")
            case "corrected": language.said(en: "was answered by \(by) after all", nl: "was toch aangenomen door \(by)")
            default: "\(how) \(by)"
            }
        return "\(what), \(moment)"
    }

    /// - Parameter how: `done, says manager, Monday …`
    package func doneAlready(_ id: String, _ how: String) -> String {
        language.said(
            en: "missed call \(id) is done already: \(how)", nl: "gemist gesprek \(id) is al afgehandeld: \(how)")
    }

    package func unknownMissed(_ id: String) -> String {
        guard !id.isBlank else {
            return language.said(
                en: "name a missed call by its number; see majorctl missed",
                nl: "noem een gemist gesprek bij zijn nummer; zie majorctl missed")
        }
        return language.said(
            en: "no missed call \(id) is open; see majorctl missed",
            nl: "er is geen open gemist gesprek \(id); zie majorctl missed")
    }
}
