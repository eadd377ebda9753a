import CSystemd
import Glibc

/// Tells the service manager how the service is, through the socket that `$NOTIFY_SOCKET` names.
///
/// Without `$NOTIFY_SOCKET` (started by hand) every call does nothing. Each call sends one datagram, and none ever waits: what a busy
/// manager does not take is sent before the next one.
package struct ServiceNotifier: Sendable {
    private let socket: NotifySocket?

    package init() {
        socket = getenv("NOTIFY_SOCKET").flatMap { NotifySocket(name: String(cString: $0)) }
    }

    /// Start-up or a reload is complete.
    @discardableResult
    package func ready(status: String? = nil) -> Bool {
        send(.ready, status)
    }

    /// A reload begins now. ``ready(status:)`` ends it, whether or not the reload was accepted.
    @discardableResult
    package func reloading(status: String? = nil) -> Bool {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let microseconds = UInt64(clamping: now.tv_sec) &* 1_000_000 &+ UInt64(clamping: now.tv_nsec) / 1_000
        return send(.reloading(monotonicMicroseconds: microseconds), status)
    }

    /// The service is ending.
    @discardableResult
    package func stopping(status: String? = nil) -> Bool {
        send(.stopping, status)
    }

    /// Shows `text` in `systemctl status`. Control characters become spaces; at most ``ServiceMessage/statusLimit`` bytes are kept.
    @discardableResult
    package func status(_ text: String) -> Bool {
        send([.status(text)])
    }

    /// The service is alive.
    @discardableResult
    package func watchdog() -> Bool {
        send([.watchdog])
    }

    /// Sends `messages` as one datagram.
    ///
    /// - Returns: whether a service manager was told by now; false without `$NOTIFY_SOCKET` or when it does not listen, which is
    ///   no reason to stop a service.
    @discardableResult
    package func send(_ messages: [ServiceMessage]) -> Bool {
        socket?.send(messages) ?? false
    }

    /// How long the service manager waits for ``watchdog()`` before it restarts the service; nil when it does not watch.
    /// Half of it is the interval to keep (sd_watchdog_enabled(3)).
    package var watchdogTimeout: Duration? {
        var microseconds: UInt64 = 0
        guard sd_watchdog_enabled(0, &microseconds) > 0 else { return nil }
        return .microseconds(Int64(clamping: microseconds))
    }

    private func send(_ message: ServiceMessage, _ status: String?) -> Bool {
        send(status.map { [message, .status($0)] } ?? [message])
    }
}
