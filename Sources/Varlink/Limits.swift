package import Sockets

/// What a listener grants its peers.
package struct VarlinkLimits: Sendable {
    /// Connections at one time. Root has its own, whatever the others have.
    package var admission = AdmissionLimits(connections: 256, connectionsPerPeer: 64, root: .apart(64))
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
    /// The same of those who may send long ones.
    package var longMessageLength = FrameDecoder.longCallLimit
    /// How many long messages are taken in and answered at one time; others wait.
    package var longMessages = 2

    package init() {}
}

/// A connection that a listener closed for what its peer did or did not do, for the log. Told on an event loop: do not block.
package struct DroppedConnection: Sendable, Equatable {
    package enum Cause: Sendable, Equatable {
        /// No whole call within the request timeout.
        case unfinished
        /// No further call within the idle timeout.
        case idle
        /// A reply was not read within the write timeout.
        case slow
        case badMessage(MessageError)
    }

    package let peer: PeerCredentials
    package let cause: Cause
}

extension DroppedConnection.Cause: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unfinished: "its peer took too long to send a whole call"
        case .idle: "its peer has called nothing for too long"
        case .slow: "its peer took too long to read a reply"
        case .badMessage(let error): "\(error)"
        }
    }
}
