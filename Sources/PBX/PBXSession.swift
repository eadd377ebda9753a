import Routing
import Sockets
import Time

/// One connection's side of a conversation: takes bytes in, writes replies, and knows nothing of how either travels.
protocol PBXSession {
    /// Whether every conversation comes to an end by itself. Such a one is not cut short when the daemon stops.
    static var endsItself: Bool { get }
    /// Whether the peer has to answer in its turn, so that one which has closed its sending side is as good as gone.
    static var needsReplies: Bool { get }

    /// - Parameter user: The peer's, where the kernel knows him.
    init(id: ConnectionID, user: UInt32?)

    /// How many requests have been complete.
    var requestCount: UInt64 { get }
    /// How many questions about a call have been answered.
    var questionCount: Int { get }
    /// Bytes that are not dealt with yet: the beginning of a request, or requests that are held.
    var pending: [UInt8] { get set }
    var standing: SessionStanding { get }
    var trust: SessionTrust { get }

    /// What the journal is to be told at the connection's end.
    ///
    /// - Parameter hasTimedOut: Whether it ends because the time is up.
    func incident(hasTimedOut: Bool) -> DialogueIncident?

    /// Answers what is complete in these bytes.
    ///
    /// - Parameter isLate: Whether they came so long ago that no question in them is to be answered any more.
    /// - Returns: How many of the bytes are done with.
    mutating func answer(
        _ bytes: Span<UInt8>, isLate: Bool, at desk: SessionDesk, into output: inout ReplyBuffer
    ) -> (used: Int, outcome: SessionOutcome)

    /// Passes on the desk's answer to the request that is waited for, and goes on with those behind it.
    mutating func take(
        _ answer: DeskAnswer, isLate: Bool, at desk: SessionDesk, into output: inout ReplyBuffer
    ) -> SessionOutcome

    /// Goes through what is complete in these bytes without a reply: questions are dropped and counted, because an answer would be
    /// recorded and counted though nobody dials; reports and wishes are passed on, because what they tell has happened.
    ///
    /// - Parameter turn: How many requests may be gone through.
    /// - Returns: How many of the bytes are done with.
    mutating func drop(
        _ bytes: Span<UInt8>, as drop: RequestDrop, at desk: SessionDesk, turn: inout Turn
    ) -> Int
}

extension PBXSession {
    /// Answers what is complete with these bytes. Not to be called while requests are held, or the desk is waited for.
    mutating func receive(
        _ bytes: UnsafeRawBufferPointer, at desk: SessionDesk, into output: inout ReplyBuffer
    ) -> SessionOutcome {
        guard pending.isEmpty else {
            pending.append(contentsOf: bytes)
            return resume(isLate: false, at: desk, into: &output)
        }
        let (used, outcome) = bytes.withMemoryRebound(to: UInt8.self) {
            answer($0.span, isLate: false, at: desk, into: &output)
        }
        if used < bytes.count, outcome != .close { pending.append(contentsOf: bytes[used...]) }
        return outcome
    }

    /// Goes on with requests that were held.
    mutating func resume(
        isLate: Bool, at desk: SessionDesk, into output: inout ReplyBuffer
    ) -> SessionOutcome {
        let received = takePending()
        let (used, outcome) = answer(received.span, isLate: isLate, at: desk, into: &output)
        if outcome != .close { keep(received, from: used) }
        return outcome
    }

    /// Drops the questions among what is held and these bytes, and passes on the rest.
    mutating func drop(
        _ bytes: UnsafeRawBufferPointer, as drop: RequestDrop, at desk: SessionDesk, turn: inout Turn
    ) {
        pending.append(contentsOf: bytes)
        let received = takePending()
        keep(received, from: self.drop(received.span, as: drop, at: desk, turn: &turn))
    }

    private mutating func takePending() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &pending)
        return taken
    }

    private mutating func keep(_ bytes: consuming [UInt8], from start: Int) {
        guard start < bytes.count else { return }
        bytes.removeFirst(start)
        pending = bytes
    }
}

/// Where a conversation stands.
enum SessionStanding: Equatable {
    /// Everything that has come is answered, or the deadline of the whole is the only one.
    case idle
    /// A request has begun and is not complete, or requests are held.
    case midway
    /// The desk is to answer the request with this number; nothing is to be received before.
    case waiting(request: UInt64)
    /// Nothing is taken any more.
    case ended(byHTTP: Bool)
}

/// Who the peer may be.
enum SessionTrust: Equatable {
    /// One who may use the socket, or has shown the token.
    case trusted
    /// Anybody: such a connection is closed to make room for another, first of all where it has not asked anything.
    case stranger(hasAsked: Bool)
}

/// What a session wants once the replies that it has written are sent.
enum SessionOutcome: Equatable {
    /// More bytes: every complete request has been answered.
    case ready
    /// Requests are left, since the replies have to be sent first or the turn is over: call `resume`.
    case held
    /// The desk's answer: nothing is to be received before it.
    case waiting
    /// The end, because the next request is a question that has waited too long: the reports behind it are to be passed on.
    case late
    /// The end.
    case close
}

/// What sessions share: the desk, the counters, and where the desk's later answers go.
struct SessionDesk: Sendable {
    let calls: CallDesk
    /// Those of the session's own socket.
    let counters: SocketCounters
    /// Those of the FastAGI socket.
    let fastAGI: SocketCounters
    let mailbox: DeskMailbox
    /// What FastAGI's peers have to show for more than questions; without one, none may do more.
    let token: FastAGIToken?
    /// The session's own socket.
    let socket: PBXPeer.Socket
    /// What nobody can know before: a FastAGI peer shows by it that it has carried out a command.
    var proof: @Sendable () -> UInt64 = { .random(in: .min ... .max) }
}

/// What is counted of one socket.
struct SocketCounters: Sendable {
    let connections = ConnectionCounters()
    let dropped = DropCounters()
    let latency = LatencyHistogram()
}
