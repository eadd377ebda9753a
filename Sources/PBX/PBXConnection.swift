import Glibc

/// One PBX's connection: the conversation, what is not sent yet, and until when something must happen.
final class PBXConnection {
    enum Next: Equatable {
        /// Wait until there is something to read.
        case read
        /// Wait until there is room to send.
        case send
        case close
    }

    let descriptor: Int32
    /// When the connection is to be closed unless something happens, in milliseconds of the loop's clock.
    private(set) var deadline: Int64
    /// What the loop waits for.
    var awaited = Next.read
    private var session: RESPSession
    private let limits: PBXLimits
    /// Replies that the peer has not taken, from `unsentStart` on.
    private var unsent: [UInt8] = []
    private var unsentStart = 0
    /// What the session wants once they are sent.
    private var afterSending = RESPSession.Outcome.ready
    /// The request that is midway, by its number, and until when it must be complete.
    private var midway: (request: UInt64, deadline: Int64)?
    private var isFinishing = false
    /// Whether the last read took all there was.
    private var isDrained = false

    init(descriptor: Int32, id: UInt64, limits: PBXLimits, now: Int64) {
        self.descriptor = descriptor
        self.limits = limits
        session = RESPSession(id: id)
        deadline = now + limits.idle
    }

    /// Does what there is to do: sends what waits, or reads once, and answers.
    ///
    /// - Parameters:
    ///   - input: Room for one read.
    ///   - output: Empty room for replies, and empty again afterwards.
    func serve(
        _ input: UnsafeMutableRawBufferPointer, _ output: inout ReplyBuffer, at desk: RESPDesk, now: Int64
    ) -> Next {
        let next = awaited == .send ? sendRest(&output, at: desk) : receive(input, &output, at: desk)
        setDeadline(next, now: now)
        return isFinishing && next == .read ? drain(input, &output, at: desk) : next
    }

    /// Answers what has come in so far, and closes as soon as the replies have been sent.
    func finish(_ input: UnsafeMutableRawBufferPointer, _ output: inout ReplyBuffer, at desk: RESPDesk) -> Next {
        isFinishing = true
        return awaited == .read ? drain(input, &output, at: desk) : awaited
    }

    private func drain(
        _ input: UnsafeMutableRawBufferPointer, _ output: inout ReplyBuffer, at desk: RESPDesk
    ) -> Next {
        var next = Next.read
        isDrained = false
        // A peer that goes on sending is cut off after a megabyte.
        for _ in 0..<16 where next == .read && !isDrained {
            next = receive(input, &output, at: desk)
        }
        return next == .read ? .close : next
    }

    private func receive(
        _ input: UnsafeMutableRawBufferPointer, _ output: inout ReplyBuffer, at desk: RESPDesk
    ) -> Next {
        let count = read(descriptor, input.baseAddress, input.count)
        isDrained = count < input.count
        guard count > 0 else { return count < 0 && (errno == EAGAIN || errno == EINTR) ? .read : .close }
        let bytes = UnsafeRawBufferPointer(rebasing: input[..<count])
        return deliver(session.receive(bytes, at: desk, into: &output), &output, at: desk)
    }

    /// Sends the replies of one read in one piece, and goes on with what the session has held.
    private func deliver(
        _ first: RESPSession.Outcome, _ output: inout ReplyBuffer, at desk: RESPDesk
    ) -> Next {
        var outcome = first
        while true {
            guard let sent = output.withBytes(send) else {
                output.removeAll()
                return .close
            }
            if sent < output.count {
                unsent = output.withBytes { Array($0[sent...]) }
                unsentStart = 0
                afterSending = outcome
                output.removeAll()
                return .send
            }
            output.removeAll()
            switch outcome {
            case .ready: return .read
            case .close: return .close
            case .held: outcome = session.resume(at: desk, into: &output)
            }
        }
    }

    private func sendRest(_ output: inout ReplyBuffer, at desk: RESPDesk) -> Next {
        let rest = unsent.withUnsafeBytes { send(UnsafeRawBufferPointer(rebasing: $0[unsentStart...])) }
        guard let sent = rest else { return .close }
        unsentStart += sent
        guard unsentStart == unsent.count else { return .send }
        unsent = []
        unsentStart = 0
        return deliver(afterSending, &output, at: desk)
    }

    /// How many bytes the kernel took; nil when the peer has gone.
    private func send(_ bytes: UnsafeRawBufferPointer) -> Int? {
        guard bytes.count > 0 else { return 0 }
        let count = Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        if count >= 0 { return count }
        return errno == EAGAIN || errno == EINTR ? 0 : nil
    }

    private func setDeadline(_ next: Next, now: Int64) {
        if next == .send {
            deadline = now + limits.send
        } else if session.isMidway {
            // Counted from the first byte on: a byte now and then does not prolong it.
            if midway?.request != session.requestCount {
                midway = (session.requestCount, now + limits.request)
            }
            deadline = midway?.deadline ?? now
        } else {
            midway = nil
            deadline = now + limits.idle
        }
    }
}
