import Sockets

/// A connection to a Varlink service, for programs that do one thing after the other: each call blocks its thread.
///
/// After any error but `remote` replies and calls may be out of step, so the connection is over.
package final class VarlinkClient {
    /// A service is trusted with longer messages than its clients are.
    private static let replyLimit = 16 * 1024 * 1024

    private let socket: ClientSocket
    private let timeout: Duration
    private let callLength: Int
    private let speaksFor: String?
    private var decoder = FrameDecoder(limit: replyLimit)
    private var isOver = false

    /// Connects to the service that listens at `path`.
    /// - Parameters:
    ///   - timeout: for connecting, and for each call from its sending to its reply.
    ///   - callLength: the longest call that is tried, in bytes. What is longer than a service takes of anybody may be refused.
    ///   - speaksFor: for whom it calls, empty for nobody, where that is somebody else; the service may refuse it.
    package init(
        path: String, timeout: Duration = .seconds(5), callLength: Int = FrameDecoder.callLimit,
        speaksFor: String? = nil
    ) throws(VarlinkClientError) {
        do throws(ClientSocket.Failure) {
            socket = try ClientSocket(path: path, until: ContinuousClock.now + timeout)
        } catch {
            switch error {
            case .timedOut: throw .timedOut
            case .closed: throw .serverClosed
            case .failed(let error): throw .cannotConnect(path: path, error)
            }
        }
        self.timeout = timeout
        self.callLength = callLength
        self.speaksFor = speaksFor
    }

    /// Calls a method and returns its reply's parameters.
    package func call(
        _ method: String, _ parameters: some VarlinkMessage = JSONObject()
    ) throws(VarlinkClientError) -> JSONObject {
        let deadline = ContinuousClock.now + timeout
        let length = try send(VarlinkCall.frame(method, parameters, speaksFor: speaksFor), until: deadline)
        do throws(VarlinkClientError) {
            return try receive(until: deadline).parameters
        } catch {
            throw Self.isUsual(length) || !Self.saysTooLong(error) ? error : over(.tooLong(length))
        }
    }

    /// Calls a method and waits for no reply: whether it worked is not to be known.
    package func notify(
        _ method: String, _ parameters: some VarlinkMessage = JSONObject()
    ) throws(VarlinkClientError) {
        try send(
            VarlinkCall.frame(method, parameters, oneway: true, speaksFor: speaksFor),
            until: ContinuousClock.now + timeout)
    }

    /// Calls a method with `more` and hands over each reply's parameters as it comes.
    /// - Parameters:
    ///   - timeout: between one reply and the next; nil waits for ever.
    ///   - onReply: returns whether to go on. When it does not, the connection is over.
    package func stream(
        _ method: String, _ parameters: some VarlinkMessage = JSONObject(), timeout: Duration? = nil,
        onReply: (JSONObject) -> Bool
    ) throws(VarlinkClientError) {
        try send(
            VarlinkCall.frame(method, parameters, more: true, speaksFor: speaksFor),
            until: ContinuousClock.now + self.timeout)
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

    /// - Returns: How many bytes that were.
    @discardableResult
    private func send(_ frame: [UInt8], until deadline: ContinuousClock.Instant) throws(VarlinkClientError) -> Int {
        guard !isOver else { throw .serverClosed }
        // Whoever sends more is cut off in the middle, and never told why.
        guard frame.count <= callLength + 1 else { throw .callTooLong(frame.count, limit: callLength) }
        do throws(ClientSocket.Failure) {
            try socket.send(frame, until: deadline)
        } catch {
            let cut = error != .timedOut && !Self.isUsual(frame.count)
            throw over(cut ? .tooLong(frame.count) : VarlinkClientError(error))
        }
        return frame.count
    }

    /// Whether a service takes a message of this length of anybody, its NUL byte included.
    private static func isUsual(_ length: Int) -> Bool { length <= FrameDecoder.callLimit + 1 }

    /// Whether that is what comes of a call that is longer than the service takes of this peer.
    private static func saysTooLong(_ error: VarlinkClientError) -> Bool {
        switch error {
        case .serverClosed, .connectionFailed: true
        case .remote(let error): error == .invalidParameter(MessageError.tooLong.parameter)
        case .cannotConnect, .callTooLong, .timedOut, .badReply: false
        }
    }

    /// The next reply that is no error.
    private func receive(until deadline: ContinuousClock.Instant?) throws(VarlinkClientError) -> VarlinkReply {
        while true {
            if let reply = try nextReply() {
                guard let error = reply.error else { return reply }
                throw .remote(VarlinkError(name: error, parameters: reply.parameters))
            }
            do throws(ClientSocket.Failure) {
                decoder.append(try socket.receive(until: deadline))
            } catch {
                throw over(VarlinkClientError(error))
            }
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

    private func over(_ error: VarlinkClientError) -> VarlinkClientError {
        isOver = true
        return error
    }
}

extension VarlinkClientError {
    fileprivate static func tooLong(_ length: Int) -> Self { .callTooLong(length, limit: FrameDecoder.callLimit) }

    fileprivate init(_ failure: ClientSocket.Failure) {
        switch failure {
        case .timedOut: self = .timedOut
        case .closed: self = .serverClosed
        case .failed(let error): self = .connectionFailed(error)
        }
    }
}
