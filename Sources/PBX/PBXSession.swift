/// One connection's side of a conversation: takes bytes in, writes replies, and knows nothing of how either travels.
protocol PBXSession {
    /// Whether every conversation comes to an end by itself. Such a one is not cut short when the daemon stops.
    static var endsItself: Bool { get }

    init(id: ConnectionID)

    /// How many requests have been complete.
    var requestCount: UInt64 { get }
    /// Whether something has been received that is not answered.
    var isMidway: Bool { get }
    /// The request whose answer is to come from the desk, by its number.
    var awaited: UInt64? { get }

    /// Answers what is complete with these bytes. Not to be called while requests are held, or the desk is waited for.
    mutating func receive(
        _ bytes: UnsafeRawBufferPointer, at desk: SessionDesk, into output: inout ReplyBuffer
    ) -> SessionOutcome

    /// Goes on with requests that were held.
    mutating func resume(at desk: SessionDesk, into output: inout ReplyBuffer) -> SessionOutcome

    /// Passes on the desk's answer to the request that is waited for, and goes on with those behind it.
    mutating func take(
        _ answer: DeskAnswer, at desk: SessionDesk, into output: inout ReplyBuffer
    ) -> SessionOutcome
}

/// What a session wants once the replies that it has written are sent.
enum SessionOutcome: Equatable {
    /// More bytes: every complete request has been answered.
    case ready
    /// Requests are left: call `resume`.
    case held
    /// The desk's answer: nothing is to be received before it.
    case waiting
    /// The end.
    case close
}

/// What sessions share: the desk, the counters, and where the desk's later answers go.
struct SessionDesk: Sendable {
    let calls: CallDesk
    /// Those of the session's own listener.
    let connections: ConnectionCounters
    /// Those of the FastAGI listener.
    let fastAGI: ConnectionCounters
    let mailbox: DeskMailbox
}
