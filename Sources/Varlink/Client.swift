import Glibc

/// A connection to a Varlink service, for programs that do one thing after the other: each call blocks its thread.
///
/// After any error but `remote` and `unexpectedParameters` replies and calls may be out of step, so the connection is
/// over.
package final class VarlinkClient {
    /// A service is trusted with longer messages than its clients are.
    private static let replyLimit = 16 * 1024 * 1024

    private let descriptor: CInt
    private let timeout: Duration
    private var decoder = FrameDecoder(limit: replyLimit)
    private var isOver = false

    /// Connects to the service that listens at `path`.
    /// - Parameter timeout: for connecting, and for each call from its sending to its reply.
    package init(path: String, timeout: Duration = .seconds(5)) throws(VarlinkClientError) {
        do throws(SystemError) {
            descriptor = try Self.connect(to: path, timeout: timeout)
        } catch {
            throw error.code == EAGAIN ? .timedOut : .cannotConnect(path: path, error)
        }
        self.timeout = timeout
    }

    deinit {
        close(descriptor)
    }

    /// Calls a method and returns its reply's parameters.
    package func call(_ method: String, _ parameters: JSONObject = [:]) throws(VarlinkClientError) -> JSONObject {
        let deadline = ContinuousClock.now + timeout
        try send(VarlinkCall(method: method, parameters: parameters), until: deadline)
        return try receive(until: deadline).parameters
    }

    /// Calls a method with the parameters and for the reply that Codable types describe.
    package func call<Reply: Decodable>(
        _ method: String, _ parameters: some Encodable, returning type: Reply.Type = Reply.self
    ) throws(VarlinkClientError) -> Reply {
        let members: JSONObject
        do throws(JSONCodingError) {
            members = try JSONObject(encoding: parameters)
        } catch {
            throw .unexpectedParameters(error)
        }
        let reply = try call(method, members)
        do throws(JSONCodingError) {
            return try reply.decoded(as: type)
        } catch {
            throw .unexpectedParameters(error)
        }
    }

    /// Calls a method and waits for no reply: whether it worked is not to be known.
    package func notify(_ method: String, _ parameters: JSONObject = [:]) throws(VarlinkClientError) {
        try send(
            VarlinkCall(method: method, parameters: parameters, oneway: true), until: ContinuousClock.now + timeout)
    }

    /// Calls a method with `more` and hands over each reply's parameters as it comes.
    /// - Parameters:
    ///   - timeout: between one reply and the next; nil waits for ever.
    ///   - onReply: returns whether to go on. When it does not, the connection is over.
    package func stream(
        _ method: String, _ parameters: JSONObject = [:], timeout: Duration? = nil, onReply: (JSONObject) -> Bool
    ) throws(VarlinkClientError) {
        try send(
            VarlinkCall(method: method, parameters: parameters, more: true), until: ContinuousClock.now + self.timeout)
        while true {
            let reply = try receive(until: timeout.map { ContinuousClock.now + $0 })
            let goesOn = onReply(reply.parameters)
            guard reply.continues else { return }
            guard goesOn else {
                isOver = true
                return
            }
        }
    }

    // MARK: - Messages

    private func send(_ call: VarlinkCall, until deadline: ContinuousClock.Instant) throws(VarlinkClientError) {
        guard !isOver else { throw .serverClosed }
        var rest = call.frame[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL | MSG_DONTWAIT))
            }
            if sent >= 0 {
                rest.removeFirst(sent)
            } else {
                try waitUnlessFatal(errno, for: POLLOUT, until: deadline)
            }
        }
    }

    /// The next reply that is no error.
    private func receive(until deadline: ContinuousClock.Instant?) throws(VarlinkClientError) -> VarlinkReply {
        while true {
            if let reply = try nextReply() {
                guard let error = reply.error else { return reply }
                throw .remote(VarlinkError(name: error, parameters: reply.parameters))
            }
            try receiveBytes(until: deadline)
        }
    }

    /// The next reply among the bytes that have come in; nil when it is not yet complete.
    private func nextReply() throws(VarlinkClientError) -> VarlinkReply? {
        do throws(MessageError) {
            guard let frame = try decoder.next() else { return nil }
            return try VarlinkReply(frame: frame)
        } catch {
            throw over(.badReply(error))
        }
    }

    // MARK: - Bytes

    private func receiveBytes(until deadline: ContinuousClock.Instant?) throws(VarlinkClientError) {
        var chunk = [UInt8](repeating: 0, count: 16 * 1024)
        let count = recv(descriptor, &chunk, chunk.count, CInt(MSG_DONTWAIT))
        if count > 0 {
            decoder.append(chunk.prefix(count))
        } else if count == 0 {
            throw over(.serverClosed)
        } else {
            try waitUnlessFatal(errno, for: POLLIN, until: deadline)
        }
    }

    /// Waits until the socket is ready when `code` says that it was not.
    private func waitUnlessFatal(
        _ code: CInt, for events: CInt, until deadline: ContinuousClock.Instant?
    ) throws(VarlinkClientError) {
        switch code {
        case EINTR: return
        case EAGAIN: break
        // A service that closed with bytes unread resets the connection.
        case EPIPE, ECONNRESET: throw over(.serverClosed)
        default: throw over(.connectionFailed(SystemError(code: code)))
        }
        var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
        let milliseconds = deadline.map { Self.milliseconds(ContinuousClock.now.duration(to: $0)) } ?? -1
        // Interrupted by a signal counts as ready: the caller finds out and comes back with the same deadline.
        if poll(&entry, 1, milliseconds) == 0 { throw over(.timedOut) }
    }

    private func over(_ error: VarlinkClientError) -> VarlinkClientError {
        isOver = true
        return error
    }

    private static func connect(to path: String, timeout: Duration) throws(SystemError) -> CInt {
        let descriptor = try UnixSocket.open()
        do throws(SystemError) {
            // Bounds connect(2) while the listener's backlog is full (unix(7)); zero would mean for ever.
            let milliseconds = Int(max(1, Self.milliseconds(timeout)))
            var limit = timeval(tv_sec: milliseconds / 1000, tv_usec: milliseconds % 1000 * 1000)
            let size = socklen_t(MemoryLayout<timeval>.size)
            guard setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size) == 0 else { throw SystemError.current }
            try UnixSocket.connect(descriptor, to: path)
            return descriptor
        } catch {
            close(descriptor)
            throw error
        }
    }

    /// Rounded up, at least 0 and at most a day.
    private static func milliseconds(_ duration: Duration) -> CInt {
        CInt(min(max((duration / .milliseconds(1)).rounded(.up), 0), 86_400_000))
    }
}
