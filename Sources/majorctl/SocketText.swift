import MajorAPI
import Routing
import Time
import Wording

/// When PBXs asked last, as `majorctl status` tells it.
enum SocketText {
    /// `PBXs asked last: pbx at 10:31 (2 min ago), fastagi never since the start`; nil where majord does not tell.
    ///
    /// - Parameter zone: The service's zone, where the reader's clock shows other times.
    static func line(_ status: RosterAPI.Status.Reply, _ language: Language = .en, zone: String? = nil) -> String? {
        let sockets = (status.sockets ?? []).filter { $0.socket != "control" }
        guard !sockets.isEmpty, let now = LocalDateTime(rfc3339: status.now) else { return nil }
        let parts = sockets.map { socket in
            guard let asked = socket.lastQuestion.flatMap({ LocalDateTime(rfc3339: $0) }) else {
                return language.said(
                    en: "\(socket.socket) never since the start", nl: "\(socket.socket) nog niet sinds de start")
            }
            let seconds = max(now.instant.since(asked.instant).wholeSeconds, 0)
            let time = TimeWords(language, now: now, zone: zone).zoned(asked.time.description)
            let age = DurationWords(language).age(seconds: seconds)
            return language.said(
                en: "\(socket.socket) at \(time) (\(age) ago)", nl: "\(socket.socket) om \(time) (\(age) geleden)")
        }
        let all = parts.joined(separator: ", ")
        return language.said(en: "PBXs asked last: \(all)", nl: "Centrales vroegen het laatst: \(all)")
    }
}
