import Logging
import MajorAPI
import Routing
import Switchboard
import Varlink

/// What the control socket offers: each method looks who asks, and goes to the switchboard.
struct ControlInterface: Sendable {
    let switchboard: Switchboard
    let groups: Groups
    let logger: Logger
    /// How often refusals are logged.
    let denials = MessageLimit()
    /// What the service has done and how it stands.
    let figures: @Sendable () -> ReportsAPI.Figures

    var service: VarlinkService {
        VarlinkService(
            vendor: "majord", product: "majord", version: Version.text, url: "https://majord.example/",
            interfaces: [routingInterface, rosterInterface, directoryInterface, reportsInterface])
    }

    /// Refuses, and leaves a trace of it in the journal.
    func denied(_ requester: Requester, _ context: VarlinkContext) -> VarlinkError {
        guard let leftOut = denials.pass(requester.uid, at: systemClock()) else { return .permissionDenied }
        logger.report(
            .denied, "\(requester.user) may not call \(context.call.method)" + MessageLimit.addition(leftOut),
            ["uid": "\(requester.uid)", "method": "\(context.call.method)"])
        return .permissionDenied
    }

    /// Reads an instant of a request.
    func instant(_ text: String?, parameter: String) throws(VarlinkError) -> Instant? {
        guard let text else { return nil }
        guard let read = LocalDateTime(rfc3339: text) else { throw .invalidParameter(parameter) }
        return read.instant
    }
}
