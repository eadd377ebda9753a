import Glibc

/// Why the passed sockets cannot be used. The description is for people: it names the socket and the cure.
package enum PassedSocketError: Error, Equatable, CustomStringConvertible {
    case unknownName(String, known: [String])
    case notListening(PassedSocket)
    /// It is no Unix socket, or none of TCP where those are served as well.
    case otherKind(PassedSocket)
    /// sd_listen_fds_with_names(3) failed with this errno.
    case unreadable(code: Int32)

    package var description: String {
        switch self {
        case .unknownName(let name, let known):
            """
            A socket named "\(name)" was passed, but only \(known.joined(separator: ", ")) are known: \
            set FileDescriptorName= in its socket unit to one of them.
            """
        case .notListening(let socket):
            """
            The passed socket "\(socket.name)" (descriptor \(socket.descriptor)) is not a listening stream socket: \
            its socket unit needs ListenStream= and Accept=no.
            """
        case .otherKind(let socket):
            """
            The passed socket "\(socket.name)" (descriptor \(socket.descriptor)) is of a kind that is not served under this name: \
            its socket unit needs a path as ListenStream=.
            """
        case .unreadable(let code):
            """
            The passed sockets cannot be read (\(String(cString: strerror(code)))): \
            start the service by its socket units, or without LISTEN_FDS in the environment.
            """
        }
    }
}
