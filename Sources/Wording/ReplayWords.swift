package import Time

/// What would be otherwise with another directory.
package struct ReplayWords: Sendable {
    private let language: Language

    package init(_ language: Language = .en) {
        self.language = language
    }

    /// `Joke de Vries (primary) -> Samira Jansen (primary)`
    package func move(from one: String, to other: String) -> String { "\(one) -> \(other)" }

    package func calls(_ count: Int) -> String {
        count == 1
            ? language.said(en: "1 call", nl: "1 gesprek")
            : language.said(en: "\(count) calls", nl: "\(count) gesprekken")
    }

    package func more(_ count: Int, until moment: String) -> String {
        language.said(en: "and \(count) more, the last \(moment)", nl: "en nog \(count), het laatste \(moment)")
    }

    package func moreGroups(_ count: Int) -> String {
        language.said(
            en: "and \(count) other moves; --json shows every call",
            nl: "en nog \(count) andere verschuivingen; --json toont elk gesprek")
    }

    package var noClient: String { language.said(en: "No client", nl: "Geen klant") }

    package func noCandidate(_ agent: String) -> String {
        language.said(en: "\(agent) is not asked there", nl: "\(agent) komt daar niet aan de beurt")
    }

    package func progress(looked: Int, of count: Int, moved: Int) -> String {
        language.said(
            en: "\(looked) of \(calls(count)), \(moved) elsewhere", nl: "\(looked) van \(calls(count)), \(moved) elders"
        )
    }

    /// - Parameters:
    ///   - then: How many others go elsewhere only where the first phone does not answer.
    ///   - skipped: Of how many too little is known any more.
    package func summary(looked: Int, moved: Int, then: Int, skipped: Int) -> String {
        let verb = language.said(en: moved == 1 ? "goes" : "go", nl: moved < 2 ? "gaat" : "gaan")
        var parts = [
            language.said(
                en: "\(moved == 0 ? "None" : "\(moved)") of \(calls(looked)) \(verb) elsewhere",
                nl: "\(moved == 0 ? "Geen" : "\(moved)") van \(calls(looked)) \(verb) ergens anders heen")
        ]
        if then > 0 {
            parts.append(
                language.said(
                    en: "\(then) more only where the first phone does not answer",
                    nl: "nog \(then) pas als de eerste niet opneemt"))
        }
        if skipped > 0 {
            parts.append(
                language.said(
                    en: "\(skipped) left out, since their numbers are forgotten",
                    nl: "\(skipped) overgeslagen, omdat hun nummers vergeten zijn"))
        }
        return parts.joined(separator: "; ") + "."
    }
}
