import AGI
import Routing

/// One command to Asterisk.
enum FastAGICommand: Equatable, Sendable {
    /// Sets a channel variable, `MAJOR_` and this name, to a text.
    case set(FastAGIVariable, String)
    /// Has Asterisk say a text on its console, and in its logs that take `verbose`, however quiet Asterisk is (level 0).
    case verbose(String)
}

/// The channel variables that a dial plan gets; each name has `MAJOR_` before it.
enum FastAGIVariable: String, Sendable {
    case action = "ACTION"
    case `extension` = "EXTENSION"
    case targets = "TARGETS"
    case ring = "RING"
    case agent = "AGENT"
    case role = "ROLE"
    case client = "CLIENT"
    case clientName = "CLIENT_NAME"
    case contact = "CONTACT"
    case `case` = "CASE"
    case reason = "REASON"
    case decision = "DECISION"
    case accepted = "ACCEPTED"
    case state = "STATE"
    case sentence = "SENTENCE"
    /// Why there is no answer, in words for the dial plan's log.
    case error = "ERROR"
}

extension FastAGIScript {
    /// The variable that a dial plan tests behind the script. It is cleared first and set last, so that a dialogue which breaks midway
    /// leaves it empty: never an action with the extension of another call or attempt.
    fileprivate var tested: FastAGIVariable {
        switch self {
        case .route, .next: .action
        case .ringing, .answered, .up, .released, .ended: .accepted
        case .agent: .state
        }
    }
}

extension FastAGICommand {
    /// The command before all others.
    static func clearing(_ script: FastAGIScript?) -> FastAGICommand {
        .set((script ?? .route).tested, "")
    }
}

extension [FastAGICommand] {
    /// The commands for a decision, after the first.
    static func route(_ call: RoutedCall) -> [FastAGICommand] {
        let decision = call.decision
        let first = decision.targets.first
        return [
            .set(.extension, first?.phone.description ?? ""),
            .set(.targets, decision.targets.map { "\($0.phone):\($0.ring)" }.joined(separator: ",")),
            .set(.ring, first.map { "\($0.ring)" } ?? ""),
            .set(.agent, first?.agent?.description ?? ""),
            .set(.role, first?.role.rawValue ?? ""),
            .set(.client, decision.client?.client.id.description ?? ""),
            .set(.clientName, decision.client?.client.name ?? ""),
            .set(.contact, decision.contact?.title ?? ""),
            // Cases come with a later issue; the variable has its place.
            .set(.case, ""),
            .set(.reason, decision.reason.rawValue),
            .set(.decision, call.id.description),
            .set(.action, decision.action.rawValue),
        ]
    }

    /// The commands for what the desk has answered.
    static func answer(_ answer: DeskAnswer, to script: FastAGIScript?) -> [FastAGICommand] {
        switch answer {
        case .accepted: [.set(.accepted, "1")]
        case .deskPhone(let answer): [.set(.sentence, answer.sentence), .set(.state, answer.state)]
        case .late: undecided(DeskAnswer.lateText, of: script, state: "unknown")
        }
    }

    /// The commands where a question is not looked at.
    static func refusal(_ text: String, of script: FastAGIScript?) -> [FastAGICommand] {
        undecided(text, of: script, state: "refused")
    }

    /// Without an answer the reason goes to the console and to the dial plan, which is told not to count on one.
    private static func undecided(_ text: String, of script: FastAGIScript?, state: String) -> [FastAGICommand] {
        let told: [FastAGICommand] = [.set(.error, text), .verbose("majord: \(text)")]
        switch script {
        case .route, .next: return overflow(told)
        case .ringing, .answered, .up, .released, .ended: return told
        case .agent: return [.set(.sentence, text)] + told + [.set(.state, state)]
        // Whatever the dial plan meant, what it tests says no.
        case nil: return [.set(.accepted, ""), .set(.sentence, text), .set(.state, state)] + overflow(told)
        }
    }

    /// The call goes to the dial plan's own overflow: no extension of an earlier answer may be left.
    private static func overflow(_ told: [FastAGICommand]) -> [FastAGICommand] {
        let variables: [FastAGIVariable] = [
            .extension, .targets, .ring, .agent, .role, .client, .clientName, .contact, .case, .decision,
        ]
        let cleared = variables.map { FastAGICommand.set($0, "") }
        return cleared + [.set(.reason, "majord-refused")] + told + [.set(.action, "overflow")]
    }
}

extension ReplyCursor {
    mutating func command(_ command: FastAGICommand) {
        switch command {
        case .set(let variable, let value):
            literal("SET VARIABLE MAJOR_")
            text(variable.rawValue)
            byte(UInt8(ascii: " "))
            quoted(value)
        case .verbose(let message):
            literal("VERBOSE ")
            quoted(message)
            literal(" 0")
        }
        byte(UInt8(ascii: "\n"))
    }

    private mutating func quoted(_ text: String) {
        AGIText(text).forEachByte { byte($0) }
    }
}
