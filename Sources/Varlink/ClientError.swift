import Glibc
package import Sockets

/// Why a call from a `VarlinkClient` has no answer.
package enum VarlinkClientError: Error, Equatable {
    /// There is no way to a service at this path: ENOENT when there is no socket, EACCES when the user may not connect,
    /// ECONNREFUSED when nobody listens.
    case cannotConnect(path: String, SystemError)
    /// The service closed the connection before its reply, or an earlier failure had already ended it.
    case serverClosed
    /// The call is longer than a service takes, in bytes, at least of this peer; it was not run.
    case callTooLong(Int, limit: Int)
    /// No whole reply came within the timeout.
    case timedOut
    /// Sending or receiving failed.
    case connectionFailed(SystemError)
    /// The service answered with this error.
    case remote(VarlinkError)
    /// The service's message is not Varlink's.
    case badReply(MessageError)
}

extension VarlinkClientError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .cannotConnect(let path, let error):
            switch error.code {
            case ENOENT: "there is no socket at \(path); is the service running?"
            case ECONNREFUSED: "nobody listens at \(path); is the service running?"
            case EACCES: "you may not connect to \(path); its permissions say who may"
            default: "cannot connect to \(path): \(error)"
            }
        case .serverClosed: "the service closed the connection without an answer"
        case .callTooLong(let length, let limit):
            "the call has \(length) bytes, and the service takes \(limit) at the most; give it less at one time"
        case .timedOut: "the service did not answer in time"
        case .connectionFailed(let error): "the connection to the service failed: \(error)"
        case .remote(let error): "the service answered with \(error)"
        case .badReply(let error): "the service's answer cannot be read: \(error)"
        }
    }
}
