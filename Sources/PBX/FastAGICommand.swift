import Routing

/// One command to Asterisk.
enum FastAGICommand: Equatable, Sendable {
    /// Sets a channel variable, `MAJOR_` and this name, to a text.
    case set(FastAGIVariable, String)
    /// Has Asterisk say a text on its console.
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
}

extension [FastAGICommand] {
    /// The commands for a decision.
    static func route(_ call: RoutedCall) -> [FastAGICommand] {
        let decision = call.decision
        let first = decision.targets.first
        return decided(
            [
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
            ], tested: .action, decision.action.rawValue)
    }

    /// The commands for what the desk has answered.
    static func answer(_ answer: DeskAnswer, to script: FastAGIScript?) -> [FastAGICommand] {
        switch answer {
        case .accepted: decided([], tested: .accepted, "1")
        case .deskPhone(let answer): decided([.set(.sentence, answer.sentence)], tested: .state, answer.state)
        case .late: undecided(DeskAnswer.lateText, of: script, state: "unknown")
        }
    }

    /// The commands where a question is not looked at.
    static func refusal(_ text: String, of script: FastAGIScript?) -> [FastAGICommand] {
        undecided(text, of: script, state: "refused")
    }

    /// Without an answer the reason goes to the console, and the dial plan is told not to count on one.
    private static func undecided(_ text: String, of script: FastAGIScript?, state: String) -> [FastAGICommand] {
        let message = FastAGICommand.verbose("majord: \(text)")
        switch script {
        // The call goes to the dial plan's own overflow: no extension of an earlier answer may be left.
        case nil, .route, .next:
            let variables: [FastAGIVariable] = [
                .extension, .targets, .ring, .agent, .role, .client, .clientName, .contact, .case, .decision,
            ]
            let cleared = variables.map { FastAGICommand.set($0, "") }
            return decided(cleared + [.set(.reason, "majord-refused"), message], tested: .action, "overflow")
        case .ringing, .answered, .ended: return [.set(.accepted, ""), message]
        case .agent: return decided([.set(.sentence, text), message], tested: .state, state)
        }
    }

    /// The variable that a dial plan tests is cleared first and set last, so that a dialogue which breaks midway leaves it empty:
    /// never an action with the extension of another call or attempt.
    private static func decided(
        _ commands: [FastAGICommand], tested variable: FastAGIVariable, _ value: String
    ) -> [FastAGICommand] {
        [.set(variable, "")] + commands + [.set(variable, value)]
    }
}

extension ReplyCursor {
    /// The most bytes of a value: Asterisk before 12 took 2,048 a line, and quoting may double them.
    private static var valueLimit: Int { 900 }

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
            literal(" 1")
        }
        byte(UInt8(ascii: "\n"))
    }

    /// A text in quotes. Quotes and backslashes in it are escaped, line ends and other control characters become blanks; what is too
    /// long is cut between two characters.
    private mutating func quoted(_ text: String) {
        byte(UInt8(ascii: "\""))
        var count = 0
        for scalar in text.unicodeScalars {
            count &+= UTF8.width(scalar)
            guard count <= Self.valueLimit else { break }
            if scalar == "\"" || scalar == "\\" { byte(UInt8(ascii: "\\")) }
            if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
                byte(UInt8(ascii: " "))
            } else {
                for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { byte(unit) }
            }
        }
        byte(UInt8(ascii: "\""))
    }
}
