import CSystemd
import Glibc
package import Sockets

/// A listening stream socket that the service manager opened for this process.
package struct PassedSocket: Sendable, Equatable {
    /// `FileDescriptorName=` of its socket unit.
    package let name: String
    package let descriptor: Int32

    package init(name: String, descriptor: Int32) {
        self.name = name
        self.descriptor = descriptor
    }
}

/// The sockets passed by the service manager (sd_listen_fds(3)), each with a known name, of the kind that goes with it, and found to be
/// listening. Empty when the process was started by hand. One name may stand for several sockets.
package struct PassedSockets: Sendable {
    /// What is served under one name: over Unix sockets alone, where the kernel tells who asks, or over TCP, too.
    package typealias Kinds = [String: Set<SocketAddress.Family>]

    private let sockets: [(name: String, socket: ListeningSocket)]

    /// Takes what was passed: close-on-exec is set, and `$LISTEN_FDS`, `$LISTEN_PID` and `$LISTEN_FDNAMES` are removed, so that
    /// no child takes them for its own. To be called once, before there are other threads.
    ///
    /// - Parameter known: the names that this service has a use for.
    package static func take(known: Kinds) throws(PassedSocketError) -> PassedSockets {
        var names: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        let count = sd_listen_fds_with_names(1, &names)
        guard count >= 0 else { throw .unreadable(code: 0 &- count) }
        defer {
            for index in 0..<Int(count) { free(names?[index]) }
            free(names)
        }
        let passed = (0..<count).map { index in
            let name = names?[Int(index)].map { String(cString: $0) }
            return PassedSocket(name: name ?? "", descriptor: SD_LISTEN_FDS_START + index)
        }
        return try PassedSockets(checking: passed, known: known)
    }

    /// - Throws: the first socket that has an unknown name, is not a listening stream socket, or is of another kind than its name's.
    package init(checking passed: [PassedSocket], known: Kinds) throws(PassedSocketError) {
        var sockets: [(String, ListeningSocket)] = []
        for socket in passed {
            guard let families = known[socket.name] else {
                throw .unknownName(socket.name, known: known.keys.sorted())
            }
            do throws(ListeningSocket.Unusable) {
                sockets.append((socket.name, try ListeningSocket(passed: socket.descriptor, families: families)))
            } catch {
                switch error {
                case .notListening: throw .notListening(socket)
                case .otherFamily: throw .otherKind(socket)
                }
            }
        }
        self.sockets = sockets
    }

    package var isEmpty: Bool { sockets.isEmpty }

    /// Those passed under `name`, in the order of the socket unit.
    package func sockets(named name: String) -> [ListeningSocket] {
        sockets.filter { $0.name == name }.map(\.socket)
    }
}
