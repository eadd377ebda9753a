import Glibc
import Sockets

/// majord's socket for PBXs, for one question.
enum AgiPBXSocket {
    /// Why there is no answer, in words for people.
    struct Silence: Error {
        let text: String
        /// Whether majord may have got the question.
        var wasAsked = false
    }

    /// Asks and returns the reply.
    ///
    /// - Parameter deadline: When to give up, over connecting, asking and answering.
    static func ask(
        _ request: AgiRequest, at path: String, until deadline: ContinuousClock.Instant
    ) throws(Silence) -> AgiReply {
        let socket = try asked(request, at: path, until: deadline)
        var bytes: [UInt8] = []
        while true {
            do throws(ClientSocket.Failure) {
                bytes += try socket.receive(until: deadline)
            } catch {
                throw Silence(text: silence(error, at: path), wasAsked: true)
            }
            do {
                if let reply = try AgiReply.read(bytes) { return reply }
            } catch {
                throw Silence(text: "what answers at \(path) is not majord", wasAsked: true)
            }
        }
    }

    /// A connection over which majord has got the question.
    private static func asked(
        _ request: AgiRequest, at path: String, until deadline: ContinuousClock.Instant
    ) throws(Silence) -> ClientSocket {
        do throws(ClientSocket.Failure) {
            let socket = try ClientSocket(path: path, until: deadline)
            try socket.send(request.bytes, until: deadline)
            return socket
        } catch {
            throw Silence(text: "\(path): \(cause(error))")
        }
    }

    /// Why majord could not be asked.
    private static func cause(_ failure: ClientSocket.Failure) -> String {
        switch failure {
        case .timedOut: "majord is too busy to take the connection"
        case .closed: "majord closed the connection"
        case .failed(let error):
            switch error.code {
            case EACCES: "Asterisk's user may not open it; put him into the group majord-pbx"
            case ENOENT, ECONNREFUSED: "majord is not running"
            case ENAMETOOLONG: "the path is too long"
            default: "\(error)"
            }
        }
    }

    /// Why it did not answer.
    private static func silence(_ failure: ClientSocket.Failure, at path: String) -> String {
        switch failure {
        case .timedOut: "majord at \(path) does not answer in time"
        case .closed: "majord at \(path) closed the connection without an answer"
        case .failed(let error): "majord at \(path) cannot be heard: \(error)"
        }
    }
}
