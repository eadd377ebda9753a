import AGI
import PBXProtocol
import Routing
import Wording

/// One command to Asterisk.
enum FastAGICommand: Equatable, Sendable {
    /// Sets a channel variable, `MAJOR_` and this name, to a text.
    case set(AGIVariable, String)
    /// Has Asterisk say a text on its console, and in its logs that take `verbose`, however quiet Asterisk is (level 0).
    case verbose(String)
    /// Has Asterisk answer with this word, which it does once it has sent its whole header: no caller's name knows it.
    case echo(FastAGIProof)
}

extension FastAGICommand {
    /// The command before all others.
    static func clearing(_ command: PBXCommand?) -> FastAGICommand {
        .set(.tested(behind: command?.kind ?? .question), "")
    }
}

extension [FastAGICommand] {
    /// The commands for a decision, after the first.
    static func route(_ call: RoutedCall) -> [FastAGICommand] {
        let decision = call.decision
        let first = decision.targets.first
        let displays = PhoneDisplays(decision)
        return [
            .set(.extension, first?.phone.description ?? ""),
            .set(.targets, decision.targets.map { "\($0.phone):\($0.ring)" }.joined(separator: ",")),
            .set(.ring, first.map { "\($0.ring)" } ?? ""),
            .set(.agent, first?.agent?.description ?? ""),
            .set(.role, first?.roleWord ?? ""),
            .set(.client, decision.client?.client.id.description ?? ""),
            .set(.clientName, decision.client?.client.name ?? ""),
            .set(.contact, decision.contact?.title ?? ""),
            .set(.case, decision.pinned?.file.reference ?? ""),
            .set(.reason, decision.reason.word),
            .set(.decision, call.id.description),
            .set(.for, decision.insteadOf?.agent.id.description ?? ""),
            .set(.display, displays?.common.text ?? ""),
            .set(.displays, displays?.text ?? ""),
            .set(.action, decision.action.rawValue),
        ]
    }

    /// The commands for what the desk has answered.
    static func answer(_ answer: DeskAnswer, to command: PBXCommand?) -> [FastAGICommand] {
        switch answer {
        case .accepted: [.set(.accepted, "1")]
        case .deskPhone(let answer): [.set(.sentence, answer.sentence), .set(.state, answer.state)]
        case .late: undecided(DeskAnswer.lateText, of: command, state: "unknown")
        }
    }

    /// The commands where a question is not looked at.
    static func refusal(_ text: String, of command: PBXCommand?) -> [FastAGICommand] {
        undecided(text, of: command, state: "refused")
    }

    /// Without an answer the reason goes to the console and to the dial plan, which is told not to count on one.
    private static func undecided(_ text: String, of command: PBXCommand?, state: String) -> [FastAGICommand] {
        let undecided = AGIUndecided(command?.kind, reason: "majord-refused", sentence: text, state: state)
        let told: [FastAGICommand] = [.set(.error, text), .verbose("majord: \(text)")]
        let values = undecided.values.map { FastAGICommand.set($0.0, $0.1) }
        // Nothing was accepted already.
        return values + told + (command?.kind == .report ? [] : [.set(undecided.tested.0, undecided.tested.1)])
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
        case .echo(let proof):
            // Asterisk puts variables into the text, of which there are none.
            literal("GET FULL VARIABLE ")
            text(proof.word)
        }
        byte(UInt8(ascii: "\n"))
    }

    private mutating func quoted(_ text: String) {
        AGIText(text).forEachByte { byte($0) }
    }
}
