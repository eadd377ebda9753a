package import Time

/// What agents carry.
package struct CapacityWords: Sendable {
    private let language: Language

    package init(_ language: Language = .en) {
        self.language = language
    }

    /// `3 large or 6 small clients are 100 %; changes until …`
    package func heading(large: Int, small: Int, until day: String) -> String {
        language.said(
            en: "\(large) large or \(small) small clients are 100 %; looked ahead until \(day)",
            nl: "\(large) grote of \(small) kleine klanten zijn 100 %; vooruitgekeken tot en met \(day)")
    }

    /// `primary 1 large and 2 small, backup 1 small`; `no clients`
    package func roles(_ roles: [(role: String, large: Int, small: Int)]) -> String {
        let told = roles.map { "\(ReasonWords(language).text($0.role)) \(clients(large: $0.large, small: $0.small))" }
        return told.isEmpty
            ? language.said(en: "no clients", nl: "geen klanten")
            : told.joined(separator: ", ")
    }

    /// `1 large and 2 small`
    private func clients(large: Int, small: Int) -> String {
        let parts = [
            (large, language.said(en: "large", nl: "grote")),
            (small, language.said(en: "small", nl: "kleine")),
        ]
        return language.joined(parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" })
    }

    /// `too much`, `too much from Monday 1 February 2027`
    ///
    /// - Parameter day: From when on; nil: it is now.
    package func tooMuch(from day: String?) -> String {
        day.map { language.said(en: "too much from \($0)", nl: "te veel vanaf \($0)") }
            ?? language.said(en: "too much", nl: "te veel")
    }

    /// `room for 1 large or 2 small`, `full`; `no room for another client` where something is left, and too little
    ///
    /// - Parameter percent: What is taken.
    package func room(large: Int, small: Int, taken percent: Int) -> String {
        guard large > 0 || small > 0 else {
            return percent < 100
                ? language.said(en: "no room for another client", nl: "geen ruimte voor nog een klant")
                : language.said(en: "full", nl: "vol")
        }
        let parts = [
            large > 0 ? clients(large: large, small: 0) : nil, small > 0 ? clients(large: 0, small: small) : nil,
        ].compactMap(\.self).joined(separator: language.said(en: " or ", nl: " of "))
        return language.said(en: "room for \(parts)", nl: "plaats voor \(parts)")
    }

    /// `117 % from Monday 1 February 2027: primary 1 large`
    package func change(_ percent: Int, from day: String, _ roles: String) -> String {
        language.said(en: "\(percent) % from \(day): \(roles)", nl: "\(percent) % vanaf \(day): \(roles)")
    }

    package var nobody: String {
        language.said(en: "There are no agents.", nl: "Er zijn geen medewerkers.")
    }
}
