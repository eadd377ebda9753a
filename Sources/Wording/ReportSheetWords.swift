package import Time

/// A client's month on a sheet of paper: the client is spoken to.
package struct ReportSheetWords: Sendable {
    let language: Language
    private let words: ReportWords

    package init(_ language: Language = .en) {
        self.language = language
        words = ReportWords(language)
    }

    package func heading(_ heading: Heading) -> String {
        switch heading {
        case .agreed: language.said(en: "Agreed and achieved", nl: "Afgesproken en bereikt")
        case .answered: language.said(en: "Who answered", nl: "Wie opnam")
        case .waits: language.said(en: "Seconds until the answer", nl: "Seconden tot het opnemen")
        case .cover: language.said(en: "Somebody there", nl: "Iemand bereikbaar")
        case .missed: language.said(en: "Missed calls", nl: "Gemiste gesprekken")
        case .cases: language.said(en: "Incidents and requests", nl: "Storingen en verzoeken")
        case .months: language.said(en: "Twelve months", nl: "Twaalf maanden")
        case .definitions: language.said(en: "What the figures mean", nl: "Wat de cijfers betekenen")
        }
    }

    package enum Heading: CaseIterable, Sendable {
        case agreed, answered, waits, cover, missed, cases, months, definitions
    }

    /// What stands in a column or before a value.
    package func label(_ label: Label) -> String {
        switch label {
        case .level: language.said(en: "service level", nl: "serviceniveau")
        case .hours: language.said(en: "service hours", nl: "servicetijd")
        case .pair: language.said(en: "your own two people", nl: "uw vaste contactpersonen")
        case .introduced: language.said(en: "introduced", nl: "kennismaking")
        case .pairSince(let day): language.said(en: "since \(day)", nl: "vanaf \(day)")
        case .handover(let day): language.said(en: "from \(day) on", nl: "vanaf \(day)")
        case .agreed: language.said(en: "agreed", nl: "afgesproken")
        case .achieved: language.said(en: "achieved", nl: "bereikt")
        case .when: language.said(en: "when", nl: "wanneer")
        case .how: language.said(en: "how", nl: "hoe")
        case .calledBack: language.said(en: "done after, in service time", nl: "klaar na, in servicetijd")
        case .kind: language.said(en: "kind", nl: "soort")
        case .opened: language.said(en: "opened", nl: "geopend")
        case .closed: language.said(en: "closed", nl: "gesloten")
        case .open: language.said(en: "open", nl: "open")
        case .halfWithin: language.said(en: "half within", nl: "helft binnen")
        case .eightyWithin: language.said(en: "80 % within", nl: "80 % binnen")
        case .inTime: language.said(en: "within the target", nl: "binnen het doel")
        case .calls: language.said(en: "calls", nl: "gesprekken")
        case .client: language.said(en: "client", nl: "klant")
        }
    }

    package enum Label: Sendable {
        case level, hours, pair, pairSince(String), introduced, handover(String), agreed, achieved, when, how,
            calledBack, kind, opened, closed
        case open, halfWithin, eightyWithin, inTime, calls, client
    }

    package func isReached(_ isReached: Bool) -> String {
        isReached
            ? language.said(en: "✓ reached", nl: "✓ gehaald") : language.said(en: "✗ not reached", nl: "✗ niet gehaald")
    }

    package var nobodyThere: String {
        language.said(en: "nobody there, in service hours", nl: "niemand bereikbaar, in servicetijd")
    }

    package var ownPeople: String {
        language.said(en: "answered by your own two people", nl: "aangenomen door uw vaste contactpersonen")
    }

    package func within(_ seconds: Int) -> String {
        language.said(
            en: "within \(seconds) seconds, of all calls", nl: "binnen \(seconds) seconden, van alle gesprekken")
    }

    package func closedWithin(_ kind: String, _ target: String) -> String {
        language.said(
            en: "\(words.kind(kind)) closed within \(target) of service time",
            nl: "\(words.kind(kind)) gesloten binnen \(target) servicetijd")
    }

    package var calledBackInTime: String {
        language.said(en: "called back in time", nl: "op tijd teruggebeld")
    }

    // The three sentences.

    /// `You called 42 times in service hours (November 2026); your own two people answered 38 of 41.`, and how many calls are in no figure.
    package func came(_ calls: Int, byPair share: String, leftOut: Int, in period: String) -> String {
        let times = language.said(en: calls == 1 ? "once" : "\(calls) times", nl: "\(calls) keer")
        let rest =
            leftOut == 0
            ? ""
            : language.said(
                en: " It is not known how \(leftOut == 1 ? "one call" : "\(leftOut) calls") ended.",
                nl: " Van \(leftOut == 1 ? "één gesprek" : "\(leftOut) gesprekken") is niet bekend hoe het afliep.")
        return language.said(
            en: "You called \(times) in service hours (\(period)); your own two people answered \(share).",
            nl: "U belde \(times) in servicetijd (\(period)); uw vaste contactpersonen namen er \(share) aan.") + rest
    }

    /// `Of the 54 calls that were answered half were within 7.2 s, 95 % within 24.1 s.`
    package func speed(_ answered: Int, half: String, most: String) -> String {
        language.said(
            en: "Of the \(answered) calls that were answered, half were within \(half) and 95 % within \(most).",
            nl:
                "Van de \(answered) aangenomen gesprekken werd de helft binnen \(half) aangenomen en 95 % binnen \(most)."
        )
    }

    /// The same where there are too few for more than counts.
    package func speed(_ share: String, within seconds: Int) -> String {
        language.said(
            en: "Of the calls, \(share) were answered within \(seconds) seconds.",
            nl: "Binnen \(seconds) seconden werden er \(share) aangenomen.")
    }

    /// - Parameter time: How long nobody was there; nil: somebody always was.
    package func cover(nobody time: String?, missed: Int, backInTime share: String) -> String {
        let there =
            time.map {
                language.said(
                    en: "In service hours nobody was there for you for \($0)",
                    nl: "In servicetijd was er \($0) niemand voor u bereikbaar")
            }
            ?? language.said(
                en: "In service hours somebody was there for you all the time",
                nl: "In servicetijd was er altijd iemand voor u bereikbaar")
        guard missed > 0 else {
            return there + language.said(en: ", and no call was missed.", nl: ", en er werd geen gesprek gemist.")
        }
        let calls = language.said(
            en: missed == 1 ? "one call was" : "\(missed) calls were",
            nl: missed == 1 ? "er werd één gesprek" : "er werden \(missed) gesprekken")
        return there
            + language.said(
                en: "; \(calls) missed, \(share) called back in time.",
                nl: "; \(calls) gemist, \(share) op tijd teruggebeld.")
    }

    package var noMissed: String { language.said(en: "None.", nl: "Geen.") }
    package var stillOpen: String { language.said(en: "not yet", nl: "nog niet") }

    /// How a missed call was closed, and after how much service time.
    package func back(_ how: String, _ after: String) -> String {
        switch how {
        case "answered": language.said(en: "\(after): you called again", nl: "\(after): u belde opnieuw")
        case "by-hand": language.said(en: "\(after): dealt with", nl: "\(after): afgehandeld")
        default: language.said(en: "\(after): called back", nl: "\(after): teruggebeld")
        }
    }

    package func more(_ count: Int) -> String {
        language.said(en: "and \(count) more", nl: "en nog \(count)")
    }

    /// How to read a drawing.
    package func reading(isDots: Bool, target: Int?) -> String {
        let mark =
            target.map {
                language.said(en: " The line stands at \($0) seconds.", nl: " De lijn staat bij \($0) seconden.")
            } ?? ""
        return
            (isDots
            ? language.said(en: "A dot is a call.", nl: "Een stip is een gesprek.")
            : language.said(
                en: "A bar is the number of calls in five seconds.",
                nl: "Een staaf is het aantal gesprekken per vijf seconden."))
            + mark
    }

    package var monthsReading: String {
        language.said(
            en: "Calls in service hours; the dark part was answered by the client's own people.",
            nl: "Gesprekken in servicetijd; het donkere deel is aangenomen door uw eigen mensen.")
    }

    package func made(_ moment: String, zone: String) -> String {
        language.said(en: "Made \(moment); times of \(zone).", nl: "Gemaakt op \(moment); tijden van \(zone).")
    }

    /// In short; the whole of it is in the documentation.
    package func definitions(seconds: Int?, callBack: Bool) -> [String] {
        var texts = [
            language.said(
                en:
                    "All calls are those in service hours of which it is known how they ended; those going on or not reported by the telephone system are left out.",
                nl:
                    "Alle gesprekken zijn die in servicetijd waarvan bekend is hoe ze afliepen; wat nog loopt of niet door de centrale is gemeld telt niet mee."
            ),
            language.said(
                en: "Your own two people are the pair on the day of the call.",
                nl: "Uw vaste contactpersonen zijn het vaste paar op de dag van het gesprek."),
            language.said(
                en:
                    "The seconds run from the question where a call should go until it is answered; half, 80 % and 95 % are those of the calls that were answered.",
                nl:
                    "De seconden lopen vanaf de vraag waarheen een gesprek moet tot het opnemen; helft, 80 % en 95 % zijn van de aangenomen gesprekken."
            ),
            language.said(
                en:
                    "Of fewer than 20, counts alone are given. Service time passes in your service hours only; a target for cases is reached when all of them keep it.",
                nl:
                    "Van minder dan 20 worden alleen aantallen gegeven. Servicetijd telt alleen uren waarin u service heeft; een doel voor zaken is gehaald als ze het allemaal halen."
            ),
            language.said(
                en: "A month begins and ends at midnight in the service's time zone.",
                nl: "Een maand begint en eindigt om middernacht in de tijdzone van de dienst."),
        ]
        if callBack {
            texts.append(
                language.said(
                    en:
                        "Several missed calls of one caller within ten minutes are one; it is closed when he was called back, was answered, or it was done otherwise.",
                    nl:
                        "Meer gemiste gesprekken van één beller binnen tien minuten zijn er één; het is gesloten als er is teruggebeld, is opgenomen of het anders is afgehandeld."
                ))
        }
        return texts
    }
}
