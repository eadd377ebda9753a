package import PBXProtocol

/// The channel variables that a dial plan gets; each name has `MAJOR_` before it.
package enum AGIVariable: String, Sendable {
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
    case `for` = "FOR"
    case display = "DISPLAY"
    case displays = "DISPLAYS"
    case accepted = "ACCEPTED"
    case state = "STATE"
    case sentence = "SENTENCE"
    /// Why there is no answer, in words for the dial plan's log.
    case error = "ERROR"

    /// The variable that a dial plan tests behind a command. It is cleared first and set last, so that a dialogue which breaks midway
    /// leaves it empty: never an action with the extension of another call or attempt.
    package static func tested(behind kind: PBXCommand.Kind) -> AGIVariable {
        switch kind {
        case .question: .action
        case .report: .accepted
        case .wish: .state
        }
    }

    /// What a decision sets beside the action, in the order in which it is set; all of them, so that nothing of an earlier answer stays.
    package static let ofDecision: [AGIVariable] = [
        .extension, .targets, .ring, .agent, .role, .client, .clientName, .contact, .case, .reason, .decision, .for,
        .display, .displays,
    ]
}

extension PBXCommand {
    /// Whether a dial plan can have it done over AGI, whose variables hold more than the first extension.
    package static let overAGI = allCases.filter { $0 != .extension }

    /// The command that an AGI program is asked for by this name; nil for any other.
    package init?(script name: String) {
        guard let command = Self.overAGI.first(where: { $0.rawValue == name }) else { return nil }
        self = command
    }
}

/// The variables where majord has no answer: the call goes to the dial plan's own overflow, and whatever it meant, what it tests says no.
package struct AGIUndecided: Sendable {
    /// In the order in which they are set, without the one that is tested.
    package let values: [(AGIVariable, String)]
    /// What is tested, which is set last.
    package let tested: (AGIVariable, String)

    /// - Parameters:
    ///   - kind: What was asked; nil where that is nothing majord can be asked.
    ///   - reason: `majord-away` or `majord-refused`.
    ///   - sentence: For a display.
    ///   - state: The word for it.
    package init(_ kind: PBXCommand.Kind?, reason: String, sentence: String, state: String) {
        let noDecision = AGIVariable.ofDecision.map { ($0, $0 == .reason ? reason : "") }
        switch kind {
        case .question: (values, tested) = (noDecision, (.action, "overflow"))
        case .report: (values, tested) = ([], (.accepted, ""))
        case .wish: (values, tested) = ([(.sentence, sentence)], (.state, state))
        case nil:
            values = [(.accepted, ""), (.sentence, sentence), (.state, state)] + noDecision
            tested = (.action, "overflow")
        }
    }
}
