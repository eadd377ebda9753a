package import Routing
package import Time

/// Who calls, or is called.
package struct PartyWords: Sendable {
    private let language: Language

    package init(_ language: Language = .en) {
        self.language = language
    }

    /// `+31612345678`, `a hidden number`
    package func party(_ party: Party) -> String {
        switch party {
        case .number(let number): number.description
        case .anonymous: language.said(en: "a hidden number", nl: "een verborgen nummer")
        case .internal: language.said(en: "an internal phone", nl: "een intern toestel")
        case .unknown: language.said(en: "an unreadable number", nl: "een onleesbaar nummer")
        }
    }

    /// The same where numbers are told as the directory has it: nil where the number is shown, and not to be told.
    package func party(_ party: Party, _ rule: Settings.LogNumbers) -> String? {
        switch (party, rule) {
        case (.number(let number), .masked): number.masked
        case (.number, .none): nil
        case (.number, .full), (.anonymous, _), (.internal, _), (.unknown, _): self.party(party)
        }
    }

    /// For a caller of whom nothing may be told.
    package var untold: String {
        language.said(en: "a number that is not logged", nl: "een nummer dat niet wordt vastgelegd")
    }
}
