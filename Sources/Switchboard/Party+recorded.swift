import Routing

extension Party {
    /// As it stands in the ledger: E.164, or the word for what it was instead.
    var recorded: String {
        switch self {
        case .number(let number): number.description
        case .anonymous: "anonymous"
        case .internal: "internal"
        case .unknown: "unknown"
        }
    }

    /// Reads what `recorded` wrote.
    init?(recorded text: String) {
        switch text {
        case "anonymous": self = .anonymous
        case "internal": self = .internal
        case "unknown": self = .unknown
        default:
            guard text.hasPrefix("+"), let number = PhoneNumber(text.dropFirst()) else { return nil }
            self = .number(number)
        }
    }
}
