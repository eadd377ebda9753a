import Glibc
import Sockets
import Testing

@testable import Varlink

/// A blocking peer that sends whatever it is told, for tests of what a service does with it.
final class RawPeer {
    private let descriptor: CInt
    private var decoder = FrameDecoder(limit: 1 << 24)

    init(path: String) throws {
        descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard try SocketAddress(path: path).withPointer({ connect(descriptor, $0, $1) }) == 0 else {
            throw SystemError.current
        }
        // A test that waits for ever says nothing.
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit {
        close(descriptor)
    }

    func send(_ text: String) throws { try send(Array(text.utf8)) }
    func send(_ calls: [VarlinkCall]) throws { try send(calls.flatMap(\.frame)) }

    func send(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL)) }
            guard count > 0 else { throw SystemError.current }
            rest.removeFirst(count)
        }
    }

    func endInput() {
        shutdown(descriptor, CInt(SHUT_WR))
    }

    /// The next reply; nil when the service has closed the connection.
    func reply() throws -> VarlinkReply? {
        while true {
            if let frame = try decoder.next() { return try VarlinkReply(frame: frame) }
            var chunk = [UInt8](repeating: 0, count: 64 * 1024)
            let count = recv(descriptor, &chunk, chunk.count, 0)
            if count == 0 || (count < 0 && errno == ECONNRESET) { return nil }
            guard count > 0 else { throw SystemError.current }
            decoder.append(chunk.prefix(count))
        }
    }

    /// All replies until the service closes the connection.
    func replies() throws -> [VarlinkReply] {
        var replies: [VarlinkReply] = []
        while let reply = try reply() { replies.append(reply) }
        return replies
    }

    /// Connects again and again until the service lets a peer in and answers `call` with `reply`; false after 20
    /// seconds.
    static func isLetIn(path: String, call: VarlinkCall, reply: VarlinkReply) throws -> Bool {
        let deadline = ContinuousClock.now + .seconds(20)
        while ContinuousClock.now < deadline {
            let peer = try RawPeer(path: path)
            // Sending fails when the service has closed the connection at once.
            try? peer.send([call])
            if try peer.reply() == reply { return true }
        }
        return false
    }
}
