import Foundation
import Glibc
import HTTPTypes
import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import NIOPosix
package import Time
import Wording

/// The office's pages over HTTP: who asks is found out, the page is made, and its answer says what a browser may do with it.
package struct WebServer: Sendable {
    let office: Office
    let templates: Templates
    let hub: LiveHub
    let address: ListenAddress
    /// The Unix users whose word counts for who looks.
    let proxies: Set<UInt32>
    /// How many connections there may be at one time; more wait until one ends.
    let connections: Int
    let now: @Sendable () -> Instant
    let tokens = FormToken()
    let logger: Logger
    let guests: GuestLog

    package init(
        office: Office, templates: Templates, address: ListenAddress, proxies: Set<UInt32>, connections: Int,
        logger: Logger,
        now: @escaping @Sendable () -> Instant
    ) {
        self.office = office
        self.templates = templates
        self.address = address
        self.proxies = proxies
        self.connections = connections
        self.logger = logger
        guests = GuestLog(logger)
        self.now = now
        hub = LiveHub(socket: office.socket, templates: templates, now: now)
    }

    /// Serves until the process is told to end.
    package func run() async throws {
        var configuration = ApplicationConfiguration(
            serverName: "majord-web", backlog: 4_096,
            availableConnectionsDelegate: MaximumAvailableConnections(connections))
        switch address {
        case .loopback(let host, let port): configuration.address = .hostname(host, port: port)
        case .socket(let path):
            Self.removeOld(path)
            configuration.address = .unixDomainSocket(path: path)
        }
        let application = Application(
            router: router, server: .http1(configuration: Self.limits), configuration: configuration,
            onServerRunning: { [address, logger] _ in
                // Who may connect does not matter: whose word counts is looked at for each connection.
                if case .socket(let path) = address { chmod(path, 0o666) }
                logger.notice("Pages are served on \(address)")
            }, logger: logger)
        try await application.runService()
    }

    /// What a connection may cost: headers as browsers send them, and no end of waiting for a question.
    private static var limits: HTTP1Channel.Configuration {
        var limits = HTTP1Channel.Configuration(idleTimeout: .seconds(75))
        limits.httpDecoder = .init(maxHeaderFieldSize: 16_384, maxHeaderListSize: 32_768, maxHeaderFieldCount: 100)
        return limits
    }

    /// What an earlier one has left; nothing that is no socket.
    private static func removeOld(_ path: String) {
        let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        if type == .typeSocket { unlink(path) }
    }

    var router: Router<WebContext> {
        // A browser, or a proxy that looks whether all is well, may ask for heads alone.
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: ResponseHeaders())
        router.get("/style.css") { _, _ in Self.file(Array(PageStyles.text.utf8), "text/css; charset=utf-8") }
        router.get("/live.js") { _, _ in Self.file(Templates.script, "text/javascript; charset=utf-8") }
        router.get("/print.js") { _, _ in Self.file(Templates.printScript, "text/javascript; charset=utf-8") }
        router.get("/icon.svg") { _, _ in Self.file(Templates.icon, "image/svg+xml") }
        router.get("/events") { request, context in try await events(request, context) }
        page(router, "/", nowPage)
        page(router, "/coverage", { visit throws(AskingError) in try await coverage(visit) })
        router.get("/coverage/:id") { request, context in
            let id = context.parameters.get("id")?.removingPercentEncoding ?? ""
            return await answer(request, context) { visit throws(AskingError) in try await coverage(visit, of: id) }
        }
        page(router, "/clients", clients)
        router.get("/clients/:id") { request, context in
            let id = context.parameters.get("id")?.removingPercentEncoding ?? ""
            return await answer(request, context) { visit throws(AskingError) in try await client(visit, id) }
        }
        page(router, "/me", { visit throws(AskingError) in try await me(visit, notice: nil) })
        page(router, "/manage", { visit throws(AskingError) in try await manage(visit, notice: nil) })
        page(router, "/reports", reports)
        router.get("/reports.csv") { request, context in await reportFile(request, context) }
        router.get("/feeds/:name") { request, context in
            await feed(context.parameters.get("name") ?? "", request, context)
        }
        addForms(to: router)
        router.get("/**") { request, context in
            await answer(request, context) { visit in mistake(.notFound, visit.context) }
        }
        return router
    }

    private func page(
        _ router: Router<WebContext>, _ path: RouterPath,
        _ body: @escaping @Sendable (Visit) async throws(AskingError) -> PageAnswer
    ) {
        router.get(path) { request, context in await answer(request, context, body) }
    }

    private static func file(_ bytes: [UInt8], _ type: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "max-age=300"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
