package import Time

/// What is wrong with how a command was typed, where its words and options do not fit together. Its usage follows.
package struct UsageWords: Sendable {
    private let language: Language

    package init(_ language: Language) {
        self.language = language
    }

    /// `leave import takes no --note`
    package func notTaken(_ option: String, by command: String) -> String {
        language.said(en: "\(command) takes no \(option)", nl: "\(command) kent geen \(option)")
    }

    package var importNeeds: String {
        language.said(
            en:
                "leave import takes one file (- is stdin), and a --source under which the calendar is known again, such as hr",
            nl:
                "leave import vraagt één bestand (- is de standaardinvoer), en een --source waaronder de agenda wordt herkend, zoals hr"
        )
    }

    package var requestOrOverride: String {
        language.said(
            en: "--request leaves it to a manager, and --override enters it: give one of them",
            nl: "--request laat het aan een manager over, en --override voert het in: geef een van beide")
    }

    package var caseNeeds: String {
        language.said(
            en: "name one case, by its number or reference or by --ref, and what stands behind it in the usage",
            nl: "noem één zaak, met haar nummer of referentie of met --ref, en wat er in het gebruik achter staat")
    }

    package var addressTakesNothing: String {
        language.said(en: "leave address takes no more words", nl: "leave address vraagt verder niets")
    }

    /// - Parameter list: The command that lists them.
    package func noAbsence(_ text: String) -> String {
        language.said(
            en: "`\(text)` is no absence's number; majorctl absences lists them",
            nl: "`\(text)` is geen nummer van een afwezigheid; majorctl absences toont ze")
    }

    package func noRequest(_ text: String) -> String {
        language.said(
            en: "`\(text)` is no request's number; majorctl requests lists them",
            nl: "`\(text)` is geen nummer van een aanvraag; majorctl requests toont ze")
    }

    package func noDeputyship(_ text: String) -> String {
        language.said(
            en: "`\(text)` is no deputyship's number; majorctl deputy list shows them",
            nl: "`\(text)` is geen nummer van een vervanging; majorctl deputy list toont ze")
    }

    /// Options of which there can be one: `--agent, --client and --desk exclude each other`
    package func oneOf(_ options: [String]) -> String {
        let all = language.joined(options)
        return language.said(en: "\(all) exclude each other", nl: "\(all) sluiten elkaar uit")
    }

    /// `--format takes table, csv, json or html`
    package func words(_ option: String, _ words: [String]) -> String {
        let all = words.joined(separator: ", ")
        return language.said(en: "\(option) takes one of: \(all)", nl: "\(option) is een van: \(all)")
    }

    /// `--until needs --from`
    package func needs(_ option: String, _ other: String) -> String {
        language.said(en: "\(option) needs \(other)", nl: "\(option) vraagt om \(other)")
    }

    package func noMonth(_ text: String) -> String {
        language.said(
            en: "`\(text)` is no month; write it as 2026-11", nl: "`\(text)` is geen maand; schrijf haar als 2026-11")
    }

    /// `--weeks takes 1 to 104`
    package func range(_ option: String, _ range: ClosedRange<Int>) -> String {
        language.said(
            en: "\(option) takes \(range.lowerBound) to \(range.upperBound)",
            nl: "\(option) is \(range.lowerBound) tot en met \(range.upperBound)")
    }

    /// An option that goes on behind what was shown.
    package func position(_ option: String, _ given: String) -> String {
        language.said(
            en: "\(option) takes what stood at the end of the list, such as 1800000000000-42, and not \(given)",
            nl: "\(option) is wat aan het eind van de lijst stond, zoals 1800000000000-42, en niet \(given)")
    }

    /// An option that does nothing without another.
    package func goesWith(_ option: String, _ other: String) -> String {
        language.said(en: "\(option) goes with \(other)", nl: "\(option) hoort bij \(other)")
    }

    package func noMailAddress(_ text: String) -> String {
        language.said(en: "`\(text)` is no mail address", nl: "`\(text)` is geen mailadres")
    }

    package var deputyOrNone: String {
        language.said(
            en: "--deputy names who stands in, --no-deputy says that nobody does: take one of them",
            nl: "--deputy noemt wie invalt, --no-deputy zegt dat niemand invalt: kies er een")
    }

    package var timesOrUntil: String {
        language.said(en: "name the times, or --until alone", nl: "noem de tijden, of alleen --until")
    }

    package var changesNothing: String {
        language.said(
            en: "say what is to be another: times, --until, --note or --deputy",
            nl: "zeg wat er anders wordt: tijden, --until, --note of --deputy")
    }

    package func oneAgent(_ one: String, _ other: String) -> String {
        language.said(
            en: "one agent is freed at a time: `\(one)` or `\(other)`?",
            nl: "er wordt één medewerker tegelijk vrijgegeven: `\(one)` of `\(other)`?")
    }

    /// Options that are of all agents and clients, where one was named.
    package func ofAll(_ name: String) -> String {
        language.said(
            en: "--watch and --clients are of all; leave out `\(name)`",
            nl: "--watch en --clients gaan over allen; laat `\(name)` weg")
    }
}
