package import Routing
import Time

/// A command with its arguments, read.
package enum PBXRequest: Sendable {
    case route(RouteRequest)
    /// As `route`; the answer is the first extension alone.
    case `extension`(RouteRequest)
    case next(callID: String, DialStatus, after: Extension?)
    case report(CallEvent)
    case phone(PhoneReport)
    case wish(DeskPhoneRequest)

    /// Reads a command's arguments, whose bytes were counted as they came (`PBXArgument.limit`): what is no UTF-8 grows by being read.
    package init(_ command: PBXCommand, _ arguments: [String]) throws(PBXRefusal) {
        if let refusal = PBXRefusal.count(arguments.count, of: command) { throw refusal }
        // An optional argument that is empty is none: a dial plan passes a variable that it does not have.
        func optional(_ place: Int) -> String? {
            arguments.count > place && !arguments[place].isEmpty ? arguments[place] : nil
        }
        let isOfCall = command.kind == .report && command != .phone
        if isOfCall, arguments[0].isEmpty || arguments[0].utf8.contains(0) { throw .badCallID }
        func ago(_ place: Int) throws(PBXRefusal) -> Milliseconds {
            guard let text = optional(place) else { return Milliseconds(0) }
            guard let seconds = Int(text), (0...86_400).contains(seconds), text.utf8.allSatisfy({ $0 != 0x2B }) else {
                throw .badSeconds(text)
            }
            return .seconds(seconds)
        }
        func report(_ kind: CallEvent.Kind, ago place: Int) throws(PBXRefusal) -> PBXRequest {
            .report(CallEvent(callID: arguments[0], kind: kind, ago: try ago(place)))
        }
        func phone(_ text: String) throws(PBXRefusal) -> Extension {
            guard let phone = Extension(text) else { throw .badExtension(text) }
            return phone
        }
        func status(_ text: String) throws(PBXRefusal) -> DialStatus {
            guard let status = DialStatus(text) else { throw .unknownStatus(text) }
            return status
        }
        func routed() -> RouteRequest {
            RouteRequest(
                caller: arguments[0], called: arguments[1], callID: arguments[2], diverter: optional(3))
        }
        switch command {
        case .route: self = .route(routed())
        case .extension: self = .extension(routed())
        case .next:
            let tried = try optional(2).map(phone)
            self = .next(callID: arguments[0], try status(arguments[1]), after: tried)
        case .ringing: self = try report(.ringing(try phone(arguments[1])), ago: 2)
        case .answered: self = try report(.answered(try phone(arguments[1])), ago: 2)
        case .released: self = try report(.released(try phone(arguments[1])), ago: 2)
        case .up: self = try report(.up, ago: 1)
        // Empty is what a hangup handler has for a caller who has gone before anybody was dialled.
        case .ended:
            self = try report(.ended(arguments[1].isEmpty ? .cancelled : try status(arguments[1])), ago: 2)
        case .called: self = try report(.called(try phone(arguments[1]), number: arguments[2]), ago: 3)
        case .phone:
            let (phone, isReachable) = (try phone(arguments[0]), try Self.isReachable(arguments[1]))
            self = .phone(PhoneReport(phone: phone, isReachable: isReachable, ago: try ago(2)))
        case .case:
            let wish = try DeskPhoneRequest.Wish(case: arguments[1], reference: optional(2))
            self = .wish(DeskPhoneRequest(phone: try phone(arguments[0]), wish: wish))
        case .agent:
            let wish = try DeskPhoneRequest.Wish(argument: arguments[1], duration: optional(2))
            self = .wish(DeskPhoneRequest(phone: try phone(arguments[0]), wish: wish))
        }
    }
}

extension PBXRequest {
    private static func isReachable(_ text: String) throws(PBXRefusal) -> Bool {
        switch text.lowercased() {
        case "reachable": true
        case "unreachable": false
        default: throw .unknownReachability(text)
        }
    }
}

extension DeskPhoneRequest.Wish {
    /// - Parameters:
    ///   - text: `open` or `close`, in any case.
    ///   - reference: The ticket's name, where there is one.
    fileprivate init(case text: String, reference: String?) throws(PBXRefusal) {
        switch text.lowercased() {
        case "open": self = .openCase(reference: reference)
        case "close": self = .closeCase(reference: reference)
        default: throw .unknownCaseWish(text)
        }
    }

    /// - Parameters:
    ///   - text: `status`, `sick`, `back`, `pause` or `free`, in any case.
    ///   - duration: For `pause` alone: `45m`, `2h`, `1h30m`; 1 minute to 24 hours.
    fileprivate init(argument text: String, duration: String?) throws(PBXRefusal) {
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
        guard let length = PauseLength(text), (60...86_400).contains(length.seconds) else { return nil }
        self = .seconds(length.seconds)
    }
}
