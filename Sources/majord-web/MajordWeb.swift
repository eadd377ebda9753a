import ArgumentParser
import Foundation
import Glibc
import Logging
import NIOPosix
import Sockets
import Terminal
import Time
import Web

/// The office's pages, by what was typed behind the program's name.
@main
struct MajordWeb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "majord-web",
        abstract: "Serve the office's pages of majord.",
        discussion: """
            majord-web --listen 127.0.0.1:8080
            majord-web --listen /run/majord-web/web.sock

            Over loopback: counts without names, and nothing to enter. Over a Unix socket: for a proxy that has let in whoever looks, \
            and names him in the header X-Remote-User; majord decides what he sees and may do.
            """,
        version: Version.text)

    @Option(help: "majord's control socket.")
    var socket = "/run/majord/control.sock"

    @Option(help: "Where pages are served: a Unix socket, or a port of loopback.")
    var listen = "127.0.0.1:8080"

    @Option(help: "A Unix user whose word counts for who looks, such as the proxy's; may be given several times.")
    var proxy = ["www-data"]

    func validate() throws {
        guard ListenAddress(listen) != nil else {
            throw ValidationError("--listen takes a path, or a port of loopback such as 127.0.0.1:8080")
        }
    }

    func run() async throws {
        signal(SIGPIPE, SIG_IGN)
        guard let address = ListenAddress(listen) else { throw ExitCode(64) }
        let logger = Logger(label: "majord-web")
        let proxies = proxy.compactMap { name in getpwnam(name).map(\.pointee.pw_uid) }
        if case .socket = address, proxies.isEmpty {
            logger.error("there is no user \(proxy.joined(separator: ", ")) (--proxy), so nobody would be believed")
            throw ExitCode(78)
        }
        let descriptors = DescriptorLimit.raise() ?? 1_024
        let threads = NIOThreadPool(numberOfThreads: 8)
        threads.start()
        let server = WebServer(
            office: Office(socket: socket, threads: threads), templates: try Templates(), address: address,
            proxies: Set(proxies), connections: Self.connections(descriptors), logger: logger
        ) {
            Instant(clamping: Int64(Date().timeIntervalSince1970 * 1_000))
        }
        try await server.run()
    }

    /// How many may look at one time: some descriptors are for asking majord.
    private static func connections(_ descriptors: Int) -> Int { max(min(descriptors - 256, 12_000), 64) }
}
