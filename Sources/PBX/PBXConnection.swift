import Glibc

/// One PBX's connection: the conversation, what is not sent yet, and until when something must happen.
final class PBXConnection<Session: PBXSession> {
    enum Next: Equatable {
        /// Wait until there is something to read.
        case read
        /// Wait until there is room to send.
        case send
        /// Wait until the desk has answered.
        case wait
        case close
    }

    let id: ConnectionID
    /// When the connection is to be closed unless something happens, in milliseconds of the loop's clock.
    private(set) var deadline: Int64
    /// What the loop waits for.
    var awaited = Next.read
    private var session: Session
    private let limits: PBXLimits
    /// When the connection is to be closed whatever happens.
    private let end: Int64
    /// Replies that the peer has not taken, from `unsentStart` on.
    private var unsent: [UInt8] = []
    private var unsentStart = 0
    /// What the session wants once they are sent.
    private var afterSending = SessionOutcome.ready
    /// The desk's answer to the request that the session waits for, while earlier replies are not sent.
    private var earlyAnswer: DeskAnswer?
    /// The request that is midway, by its number, and until when it must be complete.
    private var midway: (request: UInt64, deadline: Int64)?
    private var isFinishing = false
    /// Whether the last read took all there was.
    private var isDrained = false

    init(id: ConnectionID, limits: PBXLimits, now: Int64) {
        self.id = id
        self.limits = limits
        session = Session(id: id)
        end = limits.lifetime.map { now + $0 } ?? .max
        deadline = min(now + limits.idle, end)
    }

    /// Does what there is to do: sends what waits, or reads once, and answers.
    ///
    /// - Parameters:
    ///   - input: Room for one read.
    ///   - output: Empty room for replies, and empty again afterwards.
    func serve(
        _ input: UnsafeMutableRawBufferPointer, _ output: inout ReplyBuffer, at desk: SessionDesk, now: Int64
    ) -> Next {
        let next =
            switch awaited {
            case .send: sendRest(&output, at: desk)
            // While the desk is waited for, nothing happens but that the peer goes.
            case .wait, .close: Next.close
            case .read: receive(input, &output, at: desk)
            }
        return goOn(next, input, &output, at: desk, now: now)
    }

    /// Passes on the desk's answer to the request with that number, if it is still waited for.
    func take(
        _ answer: DeskAnswer, for request: UInt64, _ input: UnsafeMutableRawBufferPointer,
        _ output: inout ReplyBuffer, at desk: SessionDesk, now: Int64
    ) -> Next {
        guard session.awaited == request else { return awaited }
        guard awaited == .wait else {
            earlyAnswer = answer
            return awaited
        }
        let next = deliver(session.take(answer, at: desk, into: &output), &output, at: desk)
        return goOn(next, input, &output, at: desk, now: now)
    }

    /// What to do when the deadline has passed; nil: close.
    func expire(
        _ input: UnsafeMutableRawBufferPointer, _ output: inout ReplyBuffer, at desk: SessionDesk, now: Int64
    ) -> Next? {
        guard awaited == .wait, now < end, let request = session.awaited else { return nil }
        return take(.late, for: request, input, &output, at: desk, now: now)
    }

    /// Answers what has come in so far, and closes as soon as the replies have been sent.
    func finish(_ input: UnsafeMutableRawBufferPointer, _ output: inout ReplyBuffer, at desk: SessionDesk) -> Next {
        guard !Session.endsItself else { return awaited }
        isFinishing = true
        return awaited == .read ? drain(input, &output, at: desk) : awaited
    }

    private func goOn(
        _ next: Next, _ input: UnsafeMutableRawBufferPointer, _ output: inout ReplyBuffer, at desk: SessionDesk,
        now: Int64
    ) -> Next {
        setDeadline(next, now: now)
        return isFinishing && next == .read ? drain(input, &output, at: desk) : next
    }

    private func drain(
        _ input: UnsafeMutableRawBufferPointer, _ output: inout ReplyBuffer, at desk: SessionDesk
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
        _ input: UnsafeMutableRawBufferPointer, _ output: inout ReplyBuffer, at desk: SessionDesk
    ) -> Next {
        let count = read(id.descriptor, input.baseAddress, input.count)
        isDrained = count < input.count
        guard count > 0 else { return count < 0 && (errno == EAGAIN || errno == EINTR) ? .read : .close }
        let bytes = UnsafeRawBufferPointer(rebasing: input[..<count])
        return deliver(session.receive(bytes, at: desk, into: &output), &output, at: desk)
    }

    /// Sends the replies of one read in one piece, and goes on with what the session has held.
    private func deliver(
        _ first: SessionOutcome, _ output: inout ReplyBuffer, at desk: SessionDesk
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
            case .waiting:
                guard let answer = earlyAnswer else { return .wait }
                earlyAnswer = nil
                outcome = session.take(answer, at: desk, into: &output)
            }
        }
    }

    private func sendRest(_ output: inout ReplyBuffer, at desk: SessionDesk) -> Next {
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
        let count = Glibc.send(id.descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        if count >= 0 { return count }
        return errno == EAGAIN || errno == EINTR ? 0 : nil
    }

    private func setDeadline(_ next: Next, now: Int64) {
        if next == .send {
            deadline = now + limits.send
        } else if next == .wait {
            deadline = now + limits.ledger
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
        deadline = min(deadline, end)
    }
}
