/// Who asks majord for a PBX: the connection that a question or report came by.
package struct PBXPeer: Sendable, Hashable {
    /// The socket, by its name.
    package enum Socket: String, Sendable {
        case pbx, fastagi
    }

    package let socket: Socket
    /// The peer's Unix user, as the kernel noted it when he connected; nil over TCP, where nobody knows.
    package let user: UInt32?
    /// No two connections have the same, as long as the daemon runs.
    package let connection: UInt64

    package init(socket: Socket, user: UInt32?, connection: UInt64) {
        self.socket = socket
        self.user = user
        self.connection = connection
    }
}
