import HTTPTypes
import Hummingbird

/// From where a browser says that it sends a form: one of another site is not even shown again with what stands in it.
enum FormOrigin: Equatable {
    case here, elsewhere
    /// It does not say. Browsers that know no Fetch Metadata name the origin of what other sites send.
    case unsaid

    var mayBeHere: Bool { self != .elsewhere }

    init(_ request: Request) {
        func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { request.headers[$0] } }
        self.init(site: header("Sec-Fetch-Site"), origin: header("Origin"), host: request.head.authority)
    }

    /// - Parameters:
    ///   - site: `Sec-Fetch-Site` (Fetch Metadata Request Headers, W3C).
    ///   - origin: `Origin` (RFC 6454, section 7), such as `https://majord.example.org:8443`, or `null`.
    ///   - host: For whom the request is; a proxy may leave out the port.
    init(site: String?, origin: String?, host: String?) {
        if let site {
            self = site == "same-origin" ? .here : .elsewhere
        } else if let origin {
            let parts = origin.split(separator: "://", maxSplits: 1)
            let isSame = parts.count == 2 && host.map { Self.name($0) == Self.name(String(parts[1])) } == true
            self = isSame ? .here : .elsewhere
        } else {
            self = .unsaid
        }
    }

    /// A host without its port: `majord.example.org`, `[::1]`.
    private static func name(_ host: String) -> String {
        guard !host.hasSuffix("]"), let colon = host.lastIndex(of: ":") else { return host.lowercased() }
        return host[..<colon].lowercased()
    }
}
