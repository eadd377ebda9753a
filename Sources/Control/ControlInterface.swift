package import Logging
import MajorAPI
package import Monitoring
import Routing
package import Sockets
package import Switchboard
package import Time
package import Varlink

/// What the control socket offers: each method looks who asks, and goes to the switchboard.
package struct ControlInterface: Sendable {
    let switchboard: Switchboard
    let groups: Groups
    /// Who a peer is, by the kernel and the user database.
    private let known: @Sendable (PeerCredentials) async -> Requester
    let logger: Logger
    /// How often refusals are logged.
    let denials: MessageLimit
    /// The daemon's, as people write it.
    let version: String
    /// Where the ledger is; nil where it is in no folder.
    let state: String?
    let now: @Sendable () -> Instant
    /// When it was made, with the daemon's start.
    let started: Instant
    /// What the service has done and how it stands.
    let metrics: @Sendable () async -> [Metric]
    /// How the daemon's sockets stand.
    let sockets: @Sendable () async -> [SocketStanding]
    let replays = OneAtATime()

    package init(
        switchboard: Switchboard, groups: Groups,
        identify: @escaping @Sendable (PeerCredentials) async -> Requester, logger: Logger, denials: MessageLimit,
        version: String, state: String? = nil,
        now: @escaping @Sendable () -> Instant, metrics: @escaping @Sendable () async -> [Metric],
        sockets: @escaping @Sendable () async -> [SocketStanding]
    ) {
        self.switchboard = switchboard
        self.groups = groups
        known = identify
        self.logger = logger
        self.denials = denials
        self.version = version
        self.state = state
        self.now = now
        started = now()
        self.metrics = metrics
        self.sockets = sockets
    }

    package var service: VarlinkService {
        VarlinkService(
            vendor: "majord", product: "majord", version: version, url: "https://majord.example/",
            interfaces: [
                RoutingAPI.interface(self), RosterAPI.interface(self), DirectoryAPI.interface(self),
                ReportsAPI.interface(self), NumbersAPI.interface(self), CalendarAPI.interface(self),
                CasesAPI.interface(self), CallsAPI.interface(self), EventsAPI.interface(self),
                LedgerAPI.interface(self),
            ], denial: denial)
    }

    /// Who asks, as far as rights go: the peer, or for whom it speaks. Whom the directory names as a manager is one.
    func identify(_ peer: PeerCredentials) async -> Requester {
        let (asker, directory) = (await known(peer), switchboard.table.directory)
        return peer.speaksFor.map { asker.speaking(for: $0, in: directory) } ?? asker.recognised(by: directory)
    }

    /// Whether a peer may send calls that are longer than those of others, as a calendar is: whoever may have one read.
    @Sendable package func maySendLong(_ peer: PeerCredentials) async -> Bool {
        await identify(peer).mayImportLeave(switchboard.table)
    }

    /// Refuses with the rule that was broken, and leaves a trace of it in the journal.
    func denied<Request: VarlinkRequest>(
        _ right: Right, _ requester: Requester, _ caller: VarlinkCaller<Request>
    ) -> Request.Failure {
        Request.Failure(denied(right, requester, method: Request.method))
    }

    func denied(_ right: Right, _ requester: Requester, method: String) -> VarlinkError {
        let rule = right.rule(admin: groups.admin, pbx: groups.pbx)
        if let leftOut = denials.pass(requester.uid ?? .max, at: now()) {
            logger.report(
                .denied,
                "\(requester.user) may not call \(method): \(rule)" + MessageLimit.addition(leftOut),
                [
                    "uid": "\(requester.uid.map(String.init) ?? "unknown")", "method": "\(method)",
                    "right": "\(right.rawValue)",
                ])
        }
        return Denial(
            right: right.rawValue, rule: rule, groups: right.groups(admin: groups.admin, pbx: groups.pbx)
        ).error
    }
}

extension VarlinkFailure {
    /// Reads an instant of a request.
    static func instant(_ text: String?, parameter: String) throws(Self) -> Instant? {
        guard let text else { return nil }
        return try instant(text, parameter: parameter) as Instant
    }

    static func instant(_ text: String, parameter: String) throws(Self) -> Instant {
        guard let read = LocalDateTime(rfc3339: text) else { throw .invalidParameter(parameter) }
        return read.instant
    }
}
