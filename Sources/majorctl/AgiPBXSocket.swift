import Glibc

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
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw failed(path) }
        defer { close(descriptor) }
        // A full backlog holds connect(2) for as long as sending may take (unix(7)).
        var limit = timeval(tv_sec: 0, tv_usec: suseconds_t(max(deadline.millisecondsLeft, 1)) * 1000)
        guard setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout.size(ofValue: limit))) == 0
        else { throw failed(path) }
        try connect(descriptor, path)
        let bytes = request.bytes
        guard send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            throw failed(path)
        }
        do throws(Silence) {
            return try reply(descriptor, path, until: deadline)
        } catch {
            throw Silence(text: error.text, wasAsked: true)
        }
    }

    private static func connect(_ descriptor: Int32, _ path: String) throws(Silence) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let fits = withUnsafeMutableBytes(of: &address.sun_path) { place in
            guard path.utf8.count < place.count else { return false }
            place.copyBytes(from: path.utf8)
            return true
        }
        guard fits else { throw Silence(text: "the socket's path is too long: \(path)") }
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else { throw failed(path) }
    }

    private static func reply(
        _ descriptor: Int32, _ path: String, until deadline: ContinuousClock.Instant
    ) throws(Silence) -> AgiReply {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            guard AgiProgram.isReadable(descriptor, until: deadline) else {
                throw Silence(text: "majord at \(path) does not answer in time")
            }
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Silence(text: "majord at \(path) closed the connection without an answer") }
            bytes += chunk.prefix(count)
            do {
                if let reply = try AgiReply.read(bytes) { return reply }
            } catch {
                throw Silence(text: "what answers at \(path) is not majord")
            }
        }
    }

    private static func failed(_ path: String) -> Silence {
        let cause =
            switch errno {
            case EAGAIN: "majord is too busy to take the connection"
            case EACCES: "Asterisk's user may not open it; put him into the group majord-pbx"
            case ENOENT, ECONNREFUSED: "majord is not running"
            default: String(cString: strerror(errno))
            }
        return Silence(text: "\(path): \(cause)")
    }
}

extension ContinuousClock.Instant {
    /// Whole milliseconds until then, at least 0, at most a minute.
    var millisecondsLeft: Int32 {
        let left = ContinuousClock.now.duration(to: self)
        return Int32(min(max(left / .milliseconds(1), 0), 60_000).rounded(.up))
    }
}
