import MajorAPI
import Routing
import Time

/// When PBXs asked last, as `majorctl status` tells it.
enum SocketText {
    /// `PBXs asked last: pbx at 10:31 (2 min ago), fastagi never since the start`; nil where majord does not tell.
    ///
    /// - Parameter zone: The service's zone, where the reader's clock shows other times.
    static func line(_ status: RosterAPI.Status.Reply, zone: String? = nil) -> String? {
        let sockets = (status.sockets ?? []).filter { $0.socket != "control" }
        guard !sockets.isEmpty, let now = LocalDateTime(rfc3339: status.now) else { return nil }
        let parts = sockets.map { socket in
            guard let asked = socket.lastQuestion.flatMap({ LocalDateTime(rfc3339: $0) }) else {
                return "\(socket.socket) never since the start"
            }
            let seconds = max(now.instant.since(asked.instant).wholeSeconds, 0)
            let time = Wording(now: now, zone: zone).zoned(asked.time.description)
            return "\(socket.socket) at \(time) (\(age(seconds)) ago)"
        }
        return "PBXs asked last: \(parts.joined(separator: ", "))"
    }

    private static func age(_ seconds: Int) -> String {
        switch seconds {
        case ..<120: "\(seconds) s"
        case ..<7_200: "\(seconds / 60) min"
        case ..<172_800: "\(seconds / 3_600) h"
        default: "\(seconds / 86_400) days"
        }
    }
}
