/// Why a command is not done: the same words over every way that carries it.
package enum PBXRefusal: Error, Equatable, Sendable {
    case wrongNumberOfArguments(PBXCommand, isTooMany: Bool)
    /// More bytes than an argument may have.
    case tooLong(PBXArgument)
    /// A caller's or called number of more than 32 bytes without what is around it.
    case numberTooLong(PBXArgument)
    case unknownStatus(String)
    case badExtension(String)
    /// A report that says of no call, or of one whose id no ledger keeps: empty, or with a NUL.
    case badCallID
    case unknownWish(String)
    /// Nil: there is none.
    case badDuration(String?)
    case unknownReachability(String)
    case unknownCaseWish(String)
    /// Seconds that are none, or more than a day.
    case badSeconds(String)
    /// A duration behind a wish that takes none.
    case needlessDuration(String)

    /// How many arguments came: with too many, one of them may have been taken for two.
    package static func count(_ count: Int, of command: PBXCommand) -> PBXRefusal? {
        command.argumentCount.contains(count)
            ? nil : .wrongNumberOfArguments(command, isTooMany: count > command.argumentCount.upperBound)
    }

    /// As a dial plan is told it, in which commas separate arguments.
    package var dialPlanText: String {
        if case .wrongNumberOfArguments(_, isTooMany: true) = self {
            return "\(text): is there a comma in one of them?"
        }
        return text
    }

    package var text: String {
        switch self {
        case .wrongNumberOfArguments(let command, _): "wrong number of arguments for '\(command.rawValue)'"
        case .tooLong(let argument): "\(argument.name) is too long (\(argument.limit) bytes at most)"
        case .numberTooLong(let argument): "\(argument.name) number is too long (32 bytes at most)"
        case .unknownStatus(let text):
            "unknown status '\(text.prefix(64))': a DIALSTATUS such as NOANSWER or BUSY, or a SIP status is meant"
        case .badCallID: "a report needs the call's id, as it was asked about"
        case .badExtension(let text): "extension '\(text.prefix(64))' is not 1 to 15 digits"
        case .unknownWish(let text): "unknown wish '\(text.prefix(64))': status, sick, back, pause or free is meant"
        case .badDuration(nil): "pause takes a duration such as 45m, 2h or 1h30m"
        case .badDuration(let text?): "duration '\(text.prefix(64))' is not 1m to 24h, such as 45m, 2h or 1h30m"
        case .unknownReachability(let text): "'\(text.prefix(64))' is neither reachable nor unreachable"
        case .unknownCaseWish(let text): "unknown wish '\(text.prefix(64))': open or close is meant"
        case .badSeconds(let text): "'\(text.prefix(64))' is no number of seconds from 0 to 86400"
        case .needlessDuration(let wish): "\(wish.prefix(64)) takes no duration"
        }
    }
}
