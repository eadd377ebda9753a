import Logging
import Sheets

/// Tells whoever keeps the machine of logins that the proxy has let in and majord knows as nobody's, each once for as long as the program runs.
actor GuestLog {
    /// More are not told: a proxy that lets in everybody would fill the log.
    static let most = 200

    private var told: Set<String> = []
    private let logger: Logger

    init(_ logger: Logger) { self.logger = logger }

    /// - Returns: Whether it was told now.
    @discardableResult
    func note(_ login: String) -> Bool {
        guard told.count < Self.most, told.insert(login).inserted else { return false }
        logger.notice(
            "\(Printable.text(login)) is logged in, and no agent, manager or wall of the directory has that login",
            metadata: ["login": "\(Printable.text(login))"])
        return true
    }
}
