/// Shows that a form was made for a browser of whoever was logged in then: a page elsewhere cannot make one (cross-site request forgery).
///
/// A login has one cookie as long as the program runs. A page that is opened by a link from elsewhere comes without the browser's (`SameSite=Strict`),
/// and gets the same once more, so that forms that are open beside it stay good.
package struct FormToken: Sendable {
    /// With this prefix a browser takes it over TLS from this very host alone.
    package static let cookieName = "__Host-majord"

    private let key: [UInt8]

    /// With a key of its own: what was made before a restart counts no more.
    package init() {
        var generator = SystemRandomNumberGenerator()
        key = (0..<4).flatMap { _ in Self.bytes(generator.next()) }
    }

    init(key: [UInt8]) { self.key = key }

    /// What a login's browsers keep.
    package func cookie(login: String) -> String { code("cookie", login) }

    /// What a login's forms carry.
    package func token(login: String) -> String { code("form", login) }

    package func isValid(_ token: String?, cookie: String?, login: String) -> Bool {
        guard let token, let cookie else { return false }
        let isOfForm = Self.isSame(token, self.token(login: login))
        return Self.isSame(cookie, self.cookie(login: login)) && isOfForm
    }

    private func code(_ use: String, _ login: String) -> String {
        Self.hexadecimal(SHA256.authenticate(Array("\(use)\n\(login)".utf8), key: key))
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
