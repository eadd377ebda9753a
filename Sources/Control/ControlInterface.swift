package import Logging
package import MajorAPI
import Routing
package import Switchboard
package import Time
package import Varlink

/// What the control socket offers: each method looks who asks, and goes to the switchboard.
package struct ControlInterface: Sendable {
    let switchboard: Switchboard
    let groups: Groups
    let logger: Logger
    /// How often refusals are logged.
    let denials: MessageLimit
    /// The daemon's, as people write it.
    let version: String
    let now: @Sendable () -> Instant
    /// What the service has done and how it stands.
    let figures: @Sendable () async -> ReportsAPI.Figures
    /// How the daemon's sockets stand.
    let sockets: @Sendable () async -> [StatusMessage.SocketStatus]

    package init(
        switchboard: Switchboard, groups: Groups, logger: Logger, denials: MessageLimit, version: String,
        now: @escaping @Sendable () -> Instant, figures: @escaping @Sendable () async -> ReportsAPI.Figures,
        sockets: @escaping @Sendable () async -> [StatusMessage.SocketStatus]
    ) {
        self.switchboard = switchboard
        self.groups = groups
        self.logger = logger
        self.denials = denials
        self.version = version
        self.now = now
        self.figures = figures
        self.sockets = sockets
    }

    package var service: VarlinkService {
        VarlinkService(
            vendor: "majord", product: "majord", version: version, url: "https://majord.example/",
            interfaces: [routingInterface, rosterInterface, directoryInterface, reportsInterface])
    }

    /// Refuses with the rule that was broken, and leaves a trace of it in the journal.
    func denied(_ right: Right, _ requester: Requester, _ context: VarlinkContext) -> VarlinkError {
        let rule = right.rule(admin: groups.admin, pbx: groups.pbx)
        if let leftOut = denials.pass(requester.uid ?? .max, at: now()) {
            logger.report(
                .denied,
                "\(requester.user) may not call \(context.call.method): \(rule)" + MessageLimit.addition(leftOut),
                [
                    "uid": "\(requester.uid.map(String.init) ?? "unknown")", "method": "\(context.call.method)",
                    "right": "\(right.rawValue)",
                ])
        }
        var error = VarlinkError.permissionDenied
        error.parameters = [
            "right": .string(right.rawValue), "rule": .string(rule),
            "groups": .array(right.groups(admin: groups.admin, pbx: groups.pbx).map { .string($0) }),
        ]
        return error
    }

    /// Reads an instant of a request.
    func instant(_ text: String?, parameter: String) throws(VarlinkError) -> Instant? {
        guard let text else { return nil }
        guard let read = LocalDateTime(rfc3339: text) else { throw .invalidParameter(parameter) }
        return read.instant
    }
}
