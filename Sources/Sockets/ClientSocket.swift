import Glibc

/// A client's end of a Unix stream socket, for programs that do one thing after the other: each step blocks its thread until it is done or
/// its deadline has come.
package struct ClientSocket: ~Copyable {
    /// Why a step failed; the connection is over.
    package enum Failure: Error, Equatable {
        case timedOut
        /// The other end has closed the connection.
        case closed
        case failed(SystemError)
    }

    private let descriptor: CInt

    /// Connects to whoever listens at `path`. Where as many wait there as may, it waits for its place among them.
    ///
    /// - Throws: `failed` with ENOENT where there is no socket, EACCES where this user may not connect, ECONNREFUSED where nobody
    ///   listens, ENAMETOOLONG for a path that is too long.
    package init(path: String, until deadline: ContinuousClock.Instant) throws(Failure) {
        let descriptor: CInt
        do throws(SystemError) {
            descriptor = try Self.connected(to: SocketAddress(path: path), until: deadline)
        } catch {
            throw error.code == EAGAIN ? .timedOut : .failed(error)
        }
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    private static func connected(
        to address: SocketAddress, until deadline: ContinuousClock.Instant
    ) throws(SystemError) -> CInt {
        let descriptor = try address.openStream()
        var code: CInt = 0
        repeat {
            // Bounds connect(2) while the listener's backlog is full (unix(7)); zero would mean for ever.
            let milliseconds = Int(max(1, Readiness.milliseconds(until: deadline)))
            var limit = timeval(tv_sec: milliseconds / 1_000, tv_usec: milliseconds % 1_000 * 1_000)
            let size = socklen_t(MemoryLayout<timeval>.size)
            let isConnected =
                setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size) == 0
                && address.withPointer { connect(descriptor, $0, $1) } == 0
            code = isConnected ? 0 : errno
        } while code == EINTR
        guard code == 0 else {
            close(descriptor)
            throw SystemError(code: code)
        }
        return descriptor
    }

    /// Sends all of it.
    package func send(_ bytes: [UInt8], until deadline: ContinuousClock.Instant?) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL | MSG_DONTWAIT))
            }
            if sent >= 0 {
                rest.removeFirst(sent)
            } else {
                try waitUnlessFatal(errno, for: .writing, until: deadline)
            }
        }
    }

    /// The next bytes, at least one.
    ///
    /// - Parameter deadline: Nil waits for ever.
    package func receive(until deadline: ContinuousClock.Instant?) throws(Failure) -> ArraySlice<UInt8> {
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = recv(descriptor, &chunk, chunk.count, CInt(MSG_DONTWAIT))
            if count > 0 { return chunk.prefix(count) }
            guard count < 0 else { throw .closed }
            try waitUnlessFatal(errno, for: .reading, until: deadline)
        }
    }

    /// Waits until the socket is ready when `code` says that it was not.
    private func waitUnlessFatal(
        _ code: CInt, for purpose: Readiness, until deadline: ContinuousClock.Instant?
    ) throws(Failure) {
        switch code {
        case EINTR: return
        case EAGAIN: break
        // A service that closed with bytes unread resets the connection.
        case EPIPE, ECONNRESET: throw .closed
        default: throw .failed(SystemError(code: code))
        }
        guard purpose.wait(for: descriptor, until: deadline) else { throw .timedOut }
    }
}
