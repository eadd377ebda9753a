package import Routing
import Time

/// What is said of leave that is planned or changed, beside when it is: what it replaces, what was not needed, and what to do where it is refused.
package struct PlanningWords: Sendable {
    private let time: TimeWords
    private var language: Language { time.language }
    private var absences: AbsenceWords { AbsenceWords(language) }

    package init(_ time: TimeWords) {
        self.time = time
    }

    /// `Joke de Vries is on leave every Friday, 13:00 to 18:00, from … until further notice (absence 7).`
    ///
    /// - Parameter series: As `SeriesWords.text` has it.
    package func entered(_ kind: Absence.Kind?, _ id: String, _ series: String, _ who: ChangeWords.Who) -> String {
        let number = "(\(Noun.absence.word(1, in: language)) \(id))"
        return "\(who.subject(in: language)) \(absences.entered(kind)) \(series) \(number)."
    }

    /// `Leave 7 of Joke de Vries is changed: from … until …; before: from … until ….`
    package func changed(_ kind: Absence.Kind?, _ id: String, of name: String, _ now: String, before: String) -> String
    {
        let noun = absences.noun(kind).capitalizingFirst
        return language.said(
            en: "\(noun) \(id) of \(name) is changed: \(now); before: \(before).",
            nl: "\(noun) \(id) van \(name) is gewijzigd: \(now); eerst: \(before).")
    }

    /// The same of a change that is only looked at.
    package func wouldBe(
        _ kind: Absence.Kind?, _ id: String, of name: String, _ now: String, before: String?
    ) -> String {
        let noun = absences.noun(kind).capitalizingFirst
        let old = before.map { language.said(en: "; now: \($0)", nl: "; nu: \($0)") } ?? ""
        return language.said(
            en: "\(noun) \(id) of \(name) would be: \(now)\(old).",
            nl: "\(noun) \(id) van \(name) zou worden: \(now)\(old).")
    }

    /// Where only the note is another.
    package func changed(_ kind: Absence.Kind?, _ id: String, of name: String, note: String?) -> String {
        let noun = absences.noun(kind).capitalizingFirst
        let now = note ?? language.said(en: "none", nl: "geen")
        return language.said(
            en: "\(noun) \(id) of \(name) has another note: \(now).",
            nl: "\(noun) \(id) van \(name) heeft een andere notitie: \(now).")
    }

    /// Where nothing is another than before.
    package func unchanged(_ kind: Absence.Kind?, _ id: String, of name: String, _ now: String) -> String {
        let noun = absences.noun(kind).capitalizingFirst
        return language.said(
            en: "\(noun) \(id) of \(name) is as before: \(now).", nl: "\(noun) \(id) van \(name) is als eerst: \(now).")
    }

    /// Where one that was entered again is the one that was there: `Joke de Vries is reported sick since … (absence 3), and that goes on until
    /// further notice.`
    package func goesOn(
        _ kind: Absence.Kind?, _ id: String, since start: String, until end: String?, _ who: ChangeWords.Who
    ) -> String {
        let number = "(\(Noun.absence.word(1, in: language)) \(id))"
        let until = time.until(end)
        return language.said(
            en:
                "\(who.subject(in: language)) \(absences.entered(kind)) since \(time.time(start)) \(number), and that goes on \(until).",
            nl:
                "\(who.subject(in: language)) \(absences.entered(kind)) sinds \(time.time(start)) \(number), en dat duurt \(until)."
        )
    }

    /// Beside hours that come back without an end: how they get one, and how far ahead gaps were looked for.
    ///
    /// - Parameter id: Nil while they are only looked at.
    package func goesOn(_ id: String?) -> String {
        let weeks = RoutingTable.outlook.count / Milliseconds.days(7).count
        guard let id else {
            return language.said(
                en: "It has no end. The next \(weeks) weeks were looked at.",
                nl: "Het heeft geen einde. De komende \(weeks) weken zijn bekeken.")
        }
        return language.said(
            en:
                "It has no end\(time.atShell(": it goes on until majorctl change \(id) --until DAY, or majorctl cancel \(id)")). The next \(weeks) weeks were looked at.",
            nl:
                "Het heeft geen einde\(time.atShell(": het gaat door tot majorctl change \(id) --until DAG, of majorctl cancel \(id)")). De komende \(weeks) weken zijn bekeken."
        )
    }

    /// Others whose time it takes over.
    ///
    /// - Parameter others: Each as `leave 7`.
    package func replaced(_ others: [String]) -> String {
        let all = language.joined(others)
        return language.said(en: "It takes the place of \(all).", nl: "Het komt in de plaats van \(all).")
    }

    /// Behind what was only looked at.
    package var nothingChanged: String {
        language.said(en: "Nothing was changed.", nl: "Er is niets gewijzigd.")
    }

    /// Where a deputy was named and nobody is missing.
    package var needlessDeputy: String {
        language.said(
            en: "Nobody has to stand in, so nobody was named: somebody is there for every client.",
            nl: "Niemand hoeft in te vallen, dus er is niemand aangewezen: voor elke klant is er iemand.")
    }

    /// Where an override changes nothing.
    package var needlessOverride: String {
        language.said(
            en: "The override changes nothing: no client is left without anybody.",
            nl: "De reden was niet nodig: geen klant blijft zonder iemand.")
    }

    /// Why leave is not entered again.
    package func alreadyAway(_ who: ChangeWords.Who, _ which: String, _ id: String) -> String {
        language.said(
            en: "\(who.subject(in: language)) away then already: \(which)"
                + time.atShell(" (absence \(id)); to change that: majorctl change \(id) FROM UNTIL"),
            nl: "\(who.subject(in: language)) dan al afwezig: \(which)"
                + time.atShell(" (afwezigheid \(id)); om dat te wijzigen: majorctl change \(id) VAN TOT"))
    }

    /// Why no series is made of it.
    package func oneStretch(_ id: String) -> String {
        language.said(
            en:
                "absence \(id) is one stretch of time; cancel it, and enter the hours that come back with majorctl leave",
            nl:
                "afwezigheid \(id) is één aaneengesloten tijd; trek haar in met cancel, en voer de uren die terugkomen in met majorctl leave"
        )
    }

    package func alreadyAsked(_ id: String) -> String {
        language.said(
            en: "the same leave is asked for already\(time.atShell(": request \(id)"))",
            nl: "hetzelfde verlof is al aangevraagd\(time.atShell(": aanvraag \(id)"))")
    }

    /// Why a deputyship is not cancelled; the gaps follow.
    package func neededDeputy(_ name: String) -> String {
        language.said(en: "without \(name) clients have nobody:", nl: "zonder \(name) hebben klanten niemand:")
    }

    package var overrideDeputy: String {
        language.said(
            en: "A manager can cancel it all the same with --override REASON.",
            nl: "Een manager kan het toch intrekken met --override REDEN.")
    }

    /// When a series is next, for lists: `next: Friday 8 January, 13:00 to 18:00`
    package func next(_ stretch: String) -> String {
        language.said(en: "next: \(stretch)", nl: "eerstvolgende: \(stretch)")
    }

}
