/// A language in which people are spoken to, and type days; the words are those of ISO 639.
package enum Language: String, CaseIterable, Sendable {
    case en, nl
}
