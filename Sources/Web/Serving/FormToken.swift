/// Shows that a form was made for the browser that sends it, and for whoever was logged in then: a page elsewhere cannot make one
/// (cross-site request forgery).
package struct FormToken: Sendable {
    /// With this prefix a browser takes it over TLS from this very host alone.
    package static let cookie = "__Host-majord"

    private let key: [UInt8]

    /// With a key of its own: what was made before a restart counts no more.
    package init() {
        var generator = SystemRandomNumberGenerator()
        key = (0..<4).flatMap { _ in Self.bytes(generator.next()) }
    }

    init(key: [UInt8]) { self.key = key }

    /// What a browser keeps.
    package static func newCookie() -> String {
        var generator = SystemRandomNumberGenerator()
        return hexadecimal((0..<2).flatMap { _ in bytes(generator.next()) })
    }

    package func token(cookie: String, login: String) -> String {
        Self.hexadecimal(SHA256.authenticate(Array("\(cookie)\n\(login)".utf8), key: key))
    }

    package func isValid(_ token: String?, cookie: String?, login: String) -> Bool {
        guard let token, let cookie, !cookie.isEmpty else { return false }
        return Self.isSame(token, self.token(cookie: cookie, login: login))
    }

    /// In a time that tells nothing of where they differ.
    static func isSame(_ one: String, _ other: String) -> Bool {
        let (first, second) = (Array(one.utf8), Array(other.utf8))
        guard first.count == second.count else { return false }
        return zip(first, second).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func bytes(_ number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
    }
}
