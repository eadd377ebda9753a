import CEpoll
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
    /// The peer's user, where the kernel knows him.
    let user: UInt32?
    /// When the connection is to be closed unless something happens, in milliseconds of the loop's clock.
    private(set) var deadline: Int64
    /// What the loop waits for.
    var awaited = Next.read
    private var session: Session
    /// Whether it has come to its end by a line of HTTP.
    var spokeHTTP: Bool { session.spokeHTTP }
    private let limits: PBXLimits
    /// When the connection is to be closed whatever happens.
    private let end: Int64
    /// When the loop woke up for the last read. Every complete request that is not answered came with it, or lay before it.
    private var received: LoopTime
    /// How many questions of the session have been counted as answered.
    private var countedQuestions = 0
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
    /// Whether the last read found nothing more.
    private var isDrained = false
    /// Why what is left is to be dropped before the connection closes, but for the reports in it.
    private var leftover: RequestDrop?

    init(id: ConnectionID, user: UInt32?, limits: PBXLimits, now: LoopTime) {
        self.id = id
        self.user = user
        self.limits = limits
        session = Session(id: id)
        received = now
        end = limits.lifetime.map { now.milliseconds + $0 } ?? .max
        deadline = min(now.milliseconds + limits.idle, end)
    }

    /// Does what there is to do: sends what waits, or reads once, and answers.
    ///
    /// - Parameters:
    ///   - peerHasGone: Whether nobody is there to take a reply.
    ///   - input: Room for one read.
    ///   - output: Empty room for replies, and empty again afterwards.
    func serve(
        peerHasGone: Bool, _ input: UnsafeMutableRawBufferPointer, _ output: inout ReplyBuffer, at desk: SessionDesk,
        now: LoopTime
    ) -> Next {
        guard !peerHasGone else {
            leave(as: .gone, input, at: desk)
            return .close
        }
        let next =
            switch awaited {
            case .send: sendRest(&output, at: desk, now: now)
            case .wait, .close: awaited
            case .read: receive(input, &output, at: desk, now: now)
            }
        return goOn(next, input, &output, at: desk, now: now)
    }

    /// Passes on the desk's answer to the request with that number, if it is still waited for.
    func take(
        _ answer: DeskAnswer, for request: UInt64, _ input: UnsafeMutableRawBufferPointer,
        _ output: inout ReplyBuffer, at desk: SessionDesk, now: LoopTime
    ) -> Next {
        guard session.awaited == request else { return awaited }
        guard awaited == .wait else {
            earlyAnswer = answer
            return awaited
        }
        let outcome = session.take(answer, isLate: isLate(now), at: desk, into: &output)
        return goOn(deliver(outcome, &output, at: desk, now: now), input, &output, at: desk, now: now)
    }

    /// What to do when the deadline has passed; nil: close.
    func expire(
        _ input: UnsafeMutableRawBufferPointer, _ output: inout ReplyBuffer, at desk: SessionDesk, now: LoopTime
    ) -> Next? {
        guard awaited == .wait, now.milliseconds < end, let request = session.awaited else { return nil }
        return take(.late, for: request, input, &output, at: desk, now: now)
    }

    /// Answers what has come in so far, and closes as soon as the replies have been sent.
    func finish(
        _ input: UnsafeMutableRawBufferPointer, _ output: inout ReplyBuffer, at desk: SessionDesk, now: LoopTime
    ) -> Next {
        guard !Session.endsItself else { return awaited }
        isFinishing = true
        guard awaited == .read else { return awaited }
        guard !Epoll.isGone(id.descriptor) else {
            return serve(peerHasGone: true, input, &output, at: desk, now: now)
        }
        return goOn(.read, input, &output, at: desk, now: now)
    }

    private func goOn(
        _ next: Next, _ input: UnsafeMutableRawBufferPointer, _ output: inout ReplyBuffer, at desk: SessionDesk,
        now: LoopTime
    ) -> Next {
        setDeadline(next, now: now.milliseconds)
        let next = isFinishing && next == .read ? drain(input, &output, at: desk, now: now) : next
        if let leftover { dropRest(input, as: leftover, at: desk) }
        return next
    }

    /// Reads and answers until there is nothing more to read; what comes after that is read by nobody, and so decided by nobody.
    private func drain(
        _ input: UnsafeMutableRawBufferPointer, _ output: inout ReplyBuffer, at desk: SessionDesk, now: LoopTime
    ) -> Next {
        var next = Next.read
        isDrained = false
        // A peer that goes on sending is cut off after a megabyte.
        for _ in 0..<Self.lastReads where next == .read && !isDrained {
            next = receive(input, &output, at: desk, now: now)
        }
        return next == .read ? .close : next
    }

    private func receive(
        _ input: UnsafeMutableRawBufferPointer, _ output: inout ReplyBuffer, at desk: SessionDesk, now: LoopTime
    ) -> Next {
        let count = read(id.descriptor, input.baseAddress, input.count)
        isDrained = count < 0
        guard count > 0 else { return count < 0 && (errno == EAGAIN || errno == EINTR) ? .read : .close }
        received = now
        let bytes = UnsafeRawBufferPointer(rebasing: input[..<count])
        return deliver(session.receive(bytes, at: desk, into: &output), &output, at: desk, now: now)
    }

    /// Sends the replies of one read in one piece, and goes on with what the session has held.
    private func deliver(
        _ first: SessionOutcome, _ output: inout ReplyBuffer, at desk: SessionDesk, now: LoopTime
    ) -> Next {
        var outcome = first
        while true {
            guard let sent = output.withBytes(send) else {
                output.removeAll()
                if outcome != .close { leftover = .gone }
                return .close
            }
            noteLatency(at: desk)
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
            case .late:
                leftover = .late
                return .close
            case .held: outcome = session.resume(isLate: isLate(now), at: desk, into: &output)
            case .waiting:
                guard let answer = earlyAnswer else { return .wait }
                earlyAnswer = nil
                outcome = session.take(answer, isLate: isLate(now), at: desk, into: &output)
            }
        }
    }

    private func sendRest(_ output: inout ReplyBuffer, at desk: SessionDesk, now: LoopTime) -> Next {
        let rest = unsent.withUnsafeBytes { send(UnsafeRawBufferPointer(rebasing: $0[unsentStart...])) }
        guard let sent = rest else {
            if afterSending != .close { leftover = .gone }
            return .close
        }
        unsentStart += sent
        guard unsentStart == unsent.count else { return .send }
        unsent = []
        unsentStart = 0
        return deliver(afterSending, &output, at: desk, now: now)
    }

    /// How many bytes the kernel took; nil when the peer has gone.
    private func send(_ bytes: UnsafeRawBufferPointer) -> Int? {
        guard bytes.count > 0 else { return 0 }
        let count = Glibc.send(id.descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        if count >= 0 { return count }
        return errno == EAGAIN || errno == EINTR ? 0 : nil
    }
}

