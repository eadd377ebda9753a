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
    /// How long a connection may take to send its first call, and any call that it has begun to send.
    package var requestTimeout: Duration = .seconds(10)
    /// How long a connection may wait between two calls.
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
        /// No whole call within the request timeout.
        case unfinished
        /// No further call within the idle timeout.
        case idle
        /// A reply was not read within the write timeout.
        case slow
        case badMessage(MessageError)
        /// Its user had the most connections, and another came who had fewer.
        case madeRoom
    }
}

extension VarlinkEvent {
    /// Whose connection it was.
    package var peer: PeerCredentials? {
        switch self {
        case .refused(let peer, _): peer
        case .dropped(let peer, _): peer
        }
    }

    /// Whether it befell the peer because a number of connections was reached.
    package var isLimit: Bool {
        switch self {
        case .refused: true
        case .dropped(_, let cause): cause == .madeRoom
        }
    }
}

extension VarlinkEvent: CustomStringConvertible {
    /// What happened to the connection, to go on with after its name.
    package var description: String {
        switch self {
        case .refused(_, let refusal): "was refused: \(refusal)"
        case .dropped(_, let cause): "was closed: \(cause)"
        }
    }
}

extension VarlinkEvent.Refusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tooManyConnections: "there are too many in all"
        case .tooManyOfUser: "there are too many of one user"
        case .unknownPeer: "the kernel does not say whose it is"
        case .shuttingDown: "the service is about to end"
        }
    }
}

extension VarlinkEvent.Cause: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unfinished: "its peer took too long to send a whole call"
        case .idle: "its peer has called nothing for too long"
        case .slow: "its peer took too long to read a reply"
        case .badMessage(let error): "\(error)"
        case .madeRoom: "there are too many in all, and its user has most of them"
        }
    }
}
