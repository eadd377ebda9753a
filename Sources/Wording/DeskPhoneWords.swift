package import Routing
package import Time

/// Sentences for the display of a desk phone. Whoever dials there may be anybody, and the PBX logs what it is told: why an agent is away
/// is not said.
package struct DeskPhoneWords: Sendable {
    private let language: Language

    package init(_ language: Language) {
        self.language = language
    }

    /// `Joke de Vries takes calls`, `Joke de Vries is away until 15:45`, with the call that he is on.
    ///
    /// - Parameters:
    ///   - call: The oldest of the agent's calls.
    ///   - clock: The service's, by which the agent knows times.
    package func sentence(
        _ agent: Agent, _ availability: Availability, call: (id: String, isAnswered: Bool, since: LocalDateTime)?,
        at now: Instant, _ clock: ServiceClock
    ) -> String {
        let time = TimeWords(language, now: clock.local(now), clock: clock)
        let words = AvailabilityWords(language)
        let told = call.map {
            "\(words.call(isAnswered: $0.isAnswered, since: time.short($0.since))) "
                + language.said(en: "(call \($0.id))", nl: "(gesprek \($0.id))")
        }
        switch availability {
        case .available, .busy:
            guard let told else {
                return "\(agent.name) \(language.said(en: "takes calls", nl: "is bereikbaar"))"
            }
            // In Dutch a call that rings has a verb of its own.
            return language == .nl && call?.isAnswered == false
                ? "\(agent.name) \(told)" : "\(agent.name) is \(told)"
        case .outsideHours, .notEmployed, .absent:
            let state = words.state(availability, showsWhy: false) { time.shortUntil(clock.local($0)) }
            return "\(agent.name) is \(state)" + (told.map { ", \($0)" } ?? "")
        }
    }

    package func noAgent(_ phone: Extension) -> String {
        language.said(
            en: "Extension \(phone) belongs to no agent", nl: "Toestel \(phone) is van geen enkele medewerker")
    }

    package var notNow: String {
        language.said(en: "Not possible now, try again later", nl: "Kan nu niet, probeer het later nog eens")
    }

    package var pauseOutOfRange: String {
        DurationWords(language).pauseRange.capitalizingFirst
    }

    package var notPossible: String {
        language.said(en: "Not possible", nl: "Kan niet")
    }

    package func caseOpened(_ name: String, client: String, isNew: Bool) -> String {
        isNew
            ? language.said(en: "Case \(name) of \(client) is open", nl: "Zaak \(name) van \(client) is geopend")
            : language.said(
                en: "Case \(name) of \(client) was open already", nl: "Zaak \(name) van \(client) was al open")
    }

    package func caseClosed(_ name: String, client: String) -> String {
        language.said(en: "Case \(name) of \(client) is closed", nl: "Zaak \(name) van \(client) is gesloten")
    }

    package var noCallBefore: String {
        language.said(
            en: "You have had no call of a client, so it is not known whose case it is",
            nl: "Je hebt geen klant gesproken, dus het is niet bekend van wie de zaak is")
    }

    package var lastCallNobodys: String {
        language.said(
            en: "Your last call was no client's, so it is not known whose case it is",
            nl: "Je laatste gesprek was niet met een klant, dus het is niet bekend van wie de zaak is")
    }

    package var lastCallElsewhere: String {
        language.said(
            en: "Your last call was at another site, so it is not known here whose case it is",
            nl: "Je laatste gesprek was op een andere locatie, dus het is hier niet bekend van wie de zaak is")
    }

    package func noCase(of client: String) -> String {
        language.said(en: "You hold no case of \(client)", nl: "Je hebt geen zaak van \(client)")
    }

    package func unknownCase(_ name: String) -> String {
        language.said(en: "There is no open case \(name)", nl: "Er is geen open zaak \(name)")
    }

    package func closedAlready(_ name: String, client: String) -> String {
        language.said(
            en: "Case \(name) of \(client) is closed already", nl: "Zaak \(name) van \(client) is al gesloten")
    }

    package var invalidReference: String { CaseWords(language).invalidReference.capitalizingFirst }

    /// - Parameter client: Nil for those who do not work for him.
    package func caseOfAnother(_ name: String, client: String?) -> String {
        language.said(
            en: "Case \(name) is one of \(client ?? "another client")",
            nl: "Zaak \(name) is van \(client ?? "een andere klant")")
    }

    package var notYourClient: String {
        language.said(en: "That is a case of another's client", nl: "Dat is een zaak van een klant van iemand anders")
    }

    package var tooMuch: String {
        language.said(
            en: "Too much at once, try again later", nl: "Te veel tegelijk, probeer het later nog eens")
    }
}
