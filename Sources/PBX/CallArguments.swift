import Routing

/// Why an argument of a report or a wish cannot be read.
enum CallArgumentError: Error, Equatable {
    case unknownStatus(String)
    case badExtension(String)
    /// A report that says of no call, or of one whose id no ledger keeps: empty, or with a NUL.
    case badCallID
    case unknownWish(String)
    /// Nil: there is none.
    case badDuration(String?)
    /// A duration behind a wish that takes none.
    case needlessDuration(String)

    var text: String {
        switch self {
        case .unknownStatus(let text):
            "unknown status '\(text.prefix(64))': a DIALSTATUS such as NOANSWER or BUSY, or a SIP status is meant"
        case .badCallID: "a report needs the call's id, as it was asked about"
        case .badExtension(let text): "extension '\(text.prefix(64))' is not 1 to 15 digits"
        case .unknownWish(let text): "unknown wish '\(text.prefix(64))': status, sick, back, pause or free is meant"
        case .badDuration(nil): "pause takes a duration such as 45m, 2h or 1h30m"
        case .badDuration(let text?): "duration '\(text.prefix(64))' is not 1m to 24h, such as 45m, 2h or 1h30m"
        case .needlessDuration(let wish): "\(wish.prefix(64)) takes no duration"
        }
    }
}

extension DialStatus {
    init(argument text: String) throws(CallArgumentError) {
        guard let status = DialStatus(text) else { throw .unknownStatus(text) }
        self = status
    }

    /// How a call ended. Empty is what a hangup handler has for a caller who has gone before anybody was dialled.
    init(ended text: String) throws(CallArgumentError) {
        self = text.isEmpty ? .cancelled : try DialStatus(argument: text)
    }
}

/// What a PBX reports of a call, by the name that every way to report it has.
enum CallReport: String {
    case ringing, answered, up, released, ended
}

extension CallEvent {
    /// - Parameters:
    ///   - callID: As it was asked about.
    ///   - argument: The extension, or how the call ended; nothing for `UP`.
    init(_ report: CallReport, callID: String, argument: String) throws(CallArgumentError) {
        guard !callID.isEmpty, !callID.utf8.contains(0) else { throw .badCallID }
        switch report {
        case .ringing: self.init(callID: callID, kind: .ringing(try Extension(argument: argument)))
        case .answered: self.init(callID: callID, kind: .answered(try Extension(argument: argument)))
        case .up: self.init(callID: callID, kind: .up)
        case .released: self.init(callID: callID, kind: .released(try Extension(argument: argument)))
        case .ended: self.init(callID: callID, kind: .ended(try DialStatus(ended: argument)))
        }
    }
}

extension Extension {
    init(argument text: String) throws(CallArgumentError) {
        guard let phone = Extension(text) else { throw .badExtension(text) }
        self = phone
    }
}

extension DeskPhoneRequest {
    /// - Parameters:
    ///   - phone: Digits.
    ///   - wish: `status`, `sick`, `back`, `pause` or `free`, in any case.
    ///   - duration: For `pause` alone: `45m`, `2h`, `1h30m`; 1 minute to 24 hours.
    init(phone: String, wish: String, duration: String?) throws(CallArgumentError) {
        self.init(
            phone: try Extension(argument: phone), wish: try DeskPhoneRequest.Wish(argument: wish, duration: duration))
    }
}

extension DeskPhoneRequest.Wish {
    fileprivate init(argument text: String, duration: String?) throws(CallArgumentError) {
        let wish = text.lowercased()
        switch wish {
        case "status": self = .status
        case "sick": self = .sick
        case "back": self = .back
        case "free": self = .free
        case "pause":
            guard let duration, let length = Milliseconds(pause: duration) else { throw .badDuration(duration) }
            self = .pause(length)
        default: throw .unknownWish(text)
        }
        if duration != nil, wish != "pause" { throw .needlessDuration(wish) }
    }
}

extension Milliseconds {
    /// `45m`, `2h` or `1h30m`, of 1 minute to 24 hours; nil for anything else.
    fileprivate init?(pause text: String) {
        var rest = Substring(text.lowercased())
        var minutes = 0
        for (unit, length) in [("h" as Character, 60), ("m", 1)] {
            guard let end = rest.firstIndex(of: unit) else { continue }
            let digits = rest[..<end].utf8
            guard (1...4).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }),
                let count = Int(rest[..<end])
            else { return nil }
            minutes += count * length
            rest = rest[rest.index(after: end)...]
        }
        guard rest.isEmpty, (1...1_440).contains(minutes) else { return nil }
        self = .minutes(minutes)
    }
}
