/// Where pages are served: to whoever is on this machine, without names, or to a proxy that says who looks.
package enum ListenAddress: Sendable, Equatable {
    case loopback(host: String, port: Int)
    case socket(path: String)

    /// `/run/majord-web/web.sock`, `127.0.0.1:8080`, `[::1]:8080`; nil for anything that others could reach.
    package init?(_ text: String) {
        if text.hasPrefix("/") {
            // sockaddr_un has 108 bytes for it, one of which is its end.
            guard text.utf8.count < 108 else { return nil }
            self = .socket(path: text)
            return
        }
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
            return nil
        }
        let host = String(text[..<colon])
        switch host {
        case "127.0.0.1", "localhost": self = .loopback(host: "127.0.0.1", port: Int(port))
        case "[::1]": self = .loopback(host: "::1", port: Int(port))
        default: return nil
        }
    }
}
