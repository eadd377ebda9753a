package import Routing

/// What the journal is to be told of a FastAGI dialogue.
package struct DialogueIncident: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        /// The call was decided, and the PBX did not take the answer to its end.
        case notTaken(Cause)
        /// The dialogue ended before anything was decided or done.
        case broken(Cause)
        /// What was asked for takes the token.
        case denied(hasToken: Bool)
        /// What was asked for is none of majord's scripts.
        case unknownScript
    }

    /// How a dialogue ended before its end.
    package enum Cause: Equatable, Sendable {
        /// The peer closed the connection, as Asterisk may when the caller hangs up.
        case closed
        /// The peer was silent until the time was up.
        case silent
        /// Asterisk did not carry out a command.
        case refused
        case malformed(String)

        package var text: String {
            switch self {
            case .closed: "it closed the connection"
            case .silent: "it did not answer in time"
            case .refused: "it refused a command"
            case .malformed(let text): text
            }
        }
    }

    package let kind: Kind
    /// The script that was asked for; what stands behind a question mark is left out.
    package let script: String
    /// Empty where none was told.
    package let callID: String
    /// The call's decision, where there is one.
    package let decision: DecisionID?
    /// The peer's address; nil where it is not known any more.
    package var peer: String?
}

extension PBXListener {
    /// Told on the loop's thread, as often as it happens.
    package typealias IncidentReport = @Sendable (DialogueIncident) -> Void
}
