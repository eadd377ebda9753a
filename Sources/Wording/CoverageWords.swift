package import Routing
package import Time

/// How the service stands.
package struct CoverageWords: Sendable {
    private let language: Language

    package init(_ language: Language = .en) {
        self.language = language
    }

    /// `38 of 40 clients covered`, `3 of 4 clients covered, 1 closed`
    package func sentence(_ count: CoverageCount) -> String {
        guard count.clients > 0 else { return language.said(en: "no clients yet", nl: "nog geen klanten") }
        let clients = counted(count.clients, .client, in: language)
        let served =
            count.inService == 0
            ? language.said(en: "no client in service now", nl: "nu geen klant in servicetijd")
            : language.said(
                en: "\(count.covered) of \(count.clients) clients covered", nl: "\(count.covered) van \(clients) gedekt"
            )
        let agreement = language.said(en: "without an agreement now", nl: "nu zonder overeenkomst")
        let others = [(count.closed, state(.closed)), (count.withoutAgreement, agreement)]
        return ([served] + others.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }).joined(separator: ", ")
    }

    /// `38 of 40 clients covered, 2 agents absent, generation 12`
    package func sentence(_ overview: Overview) -> String {
        let generation = language.said(en: "generation", nl: "generatie")
        return "\(sentence(overview.count)), \(absent(overview.absentAgents)), \(generation) \(overview.generation)"
    }

    /// `2 agents absent`
    package func absent(_ agents: Int) -> String {
        "\(counted(agents, .agent, in: language)) \(language.said(en: "absent", nl: "afwezig"))"
    }

    /// How a client stands.
    package func state(_ state: ClientState) -> String {
        switch state {
        case .covered: language.said(en: "covered", nl: "gedekt")
        case .uncovered: language.said(en: "uncovered", nl: "niemand aanwezig")
        case .closed: language.said(en: "closed", nl: "gesloten")
        case .withoutAgreement: language.said(en: "without agreement", nl: "zonder overeenkomst")
        }
    }

    /// The same, of a word of the control interface; one that a newer majord has is shown as it is.
    package func state(word: String) -> String {
        ClientState(rawValue: word).map(state) ?? word
    }

    /// A client for whom nobody was there, and somebody is.
    package func somebodyAgain(for client: String) -> String {
        language.said(en: "no longer nobody for \(client)", nl: "niet langer niemand voor \(client)")
    }

    /// A trouble that is over.
    package func settled(_ trouble: String) -> String {
        language.said(en: "no more: \(trouble)", nl: "niet meer: \(trouble)")
    }

    /// A client in service for whom nobody is there.
    package func nobody(for client: String) -> String {
        language.said(en: "nobody for \(client)", nl: "niemand voor \(client)")
    }
}