// MARK: - The end

extension PBXConnection {
    /// How many reads at the most a connection is worth when it is closed.
    private static var lastReads: Int { 16 }

    /// Takes what counts before the connection closes: reports that have come in. Questions are dropped.
    func leave(as drop: RequestDrop, _ input: UnsafeMutableRawBufferPointer, at desk: SessionDesk) {
        // Behind a `QUIT` or what cannot be understood nothing counts.
        if awaited != .send || afterSending != .close { dropRest(input, as: drop, at: desk) }
    }

    /// Goes through everything that has come in, and drops it but for the reports in it.
    private func dropRest(_ input: UnsafeMutableRawBufferPointer, as drop: RequestDrop, at desk: SessionDesk) {
        session.drop(UnsafeRawBufferPointer(start: nil, count: 0), as: drop, at: desk)
        for _ in 0..<Self.lastReads {
            let count = read(id.descriptor, input.baseAddress, input.count)
            guard count > 0 else { return }
            session.drop(UnsafeRawBufferPointer(rebasing: input[..<count]), as: drop, at: desk)
        }
    }
}

// MARK: - Time

extension PBXConnection {
    /// Whether what is complete and not answered has lain here for too long.
    private func isLate(_ now: LoopTime) -> Bool {
        now.milliseconds - received.milliseconds > limits.answer
    }

    private func noteLatency(at desk: SessionDesk) {
        guard session.questionCount != countedQuestions else { return }
        desk.latency.note(session.questionCount &- countedQuestions, since: received)
        countedQuestions = session.questionCount
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
