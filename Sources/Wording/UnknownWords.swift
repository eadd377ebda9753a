package import Time

/// That something was named which is not there, and what may be meant.
package struct UnknownWords: Sendable {
    private let language: Language
    /// More names than these nobody reads.
    static let limit = 20

    package init(_ language: Language = .en) {
        self.language = language
    }

    /// `there is no agent joek; did you mean joke?`
    ///
    /// - Parameter known: The ids there are.
    package func agent(_ id: String, known: [String]) -> String {
        unknown(language.said(en: "there is no agent \(id)", nl: "er is geen medewerker \(id)"), id, known)
    }

    package func client(_ id: String, known: [String]) -> String {
        unknown(language.said(en: "there is no client \(id)", nl: "er is geen klant \(id)"), id, known)
    }

    /// What is named may be either.
    package func agentOrClient(_ id: String, known: [String]) -> String {
        unknown(
            language.said(en: "there is no agent and no client \(id)", nl: "er is geen medewerker en geen klant \(id)"),
            id, known)
    }

    /// `there is no agent Lotte; did you mean lvisser (Lotte Visser)?`
    ///
    /// - Parameter meant: Those who may be; at least one.
    package func agent(_ text: String, meant: [NearestName.Named]) -> String {
        agent(text, known: []) + self.meant(meant)
    }

    package func client(_ text: String, meant: [NearestName.Named]) -> String {
        client(text, known: []) + self.meant(meant)
    }

    package func agentOrClient(_ text: String, meant: [NearestName.Named]) -> String {
        agentOrClient(text, known: []) + self.meant(meant)
    }

    private func meant(_ named: [NearestName.Named]) -> String {
        let all = named.map { "\($0.id) (\($0.name))" }
        return meant(all.joined(separator: language.said(en: " or ", nl: " of ")))
    }

    /// `there is no command stauts; did you mean status?`
    package func command(_ word: String, known: [String]) -> String {
        mistyped(language.said(en: "there is no command \(word)", nl: "er is geen opdracht \(word)"), word, known)
    }

    /// `leave has no option --overide; did you mean --override?`
    package func option(_ word: String, of command: String, known: [String]) -> String {
        mistyped(
            language.said(en: "\(command) has no option \(word)", nl: "\(command) heeft geen optie \(word)"), word,
            known)
    }

    /// The usage that follows names them all.
    private func mistyped(_ sentence: String, _ word: String, _ known: [String]) -> String {
        NearestWord.nearest(to: word, among: known).map { sentence + meant($0) } ?? sentence
    }

    private func meant(_ word: String) -> String {
        language.said(en: "; did you mean \(word)?", nl: "; bedoel je \(word)?")
    }

    private func unknown(_ sentence: String, _ id: String, _ known: [String]) -> String {
        if let nearest = NearestWord.nearest(to: id, among: known) { return sentence + meant(nearest) }
        guard !known.isEmpty else { return sentence }
        let left = known.count - Self.limit
        let more = left > 0 ? language.said(en: " and \(left) more", nl: " en nog \(left)") : ""
        let names = known.prefix(Self.limit).joined(separator: ", ")
        return sentence + language.said(en: "; there are \(names)\(more)", nl: "; er zijn \(names)\(more)")
    }
}
