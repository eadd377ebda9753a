import CEpoll
import Glibc
import Sockets

/// One PBX's connection: the conversation, what is not sent yet, and until when something must happen.
///
/// It is served in turns (`Turn`): what does not fit into one waits for the next.
final class PBXConnection<Session: PBXSession> {
    typealias Next = ConnectionStep

    let id: ConnectionID
    /// The peer's user, where the kernel knows him.
    let user: UInt32?
    /// Where it comes from, over TCP.
    let address: IPAddress?
    /// When it was opened, in milliseconds of the loop's clock.
    let opened: Int64
    /// When the connection is to be closed unless something happens, in milliseconds of the loop's clock.
    var deadline: Int64 { time.deadline }
    /// What the connection waits for.
    var awaited = Next.read
    /// What epoll tells of it, whatever it waits for.
    var watched = Next.read
    /// Whether it waits for its turn.
    var isQueued = false
    var spokeHTTP: Bool { session.standing == .ended(byHTTP: true) }
    var trust: SessionTrust { session.trust }
    /// Whether it ends because its time is up.
    var hasTimedOut = false

    /// What the journal is to be told at its end.
    var incident: DialogueIncident? {
        guard var incident = session.incident(hasTimedOut: hasTimedOut) else { return nil }
        incident.peer = address?.description
        return incident
    }

    var session: Session
    private let limits: PBXLimits
    private var time: ConnectionDeadline
    /// When the loop saw that something is to be done.
    private var noticed: LoopTime
    /// When the loop saw that there was something to read, at the last read. Every complete request that is not answered came with it,
    /// or lay before it.
    private var received: LoopTime
    /// How many questions of the session have been counted as answered.
    private var countedQuestions = 0
    /// What waits for the peer to take it: there is something as long as `awaited` is `send`.
    var unsent: Unsent?
    /// The desk's answer to the request that the session waits for, until there is a turn for it.
    private var answer: DeskAnswer?
    var course = Course.serving
    /// Whether the last read found nothing more.
    var isDrained = false
    /// How many reads a connection that comes to its end is still worth: a peer that goes on sending is cut off after a megabyte.
    var lastReads = 16
    private var peerHasGone = false

    /// Replies that the peer has not taken.
    struct Unsent {
        let bytes: [UInt8]
        /// Where what is left begins.
        var start = 0
        /// What the session wants once they are sent.
        let next: SessionOutcome
    }

    /// How it goes on, which only ever changes to a later one of these.
    enum Course: Equatable {
        case serving
        /// It closes once what has come in is answered.
        case finishing
        /// It closes once what has come in is dropped for this reason, but for the reports in it.
        case dropping(RequestDrop)
    }

    init(id: ConnectionID, user: UInt32?, address: IPAddress? = nil, limits: PBXLimits, now: LoopTime) {
        self.id = id
        self.user = user
        self.address = address
        opened = now.milliseconds
        self.limits = limits
        session = Session(id: id, user: user)
        noticed = now
        received = now
        time = ConnectionDeadline(limits, now: now.milliseconds)
    }

    /// Notes that something is to be done, and that nobody is there any more to take a reply when that is so.
    func notice(peerHasGone: Bool, at now: LoopTime) {
        if peerHasGone { self.peerHasGone = true }
        if !isQueued { noticed = now }
    }

    /// Notes the desk's answer to the request with that number.
    ///
    /// - Returns: Whether something is to be done with it now.
    func take(_ answer: DeskAnswer, for request: UInt64) -> Bool {
        guard session.standing == .waiting(request: request), self.answer == nil else { return false }
        self.answer = answer
        return awaited == .wait
    }

    /// Does what there is to do: sends what waits, or reads once, and answers.
    ///
    /// - Parameters:
    ///   - input: Room for one read.
    ///   - output: Empty room for replies, and empty again afterwards; its turn begins.
    func serve(
        _ input: UnsafeMutableRawBufferPointer, _ output: inout ReplyBuffer, at desk: SessionDesk, now: LoopTime
    ) -> Next {
        if course == .finishing, awaited == .read, !peerHasGone { peerHasGone = Epoll.isGone(id.descriptor) }
        if peerHasGone, !isDropping { leave(as: .gone) }
        awaited = step(input, &output, at: desk, now: now)
        time.set(
            for: isDropping ? .close : awaited, session.standing, request: session.requestCount, now: now.milliseconds)
        return awaited
    }

