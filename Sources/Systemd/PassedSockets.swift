import CSystemd
import Glibc

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

/// The sockets passed by the service manager (sd_listen_fds(3)), each with a known name and found to be listening.
/// Empty when the process was started by hand. One name may stand for several sockets.
package struct PassedSockets: Sendable, Equatable {
    package let sockets: [PassedSocket]

    /// Takes what was passed: close-on-exec is set, and `$LISTEN_FDS`, `$LISTEN_PID` and `$LISTEN_FDNAMES` are removed, so that
    /// no child takes them for its own. To be called once, before there are other threads.
    ///
    /// - Parameter known: the names that this service has a use for.
    package static func take(known: [String]) throws(PassedSocketError) -> PassedSockets {
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

    /// - Throws: the first socket that has an unknown name, or is not a listening stream socket.
    package init(checking passed: [PassedSocket], known: [String]) throws(PassedSocketError) {
        for socket in passed {
            guard known.contains(socket.name) else { throw .unknownName(socket.name, known: known) }
            guard sd_is_socket(socket.descriptor, AF_UNSPEC, Int32(SOCK_STREAM.rawValue), 1) > 0 else {
                throw .notListening(socket)
            }
        }
        sockets = passed
    }

    /// The descriptors passed under `name`, in the order of the socket unit.
    package func descriptors(named name: String) -> [Int32] {
        sockets.filter { $0.name == name }.map(\.descriptor)
    }
}
