package import Time

/// The figures of a month, for those who keep the agreement and those with whom it was made. What they mean stands in docs/reports.md.
package struct ReportWords: Sendable {
    let language: Language

    package init(_ language: Language = .en) {
        self.language = language
    }

    package var notBegun: String {
        language.said(en: "that time has not begun", nl: "die tijd is nog niet begonnen")
    }

    package func tooLong(days: Int) -> String {
        language.said(
            en: "a report is of \(days) days at the most, which are two years",
            nl: "een rapport gaat over hooguit \(days) dagen, dus twee jaar")
    }

    /// - Parameter day: When the records that are kept begin.
    package func notKept(_ day: String?) -> String {
        let from = day ?? ""
        return language.said(
            en: "nothing is known of that time: the records begin on \(from)",
            nl: "over die tijd is niets bekend: de gegevens beginnen op \(from)")
    }

    /// `records from Monday 5 October 2026 on`
    package func known(from day: String) -> String {
        language.said(en: "records from \(day) on", nl: "gegevens vanaf \(day)")
    }

    /// `November 2026`
    package func month(_ month: CalendarMonth) -> String {
        let (year, number, _) = month.firstDay.date
        return "\(CalendarDay.monthNames(language)[number - 1]) \(year)"
    }

    /// `nov`
    package func shortMonth(_ month: CalendarMonth) -> String {
        let number = month.firstDay.date.month
        let name = CalendarDay.monthNames(language)[number - 1]
        return language == .nl && number == 3 ? "mrt" : String(name.prefix(3))
    }

    /// `provisional, until the end of 25 November`
    package func provisional(_ until: String) -> String {
        language.said(en: "provisional, \(until)", nl: "voorlopig, \(until)")
    }

    package var noCalls: String { language.said(en: "No calls.", nl: "Geen gesprekken.") }
    package var total: String { language.said(en: "all clients", nl: "alle klanten") }

    /// `38 of 42`, `38 van 42`
    package func counts(_ count: Int, of all: Int) -> String {
        language.said(en: "\(count) of \(all)", nl: "\(count) van \(all)")
    }

    /// `90.5 %`
    package func percent(_ percent: Double) -> String { "\(decimal(percent)) %" }

    /// `target 90 %`
    package func target(_ percent: Int) -> String {
        language.said(en: "target \(percent) %", nl: "doel \(percent) %")
    }

    /// `7.2 s`; from a minute on `2 min 5 s`.
    package func wait(_ seconds: Double) -> String {
        guard seconds >= 60 else { return "\(decimal(seconds)) s" }
        let whole = Int(seconds.rounded())
        return "\(whole / 60) min \(whole % 60) s"
    }

    /// Service time: `6 h 30 min`, `6 u 30 min`, `25 min`
    package func serviceTime(_ seconds: Double) -> String {
        let minutes = Int((seconds / 60).rounded(.up))
        let (hours, rest) = (minutes / 60, minutes % 60)
        guard hours > 0 else { return "\(minutes) min" }
        return language.said(en: "\(hours) h", nl: "\(hours) u") + (rest > 0 ? " \(rest) min" : "")
    }

    /// With one place behind the point or comma.
    private func decimal(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return language.said(en: "\(tenths / 10).\(tenths % 10)", nl: "\(tenths / 10),\(tenths % 10)")
    }

    /// How somebody's call ended, or who answered it, on the sheet and in tables.
    package func part(_ part: Part) -> String {
        switch part {
        case .primary: language.said(en: "primary", nl: "eerste contactpersoon")
        case .backup: language.said(en: "backup", nl: "tweede contactpersoon")
        case .deputy: language.said(en: "deputy", nl: "vervanger")
        case .callback: language.said(en: "who had called you", nl: "wie u had gebeld")
        case .holder: language.said(en: "who works on the case", nl: "wie aan de zaak werkt")
        case .overflow: language.said(en: "overflow", nl: "algemene lijn")
        case .abandoned: language.said(en: "hung up", nl: "opgehangen")
        case .noAnswer: language.said(en: "not answered", nl: "niet opgenomen")
        case .nobody: language.said(en: "nobody there", nl: "niemand bereikbaar")
        }
    }

    package enum Part: CaseIterable, Sendable {
        case primary, backup, deputy, callback, holder, overflow, noAnswer, nobody, abandoned

        package var isAnswered: Bool {
            switch self {
            case .primary, .backup, .deputy, .callback, .holder: true
            case .overflow, .noAnswer, .nobody, .abandoned: false
            }
        }
    }

    /// `incidents`, `storingen`; a kind that is not known stays.
    package func kind(_ word: String) -> String {
        switch word {
        case "incident": language.said(en: "incidents", nl: "storingen")
        case "request": language.said(en: "requests", nl: "verzoeken")
        default: word
        }
    }

    /// Rows of the table of one client.
    package func label(_ label: Label) -> String {
        switch label {
        case .calls: language.said(en: "calls in service hours", nl: "gesprekken in servicetijd")
        case .pair: language.said(en: "answered by the pair", nl: "aangenomen door het vaste paar")
        case .within(let seconds):
            language.said(en: "within \(seconds) s, of all calls", nl: "binnen \(seconds) s, van alle gesprekken")
        case .withoutAbandoned:
            language.said(en: "same, without those who hung up", nl: "idem, zonder bellers die ophingen")
        case .waits: language.said(en: "half, 80 %, 95 % within", nl: "helft, 80 %, 95 % binnen")
        case .abandoned: language.said(en: "hung up before answer", nl: "opgehangen voor het opnemen")
        case .notReported: language.said(en: "not reported, or going on", nl: "niet gemeld, of nog bezig")
        case .outside: language.said(en: "outside service", nl: "buiten servicetijd")
        case .called: language.said(en: "called by us (not reached)", nl: "door ons gebeld (niet bereikt)")
        case .missed: language.said(en: "missed calls", nl: "gemiste gesprekken")
        case .inTime: language.said(en: "called back in time", nl: "op tijd teruggebeld")
        case .calledBack:
            language.said(en: "called back, half and 80 % within", nl: "teruggebeld, helft en 80 % binnen")
        case .stillOpen: language.said(en: "still open (overdue)", nl: "nog open (te laat)")
        case .uncovered:
            language.said(en: "minutes with nobody, in service hours", nl: "minuten zonder iemand, in servicetijd")
        case .cases(let kind):
            language.said(
                en: "\(self.kind(kind)) opened, closed, open", nl: "\(self.kind(kind)) geopend, gesloten, open")
        case .closed(let kind):
            language.said(
                en: "\(self.kind(kind)) closed, half and 80 % within",
                nl: "\(self.kind(kind)) gesloten, helft en 80 % binnen")
        case .closedWithin(let kind, let target):
            language.said(
                en: "\(self.kind(kind)) closed within \(target)", nl: "\(self.kind(kind)) gesloten binnen \(target)")
        case .unknownCallers:
            language.said(en: "unknown callers (numbers)", nl: "onbekende bellers (nummers)")
        }
    }

    package enum Label: Hashable, Sendable {
        case calls, pair, within(Int), withoutAbandoned, waits, abandoned, notReported, outside, called, missed, inTime
        case calledBack, stillOpen, uncovered, cases(String), closed(String), closedWithin(String, String)
        case unknownCallers
    }

    /// Heads of the table of all clients, of eight letters at the most.
    package var heads: [String] {
        switch language {
        case .en: ["calls", "pair", "in time", "half", "missed", "late", "nobody", "cases"]
        case .nl: ["gespr.", "paar", "op tijd", "helft", "gemist", "te laat", "niemand", "zaken"]
        }
    }

    /// What the heads mean.
    package var headsMeaning: String {
        language.said(
            en:
                "pair: answered by the fixed pair; in time: within the target, of all calls; half: half were answered within; late: called back too late, or overdue; nobody: minutes without anybody in service; cases: closed. Of fewer than 20 the counts alone are told.",
            nl:
                "paar: aangenomen door het vaste paar; op tijd: binnen het doel, van alle gesprekken; helft: de helft werd aangenomen binnen; te laat: te laat of nog niet teruggebeld; niemand: minuten zonder iemand in servicetijd; zaken: gesloten. Van minder dan 20 worden alleen aantallen genoemd."
        )
    }
}
