import Glibc
import HTTPTypes
import Hummingbird
import NIOCore

/// Who asks, as far as a connection and its headers tell; majord says who that is.
package enum Asker: Sendable, Equatable {
    /// Whoever reads over loopback, and whom a proxy names nobody.
    case nobody
    case user(String)
    /// The peer is no proxy that is believed, or what it says cannot be a name.
    case refused

    package static let header = "X-Remote-User"
    /// Longer than any name.
    private static let longest = 256

    /// - Parameters:
    ///   - peer: The Unix user at the other end of the socket; nil over loopback, where the header means nothing.
    ///   - proxies: Whose word counts.
    package init(peer: UInt32?, proxies: Set<UInt32>, isSocket: Bool, names: [String]) {
        guard isSocket else {
            self = .nobody
            return
        }
        guard let peer, proxies.contains(peer), names.count <= 1 else {
            self = .refused
            return
        }
        guard let name = names.first, !name.isEmpty else {
            self = .nobody
            return
        }
        let isName =
            name.utf8.count <= Self.longest
            && !name.unicodeScalars.contains { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
        self = isName ? .user(name) : .refused
    }
}

/// The Unix user at the other end of a connection (unix(7), SO_PEERCRED).
enum SocketPeer {
    private struct Credentials {
        var process: Int32 = 0
        var user: UInt32 = .max
        var group: UInt32 = .max
    }

    static func user(of channel: any Channel) async -> UInt32? {
        guard let provider = channel as? any SocketOptionProvider else { return nil }
        let read: EventLoopFuture<Credentials> = provider.unsafeGetSocketOption(
            level: NIOBSDSocket.OptionLevel(rawValue: SOL_SOCKET), name: NIOBSDSocket.Option(rawValue: SO_PEERCRED))
        return try? await read.map(\.user).get()
    }
}
