package import Time

/// Lengths of time.
package struct DurationWords: Sendable {
    private let language: Language

    package init(_ language: Language = .en) {
        self.language = language
    }

    /// How long ago something was, in the largest unit of which there are two at least: `90 s`, `2 min`, `3 h`, `2 days`.
    package func age(seconds: Int) -> String {
        switch seconds {
        case ..<120: "\(seconds) s"
        case ..<7_200: "\(seconds / 60) min"
        case ..<172_800: language.said(en: "\(seconds / 3_600) h", nl: "\(seconds / 3_600) u")
        default: counted(seconds / 86_400, .day, in: language)
        }
    }

    /// `5 days`, `nearly a year`
    package func days(_ days: Int) -> String {
        switch days {
        case 340...365: language.said(en: "nearly a year", nl: "bijna een jaar")
        default: counted(days, .day, in: language)
        }
    }

    /// Why something is asked back: `that lasts nearly a year`.
    package func text(_ question: Question) -> String {
        switch question {
        case .lasts(let days):
            language.said(en: "that lasts \(self.days(days))", nl: "dat duurt \(self.days(days))")
        case .begins(let days):
            language.said(en: "that begins in \(self.days(days))", nl: "dat begint over \(self.days(days))")
        case .goesOn:
            language.said(
                en: "that goes on without an end (`until 1-4` would be one)",
                nl: "dat gaat zonder einde door (`tot 1-4` zou er een zijn)")
        }
    }

    /// What to write for a pause.
    package func noLength(_ text: String) -> String {
        language.said(
            en: "`\(text)` is no length of time; write for example 45m, 2h or 1h30m, or \"until 14:00\"",
            nl: "`\(text)` is geen tijdsduur; schrijf bijvoorbeeld 45m, 2u of 1u30, of \"tot 14:00\"")
    }

    /// Why a pause of another length is refused.
    package var pauseRefused: String {
        language.said(en: "\(pauseRange); for longer, plan leave", nl: "\(pauseRange); voer voor langer verlof in")
    }

    /// Why leave is refused that is longer than can be planned.
    package var leaveRefused: String {
        language.said(
            en: "leave is planned for two years at the most", nl: "verlof wordt voor hooguit twee jaar ingevoerd")
    }

    /// How long a pause may be.
    package var pauseRange: String {
        language.said(en: "a pause lasts from a minute to a day", nl: "een pauze duurt een minuut tot een dag")
    }
}