    private func step(
        _ input: UnsafeMutableRawBufferPointer, _ output: inout ReplyBuffer, at desk: SessionDesk, now: LoopTime
    ) -> Next {
        guard !isDropping else { return dropRest(input, &output.turn, at: desk) }
        var next = awaited
        switch awaited {
        case .close: break
        case .read: if course == .serving { next = receive(input, &output, at: desk, now: now) }
        case .send: next = sendRest(&output, at: desk, now: now)
        case .turn:
            next = deliver(session.resume(isLate: isLate(now), at: desk, into: &output), &output, at: desk, now: now)
        case .wait:
            guard let answer else { break }
            self.answer = nil
            next = deliver(
                session.take(answer, isLate: isLate(now), at: desk, into: &output), &output, at: desk, now: now)
        }
        if course == .finishing, next == .read { next = drain(input, &output, at: desk, now: now) }
        guard !isDropping else { return dropRest(input, &output.turn, at: desk) }
        return next
    }

    func receive(
        _ input: UnsafeMutableRawBufferPointer, _ output: inout ReplyBuffer, at desk: SessionDesk, now: LoopTime
    ) -> Next {
        let count = read(id.descriptor, input.baseAddress, input.count)
        isDrained = count < 0
        guard count > 0 else { return count < 0 && (errno == EAGAIN || errno == EINTR) ? .read : .close }
        received = noticed
        let bytes = UnsafeRawBufferPointer(rebasing: input[..<count])
        return deliver(session.receive(bytes, at: desk, into: &output), &output, at: desk, now: now)
    }

    /// Sends the replies of one read in one piece, and goes on with what the session has held as long as the turn lasts.
    private func deliver(
        _ first: SessionOutcome, _ output: inout ReplyBuffer, at desk: SessionDesk, now: LoopTime
    ) -> Next {
        var outcome = first
        while true {
            guard let sent = output.withBytes(send) else {
                output.removeAll()
                if outcome != .close { course = .dropping(.gone) }
                return .close
            }
            noteLatency(at: desk)
            if sent < output.count {
                unsent = Unsent(bytes: output.withBytes { Array($0[sent...]) }, next: outcome)
                output.removeAll()
                return .send
            }
            output.removeAll()
            switch outcome {
            case .ready: return .read
            case .close: return .close
            case .late:
                course = .dropping(.late)
                return .close
            case .held:
                guard !output.turn.isOver else { return .turn }
                outcome = session.resume(isLate: isLate(now), at: desk, into: &output)
            case .waiting:
                guard let answer else { return .wait }
                self.answer = nil
                outcome = session.take(answer, isLate: isLate(now), at: desk, into: &output)
            }
        }
    }

    private func sendRest(_ output: inout ReplyBuffer, at desk: SessionDesk, now: LoopTime) -> Next {
        guard var rest = unsent else { return .close }
        unsent = nil
        guard let sent = rest.bytes.withUnsafeBytes({ send(UnsafeRawBufferPointer(rebasing: $0[rest.start...])) })
        else {
            if rest.next != .close { course = .dropping(.gone) }
            return .close
        }
        rest.start += sent
        guard rest.start == rest.bytes.count else {
            unsent = rest
            return .send
        }
        return deliver(rest.next, &output, at: desk, now: now)
    }

    /// How many bytes the kernel took; nil when the peer has gone.
    private func send(_ bytes: UnsafeRawBufferPointer) -> Int? {
        guard bytes.count > 0 else { return 0 }
        let count = Glibc.send(id.descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        if count >= 0 { return count }
        return errno == EAGAIN || errno == EINTR ? 0 : nil
    }
}

extension PBXConnection {
    /// Whose it is counted as.
    var peer: Admission.Peer? { Admission.Peer(user: user, address: address) }

    /// With whom it takes turns. Whoever has shown the token has turns of his own, behind none of the others over TCP.
    var lane: UInt32? { user ?? (trust == .trusted ? .max : nil) }
}

extension PBXConnection {
    /// What to do when the deadline has passed.
    enum Expiry {
        /// Nothing: the connection waits for its turn.
        case patience
        /// To tell the peer that the desk has not answered.
        case noAnswer(request: UInt64)
        /// To close the connection.
        case close
    }

    func expiry(_ now: Int64) -> Expiry {
        guard now < time.end else { return .close }
        if isQueued { return .patience }
        guard awaited == .wait, case .waiting(let request) = session.standing else { return .close }
        return .noAnswer(request: request)
    }

    /// Whether what is complete and not answered has lain here for too long.
    private func isLate(_ now: LoopTime) -> Bool {
        now.milliseconds - received.milliseconds > limits.answer
    }

    private func noteLatency(at desk: SessionDesk) {
        guard session.questionCount != countedQuestions else { return }
        desk.counters.latency.note(session.questionCount &- countedQuestions, since: received)
        countedQuestions = session.questionCount
    }
}
