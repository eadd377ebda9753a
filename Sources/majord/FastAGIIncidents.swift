import Logging
import PBX
import Routing
import ShownText
import Switchboard
import Time

/// Tells the journal of dialogues with Asterisk that did not go as they should.
struct FastAGIIncidents: Sendable {
    let logger: Logger
    /// In the order of `report`.
    let limits = [
        MessageLimit(.answerNotTaken, "Answers that a PBX did not take"),
        MessageLimit(.dialogueBroken, "FastAGI dialogues that broke"),
        MessageLimit(.tokenDenied, "FastAGI requests without the right token"),
        MessageLimit(.scriptUnknown, "FastAGI requests for scripts that are none of majord's"),
    ]

    init(logger: Logger) {
        self.logger = logger
    }

    @Sendable func report(_ incident: DialogueIncident) {
        let kind =
            switch incident.kind {
            case .notTaken: 0
            case .broken: 1
            case .denied: 2
            case .unknownScript: 3
            }
        guard let leftOut = limits[kind].pass(0, at: systemClock()) else { return }
        // The journal may be slow, and this is the thread that answers PBXs.
        Task {
            // Decisions are gathered for some milliseconds before they are told: what became of one is to stand behind it.
            if case .notTaken = incident.kind { try? await Task.sleep(for: .milliseconds(100)) }
            tell(incident, MessageLimit.addition(leftOut))
        }
    }

    func tell(_ incident: DialogueIncident, _ addition: String) {
        let peer = incident.peer ?? "a peer that has gone"
        var fields: Logger.Metadata = ["script": "\(incident.script)"]
        if let address = incident.peer { fields["peer"] = "\(address)" }
        if !incident.callID.isEmpty { fields["call"] = "\(incident.callID)" }
        if let decision = incident.decision { fields["decision"] = "\(decision)" }
        switch incident.kind {
        case .notTaken(let cause):
            let call = incident.callID.isEmpty ? "a call without an id" : "call \(incident.callID.shown)"
            // A caller who hangs up ends the dialogue, and that is no fault.
            logger.report(
                .answerNotTaken,
                "The PBX at \(peer) did not take the answer for \(call): \(cause.text). The call did not go where it was decided, unless it was asked about again\(addition)",
                level: cause == .closed ? .notice : .warning, fields)
        case .broken(let cause):
            logger.report(
                .dialogueBroken, "The FastAGI dialogue with \(peer) broke: \(cause.text)\(addition)", fields)
        case .denied(let hasToken):
            logger.report(
                .tokenDenied,
                "\(peer) asked FastAGI for /\(incident.script.shown) \(hasToken ? "with a wrong token" : "without the token"), and was refused\(addition)",
                fields)
        case .unknownScript:
            logger.report(
                .scriptUnknown,
                "\(peer) asked FastAGI for /\(incident.script.prefix(64).shown), which is none of majord's scripts, and was refused\(addition)",
                fields)
        }
    }
}
