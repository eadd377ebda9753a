/// What a PBX asks about a call, in the texts that it sent.
package struct RouteRequest: Sendable {
    package let caller: String
    package let called: String
    /// The PBX's name for the call; the same id asked twice is the same call.
    package let callID: String
    /// Who forwarded the call; nil where nobody did, or the PBX does not tell.
    package let diverter: String?

    package init(caller: String, called: String, callID: String, diverter: String? = nil) {
        self.caller = caller
        self.called = called
        self.callID = callID
        self.diverter = diverter
    }
}

/// What a caller's or called number turned out to be.
package enum Party: Hashable, Sendable {
    case number(PhoneNumber)
    /// The caller hides the number, or there is none.
    case anonymous
    /// A phone of the PBX itself: at most six bare digits.
    case `internal`
    /// A text that is no telephone number.
    case unknown

    /// The number, where it is one.
    package var number: PhoneNumber? {
        if case .number(let number) = self { number } else { nil }
    }

    /// As it stands in a call's record: E.164, or the word for what it was instead.
    package var word: String {
        switch self {
        case .number(let number): number.description
        case .anonymous: "anonymous"
        case .internal: "internal"
        case .unknown: "unknown"
        }
    }

    /// Reads what `word` wrote; nil for anything else.
    package init?(word: String) {
        switch word {
        case "anonymous": self = .anonymous
        case "internal": self = .internal
        case "unknown": self = .unknown
        default:
            guard word.hasPrefix("+"), let number = PhoneNumber(word.dropFirst()) else { return nil }
            self = .number(number)
        }
    }
}

/// A call to decide.
package struct Call: Hashable, Sendable {
    /// Whose number counts.
    package let caller: Party
    package let called: Party
    /// Whether that is who forwarded the call.
    package let isDiverted: Bool

    package init(caller: Party, called: Party, isDiverted: Bool = false) {
        self.caller = caller
        self.called = called
        self.isDiverted = isDiverted
    }
}
