package import Time

/// What is said of the rest of a list that shows what comes soon.
package struct NearFirstWords: Sendable {
    /// How far ahead such a list shows.
    package static let weeks = 4
    /// A list of no more is shown whole.
    package static let mostOfAll = 20

    private let language: Language

    package init(_ language: Language = .en) {
        self.language = language
    }

    /// What begins after the weeks that are shown.
    package func later(_ count: Int) -> String {
        language.said(
            en: "and \(count) more after the next \(Self.weeks) weeks; --all shows them",
            nl: "en nog \(count) na de komende \(Self.weeks) weken; --all toont ze")
    }

    /// So many were left out of all.
    package func more(_ count: Int) -> String {
        language.said(en: "and \(count) more", nl: "en nog \(count)")
    }
}
