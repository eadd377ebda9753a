/// What a listener grants its peers.
package struct VarlinkLimits: Sendable {
    /// Connections at one time of all users but the privileged one.
    package var connections = 256
    /// Connections at one time of one user id.
    package var connectionsPerUser = 64
    /// The user id that has connections of its own, whatever the others have: root's. Nil for none.
    package var privilegedUser: UInt32? = 0
    /// Connections at one time of the privileged user.
    package var privilegedConnections = 64
    /// How long a connection without a call under way may take to send a whole one.
    package var idleTimeout: Duration = .seconds(300)
    /// How long a peer may take to read one reply.
    package var writeTimeout: Duration = .seconds(10)
    /// How long calls under way may take to finish after `shutdown()`.
    package var shutdownGrace: Duration = .seconds(3)
    /// The longest message that is taken, in bytes without the NUL byte.
    package var messageLength = FrameDecoder.callLimit

    package init() {}
}

/// What a listener tells about its peers, for the log and the counters. Told on an event loop: do not block.
package enum VarlinkEvent: Sendable, Equatable {
    /// A new connection was closed at once. The peer is nil when the kernel would not name it.
    case refused(peer: PeerCredentials?, Refusal)
    /// A connection was closed for what its peer did or did not do.
    case dropped(peer: PeerCredentials, Cause)

    package enum Refusal: Sendable, Equatable {
        case tooManyConnections
        case tooManyOfUser
        case unknownPeer
        case shuttingDown
    }

    package enum Cause: Sendable, Equatable {
        /// No whole call within the idle timeout.
        case idle
        /// A reply was not read within the write timeout.
        case slow
        case badMessage(MessageError)
    }
}
