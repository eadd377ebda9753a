import MajorAPI
import Time
import Wording

/// How an agent stands, as pages show it: whose phone cannot be reached, or of whom nobody knows whether he is on the phone, never looks available.
struct AgentLook {
    let shape: Shape
    /// In words, which stand beside the shape.
    let text: String

    /// - Parameters:
    ///   - state: In the words of the control interface.
    ///   - isUnreachable: Whether a PBX has told that of his phone.
    ///   - isPBXSilent: Whether no PBX asks, so that nobody knows who is on the phone.
    init(_ state: String, isUnreachable: Bool?, isPBXSilent: Bool, _ language: Language) {
        text = AvailabilityWords(language).state(word: state, isUnreachable: isUnreachable, isPBXSilent: isPBXSilent)
        switch AvailabilityWords.State(word: state, isUnreachable: isUnreachable, isPBXSilent: isPBXSilent) {
        case .unreachable: shape = .unreachable
        case .callsUnknown: shape = .unknown
        default: shape = Shape(state: state)
        }
    }
}

extension RosterAPI.AgentStatus.State {
    /// As colleagues and visitors of the office read it: never why somebody is away.
    var withoutWhy: String {
        switch self {
        case .leave, .sickness, .pause: "away"
        default: word
        }
    }
}

extension RosterAPI.Status.Reply {
    /// Whether no PBX asks: none since majord's start, or none for long where they used to.
    var isPBXSilent: Bool { pbxSilent != nil }
}
