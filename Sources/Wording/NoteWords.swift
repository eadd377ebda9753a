package import Time

/// Why a note is not taken.
package struct NoteWords: Sendable {
    private let language: Language

    package init(_ language: Language = .en) {
        self.language = language
    }

    /// - Parameter limit: In characters.
    package func tooLong(limit: Int) -> String {
        language.said(en: "the note is longer than \(limit) characters", nl: "de notitie is langer dan \(limit) tekens")
    }

    /// Where a reason is needed, as for whoever is declined.
    package var whyMissing: String { language.said(en: "say why", nl: "zeg waarom") }

    package var notShowable: String {
        language.said(
            en: "the note has line ends or control characters; write it on one line, as plain text",
            nl: "de notitie heeft regeleinden of stuurtekens; schrijf hem op één regel, als gewone tekst")
    }
}
